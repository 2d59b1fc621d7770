-- Each page with a reader's news asks whether their mail arrives.
CREATE INDEX mail_person ON mail (person, written_at);
