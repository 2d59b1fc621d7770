-- Finished instances are forgotten, the oldest first.
create index engine_process_instance_by_end on engine_process_instance (end_date);
