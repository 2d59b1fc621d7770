-- By which classification the branches of a case's diseases were derived: another one that is imported has them derived anew, some cases
-- at a time, and goes on after a crash with those that are left. Nothing is known of what was derived before.
ALTER TABLE case_file ADD COLUMN diseases_by VARCHAR(64) DEFAULT '' NOT NULL;
DROP INDEX case_file_diseases_known;
ALTER TABLE case_file DROP COLUMN diseases_known;
CREATE INDEX case_file_diseases_by ON case_file (diseases_by, id);
