-- For which moment a session was planned first: it stays when the session is moved, so that nobody plans it a second time.
ALTER TABLE board_meeting ADD COLUMN planned_for TIMESTAMP(6) WITH TIME ZONE;
UPDATE board_meeting SET planned_for = starts_at;
ALTER TABLE board_meeting ALTER COLUMN planned_for SET NOT NULL;
