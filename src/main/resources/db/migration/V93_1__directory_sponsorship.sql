-- Which member hospital asks the networks for the hospitals of a country that is no member.
CREATE TABLE directory_sponsorship (
    country     VARCHAR(2)  NOT NULL,
    provider_id VARCHAR(60) NOT NULL REFERENCES directory_provider (id),
    valid_from  DATE        NOT NULL,
    valid_until DATE,
    PRIMARY KEY (country, provider_id, valid_from)
);
