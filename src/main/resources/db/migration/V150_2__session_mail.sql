-- A mail that is an entry for calendars: of which session, in which state of it. Its text is written when it is sent, as that of all mail.
ALTER TABLE mail ADD COLUMN meeting_id uuid;
ALTER TABLE mail ADD COLUMN meeting_sequence integer;
ALTER TABLE mail ADD COLUMN meeting_method varchar(8); -- REQUEST, CANCEL
CREATE INDEX mail_meeting ON mail (meeting_id, written_at);
