-- Which decisions that the engine took are in the history already.
CREATE TABLE decision_seen (
    id      varchar(80)                 NOT NULL PRIMARY KEY,
    seen_at timestamp(6) with time zone NOT NULL
);
CREATE INDEX case_process_instance ON case_process (process_instance_key);
