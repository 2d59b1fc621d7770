-- The same is told to somebody once, also by two nodes at one moment.
DELETE FROM news WHERE id NOT IN (SELECT MAX(id) FROM news GROUP BY person, kind, case_id, about);
CREATE UNIQUE INDEX news_once ON news (person, kind, case_id, about);
