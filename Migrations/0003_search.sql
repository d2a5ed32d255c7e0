-- 0003: an index of words analysed by our own code, its rows in the order of publication.

DROP TABLE article_search;
DROP VIEW article_searchable;
DROP INDEX article_by_published;
DROP INDEX article_by_received;
DROP INDEX article_by_source;

-- The number of an article's row in the index of words: its day, its place within the day and the
-- code of its length. Up to 255 it is not in the index yet.
ALTER TABLE article RENAME COLUMN search_length TO search_key;

CREATE INDEX article_by_search_key ON article (search_key, published_at, removed_at)
    WHERE removed_at IS NULL;
CREATE INDEX article_by_received ON article (received_at, id, search_key, removed_at)
    WHERE removed_at IS NULL;
-- Filters look their values up in the index of words; this is for counting, and for the reference.
CREATE INDEX article_by_source ON article (source_id, removed_at);

-- The analysis that the index was made by; an index of another one is made anew, up to the article
-- that the work has come to.
ALTER TABLE store_state ADD COLUMN analysis_version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE store_state ADD COLUMN analysed_through INTEGER NOT NULL DEFAULT 0;
UPDATE store_state
SET search_length = 0
WHERE id = 1;

-- The terms. Nothing is kept here that could be read back: the articles have it.
CREATE VIRTUAL TABLE article_search USING fts5 (
    headline, body, byline, labels,
    content = '',
    columnsize = 0,
    tokenize = 'dateline_terms'
);

-- The words as readers type them, for completions and corrections.
CREATE TABLE search_word (
    word  TEXT    NOT NULL PRIMARY KEY,
    level INTEGER NOT NULL  -- about the logarithm to base 2 of how many articles had it
) STRICT, WITHOUT ROWID;

-- How many articles are in each language, by its first subtag; the empty one where it is unknown.
CREATE TABLE search_language (
    language      TEXT    NOT NULL PRIMARY KEY,
    article_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
