-- When something first happened, at the same cost however much has happened since.
CREATE INDEX idx_incident_events_first ON incident_events (type, at) WHERE type IN ('acknowledged', 'resolved');
CREATE INDEX idx_notification_deliveries_sent ON notification_deliveries (settled_at) WHERE status = 'sent';
