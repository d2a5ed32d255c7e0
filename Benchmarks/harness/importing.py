"""Programs that load a file of NDJSON into an empty database, and the processor time they take."""

import os
import pathlib
import subprocess
import sys

from . import archive
from .programs import BUILD

TRIGGERS = pathlib.Path(__file__).with_name("trigger_import.py")


def programs(product, lines):
    """By each one's name: its command line."""
    path = BUILD / "run/import.db"
    triggers = [sys.executable, TRIGGERS, path, lines]
    return {
        "dateline": [product, "import", "--database", path, lines],
        "sqlite, a trigger, 5,000 a commit": [*triggers, 5_000],
        "sqlite, a trigger, one a commit": [*triggers, 1],
    }


def cpu_seconds(command, cpus):
    """What a program uses in user and kernel mode until it ends."""
    archive.remove(BUILD / "run/import.db")
    words = ["taskset", "-c", cpus, *map(str, command)]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), words)
    return usage.ru_utime + usage.ru_stime
