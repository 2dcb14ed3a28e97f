-- How many incidents were created on each UTC day, and how long they took: the metrics are read from
-- here, so their cost grows with the days asked for and not with the incidents there are.
--
-- A row is what one statement changed, and a count is the sum of its rows. Counters that writers update
-- in place would make an acknowledgement wait for a webhook of 50,000 alerts that counts on the same day.
CREATE TABLE incident_metrics (
    id BIGSERIAL NOT NULL,
    day DATE NOT NULL,
    -- SHA-256 of the service label, which may be longer than a B-tree entry holds ('' where there is
    -- none); of no bytes at all in the rows that count every service.
    service_hash BYTEA NOT NULL,
    severity incident_severity NOT NULL,
    status incident_status NOT NULL,
    total INTEGER NOT NULL,
    -- Those that a person acknowledged.
    acked INTEGER NOT NULL,
    ack_seconds NUMERIC(20, 6) NOT NULL,
    resolved INTEGER NOT NULL,
    resolve_seconds NUMERIC(20, 6) NOT NULL,
    -- Whether the row is the sum of others, rather than waiting to be summed.
    compacted BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT incident_metrics_pkey PRIMARY KEY (id)
)
-- Compaction replaces the rows of the current day every minute.
WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000);

CREATE INDEX idx_incident_metrics_service_day ON incident_metrics (service_hash, day);
CREATE INDEX idx_incident_metrics_waiting ON incident_metrics (service_hash, day) WHERE NOT compacted;

-- Three trigger functions from one text: a trigger sees the transition tables of its own kind alone,
-- and a statement put together when it fires would be planned again for every write.
DO $migration$
DECLARE
    -- Rows that did not change cancel out, and nothing is written for them.
    count_incidents CONSTANT TEXT := $sql$
        INSERT INTO incident_metrics
            (day, service_hash, severity, status, total, acked, ack_seconds, resolved, resolve_seconds)
        SELECT day, CASE grouping(service) WHEN 0 THEN sha256(convert_to(service, 'UTF8')) ELSE '' END,
            severity, status, sum(sign), sum(sign * acked), sum(sign * ack_seconds),
            sum(sign * resolved), sum(sign * resolve_seconds)
        FROM (
            SELECT sign, (created_at AT TIME ZONE 'UTC')::date AS day, coalesce(labels ->> 'service', '') AS service,
                severity, status, (acknowledged_by IS NOT NULL)::int AS acked,
                coalesce(CASE WHEN acknowledged_by IS NOT NULL THEN extract(epoch FROM acked_at - created_at) END, 0)
                    AS ack_seconds,
                (resolved_at IS NOT NULL)::int AS resolved,
                coalesce(extract(epoch FROM resolved_at - created_at), 0) AS resolve_seconds
            FROM (%s) AS changed
        ) AS counted
        GROUP BY GROUPING SETS ((day, service, severity, status), (day, severity, status))
        HAVING (sum(sign), sum(sign * acked), sum(sign * ack_seconds), sum(sign * resolved),
            sum(sign * resolve_seconds)) <> (0, 0, 0, 0, 0)
    $sql$;
    after_statement RECORD;
BEGIN
    FOR after_statement IN
        SELECT * FROM (VALUES
            ('insert', 'NEW TABLE AS new_rows', 'SELECT 1 AS sign, * FROM new_rows'),
            ('update', 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
                'SELECT 1 AS sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows'),
            ('delete', 'OLD TABLE AS old_rows', 'SELECT -1 AS sign, * FROM old_rows')
        ) AS known (event, transition_tables, changed)
    LOOP
        EXECUTE format(
            'CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS %L',
            'count_incidents_' || after_statement.event,
            format('BEGIN %s; RETURN NULL; END;', format(count_incidents, after_statement.changed))
        );
        EXECUTE format(
            'CREATE TRIGGER %I AFTER %s ON incidents REFERENCING %s FOR EACH STATEMENT EXECUTE FUNCTION %I()',
            'incidents_count_' || after_statement.event,
            after_statement.event,
            after_statement.transition_tables,
            'count_incidents_' || after_statement.event
        );
    END LOOP;
    -- The triggers hold off writers until the end of this transaction: none is missed or counted twice.
    EXECUTE format(count_incidents, 'SELECT 1 AS sign, * FROM incidents');
END;
$migration$;
