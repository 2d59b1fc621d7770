-- A case may take further rounds: re-opened, moved to another network or provider, its advice superseded.
ALTER TABLE case_file ADD COLUMN closed_from VARCHAR(20);
-- What was reported and its process has not followed yet: an ending, or a new round.
ALTER TABLE case_file ADD COLUMN pending VARCHAR(20);
CREATE TABLE case_round (
    case_id    UUID        NOT NULL REFERENCES case_file (id),
    number     INTEGER     NOT NULL,
    cause      VARCHAR(20) NOT NULL,
    left_stage VARCHAR(20) NOT NULL,
    closed_as  VARCHAR(20),
    provider   VARCHAR(60) NOT NULL,
    network    VARCHAR(40),
    begun_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    begun_by   VARCHAR(80) NOT NULL,
    PRIMARY KEY (case_id, number)
);
