DROP TRIGGER notification_deliveries_announce ON notification_deliveries;
CREATE INDEX idx_notification_deliveries_due ON notification_deliveries (next_attempt_at) WHERE status = 'queued';
