-- What process owners deployed over HTTP. The newest of a name that is not superseded is in force instead of the folder's file.
CREATE TABLE process_file (
    seq           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          varchar(120)                NOT NULL,
    content       bytea                       NOT NULL,
    replaces      varchar(64)                 NOT NULL, -- SHA-256 of the folder's file at that time, empty if there was none
    deployed_by   varchar(120)                NOT NULL,
    deployed_at   timestamp(6) with time zone NOT NULL,
    superseded_at timestamp(6) with time zone           -- the folder's file was changed after it
);
CREATE INDEX process_file_name ON process_file (name, seq);
