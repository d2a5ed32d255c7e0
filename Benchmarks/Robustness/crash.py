#!/usr/bin/env python3
"""Kills a server again and again while clients post, and looks for what it had promised.

usage: crash.py BINARY [--rounds 30] [--clients 16]

Each round starts the server on the same file, lets the clients post articles for a moment of random
length, and kills it with SIGKILL. Whatever was answered with 201 has to be there after the next start,
with the very bytes that were sent, and `dateline check` has to find no fault.

Prints a line for each figure, with its goal; exit status 1 when one is missed. Standard library only.
"""
import argparse
import hashlib
import http.client
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time


def start(binary, database):
    """A server that answers, its port, and how many milliseconds that took."""
    began = time.monotonic()
    server = subprocess.Popen(
        [binary, "serve", "--port", "0", "--database", database, "--log-format", "json"],
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in server.stderr:
        entry = json.loads(line)
        if entry.get("message") == "listening":
            break
    else:
        sys.exit("the server did not start")
    port = int(entry["port"])
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/articles?limit=1")
    connection.getresponse().read()
    milliseconds = (time.monotonic() - began) * 1000
    threading.Thread(target=server.stderr.read, daemon=True).start()
    return server, port, milliseconds


def post(port, seed, acknowledged):
    """Posts until the server is gone; what was answered with 201 is kept by its number."""
    source = random.Random(seed)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    while True:
        words = (f"w{source.randrange(10**6)}" for _ in range(source.randint(20, 400)))
        body = f"Report {source.randrange(10**9)}\n\n{' '.join(words)}.\n".encode()
        try:
            connection.request("POST", "/articles", body)
            response = connection.getresponse()
            answer = json.loads(response.read())
        except (OSError, http.client.HTTPException, ValueError):
            return
        if response.status == 201:
            acknowledged.append((answer["article"]["id"], hashlib.sha256(body).hexdigest()))


def missing(port, acknowledged):
    """How many of the articles are not there as they were sent."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    count = 0
    for number, digest in acknowledged:
        connection.request("GET", f"/articles/{number}/raw")
        response = connection.getresponse()
        body = response.read()
        if response.status != 200 or hashlib.sha256(body).hexdigest() != digest:
            count += 1
    return count


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--clients", type=int, default=16)
    parser.add_argument("--start-goal", type=int, default=500, help="in milliseconds")
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    o = parser.parse_args()
    print(f"seed {o.seed}")
    source = random.Random(o.seed)
    acknowledged, lost, faults, slowest = [], 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "dateline.db")
        for number in range(o.rounds + 1):
            server, port, milliseconds = start(o.binary, database)
            if number:
                slowest = max(slowest, milliseconds)
            # All of them in the end, the latest each time.
            lost += missing(port, acknowledged if number == o.rounds else acknowledged[-2000:])
            check = subprocess.run(
                [o.binary, "check", "--database", database], capture_output=True, text=True
            )
            if check.returncode:
                print(check.stdout, check.stderr)
                faults += 1
            if number < o.rounds:
                clients = [
                    threading.Thread(target=post, args=(port, source.random(), acknowledged))
                    for _ in range(o.clients)
                ]
                for client in clients:
                    client.start()
                time.sleep(source.uniform(0.1, 0.8))
                server.send_signal(signal.SIGKILL)
                server.wait()
                for client in clients:
                    client.join()
            else:
                server.kill()
                server.wait()
    missed = False
    for name, value, goal in [
        (f"lost of {len(acknowledged)} acknowledged", lost, 0),
        (f"files with faults of {o.rounds + 1}", faults, 0),
        ("slowest start after a crash, ms", round(slowest), o.start_goal),
    ]:
        missed = missed or value > goal
        print(f"{name:<40} {value:<8} goal {goal:<8} {'MISSED' if value > goal else 'ok'}")
    sys.exit(1 if missed else 0)


main()
