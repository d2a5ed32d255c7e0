-- 0002: what recognises an article again: its address, its near copies; and what was said with it.

ALTER TABLE article ADD COLUMN given TEXT;  -- what the client said beside the text, name=value lines
ALTER TABLE article ADD COLUMN item INTEGER NOT NULL DEFAULT 0;  -- its position in its upload, from 0
ALTER TABLE article ADD COLUMN url_key INTEGER;  -- a hash of the address, less what carriers add
ALTER TABLE article_version ADD COLUMN given TEXT;
ALTER TABLE article_version ADD COLUMN item INTEGER NOT NULL DEFAULT 0;

CREATE INDEX article_by_url ON article (url_key)
    WHERE url_key IS NOT NULL AND removed_at IS NULL;

UPDATE article
SET item = (
    SELECT count(*)
    FROM article AS earlier
    WHERE earlier.original_id = article.original_id AND earlier.id < article.id
);

-- The fingerprints of the texts that are not removed: eight hashes each, found one by one. No foreign
-- key, whose index would cost as much again: the rows are a function of the text.
CREATE TABLE near_key (
    key        INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (key, article_id)
) STRICT, WITHOUT ROWID;

-- Nearly the same text as an article that came before, the first of its group, which has no row.
CREATE TABLE near_copy (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    first_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX near_copy_by_first ON near_copy (first_id);

-- Grows whenever a group changes in another way than by a newer article that joins it.
ALTER TABLE store_state ADD COLUMN near_epoch INTEGER NOT NULL DEFAULT 0;
