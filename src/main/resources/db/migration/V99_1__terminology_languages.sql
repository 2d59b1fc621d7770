-- Names in every language: position 0 is the label, those after it are synonyms. A term is named by these alone.
CREATE TABLE terminology_label (
    system   VARCHAR(10)  NOT NULL,
    code     VARCHAR(20)  NOT NULL,
    language VARCHAR(8)   NOT NULL,
    position INTEGER      NOT NULL,
    name     VARCHAR(500) NOT NULL,
    PRIMARY KEY (system, code, language, position)
);
INSERT INTO terminology_label (system, code, language, position, name)
    SELECT system, code, 'en', position, name FROM terminology_name;
DROP TABLE terminology_name;
ALTER TABLE terminology_term DROP COLUMN label;
