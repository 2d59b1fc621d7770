CREATE TRIGGER audit_event_append_only BEFORE UPDATE, DELETE ON audit_event FOR EACH ROW CALL 'org.konsil.audit.AppendOnly';
CREATE TRIGGER audit_chain_append_only BEFORE UPDATE, DELETE ON audit_chain FOR EACH ROW CALL 'org.konsil.audit.AppendOnly';
