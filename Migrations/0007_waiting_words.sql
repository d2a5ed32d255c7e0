-- 0007: the words of the articles that came last, until there are enough of them to be put among the others
-- together: each word of an article is on another page there.
CREATE TABLE search_word_waiting (
    id    INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,  -- of the article among the rows of the index
    words TEXT    NOT NULL   -- with a blank before each of them and at the end
) STRICT;
