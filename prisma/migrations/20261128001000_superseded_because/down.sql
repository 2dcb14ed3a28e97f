ALTER TABLE notification_deliveries DROP COLUMN superseded_because;
