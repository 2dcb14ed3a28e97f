CREATE TABLE notification_channels (
    id UUID NOT NULL DEFAULT gen_random_uuid(),
    name VARCHAR(255) NOT NULL,
    type VARCHAR(50) NOT NULL,
    config JSONB NOT NULL DEFAULT '{}',
    enabled BOOLEAN NOT NULL DEFAULT true,
    created_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Told only when the others have failed.
    fallback BOOLEAN NOT NULL DEFAULT false,
    -- Tokens, passwords and addresses that hold them: sealed with the key that key_id names.
    secrets BYTEA,
    key_id VARCHAR(50),

    CONSTRAINT notification_channels_pkey PRIMARY KEY (id),
    CONSTRAINT notification_channels_name_unique UNIQUE (name),
    CONSTRAINT notification_channels_type_check CHECK (type IN ('slack', 'email', 'telegram', 'webhook')),
    CONSTRAINT notification_channels_secrets_check CHECK ((secrets IS NULL) = (key_id IS NULL))
);

CREATE TABLE notification_rules (
    id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    -- Not a reference: channels of the environment have rules too.
    channel_id VARCHAR(255) NOT NULL,
    enabled BOOLEAN NOT NULL DEFAULT true,
    -- An empty list: any.
    severities TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    services TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    kinds TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    matchers JSONB NOT NULL DEFAULT '[]',
    created_at TIMESTAMPTZ(6) NOT NULL,
    updated_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT notification_rules_pkey PRIMARY KEY (id)
);

CREATE INDEX idx_notification_rules_channel ON notification_rules (channel_id);

CREATE TABLE notification_deliveries (
    id UUID NOT NULL,
    event_id UUID NOT NULL,
    incident_id UUID NOT NULL,
    version INTEGER NOT NULL,
    channel_id VARCHAR(255) NOT NULL,
    kind VARCHAR(50) NOT NULL,
    status VARCHAR(50) NOT NULL DEFAULT 'queued',
    attempts INTEGER NOT NULL DEFAULT 0,
    epoch INTEGER NOT NULL DEFAULT 0,
    claimed_by VARCHAR(255),
    claimed_at TIMESTAMPTZ(6),
    next_attempt_at TIMESTAMPTZ(6) NOT NULL,
    carries BOOLEAN NOT NULL DEFAULT false,
    bundled_into_id UUID,
    provider_id TEXT,
    last_error TEXT,
    reason TEXT NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL,
    settled_at TIMESTAMPTZ(6),

    CONSTRAINT notification_deliveries_pkey PRIMARY KEY (id),
    CONSTRAINT notification_deliveries_status_check CHECK (status IN ('queued', 'sent', 'failed', 'superseded')),
    CONSTRAINT notification_deliveries_settled_check CHECK ((status = 'queued') = (settled_at IS NULL)),
    CONSTRAINT notification_deliveries_claim_check CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
    CONSTRAINT notification_deliveries_event_id_fkey FOREIGN KEY (event_id)
        REFERENCES incident_events (id) ON DELETE RESTRICT ON UPDATE NO ACTION,
    CONSTRAINT notification_deliveries_incident_id_fkey FOREIGN KEY (incident_id)
        REFERENCES incidents (id) ON DELETE RESTRICT ON UPDATE NO ACTION,
    CONSTRAINT notification_deliveries_bundled_into_id_fkey FOREIGN KEY (bundled_into_id)
        REFERENCES notification_deliveries (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);

-- However often an event is announced, a channel is told of it once.
CREATE UNIQUE INDEX notification_deliveries_event_channel_unique ON notification_deliveries (event_id, channel_id);
CREATE INDEX idx_notification_deliveries_conversation ON notification_deliveries (incident_id, channel_id, version);
CREATE INDEX idx_notification_deliveries_channel ON notification_deliveries (channel_id, created_at DESC);
CREATE INDEX idx_notification_deliveries_created ON notification_deliveries (created_at DESC, id DESC);
CREATE INDEX idx_notification_deliveries_due ON notification_deliveries (next_attempt_at) WHERE status = 'queued';
CREATE INDEX idx_notification_deliveries_bundle ON notification_deliveries (bundled_into_id) WHERE bundled_into_id IS NOT NULL;
