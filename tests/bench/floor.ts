import { readPayload, uuidIds } from '@klaxon/adapters';
import {
  type AlertState,
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
  /** An array a column; labels and annotations as lines of JSON. */
  readonly alertColumns: readonly unknown[];
  /** New incidents, changed incidents, events and jobs, each a JSON array. */
  readonly others: readonly string[];
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

const at = (column: string) => `to_timestamp(x.${column} / 1000.0)`;

const NEW_ALERTS = `
  SELECT x.id, x.fingerprint, x.status, ${at('starts_at')}, x.severity, x.incident_id, x.source_group, ${at('seen_at')},
    ${at('seen_at')}, ${at('seen_at')}, x.labels::jsonb, x.annotations::jsonb, x.generator_url
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::float8[], $5::incident_severity[], $6::uuid[], $7::text[],
    $8::float8[], string_to_array($9, E'\\n'), string_to_array($10, E'\\n'), $11::text[])
    AS x (id, fingerprint, status, starts_at, severity, incident_id, source_group, seen_at, labels, annotations,
      generator_url)`;

const INSERT_ALERTS = `
  INSERT INTO alerts (id, fingerprint, status, starts_at, severity, incident_id, source_group, status_changed_at,
    last_seen_at, created_at, labels, annotations, generator_url) ${NEW_ALERTS}`;

/** All that Klaxon writes for new alerts, in one statement, which is its own transaction. */
const INSERT = `
  WITH stored AS (${INSERT_ALERTS}), opened AS (
    INSERT INTO incidents (id, title, description, status, severity, created_at, updated_at, labels, version,
      group_key, group_key_hash)
    SELECT x.id, x.title, x.description, x.status, x.severity, ${at('"createdAt"')}, ${at('"updatedAt"')}, x.labels,
      x.version, x."groupKey", sha256(convert_to(x."groupKey", 'UTF8'))
    FROM json_to_recordset($12) AS x (id uuid, title text, description text, status incident_status,
      severity incident_severity, "createdAt" float8, "updatedAt" float8, labels jsonb, version int, "groupKey" text)
  ), grown AS (
    UPDATE incidents i SET severity = x.severity, updated_at = ${at('"updatedAt"')}, version = x.version
    FROM json_to_recordset($13) AS x (id uuid, severity incident_severity, "updatedAt" float8, version int)
    WHERE i.id = x.id
  ), told AS (
    INSERT INTO incident_events (id, incident_id, version, type, actor_kind, actor_id, reason, data, at)
    SELECT x.id, x."incidentId", x.version, x.type, x.actor->>'kind', x.actor->>'id', x.reason, x.data, ${at('at')}
    FROM json_to_recordset($14) AS x (id uuid, "incidentId" uuid, version int, type text, actor jsonb, reason text,
      data jsonb, at float8)
  )
  INSERT INTO jobs (name, payload, key)
  SELECT name, payload, key FROM json_to_recordset($15) AS x (name text, payload jsonb, key text)`;

/** The same alerts once more: every one is found to be known, and nothing is written. */
const INSERT_KNOWN = `${INSERT_ALERTS} ON CONFLICT (fingerprint, source) WHERE latest DO NOTHING`;

/** The least there is to do for known alerts: to look them up, with nothing of them sent but their names. */
const READ = `
  SELECT id, fingerprint, status, starts_at, ends_at, severity, incident_id, source_group, status_changed_at,
    last_seen_at, unconfirmed_since
  FROM alerts WHERE fingerprint = ANY($1::text[]) AND latest`;

/** What the floor is asked for one webhook, by one connection. */
export const floors = {
  insert:
    (client: pg.Client) =>
    ({ alertColumns, others }: FloorRows) =>
      client.query({ name: 'insert', text: INSERT, values: [...alertColumns, ...others] }),
  insertKnown:
    (client: pg.Client) =>
    ({ alertColumns }: FloorRows) =>
      client.query({ name: 'insert-known', text: INSERT_KNOWN, values: [...alertColumns] }),
  read:
    (client: pg.Client) =>
    ({ fingerprints }: FloorRows) =>
      client.query({ name: 'read', text: READ, values: [fingerprints] }),
};

/** The same rows as Klaxon makes of webhooks that come one after another, with Klaxon's own planner. */
export function floorRows(): (webhook: Webhook) => FloorRows {
  let last: { readonly incident: Incident; readonly firingAlerts: number } | undefined;
  return ({ body, alerts }) => {
    const { report } = readPayload(body);
    const incidents = last ? [{ ...last, mergedGroups: [] }] : [];
    const plan = planIngest({ alerts: [], incidents }, [report], Date.now(), POLICY, () =>
      uuidIds.next(),
    );
    const incident = plan.newIncidents.at(-1) ?? plan.changedIncidents.at(-1)?.incident;
    const firing = plan.newAlerts.filter(({ state }) => state.incidentId === incident?.id).length;
    const before = last && last.incident.id === incident?.id ? last.firingAlerts : 0;
    if (incident) last = { incident, firingAlerts: before + firing };
    return {
      alerts,
      alertColumns: columnsOf(plan.newAlerts),
      others: othersOf(plan).map((rows) => JSON.stringify(rows)),
      fingerprints: report.alerts.map((alert) => alert.fingerprint),
    };
  };
}

function columnsOf(alerts: IngestPlan['newAlerts']): readonly unknown[] {
  const column = (name: keyof AlertState) => alerts.map(({ state }) => state[name]);
  return [
    ...(['id', 'fingerprint', 'status', 'startsAt', 'severity', 'incidentId'] as const).map(column),
    ...(['sourceGroup', 'lastSeenAt'] as const).map(column),
    alerts.map(({ contents }) => JSON.stringify(contents.labels)).join('\n'),
    alerts.map(({ contents }) => JSON.stringify(contents.annotations)).join('\n'),
    alerts.map(({ contents }) => contents.generatorUrl),
  ];
}

function othersOf({ newIncidents, changedIncidents, events }: IngestPlan) {
  const eventIds = events.filter((event) => event.type === 'opened').map((event) => event.id);
  const jobs = eventIds.length === 0 ? [] : [{ name: 'announce_events', payload: { eventIds } }];
  return [newIncidents, changedIncidents.map((change) => change.incident), events, jobs];
}
