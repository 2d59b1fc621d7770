-- Finds a home provider's own cases by pseudonym or record number, exactly: keyed hashes under the provider's key. Derived from what is
-- sealed, rebuilt when it is empty, and removed with the erasure.
CREATE TABLE case_search (
    case_id  UUID        NOT NULL REFERENCES case_file (id),
    kind     VARCHAR(20) NOT NULL,
    provider VARCHAR(60) NOT NULL,
    token    VARCHAR(64) NOT NULL,
    PRIMARY KEY (case_id, kind)
);
CREATE INDEX case_search_token ON case_search (token);

-- The senders' own keys of registrations stood in the open; from now on they are kept as keyed hashes.
DELETE FROM registration_key;
