-- Who has the minutes of a case in a session before them, and what each of them has typed so far, for themselves alone.
CREATE TABLE board_desk (
    meeting_id uuid                        NOT NULL,
    case_id    uuid                        NOT NULL,
    user_id    varchar(100)                NOT NULL,
    seen_at    timestamp(6) with time zone NOT NULL,
    typed_at   timestamp(6) with time zone,
    sealed     bytea,
    PRIMARY KEY (meeting_id, case_id, user_id),
    FOREIGN KEY (meeting_id, case_id) REFERENCES board_slot (meeting_id, case_id) ON DELETE CASCADE
);
CREATE INDEX board_desk_typed ON board_desk (typed_at);
