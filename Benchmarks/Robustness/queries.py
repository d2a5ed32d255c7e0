#!/usr/bin/env python3
"""Asks a server everything it describes, with parameters that nobody would send.

usage: queries.py HOST PORT --pid PID [--count 100000] [--seed N]

Paths, methods and parameters are those of /openapi.json, with others' names for parameters and
values of every kind mixed in; the seed is printed. Every answer has to be well-formed, none may be
a 5xx other than 503 (a queue that is full), and each problem has to carry a hint. Exit status 1
when one is not so. Standard library only.
"""
import argparse
import http.client
import json
import random
import sys
import urllib.parse

from robustness import figure, memory, MISSED

VALUES = [
    "", "0", "1", "-1", "20", "200", "201", "1e9", "99999999999999999999", "true", "no", "null", "*",
    "mark", "none", "<b>,</b>", "a,b,-c", ",", "-", "--", "2023", "2023-10", "2023-02-30", "0000-01-01",
    "9999-12-31T23:59:60Z", "-7d", "-99999999d", "now", "en", "zh-Hant", "x" * 300, "relevance",
    "newest", "all", "any", "hide", "only", "show", "source,month,tag,language,author", "UTC",
    "Europe/Berlin", "../../etc/passwd", "day", "century", "\0", "\x7f", "\r\nX: y", "%", "\ud83d",
    "\u202e", "e\u0301" * 50, "\U0001f642", "\u4e1c\u4eac", "'; DROP TABLE article; --",
]
WORDS = [
    "rain", "harbour", "\"", "(", ")", "((((", "OR", "AND", "NOT", "-", "-rain", "NEAR", "NEAR/2", "*",
    "ra*", "^", "headline:", "by:x", "source:-", "before:2023", "after:x", ":", "\"rain over\"", "\\",
    "{}", "\u6771\u4eac", "caf\u00e9", "U.N.", "co-operate", "\0", "'",
]


def operations(description):
    """Method, path and names of parameters of each operation."""
    for path, item in description["paths"].items():
        for method, operation in item.items():
            if method in ("get", "post", "put", "patch", "delete"):
                names = [p["name"] for p in operation.get("parameters", []) if p.get("in") == "query"]
                yield method.upper(), path, names


def value(rng):
    if rng.random() < 0.4:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(0, 12)))
    if rng.random() < 0.1:
        return "".join(chr(rng.randrange(1, 0x3000)) for _ in range(rng.randint(0, 40)))
    return rng.choice(VALUES)


def escaped(text, rng):
    if rng.random() < 0.05:
        return urllib.parse.quote(text, errors="surrogatepass").replace("%", "%2", 1)
    return urllib.parse.quote(text, safe=rng.choice(["", ":,*\"'()", "+"]), errors="surrogatepass")


def target(rng, path, names, everywhere):
    while "{" in path:
        start, end = path.index("{"), path.index("}")
        filler = rng.choice(["1", "2", "3", "0", "99", "x", "1..2", "name:a", "sha256:0", "%00", ".."])
        path = path[:start] + filler + path[end + 1:]
    pairs = []
    for _ in range(rng.choice([0, 1, 1, 2, 3, 6])):
        pool = names if names and rng.random() < 0.8 else everywhere
        pairs.append(escaped(rng.choice(pool), rng) + "=" + escaped(value(rng), rng))
    return path + ("?" + rng.choice(["&", "&&"]).join(pairs) if pairs else "")


def body(rng, method):
    if method in ("GET", "DELETE"):
        return None
    return rng.choice([
        b"", b"{}", b'{"section":"A"}', b"[" * 50, b"\x00\xff", b"Rain\n\nIt rained all night long.",
        b'{"title":"Rain","text":"It rained %d times."}' % rng.randrange(50),
    ])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("host")
    p.add_argument("port", type=int)
    p.add_argument("--pid", type=int, required=True, help="the server's process")
    p.add_argument("--count", type=int, default=100_000)
    p.add_argument("--seed", type=int)
    o = p.parse_args()
    seed = o.seed if o.seed is not None else random.randrange(1 << 32)
    print("seed", seed)
    rng = random.Random(seed)
    client = http.client.HTTPConnection(o.host, o.port, timeout=30)

    def ask(method, path, body=None):
        client.request(method, path, body, {"Accept": "application/json"})
        answer = client.getresponse()
        return answer.status, answer.getheader("Content-Type", ""), answer.read()

    for number in range(20):
        text = "Rain over harbour %d\n\nIt rained for the %dth night. (Courier)" % (number, number)
        ask("POST", "/articles", text.encode())
    # A copy of the store for each request would measure the disk.
    described = [o for o in operations(json.loads(ask("GET", "/openapi.json")[2])) if o[1] != "/backup"]
    everywhere = sorted({name for _, _, names in described for name in names}) + [
        "query", "page_size", "utm_source", "_", "", "q[]", "__proto__", "\0",
    ]
    # Reading is asked for more often, or soon nothing would be left to be read.
    weights = [{"GET": 8, "DELETE": 0.2}.get(method, 1) for method, _, _ in described]
    start, faults, silent, counts = memory(o.pid), 0, 0, {}
    for _ in range(o.count):
        method, path, names = rng.choices(described, weights)[0]
        at = target(rng, path, names, everywhere)
        status, kind, content = ask(method, at, body(rng, method))
        counts[status] = counts.get(status, 0) + 1
        # /readyz and /health have a 503 of their own, by ?draining.
        if status >= 500 and status != 503:
            faults += 1
            print("%d: %s %s" % (status, method, at))
        elif kind == "application/problem+json" and not json.loads(content).get("hint"):
            silent += 1
            print("no hint, %d: %s %s" % (status, method, at))
    print(" ".join("%d: %d" % pair for pair in sorted(counts.items())))
    figure("faults in %d requests" % o.count, faults, "0", faults == 0)
    figure("problems without a hint", silent, "0", silent == 0)
    alive = ask("GET", "/livez")[0]
    figure("alive", alive, "200", alive == 200)
    growth = (memory(o.pid) - start) / 1e6
    figure("growth", "%.1f MB" % growth, "128 MB", growth < 128)
    return 1 if MISSED else 0


if __name__ == "__main__":
    sys.exit(main())
