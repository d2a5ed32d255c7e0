#!/usr/bin/env python3
"""Searches an FTS5 table in this process, without a server: what SQLite alone takes.

usage: fts.py DATABASE WORDS SECONDS

Prints one JSON object: the CPU seconds and the number of searches, for the twenty best rows alone
and with FTS5's own snippets. The table is the one of the peer of Hummingbird and GRDB.
"""

import itertools
import json
import sqlite3
import sys
import time

BEST = "SELECT rowid, rank FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT 20"
SNIPPETS = """
    SELECT rowid, rank, highlight(article_fts, 0, '<mark>', '</mark>'),
        snippet(article_fts, 1, '<mark>', '</mark>', ' … ', 24)
    FROM article_fts WHERE article_fts MATCH ? ORDER BY rank LIMIT 20
"""


def main():
    path, words, seconds = sys.argv[1:]
    database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    with open(words, encoding="utf-8") as file:
        terms = [f'"{word}"' for word in file.read().split()]
    report = {}
    for name, query in (("best", BEST), ("snippets", SNIPPETS)):
        began, end, count = time.process_time(), time.monotonic() + float(seconds) / 2, 0
        for term in itertools.cycle(terms):
            database.execute(query, [term]).fetchall()
            count += 1
            if time.monotonic() > end:
                break
        report[name] = {"cpu_seconds": time.process_time() - began, "searches": count}
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main()
