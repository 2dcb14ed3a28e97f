-- An alert is known by its source and fingerprint, and stays with each incident that it was in: once it
-- fires again in another one, its row here is left behind, and is the latest no more.
ALTER TABLE alerts
    ADD COLUMN source VARCHAR(50) NOT NULL DEFAULT 'alertmanager',
    ADD COLUMN latest BOOLEAN NOT NULL DEFAULT true,
    DROP CONSTRAINT alerts_fingerprint_unique,
    ADD CONSTRAINT alerts_latest_check CHECK (latest OR (status = 'resolved' AND unconfirmed_since IS NULL));
CREATE UNIQUE INDEX alerts_latest_unique ON alerts (fingerprint, source) WHERE latest;
UPDATE alerts SET source = 'klaxon-test'
WHERE labels @> '{"alertname": "KlaxonTest"}' AND labels ->> 'instance' LIKE 'klaxon-test-%';
