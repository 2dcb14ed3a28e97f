-- Why a channel was to be notified stays beside why it was not, after all.
ALTER TABLE notification_deliveries ADD COLUMN superseded_because TEXT;
UPDATE notification_deliveries SET superseded_because = reason WHERE status = 'superseded';
