DROP TRIGGER incidents_count_insert ON incidents;
DROP TRIGGER incidents_count_update ON incidents;
DROP TRIGGER incidents_count_delete ON incidents;
DROP FUNCTION count_incidents_insert();
DROP FUNCTION count_incidents_update();
DROP FUNCTION count_incidents_delete();
DROP TABLE incident_metrics;
