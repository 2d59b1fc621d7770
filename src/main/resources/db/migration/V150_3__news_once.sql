-- The same is told to somebody once, also by two nodes at one moment.
DELETE FROM news WHERE EXISTS (
    SELECT 1 FROM news later
     WHERE later.case_id = news.case_id AND later.person = news.person AND later.kind = news.kind AND later.about = news.about
       AND later.id > news.id);
CREATE UNIQUE INDEX news_once ON news (person, kind, case_id, about);
