#!/usr/bin/env python3
"""Watches a server's system calls: each 201 has to follow a sync of the log to the disk.

usage: synced.py BINARY [--posts 20]

Runs the server under strace and posts articles one after the other, each on a connection of its own.
Between the moment at which a connection is taken and the one at which its 201 is sent there has to be
an fdatasync or fsync that succeeded. Exit status 1 where one is missing, 77 where strace is.
"""
import argparse
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("--posts", type=int, default=20)
    o = parser.parse_args()
    if not shutil.which("strace"):
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace")
        server = subprocess.Popen(
            ["strace", "-f", "-qq", "-s", "40", "-o", trace]
            + ["-e", "trace=accept4,fdatasync,fsync,sendto", o.binary, "serve", "--port", "0"]
            + ["--database", os.path.join(folder, "a.db"), "--log-format", "json"],
            stderr=subprocess.PIPE,
            text=True,
        )
        for line in server.stderr:
            if '"listening"' in line:
                port = int(json.loads(line)["port"])
                break
        else:
            sys.exit("the server did not start under strace")
        try:
            for number in range(o.posts):
                connection = http.client.HTTPConnection("127.0.0.1", port)
                connection.request("POST", "/articles", f"Report {number}\n\nIt rained.\n")
                status = connection.getresponse().status
                connection.close()
                if status != 201:
                    sys.exit(f"post {number} was answered with {status}")
        finally:
            # The tracer passes it on to the server, which ends without waiting for balancers.
            subprocess.run(["pkill", "-INT", "-P", str(server.pid)], check=False)
            server.wait()
        answers = unsynced = 0
        synced = False
        with open(trace) as lines:
            for line in lines:
                if re.search(r"accept4(\(| resumed).*= \d+$", line):
                    synced = False
                elif re.search(r"(fdatasync|fsync)(\(| resumed).*= 0$", line):
                    synced = True
                elif "sendto(" in line and "HTTP/1.1 201" in line:
                    answers += 1
                    unsynced += not synced
        print(f"{answers} answers with 201, {unsynced} of them before a sync")
        sys.exit(0 if answers == o.posts and unsynced == 0 else 1)


main()
