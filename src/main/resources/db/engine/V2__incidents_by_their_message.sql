-- Clients find instances whose incidents have the same message by its hash (that of Java's String).
alter table engine_incident add column error_message_hash integer;
