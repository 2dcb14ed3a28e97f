DROP TRIGGER incident_events_announce ON incident_events;
DROP FUNCTION announce_events();
DROP INDEX idx_incident_events_transaction;
ALTER TABLE incident_events DROP COLUMN transaction_id;
