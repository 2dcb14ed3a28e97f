-- What a channel last failed at, at the same cost however much it has sent since.
CREATE INDEX idx_notification_deliveries_errors ON notification_deliveries (channel_id, created_at DESC) WHERE last_error IS NOT NULL;
CREATE INDEX idx_notification_deliveries_channel_sent ON notification_deliveries (channel_id, created_at DESC) WHERE status = 'sent';
