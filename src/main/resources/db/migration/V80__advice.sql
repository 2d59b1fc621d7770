-- Outcomes, version by version: the draft sealed for the network, the signed advice sealed for the home provider too.
CREATE TABLE advice_outcome (
    id            UUID PRIMARY KEY,
    case_id       UUID         NOT NULL,
    version       INTEGER      NOT NULL,
    state         VARCHAR(16)  NOT NULL,
    content       BYTEA        NOT NULL,
    home_content  BYTEA,
    pdf           BYTEA,
    travel_needed BOOLEAN      NOT NULL,
    follow_up     VARCHAR(80)  NOT NULL,
    lead_user     VARCHAR(100) NOT NULL,
    drafted_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    closed_at     TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (case_id, version)
);

CREATE TABLE advice_signature (
    outcome_id UUID         NOT NULL REFERENCES advice_outcome (id),
    signer     VARCHAR(100) NOT NULL,
    state      VARCHAR(16)  NOT NULL,
    dissent    BYTEA,
    signed_at  TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (outcome_id, signer)
);
