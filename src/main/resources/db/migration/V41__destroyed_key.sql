-- The key store's list of destroyed keys, kept here as well: a restored key store learns from it what must stay destroyed.
CREATE TABLE destroyed_key (
    name         VARCHAR(120) PRIMARY KEY, -- of the key: a case's id and the controller
    destroyed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
