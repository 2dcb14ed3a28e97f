import type { IngestStore, IngestTransaction, RecheckedAlert } from '@klaxon/application';
import type pg from 'pg';
import {
  breaksUnresolvedGroup,
  isTransient,
  StaleSnapshotError,
  withRetries,
} from '../database/database-errors.ts';
import { INGEST_LOCK } from '../database/ingest-lock.ts';
import { groupKeyHash } from '../prisma/incident-mapper.ts';
import { ADD_JOBS, jobSpecs } from '../queue/job-specs.ts';
import {
  type AlertRow,
  alertRecord,
  alertStateFrom,
  type ContentsRow,
  eventRecord,
  type IncidentRow,
  incidentRecord,
  recheckedAlertFrom,
  rejectedRecord,
  snapshotIncidentFrom,
} from './ingest-rows.ts';
import * as sql from './ingest-sql.ts';

/** How long a transaction waits for its turn, and for any one statement, before its sender is told to try again. */
const BEGIN = `
  BEGIN ISOLATION LEVEL READ COMMITTED;
  SET LOCAL lock_timeout = '5s';
  SET LOCAL statement_timeout = '30s';
  SELECT pg_advisory_xact_lock(${INGEST_LOCK})`;

/**
 * Alerts straight through `pg`: the same statements through Prisma cost twice as much, row by row forty
 * times, and this path decides how large a storm Klaxon survives.
 */
export function pgIngestStore(pool: pg.Pool): IngestStore {
  return {
    run: (work) =>
      withRetries(
        async () => {
          const client = await pool.connect();
          let broken = false;
          try {
            await client.query(BEGIN);
            const result = await work(transactionOn(client));
            await client.query('COMMIT');
            return result;
          } catch (error) {
            broken = await client.query('ROLLBACK').then(
              () => false,
              () => true,
            );
            throw error;
          } finally {
            client.release(broken);
          }
        },
        // A person may reopen an incident of the group at the same instant: then the next plan sees it.
        (error) => isTransient(error) || breaksUnresolvedGroup(error),
      ),
  };
}

function transactionOn(client: pg.PoolClient): IngestTransaction {
  async function rechecked(
    name: string,
    text: string,
    at: number,
  ): Promise<readonly RecheckedAlert[]> {
    const { rows } = await client.query<ContentsRow>({ name, text, values: [at] });
    return rows.map(recheckedAlertFrom);
  }

  async function write(name: string, text: string, records: readonly unknown[]): Promise<number> {
    if (records.length === 0) return 0;
    const { rowCount } = await client.query({ name, text, values: [JSON.stringify(records)] });
    return rowCount ?? 0;
  }

  return {
    async load({ fingerprints, groupKeys, resolvedSourceGroups }) {
      const alerts = await client.query<AlertRow>({
        name: 'load-alerts',
        text: sql.LOAD_ALERTS,
        values: [fingerprints, resolvedSourceGroups],
      });
      const incidentIds = new Set(alerts.rows.flatMap((row) => row.incident_id ?? []));
      const incidents = await client.query<IncidentRow>({
        name: 'load-incidents',
        text: sql.LOAD_INCIDENTS,
        values: [[...incidentIds], groupKeys.map((key) => Buffer.from(groupKeyHash(key)))],
      });
      return {
        alerts: alerts.rows.map(alertStateFrom),
        incidents: incidents.rows.map(snapshotIncidentFrom),
      };
    },

    unconfirmedSince: (before) => rechecked('load-unconfirmed', sql.LOAD_UNCONFIRMED, before),
    firingDespiteResolution: (before) =>
      rechecked('load-firing-despite-resolution', sql.LOAD_FIRING_DESPITE_RESOLUTION, before),
    firingUnheard: (before) => rechecked('load-firing-unheard', sql.LOAD_FIRING_UNHEARD, before),

    async save(plan, rejected, jobs) {
      // Resolved ones first: only then is their group free for another that reopens.
      for (const ended of [true, false]) {
        const changed = plan.changedIncidents.filter(
          ({ incident }) => (incident.status === 'resolved') === ended,
        );
        const records = changed.map(({ incident, basedOn }) => incidentRecord(incident, basedOn));
        if ((await write('update-incidents', sql.UPDATE_INCIDENTS, records)) !== records.length)
          throw new StaleSnapshotError('an incident changed under the plan');
      }
      const opened = plan.newIncidents.map((incident) => incidentRecord(incident, null));
      await write('insert-incidents', sql.INSERT_INCIDENTS, opened);
      await write('insert-alerts', sql.INSERT_ALERTS, plan.newAlerts.map(alertRecord));
      await write('update-alerts', sql.UPDATE_ALERTS, plan.changedAlerts.map(alertRecord));
      await write('insert-events', sql.INSERT_EVENTS, plan.events.map(eventRecord));
      await write('insert-rejected', sql.INSERT_REJECTED, rejected.map(rejectedRecord));
      if (jobs.length > 0)
        await client.query({ name: 'add-jobs', text: ADD_JOBS, values: [jobSpecs(jobs)] });
    },
  };
}
