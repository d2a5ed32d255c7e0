"""What the cases need of a run: its settings, its servers and its data."""

import copy
import pathlib
import shutil

from . import archive, programs
from .corpus import Corpus
from .servers import Server, nginx_command

RUN = programs.BUILD / "run"


class Bench:
    """A run's settings, with the servers that it compares: the product first."""

    def __init__(self, binary, product, options):
        """`product` makes the product's command line from its binary, a port and a database."""
        self.product_binary = binary
        self.product_command = product
        self.rounds = options.rounds
        self.seconds = options.seconds
        self.connections = options.connections
        self.articles = options.articles or 50_000
        self.many_articles = options.articles or 1_000_000
        self.sizes = options.sizes
        self.server_cpus, self.load_cpus = options.cpus
        self.is_self_check = options.self_check
        self.corpus = Corpus()
        self.stripped_size = programs.stripped_size
        shutil.rmtree(RUN, ignore_errors=True)
        RUN.mkdir(parents=True)

    def folder(self, name):
        """An empty folder for what a case writes."""
        folder = RUN / name
        folder.mkdir()
        return folder

    def health_servers(self):
        """Everything that can answer a health check."""
        servers = self.empty_servers()
        if not self.is_self_check:
            servers[1:1] = [self.nginx(), self.go()]
        return servers

    def empty_servers(self):
        """The product and the peer that stores articles, each on a database of its own that is
        empty at every start."""
        return [
            self.server(name, make, RUN / f"{name}.db", is_empty=True)
            for name, make in self.makers().items()
        ]

    def article_servers(self, count):
        """The same on databases that hold the first `count` articles."""
        return [
            self.server(name, self.makers()[name], path) for name, path in self.files(count)
        ]

    def searching_servers(self, product, peer):
        """The product without the first pages that it keeps, so that every search is one, and the
        peer; then the product as it is."""
        if self.is_self_check:
            return [product, peer]
        searching = copy.copy(product)
        searching.command = lambda port: [*product.command(port), "--page-cache", 0]
        product.name += ", pages kept"
        return [searching, peer, product]

    def article_files(self, count):
        """The names of the same servers with their databases' files."""
        return list(self.files(count))

    def binaries(self):
        """The binaries whose size is compared."""
        return {
            "dateline": self.product_binary,
            "hummingbird+grdb": programs.hummingbird(),
        }

    def corpus_bytes(self, count):
        """The length of the first `count` articles together."""
        return sum(
            len(self.corpus.article(number).encode()) for number in range(count)
        )

    def files(self, count):
        for name, make in self.makers().items():
            binary = make(0, "")[0]
            path = archive.filled(
                lambda part: self.server(name, make, part),
                pathlib.Path(binary).name, binary, self.corpus, count, self.load_cpus,
            )
            yield name, path

    def makers(self):
        """By each server's name: what makes its command line from a port and a database."""
        name = "hummingbird+grdb again" if self.is_self_check else "dateline"
        return {
            name: lambda port, path: self.product_command(self.product_binary, port, path),
            "hummingbird+grdb": hummingbird_arguments,
        }

    def server(self, name, make, path, is_empty=False):
        return Server(
            name,
            lambda port: make(port, path),
            self.server_cpus,
            log=RUN / f"{name.split()[0]}.log",
            before=(lambda: archive.remove(path)) if is_empty else None,
        )

    def nginx(self):
        programs.install(["nginx-light"])
        directory = RUN / "nginx"
        directory.mkdir(exist_ok=True)
        template = programs.HERE / "Peers/nginx/nginx.conf"
        return Server(
            "nginx", nginx_command(template, directory), self.server_cpus, log=RUN / "nginx.log"
        )

    def go(self):
        binary = programs.go()
        return Server(
            "go net/http", lambda port: [binary, "-port", port], self.server_cpus,
            log=RUN / "go.log",
        )


def dateline_arguments(binary, port, path):
    """One loop, as every peer has one worker, and no line in the log for a request, as none of them
    writes one; it ends without waiting for a load balancer."""
    return [
        binary, "serve", "--host", "127.0.0.1", "--port", port, "--database", path,
        "--loops", 1, "--drain-delay", 0, "--log-level", "notice",
    ]


def hummingbird_arguments(port, path):
    """The peer's command line; one event loop."""
    return peer_arguments(programs.hummingbird(), port, path)


def peer_arguments(binary, port, path):
    return [binary, "--port", port, "--database", path, "--loops", 1]
