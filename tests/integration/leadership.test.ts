import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { leadWhileAlone } from '@klaxon/adapters';
import { WaitingLine } from '@klaxon/testing';
import pg from 'pg';
import { createTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

const LOCK = 4_803_920_999;

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let candidates: Candidate[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(candidates.map(({ stop }) => stop()));
  candidates = [];
});
afterAll(() => database.drop());

interface Candidate {
  /** One signal for each time that it leads. */
  readonly terms: WaitingLine<AbortSignal>;
  stop(): Promise<void>;
}

function stand(): Candidate {
  const terms = new WaitingLine<AbortSignal>();
  const options = { url: database.url, lock: LOCK, log: () => {}, checkEvery: 20 };
  const { stop } = leadWhileAlone(options, async (signal) => {
    terms.put(signal);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  });
  const candidate = { terms, stop };
  candidates.push(candidate);
  return candidate;
}

async function onDatabase(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await work(client).finally(() => client.end());
}

const leaders = `SELECT count(*)::int AS waiting FROM pg_stat_activity
  WHERE datname = current_database() AND application_name = 'klaxon leader'`;

describe('what only one process may do', () => {
  test('is done by one at a time, and by the next when that one stops', async () => {
    const first = stand();
    const term = await first.terms.take();
    const second = stand();
    await onDatabase((client) =>
      eventually(async () => ((await client.query(leaders)).rows[0].waiting === 2 ? true : null)),
    );
    expect(second.terms).toHaveLength(0);
    expect(term.aborted).toBe(false);
    await first.stop();
    expect(term.aborted).toBe(true);
    expect((await second.terms.take()).aborted).toBe(false);
  });

  test('ends at once when the connection that holds its lock is gone, and is taken up again', async () => {
    const only = stand();
    const term = await only.terms.take();
    await onDatabase((client) =>
      client.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'klaxon leader'`,
      ),
    );
    await eventually(() => (term.aborted ? true : null));
    expect((await only.terms.take()).aborted).toBe(false);
  });

  test('waits for a database that is not there yet', async () => {
    const { port } = new URL(database.url);
    const tried = new WaitingLine<string>();
    const { stop } = leadWhileAlone(
      {
        url: database.url.replace(`:${port}`, ':1'),
        lock: LOCK,
        log: (_level, message) => tried.put(message),
        checkEvery: 20,
      },
      async () => {},
    );
    await tried.take();
    await tried.take();
    await stop();
  });
});
