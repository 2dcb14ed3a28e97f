-- Work that follows a change, added in its transaction. Every time is this database's.
CREATE TABLE jobs (
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    name VARCHAR(50) NOT NULL,
    payload JSONB NOT NULL DEFAULT '{}',
    due_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Of the jobs with one key, one waits. Who takes a job takes its key from it.
    key VARCHAR(255),
    -- How long after its last run it runs again, for ever.
    every_ms INTEGER,
    claimed_by VARCHAR(255),
    claimed_at TIMESTAMPTZ(6),
    -- In a row.
    failures INTEGER NOT NULL DEFAULT 0,
    last_error TEXT,

    CONSTRAINT jobs_pkey PRIMARY KEY (id),
    CONSTRAINT jobs_key_unique UNIQUE (key),
    CONSTRAINT jobs_claim_check CHECK ((claimed_by IS NULL) = (claimed_at IS NULL))
);

CREATE INDEX idx_jobs_due ON jobs (due_at, id) WHERE claimed_at IS NULL;
CREATE INDEX idx_jobs_claimed ON jobs (claimed_by) WHERE claimed_by IS NOT NULL;

-- Wakes the workers; what there is to do they read themselves.
CREATE FUNCTION announce_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('klaxon_work', '');
    RETURN NULL;
END;
$$;
CREATE TRIGGER jobs_announce AFTER INSERT ON jobs FOR EACH STATEMENT EXECUTE FUNCTION announce_work();

-- The processes of this installation. A claim of one that has not been seen for seconds is released.
CREATE TABLE processes (
    id UUID NOT NULL,
    role VARCHAR(50) NOT NULL,
    host VARCHAR(255) NOT NULL,
    pid INTEGER NOT NULL,
    started_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    seen_at TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- Since when it has been heard without a break: whoever was cut off gives the others their time, too.
    heard_since TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- How far its own clock is ahead of this database's.
    clock_ahead_ms BIGINT NOT NULL DEFAULT 0,
    -- Since when there is work that it should take and does not.
    stuck_since TIMESTAMPTZ(6),

    CONSTRAINT processes_pkey PRIMARY KEY (id)
);

-- What a worker looks for: of each channel, what is due the longest.
CREATE INDEX idx_notification_deliveries_waiting ON notification_deliveries (channel_id, next_attempt_at)
    WHERE status = 'queued' AND bundled_into_id IS NULL;
CREATE INDEX idx_notification_deliveries_claimed ON notification_deliveries (claimed_by)
    WHERE claimed_by IS NOT NULL;

-- Announcements that still wait in the queue of before. Deliveries are found by their own rows.
DO $$
BEGIN
    IF to_regclass('graphile_worker._private_jobs') IS NOT NULL THEN
        INSERT INTO jobs (name, payload, due_at)
        SELECT t.identifier, j.payload, j.run_at
        FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
        WHERE t.identifier = 'announce_events';
        DROP SCHEMA graphile_worker CASCADE;
    END IF;
END;
$$;
-- Their claims are in the name of its jobs.
UPDATE notification_deliveries SET claimed_by = NULL, claimed_at = NULL WHERE claimed_by IS NOT NULL;
