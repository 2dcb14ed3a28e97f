DROP INDEX idx_notification_deliveries_claimed;
DROP INDEX idx_notification_deliveries_waiting;
DROP TABLE processes;
DROP TABLE jobs;
DROP FUNCTION announce_work();
