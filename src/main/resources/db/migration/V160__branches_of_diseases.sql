-- Each case is found by the branches of Orphanet's classification on which its diseases lie, too. What is derived of the cases that are
-- there already is derived anew while the program runs.
ALTER TABLE case_file ADD COLUMN diseases_known BOOLEAN DEFAULT FALSE NOT NULL;
CREATE INDEX case_file_diseases_known ON case_file (diseases_known, id);
