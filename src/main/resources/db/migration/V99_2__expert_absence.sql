-- When experts are away, and who stands in for them. Why they are away is nobody's business.
CREATE TABLE panel_absence (
    id          UUID PRIMARY KEY,
    expert      VARCHAR(80) NOT NULL,
    from_day    DATE        NOT NULL,
    until_day   DATE        NOT NULL,
    deputy      VARCHAR(80),
    recorded_by VARCHAR(80) NOT NULL,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX panel_absence_expert ON panel_absence (expert, until_day);
