"""The files that a run sends, and databases filled once for many runs."""

import contextlib
import pathlib
import sqlite3

from . import load
from .load import UploadingLoad
from .programs import BUILD, digest

#: How many articles stand in one file.
BATCH = 10_000

DATA = BUILD / "data"


def write_paths(name, paths):
    """A file of request targets, one a line."""
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / f"{name}.paths"
    file.write_text("\n".join(paths) + "\n")
    return file


def write_bodies(corpus, first, count):
    """A file of `count` articles from number `first` on, made once."""
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / f"bodies-{corpus.fingerprint}-{first}-{count}"
    if not file.exists():
        texts = (corpus.article(number) for number in range(first, first + count))
        part = file.with_suffix(".part")
        part.write_text("\0".join(texts))
        part.rename(file)
    return file


def write_lines(corpus, count):
    """A file of the first `count` articles as NDJSON, made once."""
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / f"lines-{corpus.fingerprint}-{count}.ndjson"
    if not file.exists():
        part = file.with_suffix(".part")
        with open(part, "w", encoding="utf-8") as lines:
            lines.writelines(map(corpus.line, range(count)))
        part.rename(file)
    return file


def post_all(server, corpus, count, cpus):
    """Posts the first `count` articles by 64 connections, one request each."""
    for first in range(0, count, BATCH):
        size = min(BATCH, count - first)
        bodies = write_bodies(corpus, first, size)
        result = load.finish(load.start(UploadingLoad(64, 3600, bodies), server, cpus))
        if result.created != size:
            raise load.LoadError(f"{server.name} created {result.created} of {size} articles")


def filled(server, name, binary, corpus, count, cpus):
    """The file of a database with the first `count` articles of the corpus, filled through the
    server's own API the first time that this binary is asked for it.

    `server` makes a server for the path of a database.
    """
    DATA.mkdir(parents=True, exist_ok=True)
    file = DATA / f"{name}-{digest(binary)}-{corpus.fingerprint}-{count}.db"
    if not file.exists():
        part = file.with_suffix(".part")
        remove(part)
        with server(part) as running:
            post_all(running, corpus, count, cpus)
        fold(part)
        part.rename(file)
    return file


def fold(path):
    """Writes what stands in the log into the file, so that its size is the database's."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        busy, *_ = database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise load.LoadError(f"{path} is in use")
    for suffix in ("-wal", "-shm"):
        pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)


def remove(path):
    """Removes a database's file with its log."""
    for suffix in ("", "-wal", "-shm"):
        pathlib.Path(f"{path}{suffix}").unlink(missing_ok=True)
