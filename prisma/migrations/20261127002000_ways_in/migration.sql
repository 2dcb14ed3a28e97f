-- What an API key had a hand in ends when its owner becomes more; an ended password is kept to tell its owner why.
ALTER TABLE users
    ADD COLUMN password_by_key BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN password_ended_at TIMESTAMPTZ(6);

ALTER TABLE invitations ADD COLUMN by_key BOOLEAN NOT NULL DEFAULT false;

UPDATE users SET password_by_key = true
WHERE password_hash IS NOT NULL AND EXISTS (
    SELECT FROM audit_entries a
    WHERE a.target_kind = 'user' AND a.target_id = users.id::text AND a.actor_kind = 'api-key'
        AND a.action IN ('user.invited', 'user.invitation_renewed')
);

UPDATE invitations SET by_key = true
WHERE EXISTS (
    SELECT FROM audit_entries a
    WHERE a.target_kind = 'user' AND a.target_id = invitations.user_id::text AND a.actor_kind = 'api-key'
        AND a.action IN ('user.invited', 'user.invitation_renewed')
);

-- Where somebody signed in lately, as a digest: guesses from elsewhere do not keep them out from there.
CREATE TABLE known_places (
    user_id UUID NOT NULL,
    place BYTEA NOT NULL,
    last_seen_at TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT known_places_pkey PRIMARY KEY (user_id, place),
    CONSTRAINT known_places_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE NO ACTION
);

CREATE INDEX idx_known_places_seen ON known_places (last_seen_at);
