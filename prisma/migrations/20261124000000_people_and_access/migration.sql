CREATE TYPE user_role AS ENUM ('viewer', 'responder', 'admin');

CREATE TABLE users (
    id UUID NOT NULL,
    -- In lower case: an address is one account, however it is typed.
    email VARCHAR(320) NOT NULL,
    name VARCHAR(255) NOT NULL,
    role user_role NOT NULL,
    -- argon2id in PHC format; null for those who never set one.
    password_hash TEXT,
    oidc_issuer TEXT,
    oidc_subject VARCHAR(255),
    created_at TIMESTAMPTZ(6) NOT NULL,
    updated_at TIMESTAMPTZ(6) NOT NULL,
    -- Users are never deleted: timelines name them.
    deactivated_at TIMESTAMPTZ(6),

    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_email_unique UNIQUE (email),
    CONSTRAINT users_oidc_unique UNIQUE (oidc_issuer, oidc_subject),
    CONSTRAINT users_email_check CHECK (email = lower(email)),
    CONSTRAINT users_oidc_check CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL))
);

CREATE TABLE teams (
    id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL,
    updated_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT teams_pkey PRIMARY KEY (id),
    CONSTRAINT teams_name_unique UNIQUE (name)
);

CREATE TABLE team_members (
    team_id UUID NOT NULL,
    user_id UUID NOT NULL,

    CONSTRAINT team_members_pkey PRIMARY KEY (team_id, user_id),
    CONSTRAINT team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE CASCADE ON UPDATE NO ACTION,
    CONSTRAINT team_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX idx_team_members_user ON team_members (user_id);

-- Whose incidents the service label of an alert makes them.
CREATE TABLE services (
    id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    team_id UUID,
    created_at TIMESTAMPTZ(6) NOT NULL,
    updated_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT services_pkey PRIMARY KEY (id),
    CONSTRAINT services_name_unique UNIQUE (name),
    -- A team that goes must hand over its services first: without a team they would be everybody's.
    CONSTRAINT services_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);
CREATE INDEX idx_services_team ON services (team_id);

CREATE TABLE sessions (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    kind VARCHAR(50) NOT NULL,
    -- SHA-256 of what the browser's cookie holds; null for access tokens, which are signed instead.
    token_hash BYTEA,
    created_at TIMESTAMPTZ(6) NOT NULL,
    last_seen_at TIMESTAMPTZ(6) NOT NULL,
    -- However often it is used, it ends then.
    expires_at TIMESTAMPTZ(6) NOT NULL,
    user_agent VARCHAR(500),
    address VARCHAR(64),

    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT sessions_kind_check CHECK (kind IN ('browser', 'token') AND (kind = 'browser') = (token_hash IS NOT NULL)),
    CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX idx_sessions_user ON sessions (user_id);
CREATE INDEX idx_sessions_expires ON sessions (expires_at);

-- One-time links by which people set their password: the first time, or anew.
CREATE TABLE invitations (
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    token_hash BYTEA NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL,
    expires_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT invitations_pkey PRIMARY KEY (id),
    CONSTRAINT invitations_user_unique UNIQUE (user_id),
    CONSTRAINT invitations_token_hash_unique UNIQUE (token_hash),
    CONSTRAINT invitations_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION
);

CREATE TABLE signing_keys (
    -- The key's id in the header of the tokens it signs.
    kid VARCHAR(64) NOT NULL,
    public_jwk JSONB NOT NULL,
    -- Sealed with the key of SECRET_KEY that key_id names.
    private_key BYTEA NOT NULL,
    key_id VARCHAR(50) NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL,
    -- From then on it signs nothing; what it signed is believed until the tokens have expired.
    retires_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT signing_keys_pkey PRIMARY KEY (kid)
);

CREATE TABLE api_keys (
    id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    -- The part of the key that is shown.
    prefix VARCHAR(20) NOT NULL,
    secret_hash BYTEA NOT NULL,
    scopes TEXT[] NOT NULL,
    -- With a team, it acts on that team's incidents and on those of nobody.
    team_id UUID,
    created_by_id UUID,
    created_at TIMESTAMPTZ(6) NOT NULL,
    expires_at TIMESTAMPTZ(6),
    last_used_at TIMESTAMPTZ(6),

    CONSTRAINT api_keys_pkey PRIMARY KEY (id),
    CONSTRAINT api_keys_name_unique UNIQUE (name),
    CONSTRAINT api_keys_secret_hash_unique UNIQUE (secret_hash),
    -- Without its team it could act on everything.
    CONSTRAINT api_keys_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE RESTRICT ON UPDATE NO ACTION,
    CONSTRAINT api_keys_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES users (id) ON DELETE SET NULL ON UPDATE NO ACTION
);
CREATE INDEX idx_api_keys_team ON api_keys (team_id);
CREATE INDEX idx_api_keys_created_by ON api_keys (created_by_id);

CREATE TABLE integrations (
    id UUID NOT NULL,
    name VARCHAR(255) NOT NULL,
    -- The service of alerts that name none.
    service VARCHAR(255),
    -- The team that services first heard of through this integration belong to.
    team_id UUID,
    created_at TIMESTAMPTZ(6) NOT NULL,
    updated_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT integrations_pkey PRIMARY KEY (id),
    CONSTRAINT integrations_name_unique UNIQUE (name),
    CONSTRAINT integrations_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE RESTRICT ON UPDATE NO ACTION
);
CREATE INDEX idx_integrations_team ON integrations (team_id);

-- More than one while a new key takes over from an old one.
CREATE TABLE integration_keys (
    id UUID NOT NULL,
    integration_id UUID NOT NULL,
    prefix VARCHAR(20) NOT NULL,
    secret_hash BYTEA NOT NULL,
    created_at TIMESTAMPTZ(6) NOT NULL,
    expires_at TIMESTAMPTZ(6),
    last_used_at TIMESTAMPTZ(6),

    CONSTRAINT integration_keys_pkey PRIMARY KEY (id),
    CONSTRAINT integration_keys_secret_hash_unique UNIQUE (secret_hash),
    CONSTRAINT integration_keys_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES integrations (id) ON DELETE CASCADE ON UPDATE NO ACTION
);
CREATE INDEX idx_integration_keys_integration ON integration_keys (integration_id);

CREATE TABLE audit_entries (
    id UUID NOT NULL,
    at TIMESTAMPTZ(6) NOT NULL,
    actor_kind VARCHAR(50) NOT NULL,
    actor_id VARCHAR(255),
    -- As it was then: names change, and the log does not.
    actor_name VARCHAR(320) NOT NULL,
    action VARCHAR(100) NOT NULL,
    target_kind VARCHAR(50) NOT NULL,
    target_id VARCHAR(255),
    target_name VARCHAR(320) NOT NULL,
    before JSONB,
    after JSONB,
    request_id VARCHAR(128),
    address VARCHAR(64),

    CONSTRAINT audit_entries_pkey PRIMARY KEY (id)
);
CREATE INDEX idx_audit_entries_at ON audit_entries (at DESC, id DESC);
CREATE INDEX idx_audit_entries_actor ON audit_entries (actor_id, at DESC);
CREATE INDEX idx_audit_entries_target ON audit_entries (target_kind, target_id, at DESC);

CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Failed sign-ins, counted by account and address; the columns are those of rate-limiter-flexible.
CREATE TABLE sign_in_limits (
    key VARCHAR(255) NOT NULL,
    points INTEGER NOT NULL DEFAULT 0,
    expire BIGINT,

    CONSTRAINT sign_in_limits_pkey PRIMARY KEY (key)
);
