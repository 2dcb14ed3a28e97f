-- Which transaction wrote an event: by it readers that come back find all that was committed since, in
-- whatever order transactions began. Events of before count as seen by everybody: no id is below 0.
ALTER TABLE incident_events ADD COLUMN transaction_id XID8 NOT NULL DEFAULT '0';
ALTER TABLE incident_events ALTER COLUMN transaction_id SET DEFAULT pg_current_xact_id();

CREATE INDEX idx_incident_events_transaction ON incident_events (transaction_id);

-- Wakes those who listen; what there is they read themselves. PostgreSQL sends it with the commit, and
-- once a transaction however many statements it has.
CREATE FUNCTION announce_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_notify('klaxon_events', '');
    RETURN NULL;
END;
$$;
CREATE TRIGGER incident_events_announce AFTER INSERT ON incident_events
    FOR EACH STATEMENT EXECUTE FUNCTION announce_events();
