DROP TABLE rejected_alerts;
DROP TABLE incident_events;
DROP FUNCTION refuse_change();
DROP TABLE alerts;
DROP TABLE incidents;
DROP TYPE incident_severity;
DROP TYPE incident_status;
