-- Answers and papers that were kept in the open are sealed from now on. The old columns are emptied at the next start and written no
-- more; see columns.csv.
ALTER TABLE follow_up_date ADD COLUMN report BYTEA;

ALTER TABLE advice_answer ADD COLUMN sealed BYTEA;
ALTER TABLE advice_answer ALTER COLUMN decision DROP NOT NULL;

ALTER TABLE panel_invitation ADD COLUMN sealed BYTEA;
ALTER TABLE panel_invitation ALTER COLUMN disclosed DROP NOT NULL;

ALTER TABLE consent ADD COLUMN paper BYTEA;
ALTER TABLE consent ALTER COLUMN patient_signed DROP NOT NULL;
ALTER TABLE consent ALTER COLUMN guardians_signed DROP NOT NULL;
ALTER TABLE consent ALTER COLUMN guardians_needed DROP NOT NULL;
ALTER TABLE consent ALTER COLUMN assent DROP NOT NULL;
ALTER TABLE consent ALTER COLUMN minor_decides DROP NOT NULL;
