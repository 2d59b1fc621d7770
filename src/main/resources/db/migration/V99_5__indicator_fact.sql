-- What the yearly indicators counted of a case whose content was erased since: yes or no, and nothing else of it.
CREATE TABLE indicator_fact (
    case_id UUID        NOT NULL,
    fact    VARCHAR(40) NOT NULL,
    holds   BOOLEAN     NOT NULL,
    PRIMARY KEY (case_id, fact)
);
