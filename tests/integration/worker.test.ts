import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type RunningWorker, readDatabaseClock, startWorker, uuidIds } from '@klaxon/adapters';
import type { JobHandlers } from '@klaxon/application';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

let database: TestDatabase;
let client: pg.Client;
const running: RunningWorker[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((worker) => worker.stop()));
  await client.end();
  await database.drop();
});

type Settle = JobHandlers['settle_alerts'];

/** A worker whose one job does what the test says; `every` where it runs again and again. */
async function work(
  settle: Settle,
  options: { readonly every?: number; readonly stuckAfterMs?: number } = {},
) {
  const { every, ...more } = options;
  const nothing = async () => {};
  const lines: string[] = [];
  const worker = startWorker({
    url: database.url,
    clock: await readDatabaseClock(database.url),
    handlers: {
      announce_events: nothing,
      settle_alerts: settle,
      wake_incidents: nothing,
      reconcile_alerts: nothing,
      mark_stale_incidents: nothing,
      compact_metrics: nothing,
      prune_sessions: nothing,
      prune_rejected_alerts: nothing,
    },
    everyMs: every === undefined ? {} : { settle_alerts: every },
    attempt: async () => null,
    log: (_level, line) => lines.push(line),
    ...more,
  });
  running.push(worker);
  return { worker, lines };
}

const add = (columns = '', values = '') =>
  client.query(`INSERT INTO jobs (name${columns}) VALUES ('settle_alerts'${values})`);
const left = async () => (await client.query('SELECT * FROM jobs ORDER BY id')).rows;
const workers = async () =>
  (await client.query<{ id: string }>(`SELECT id FROM processes WHERE role = 'worker'`)).rows;

/** A job that is due, claimed by somebody. */
const claimed = (by: string) => add(', claimed_by, claimed_at', `, '${by}', now()`);

describe('a job', () => {
  test('runs once, however many workers there are, and is gone', async () => {
    let runs = 0;
    const settle = async () => {
      runs += 1;
    };
    await work(settle);
    await work(settle);
    for (let n = 0; n < 20; n += 1) await add();
    await eventually(async () => ((await left()).length === 0 ? true : null));
    expect(runs).toBe(20);
  });

  test('is begun within milliseconds of its commit', async () => {
    const ran = Promise.withResolvers<number>();
    await work(async () => ran.resolve(performance.now()));
    await eventually(async () => ((await workers()).length > 0 ? true : null));
    const added = performance.now();
    await add();
    // Without a word from the database it would wait for the next look, a second away.
    expect((await ran.promise) - added).toBeLessThan(700);
  });

  test('that fails is tried again, and says why', async () => {
    let runs = 0;
    await add();
    await work(async () => {
      runs += 1;
      if (runs === 1) throw new Error('it was busy');
    });
    await eventually(async () => ((await left())[0]?.failures === 1 ? true : null));
    expect((await left())[0]).toMatchObject({ last_error: 'Error: it was busy', claimed_by: null });
    await eventually(async () => ((await left()).length === 0 ? true : null));
    expect(runs).toBe(2);
  });

  test('that runs again and again is there once, and due after its time', async () => {
    let runs = 0;
    const settle = async () => {
      runs += 1;
    };
    await work(settle, { every: 100 });
    await work(settle, { every: 100 });
    await eventually(() => (runs >= 3 ? true : null));
    expect(await left()).toMatchObject([{ name: 'settle_alerts', every_ms: 100 }]);
  });

  test('leaves its key to the next one while it runs, so that nobody waits for it', async () => {
    const running = Promise.withResolvers<void>();
    const end = Promise.withResolvers<void>();
    await work(async () => {
      running.resolve();
      await end.promise;
    });
    await add(', key', `, 'growth'`);
    await running.promise;
    await add(', key, due_at', `, 'growth', now() + interval '1 h'`);
    expect(await left()).toHaveLength(2);
    end.resolve();
  });
});

describe('what is claimed', () => {
  test('by a worker that is gone is released, and done by another', async () => {
    const ran = Promise.withResolvers<void>();
    await claimed(uuidIds.next());
    const { lines } = await work(async () => ran.resolve());
    await ran.promise;
    expect(lines.join()).toContain('is gone; its 1 claims are released');
  });

  test('by a worker that lives is left to it', async () => {
    const other = uuidIds.next();
    const lives = () =>
      client.query(
        `INSERT INTO processes (id, role, host, pid) VALUES ($1, 'worker', 'there', 1)
         ON CONFLICT (id) DO UPDATE SET seen_at = now()`,
        [other],
      );
    await lives();
    await claimed(other);
    let runs = 0;
    const { lines } = await work(async () => {
      runs += 1;
    });
    // Whoever is released shows that the others were judged: this one was not.
    await claimed(uuidIds.next());
    await eventually(async () => {
      await lives();
      return runs === 1 ? true : null;
    });
    expect(lines.filter((line) => line.includes('is gone'))).toHaveLength(1);
    expect(await left()).toMatchObject([{ claimed_by: other }]);
  });

  test('in the name of a worker that does not have it in hand is released, too', async () => {
    const ran = Promise.withResolvers<void>();
    const { lines } = await work(async () => ran.resolve());
    const [own] = await eventually(async () => {
      const rows = await workers();
      return rows.length > 0 ? rows : null;
    });
    await claimed(own?.id ?? '');
    await ran.promise;
    expect(lines.join()).toContain('not in its hands; released');
  });
});

test('what a worker has claimed since it looked at what it has in hand is left to it', async () => {
  const ran = Promise.withResolvers<void>();
  await work(async () => ran.resolve());
  const [own] = await eventually(async () => {
    const rows = await workers();
    return rows.length > 0 ? rows : null;
  });
  // Later than any look of the next minute.
  await add(', claimed_by, claimed_at', `, '${own?.id}', now() + interval '1 min'`);
  await claimed(own?.id ?? '');
  await ran.promise;
  await eventually(async () => ((await left()).length === 1 ? true : null));
  expect(await left()).toMatchObject([{ claimed_by: own?.id }]);
});

describe('a worker that takes nothing while work is due', () => {
  /** As many jobs as it runs at once hang, and one more is due. */
  const hangs = () => new Promise<void>(() => {});

  test('begins again, and takes it', async () => {
    let begun = 0;
    let done = false;
    for (let n = 0; n < 6; n += 1) await add();
    const { lines } = await work(
      () => {
        begun += 1;
        if (begun <= 5) return hangs();
        done = true;
        return Promise.resolve();
      },
      { stuckAfterMs: 2_000 },
    );
    await eventually(() => (done ? true : null));
    expect(lines.join()).toContain('the worker stands still: a job is due');
  });

  test('and cannot be helped by that says so, for its process to end', async () => {
    for (let n = 0; n < 40; n += 1) await add();
    const { worker, lines } = await work(hangs, { stuckAfterMs: 1_000 });
    await worker.hopeless;
    expect(lines.join()).toContain('Restarting did not help');
  });

  test('is known to be stuck by all processes', async () => {
    for (let n = 0; n < 40; n += 1) await add();
    await work(hangs, { stuckAfterMs: 1_000 });
    await eventually(async () => {
      const { rows } = await client.query(
        'SELECT stuck_since FROM processes WHERE stuck_since IS NOT NULL',
      );
      return rows.length > 0 ? true : null;
    });
  });
});
