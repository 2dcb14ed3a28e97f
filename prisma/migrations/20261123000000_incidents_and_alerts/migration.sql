CREATE TYPE incident_status AS ENUM ('open', 'acknowledged', 'resolved');
CREATE TYPE incident_severity AS ENUM ('critical', 'high', 'medium', 'low');

CREATE TABLE incidents (
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    title VARCHAR(500) NOT NULL,
    description TEXT,
    status incident_status NOT NULL DEFAULT 'open',
    severity incident_severity NOT NULL DEFAULT 'medium',
    created_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    acked_at TIMESTAMPTZ(6),
    resolved_at TIMESTAMPTZ(6),
    assignee_id VARCHAR(255),
    labels JSONB DEFAULT '{}',
    number SERIAL NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    group_key TEXT,
    -- A group key may be 8 KiB long, more than a B-tree entry holds: uniqueness stands on its SHA-256.
    group_key_hash BYTEA,
    acknowledged_by VARCHAR(255),
    resolution VARCHAR(50),
    snoozed_until TIMESTAMPTZ(6),
    stale_since TIMESTAMPTZ(6),
    merged_into_id UUID,

    CONSTRAINT incidents_pkey PRIMARY KEY (id),
    CONSTRAINT incidents_status_check CHECK (status IN ('open', 'acknowledged', 'resolved')),
    CONSTRAINT incidents_severity_check CHECK (severity IN ('critical', 'high', 'medium', 'low')),
    CONSTRAINT incidents_ack_sequence CHECK (
        (status = 'open' AND acked_at IS NULL AND resolved_at IS NULL) OR
        (status = 'acknowledged' AND acked_at IS NOT NULL AND resolved_at IS NULL) OR
        (status = 'resolved' AND acked_at IS NOT NULL AND resolved_at IS NOT NULL)
    ),
    CONSTRAINT incidents_timestamps_check CHECK (
        created_at <= updated_at AND
        (acked_at IS NULL OR acked_at >= created_at) AND
        (resolved_at IS NULL OR resolved_at >= acked_at)
    ),
    CONSTRAINT incidents_resolution_check CHECK (
        (status = 'resolved') = (resolution IS NOT NULL) AND
        (resolution IS NULL OR resolution IN ('alerts', 'person', 'merged'))
    ),
    CONSTRAINT incidents_group_key_check CHECK ((group_key IS NULL) = (group_key_hash IS NULL)),
    CONSTRAINT incidents_merged_check CHECK ((merged_into_id IS NULL) OR (resolution IS NOT DISTINCT FROM 'merged'))
);

CREATE UNIQUE INDEX incidents_number_unique ON incidents (number);
CREATE INDEX idx_incidents_status_created ON incidents (status, created_at DESC);
CREATE INDEX idx_incidents_severity ON incidents (severity);
CREATE INDEX idx_incidents_assignee ON incidents (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX idx_incidents_labels ON incidents USING GIN (labels);
CREATE INDEX idx_incidents_updated ON incidents (updated_at DESC);
CREATE INDEX idx_incidents_status_severity ON incidents (status, severity);
CREATE INDEX idx_incidents_created ON incidents (created_at DESC, id DESC);

-- At most one unresolved incident a group, whatever the replicas do at the same instant.
CREATE UNIQUE INDEX incidents_unresolved_group_unique ON incidents (group_key_hash) WHERE status <> 'resolved';
-- The group of a merged incident goes on in the incident that took it.
CREATE INDEX idx_incidents_merged_group ON incidents (group_key_hash) WHERE merged_into_id IS NOT NULL;
CREATE INDEX idx_incidents_merged_into ON incidents (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX idx_incidents_snoozed ON incidents (snoozed_until) WHERE snoozed_until IS NOT NULL;

ALTER TABLE incidents ADD CONSTRAINT incidents_merged_into_id_fkey
    FOREIGN KEY (merged_into_id) REFERENCES incidents (id) ON DELETE SET NULL ON UPDATE NO ACTION;

CREATE TABLE alerts (
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    -- "C": fingerprints are compared for equality alone, and bytes compare faster than a locale's order.
    fingerprint VARCHAR(255) COLLATE "C" NOT NULL,
    status VARCHAR(50) NOT NULL,
    starts_at TIMESTAMPTZ(6) NOT NULL,
    ends_at TIMESTAMPTZ(6),
    labels JSONB DEFAULT '{}',
    annotations JSONB DEFAULT '{}',
    incident_id UUID,
    created_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    severity incident_severity NOT NULL DEFAULT 'medium',
    generator_url TEXT,
    -- A digest of Alertmanager's groupKey: its "resolved" resolves every alert recorded under it.
    source_group VARCHAR(255),
    status_changed_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    last_seen_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    unconfirmed_since TIMESTAMPTZ(6),

    CONSTRAINT alerts_pkey PRIMARY KEY (id),
    CONSTRAINT alerts_fingerprint_unique UNIQUE (fingerprint),
    CONSTRAINT alerts_timestamps_check CHECK (starts_at <= ends_at OR ends_at IS NULL),
    CONSTRAINT alerts_status_check CHECK (status IN ('firing', 'resolved')),
    CONSTRAINT alerts_unconfirmed_check CHECK (unconfirmed_since IS NULL OR status = 'resolved'),
    CONSTRAINT alerts_incident_id_fkey FOREIGN KEY (incident_id)
        REFERENCES incidents (id) ON DELETE SET NULL ON UPDATE NO ACTION
);

-- No index of its own on fingerprint: the unique constraint has one, and a second would be written for nothing.
CREATE INDEX idx_alerts_incident_id ON alerts (incident_id);
CREATE INDEX idx_alerts_status_starts ON alerts (status, starts_at DESC);
CREATE INDEX idx_alerts_labels ON alerts USING GIN (labels);
CREATE INDEX idx_alerts_created ON alerts (created_at DESC);
CREATE INDEX idx_alerts_incident_status ON alerts (incident_id, status);
CREATE INDEX idx_alerts_source_group ON alerts (source_group) WHERE status = 'firing' OR unconfirmed_since IS NOT NULL;
CREATE INDEX idx_alerts_unconfirmed ON alerts (unconfirmed_since) WHERE unconfirmed_since IS NOT NULL;

CREATE TABLE incident_events (
    id UUID NOT NULL,
    incident_id UUID NOT NULL,
    -- The incident's version with this event: two writers can never both be next.
    version INTEGER NOT NULL,
    type VARCHAR(50) NOT NULL,
    actor_kind VARCHAR(50) NOT NULL,
    actor_id VARCHAR(255),
    reason TEXT NOT NULL,
    data JSONB NOT NULL DEFAULT '{}',
    at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT incident_events_pkey PRIMARY KEY (id),
    CONSTRAINT incident_events_actor_check CHECK (actor_kind IN ('person', 'system', 'integration')),
    CONSTRAINT incident_events_incident_id_fkey FOREIGN KEY (incident_id)
        REFERENCES incidents (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);

CREATE UNIQUE INDEX incident_events_version_unique ON incident_events (incident_id, version);

-- The timeline is evidence: the database itself refuses to change or drop a line of it.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END;
$$;
CREATE TRIGGER incident_events_append_only BEFORE UPDATE OR DELETE ON incident_events
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER incident_events_no_truncate BEFORE TRUNCATE ON incident_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE rejected_alerts (
    id UUID NOT NULL,
    received_at TIMESTAMPTZ(6) NOT NULL,
    source VARCHAR(50) NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL,
    raw TEXT NOT NULL,

    CONSTRAINT rejected_alerts_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_rejected_alerts_received ON rejected_alerts (received_at DESC, id DESC);
