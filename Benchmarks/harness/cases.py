"""The cases: which servers, under which load. Each yields the rows of one table."""

import contextlib
import dataclasses
import json
import subprocess

from . import importing, keeping, load, programs, report, scale, texts
from .archive import write_bodies, write_lines, write_paths
from .load import ConnectingLoad, Load, UploadingLoad

#: How many bodies a run of POSTs may use up; each is sent once.
POST_POOL = 30_000

#: The least and the greatest share of articles that have the word, and how many words are asked
#: for in turn, so that no answer can be kept from one request to the next for long.
SEARCHES = {
    "rare": (0.0005, 0.002, 400),
    "medium": (0.04, 0.12, 100),
    "common": (0.25, 0.45, 20),
}


@dataclasses.dataclass
class Case:
    """One comparison: a row of the table for each parameter and server."""

    name: str
    title: str
    run: object


def health(bench):
    """Keep-alive health checks by few and by many connections."""
    for connections in bench.connections or (10, 100, 1000):
        wanted = Load(connections, bench.seconds, health_path())
        yield from alternate(bench, bench.health_servers(), named(connections), wanted)


def growth(bench):
    """How much more a health check costs when ten times as many connections are open."""

    def measure(server):
        few, many = (
            load.measure(Load(connections, bench.seconds, health_path()), server, bench.load_cpus)
            for connections in (100, 1000)
        )
        return {"growth": many["cpu_us"] / few["cpu_us"], "own_mb": many["own_mb"]}

    yield from rounds(bench, bench.health_servers(), "from 100 to 1000 connections", measure)


def new_connections(bench):
    """A connection for each health check, as most load balancers make one."""
    for connections in bench.connections or (10,):
        wanted = ConnectingLoad(connections, bench.seconds)
        yield from alternate(bench, bench.health_servers(), f"{connections} at a time", wanted)


def pipelined(bench):
    """Health checks sent sixteen at a time."""
    for connections in bench.connections or (10,):
        wanted = Load(connections, bench.seconds, health_path(), depth=16)
        yield from alternate(bench, bench.health_servers(), named(connections), wanted)


def health_path():
    return write_paths("health", ["/healthz"])


def named(connections):
    return "1 connection" if connections == 1 else f"{connections} connections"


def get(bench):
    """Articles by their ids, in an order without a pattern."""
    count = bench.articles
    paths = write_paths("ids", [f"/articles/{k * 7919 % count + 1}" for k in range(10_000)])
    servers = bench.article_servers(count)
    for connections in bench.connections or (8, 64):
        wanted = Load(connections, bench.seconds, paths)
        yield from alternate(bench, servers, named(connections), wanted)


def search(bench):
    """Ranked searches for one word, twenty articles each with the passages that match."""
    servers = bench.searching_servers(*bench.article_servers(bench.articles))
    for frequency, bounds in SEARCHES.items():
        words = bench.corpus.words_in_share(*bounds)
        paths = write_paths(frequency, map(search_path, words))
        for connections in bench.connections or (8,):
            wanted = Load(connections, bench.seconds, paths)
            yield from alternate(bench, servers, frequency + " word", wanted)


def post(bench):
    """Uploads of distinct articles into an empty database, each durable before its 201."""
    bodies = write_bodies(bench.corpus, 10_000_000, POST_POOL)
    for connections in bench.connections or (1, 8, 64):
        wanted = UploadingLoad(connections, bench.seconds, bodies)
        yield from alternate(
            bench, bench.empty_servers(), named(connections), wanted, fresh=True
        )


def raw_search(bench):
    """Ranked searches by the product, over HTTP and with its passages, beside FTS5 called in the
    same process: the twenty best rows alone, and with FTS5's own passages."""
    product, *_ = bench.searching_servers(*bench.article_servers(bench.articles))
    *_, (_, fts) = bench.article_files(bench.articles)
    for frequency, bounds in SEARCHES.items():
        words = bench.corpus.words_in_share(*bounds)
        file = scale.write_queries(
            frequency + "-words", [{"kind": "any", "words": [word]} for word in words]
        )
        wanted = Load(1, bench.seconds, write_paths(frequency, map(search_path, words)))
        rows = {product.name: [], "fts5": [], "fts5-snippets": []}
        with product:
            product.measure_idleness()
            for _ in range(bench.rounds):
                rows[product.name].append(
                    load.measure(wanted, product, bench.load_cpus)["cpu_us"]
                )
                for name in ("fts5", "fts5-snippets"):
                    rows[name].append(scale.search(name, fts, file, bench)["cpu_us"])
        for name, costs in rows.items():
            yield report.Row(f"{frequency} word", name, {"cpu_us": costs})


def search_path(word):
    return f"/articles?q={word}"


def mixed(bench):
    """How long a health check takes while eight clients search for common words."""
    words = bench.corpus.words_in_share(*SEARCHES["common"])
    searches = write_paths("common", map(search_path, words))
    servers = bench.article_servers(bench.articles)

    def measure(server):
        background = Load(8, bench.seconds + 2, searches)
        pressure = load.start(background, server, bench.load_cpus)
        check = Load(1, bench.seconds, health_path())
        measured = load.finish(load.start(check, server, bench.load_cpus))
        searched = load.finish(pressure)
        return {
            "p50_ms": measured.median_ms,
            "p99_ms": measured.p99_ms,
            "checks": measured.requests,
            "searches": searched.rate,
        }

    yield from rounds(bench, servers, "while 8 clients search", measure)


def bulk_import(bench):
    """`dateline import` of NDJSON into an empty file, beside SQLite with triggers."""
    lines = write_lines(bench.corpus, bench.articles)
    gathered = {}
    for number in range(bench.rounds):
        programs = list(importing.programs(bench.product_binary, lines).items())
        for name, command in programs if number % 2 == 0 else programs[::-1]:
            seconds = importing.cpu_seconds(command, bench.server_cpus)
            gathered.setdefault(name, []).append(bench.articles / seconds)
    for name in importing.programs(bench.product_binary, lines):
        yield report.Row(f"{bench.articles} articles", name, {"rows_cpu": gathered[name]})


def start(bench):
    """From the start of the process to its first 200, and the memory it has then."""

    def measure(server):
        with server:
            return {
                "start_ms": server.start_seconds * 1e3,
                "rss_mb": server.memory_bytes("VmRSS") / 1e6,
                "own_mb": server.memory_bytes("RssAnon") / 1e6,
            }

    servers = bench.empty_servers()
    yield from rounds(bench, servers, "empty database", measure, running=False, repeat=4)


def size(bench):
    """The binaries without their symbols."""
    for name, binary in bench.binaries().items():
        yield report.Row("stripped", name, {"size_mb": [bench.stripped_size(binary) / 1e6]})


def file_size(bench):
    """The database's file after the articles were posted one by one, over their number."""
    count = bench.articles
    for server, path in bench.article_files(count):
        bytes_each = path.stat().st_size / count
        text = bench.corpus_bytes(count) / count
        yield report.Row(
            f"{count} articles", server, {"file_bytes": [bytes_each], "text_bytes": [text]}
        )


#: What the parser has to reach: articles of 2 KB a second of a core, milliseconds of it and
#: megabytes of memory for one text, and how much more ten times the text may take.
PARSE_GOALS = {
    "articles of 2 KB": {"rows_cpu": 2_000},
    "1 MB of text": {"parse_ms": 100, "rss_mb": 40},
    "a million tiny lines": {"parse_ms": 1_000, "rss_mb": 200},
    "a line of 10 MB": {"parse_ms": 1_000, "rss_mb": 200},
    "1 MB over 100 KB": {"parse_growth": 11},
}


def parse(bench):
    """The parser without a server, on one thread, beside its goals."""
    folder = bench.folder("texts")
    inputs = {
        "articles of 2 KB": texts.articles(200),
        "100 KB of text": [texts.text(100_000)],
        "1 MB of text": [texts.text(1_000_000)],
        "a million tiny lines": ["".join(f"{number % 997}\n" for number in range(1_000_000))],
        "a line of 10 MB": [texts.text(10_000_000).replace("\n", " ")],
    }
    measured = {}
    for name, each in inputs.items():
        files = []
        for number, content in enumerate(each):
            files.append(folder / f"{name}-{number}.txt")
            files[-1].write_text(content, encoding="utf-8")
        measured[name] = [parsed(bench, files) for _ in range(bench.rounds)]
    measured["1 MB over 100 KB"] = [
        {"parse_growth": large["parse_ms"] / small["parse_ms"]}
        for large, small in zip(measured["1 MB of text"], measured["100 KB of text"])
    ]
    for name, goals in PARSE_GOALS.items():
        figures = {figure: [run[figure] for run in measured[name]] for figure in goals}
        yield report.Row(name, "dateline", figures)
        yield report.Row(name, "goal", {figure: [goal] for figure, goal in goals.items()})


def parsed(bench, files):
    """What one process takes to parse files for a run's length."""
    command = ["taskset", "-c", bench.server_cpus, programs.parser_speed(), str(bench.seconds)]
    answer = subprocess.run([*command, *files], check=True, capture_output=True)
    figures = json.loads(answer.stdout)
    return {
        "rows_cpu": figures["articles_per_s"],
        "parse_ms": figures["ms"],
        "rss_mb": figures["rss_mb"],
    }


def alternate(bench, servers, parameter, wanted, fresh=False):
    """Gives each server the same load in turn, round by round.

    A `fresh` server is started for every run, so that it has an empty database.
    """

    def measure(server):
        with server if fresh else contextlib.nullcontext():
            if fresh:
                server.measure_idleness(0.5)
            figures = load.measure(wanted, server, bench.load_cpus)
        if fresh and figures["created"] != figures["requests"]:
            raise load.LoadError(f"{server.name} answered other than 201: {figures}")
        return figures

    yield from rounds(bench, servers, parameter, measure, running=not fresh)


def rounds(bench, servers, parameter, measure, running=True, repeat=1):
    """Measures A B, B A, A B ... and gathers each server's figures."""
    gathered = {server.name: [] for server in servers}
    with contextlib.ExitStack() as stack:
        if running:
            for server in servers:
                stack.enter_context(server)
                server.measure_idleness()
        for number in range(bench.rounds * repeat):
            for server in servers if number % 2 == 0 else servers[::-1]:
                gathered[server.name].append(measure(server))
    for name, runs in gathered.items():
        figures = {figure: [run[figure] for run in runs] for figure in runs[0]}
        yield report.Row(parameter, name, figures)


ALL = {
    case.name: case
    for case in (
        Case("health", "Health, keep-alive", health),
        Case("growth", "Health, more connections", growth),
        Case("new-connections", "Health, a new connection each", new_connections),
        Case("pipelined", "Health, pipelined by 16", pipelined),
        Case("get", "GET by id", get),
        Case("search", "Search", search),
        Case("raw-search", "Search beside FTS5 alone", raw_search),
        Case("scale", "Search in growing archives", scale.scale),
        Case("mixed", "Health under searches", mixed),
        Case("post", "POST", post),
        Case("import", "Import", bulk_import),
        Case("start", "Start", start),
        Case("size", "Binary", size),
        Case("file-size", "File", file_size),
        Case("near", "Near copies", keeping.near),
        Case("open", "Start on a large store", keeping.opening),
        Case("backup", "POST under copies", keeping.backup),
        Case("parse", "Parser", parse),
    )
}
