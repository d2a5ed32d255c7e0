"""The cases about a large store: near copies, its opening, and copies of it under load."""

import http.client
import json
import random
import shutil
import subprocess
import sys
import time

from . import archive, load, report
from .archive import DATA
from .bench import RUN
from .load import UploadingLoad
from .programs import POLITE, digest

#: How many edited copies are posted, and how many other stories between them.
COPIES = 1_000


def near(bench):
    """What a POST costs when 100,000 articles may be nearly the same, and whether those that are
    were found: copies as papers print them, and new stories that share a paragraph with old ones."""
    server = stored(bench, 100_000)
    source = random.Random(1)
    known = {}
    with server:
        server.measure_idleness()
        figures = {}
        for kind, make in (("new", sibling), ("copy", edited)):
            numbers = [source.randrange(100_000) for _ in range(COPIES)]
            bodies = [make(bench.corpus, number, source) for number in numbers]
            before = server.cpu_seconds()
            began = time.monotonic()
            ids = [post(server, body)["id"] for body in bodies]
            waited = time.monotonic() - began
            used = server.cpu_seconds() - before - server.idle_share * waited
            figures[kind] = used * 1e6 / COPIES
            known |= {id: (kind, number) for id, number in zip(ids, numbers)}
        right, wrong, missed = compare(server, known)
    yield report.Row("stories that share a paragraph", server.name, {"cpu_us": [figures["new"]]})
    yield report.Row(
        "edited copies", server.name,
        {
            "cpu_us": [figures["copy"]],
            "precision": [right / max(1, right + wrong)],
            "recall": [right / max(1, right + missed)],
        },
    )


def compare(server, known):
    """Right and wrong copies of what was posted, and those that were not found."""
    right = wrong = missed = 0
    families = {}
    for id, (kind, number) in known.items():
        if kind == "copy":
            families.setdefault(number, set()).add(id)
    for id, (kind, number) in known.items():
        found = {copy["id"] for copy in get(server, f"/articles/{id}/similar")["copies"]}
        wanted = families[number] | {number + 1} if kind == "copy" else set()
        right += len(found & wanted)
        wrong += len(found - wanted - {id})
        missed += len(wanted - found - {id})
    return right, wrong, missed


def edited(corpus, number, source):
    """What another paper makes of an article: cut from its end, with another headline, a paragraph
    written anew, words changed here and there, and furniture."""
    headline, byline, *paragraphs = corpus.article(number).strip().split("\n\n")
    paragraphs = paragraphs[: max(2, round(len(paragraphs) * source.uniform(0.5, 1)))]
    if source.random() < 0.5 and len(paragraphs) > 3:
        place = source.randrange(1, len(paragraphs))
        paragraphs[place] = corpus.sentence(source, source.randint(20, 50))
    for place, paragraph in enumerate(paragraphs):
        if source.random() < 0.4:
            words = paragraph.split(" ")
            words[source.randrange(len(words))] = corpus.rare_word(source)
            paragraphs[place] = " ".join(words)
    if source.random() < 0.5:
        paragraphs.append("Sign up for our newsletter")
    headline = corpus.sentence(source, source.randint(6, 10)).rstrip(".")
    return "\n\n".join([headline, byline, *paragraphs]) + "\n"


def sibling(corpus, number, source):
    """Another story with a paragraph of an article in it."""
    *rest, _ = corpus.article(10_000_000 + source.randrange(10_000_000)).strip().split("\n\n")
    return "\n\n".join([*rest, corpus.article(number).strip().split("\n\n")[-1]]) + "\n"


def opening(bench):
    """From the start of the process to its first 200 on a store of a million articles."""
    count = bench.many_articles
    server = stored(bench, count, words=12)

    def measure():
        with server:
            return server.start_seconds * 1e3

    starts = [measure() for _ in range(bench.rounds * 2)]
    yield report.Row(f"{count} articles", server.name, {"start_ms": starts})


def backup(bench):
    """How fast 16 connections post while the store is copied again and again, beside without; the
    last copy is checked."""
    source = archived(bench, bench.articles)
    runs = {"alone": [], "while it is copied": []}
    for number in range(bench.rounds):
        for name, rates in runs.items():
            path = RUN / "copied.db"
            shutil.copyfile(source, path)
            bodies = archive.write_bodies(bench.corpus, 20_000_000, 30_000)
            with bench.server("dateline", bench.makers()["dateline"], path) as server:
                client = load.start(
                    UploadingLoad(16, bench.seconds, bodies), server, bench.load_cpus
                )
                copies = copy_until_end(client, server, path) if name != "alone" else []
                rates.append(load.finish(client).rate)
            if copies and number == bench.rounds - 1:
                check = [bench.product_binary, "check", "--database", copies[-1]]
                subprocess.run(check, check=True, stdout=sys.stderr)
            for file in [*copies, path]:
                archive.remove(file)
    for name, rates in runs.items():
        yield report.Row(name, "dateline", {"rate": rates})


def copy_until_end(client, server, path):
    """Has the server copy its store until a client has ended; the files of the copies."""
    copies = []
    while client.poll() is None:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
        connection.request("POST", "/backup")
        answer = connection.getresponse()
        document = json.loads(answer.read())
        if answer.status == 201:
            copies.append(path.with_name(document["file"]))
        elif answer.status != 503:
            raise load.LoadError(f"{answer.status}: {document}")
        else:
            # A copy's name has the second in it.
            time.sleep(0.02)
    return copies


def stored(bench, count, words=None):
    """The product on a database that `archived` made, less what earlier runs posted."""
    path = RUN / "stored.db"
    archive.remove(path)
    shutil.copyfile(archived(bench, count, words), path)
    return bench.server("dateline", bench.makers()["dateline"], path)


def archived(bench, count, words=None):
    """The file of a database of `count` articles of the corpus, imported once for each binary; with
    `words`, of notes of that many words."""
    name = f"imported-{digest(bench.product_binary)}-{count}-{words or 'whole'}.db"
    path = DATA / name
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        archive.remove(part)
        importer = subprocess.Popen(
            [*POLITE, bench.product_binary, "import", "--database", part, "-"],
            stdin=subprocess.PIPE, text=True,
        )
        for number in range(count):
            text = note(bench.corpus, number, words) if words else bench.corpus.article(number)
            importer.stdin.write(json.dumps({"text": text}) + "\n")
        importer.stdin.close()
        if importer.wait():
            raise load.LoadError(f"the import ended with {importer.returncode}")
        archive.fold(part)
        part.rename(path)
    return path


def note(corpus, number, words):
    source = random.Random(number)
    return f"Note {number}\n\n{corpus.sentence(source, words)}\n"


def post(server, body):
    connection = connect(server)
    connection.request("POST", "/articles", body.encode(), {"Content-Type": "text/plain"})
    answer = connection.getresponse()
    document = json.loads(answer.read())
    if answer.status not in (200, 201):
        raise load.LoadError(f"{answer.status}: {document}")
    return document["article"]


def get(server, path):
    connection = connect(server)
    connection.request("GET", path)
    return json.loads(connection.getresponse().read())


def connect(server):
    """A connection that is kept from call to call of a run."""
    if getattr(server, "kept", None) is None or server.kept.port != server.port:
        server.kept = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    return server.kept
