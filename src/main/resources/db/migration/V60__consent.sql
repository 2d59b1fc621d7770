-- What the signed document says, one row per version; who signed is sealed. The newest version counts.
CREATE TABLE consent (
    id               UUID PRIMARY KEY,
    case_id          UUID         NOT NULL,
    version          INTEGER      NOT NULL,
    given            BOOLEAN      NOT NULL,
    any_network      BOOLEAN      NOT NULL,
    patient_signed   BOOLEAN      NOT NULL,
    guardians_signed INTEGER      NOT NULL,
    guardians_needed INTEGER      NOT NULL,
    assent           VARCHAR(20)  NOT NULL,
    minor_decides    BOOLEAN      NOT NULL,
    document_version VARCHAR(60),
    language         VARCHAR(10),
    document_date    DATE,
    expires_on       DATE,
    sealed           BYTEA        NOT NULL,
    recorded_by      VARCHAR(100) NOT NULL,
    recorded_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    UNIQUE (case_id, version)
);

CREATE TABLE consent_scope (
    consent_id UUID         NOT NULL REFERENCES consent (id),
    scope      VARCHAR(30)  NOT NULL,
    state      VARCHAR(20)  NOT NULL,
    changed_by VARCHAR(100) NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (consent_id, scope)
);

CREATE TABLE consent_recipient (
    consent_id UUID        NOT NULL REFERENCES consent (id),
    kind       VARCHAR(20) NOT NULL,
    recipient  VARCHAR(100) NOT NULL,
    PRIMARY KEY (consent_id, kind, recipient)
);
