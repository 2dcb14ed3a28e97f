import type { IngestStore, IngestTransaction, RecheckedAlert } from '@klaxon/application';
import { alertKey, type HeardService, type Incident } from '@klaxon/domain';
import type pg from 'pg';
import { INGEST_LOCK } from '../database/advisory-locks.ts';
import {
  breaksUnresolvedGroup,
  isTransient,
  isUnavailable,
  StaleSnapshotError,
  withRetries,
} from '../database/database-errors.ts';
import { eventColumns } from '../prisma/event-mapper.ts';
import { groupKeyHash } from '../prisma/incident-mapper.ts';
import { ADD_JOBS, jobRecords } from '../worker/job-rows.ts';
import {
  type AlertRow,
  alertColumns,
  alertRecord,
  alertStateFrom,
  type ContentsRow,
  type IncidentRow,
  incidentRecord,
  type OwnerRow,
  ownersFrom,
  recheckedAlertFrom,
  rejectedRecord,
  snapshotIncidentFrom,
} from './ingest-rows.ts';
import * as sql from './ingest-sql.ts';
import { together } from './together.ts';
import { asWanted, fingerprintsOf, sourcesOf } from './wanted-alerts.ts';

/**
 * How long a transaction waits for its turn, and for any one statement, before its sender is told to
 * try again. Then, how to plan: row by row through indexes. Left to choose, PostgreSQL plans for the
 * empty tables of a new installation and keeps that plan while its first storm fills them, so that
 * every transaction reads them whole.
 */
const BEGIN_TEXT = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL lock_timeout = '5s';
  SET LOCAL enable_seqscan = off;
  SET LOCAL enable_hashjoin = off;
  SET LOCAL enable_mergejoin = off;
  SET LOCAL plan_cache_mode = force_generic_plan;
  SET LOCAL jit = off;
  SELECT pg_advisory_xact_lock(${INGEST_LOCK})`;

/** Longer than it may wait for the lock. Without an answer by then its connection is given up, and with it the transaction. */
const BEGIN = { text: BEGIN_TEXT, query_timeout: 6_000 };

/** What one statement writes at the most: beyond this PostgreSQL puts what it is given into a temporary file first. */
const RECORDS_A_STATEMENT = 5_000;

/**
 * Beyond a statement's worth the index of labels is brought up to date afterwards, by autovacuum or by
 * the next alerts: a search reads what waits for it as well. Left at its 4 MB, each few thousand rows
 * would wait for the whole index, which is a sixth of what PostgreSQL does for 50,000.
 */
const DEFER_LABEL_INDEX = `SET LOCAL gin_pending_list_limit = '64MB'`;

/**
 * Alerts straight through `pg`: the same statements through Prisma cost twice as much, row by row forty
 * times, and this path decides how large a storm Klaxon survives. The pool should have `pipeline`.
 */
export function pgIngestStore(pool: pg.Pool): IngestStore {
  return {
    async run(work) {
      let loadIncidents = LOAD_FREELY;
      return withRetries(
        async () => {
          const client = await pool.connect();
          let broken = true;
          try {
            const begun = client.query(BEGIN);
            const worked = work(transactionOn(client, loadIncidents, begun));
            await together([begun, worked]);
            const { command } = await client.query('COMMIT');
            // A transaction that failed is ended by COMMIT without an error.
            if (command !== 'COMMIT')
              throw new StaleSnapshotError('the transaction was rolled back');
            broken = false;
            return await worked;
          } catch (error) {
            if (!isUnavailable(error)) broken = !(await rollBack(client));
            throw error;
          } finally {
            client.release(broken);
          }
        },
        (error) => {
          loadIncidents = LOAD_AND_LOCK;
          // A person may reopen an incident of the group at the same instant: the next plan sees it.
          return isTransient(error) || breaksUnresolvedGroup(error);
        },
      );
    },
  };
}

/** At first nothing is locked, because a lock writes to disk and most payloads change nothing. */
const LOAD_FREELY = { name: 'load-incidents', text: sql.LOAD_INCIDENTS };
const LOAD_AND_LOCK = { name: 'load-and-lock-incidents', text: sql.LOAD_AND_LOCK_INCIDENTS };

/** Records as one JSON array, made a statement at a time: of a storm's the whole would hold others up. */
function asJson<T>(recordOf: (item: T) => object): (items: readonly T[]) => unknown[] {
  return (items) => [JSON.stringify(items.map(recordOf))];
}

async function rollBack(client: pg.PoolClient): Promise<boolean> {
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}

function transactionOn(
  client: pg.PoolClient,
  loadIncidents: typeof LOAD_FREELY,
  begun: Promise<unknown>,
): IngestTransaction {
  async function rechecked(
    name: string,
    text: string,
    ...values: unknown[]
  ): Promise<readonly RecheckedAlert[]> {
    const { rows } = await client.query<ContentsRow>({ name, text, values });
    return rows.map(recheckedAlertFrom);
  }

  async function write<T>(
    name: string,
    text: string,
    records: readonly T[],
    valuesOf: (records: readonly T[]) => unknown[],
  ): Promise<number> {
    let written = 0;
    let running: Promise<pg.QueryResult> | null = null;
    for (let start = 0; start < records.length; start += RECORDS_A_STATEMENT) {
      // Made while PostgreSQL still works on the one before.
      const values = valuesOf(records.slice(start, start + RECORDS_A_STATEMENT));
      written += (await running)?.rowCount ?? 0;
      running = client.query({ name, text, values });
    }
    return written + ((await running)?.rowCount ?? 0);
  }

  return {
    async owners({ services, alerts }) {
      const { rows } = await client.query<OwnerRow>({
        name: 'load-owners',
        text: sql.LOAD_OWNERS,
        values: [services, fingerprintsOf(alerts), sourcesOf(alerts)],
      });
      return ownersFrom(rows, new Set(alerts.map(alertKey)));
    },

    async load({ alerts: wanted, groupKeys, resolvedSourceGroups }) {
      const alerts = await client.query<AlertRow>({
        name: 'load-alerts',
        text: sql.LOAD_ALERTS,
        values: [
          fingerprintsOf(wanted),
          sourcesOf(wanted),
          resolvedSourceGroups.map(({ name }) => name),
          sourcesOf(resolvedSourceGroups),
        ],
      });
      const rows = asWanted(alerts.rows, wanted, resolvedSourceGroups);
      const incidentIds = new Set(rows.flatMap((row) => row.incident_id ?? []));
      const incidents = await client.query<IncidentRow>({
        ...loadIncidents,
        values: [[...incidentIds], groupKeys.map((key) => Buffer.from(groupKeyHash(key)))],
      });
      return {
        alerts: rows.map(alertStateFrom),
        incidents: incidents.rows.map(snapshotIncidentFrom),
      };
    },

    unconfirmedSince: (before) => rechecked('load-unconfirmed', sql.LOAD_UNCONFIRMED, before),
    firingDespiteResolution: (before) =>
      rechecked('load-firing-despite-resolution', sql.LOAD_FIRING_DESPITE_RESOLUTION, before),
    firingUnheard: (source, before) =>
      rechecked('load-firing-unheard', sql.LOAD_FIRING_UNHEARD, before, source),

    async save(plan, rejected, jobs, services) {
      // Answered long since. Were there no transaction, each write would count by itself.
      await begun;
      // Resolved ones first: only then is their group free for another that reopens.
      for (const ended of [true, false]) {
        const changed = plan.changedIncidents.filter(
          ({ incident }) => (incident.status === 'resolved') === ended,
        );
        const values = asJson(({ incident, basedOn }: (typeof changed)[number]) =>
          incidentRecord(incident, basedOn),
        );
        const written = await write('update-incidents', sql.UPDATE_INCIDENTS, changed, values);
        if (written !== changed.length)
          throw new StaleSnapshotError('an incident changed under the plan');
      }
      // An alert has one latest row at a time, after each statement.
      const [past = [], present = []] = [false, true].map((latest) =>
        plan.changedAlerts.filter(({ state }) => state.latest === latest),
      );
      await write('update-alerts', sql.UPDATE_ALERTS, past, asJson(alertRecord));
      const opened = asJson((incident: Incident) => incidentRecord(incident, null));
      const large = plan.newAlerts.length > RECORDS_A_STATEMENT;
      await together([
        ...(large ? [client.query(DEFER_LABEL_INDEX)] : []),
        write('insert-incidents', sql.INSERT_INCIDENTS, plan.newIncidents, opened),
        write('insert-alerts', sql.INSERT_ALERTS, plan.newAlerts, alertColumns),
        write('update-alerts', sql.UPDATE_ALERTS, present, asJson(alertRecord)),
        write('insert-events', sql.INSERT_EVENTS, plan.events, asJson(eventColumns)),
        write('insert-rejected', sql.INSERT_REJECTED, rejected, asJson(rejectedRecord)),
        write(
          'register-services',
          sql.REGISTER_SERVICES,
          services,
          asJson((service: HeardService) => service),
        ),
        ...(jobs.length > 0
          ? [client.query({ name: 'add-jobs', text: ADD_JOBS, values: [jobRecords(jobs)] })]
          : []),
      ]);
    },
  };
}
