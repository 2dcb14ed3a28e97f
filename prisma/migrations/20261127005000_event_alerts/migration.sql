-- Events name all their alerts, so that the alerts of an incident can be rebuilt from them. Those of
-- version 1 count them, and name twenty.
ALTER TABLE incident_events
    ADD COLUMN alerts JSONB,
    ADD COLUMN schema_version SMALLINT NOT NULL DEFAULT 1;
