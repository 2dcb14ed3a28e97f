import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createPool, monotonicClock, pgLiveEvents } from '@klaxon/adapters';
import {
  LiveEventHub,
  type LiveEvents,
  type StreamClient,
  type StreamMessage,
} from '@klaxon/application';
import { LOCAL } from '@klaxon/domain';
import fc from 'fast-check';
import type pg from 'pg';
import { createTestDatabase, execute, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';

const INCIDENT = '00000000-0000-7000-8000-000000000001';
/** More writers than that never run at once here. */
const WRITERS = 4;

let database: TestDatabase;
let pool: pg.Pool;
let live: LiveEvents;
let version: number;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.url,
    maxConnections: WRITERS + 4,
    maxIdleConnections: 0,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
  live = pgLiveEvents({ pool, url: database.url, log: () => {} });
  version = 0;
  await pool.query(`INSERT INTO incidents (id, title) VALUES ($1, 'Disk full')`, [INCIDENT]);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** A transaction of its own, which writes events when it is told to. */
class Writer {
  readonly #client: pg.PoolClient;
  #open = false;
  #written: number[] = [];

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** Takes its id now: later transactions may commit before it. */
  async begin(): Promise<void> {
    if (this.#open) return;
    await this.#client.query('BEGIN; SELECT pg_current_xact_id()');
    this.#open = true;
  }

  async write(): Promise<void> {
    await this.begin();
    version += 1;
    await this.#client.query(
      `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at)
       VALUES ($1, $2, $3, 'note_added', 'system', 'a test', now())`,
      [randomUUID(), INCIDENT, version],
    );
    this.#written.push(version);
  }

  /** Answers the versions of what it wrote. */
  async end(how: 'COMMIT' | 'ROLLBACK'): Promise<readonly number[]> {
    if (!this.#open) return [];
    await this.#client.query(how);
    const written = this.#written;
    this.#open = false;
    this.#written = [];
    return how === 'COMMIT' ? written : [];
  }

  release(): void {
    this.#client.release(true);
  }
}

const writer = async () => new Writer(await pool.connect());

async function read(position: string, until?: string) {
  const batch = await live.after(position, 1_000, until);
  if (!batch) throw new TypeError(`${position} is no place`);
  return { ...batch, versions: batch.events.map(({ event }) => event.version) };
}

describe('between two places', () => {
  test('a transaction that began earlier and commits later than one already told is told', async () => {
    const begin = await live.now();
    const [slow, quick] = [await writer(), await writer()];
    await slow.write();
    await quick.write();
    const first = await quick.end('COMMIT');
    const told = await read(begin);
    expect(told.versions).toEqual(first);
    const second = await slow.end('COMMIT');
    const rest = await read(told.position);
    expect(rest.versions).toEqual(second);
    expect((await read(rest.position)).versions).toEqual([]);
    for (const one of [slow, quick]) one.release();
  });

  test('whatever transactions do meanwhile, each committed event is told once, to who stays and who comes back', async () => {
    const anyWriter = fc.nat(WRITERS - 1);
    const anyStep = fc.oneof(
      { weight: 2, arbitrary: fc.record({ do: fc.constant('begin' as const), by: anyWriter }) },
      { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), by: anyWriter }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('COMMIT' as const), by: anyWriter }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('ROLLBACK' as const), by: anyWriter }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('read' as const), by: anyWriter }) },
    );
    const writers = await Promise.all(Array.from({ length: WRITERS }, writer));
    const story = fc.array(anyStep, { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(story, fc.nat(), async (steps, seed) => {
        const begin = await live.now();
        const committed: number[] = [];
        const told: number[] = [];
        /** Every place that was given away, with what whoever has it was told by then. */
        const places = [{ position: begin, told: 0 }];
        const catchUp = async () => {
          const batch = await read(places.at(-1)?.position ?? begin);
          for (const { event, position } of batch.events) {
            told.push(event.version);
            places.push({ position, told: told.length });
          }
          places.push({ position: batch.position, told: told.length });
        };
        for (const step of steps) {
          const one = writers[step.by];
          if (step.do === 'read') await catchUp();
          else if (step.do === 'begin') await one?.begin();
          else if (step.do === 'write') await one?.write();
          else committed.push(...((await one?.end(step.do)) ?? []));
        }
        for (const one of writers) committed.push(...(await one.end('COMMIT')));
        await catchUp();
        expect(told.toSorted((a, b) => a - b)).toEqual(committed.toSorted((a, b) => a - b));

        const end = places.at(-1)?.position ?? begin;
        const back = places[seed % places.length];
        const again = await read(back?.position ?? begin, end);
        const missed = told.slice(back?.told);
        expect(again.versions.toSorted((a, b) => a - b)).toEqual(missed.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
    for (const one of writers) one.release();
  }, 120_000);

  test('what was written before there were places is told to nobody', async () => {
    await pool.query(
      `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at, transaction_id)
       VALUES (gen_random_uuid(), $1, 1000000, 'opened', 'system', 'a test', now(), '0')`,
      [INCIDENT],
    );
    const [cluster] = (await live.now()).split('/');
    const { versions } = await read(`${cluster}/3:3:`);
    expect(versions).not.toContain(1_000_000);
  });

  test('a place of another cluster, of the future or with a torn snapshot is none', async () => {
    const now = await live.now();
    const [cluster = '', snapshot = ''] = now.split('/');
    const xmax = BigInt(snapshot.split(':')[1] ?? '0') + 1_000_000n;
    const until = await live.now();
    for (const wrong of [
      `${BigInt(cluster) + 1n}/${snapshot}`,
      `${cluster}/${xmax}:${xmax}:`,
      `${cluster}/9:5:`,
      `${cluster}/5:9:7,6`,
      `${cluster}/${snapshot}/9:5:/1`,
    ]) {
      expect([wrong, await live.after(wrong, 10)]).toEqual([wrong, null]);
      expect([wrong, await live.after(wrong, 10, until)]).toEqual([wrong, null]);
    }
  });

  test('a role without privileges can read it', async () => {
    const { rows } = await pool.query(
      `SELECT has_function_privilege('public', 'pg_control_system()', 'EXECUTE') AS may`,
    );
    expect(rows).toEqual([{ may: true }]);
  });
});

describe('among many events', () => {
  beforeAll(async () => {
    await pool.query(
      `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at)
       SELECT gen_random_uuid(), $1, 2000000 + n, 'opened', 'system', 'a test', now() FROM generate_series(1, 20000) n`,
      [INCIDENT],
    );
    await pool.query('ANALYZE incident_events');
  });

  test('the few after a place are found by their transactions', async () => {
    const begin = await live.now();
    const one = await writer();
    await one.write();
    await one.end('COMMIT');
    one.release();
    const reads = async () => {
      const { rows } = await pool.query<{ rows: string }>(
        `SELECT sum(seq_tup_read) AS rows FROM pg_stat_user_tables WHERE relname = 'incident_events'`,
      );
      return rows[0]?.rows;
    };
    const before = await reads();
    expect((await read(begin)).versions).toHaveLength(1);
    await pool.query('SELECT pg_stat_force_next_flush()');
    expect(await reads()).toBe(before);
  });

  test('those of a cluster that was further, which a dump brought, cost nothing and reset nobody', async () => {
    const begin = await live.now();
    await pool.query(
      `INSERT INTO incident_events (id, incident_id, version, type, actor_kind, reason, at, transaction_id)
       SELECT gen_random_uuid(), $1, 3000000 + n, 'opened', 'system', 'a test', now(), (10000000000 + n)::text::xid8
       FROM generate_series(1, 25000) n`,
      [INCIDENT],
    );
    const one = await writer();
    await one.write();
    const versions = await one.end('COMMIT');
    one.release();
    await pool.query('SELECT pg_stat_force_next_flush()');
    const fetched = async () => {
      const { rows } = await pool.query<{ rows: number }>(
        `SELECT (idx_tup_fetch + seq_tup_read)::int AS rows FROM pg_stat_user_tables WHERE relname = 'incident_events'`,
      );
      return rows[0]?.rows ?? 0;
    };
    const back = await read(begin, await live.now());
    expect(back.versions).toEqual(versions);
    const before = await fetched();
    expect((await read(begin)).versions).toEqual(versions);
    await pool.query('SELECT pg_stat_force_next_flush()');
    expect((await fetched()) - before).toBeLessThan(1_000);
  });

  test('a snapshot that was made up to make the database search through everything is none', async () => {
    const now = await live.now();
    const [cluster = '', snapshot = ''] = now.split('/');
    const xmax = snapshot.split(':')[1] ?? '';
    expect(await live.after(`${cluster}/3:${xmax}:3`, 1_000, now)).toBeNull();
  });
});

class Follower implements StreamClient {
  readonly messages: StreamMessage[] = [];
  ended = false;
  send(message: StreamMessage): void {
    this.messages.push(message);
  }
  end(): void {
    this.ended = true;
  }
  get versions(): readonly number[] {
    return this.messages.flatMap((message) =>
      message.kind === 'events' ? message.events.map(({ event }) => event.version) : [],
    );
  }
  get position(): string {
    const message = this.messages.at(-1);
    if (message?.kind === 'events') return message.events.at(-1)?.position ?? '';
    return message?.kind === 'heartbeat' ? '' : (message?.position ?? '');
  }
}

const SOMEBODY = { who: 'somebody', principal: LOCAL };

describe('processes', () => {
  let hubs: LiveEventHub[];
  let one: Writer;
  const makeHub = () => {
    const hub = new LiveEventHub({
      events: pgLiveEvents({ pool, url: database.url, log: () => {} }),
      findRevoked: async () => new Set(),
      clock: monotonicClock,
      warn: () => {},
    });
    hubs.push(hub);
    return hub;
  };
  const write = async (): Promise<readonly number[]> => {
    await one.write();
    return one.end('COMMIT');
  };
  const until = (follower: Follower, versions: readonly number[]) =>
    eventually(() => (follower.versions.length >= versions.length ? true : null));
  const LISTENERS = `SELECT pid FROM pg_stat_activity WHERE application_name = 'klaxon events' AND datname = current_database()`;

  beforeEach(async () => {
    hubs = [];
    one = await writer();
  });
  afterEach(async () => {
    one.release();
    await Promise.all(hubs.map((hub) => hub.close()));
  });

  test('tell it both within moments, and each on one connection whoever follows', async () => {
    const followers = [];
    for (const hub of [makeHub(), makeHub()])
      for (let index = 0; index < 3; index += 1) {
        const follower = new Follower();
        await hub.join(null, follower, SOMEBODY);
        followers.push(follower);
      }
    await eventually(async () => ((await pool.query(LISTENERS)).rowCount === 2 ? true : null));
    const versions = await write();
    for (const follower of followers) {
      await until(follower, versions);
      expect(follower.versions).toEqual(versions);
    }
  });

  test('miss nothing when their listening connections are killed', async () => {
    const hub = makeHub();
    const follower = new Follower();
    await hub.join(null, follower, SOMEBODY);
    const versions = [...(await write())];
    await until(follower, versions);
    await execute(
      database.url,
      `SELECT pg_terminate_backend(pid) FROM (${LISTENERS}) AS listening`,
    );
    versions.push(...(await write()));
    await until(follower, versions);
    await eventually(async () => ((await pool.query(LISTENERS)).rowCount === 1 ? true : null));
    versions.push(...(await write()));
    await until(follower, versions);
    expect(follower.versions).toEqual(versions);
  });

  test('take over from each other: a client goes on at another one where it was', async () => {
    const [first, second] = [makeHub(), makeHub()];
    const before = new Follower();
    const leave = await first.join(null, before, SOMEBODY);
    const seen = await write();
    await until(before, seen);
    leave();
    const missed = await write();
    const after = new Follower();
    await second.join(before.position, after, SOMEBODY);
    expect(before.versions).toEqual(seen);
    expect(after.versions).toEqual(missed);
  });

  test('leave no connection behind', async () => {
    const hub = makeHub();
    await hub.join(null, new Follower(), SOMEBODY);
    await hub.close();
    await eventually(async () => ((await pool.query(LISTENERS)).rowCount === 0 ? true : null));
  });
});
