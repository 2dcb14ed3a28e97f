ALTER TABLE incident_events
    DROP COLUMN alerts,
    DROP COLUMN schema_version;
