"""Runs a client against a server and measures what its requests cost that server."""

import dataclasses
import json
import os
import pathlib
import subprocess

from . import programs

SCRIPT = pathlib.Path(__file__).with_name("wrk.lua")


@dataclasses.dataclass
class Load:
    """What one wrk sends, over connections that stay open."""

    connections: int
    seconds: int
    #: A file of request targets, sent in turn.
    paths: pathlib.Path
    #: How many requests are sent at a time. wrk tells no latencies of more than one.
    depth: int = 1

    def command(self, port):
        return [
            "wrk", "-t", 1, "-c", self.connections, "-d", f"{self.seconds}s", "--timeout", "30s",
            "-s", SCRIPT, f"http://127.0.0.1:{port}", "--", self.paths, self.depth,
        ]


@dataclasses.dataclass
class ConnectingLoad:
    """Health checks with a connection for each, by our own client."""

    connections: int
    seconds: int

    def command(self, port):
        return [
            programs.client(), "-address", f"127.0.0.1:{port}",
            "-clients", self.connections, "-for", f"{self.seconds}s",
        ]


@dataclasses.dataclass
class UploadingLoad:
    """POSTs of a file's bodies, each once, by our own client; ends early when all are sent."""

    connections: int
    seconds: int
    bodies: pathlib.Path

    def command(self, port):
        connecting = ConnectingLoad(self.connections, self.seconds)
        return [*connecting.command(port), "-bodies", self.bodies]


@dataclasses.dataclass
class Result:
    """What came of it."""

    requests: int
    #: How many answers were 201; `None` where nothing is created.
    created: int | None
    #: The mean length of an answer with its head, where the client counts it.
    answer_bytes: float
    seconds: float
    median_ms: float
    p99_ms: float
    failures: int

    @property
    def rate(self):
        return self.requests / self.seconds


class LoadError(Exception):
    """The load did not run as it should have: the figures would mean nothing."""


class NothingAnswered(LoadError):
    """Not one request was answered within the length of the run."""


def start(load, server, cpus):
    """Starts the client of a load; `finish` waits for it."""
    command = ["taskset", "-c", cpus, *load.command(server.port)]
    return subprocess.Popen(
        list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=os.environ | {"GOMAXPROCS": "1"},
    )


def finish(process):
    """Waits for a started client.

    Raises LoadError when it failed, or when more than one in a thousand requests did.
    """
    output, _ = process.communicate()
    lines = output.strip().splitlines()
    if process.returncode != 0 or not lines or not lines[-1].startswith("{"):
        raise LoadError(f"the client failed: {output}")
    report = json.loads(lines[-1])
    failures = report["refused"] + report["failed"]
    if report["requests"] == failures == 0:
        raise NothingAnswered(output)
    if report["requests"] == 0 or failures > report["requests"] / 1000:
        raise LoadError(f"{failures} of {report['requests']} requests failed: {output}")
    return Result(
        requests=report["requests"],
        created=report.get("created"),
        answer_bytes=report.get("bytes", 0) / report["requests"],
        seconds=report["duration"] / 1e6,
        median_ms=report["median"] / 1e3,
        p99_ms=report["p99"] / 1e3,
        failures=failures,
    )


def measure(load, server, cpus):
    """One run's figures by name; `server` has to be idle before."""
    before = server.cpu_seconds()
    result = finish(start(load, server, cpus))
    used = server.cpu_seconds() - before - server.idle_share * result.seconds
    figures = {
        "cpu_us": used * 1e6 / result.requests,
        "rate": result.rate,
        "own_mb": server.memory_bytes("RssAnon") / 1e6,
        "requests": result.requests,
        "created": result.created,
        "answer_bytes": result.answer_bytes,
        "failures": result.failures,
    }
    if getattr(load, "depth", 1) == 1:
        figures |= {"p50_ms": result.median_ms, "p99_ms": result.p99_ms}
    return figures
