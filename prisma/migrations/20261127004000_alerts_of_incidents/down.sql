DELETE FROM alerts WHERE NOT latest;
DELETE FROM alerts a USING alerts b WHERE a.fingerprint = b.fingerprint AND a.source > b.source;
DROP INDEX alerts_latest_unique;
ALTER TABLE alerts
    DROP COLUMN source,
    DROP COLUMN latest,
    ADD CONSTRAINT alerts_fingerprint_unique UNIQUE (fingerprint);
