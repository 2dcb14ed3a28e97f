import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { startWorkerProcess } from '../support/klaxon-process.ts';
import { SecuredKlaxon } from '../support/secured-klaxon.ts';

let klaxon: SecuredKlaxon;

beforeAll(async () => {
  klaxon = await SecuredKlaxon.start({}, 'api');
});

afterAll(() => klaxon?.stop());

const ready = async (url: string) => {
  const answer = await fetch(`${url}/ready`);
  const { checks } = (await answer.json()) as {
    checks: { name: string; ok: boolean; detail: string }[];
  };
  return { status: answer.status, failing: checks.filter(({ ok }) => !ok) };
};

const problems = async (): Promise<string[]> => {
  const status: { problems: { kind: string }[] } = await klaxon.get(
    klaxon.admin,
    'GET',
    '/api/status',
  );
  return status.problems.map(({ kind }) => kind);
};

test('work that no worker takes is no readiness, says why, and is ready again with one', async () => {
  const { url } = klaxon.server;
  expect(await ready(url)).toEqual({ status: 200, failing: [] });

  await klaxon.get(klaxon.admin, 'POST', '/api/incidents', { title: 'Nobody hears of this' });
  const unready = await eventually(async () => {
    const now = await ready(url);
    return now.status === 503 ? now : null;
  });
  expect(unready.failing).toEqual([
    {
      name: 'work',
      ok: false,
      detail: expect.stringMatching(/^Work is due for \d+ s and no worker takes it\.$/),
    },
  ]);
  await eventually(async () => {
    const kinds = await problems();
    return kinds.includes('work_not_taken') && kinds.includes('no_worker') ? true : null;
  });

  const worker = await startWorkerProcess(klaxon.env);
  await eventually(async () => ((await ready(url)).status === 200 ? true : null));
  expect(await ready(worker.url)).toEqual({ status: 200, failing: [] });
  expect((await fetch(`${worker.url}/health`)).status).toBe(200);
  expect((await fetch(`${worker.url}/api/incidents`)).status).toBe(404);
  expect(await worker.end('SIGTERM')).toBe(0);
});
