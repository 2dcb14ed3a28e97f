import { describe, expect, test } from '@jest/globals';
import type { HealthCheck } from '@klaxon/application';
import { stubApp } from './testing/stub-app.ts';

const check = (name: string, required: boolean, ok: boolean): HealthCheck & { since: number } => ({
  name,
  required,
  ok,
  detail: '',
  since: 7,
});

describe('probes', () => {
  test('/health looks at nothing but the process', async () => {
    const broken = async () => {
      throw new Error('the database is away');
    };
    const app = await stubApp({ health: { check: broken } });
    const answer = await app.inject('/health?cache-buster=1');
    expect([answer.statusCode, answer.json()]).toEqual([200, { status: 'ok' }]);
  });

  test.each([
    ['all is well', 200, 'ready', [check('database', true, true), check('slack', false, true)]],
    [
      'only something optional fails',
      200,
      'ready',
      [check('database', true, true), check('slack', false, false)],
    ],
    [
      'something required fails',
      503,
      'not_ready',
      [check('database', true, false), check('slack', false, true)],
    ],
  ] as const)(
    '/ready tells what it hangs on, and of nothing else, when %s',
    async (_when, status, verdict, checks) => {
      const app = await stubApp({ health: { check: async () => checks } });
      const answer = await app.inject('/ready');
      expect([answer.statusCode, answer.json()]).toEqual([
        status,
        {
          status: verdict,
          checks: checks
            .filter(({ required }) => required)
            .map(({ name, ok, detail }) => ({ name, ok, detail })),
        },
      ]);
    },
  );
});
