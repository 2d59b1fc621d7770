-- Cases about the same patient and question. Merged: the first was closed in favour of the other.
CREATE TABLE case_link (
    case_id   UUID        NOT NULL REFERENCES case_file (id),
    other_id  UUID        NOT NULL REFERENCES case_file (id),
    kind      VARCHAR(10) NOT NULL,
    linked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    linked_by VARCHAR(80) NOT NULL,
    PRIMARY KEY (case_id, other_id)
);
CREATE INDEX case_link_other ON case_link (other_id);
