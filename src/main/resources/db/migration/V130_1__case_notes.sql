-- Notes pinned to a case, each side's own; sealed under the key of the side that wrote it.
CREATE TABLE case_note (
    id          uuid                        NOT NULL PRIMARY KEY,
    case_id     uuid                        NOT NULL REFERENCES case_file (id),
    controller  varchar(10)                 NOT NULL,
    written_by  varchar(100)                NOT NULL,
    written_at  timestamp(6) with time zone NOT NULL,
    content     bytea                       NOT NULL,
    unpinned_by varchar(100),
    unpinned_at timestamp(6) with time zone
);
CREATE INDEX case_note_case ON case_note (case_id, written_at);
