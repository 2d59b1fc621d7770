-- The cases that wait until the data protection officer of their provider has decided; for one of them the officer is asked.
CREATE TABLE onboarding_wait (
    case_id    UUID PRIMARY KEY,
    provider   VARCHAR(60) NOT NULL,
    asks       BOOLEAN     NOT NULL,
    joined_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    decided_in UUID
);
CREATE INDEX onboarding_wait_provider ON onboarding_wait (provider);
