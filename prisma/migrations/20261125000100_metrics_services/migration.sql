-- The name of the service beside its digest, to tell the metrics apart by it.

-- Writers wait until the end of this transaction: what they count then has the name.
LOCK TABLE incidents IN SHARE ROW EXCLUSIVE MODE;

ALTER TABLE incident_metrics ADD COLUMN service TEXT;

UPDATE incident_metrics SET service = named.service
FROM (
    SELECT service, sha256(convert_to(service, 'UTF8')) AS hash
    FROM (SELECT DISTINCT coalesce(labels ->> 'service', '') AS service FROM incidents) AS known
) AS named
WHERE incident_metrics.service_hash = named.hash;

-- Of services that no incident has any more: their sums are all zero.
DELETE FROM incident_metrics WHERE service_hash <> '' AND service IS NULL;

-- An older Klaxon that still runs cannot sum up without the name, and leaves that to a newer one.
ALTER TABLE incident_metrics ADD CONSTRAINT incident_metrics_service_check
    CHECK ((service_hash = '') = (service IS NULL));

CREATE INDEX idx_incident_metrics_day ON incident_metrics (day);

DO $migration$
DECLARE
    count_incidents CONSTANT TEXT := $sql$
        INSERT INTO incident_metrics
            (day, service_hash, service, severity, status, total, acked, ack_seconds, resolved, resolve_seconds)
        SELECT day, CASE grouping(service) WHEN 0 THEN sha256(convert_to(service, 'UTF8')) ELSE '' END,
            service, severity, status, sum(sign), sum(sign * acked), sum(sign * ack_seconds),
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
            ('insert', 'SELECT 1 AS sign, * FROM new_rows'),
            ('update', 'SELECT 1 AS sign, * FROM new_rows UNION ALL SELECT -1, * FROM old_rows'),
            ('delete', 'SELECT -1 AS sign, * FROM old_rows')
        ) AS known (event, changed)
    LOOP
        EXECUTE format(
            'CREATE OR REPLACE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS %L',
            'count_incidents_' || after_statement.event,
            format('BEGIN %s; RETURN NULL; END;', format(count_incidents, after_statement.changed))
        );
    END LOOP;
END;
$migration$;
