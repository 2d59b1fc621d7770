-- Cases that somebody opened with a reason and without a usual right. The reason is sealed: reasons name patients.
CREATE TABLE case_opening (
    id        UUID         PRIMARY KEY,
    case_id   UUID         NOT NULL,
    opened_by VARCHAR(80)  NOT NULL,
    reason    BYTEA        NOT NULL,
    opened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ends_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_by  VARCHAR(80)
);
CREATE INDEX case_opening_by ON case_opening (opened_by, ends_at);
CREATE INDEX case_opening_case ON case_opening (case_id);

-- Who was told, and when they looked at it.
CREATE TABLE case_opening_told (
    opening_id UUID        NOT NULL REFERENCES case_opening (id),
    user_id    VARCHAR(80) NOT NULL,
    looked_at  TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (opening_id, user_id)
);
CREATE INDEX case_opening_told_user ON case_opening_told (user_id);
