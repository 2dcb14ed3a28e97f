import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type KlaxonProcess, startKlaxon } from '../support/klaxon-process.ts';

let database: TestDatabase;
const running = new Set<KlaxonProcess>();

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await Promise.all([...running].map((klaxon) => klaxon.end('SIGKILL')));
  await database.drop();
});

async function start(): Promise<KlaxonProcess> {
  const klaxon = await startKlaxon({ DATABASE_URL: database.url }, 'start');
  running.add(klaxon);
  return klaxon;
}

async function end(klaxon: KlaxonProcess): Promise<number | null> {
  running.delete(klaxon);
  return klaxon.end('SIGTERM');
}

/** Opens an incident, and answers its number. */
async function open({ url, headers }: KlaxonProcess, service: string): Promise<number> {
  const answer = await fetch(`${url}/api/test-alerts`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ service }),
  });
  expect(answer.status).toBe(201);
  return Number(/"number":(\d+)/.exec(await answer.text())?.[1]);
}

/** As a browser's EventSource: it knows the last id, and can tell what came. */
async function follow({ url, headers }: KlaxonProcess, lastEventId: string | null = null) {
  const answer = await fetch(`${url}/api/events`, {
    headers: { ...headers, ...(lastEventId !== null && { 'last-event-id': lastEventId }) },
  });
  expect(answer.status).toBe(200);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const read = async (): Promise<boolean> => {
    const part = await reader?.read();
    text += part?.value ?? '';
    return part?.done !== true;
  };
  const numbers = () => [...text.matchAll(/^data: .*"number":(\d+)/gm)].map(([, n]) => Number(n));
  while (!text.includes('id: ')) await read();
  return {
    lastEventId: () => [...text.matchAll(/^id: (.*)$/gm)].at(-1)?.[1] ?? null,
    async next(count: number): Promise<readonly number[]> {
      while (numbers().length < count) if (!(await read())) break;
      return numbers();
    },
    async ended(): Promise<readonly number[]> {
      while (await read());
      return numbers();
    },
  };
}

test('whoever follows one process sees live what another takes in, and misses nothing of a restart', async () => {
  const [first, second] = [await start(), await start()];
  const follower = await follow(first);
  const seen = [await open(second, 'api'), await open(first, 'db')];
  expect(await follower.next(2)).toEqual(seen);

  const ending = end(first);
  expect(await follower.ended()).toEqual(seen);
  expect(await ending).toBe(0);
  const missed = [await open(second, 'web')];

  const again = await follow(await start(), follower.lastEventId());
  const later = [await open(second, 'cache')];
  expect(await again.next(2)).toEqual([...missed, ...later]);
});
