-- Who is who: networks, who coordinates them, providers, memberships, experts. Every statement about the world has an end.
CREATE TABLE directory_network (
    id         VARCHAR(40) PRIMARY KEY,
    name       VARCHAR(80)  NOT NULL,
    area       VARCHAR(200) NOT NULL
);

CREATE TABLE directory_provider (
    id             VARCHAR(60) PRIMARY KEY,
    name           VARCHAR(160) NOT NULL,
    city           VARCHAR(80)  NOT NULL,
    country        VARCHAR(2)   NOT NULL,
    kind           VARCHAR(20)  NOT NULL,
    approved_until DATE
);
CREATE INDEX directory_provider_country ON directory_provider (country);

CREATE TABLE directory_coordination (
    network_id  VARCHAR(40) NOT NULL REFERENCES directory_network (id),
    provider_id VARCHAR(60) NOT NULL REFERENCES directory_provider (id),
    valid_from  DATE        NOT NULL,
    valid_until DATE,
    PRIMARY KEY (network_id, valid_from)
);

CREATE TABLE directory_membership (
    network_id  VARCHAR(40) NOT NULL REFERENCES directory_network (id),
    provider_id VARCHAR(60) NOT NULL REFERENCES directory_provider (id),
    kind        VARCHAR(20) NOT NULL,
    asked_rank  INTEGER     NOT NULL,
    valid_from  DATE        NOT NULL,
    valid_until DATE,
    PRIMARY KEY (network_id, provider_id, valid_from)
);

CREATE TABLE directory_expert (
    user_id    VARCHAR(80)  PRIMARY KEY,
    network_id VARCHAR(40) REFERENCES directory_network (id),
    name       VARCHAR(160) NOT NULL,
    country    VARCHAR(2)   NOT NULL,
    discipline VARCHAR(60)  NOT NULL,
    languages  VARCHAR(80)  NOT NULL
);
CREATE INDEX directory_expert_network ON directory_expert (network_id);
