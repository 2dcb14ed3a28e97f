DROP TABLE known_places;
ALTER TABLE invitations DROP COLUMN by_key;
ALTER TABLE users DROP COLUMN password_ended_at, DROP COLUMN password_by_key;
