-- 0006: texts packed by the bytes that they were read from, which have nearly all of their words.

-- The length of the text in bytes (LEB128), then a zlib stream with the original as its preset
-- dictionary (RFC 1950, FDICT); `text` is empty then and `summary` is there.
ALTER TABLE article ADD COLUMN packed_text BLOB;
ALTER TABLE article_version ADD COLUMN packed_text BLOB;
