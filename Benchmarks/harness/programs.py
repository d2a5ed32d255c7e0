"""What is needed for a run: installed where it is missing, and built once."""

import functools
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent
BUILD = HERE / ".build"

#: Debian's packages that every run needs.
NEEDED = ["wrk", "util-linux", "binutils", "make", "libsqlite3-dev"]

POLITE = ["nice", "-n", "10"]


def install(packages):
    """Installs those of Debian's packages that are not there."""
    missing = [name for name in packages if not is_installed(name)]
    if missing:
        command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
        subprocess.run(command, check=True, stdout=sys.stderr)


def is_installed(package):
    query = ["dpkg-query", "-W", "-f", "${Status}", package]
    answer = subprocess.run(query, capture_output=True, text=True)
    return answer.stdout == "install ok installed"


@functools.cache
def dateline():
    """The product, built as its users build it."""
    subprocess.run([*POLITE, "make", "-C", ROOT, "build"], check=True, stdout=sys.stderr)
    return ROOT / ".build/release/dateline"


@functools.cache
def hummingbird():
    """The peer of Hummingbird and GRDB, built in release with Swift's libraries in the binary."""
    return swift_product(
        HERE / "Peers/HummingbirdGRDB", "HummingbirdGRDB", BUILD / "peers/hummingbird"
    )


@functools.cache
def parser_speed():
    """What parses texts without a server."""
    return swift_product(HERE / "Parser", "ParserSpeed", BUILD / "parser")


@functools.cache
def go():
    """The peer of Go's net/http."""
    return go_program(HERE / "Peers/go", BUILD / "peers/go-health")


@functools.cache
def client():
    """Our own client, for what wrk cannot do."""
    return go_program(HERE / "Load", BUILD / "load")


def go_program(source, binary):
    install(["golang-go"])
    if is_older(binary, source):
        command = ["go", "build", "-trimpath", "-ldflags", "-s -w", "-o", binary, "."]
        environment = os.environ | {"CGO_ENABLED": "0", "GOFLAGS": "-buildvcs=false"}
        subprocess.run([*POLITE, *command], cwd=source, check=True, env=environment)
    return binary


def swift_product(package, product, scratch):
    arguments = [
        "swift", "build", "-c", "release", "--package-path", package, "--scratch-path", scratch,
        "--product", product, "-Xswiftc", "-static-stdlib",
    ]
    if not shutil.which("swift"):
        sys.exit("Swift is not on the PATH: see https://www.swift.org/install/linux/")
    subprocess.run([*POLITE, *arguments], check=True, stdout=sys.stderr)
    place = subprocess.run(
        [*arguments, "--show-bin-path"], check=True, capture_output=True, text=True
    )
    return pathlib.Path(place.stdout.strip()) / product


def is_older(binary, source):
    """Whether a binary is missing or older than a file of its source."""
    if not binary.exists():
        return True
    built = binary.stat().st_mtime
    return any(file.stat().st_mtime > built for file in source.rglob("*") if file.is_file())


def digest(binary):
    """A short name for a binary's contents."""
    with open(binary, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]


def stripped_size(binary):
    """Its size in bytes without symbols."""
    copy = BUILD / "stripped"
    subprocess.run(["strip", "-o", copy, binary], check=True)
    size = copy.stat().st_size
    copy.unlink()
    return size
