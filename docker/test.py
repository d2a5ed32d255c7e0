"""Builds the image, runs it behind HAProxy by compose.yaml, and holds both to their promises.

    python3 docker/test.py

Uses the Docker engine that answers. Where none does, and ../shared/docker lies beside the project,
the scripts there start a private one and make stand-ins for base images that cannot be pulled.
Exit status: 0 all held, 1 something did not, 3 there is no engine, no compose, no base image,
or no way to the packages that the image is built from.
"""

import contextlib
import functools
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "docker"
IMAGE = "dateline:test"
# What the images of a build are found by.
LABEL = "dateline.stage"
PROJECT = f"dateline-test-{os.getpid()}"
KEY = "correct-horse-battery-staple"
CLIENTS = 8
ROUNDS = int(os.environ.get("ROUNDS", "1"))
# How long a client goes on repeating one request: an instance is away for seconds.
PATIENCE_SECONDS = 60


# How long a command may take, and one that builds or makes an image.
COMMAND_SECONDS = 10 * 60
BUILD_SECONDS = 40 * 60


def run(*command, check=True, seconds=COMMAND_SECONDS):
    """The finished command; its output is shown where it was to succeed and did not.

    What takes longer is ended, with all that it started, and has failed.
    """
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                               start_new_session=True)
    try:
        output, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        output, errors = end(process)
        errors += f"\ndid not end within {seconds} s, and was ended\n"
    except BaseException:
        end(process)
        raise
    if check and process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{output[-4000:]}{errors[-4000:]}")
    return subprocess.CompletedProcess(command, process.returncode, output, errors)


def end(process):
    """Ends a command and all that it started; what it wrote."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=10)
    return "", ""


def has_engine():
    return shutil.which("docker") is not None and run("docker", "version", check=False).returncode == 0


def skip(reason):
    print(f"SKIPPED: docker: {reason}")
    sys.exit(3)


@contextlib.contextmanager
def engine():
    """An engine that answers, and whether it is a private one: DOCKER_HOST then names it."""
    if has_engine():
        yield False
        return
    script = SHARED / "engine.sh"
    home = pathlib.Path(os.environ.get("ENGINE_DIR", pathlib.Path.home() / ".dateline-engine"))
    if script.exists():
        os.environ.update(ENGINE_DIR=str(home), DOCKER_HOST=f"unix://{home}/d.sock")
        try:
            # Its output goes nowhere: the engine lives on in it.
            started = subprocess.run([script, "start"], timeout=COMMAND_SECONDS,
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if started.returncode == 0 and has_engine():
                yield True
                return
        finally:
            # One that did not answer in time may run all the same.
            run(script, "stop", check=False)
    skip("no Docker engine answers here, and none can be started")


def provide(image, is_private, stand_in):
    """Makes sure of a base image: the one that is there, a pulled one, else a stand-in.

    A stand-in takes a public name, so it is made in a private engine alone.
    """
    if run("docker", "image", "inspect", image, check=False).returncode == 0:
        return
    if run("docker", "pull", image, check=False).returncode == 0:
        return
    if not is_private:
        skip(f"{image} cannot be pulled")
    print(f"{image} cannot be pulled: a stand-in takes its place", flush=True)
    try:
        stand_in()
    except (OSError, SystemExit) as error:
        print(error)
        skip(f"{image} can be neither pulled nor made")


def haproxy_stand_in(image):
    text = (
        "FROM debian:bookworm-slim\n"
        "RUN apt-get update && apt-get install -y --no-install-recommends haproxy\n"
        'CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]\n'
    )
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "Dockerfile").write_text(text)
        run("docker", "build", "--network", "host", "-t", image, folder, seconds=BUILD_SECONDS)


def require_packages():
    """Skips where a build would find no packages: neither Debian's nor those of Swift."""
    packages = re.findall(r'url: "([^"]+)"', (ROOT / "Package.swift").read_text())
    for image, *command in (
        ("debian:bookworm-slim", "apt-get", "update", "-o", "APT::Update::Error-Mode=any"),
        *(("swift:6.3-bookworm", "git", "ls-remote", "--quiet", url, "HEAD") for url in packages),
    ):
        done = run("docker", "run", "--rm", "--network", "host", image, *command, check=False,
                   seconds=120)
        if done.returncode != 0:
            print(done.stderr[-1000:])
            skip(f"'{' '.join(command)}' fails in {image}, and so would the build")


@functools.cache
def compose_command():
    """What compose is called here."""
    if run("docker", "compose", "version", check=False).returncode == 0:
        return ["docker", "compose"]
    if shutil.which("docker-compose") is not None:
        return ["docker-compose"]
    skip("there is no docker compose")


def compose(*arguments, check=True):
    return run(*compose_command(), "-p", PROJECT, "-f", str(ROOT / "docker" / "compose.yaml"), *arguments,
               check=check)


def container(service):
    return compose("ps", "-q", service).stdout.strip()


def inspect(identifier, template):
    return run("docker", "inspect", "--format", template, identifier).stdout.strip()


def wait(what, condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.1)
    sys.exit(f"waited {seconds} s for {what}")


def wait_until_healthy():
    wait("the instance to be healthy",
         lambda: inspect(container("dateline"), "{{.State.Health.Status}}") == "healthy")


class Client:
    """Speaks to the balancer."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"

    def ask(self, path, body=None, key=KEY):
        """A status and a JSON answer; an OSError where there is no answer."""
        request = urllib.request.Request(self.base + path, data=body)
        if key:
            request.add_header("Authorization", f"Bearer {key}")
        if body is not None:
            request.add_header("Content-Type", "text/plain")
        try:
            with urllib.request.urlopen(request, timeout=10) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def insist(self, path, body=None):
        """The answer, asked for until it is no sign of a server that is away; `None` if never."""
        end = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                status, answer = self.ask(path, body)
                if status not in (502, 503, 504):
                    return status, answer
            except (OSError, ValueError):
                pass  # Reset, refused or cut in the middle: what the next try is for.
            time.sleep(0.1)
        return None


def article(client, number):
    """An article of its own words, so that no two are each other's copies."""
    words = [f"w{client}x{number}n{(number * 31 + step * step * 7) % 9973}" for step in range(60)]
    sentences = [" ".join(words[at:at + 12]).capitalize() + "." for at in range(0, 60, 12)]
    return f"Council of w{client}x{number} meets again\n\n{' '.join(sentences)}\n".encode()


def load(client, number, stop, report):
    """Posts and reads until told to stop; a request that never succeeds is a failure."""
    count = 0
    while not stop.is_set():
        posted = client.insist("/articles", article(number, count))
        if posted is None or posted[0] not in (200, 201):
            report["failed"].append((number, count, posted))
            count += 1
            continue
        status, answer = posted
        identifier = answer["article"]["id"]
        report["posted"][(number, count)] = identifier
        report["repeated"] += answer["status"] == "duplicate"
        read = client.insist(f"/articles/{identifier}")
        if read is None or read[0] != 200:
            report["failed"].append((number, count, read))
        count += 1


def disturb(client, name, action):
    """Runs clients while `action` takes the instance away and brings it back."""
    stop = threading.Event()
    report = {"failed": [], "posted": {}, "repeated": 0}
    offset = disturb.rounds * CLIENTS
    disturb.rounds += 1
    threads = [threading.Thread(target=load, args=(client, offset + number, stop, report))
               for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    wait("the clients to be under way", lambda: len(report["posted"]) >= CLIENTS * 4)
    action()
    wait_until_healthy()
    done = len(report["posted"])
    wait("the clients to go on", lambda: len(report["posted"]) >= done + CLIENTS * 4)
    stop.set()
    for thread in threads:
        thread.join()
    posted = report["posted"]
    doubles = len(posted) - len(set(posted.values()))
    lost = 0
    for (number, count), identifier in posted.items():
        found = client.insist(f"/articles/{identifier}")
        wanted = f"Council of w{number}x{count} meets again"
        lost += found is None or found[0] != 200 or found[1]["headline"] != wanted
    print(f"{name}: {len(posted)} posts, {len(report['failed'])} failed, {lost} lost, "
          f"{doubles} stored under one number, {report['repeated']} repeated", flush=True)
    if report["failed"] or lost or doubles:
        sys.exit(f"{name}: {report['failed'][:3]}")


disturb.rounds = 0


def drain():
    """SIGTERM: what is under way ends, then the engine's policy does not start it again; we do."""
    identifier = container("dateline")
    run("docker", "stop", "--time", "30", identifier)
    code = inspect(identifier, "{{.State.ExitCode}}")
    if code != "0":
        sys.exit(f"stopped with exit code {code}")
    run("docker", "start", identifier)


def process_here():
    """The instance's process; `None` where the engine is on another machine, or in a virtual one."""
    process = int(inspect(container("dateline"), "{{.State.Pid}}"))
    try:
        name = pathlib.Path(f"/proc/{process}/comm").read_text().strip()
    except OSError:
        return None
    return process if name == "dateline" else None


def kill():
    """kill -9 from outside of the engine, which then restarts it by its policy.

    After `docker kill` it would not: that counts as stopped by hand.
    """
    process = process_here()
    if process is None:
        sys.exit("the instance's process is no longer there to be killed")
    os.kill(process, signal.SIGKILL)
    wait("the restart", lambda: inspect(container("dateline"), "{{.State.Pid}}")
         not in ("0", str(process)))


def check_image():
    facts = json.loads(run("docker", "image", "inspect", IMAGE).stdout)[0]
    config = facts["Config"]
    size = facts["Size"] / 1e6
    print(f"image: {size:.0f} MB, user {config['User']}, stop signal {config['StopSignal']}")
    assert config["User"] == "10001" and config["StopSignal"] == "SIGTERM"
    assert config["Healthcheck"]["Test"] == ["CMD", "dateline", "health"]
    assert config["Labels"]["org.opencontainers.image.licenses"] == "Apache-2.0"
    version = run("docker", "run", "--rm", "--read-only", "--network", "none", IMAGE, "version")
    print(version.stdout.strip(), flush=True)


def check_service():
    compose("up", "-d")
    wait_until_healthy()
    port = compose("port", "balancer", "8080").stdout.strip().rsplit(":", 1)[1]
    client = Client(port)
    assert client.insist("/version") is not None, "the balancer does not answer"
    status, _ = client.ask("/articles", article(900, 1), key=None)
    assert status == 401, f"a post without the key: {status}"
    status, answer = client.insist("/articles", article(900, 1))
    assert status == 201, (status, answer)
    identifier = answer["article"]["id"]

    for _ in range(ROUNDS):
        disturb(client, "drain and return", drain)
        if process_here() is None:
            print("SKIPPED: docker: kill -9 and return: the engine's processes are not this machine's",
                  flush=True)
        else:
            disturb(client, "kill -9 and return", kill)

    compose("down")
    compose("up", "-d")
    wait_until_healthy()
    port = compose("port", "balancer", "8080").stdout.strip().rsplit(":", 1)[1]
    found = Client(port).insist(f"/articles/{identifier}")
    assert found is not None and found[0] == 200, found
    print("articles are there after down and up", flush=True)


def main():
    with engine() as is_private, tempfile.TemporaryDirectory() as folder:
        compose_command()
        provide("debian:bookworm-slim", is_private, lambda: run(
            SHARED / "base_images.sh", "debian", seconds=BUILD_SECONDS))
        provide("swift:6.3-bookworm", is_private, lambda: run(
            SHARED / "base_images.sh", "swift", seconds=BUILD_SECONDS))
        require_packages()
        provide("haproxy:3.0-bookworm", is_private,
                lambda: haproxy_stand_in("haproxy:3.0-bookworm"))
        os.environ["DOCKER_BUILDKIT"] = "0"
        key = pathlib.Path(folder) / "key"
        key.write_text(KEY + "\n")
        key.chmod(0o644)
        os.environ.update(DATELINE_IMAGE=IMAGE, DATELINE_PORT="0", DATELINE_KEY_PATH=str(key))
        try:
            run("docker", "build", "--network", "host", "--label", f"{LABEL}=test", "-t", IMAGE,
                "-f", str(ROOT / "docker" / "Dockerfile"), str(ROOT), seconds=BUILD_SECONDS)
            check_image()
            check_service()
        finally:
            compose("down", "--volumes", check=False)
            # The stage in which it was built has no name, nor has what an ended test left.
            run("docker", "rmi", IMAGE, check=False)
            run("docker", "image", "prune", "--force", "--filter", f"label={LABEL}", check=False)
    print("docker: all held")


if __name__ == "__main__":
    main()
