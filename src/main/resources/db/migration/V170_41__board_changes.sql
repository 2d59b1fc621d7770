-- Boards can be changed: what they are called, where they meet, and how many days before a session its agenda begins to fill itself (0: never).
ALTER TABLE board ADD COLUMN name VARCHAR(80);
ALTER TABLE board ADD COLUMN place VARCHAR(200);
ALTER TABLE board ADD COLUMN fill_days INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE board ADD COLUMN version INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE board_meeting ADD COLUMN place VARCHAR(200);
-- Which cases somebody took off an agenda: it does not fill itself with them again.
CREATE TABLE board_taken_off (
    meeting_id UUID NOT NULL REFERENCES board_meeting (id),
    case_id    UUID NOT NULL,
    PRIMARY KEY (meeting_id, case_id)
);
