-- What the network tells the home clinician on the way.
CREATE TABLE interim_report (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL,
    number INTEGER NOT NULL,
    step VARCHAR(80) NOT NULL,
    at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    content BYTEA NOT NULL,
    CONSTRAINT one_report_of_a_number UNIQUE (case_id, number)
);

-- What left for a registry or for research at the end of a case, sealed for the network, whose registry it is. A row whose consent was
-- taken back keeps that it was there, and nothing of what it said.
CREATE TABLE registry_export (
    case_id UUID NOT NULL,
    purpose VARCHAR(20) NOT NULL,
    network VARCHAR(40) NOT NULL,
    content BYTEA,
    exported_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    stopped_at TIMESTAMP(6) WITH TIME ZONE,
    PRIMARY KEY (case_id, purpose)
);

-- Who confirmed that the advice has arrived; the network sees it beside the time.
ALTER TABLE delivery ADD COLUMN received_by VARCHAR(100);
