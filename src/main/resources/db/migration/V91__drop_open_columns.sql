-- These answers and papers have been kept sealed since V89. OpenContent refuses a database in which any of them still stands in the open.
ALTER TABLE follow_up_date DROP COLUMN implemented;
ALTER TABLE follow_up_date DROP COLUMN result;
ALTER TABLE follow_up_date DROP COLUMN adverse_events;
ALTER TABLE follow_up_date DROP COLUMN diagnosis_changed;

ALTER TABLE advice_answer DROP COLUMN decision;

ALTER TABLE panel_invitation DROP COLUMN disclosed;

ALTER TABLE consent DROP COLUMN patient_signed;
ALTER TABLE consent DROP COLUMN guardians_signed;
ALTER TABLE consent DROP COLUMN guardians_needed;
ALTER TABLE consent DROP COLUMN assent;
ALTER TABLE consent DROP COLUMN minor_decides;
ALTER TABLE consent DROP COLUMN document_version;
ALTER TABLE consent DROP COLUMN language;
ALTER TABLE consent DROP COLUMN document_date;
