-- The letters to the patients: each version is kept, the text and the printed document sealed for the home provider.
CREATE TABLE patient_letter (
    id UUID PRIMARY KEY,
    case_id UUID NOT NULL,
    number INTEGER NOT NULL,
    state VARCHAR(20) NOT NULL,
    template_version INTEGER NOT NULL,
    outcome_version INTEGER NOT NULL,
    content BYTEA NOT NULL,
    pdf BYTEA,
    written_by VARCHAR(100) NOT NULL,
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    released_by VARCHAR(100),
    released_at TIMESTAMP(6) WITH TIME ZONE,
    CONSTRAINT one_letter_of_a_number UNIQUE (case_id, number)
);
