-- A piece of a list is read along one of these from the index alone: all that decides whether an entry belongs to the list, and of whom the
-- rights are asked, stands behind the order.
DROP INDEX queue_entry_due;
DROP INDEX queue_entry_created;
DROP INDEX queue_entry_priority;
DROP INDEX queue_entry_urgency;
CREATE INDEX queue_entry_due ON queue_entry (holder, due_order, task_key, offered, followed, reserved, assignee, case_id);
CREATE INDEX queue_entry_created ON queue_entry (holder, created_at, task_key, offered, followed, reserved, assignee, case_id);
CREATE INDEX queue_entry_priority ON queue_entry (holder, priority, task_key, offered, followed, reserved, assignee, case_id);
CREATE INDEX queue_entry_urgency ON queue_entry (holder, urgency, task_key, offered, followed, reserved, assignee, case_id);

-- Somebody's own cases, and what there is of them, from the indexes alone.
DROP INDEX case_grant_holder;
DROP INDEX queue_entry_case;
CREATE INDEX case_grant_holder ON case_grant (holder, case_id, granted_at, ends_at);
CREATE INDEX queue_entry_case ON queue_entry (case_id, holder, task_key, offered, followed, reserved, assignee, due_order);
