-- A network's regular board, its sessions, their agendas, and who can come.
CREATE TABLE board (
    id            UUID PRIMARY KEY,
    network_id    VARCHAR(40)  NOT NULL,
    rhythm        VARCHAR(8)   NOT NULL,
    every         INTEGER      NOT NULL,
    week_of_month INTEGER      NOT NULL,
    weekday       INTEGER      NOT NULL,
    first_day     DATE         NOT NULL,
    time_of_day   VARCHAR(5)   NOT NULL,
    zone          VARCHAR(60)  NOT NULL,
    slots         INTEGER      NOT NULL,
    slot_minutes  INTEGER      NOT NULL,
    video_link    VARCHAR(500),
    opened_by     VARCHAR(100) NOT NULL,
    opened_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    closed_at     TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX board_network ON board (network_id);

CREATE TABLE board_meeting (
    id           UUID PRIMARY KEY,
    board_id     UUID        NOT NULL REFERENCES board (id),
    network_id   VARCHAR(40) NOT NULL,
    starts_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    slots        INTEGER     NOT NULL,
    slot_minutes INTEGER     NOT NULL,
    video_link   VARCHAR(500),
    state        VARCHAR(12) NOT NULL,
    sequence     INTEGER     NOT NULL,
    UNIQUE (board_id, starts_at)
);
CREATE INDEX board_meeting_network ON board_meeting (network_id, starts_at);

CREATE TABLE board_option (
    meeting_id UUID NOT NULL REFERENCES board_meeting (id),
    starts_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (meeting_id, starts_at)
);

CREATE TABLE board_answer (
    meeting_id  UUID         NOT NULL REFERENCES board_meeting (id),
    starts_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    user_id     VARCHAR(100) NOT NULL,
    answer      VARCHAR(8)   NOT NULL,
    answered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (meeting_id, starts_at, user_id)
);

CREATE TABLE board_slot (
    meeting_id UUID         NOT NULL REFERENCES board_meeting (id),
    case_id    UUID         NOT NULL,
    place      INTEGER      NOT NULL,
    state      VARCHAR(12)  NOT NULL,
    session_id UUID,
    added_by   VARCHAR(100) NOT NULL,
    added_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (meeting_id, case_id)
);
CREATE INDEX board_slot_case ON board_slot (case_id);
