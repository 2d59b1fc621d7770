-- What patients ask for, who answers for it, and what became of it. Words stand sealed; what is erased leaves its certificate.
CREATE TABLE case_restriction (
    case_id UUID PRIMARY KEY,
    since   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    by_user VARCHAR(80) NOT NULL
);

CREATE TABLE rights_request (
    id            UUID PRIMARY KEY,
    case_id       UUID         NOT NULL,
    kind          VARCHAR(20)  NOT NULL,
    received_on   DATE         NOT NULL,
    registered_by VARCHAR(80)  NOT NULL,
    registered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sealed        BYTEA        NOT NULL
);
CREATE INDEX rights_request_case ON rights_request (case_id, registered_at);

-- One controller's part of a request; its id names the process instance that asks for the answer.
CREATE TABLE rights_part (
    id         UUID PRIMARY KEY,
    request_id UUID        NOT NULL REFERENCES rights_request (id),
    case_id    UUID        NOT NULL,
    kind       VARCHAR(20) NOT NULL,
    controller VARCHAR(10) NOT NULL,
    handler    VARCHAR(80) NOT NULL,
    state      VARCHAR(12) NOT NULL,
    due_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    extended   BOOLEAN     NOT NULL,
    copied_at  TIMESTAMP(6) WITH TIME ZONE,
    ground     VARCHAR(40),
    decided_by VARCHAR(80),
    decided_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX rights_part_case ON rights_part (case_id, controller, state);

CREATE TABLE rights_hold (
    case_id    UUID        NOT NULL,
    controller VARCHAR(10) NOT NULL,
    reason     BYTEA       NOT NULL,
    placed_by  VARCHAR(80) NOT NULL,
    placed_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (case_id, controller)
);

-- Names the case by its number only: it has to outlive what it certifies.
CREATE TABLE rights_certificate (
    id         UUID PRIMARY KEY,
    case_id    UUID          NOT NULL,
    controller VARCHAR(10)   NOT NULL,
    issued_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    document   VARCHAR(8000) NOT NULL,
    signature  VARCHAR(200)  NOT NULL,
    UNIQUE (case_id, controller)
);

CREATE TABLE rights_retention (
    case_id    UUID        NOT NULL,
    controller VARCHAR(10) NOT NULL,
    closed_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    review_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    state      VARCHAR(10) NOT NULL, -- WAITING, ASKED, ERASED
    PRIMARY KEY (case_id, controller)
);
CREATE INDEX rights_retention_review ON rights_retention (state, review_at);
