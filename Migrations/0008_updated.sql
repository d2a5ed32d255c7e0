-- 0008: articles by when they were updated, for those that say so.

CREATE INDEX article_by_updated ON article (updated_at, updated_offset, search_key, removed_at)
    WHERE updated_at IS NOT NULL AND removed_at IS NULL;
