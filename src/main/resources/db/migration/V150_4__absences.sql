-- One calendar of absences for experts and for everybody else. Why somebody is away is nobody's business.
CREATE TABLE absence (
    id          UUID PRIMARY KEY,
    user_id     VARCHAR(100) NOT NULL,
    from_day    DATE         NOT NULL,
    until_day   DATE         NOT NULL,
    deputy      VARCHAR(100),
    recorded_by VARCHAR(100) NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
INSERT INTO absence (id, user_id, from_day, until_day, deputy, recorded_by, recorded_at)
    SELECT id, expert, from_day, until_day, deputy, recorded_by, recorded_at FROM panel_absence;
INSERT INTO absence (id, user_id, from_day, until_day, deputy, recorded_by, recorded_at)
    SELECT id, user_id, from_day, until_day, deputy, recorded_by, recorded_at FROM work_away;
CREATE INDEX absence_user ON absence (user_id, until_day);
CREATE INDEX absence_deputy ON absence (deputy, until_day);
DROP TABLE panel_absence;
DROP TABLE work_away;
