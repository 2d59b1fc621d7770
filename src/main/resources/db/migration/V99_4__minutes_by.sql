-- Who wrote the minutes.
ALTER TABLE panel_session ADD COLUMN written_by VARCHAR(80);
