-- On which branches of Orphanet's classification experts work.
CREATE TABLE directory_expertise (
    user_id VARCHAR(80) NOT NULL,
    head    VARCHAR(20) NOT NULL,
    PRIMARY KEY (user_id, head)
);

-- By whom and when an expert was reminded of an invitation or an opinion, besides what the clocks do.
CREATE TABLE panel_reminder (
    id            UUID PRIMARY KEY,
    invitation_id UUID NOT NULL REFERENCES panel_invitation (id),
    case_id       UUID NOT NULL,
    sent_by       VARCHAR(100) NOT NULL,
    sent_at       TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX panel_reminder_case ON panel_reminder (case_id, sent_at);
CREATE INDEX panel_invitation_expert ON panel_invitation (expert, sent_at);
