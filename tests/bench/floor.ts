import { alertmanagerSource, uuidIds } from '@klaxon/adapters';
import {
  DEFAULT_GROUP_BY,
  HOUR,
  type Incident,
  type IngestPlan,
  type IngestPolicy,
  MINUTE,
  planIngest,
} from '@klaxon/domain';
import type pg from 'pg';
import type { Webhook } from './webhooks.ts';

/** The rows that a webhook comes to, ready to be sent. */
export interface FloorRows {
  readonly alerts: number;
  /** New incidents, changed incidents, alerts, events and jobs, each a JSON array. */
  readonly written: readonly string[];
  readonly fingerprints: readonly string[];
}

/** As Klaxon's configuration has it where nothing is set. */
const POLICY: IngestPolicy = {
  groupBy: DEFAULT_GROUP_BY,
  autoResolve: true,
  flapWindow: 5 * MINUTE,
  reopenAfter: HOUR,
  confirmAfter: MINUTE,
  touchEvery: 5 * MINUTE,
};

const at = (column: string) => `to_timestamp(x."${column}" / 1000.0)`;

/** All that Klaxon writes for new alerts, in one statement, which is its own transaction. */
const WRITE = `
  WITH opened AS (
    INSERT INTO incidents (id, title, description, status, severity, created_at, updated_at, labels, version,
      group_key, group_key_hash)
    SELECT x.id, x.title, x.description, x.status, x.severity, ${at('createdAt')}, ${at('updatedAt')}, x.labels,
      x.version, x."groupKey", sha256(convert_to(x."groupKey", 'UTF8'))
    FROM json_to_recordset($1) AS x (id uuid, title text, description text, status incident_status,
      severity incident_severity, "createdAt" float8, "updatedAt" float8, labels jsonb, version int, "groupKey" text)
  ), grown AS (
    UPDATE incidents i SET severity = x.severity, updated_at = ${at('updatedAt')}, version = x.version
    FROM json_to_recordset($2) AS x (id uuid, severity incident_severity, "updatedAt" float8, version int)
    WHERE i.id = x.id
  ), stored AS (
    INSERT INTO alerts (id, fingerprint, status, starts_at, severity, incident_id, source_group, status_changed_at,
      last_seen_at, created_at, labels, annotations, generator_url)
    SELECT x.id, x.fingerprint, x.status, ${at('startsAt')}, x.severity, x."incidentId", x."sourceGroup",
      ${at('statusChangedAt')}, ${at('lastSeenAt')}, ${at('lastSeenAt')}, x.labels, x.annotations, x."generatorUrl"
    FROM json_to_recordset($3) AS x (id uuid, fingerprint text, status text, "startsAt" float8,
      severity incident_severity, "incidentId" uuid, "sourceGroup" text, "statusChangedAt" float8,
      "lastSeenAt" float8, labels jsonb, annotations jsonb, "generatorUrl" text)
  ), told AS (
    INSERT INTO incident_events (id, incident_id, version, type, actor_kind, actor_id, reason, data, at)
    SELECT x.id, x."incidentId", x.version, x.type, x.actor->>'kind', x.actor->>'id', x.reason, x.data, ${at('at')}
    FROM json_to_recordset($4) AS x (id uuid, "incidentId" uuid, version int, type text, actor jsonb, reason text,
      data jsonb, at float8)
  )
  SELECT count(*) FROM graphile_worker.add_jobs(
    ARRAY(SELECT spec FROM json_populate_recordset(NULL::graphile_worker.job_spec, $5) AS spec))`;

/** Known alerts change nothing: all there is to do is to find that out. */
const READ = `
  SELECT id, fingerprint, status, starts_at, ends_at, severity, incident_id, source_group, status_changed_at,
    last_seen_at, unconfirmed_since
  FROM alerts WHERE fingerprint = ANY($1::text[])`;

export function writeFloor(client: pg.Client): (rows: FloorRows) => Promise<unknown> {
  return ({ written }) => client.query({ name: 'write', text: WRITE, values: [...written] });
}

export function readFloor(client: pg.Client): (rows: FloorRows) => Promise<unknown> {
  return ({ fingerprints }) => client.query({ name: 'read', text: READ, values: [fingerprints] });
}

/** The same rows as Klaxon makes of webhooks that come one after another, with Klaxon's own planner. */
export function floorRows(): (webhook: Webhook) => FloorRows {
  let last: { readonly incident: Incident; readonly firingAlerts: number } | undefined;
  return ({ body, alerts }) => {
    const { delivery } = alertmanagerSource.parse(body).report;
    const incidents = last ? [{ ...last, mergedGroups: [] }] : [];
    const plan = planIngest({ alerts: [], incidents }, [delivery], Date.now(), POLICY, () =>
      uuidIds.next(),
    );
    const incident = plan.newIncidents.at(-1) ?? plan.changedIncidents.at(-1)?.incident;
    const firing = plan.newAlerts.filter(({ state }) => state.incidentId === incident?.id).length;
    const before = last && last.incident.id === incident?.id ? last.firingAlerts : 0;
    if (incident) last = { incident, firingAlerts: before + firing };
    return {
      alerts,
      written: rowsOf(plan).map((rows) => JSON.stringify(rows)),
      fingerprints: delivery.alerts.map((alert) => alert.fingerprint),
    };
  };
}

function rowsOf({ newIncidents, changedIncidents, newAlerts, events }: IngestPlan) {
  const eventIds = events.filter((event) => event.type === 'opened').map((event) => event.id);
  const jobs =
    eventIds.length === 0 ? [] : [{ identifier: 'announce_events', payload: { eventIds } }];
  return [
    newIncidents,
    changedIncidents.map((change) => change.incident),
    newAlerts.map(({ state, contents }) => ({ ...state, ...contents })),
    events,
    jobs,
  ];
}
