-- Who may sign in, what they hold, and who may see which case as what from when until when.
CREATE TABLE account (
    user_id       VARCHAR(80)  PRIMARY KEY,
    display_name  VARCHAR(160) NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    country       VARCHAR(2),
    provider      VARCHAR(60),
    active        BOOLEAN      NOT NULL,
    created_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE account_group (
    user_id    VARCHAR(80) NOT NULL REFERENCES account (user_id),
    group_name VARCHAR(80) NOT NULL,
    PRIMARY KEY (user_id, group_name)
);
CREATE INDEX account_group_name ON account_group (group_name);

-- A holder is a user id, or a group written role:scope. Ended grants stay: they say who could see the case then.
CREATE TABLE case_grant (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    UUID        NOT NULL,
    holder     VARCHAR(80) NOT NULL,
    granted_as VARCHAR(10) NOT NULL,
    granted_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ends_at    TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX case_grant_case ON case_grant (case_id);
CREATE INDEX case_grant_holder ON case_grant (holder, case_id);
