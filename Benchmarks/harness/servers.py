"""The servers under test: how each is started, stopped and looked into."""

import os
import pathlib
import socket
import string
import subprocess
import time

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """A running server process, with the processes it has started.

    A context manager: it is up, and has answered its first health check, inside the block.
    """

    def __init__(self, name, command, cpus, log, before=None):
        """`command` is given the port to listen on and returns the arguments to run; `before` is
        called ahead of each start; `log` is the file that takes what the server prints."""
        self.name = name
        self.command = command
        self.cpus = cpus
        self.log = log
        self.before = before
        self.idle_share = 0.0

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self, patience=60):
        if self.before:
            self.before()
        self.port = free_port()
        arguments = ["taskset", "-c", self.cpus, *map(str, self.command(self.port))]
        with open(self.log, "ab") as log:
            began = time.monotonic()
            self.process = subprocess.Popen(
                arguments, stdout=log, stderr=log, env=os.environ | {"GOMAXPROCS": "1"}
            )
        while not self.is_healthy():
            if self.process.poll() is not None:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}: {self.log}")
            if time.monotonic() - began > patience:
                self.stop()
                raise RuntimeError(f"{self.name} did not answer in {patience} s: {self.log}")
            time.sleep(0.0005)
        #: Seconds from the start of the process to the first 200.
        self.start_seconds = time.monotonic() - began

    def is_healthy(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as connection:
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
                return connection.recv(4096).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def stop(self, patience=30):
        """Asks it to end, then kills it."""
        self.process.terminate()
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise RuntimeError(f"{self.name} did not end in {patience} s") from None

    def measure_idleness(self, seconds=1.0):
        """Learns what the server uses without any request, to be taken off what follows."""
        before = self.cpu_seconds()
        time.sleep(seconds)
        self.idle_share = (self.cpu_seconds() - before) / seconds

    def cpu_seconds(self):
        """User and system time so far, of all its threads and processes."""
        total = 0
        for process in self.processes():
            fields = stat_fields(process)
            total += int(fields[11]) + int(fields[12])
        return total / TICKS

    def memory_bytes(self, field):
        """What /proc/PID/status (proc(5)) says of its memory now, of all its processes: `VmRSS` for
        all that is resident, `RssAnon` for that without the files it maps."""
        total = 0
        for process in self.processes():
            status = pathlib.Path(f"/proc/{process}/status").read_text()
            total += int(status.partition(f"{field}:")[2].split()[0]) * 1024
        return total

    def processes(self):
        found = [self.process.pid]
        for process in found:
            for children in pathlib.Path(f"/proc/{process}/task").glob("*/children"):
                found += map(int, children.read_text().split())
        return found


def stat_fields(process):
    """The fields of /proc/PID/stat (proc(5)) from the third on: what follows the name."""
    return pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def nginx_command(template, directory):
    """A command that runs nginx with a configuration filled in from `template`."""

    def command(port):
        text = string.Template(pathlib.Path(template).read_text())
        configuration = pathlib.Path(directory) / "nginx.conf"
        configuration.write_text(text.substitute(port=port, directory=directory))
        return ["nginx", "-e", "stderr", "-p", directory, "-c", configuration]

    return command
