-- Networks that help a panel of another, a lead who dropped out, sessions with their minutes.
ALTER TABLE panel ADD COLUMN lead_gone BOOLEAN DEFAULT FALSE NOT NULL;

CREATE TABLE panel_contribution (
    id         UUID PRIMARY KEY,
    panel_id   UUID        NOT NULL REFERENCES panel (id),
    case_id    UUID        NOT NULL,
    network_id VARCHAR(40) NOT NULL,
    state      VARCHAR(16) NOT NULL,
    asked_at   TIMESTAMP(6) WITH TIME ZONE,
    ended_at   TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (panel_id, network_id)
);
CREATE INDEX panel_contribution_case ON panel_contribution (case_id);

CREATE TABLE panel_session (
    id        UUID PRIMARY KEY,
    panel_id  UUID        NOT NULL REFERENCES panel (id),
    case_id   UUID        NOT NULL,
    meets_on  DATE        NOT NULL,
    state     VARCHAR(16) NOT NULL,
    minutes   BYTEA,
    called_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at  TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX panel_session_case ON panel_session (case_id, meets_on);
