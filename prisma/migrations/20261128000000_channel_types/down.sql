-- Channels of later types stay as they are.
ALTER TABLE notification_channels ADD CONSTRAINT notification_channels_type_check
    CHECK (type IN ('slack', 'email', 'telegram', 'webhook')) NOT VALID;
