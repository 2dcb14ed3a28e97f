/*
 * The statements of the alert transaction. Each takes everything of its kind at once, as a JSON array or
 * an array a column, so that their number does not depend on how many alerts there are. Times travel as
 * milliseconds since 1970: a thousand of them are parsed in no time, in either direction.
 */

const ms = (column: string, as = column) =>
  `(extract(epoch FROM ${column}) * 1000)::float8 AS ${as}`;
const at = (column: string) => `to_timestamp(x.${column} / 1000.0)`;

const ALERT_COLUMNS = `
  a.id, a.source, a.fingerprint, a.latest, a.status, ${ms('a.starts_at', 'starts_at')}, ${ms('a.ends_at', 'ends_at')}, a.severity,
  a.incident_id, a.source_group, ${ms('a.status_changed_at', 'status_changed_at')},
  ${ms('a.last_seen_at', 'last_seen_at')}, ${ms('a.unconfirmed_since', 'unconfirmed_since')}`;

/*
 * By arrays of fingerprints and of their sources, and not by pairs: PostgreSQL joins pairs with all that
 * there is, as long as it plans for an empty table. What comes of other pairs is for the caller to leave
 * out.
 */

/** $1 and $2: fingerprints and sources of alerts. $3 and $4: names and sources of groups of theirs. Some come twice. */
export const LOAD_ALERTS = `
  SELECT ${ALERT_COLUMNS} FROM alerts a
  WHERE a.latest AND a.fingerprint = ANY($1::text[]) AND a.source = ANY($2::text[])
  UNION ALL
  SELECT ${ALERT_COLUMNS} FROM alerts a
  WHERE a.source_group = ANY($3::text[]) AND a.source = ANY($4::text[])
    AND (a.status = 'firing' OR a.unconfirmed_since IS NOT NULL)`;

/** Whose services of these names ($1) are, and alerts ($2 and $3) by the service that they name. */
export const LOAD_OWNERS = `
  SELECT s.name AS service, NULL AS source, NULL AS fingerprint, s.team_id FROM services s
  WHERE s.name = ANY($1::text[]) AND s.team_id IS NOT NULL
  UNION ALL
  SELECT NULL, a.source, a.fingerprint, s.team_id FROM alerts a JOIN services s ON s.name = a.labels ->> 'service'
  WHERE a.latest AND a.fingerprint = ANY($2::text[]) AND a.source = ANY($3::text[]) AND s.team_id IS NOT NULL`;

const WITH_CONTENTS = `SELECT ${ALERT_COLUMNS}, a.labels, a.annotations, a.generator_url FROM alerts a`;

export const LOAD_UNCONFIRMED = `${WITH_CONTENTS} WHERE a.unconfirmed_since <= to_timestamp($1 / 1000.0)`;

export const LOAD_FIRING_DESPITE_RESOLUTION = `
  ${WITH_CONTENTS} JOIN incidents i ON i.id = a.incident_id
  WHERE a.status = 'firing' AND i.status = 'resolved' AND i.resolution = 'person'
    AND i.resolved_at <= to_timestamp($1 / 1000.0) AND a.last_seen_at > i.resolved_at`;

export const LOAD_FIRING_UNHEARD = `
  ${WITH_CONTENTS} WHERE a.status = 'firing' AND a.source = $2 AND a.last_seen_at < to_timestamp($1 / 1000.0)`;

/**
 * $1: ids of incidents, which come with the unresolved incident of their group. $2: hashes of group
 * keys, whose unresolved incident counts, or the one it was merged into.
 */
export const LOAD_INCIDENTS = `
  WITH RECURSIVE merged (group_key, id) AS (
    SELECT group_key, merged_into_id FROM incidents
    WHERE group_key_hash = ANY($2::bytea[]) AND merged_into_id IS NOT NULL
    UNION
    SELECT merged.group_key, i.merged_into_id FROM merged JOIN incidents i ON i.id = merged.id
    WHERE i.merged_into_id IS NOT NULL
  ), wanted AS (
    SELECT unnest($1::uuid[]) AS id
    UNION SELECT id FROM incidents WHERE group_key_hash = ANY($2::bytea[]) AND status <> 'resolved'
    UNION SELECT current.id FROM incidents known
      JOIN incidents current ON current.group_key_hash = known.group_key_hash AND current.status <> 'resolved'
      WHERE known.id = ANY($1::uuid[])
    UNION SELECT i.id FROM merged JOIN incidents i ON i.id = merged.id WHERE i.status <> 'resolved'
  )
  SELECT i.id, i.title, i.description, i.status, i.severity, i.labels, i.group_key AS "groupKey",
    i.assignee_id AS "assigneeId", i.acknowledged_by AS "acknowledgedBy", i.resolution,
    i.merged_into_id AS "mergedIntoId", i.version,
    ${ms('i.created_at', '"createdAt"')}, ${ms('i.updated_at', '"updatedAt"')}, ${ms('i.acked_at', '"ackedAt"')},
    ${ms('i.resolved_at', '"resolvedAt"')}, ${ms('i.snoozed_until', '"snoozedUntil"')},
    ${ms('i.stale_since', '"staleSince"')},
    (SELECT count(*)::int FROM alerts a WHERE a.incident_id = i.id AND a.status = 'firing') AS firing_alerts,
    ARRAY(SELECT group_key FROM merged WHERE merged.id = i.id) AS merged_groups
  FROM incidents i JOIN wanted ON wanted.id = i.id`;

/** For a plan that others changed incidents under: now they wait until it is written. */
export const LOAD_AND_LOCK_INCIDENTS = `${LOAD_INCIDENTS} ORDER BY i.id FOR UPDATE OF i`;

/** What `incidentRecord` makes. */
const INCIDENT_RECORDS = `json_to_recordset($1::json) AS x (id uuid, "basedOn" int, title text, description text,
    status incident_status, severity incident_severity, "createdAt" float8, "updatedAt" float8, "ackedAt" float8,
    "resolvedAt" float8, "acknowledgedBy" text, "assigneeId" text, labels jsonb, version int, "groupKey" text,
    "groupKeyHash" text, resolution text, "mergedIntoId" uuid, "snoozedUntil" float8, "staleSince" float8)`;

export const INSERT_INCIDENTS = `
  INSERT INTO incidents (id, title, description, status, severity, created_at, updated_at, acked_at, resolved_at,
    acknowledged_by, assignee_id, labels, version, group_key, group_key_hash, resolution, merged_into_id,
    snoozed_until, stale_since)
  SELECT x.id, x.title, x.description, x.status, x.severity, ${at('"createdAt"')}, ${at('"updatedAt"')},
    ${at('"ackedAt"')}, ${at('"resolvedAt"')}, x."acknowledgedBy", x."assigneeId", x.labels, x.version, x."groupKey",
    decode(x."groupKeyHash", 'hex'), x.resolution, x."mergedIntoId", ${at('"snoozedUntil"')}, ${at('"staleSince"')}
  FROM ${INCIDENT_RECORDS}`;

/** Writes only rows that still have the version the plan was made on; fewer rows than asked: it is outdated. */
export const UPDATE_INCIDENTS = `
  UPDATE incidents i SET title = x.title, description = x.description, status = x.status, severity = x.severity,
    updated_at = ${at('"updatedAt"')}, acked_at = ${at('"ackedAt"')}, resolved_at = ${at('"resolvedAt"')},
    acknowledged_by = x."acknowledgedBy", assignee_id = x."assigneeId", version = x.version,
    resolution = x.resolution, merged_into_id = x."mergedIntoId", snoozed_until = ${at('"snoozedUntil"')},
    stale_since = ${at('"staleSince"')}
  FROM ${INCIDENT_RECORDS}
  WHERE i.id = x.id AND i.version = x."basedOn"`;

const ALERT_RECORD = `(id uuid, latest bool, status text, starts_at float8, ends_at float8,
    severity incident_severity, incident_id uuid, source_group text, status_changed_at float8, last_seen_at float8,
    unconfirmed_since float8, labels jsonb, annotations jsonb, generator_url text)`;

/** Takes `alertColumns`: most of what is ever written goes through here, and columns cost a sixth less than JSON. */
export const INSERT_ALERTS = `
  INSERT INTO alerts (id, source, fingerprint, latest, status, starts_at, ends_at, severity, incident_id, source_group,
    status_changed_at, last_seen_at, created_at, unconfirmed_since, labels, annotations, generator_url)
  SELECT x.id, x.source, x.fingerprint, x.latest, x.status, ${at('starts_at')}, ${at('ends_at')}, x.severity,
    x.incident_id, x.source_group, ${at('status_changed_at')}, ${at('last_seen_at')}, ${at('last_seen_at')},
    ${at('unconfirmed_since')}, x.labels::jsonb, x.annotations::jsonb, x.generator_url
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bool[], $5::text[], $6::float8[], $7::float8[],
    $8::incident_severity[], $9::uuid[], $10::text[], $11::float8[], $12::float8[], $13::float8[],
    string_to_array($14, E'\\n'), string_to_array($15, E'\\n'), $16::text[])
    AS x (id, source, fingerprint, latest, status, starts_at, ends_at, severity, incident_id, source_group, status_changed_at,
      last_seen_at, unconfirmed_since, labels, annotations, generator_url)`;

/** Labels make the fingerprint, so they never change; annotations do, where the report carried them. */
export const UPDATE_ALERTS = `
  UPDATE alerts a SET latest = x.latest, status = x.status, starts_at = ${at('starts_at')}, ends_at = ${at('ends_at')},
    severity = x.severity, incident_id = x.incident_id, source_group = x.source_group,
    status_changed_at = ${at('status_changed_at')}, last_seen_at = ${at('last_seen_at')},
    unconfirmed_since = ${at('unconfirmed_since')}, annotations = coalesce(x.annotations, a.annotations),
    generator_url = coalesce(x.generator_url, a.generator_url)
  FROM json_to_recordset($1::json) AS x ${ALERT_RECORD}
  WHERE a.id = x.id`;

/** Takes `eventColumns`. */
export const INSERT_EVENTS = `
  INSERT INTO incident_events (id, incident_id, version, type, actor_kind, actor_id, reason, data, alerts,
    schema_version, at)
  SELECT x.id, x."incidentId", x.version, x.type, x."actorKind", x."actorId", x.reason, x.data, x.alerts,
    x."schemaVersion", ${at('at')}
  FROM json_to_recordset($1::json) AS x (id uuid, "incidentId" uuid, version int, type text, "actorKind" text,
    "actorId" text, reason text, data jsonb, alerts jsonb, "schemaVersion" int, at float8)`;

export const INSERT_REJECTED = `
  INSERT INTO rejected_alerts (id, received_at, source, path, reason, raw)
  SELECT x.id, ${at('received_at')}, x.source, x.path, x.reason, x.raw
  FROM json_to_recordset($1::json) AS x (id uuid, received_at float8, source text, path text, reason text, raw text)`;

/**
 * A service that is there keeps its team. Locked, a team that is being deleted is waited for and left
 * out; otherwise its foreign key would refuse the service, and the alerts with it.
 */
export const REGISTER_SERVICES = `
  INSERT INTO services (id, name, team_id, created_at, updated_at)
  SELECT gen_random_uuid(), x.name, t.id, now(), now()
  FROM json_to_recordset($1::json) AS x (name text, "teamId" uuid) JOIN teams t ON t.id = x."teamId"
  FOR KEY SHARE OF t
  ON CONFLICT (name) DO NOTHING`;
