-- "My cases": somebody's few cases among the many of their groups.
CREATE INDEX queue_entry_case ON queue_entry (case_id, holder);
DELETE FROM case_part WHERE case_id IN (SELECT id FROM case_file WHERE closed_at IS NOT NULL);
-- Counting what is on offer or in hand from the index alone.
CREATE INDEX queue_entry_offered ON queue_entry (holder, offered, assignee, case_id, task_key);
