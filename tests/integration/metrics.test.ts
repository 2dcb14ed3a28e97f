import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  createPool,
  createPrisma,
  migrateDeploy,
  migrateDown,
  migrationsFolder,
  prismaMetricsQueries,
  prismaMetricsRollup,
} from '@klaxon/adapters';
import {
  BREAKDOWN_LIMIT,
  BREAKDOWNS,
  METRICS_BUCKETS,
  type MetricsBucket,
  type MetricsFilter,
  type MetricsQueries,
  type MetricsRollup,
  NOISY_ALERTS_LIMIT,
} from '@klaxon/application';
import {
  HOUR,
  type IncidentMetrics,
  type MetricsShare,
  MINUTE,
  SECOND,
  SEVERITIES,
} from '@klaxon/domain';
import fc from 'fast-check';
import type pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { naiveMetrics } from '../support/naive-metrics.ts';

const DAY = 24 * HOUR;
/** A week and a month end in the days after it. */
const START = Date.UTC(2026, 9, 30);
/** Incompressible, and longer than an index entry may be. */
const LONG_SERVICE = randomBytes(4_000).toString('hex');

let database: TestDatabase;
let pool: pg.Pool;
let prisma: ReturnType<typeof createPrisma>;
let metrics: MetricsQueries;
let rollup: MetricsRollup;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = createPool({
    url: database.url,
    maxConnections: 12,
    maxIdleConnections: 0,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    onIdleError: () => {},
  });
  prisma = createPrisma(pool);
  metrics = prismaMetricsQueries(prisma);
  rollup = prismaMetricsRollup(prisma);
});
afterAll(async () => {
  await prisma.$disconnect();
  await pool.end();
  await database.drop();
});

interface Created {
  readonly at: number;
  readonly service: string | null;
  readonly severity: string;
}

const INSERT = `
  INSERT INTO incidents (title, created_at, updated_at, severity, labels)
  SELECT 'An incident', to_timestamp(x.at / 1000.0), to_timestamp(x.at / 1000.0), x.severity,
    jsonb_strip_nulls(jsonb_build_object('service', x.service))
  FROM json_to_recordset($1::json) AS x (at float8, service text, severity incident_severity)`;
const ACKNOWLEDGE = `
  UPDATE incidents SET status = 'acknowledged', acked_at = created_at + $2 * interval '1 ms',
    acknowledged_by = 'alice'
  WHERE number % 3 = $1 AND status = 'open'`;
const RESOLVE = `
  UPDATE incidents SET status = 'resolved', resolution = $3,
    acked_at = coalesce(acked_at, created_at + $2 * interval '1 ms'),
    resolved_at = greatest(acked_at, created_at + $2 * interval '1 ms')
  WHERE number % 3 = $1 AND status <> 'resolved'`;
const REOPEN = `
  UPDATE incidents SET status = 'open', resolution = NULL, acked_at = NULL, resolved_at = NULL,
    acknowledged_by = NULL
  WHERE number % 3 = $1 AND status = 'resolved'`;
const REGRADE = 'UPDATE incidents SET severity = $2 WHERE number % 3 = $1';
const RELABEL = `
  UPDATE incidents SET labels = jsonb_build_object('service', $2::text) WHERE number % 3 = $1`;
const DELETE = 'DELETE FROM incidents WHERE number % 3 = $1';

const create = (incidents: readonly Created[]) => pool.query(INSERT, [JSON.stringify(incidents)]);
const waiting = async () =>
  (await pool.query('SELECT FROM incident_metrics WHERE NOT compacted')).rowCount;

const EVERYTHING = { filter: {}, bucket: 'day' } as const;

const anyThird = fc.nat(2);
const anyLength = fc.nat(3 * HOUR);
const anySeverity = fc.constantFrom(...SEVERITIES);
const anyService = fc.constantFrom('', 'api', 'db', LONG_SERVICE);
/** Few, and most of them about a midnight: incidents and the ends of ranges shall meet. */
const anyInstant = fc
  .tuple(
    fc.nat(3),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(-1, 0, 1, 12 * HOUR) },
      { weight: 1, arbitrary: fc.nat(DAY) },
    ),
  )
  .map(([day, offset]) => START + day * DAY + offset);
const anyCreated: fc.Arbitrary<Created> = fc.record({
  at: anyInstant,
  service: fc.option(anyService),
  severity: anySeverity,
});

const anyCreation = fc
  .array(anyCreated, { minLength: 1, maxLength: 12 })
  .map((incidents) => ({ sql: INSERT, values: [JSON.stringify(incidents)] }));

/** One statement over a third of the incidents, or a compaction. */
const anyStep = fc.oneof(
  anyCreation,
  fc.tuple(anyThird, anyLength).map((values) => ({ sql: ACKNOWLEDGE, values })),
  fc
    .tuple(anyThird, anyLength, fc.constantFrom('alerts', 'person', 'merged'))
    .map((values) => ({ sql: RESOLVE, values })),
  fc.tuple(anyThird).map((values) => ({ sql: REOPEN, values })),
  fc.tuple(anyThird, anySeverity).map((values) => ({ sql: REGRADE, values })),
  fc.tuple(anyThird, anyService).map((values) => ({ sql: RELABEL, values })),
  fc.tuple(anyThird).map((values) => ({ sql: DELETE, values })),
  fc.constant('compact' as const),
);

const anyFilter: fc.Arbitrary<MetricsFilter> = fc.record(
  { from: anyInstant, to: anyInstant, service: anyService, severity: anySeverity },
  { requiredKeys: [] },
);
const anyQuestion = fc.record({ filter: anyFilter, bucket: fc.constantFrom(...METRICS_BUCKETS) });

/** To the microsecond: averages are divided in another order. */
function rounded<T extends IncidentMetrics>(sums: T): T {
  const round = (seconds: number | null) =>
    seconds === null ? null : Math.round(seconds * 1e6) / 1e6;
  return { ...sums, mttaSeconds: round(sums.mttaSeconds), mttrSeconds: round(sums.mttrSeconds) };
}

function byKey(shares: readonly MetricsShare[]) {
  return new Map(shares.map((share) => [share.key, rounded(share)]));
}

async function expectExact(
  ...questions: readonly { readonly filter: MetricsFilter; readonly bucket: MetricsBucket }[]
): Promise<void> {
  const naive = await naiveMetrics(pool);
  for (const { filter, bucket } of questions) {
    expect(rounded(await metrics.metrics(filter))).toEqual(rounded(naive.metrics(filter)));
    const points = await metrics.series(filter, bucket);
    expect(points.map(rounded)).toEqual(naive.series(filter, bucket).map(rounded));
    for (const by of BREAKDOWNS) {
      const shares = await metrics.breakdown(filter, by);
      const totals = shares.map(({ total }) => total);
      expect(totals).toEqual(totals.toSorted((a, b) => b - a));
      expect(byKey(shares)).toEqual(byKey(naive.breakdown(filter, by)));
    }
  }
}

describe('the roll-up', () => {
  afterEach(async () => {
    await pool.query('DELETE FROM incidents');
    await rollup.compact();
  });

  test('whatever incidents go through, the metrics are those of counting them one by one', async () => {
    const story = fc
      .tuple(anyCreation, fc.array(anyStep, { maxLength: 12 }))
      .map(([first, steps]) => [first, ...steps]);
    const questions = fc.array(anyQuestion, { minLength: 4, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(story, questions, async (steps, asked) => {
        for (const step of steps) {
          if (step === 'compact') await rollup.compact();
          else await pool.query(step.sql, [...step.values]);
        }
        await expectExact(EVERYTHING, ...asked);

        await pool.query('DELETE FROM incidents');
        await rollup.compact();
        expect((await pool.query('SELECT FROM incident_metrics')).rowCount).toBe(0);
      }),
      { numRuns: 80 },
    );
  }, 120_000);

  test.each([
    ['the roll-up', '20261123000100_incident_metrics'],
    ['its names of services', '20261125000100_metrics_services'],
  ])('incidents older than %s are in it from the start', async (_what, migration) => {
    await create([
      { at: START, service: 'api', severity: 'high' },
      { at: START + DAY, service: null, severity: 'low' },
    ]);
    const names = readdirSync(migrationsFolder).filter((name) => /^\d/.test(name));
    const since = names.filter((name) => name >= migration).length;
    await migrateDown(database.url, migrationsFolder, since);
    await pool.query(RESOLVE, [0, HOUR, 'person']);
    await pool.query(RELABEL, [1, 'web']);
    await migrateDeploy(database.url, migrationsFolder);

    await expectExact(EVERYTHING, { filter: { service: 'api' }, bucket: 'day' });
  });

  test('writers and compactions at the same time lose nothing, and the sums are exact all along', async () => {
    const services = ['api', 'db', null];
    const writer = async (index: number) => {
      for (let round = 0; round < 15; round += 1) {
        const service = services[(index + round) % 3] ?? null;
        await create([
          { at: START + round * HOUR, service, severity: 'high' },
          { at: START + round * 2 * HOUR, service, severity: 'low' },
        ]);
        // Another writer may hold some of these rows: whoever comes second sees what the first did.
        const third = `number % 3 = ${(index + round) % 3}`;
        await pool.query(`UPDATE incidents SET severity = 'critical'
        WHERE id IN (SELECT id FROM incidents WHERE ${third} AND severity = 'low' ORDER BY id FOR UPDATE)`);
        await pool.query(`UPDATE incidents SET status = 'acknowledged', acked_at = created_at + interval '1 min',
          acknowledged_by = 'alice'
        WHERE id IN (SELECT id FROM incidents WHERE ${third} AND status = 'open' ORDER BY id FOR UPDATE)`);
      }
    };
    let writing = true;
    const seen: unknown[] = [];
    const during = async (work: () => Promise<unknown>) => {
      while (writing) await work();
    };
    const compare = async () => {
      const { rows } = await pool.query<{ rolled_up: string; counted: string }>(`SELECT
      (SELECT coalesce(sum(total), 0) FROM incident_metrics WHERE service_hash = '') AS rolled_up,
      (SELECT count(*) FROM incidents) AS counted`);
      seen.push(...rows.filter(({ rolled_up, counted }) => rolled_up !== counted));
    };
    const others = [rollup.compact, rollup.compact, compare].map(during);
    await Promise.all([0, 1, 2, 3].map(writer)).finally(() => {
      writing = false;
    });
    await Promise.all(others);

    expect(seen).toEqual([]);
    const filters = [{}, { service: 'api' }, { service: '' }, { from: START + DAY }];
    await expectExact(...filters.map((filter) => ({ filter, bucket: 'day' }) as const));
    await rollup.compact();
    await expectExact(EVERYTHING);
  }, 60_000);

  test('neither another writer of the same day nor a compaction waits for a long transaction', async () => {
    await create([{ at: START, service: 'api', severity: 'high' }]);
    const [long, short] = [await pool.connect(), await pool.connect()];
    const again = [JSON.stringify([{ at: START, service: 'api', severity: 'high' }])];
    try {
      await long.query('BEGIN');
      await long.query(INSERT, again);
      await short.query(`SET lock_timeout = '2s'`);
      await short.query(INSERT, again);
      await rollup.compact();
      expect((await metrics.metrics({})).total).toBe(2);
      await long.query('COMMIT');
      expect((await metrics.metrics({})).total).toBe(3);
    } finally {
      short.release(true);
      long.release(true);
    }
  });

  test('a change that the metrics do not count writes nothing', async () => {
    await create([{ at: START, service: 'api', severity: 'high' }]);
    await rollup.compact();
    await pool.query(
      `UPDATE incidents SET title = 'Another title', updated_at = now(), version = 2`,
    );
    expect(await waiting()).toBe(0);
  });

  test('one statement writes one row for each service, day, severity and status it changed, and their total', async () => {
    const at = START + HOUR;
    await create(
      Array.from({ length: 100 }, (_, index) => ({
        at: at + index * SECOND,
        service: index % 2 === 0 ? 'api' : 'db',
        severity: 'high',
      })),
    );
    expect(await waiting()).toBe(3);
  });
});

describe('a breakdown', () => {
  afterEach(async () => {
    await pool.query('DELETE FROM incidents');
    await rollup.compact();
  });

  test('names the 200 services with the most incidents', async () => {
    const incidents = Array.from({ length: BREAKDOWN_LIMIT + 10 }, (_, index) => ({
      at: START,
      service: `service-${index}`,
      severity: 'high',
    }));
    await create([...incidents, ...incidents.slice(-BREAKDOWN_LIMIT)]);
    const shares = await metrics.breakdown({}, 'service');
    expect(shares).toHaveLength(BREAKDOWN_LIMIT);
    expect(shares.every(({ total }) => total === 2)).toBe(true);
  });
});

describe('noise', () => {
  const BEGIN = START + 40 * DAY;
  const range = { from: BEGIN, to: BEGIN + 7 * DAY };
  /** Minutes after it was created; `by` is who acknowledged it. */
  const incident = (
    alertname: string | null,
    service: string | null,
    rest: { resolved?: number; by?: string; resolution?: string; at?: number } = {},
  ) => {
    const { resolved, by, resolution = 'alerts', at = BEGIN } = rest;
    return {
      at,
      labels: { ...(alertname !== null && { alertname }), ...(service !== null && { service }) },
      by: by ?? null,
      resolved: resolved ?? null,
      resolution: resolved === undefined ? null : resolution,
      status: resolved !== undefined ? 'resolved' : by === undefined ? 'open' : 'acknowledged',
    };
  };
  const add = (...incidents: readonly ReturnType<typeof incident>[]) =>
    pool.query(
      `INSERT INTO incidents (title, labels, created_at, updated_at, status, acknowledged_by, acked_at, resolved_at,
         resolution)
       SELECT 'An incident', x.labels, t.at, t.at, x.status, x.by,
         CASE WHEN x.status <> 'open' THEN t.at END, t.at + x.resolved * interval '1 min', x.resolution
       FROM json_to_recordset($1::json) AS x (at float8, labels jsonb, by text, resolved int, resolution text,
         status incident_status), LATERAL (SELECT to_timestamp(x.at / 1000.0)) AS t (at)`,
      [JSON.stringify(incidents)],
    );
  afterEach(() => pool.query('DELETE FROM incidents'));

  test('is of alerts whose incidents went away by themselves or stand unheeded, the worst first', async () => {
    await add(
      incident('Flaps', 'api', { resolved: 1 }),
      incident('Flaps', 'api', { resolved: 5 }),
      incident('Flaps', 'api', { resolved: 3, by: 'ada' }),
      incident('Stands', null),
      incident('Flaps', 'db', { resolved: 2 }),
      incident('Flaps', 'db', { resolved: 4, by: 'ada' }),
    );
    const noisy = (alertname: string, service: string, counts: readonly (number | null)[]) => ({
      alertname,
      service,
      incidents: counts[0],
      unacknowledged: counts[1],
      medianSeconds: counts[2],
    });
    expect(await metrics.noise(range)).toEqual([
      noisy('Flaps', 'api', [3, 2, 180]),
      noisy('Flaps', 'db', [2, 1, 180]),
      noisy('Stands', '', [1, 1, null]),
    ]);
  });

  test('is no alert that somebody always saw to', async () => {
    await add(
      incident('Heeded', 'api', { by: 'ada' }),
      incident('Heeded', 'api', { resolved: 1, resolution: 'person' }),
      incident('Heeded', 'api', { resolved: 1, resolution: 'merged' }),
    );
    expect(await metrics.noise(range)).toEqual([]);
  });

  test('is not what was created at another time, or by no named alert', async () => {
    await add(
      incident('Before', 'api', { at: range.from - 1 }),
      incident('After', 'api', { at: range.to }),
      incident(null, 'api'),
      incident('', 'api'),
    );
    expect(await metrics.noise(range)).toEqual([]);
  });

  test('names at most 100 alerts', async () => {
    await add(...Array.from({ length: 110 }, (_, index) => incident(`Alert${index}`, 'api')));
    expect(await metrics.noise(range)).toHaveLength(NOISY_ALERTS_LIMIT);
  });
});

describe('reading', () => {
  interface Plan {
    readonly 'Relation Name'?: string;
    readonly 'Index Cond'?: string;
    readonly Plans?: readonly Plan[];
  }
  const nodes = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

  const isQuery = (asked: unknown): asked is pg.QueryConfig =>
    typeof asked === 'object' && asked !== null && 'text' in asked;

  /** The plan of each statement that `ask` runs. */
  async function plansOf(ask: () => Promise<unknown>): Promise<readonly (readonly Plan[])[]> {
    const query = jest.spyOn(pool, 'query');
    await ask();
    const asked: readonly (readonly unknown[])[] = query.mock.calls.slice();
    query.mockRestore();
    return Promise.all(
      asked.map(async ([statement]) => {
        if (!isQuery(statement)) throw new TypeError('a statement came without its text');
        const { text, values } = statement;
        const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
          `EXPLAIN (FORMAT JSON) ${text}`,
          values,
        );
        return nodes(rows[0]?.['QUERY PLAN'][0].Plan ?? {});
      }),
    );
  }
  const relations = (plan: readonly Plan[]) =>
    new Set(plan.flatMap((node) => node['Relation Name'] ?? []));

  /** By which an index finds incidents: which of those that hold their time is PostgreSQL's choice. */
  const timeConditions = (plan: readonly Plan[]) =>
    plan.flatMap((node) => node['Index Cond'] ?? []).filter((one) => one.includes('created_at'));

  beforeAll(async () => {
    await create(
      Array.from({ length: 20_000 }, (_, index) => ({
        at: START + index * 10 * MINUTE,
        service: `service-${index % 20}`,
        severity: 'high',
      })),
    );
    await rollup.compact();
    await pool.query('ANALYZE incidents, incident_metrics');
  });

  const wholeDays = { from: START, to: START + 100 * DAY };
  test.each<[string, () => Promise<unknown>]>([
    ['the metrics of all time', () => metrics.metrics({})],
    ['the metrics of one service', () => metrics.metrics({ service: 'service-7' })],
    ['the metrics of whole days', () => metrics.metrics({ ...wholeDays, severity: 'high' })],
    ['a series of days', () => metrics.series({}, 'day')],
    ['a series of months', () => metrics.series(wholeDays, 'month')],
    ['a breakdown by service', () => metrics.breakdown({}, 'service')],
    ['a breakdown by severity', () => metrics.breakdown(wholeDays, 'severity')],
  ])('%s takes one statement that does not touch the incidents', async (_case, ask) => {
    const plans = await plansOf(ask);
    expect(plans.map(relations)).toEqual([new Set(['incident_metrics'])]);
  });

  test('noise takes one statement that finds the incidents by their time', async () => {
    const [plan = [], ...more] = await plansOf(() =>
      metrics.noise({ from: START, to: START + DAY }),
    );
    expect(more).toEqual([]);
    expect(timeConditions(plan)).toHaveLength(1);
  });

  test('a range that cuts days in two takes one statement that finds the cut days by their time', async () => {
    const range = { from: START + 20 * DAY + HOUR, to: START + 90 * DAY + HOUR };
    const [plan = [], ...more] = await plansOf(() => metrics.metrics(range));
    expect(more).toEqual([]);
    expect(relations(plan)).toEqual(new Set(['incident_metrics', 'incidents']));
    expect(timeConditions(plan)).toHaveLength(2);
  });
});
