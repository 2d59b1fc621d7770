-- A case goes by the rules of the day on which it was registered. Here stands who moved which case to the rules of a later day.
CREATE TABLE case_pack (
    id       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id  UUID         NOT NULL,
    rules_of DATE         NOT NULL,
    moved_by VARCHAR(100) NOT NULL,
    moved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX case_pack_case ON case_pack (case_id, moved_at);
