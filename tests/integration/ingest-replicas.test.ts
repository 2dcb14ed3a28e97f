import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  createPool,
  createPrisma,
  pgIngestStore,
  prismaIncidentQueries,
  systemClock,
  uuidIds,
} from '@klaxon/adapters';
import { type IncidentQueries, type IngestAlerts, makeIngestAlerts } from '@klaxon/application';
import { alertReport, incomingAlert, ingestPolicy } from '@klaxon/testing';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const PAGE = { limit: 200, offset: 0, cursor: null };

describe('two replicas that take the same alerts at the same instant', () => {
  let database: TestDatabase;
  let replicas: readonly { ingest: IngestAlerts; end: () => Promise<void> }[];
  let incidents: IncidentQueries;

  beforeEach(async () => {
    database = await createTestDatabase();
    replicas = [0, 1].map(() => {
      const pool = pool3(database.url);
      const planning = { clock: systemClock, ids: uuidIds, policy: ingestPolicy() };
      return { ingest: makeIngestAlerts(pgIngestStore(pool), planning), end: () => pool.end() };
    });
    const reading = pool3(database.url);
    incidents = prismaIncidentQueries(createPrisma(reading));
    replicas = [...replicas, { ingest: async () => {}, end: () => reading.end() }];
  });

  afterEach(async () => {
    for (const { end } of replicas) await end();
    await database.drop();
  });

  test('open one incident a group, each with all its alerts', async () => {
    const [first, second] = replicas;
    const payloads = Array.from({ length: 40 }, (_, index) =>
      alertReport(
        [1, 2, 3].map((n) =>
          incomingAlert({ labels: { service: `svc-${index % 20}`, instance: `${index}-${n}` } }),
        ),
      ),
    );

    await Promise.all(
      payloads.flatMap((payload) =>
        [first, second].map((replica) => replica?.ingest({ report: payload, rejected: [] })),
      ),
    );

    const { items, total } = await incidents.list({}, 'created_at', PAGE);
    expect(total).toBe(20);
    expect(items.map(({ alerts }) => alerts)).toEqual(items.map(() => 6));
    expect(new Set(items.map(({ incident }) => incident.groupKey)).size).toBe(20);
  });
});

function pool3(url: string) {
  return createPool({
    url,
    maxConnections: 3,
    maxIdleConnections: 0,
    maxLifetimeSeconds: 300,
    statementTimeoutMs: 30_000,
    pipeline: true,
    onIdleError: () => {},
  });
}
