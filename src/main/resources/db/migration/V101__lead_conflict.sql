-- In which leads a conflict of interest was found after they took a panel over: they never lead or advise in that case again.
CREATE TABLE panel_lead_conflict (
    case_id   UUID        NOT NULL,
    lead_user VARCHAR(80) NOT NULL,
    panel_id  UUID        NOT NULL REFERENCES panel (id),
    found_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (case_id, lead_user)
);
CREATE INDEX panel_lead_conflict_panel ON panel_lead_conflict (panel_id);
