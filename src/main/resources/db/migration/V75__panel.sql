-- Panels, who was asked to them, what they said. Texts are sealed under the network's key.
CREATE TABLE panel (
    id          UUID PRIMARY KEY,
    case_id     UUID         NOT NULL,
    network_id  VARCHAR(40)  NOT NULL,
    lead_user   VARCHAR(100) NOT NULL,
    quorum      INTEGER      NOT NULL,
    opinion_due DATE         NOT NULL,
    language    VARCHAR(8)   NOT NULL,
    note        BYTEA,
    state       VARCHAR(16)  NOT NULL,
    clock_id    VARCHAR(80),
    convened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX panel_case ON panel (case_id, convened_at);

CREATE TABLE panel_invitation (
    id           UUID PRIMARY KEY,
    panel_id     UUID         NOT NULL REFERENCES panel (id),
    case_id      UUID         NOT NULL,
    expert       VARCHAR(100) NOT NULL,
    discipline   VARCHAR(60)  NOT NULL,
    state        VARCHAR(16)  NOT NULL,
    excluded     BOOLEAN      NOT NULL,
    disclosed    VARCHAR(200) NOT NULL,
    delegated_to VARCHAR(100),
    asked_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sent_at      TIMESTAMP(6) WITH TIME ZONE,
    answered_at  TIMESTAMP(6) WITH TIME ZONE,
    opinion_at   TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (panel_id, expert)
);

CREATE TABLE panel_opinion (
    id            UUID PRIMARY KEY,
    invitation_id UUID    NOT NULL REFERENCES panel_invitation (id),
    version       INTEGER NOT NULL,
    content       BYTEA   NOT NULL,
    given_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (invitation_id, version)
);

CREATE TABLE panel_request (
    id          UUID PRIMARY KEY,
    panel_id    UUID        NOT NULL REFERENCES panel (id),
    case_id     UUID        NOT NULL,
    content     BYTEA       NOT NULL,
    state       VARCHAR(16) NOT NULL,
    asked_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    answered_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX panel_request_case ON panel_request (case_id, asked_at);

CREATE TABLE panel_message (
    id         UUID PRIMARY KEY,
    case_id    UUID         NOT NULL,
    reply_to   UUID REFERENCES panel_message (id),
    author     VARCHAR(100) NOT NULL,
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX panel_message_case ON panel_message (case_id, written_at);

-- Every wording of a message, the first included.
CREATE TABLE panel_wording (
    message_id UUID    NOT NULL REFERENCES panel_message (id),
    version    INTEGER NOT NULL,
    content    BYTEA   NOT NULL,
    said_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (message_id, version)
);
