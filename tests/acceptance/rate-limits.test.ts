import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';
import { hasRedis, type RedisProcess, startRedis } from '../support/redis-process.ts';
import { type Caller, SecuredKlaxon } from '../support/secured-klaxon.ts';

const PER_MINUTE = 40;

const withRedis = hasRedis() ? describe : describe.skip;
if (!hasRedis())
  console.warn('Skipped: there is no Redis here. On Debian: apt-get install redis-server');

withRedis('two processes that count in one Redis', () => {
  let redis: RedisProcess;
  let klaxon: SecuredKlaxon;
  let other: KlaxonProcess;

  beforeAll(async () => {
    redis = await startRedis();
    const env = { REDIS_URL: redis.url, RATE_LIMIT: String(PER_MINUTE) };
    klaxon = await SecuredKlaxon.start(env, 'api');
    other = await startKlaxon(klaxon.env, 'api');
  });

  afterAll(async () => {
    await other?.end('SIGTERM');
    await klaxon?.stop();
    await redis?.stop();
  });

  async function ask(caller: Caller, times: number): Promise<number[]> {
    const statuses: number[] = [];
    for (let index = 0; index < times; index += 1) {
      const server = index % 2 === 0 ? klaxon.server : other;
      const url = `${server.url}/api/incidents?limit=1`;
      const answer = await fetch(url, { headers: caller.headers });
      await answer.body?.cancel();
      statuses.push(answer.status);
    }
    return statuses;
  }

  test('let a caller ask as often as one would', async () => {
    const caller = await klaxon.apiKey('busy', ['incidents:read']);
    const statuses = await ask(caller, PER_MINUTE + 4);
    expect(statuses.filter((status) => status === 200)).toHaveLength(PER_MINUTE);
    expect(statuses.slice(PER_MINUTE)).toEqual([429, 429, 429, 429]);
  });

  test('let everybody through while it is away, and say so once', async () => {
    const caller = await klaxon.apiKey('patient', ['incidents:read']);
    await redis.stop();
    const asked = performance.now();
    expect(new Set(await ask(caller, PER_MINUTE + 4))).toEqual(new Set([200]));
    expect(performance.now() - asked).toBeLessThan(10_000);
    const said = () =>
      klaxon.server
        .output()
        .split('\n')
        .filter((line) => /ECONNREFUSED.*Redis cannot be reached/.test(line));
    await eventually(() => said().length > 0 || null);
    expect(said()).toHaveLength(1);
    expect(klaxon.server.output()).not.toContain('"level":50');
  });
});
