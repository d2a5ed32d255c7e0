-- 0001: articles, the bytes they came from, their earlier versions and the index of their words.

-- What is true of the whole store, kept with every commit so that nobody has to count.
CREATE TABLE store_state (
    id            INTEGER PRIMARY KEY CHECK (id = 1),
    generation    INTEGER NOT NULL,  -- grows with every commit
    article_count INTEGER NOT NULL,  -- articles that are not removed
    search_length INTEGER NOT NULL   -- the sum of their lengths, for the ranking
) STRICT;

INSERT INTO store_state (id, generation, article_count, search_length)
VALUES (1, 0, 0, 0);

-- Where articles come from. One spelling, one row; `folded` is what filters compare.
CREATE TABLE source (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL UNIQUE,
    folded TEXT NOT NULL
) STRICT;

CREATE INDEX source_by_folded ON source (folded);

-- The bytes as received, once for all the articles in them.
CREATE TABLE original (
    id            INTEGER PRIMARY KEY,
    sha256        BLOB    NOT NULL UNIQUE,
    declared_type TEXT,
    size          INTEGER NOT NULL,  -- in bytes, as received
    bytes         BLOB    NOT NULL   -- a zlib stream (RFC 1950) where that is shorter than size
) STRICT;

-- The current version of every article, and of those removed the last one.
CREATE TABLE article (
    id                  INTEGER PRIMARY KEY AUTOINCREMENT,
    version             INTEGER NOT NULL,  -- from 1
    original_id         INTEGER NOT NULL REFERENCES original (id) ON DELETE RESTRICT,
    received_at         INTEGER NOT NULL,
    removed_at          INTEGER,           -- set on what answers that it is gone
    removal_reason      TEXT,
    name                TEXT,              -- the client's own
    text_digest         BLOB    NOT NULL,  -- of the normalised text, to recognise it again
    search_length       INTEGER NOT NULL,  -- the length's code, see the ranking
    published_at        INTEGER,           -- the first moment that the date may mean
    published_precision TEXT,
    published_offset    INTEGER,           -- minutes east of UTC
    published_basis     TEXT,
    updated_at          INTEGER,           -- by the article's own words
    updated_precision   TEXT,
    updated_offset      INTEGER,
    updated_basis       TEXT,
    source_id           INTEGER REFERENCES source (id) ON DELETE RESTRICT,
    language            TEXT COLLATE NOCASE,
    section             TEXT,
    url                 TEXT,
    headline            TEXT,
    kicker              TEXT,
    standfirst          TEXT,
    byline              TEXT,
    credit              TEXT,
    dateline_raw        TEXT,
    dateline_place      TEXT,
    dateline_date       TEXT,
    dateline_agency     TEXT,
    author_count        INTEGER NOT NULL,  -- how many rows article_author has for this version
    tag_count           INTEGER NOT NULL,
    correction_count    INTEGER NOT NULL,
    word_count          INTEGER NOT NULL,
    paragraph_count     INTEGER NOT NULL,
    layout              BLOB    NOT NULL,  -- the paragraphs' kinds, lengths and spans
    summary             TEXT,              -- only where the text is too long to be read for it
    text                TEXT    NOT NULL   -- last, so that the rest is read without it
) STRICT;

CREATE INDEX article_by_original ON article (original_id);
CREATE INDEX article_by_text ON article (text_digest) WHERE removed_at IS NULL;
CREATE UNIQUE INDEX article_by_name ON article (name)
    WHERE name IS NOT NULL AND removed_at IS NULL;
CREATE INDEX article_removed_by_name ON article (name)
    WHERE name IS NOT NULL AND removed_at IS NOT NULL;
-- The filters' columns stand in these, so that a walk along them need not look at the articles;
-- removed_at too, which SQLite would else look up although the condition says it.
CREATE INDEX article_by_published ON article (published_at, id, source_id, language, removed_at)
    WHERE removed_at IS NULL;
CREATE INDEX article_by_received ON article (received_at, id, source_id, language, removed_at)
    WHERE removed_at IS NULL;
CREATE INDEX article_by_source ON article (source_id, published_at, id, language, removed_at);

-- Who wrote what. Each version keeps its authors in the order they were printed.
CREATE TABLE article_author (
    article_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version      INTEGER NOT NULL,
    position     INTEGER NOT NULL,  -- 0 for the first name in the byline
    name         TEXT    NOT NULL,
    role         TEXT,
    organisation TEXT,
    PRIMARY KEY (article_id, version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_tag (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    tag        TEXT    NOT NULL,
    PRIMARY KEY (article_id, version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE article_correction (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    text       TEXT    NOT NULL,
    PRIMARY KEY (article_id, version, position)
) STRICT, WITHOUT ROWID;

-- How each version was found.
CREATE TABLE explanation (
    article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version    INTEGER NOT NULL,
    size       INTEGER NOT NULL,  -- in bytes, as JSON
    json       BLOB    NOT NULL,  -- a zlib stream with a preset dictionary
    PRIMARY KEY (article_id, version)
) STRICT, WITHOUT ROWID;

-- The versions before the current one, column for column as they stood in article.
CREATE TABLE article_version (
    article_id          INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    version             INTEGER NOT NULL,
    original_id         INTEGER NOT NULL REFERENCES original (id) ON DELETE RESTRICT,
    received_at         INTEGER NOT NULL,
    text_digest         BLOB    NOT NULL,
    published_at        INTEGER,
    published_precision TEXT,
    published_offset    INTEGER,
    published_basis     TEXT,
    updated_at          INTEGER,
    updated_precision   TEXT,
    updated_offset      INTEGER,
    updated_basis       TEXT,
    source_id           INTEGER REFERENCES source (id) ON DELETE RESTRICT,
    language            TEXT,
    section             TEXT,
    url                 TEXT,
    headline            TEXT,
    kicker              TEXT,
    standfirst          TEXT,
    byline              TEXT,
    credit              TEXT,
    dateline_raw        TEXT,
    dateline_place      TEXT,
    dateline_date       TEXT,
    dateline_agency     TEXT,
    author_count        INTEGER NOT NULL,
    tag_count           INTEGER NOT NULL,
    correction_count    INTEGER NOT NULL,
    word_count          INTEGER NOT NULL,
    paragraph_count     INTEGER NOT NULL,
    layout              BLOB    NOT NULL,
    summary             TEXT,
    text                TEXT    NOT NULL,
    PRIMARY KEY (article_id, version)
) STRICT;

CREATE INDEX article_version_by_original ON article_version (original_id);
CREATE INDEX article_version_by_source ON article_version (source_id);

-- The words. The text stays in article; `rowid` is the article's number times 256 plus the code
-- of its length, so that ranking needs neither the article nor a table of lengths.
CREATE VIEW article_searchable AS
SELECT (id << 8) | search_length AS search_key, headline, kicker, standfirst, byline,
    dateline_raw AS dateline, text
FROM article
WHERE removed_at IS NULL;

CREATE VIRTUAL TABLE article_search USING fts5 (
    headline, kicker, standfirst, byline, dateline, text,
    content = 'article_searchable',
    content_rowid = 'search_key',
    columnsize = 0,
    tokenize = 'unicode61 remove_diacritics 2'
);
