-- Each time a case looks for a network: the ranking with its reasons (sealed: they name the disease), the sponsor, the choice.
CREATE TABLE routing_round (
    id           UUID PRIMARY KEY,
    case_id      UUID        NOT NULL,
    round        INTEGER     NOT NULL,
    ranking      BYTEA       NOT NULL,
    rule_version VARCHAR(64) NOT NULL,
    ranked_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sponsor_kind VARCHAR(20),
    sponsor      VARCHAR(80),
    network_id   VARCHAR(40),
    chosen_by    VARCHAR(100),
    chosen_at    TIMESTAMP(6) WITH TIME ZONE,
    sent_at      TIMESTAMP(6) WITH TIME ZONE,
    UNIQUE (case_id, round)
);

CREATE TABLE routing_co_network (
    round_id   UUID        NOT NULL REFERENCES routing_round (id),
    network_id VARCHAR(40) NOT NULL,
    PRIMARY KEY (round_id, network_id)
);
