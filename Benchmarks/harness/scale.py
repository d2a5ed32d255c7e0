"""Searches of archives that grow: the product beside FTS5, tantivy and the peer that uses FTS5."""

import dataclasses
import json
import os
import pathlib
import subprocess
import sys

from . import archive, load, programs, report
from .load import Load

#: How many articles each archive has, if nothing else is asked for.
SIZES = (10_000, 100_000)

#: The rows of the table: what is asked, by the shares of articles that have each of its words.
QUERIES = {
    "0.1 %": ("any", [(0.0005, 0.002)]),
    "7 %": ("any", [(0.06, 0.08)]),
    "29 %": ("any", [(0.25, 0.33)]),
    "73 %": ("any", [(0.65, 0.85)]),
    "7 % or 22 %": ("any", [(0.06, 0.08), (0.20, 0.25)]),
    "7 % and 22 %": ("all", [(0.06, 0.08), (0.20, 0.25)]),
    "newest first, 29 %": ("newest", [(0.25, 0.33)]),
}

#: So many different queries make a row, where there are as many words.
QUERY_COUNT = 100


def scale(bench):
    """Yields rows for each size, then how much each server's CPU grows from one size to the next."""
    costs = {}
    for count in bench.sizes or SIZES:
        lines = archive.write_lines(bench.corpus, count)
        product = product_archive(bench, lines, count)
        fts = engine_archive("fts5", lines, count)
        tantivy = engine_archive("tantivy", lines, count)
        yield from filling_rows(count, {"dateline": product, "fts5": fts, "tantivy": tantivy})
        for row in measure(bench, count, product, fts, tantivy):
            costs.setdefault((row.what, row.server), {})[count] = row.figures["cpu_us"]
            yield row
    yield from growth_rows(costs)


class SizedRow(report.Row):
    """A row of the table that knows which query it is of."""

    def __init__(self, count, what, server, figures):
        super().__init__(f"{count:,}: {what}", server, figures)
        self.what = what


def measure(bench, count, product, fts, tantivy):
    """Each query's rows, by all engines that can answer it."""
    makers = bench.makers()
    searching, peer, keeping = bench.searching_servers(
        bench.server("dateline", makers["dateline"], product),
        bench.server("hummingbird+grdb", makers["hummingbird+grdb"], fts),
    )
    everything = []
    with searching, peer, keeping:
        for server in (searching, peer, keeping):
            server.measure_idleness()
        for what, (kind, shares) in [*QUERIES.items(), ("all of these", (None, None))]:
            queries = everything if kind is None else make_queries(bench.corpus, kind, shares)
            everything = everything + queries if kind else everything
            if kind is None:
                # In an order without a pattern.
                queries = [queries[k * 7919 % len(queries)] for k in range(len(queries))]
            file = write_queries(f"scale-{what}", queries)
            paths = archive.write_paths(
                f"scale-{what}".replace(" ", "-"), [target(query) for query in queries]
            )
            wanted = Load(1, bench.seconds, paths)
            servers = [searching, keeping]
            if kind == "all" or kind == "any" and len(shares) == 1:
                servers.append(peer)
            figures = {server.name: [] for server in servers}
            engines = {"fts5": fts, "fts5-snippets": fts, "tantivy": tantivy}
            figures |= {name: [] for name in engines}
            for _ in range(bench.rounds):
                for server in servers:
                    figures[server.name].append(measure_patiently(wanted, server, bench))
                for name, path in engines.items():
                    figures[name].append(search(name, path, file, bench))
            for name, runs in figures.items():
                yield SizedRow(count, what, name, {
                    figure: [run[figure] for run in runs] for figure in ("cpu_us", "p50_ms", "p99_ms")
                })


def measure_patiently(wanted, server, bench):
    """A run; one ten times as long where a single search takes longer than the first."""
    try:
        return load.measure(wanted, server, bench.load_cpus)
    except load.NothingAnswered:
        longer = dataclasses.replace(wanted, seconds=10 * wanted.seconds)
        return load.measure(longer, server, bench.load_cpus)


def make_queries(corpus, kind, shares):
    """Queries of one word for each share; every one of another word as far as there are some."""
    words = [corpus.words_in_share(*share, QUERY_COUNT) for share in shares]
    count = max(map(len, words))
    return [
        {"kind": kind, "words": [some[number % len(some)] for some in words]}
        for number in range(count)
    ]


def target(query):
    words = query["words"]
    if query["kind"] == "newest":
        return f"/articles?q={words[0]}&sort=newest"
    if query["kind"] == "all":
        return "/articles?match=all&q=" + "+".join(words)
    return "/articles?q=" + "+OR+".join(words)


def write_queries(name, queries):
    file = archive.DATA / (name.replace(" ", "-") + ".queries")
    file.write_text("".join(json.dumps(query) + "\n" for query in queries))
    return file


def search(engine, path, queries, bench):
    """One run of an engine in a process of its own."""
    found = run_engine(engine, "search", path, queries, bench.seconds, cpus=bench.server_cpus)
    found["cpu_us"] = found["cpu_seconds"] * 1e6 / found["searches"]
    return found


def run_engine(*arguments, cpus=None):
    script = pathlib.Path(__file__).with_name("engines.py")
    command = ["taskset", "-c", cpus] if cpus else []
    command += [sys.executable, script, *arguments]
    output = subprocess.run(list(map(str, command)), check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(output.stdout)


# MARK: Filling


def engine_archive(engine, lines, count):
    """An engine's own index of the lines, made once."""
    path = lines.with_suffix("." + engine)
    if not path.exists():
        part = lines.with_suffix(f".{engine}.part")
        subprocess.run(["rm", "-rf", part], check=True)
        keep_filling(path, run_engine(engine, "fill", part, lines))
        part.rename(path)
    return path


def product_archive(bench, lines, count):
    """The product's store of the lines, made once by `dateline import`."""
    path = lines.with_name(f"{lines.stem}-{programs.digest(bench.product_binary)}.dateline")
    if not path.exists():
        part = path.with_suffix(".part")
        archive.remove(part)
        before = os.times()
        subprocess.run(
            [bench.product_binary, "import", "--database", part, lines],
            check=True, stdout=sys.stderr,
        )
        after = os.times()
        used = after.children_user + after.children_system
        used -= before.children_user + before.children_system
        keep_filling(path, {"cpu_seconds": used, "articles": count})
        part.rename(path)
    return path


def keep_filling(path, figures):
    path.with_name(path.name + ".filling").write_text(json.dumps(figures))


def filling_rows(count, paths):
    """How many articles each took in within a second of CPU; the product parses them and keeps their
    originals besides."""
    for name, path in paths.items():
        figures = json.loads(path.with_name(path.name + ".filling").read_text())
        rate = figures["articles"] / figures["cpu_seconds"]
        yield report.Row(f"{count:,}: import", name, {"rows_cpu": [rate]})


def growth_rows(costs):
    """CPU per search in one archive over that in the next smaller one."""
    for (what, server), by_size in costs.items():
        sizes = sorted(by_size)
        for small, large in zip(sizes, sizes[1:]):
            ratio = [b / a for a, b in zip(by_size[small], by_size[large])]
            yield report.Row(f"{small:,} to {large:,}: {what}", server, {"growth": ratio})
