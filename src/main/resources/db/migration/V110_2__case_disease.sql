-- Finds cases by the disease that is named for them: keyed hashes under the provider's key, as in case_search. Derived from what is
-- sealed, made anew when they are missing, and removed with the erasure.
CREATE TABLE case_disease (
    case_id uuid        NOT NULL REFERENCES case_file (id),
    token   varchar(64) NOT NULL,
    PRIMARY KEY (case_id, token)
);
CREATE INDEX case_disease_token ON case_disease (token, case_id);
