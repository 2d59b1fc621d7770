-- How often an expert's discipline, languages and branches were changed by hand. What was is not sown again.
ALTER TABLE directory_expert ADD COLUMN version INTEGER DEFAULT 0 NOT NULL;
