-- People whom an OpenID provider signs in have no password here.
ALTER TABLE account ALTER COLUMN password_hash DROP NOT NULL;
ALTER TABLE account ADD COLUMN machine BOOLEAN DEFAULT FALSE NOT NULL;

-- Who is signed in since when; a session that was ended anywhere ends on every node.
CREATE TABLE sign_in_session (
    session_key  VARCHAR(40) PRIMARY KEY,
    user_id      VARCHAR(80) NOT NULL,
    subject      VARCHAR(255),
    provider_sid VARCHAR(255),
    signed_in_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at     TIMESTAMP(6) WITH TIME ZONE,
    ended_why    VARCHAR(30)
);
CREATE INDEX sign_in_session_user ON sign_in_session (user_id);
CREATE INDEX sign_in_session_subject ON sign_in_session (subject);
CREATE INDEX sign_in_session_sid ON sign_in_session (provider_sid);
CREATE INDEX sign_in_session_since ON sign_in_session (signed_in_at);
