-- What belongs to a message besides its wordings: what it quotes, who is mentioned, its files, translations of it, and questions to the home
-- clinician.
ALTER TABLE panel_message ADD COLUMN quote BYTEA;

CREATE TABLE panel_mention (
    message_id UUID         NOT NULL REFERENCES panel_message (id),
    user_id    VARCHAR(100) NOT NULL,
    PRIMARY KEY (message_id, user_id)
);

CREATE TABLE panel_message_file (
    message_id UUID NOT NULL REFERENCES panel_message (id),
    file_id    UUID NOT NULL,
    PRIMARY KEY (message_id, file_id)
);

CREATE TABLE panel_side_note (
    id         UUID PRIMARY KEY,
    message_id UUID         NOT NULL REFERENCES panel_message (id),
    version    INTEGER      NOT NULL,
    language   VARCHAR(8)   NOT NULL,
    author     VARCHAR(100) NOT NULL,
    content    BYTEA        NOT NULL,
    said_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX panel_side_note_message ON panel_side_note (message_id, said_at);

CREATE TABLE panel_question (
    message_id UUID PRIMARY KEY REFERENCES panel_message (id),
    case_id    UUID         NOT NULL,
    state      VARCHAR(16)  NOT NULL,
    request_id UUID REFERENCES panel_request (id),
    marked_by  VARCHAR(100) NOT NULL,
    marked_at  TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX panel_question_case ON panel_question (case_id, state);
