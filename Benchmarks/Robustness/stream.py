#!/usr/bin/env python3
"""Streams NDJSON of any length to a server, and looks at the memory that it takes.

usage: stream.py BINARY [--gigabytes 2] [--line 50000]

The lines are made while they are sent and come from no disk. Each has an article of its own, and beside
its text what scrapers leave in: markup and metadata that are kept with it as it came.

Prints each figure with its goal; exit status 1 when one is missed. Standard library only.
"""
import argparse
import http.client
import json
import os
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))

from hostile import forget_peak, memory, processor, start  # noqa: E402
from harness.corpus import Corpus  # noqa: E402

MEGABYTES = 64


def lines(count, length):
    """NDJSON in pieces of about a megabyte."""
    corpus = Corpus()
    texts = []
    for number in range(2_000):
        headline, byline, *paragraphs = corpus.article(number).rstrip("\n").split("\n\n")
        texts.append((headline, byline, "\n\n".join(paragraphs)))
    markup = "".join(f'<div class="story-{n % 7}"><p data-n="{n}">{texts[n][0]}</p></div>'
                     for n in range(1_000))
    piece = []
    size = 0
    for number in range(count):
        headline, byline, text = texts[number % len(texts)]
        item = {"title": f"{headline} {number}", "byline": byline, "text": f"{text} Report {number}."}
        item["page"] = markup[number % 1_000:][: max(0, length - 120 - len(text))]
        line = json.dumps(item, ensure_ascii=False).encode() + b"\n"
        piece.append(line)
        size += len(line)
        if size > 1 << 20:
            yield b"".join(piece)
            piece, size = [], 0
    yield b"".join(piece)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--gigabytes", type=float, default=2.0)
    parser.add_argument("--line", type=int, default=50_000, help="bytes a line (50000)")
    options = parser.parse_args()
    count = int(options.gigabytes * 1e9 / options.line)
    with tempfile.TemporaryDirectory() as folder:
        server, port = start(options.binary, os.path.join(folder, "dateline.db"))
        sent = most = own = shown = 0
        try:
            forget_peak(server.pid)
            began, cpu = time.monotonic(), processor(server.pid)
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
            connection.putrequest("POST", "/articles")
            connection.putheader("Content-Type", "application/x-ndjson")
            connection.putheader("Prefer", "return=minimal")
            connection.putheader("Transfer-Encoding", "chunked")
            connection.endheaders()
            for piece in lines(count, options.line):
                connection.send(b"%x\r\n%s\r\n" % (len(piece), piece))
                sent += len(piece)
                own = max(own, memory(server.pid, "RssAnon"))
                if sent > shown + 100_000_000:
                    shown = sent
                    print(f"{sent / 1e9:.1f} GB, {time.monotonic() - began:.0f} s,"
                          f" {own:.0f} MB of its own at most", flush=True)
            connection.send(b"0\r\n\r\n")
            answer = connection.getresponse()
            body = json.loads(answer.read())
            most = memory(server.pid, "VmHWM")
            mapped = memory(server.pid, "RssFile")
            used = processor(server.pid) - cpu
        finally:
            server.kill()
            server.wait()
    summary = body["summary"]
    good = most <= MEGABYTES and summary["created"] == count
    print(f"{sent / 1e9:.2f} GB in {count} lines, {time.monotonic() - began:.0f} s, {used:.0f} s CPU,"
          f" {used / count * 1e6:.0f} µs a line")
    print(f"status {answer.status}: {json.dumps(body)}")
    print(f"resident at most {most:.1f} MB, of its own at most {own:.1f} MB, {mapped:.1f} MB of files now;"
          f" goal {MEGABYTES} MB {'ok' if good else 'MISSED'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
