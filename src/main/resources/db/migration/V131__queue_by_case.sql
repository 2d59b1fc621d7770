-- "My cases": somebody's few cases among the many of their groups.
CREATE INDEX queue_entry_case ON queue_entry (case_id, holder);
