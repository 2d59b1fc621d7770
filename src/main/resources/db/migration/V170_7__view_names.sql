-- What people call the views that they keep. Whoever types a name can type anything, so it is sealed, under a key of the view's own; by its
-- keyed hash the same name is not given twice by one person.
ALTER TABLE queue_view ADD COLUMN name bytea;
ALTER TABLE queue_view ADD COLUMN name_hash varchar(64);
CREATE UNIQUE INDEX queue_view_name ON queue_view (owner, name_hash);
