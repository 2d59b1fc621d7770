-- A newer consent did not cover the holder, whose part was not over: given back by the next one that does.
ALTER TABLE case_grant ADD COLUMN held_back BOOLEAN DEFAULT FALSE NOT NULL;
