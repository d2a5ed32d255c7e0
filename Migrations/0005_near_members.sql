-- 0005: groups of near copies with all their members, to be joined with the rows of a search.

-- An article with nearly the same text as others: the first of its group is the one with the lowest
-- number, and has a row as well. There is no group of one.
CREATE TABLE near_member (
    article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
    first_id   INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
    search_key INTEGER NOT NULL  -- as the article has it
) STRICT;

INSERT INTO near_member (article_id, first_id, search_key)
SELECT near_copy.article_id, near_copy.first_id, article.search_key
FROM near_copy
JOIN article ON article.id = near_copy.article_id;

INSERT INTO near_member (article_id, first_id, search_key)
SELECT id, id, search_key
FROM article
WHERE id IN (SELECT first_id FROM near_copy);

CREATE INDEX near_member_by_first ON near_member (first_id);
CREATE INDEX near_member_by_search_key ON near_member (search_key, first_id);

DROP TABLE near_copy;
ALTER TABLE store_state DROP COLUMN near_epoch;
