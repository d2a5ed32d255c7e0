#!/usr/bin/env python3
"""Imports NDJSON into SQLite the usual way: a row for each article, and a trigger that indexes it.

usage: trigger_import.py DATABASE FILE ROWS_A_TRANSACTION

What every line says goes into a table as it stands; nothing is parsed but the JSON. The index is the
external content table of SQLite's documentation (https://sqlite.org/fts5.html, section 4.4.3), with the
triggers that stand there.
"""

import itertools
import json
import sqlite3
import sys

SCHEMA = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        headline TEXT NOT NULL,
        byline TEXT,
        source TEXT,
        published_at TEXT,
        text TEXT NOT NULL
    );
    CREATE INDEX article_by_date ON article (published_at);
    CREATE VIRTUAL TABLE article_fts USING fts5 (
        headline, text, content='article', content_rowid='id', tokenize='porter unicode61'
    );
    CREATE TRIGGER article_ai AFTER INSERT ON article BEGIN
        INSERT INTO article_fts (rowid, headline, text) VALUES (new.id, new.headline, new.text);
    END;
"""
INSERTION = "INSERT INTO article (headline, byline, source, published_at, text) VALUES (?, ?, ?, ?, ?)"


def main():
    path, file, batch = sys.argv[1], sys.argv[2], int(sys.argv[3])
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(SCHEMA)
    with open(file, encoding="utf-8") as lines:
        rows = (
            [item.get(name) for name in ("title", "author", "source", "published", "body")]
            for item in map(json.loads, lines)
        )
        while some := list(itertools.islice(rows, batch)):
            database.execute("BEGIN")
            for row in some:
                database.execute(INSERTION, row)
            database.execute("COMMIT")
    database.close()


if __name__ == "__main__":
    main()
