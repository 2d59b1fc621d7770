-- How far the clock of a demonstration is ahead. One row; zero in production.
CREATE TABLE time_shift (
    seconds BIGINT NOT NULL
);
INSERT INTO time_shift VALUES (0);
