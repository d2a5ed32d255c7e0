-- 0004: who may do what. Keys are kept as digests, so that who reads the file learns none of them.

CREATE TABLE api_key (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    digest     BLOB    NOT NULL UNIQUE,  -- the SHA-256 of the key
    name       TEXT    NOT NULL,         -- what its owner calls it
    scopes     TEXT    NOT NULL,         -- those it has of `admin ingest read`, by spaces
    created_at INTEGER NOT NULL,
    revoked_at INTEGER                   -- set once it no longer counts
) STRICT;
