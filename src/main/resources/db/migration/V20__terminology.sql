-- Codes of diseases and phenotypes: Orphanet (ORPHA), OMIM, Human Phenotype Ontology (HP). Replaced as a whole by an import.
CREATE TABLE terminology_term (
    system   VARCHAR(10)  NOT NULL,
    code     VARCHAR(20)  NOT NULL,
    label    VARCHAR(500) NOT NULL,
    kind     VARCHAR(80)  NOT NULL,
    obsolete BOOLEAN      NOT NULL,
    PRIMARY KEY (system, code)
);

-- The label and the synonyms; "folded" is lower case without accents and punctuation, with a blank before each word.
CREATE TABLE terminology_name (
    system    VARCHAR(10)  NOT NULL,
    code      VARCHAR(20)  NOT NULL,
    position  INTEGER      NOT NULL,
    name      VARCHAR(500) NOT NULL,
    folded    VARCHAR(510) NOT NULL,
    PRIMARY KEY (system, code, position)
);
CREATE INDEX terminology_name_folded ON terminology_name (system, folded);

CREATE TABLE terminology_parent (
    system VARCHAR(10) NOT NULL,
    code   VARCHAR(20) NOT NULL,
    parent VARCHAR(20) NOT NULL,
    PRIMARY KEY (system, code, parent)
);

-- Relation as Orphanet gives it: E exact, BTNT the ORPHAcode is broader, NTBT it is narrower, ND not decided.
CREATE TABLE terminology_map (
    omim     VARCHAR(20) NOT NULL,
    orpha    VARCHAR(20) NOT NULL,
    relation VARCHAR(10) NOT NULL,
    PRIMARY KEY (omim, orpha)
);
CREATE INDEX terminology_map_orpha ON terminology_map (orpha);

CREATE TABLE terminology_head (
    orpha VARCHAR(20) NOT NULL,
    head  VARCHAR(20) NOT NULL,
    PRIMARY KEY (orpha, head)
);

CREATE TABLE terminology_head_network (
    head       VARCHAR(20) NOT NULL,
    network_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (head, network_id)
);

-- What was loaded, so that the same file is not loaded again.
CREATE TABLE terminology_source (
    name      VARCHAR(200) PRIMARY KEY,
    sha256    VARCHAR(64)  NOT NULL,
    terms     INTEGER      NOT NULL,
    loaded_at TIMESTAMP WITH TIME ZONE NOT NULL
);
