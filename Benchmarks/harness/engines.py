#!/usr/bin/env python3
"""Fills and searches an index in this process, without a server: what an engine alone takes.

usage: engines.py ENGINE fill PATH LINES       # LINES: a file of NDJSON; to a path that is not there
       engines.py ENGINE search PATH QUERIES SECONDS

ENGINE is `fts5` (the twenty best rows), `fts5-snippets` (with FTS5's own passages) or `tantivy`.
QUERIES holds a JSON object a line: {"kind": "any" | "all" | "newest", "words": [...]}. Prints one JSON
object: CPU seconds and articles or searches, and for searches the latencies p50 and p99 in ms.
"""

import itertools
import json
import sqlite3
import sys
import time

#: The peer of Hummingbird and GRDB makes the same tables, and takes a file with this mark for its own.
SCHEMA = """
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = OFF;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('articles');
    CREATE TABLE article (
        id INTEGER PRIMARY KEY,
        headline TEXT NOT NULL,
        byline TEXT,
        language TEXT NOT NULL,
        summary TEXT,
        word_count INTEGER NOT NULL,
        paragraph_count INTEGER NOT NULL,
        received_at INTEGER NOT NULL,
        text TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE article_fts USING fts5 (
        headline, text, tokenize = 'porter unicode61', content = 'article', content_rowid = 'id'
    );
    INSERT INTO article_fts (article_fts, rank) VALUES ('hashsize', 67108864);
"""


class FTS5:
    """SQLite's full-text search, ranked by its own bm25."""

    columns = "rowid, rank"

    def __init__(self, path):
        self.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.database.execute("PRAGMA mmap_size = 1073741824")

    @staticmethod
    def fill(path, articles):
        database = sqlite3.connect(path, isolation_level=None)
        database.executescript(SCHEMA)
        count = 0
        for batch in batches(articles, 5_000):
            database.execute("BEGIN")
            for article in batch:
                count += 1
                text = article["body"]
                paragraphs = text.split("\n\n")
                database.execute(
                    "INSERT INTO article VALUES (?, ?, ?, 'en', ?, ?, ?, ?, ?)",
                    [count, article["title"], article["author"], paragraphs[0], text.count(" ") + 1,
                     len(paragraphs), 1_700_000_000 + count, text],
                )
                database.execute(
                    "INSERT INTO article_fts (rowid, headline, text) VALUES (?, ?, ?)",
                    [count, article["title"], text],
                )
            database.execute("COMMIT")
        database.execute("INSERT INTO article_fts (article_fts) VALUES ('optimize')")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return count

    def search(self, kind, words):
        order = "rowid DESC" if kind == "newest" else "rank"
        operator = " AND " if kind == "all" else " OR "
        return self.database.execute(
            f"SELECT {self.columns} FROM article_fts WHERE article_fts MATCH ?"
            f" ORDER BY {order} LIMIT 20",
            [operator.join(f'"{word}"' for word in words)],
        ).fetchall()


class FTS5WithSnippets(FTS5):
    """The same with FTS5's own passages and highlights."""

    columns = (
        "rowid, rank, highlight(article_fts, 0, '<mark>', '</mark>'),"
        " snippet(article_fts, 1, '<mark>', '</mark>', ' … ', 24)"
    )


class Tantivy:
    """tantivy by its Python binding: an English stemmer, text with positions, documents not kept."""

    def __init__(self, path):
        import tantivy

        self.tantivy = tantivy
        self.index = tantivy.Index.open(path)
        self.index.reload()
        self.searcher = self.index.searcher()

    @staticmethod
    def fill(path, articles):
        import os
        import tantivy

        os.makedirs(path)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("title", tokenizer_name="en_stem")
        schema.add_text_field("body", tokenizer_name="en_stem")
        schema.add_integer_field("published", fast=True)
        index = tantivy.Index(schema.build(), path=path)
        writer = index.writer(heap_size=256 << 20, num_threads=1)
        count = 0
        for article in articles:
            count += 1
            day = int(article["published"][:10].replace("-", ""))
            writer.add_document(
                tantivy.Document(title=article["title"], body=article["body"], published=day)
            )
        writer.commit()
        writer.wait_merging_threads()
        return count

    def search(self, kind, words):
        operator = " AND " if kind == "all" else " OR "
        query = self.index.parse_query(operator.join(words), ["title", "body"])
        if kind == "newest":
            return self.searcher.search(query, 20, order_by_field="published").hits
        return self.searcher.search(query, 20).hits


ENGINES = {"fts5": FTS5, "fts5-snippets": FTS5WithSnippets, "tantivy": Tantivy}


def batches(items, size):
    items = iter(items)
    while batch := list(itertools.islice(items, size)):
        yield batch


def fill(engine, path, lines):
    with open(lines, encoding="utf-8") as file:
        began = time.process_time()
        # What reading the lines takes is not the engine's.
        reading = 0.0

        def articles():
            nonlocal reading
            for line in file:
                start = time.process_time()
                article = json.loads(line)
                reading += time.process_time() - start
                yield article

        count = engine.fill(path, articles())
        return {"cpu_seconds": time.process_time() - began - reading, "articles": count}


def search(engine, path, queries, seconds):
    with open(queries, encoding="utf-8") as file:
        queries = [json.loads(line) for line in file]
    index = engine(path)
    # Of a large archive one search may take seconds.
    end = time.monotonic() + seconds
    for query in itertools.takewhile(lambda _: time.monotonic() < end, queries[:50]):
        index.search(query["kind"], query["words"])
    latencies, end = [], time.monotonic() + seconds
    began = time.process_time()
    for query in itertools.cycle(queries):
        start = time.perf_counter()
        index.search(query["kind"], query["words"])
        latencies.append(time.perf_counter() - start)
        if time.monotonic() > end:
            break
    used = time.process_time() - began
    latencies.sort()
    return {
        "cpu_seconds": used,
        "searches": len(latencies),
        "p50_ms": latencies[len(latencies) // 2] * 1e3,
        "p99_ms": latencies[min(len(latencies) - 1, len(latencies) * 99 // 100)] * 1e3,
    }


def main():
    name, command, path, *rest = sys.argv[1:]
    engine = ENGINES[name]
    if command == "fill":
        report = fill(engine, path, rest[0])
    else:
        report = search(engine, path, rest[0], float(rest[1]))
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
