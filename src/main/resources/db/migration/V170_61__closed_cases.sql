-- Whoever reckons how long cases are kept reads them in the order in which they were closed, some at a time.
CREATE INDEX case_file_closed ON case_file (closed_at, id);
