-- What each lead of a panel declared of conflicts of interest, sealed like that of the experts.
CREATE TABLE panel_lead_declaration (
    panel_id    UUID        NOT NULL REFERENCES panel (id),
    lead_user   VARCHAR(80) NOT NULL,
    case_id     UUID        NOT NULL,
    sealed      BYTEA       NOT NULL,
    declared_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (panel_id, lead_user)
);
CREATE INDEX panel_lead_declaration_case ON panel_lead_declaration (case_id);
