#!/usr/bin/env python3
"""Sends what is made to be too much, and looks at the time and the memory that it takes.

usage: hostile.py BINARY [--scale 1.0] [--only WORD]

Bombs, deep nesting, long numbers, entities and a million items, each in every form of input that can
hold it. No answer may be a 5xx, each may take ten seconds of the processor and 300 MB of memory at the
most, and what is stored afterwards has to be what the answer says. `--scale 0.1` sends a tenth.

Prints a line for each body, with its figures; exit status 1 when one misses its goal. Standard
library only.
"""
import argparse
import gzip
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import zlib

SECONDS = 10
MEGABYTES = 300
TICKS = os.sysconf("SC_CLK_TCK")


def bomb_members(size):
    """gzip of zeros in many members, a thousandth of `size`."""
    member = gzip.compress(b"\0" * 10_000_000, 9)
    return member * max(1, size // 10_000_000)


def bomb_stream(size, wrapping=31):
    """gzip of zeros in one member (16 + 15) or zlib's form (15); its checksum is never come to."""
    packer = zlib.compressobj(9, zlib.DEFLATED, wrapping)
    head = packer.compress(b"\0" * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b"\0" * 10_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * max(1, size // 10_000_000)


def bomb_nested(size):
    """gzip in gzip in gzip."""
    body = bomb_stream(size)
    for _ in range(3):
        body = gzip.compress(body, 9)
    return body


def entities(levels):
    """An element whose text has ten to the power of `levels` words: the billion laughs."""
    lines = ['<!ENTITY a0 "ha ">']
    for level in range(1, levels):
        lines.append(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">')
    declared = "\n".join(lines)
    return (
        f"<?xml version='1.0'?><!DOCTYPE rss [{declared}]><rss version='2.0'><channel>"
        f"<item><title>A</title><description>&a{levels - 1};</description></item>"
        "</channel></rss>"
    ).encode()


def quadratic(count):
    """One long entity that is named again and again."""
    return (
        f"<!DOCTYPE rss [<!ENTITY a \"{'ha ' * count}\">]><rss><channel><item><title>A</title>"
        f"<description>{'&a;' * count}</description></item></channel></rss>"
    ).encode()


FILE_ENTITY = (
    b"<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>A b c</title>"
    b"<description>It was said: &a;</description></item></channel></rss>"
)

JSON = {"Content-Type": "application/json"}
LINES = {"Content-Type": "application/x-ndjson"}
HTML = {"Content-Type": "text/html"}
MARKDOWN = {"Content-Type": "text/markdown"}
XML = {"Content-Type": "application/rss+xml"}
TEXT = {"Content-Type": "text/plain"}
GZIP = {"Content-Encoding": "gzip"}


def multipart(parts):
    body = b"".join(
        b'--x\r\nContent-Disposition: form-data; name="f"; filename="a%d"\r\n\r\n%s\r\n' % pair
        for pair in enumerate(parts)
    )
    return {"Content-Type": "multipart/form-data; boundary=x"}, body + b"--x--\r\n"


def bodies(scale):
    """What is sent: a name, the fields, and the body or what makes its pieces."""
    big, deep, many = int(10**10 * scale), int(100_000 * scale), int(1_000_000 * scale)
    huge = int(16_000_000 * scale)
    number = "9" * deep

    yield "gzip bomb, many members", {}, bomb_members(big)
    yield "gzip bomb, one member", {}, bomb_stream(big)
    yield "gzip bomb, by header", GZIP, bomb_stream(big)
    yield "zlib bomb, by header", {"Content-Encoding": "deflate"}, bomb_stream(big, 15)
    yield "gzip bomb, nested", GZIP, bomb_nested(big)
    yield "gzip bomb, as files", *multipart([bomb_stream(big // 20)] * 20)
    yield "gzip of 30 MB of text", {}, gzip.compress(b"The ferry sailed at noon. " * (huge // 14), 1)

    yield "JSON arrays in arrays", JSON, b"[" * deep + b"]" * deep
    yield "JSON arrays without an end", JSON, b"[" * huge
    yield "JSON objects in objects", JSON, b'{"a":' * deep + b"1" + b"}" * deep
    yield "JSON lists of articles in lists", JSON, b'{"items":[' * deep + b"]}" * deep
    yield "JSON deep within an article", JSON, (
        b'{"title":"A b","text":"It was said.","x":' + b"[" * deep + b"]" * deep + b"}")
    yield "NDJSON, nested lines", LINES, (b"[" * deep + b"]" * deep + b"\n") * 20
    yield "NDJSON, an export's explanation", LINES, (
        b'{"dateline_export":2,"id":1,"received_at":"2024-01-01T00:00:00Z","explanation":'
        + b'{"a":' * deep + b"1" + b"}" * deep + b"}\n")
    yield "XML elements in elements", XML, (
        b"<rss><channel><item>" + b"<a>" * deep + b"</a>" * deep + b"</item></channel></rss>")
    yield "XML elements without an end", XML, b"<rss><channel><item>" + b"<a>" * (huge // 3)
    yield "HTML in a feed, nested", XML, (
        b"<rss><channel><item><title>A b</title><description><![CDATA[" + b"<div>" * deep
        + b"It was said.]]></description></item></channel></rss>")
    yield "HTML elements in elements", HTML, b"<div>" * deep + b"It was said." + b"</div>" * deep
    yield "HTML tables in tables", HTML, b"<table><tr><td>" * deep + b"It was said."
    yield "HTML of tags alone", HTML, b"<b>" * (huge // 3)
    yield "HTML, an attribute without an end", HTML, b'<p title="' + b"a" * huge
    yield "HTML, a million attributes", HTML, b"<p " + b"a=1 " * (huge // 4) + b">It was said.</p>"
    yield "HTML, JSON-LD nested", HTML, (
        b'<script type="application/ld+json">' + b'{"@graph":[' * deep + b"</script><p>Said.</p>")
    yield "HTML in JSON, tags alone", JSON, json.dumps(
        {"title": "A b", "html": "<b>" * (huge // 4)}).encode()
    yield "HTML in JSON, paragraphs", JSON, json.dumps(
        {"title": "A b", "html": "<p>It was said." * (huge // 18)}).encode()
    yield "Markdown in JSON, brackets", JSON, json.dumps(
        {"title": "A b", "markdown": "[" * (huge - 100)}).encode()
    yield "Markdown quotations in quotations", MARKDOWN, b">" * deep + b" It was said.\n"
    yield "Markdown lists in lists", MARKDOWN, b"".join(
        b" " * depth + b"- a\n" for depth in range(min(deep, 5_000)))
    yield "Markdown brackets", MARKDOWN, b"[" * huge
    yield "Markdown emphasis", MARKDOWN, b"*a _b " * (huge // 6)
    yield "Markdown backticks", MARKDOWN, b"".join(b"`" * n + b" " for n in range(1, 5_000))
    yield "YAML front matter, nested", MARKDOWN, (
        b"---\ntitle: " + b"[" * deep + b"]" * deep + b"\n---\nIt was said.\n")
    yield "YAML front matter, aliases", MARKDOWN, (
        b"---\na: &a [x, x]\n" + b"".join(
            b"b%d: &b%d [*a, *a, *a, *a]\n" % (n, n) for n in range(min(deep, 50_000)))
        + b"---\nIt was said.\n")

    yield "a number in JSON", JSON, f'{{"title":"A b","text":"Said.","date":{number}}}'.encode()
    yield "a negative one with an exponent", JSON, (
        f'{{"title":"A b","text":"Said.","date":-{number}.{number}e{number}}}'.encode())
    yield "a number as every field", JSON, json.dumps(dict.fromkeys(
        "title text date updated url source language section id authors tags name".split(), number)
    ).encode()
    yield "a number as a line's number", LINES, (
        f'{{"dateline_export":2,"id":{number},"version":{number},"copy":{number}}}\n'.encode())
    yield "a number for a date in a feed", XML, (
        f"<rss><channel><item><title>A b</title><pubDate>{number}</pubDate></item></channel></rss>"
    ).encode()
    yield "a number for a date in a text", TEXT, (
        f"A headline\n\nLONDON, March {number}, {number} (Reuters) - It was said.\n".encode())
    yield "a number as an entity", HTML, f"<p>It was said &#{number}; &#x{number};</p>".encode()

    yield "entities, billion laughs", XML, entities(10)
    yield "entities, quadratic", XML, quadratic(int(100_000 * scale))
    yield "entities, a file", XML, FILE_ENTITY
    yield "entities of HTML", HTML, b"<p>" + b"&amp;&nbsp;&#1;" * (huge // 15) + b"</p>"

    yield "a million items in a feed", XML, (
        b"<rss><channel>" + b"<item><title/></item>" * min(many, huge // 22) + b"</channel></rss>")
    yield "a million entries in Atom", XML, (
        b"<feed xmlns='http://www.w3.org/2005/Atom'>"
        + b"<entry><id/></entry>" * min(many, huge // 22) + b"</feed>")
    yield "a million objects in an array", JSON, (
        b"[" + b",".join([b'{"text":"a b"}'] * min(many, huge // 15)) + b"]")
    yield "a million numbers in an array", JSON, b"[" + b"1," * min(8 * many, huge // 2) + b"1]"
    yield "a million members in an object", JSON, (
        b"{" + b",".join(b'"a%d":1' % n for n in range(min(many, huge // 12))) + b"}")
    yield "a million authors and tags", JSON, json.dumps({
        "title": "A b", "text": "It was said.", "authors": ["A B"] * (many // 4),
        "tags": [f"t{n}" for n in range(many // 4)]}).encode()
    yield "a million empty lines of NDJSON", LINES, b"{}\n" * many
    yield "a million lines that are no JSON", LINES, b"x\n" * many
    yield "a million blank lines", LINES, b"\n" * (8 * many)
    yield "a million files", *multipart([b"a b"] * min(many, 100_000))
    yield "a million fields", {}, b"title=a&" + b"a=b&" * min(many, huge // 4) + b"text=It+was+said."
    yield "a million paragraphs", TEXT, b"It was said.\n\n" * min(many, huge // 14)
    yield "a million lines", TEXT, b"It was said\n" * min(many, huge // 12)
    yield "a million separators", TEXT, b"A b c\n---\n" * min(many, huge // 10)
    yield "a million datelines", TEXT, (
        b"Ferry sails\n\nLONDON, May 3 (AP) - It was said.\n\n\n" * (min(many, huge // 48)))
    yield "one line of 16 MB", TEXT, b"ferry " * (huge // 6)
    yield "one word of 16 MB", TEXT, b"a" * huge
    yield "paragraphs of HTML", HTML, b"<p>It was said." * (huge // 15)
    yield "links of HTML", HTML, b"<a href=x>a</a> " * (huge // 16)
    yield "paragraphs of Markdown", MARKDOWN, b"It was *said*.\n\n" * (huge // 16)
    yield "control characters", TEXT, b"A headline\n\n" + bytes(range(1, 32)) * (huge // 31)
    yield "bytes that are no text", TEXT, b"A headline\n\n" + bytes(range(128, 256)) * (huge // 128)
    yield "combining marks", TEXT, "A headline\n\n".encode() + "e\u0301".encode() * (huge // 3)


def memory(pid, name):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith(name)) / 1024


def forget_peak(pid):
    with open(f"/proc/{pid}/clear_refs", "w") as file:
        file.write("5")


def processor(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def start(binary, database):
    server = subprocess.Popen(
        [binary, "serve", "--port", "0", "--database", database, "--log-format", "json"],
        stderr=subprocess.PIPE, text=True,
    )
    for line in server.stderr:
        entry = json.loads(line)
        if entry.get("message") == "listening":
            break
    else:
        sys.exit("the server did not start")
    threading.Thread(target=server.stderr.read, daemon=True).start()
    return server, int(entry["port"])


def ask(port, method, path, body=None, fields=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    try:
        connection.request(method, path, body, fields or {})
    except (BrokenPipeError, ConnectionResetError):
        pass  # It was refused before all of it was sent; the answer says why.
    answer = connection.getresponse()
    return answer.status, answer.read()


def stored(port):
    return json.loads(ask(port, "GET", "/articles?limit=1&duplicates=show")[1])["total"]


def said(answer):
    """How many articles an answer says were created."""
    try:
        value = json.loads(answer)
    except ValueError:
        return 0
    if "summary" in value:
        return value["summary"]["created"]
    return int(value.get("status") == "created")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of it is sent (1.0)")
    parser.add_argument("--only", default="", help="the bodies whose names have this word")
    options = parser.parse_args()
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        server, port = start(options.binary, os.path.join(folder, "dateline.db"))
        print(f"{'':36} {'sent MB':>8} {'status':>6} {'s':>6} {'CPU s':>6} {'peak MB':>8}"
              f"   goal {SECONDS} s, {MEGABYTES} MB, no 5xx")
        try:
            for name, fields, body in bodies(options.scale):
                if options.only not in name:
                    continue
                before = stored(port)
                forget_peak(server.pid)
                began, cpu = time.monotonic(), processor(server.pid)
                status, answer = ask(port, "POST", "/articles", body, fields)
                seconds = time.monotonic() - began
                used = processor(server.pid) - cpu
                peak = memory(server.pid, "VmHWM")
                created = stored(port) - before
                good = (status < 500 and used <= SECONDS and peak <= MEGABYTES
                        and created == said(answer) and b"root:" not in answer)
                print(f"{name:36} {len(body) / 1e6:8.2f} {status:6} {seconds:6.2f} {used:6.2f}"
                      f" {peak:8.1f}   {'ok' if good else 'MISSED'}", flush=True)
                if not good:
                    missed.append(name)
                    print(f"  created {created}, said {said(answer)}: {answer[:300]!r}")
        finally:
            server.kill()
            server.wait()
    if missed:
        print("MISSED: " + ", ".join(missed))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
