#!/usr/bin/env python3
"""Holds a server to its promises under slow and many clients.

usage: robustness.py slow  HOST PORT --pid PID [--path /healthz] [--post /articles] [--large PATH]
       robustness.py idle  HOST PORT --pid PID [--count 5000]
       robustness.py fuzz  HOST PORT --pid PID [--count 100000] [--seed N]
       robustness.py files HOST PORT --pid PID
       robustness.py table HOST PORT --pid PID

slow  500 sockets trickle heads, trickle bodies or read slowly; meanwhile others ask as always.
idle  thousands of connections are opened, asked once, and left alone.
fuzz  mutated requests over real sockets; the seed is printed.
files the server is left with few descriptors: those who are in are served, those who wait are
      served when descriptors come back, and the processor is not kept busy meanwhile.
table the same while the system's table of open files is full (ENFILE). Whoever runs this has to be
      root, and the server not, since root may open files all the same.

Prints a line for each figure, with its goal; exit status 1 when one is missed. Standard library only.
"""
import argparse
import contextlib
import os
import random
import resource
import select
import socket
import sys
import threading
import time

MISSED = []


def figure(name, value, goal, good):
    print("%-34s %-14s goal %-14s %s" % (name, value, goal, "ok" if good else "MISSED"), flush=True)
    if not good:
        MISSED.append(name)


def memory(pid):
    with open("/proc/%d/statm" % pid) as f:
        return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def cpu(pid):
    with open("/proc/%d/stat" % pid) as f:
        fields = f.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def descriptors(pid):
    return len(os.listdir("/proc/%d/fd" % pid))


def request(o, path=None):
    return ("GET %s HTTP/1.1\r\nHost: %s\r\n\r\n" % (path or o.path, o.host)).encode()


def read_answer(sock):
    """The status of one answer with Content-Length; None when the connection ends first."""
    data = b""
    while b"\r\n\r\n" not in data:
        part = sock.recv(65536)
        if not part:
            return None
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    while len(body) < length:
        part = sock.recv(65536)
        if not part:
            return None
        body += part
    return int(head.split()[1])


def connect(o, receive_buffer=None):
    sock = socket.socket()
    if receive_buffer:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    sock.settimeout(5)
    sock.connect((o.host, o.port))
    return sock


def well_behaved(o, stop, times, errors):
    """Asks again and again on one connection, and notes how long each answer takes."""
    sock = None
    while not stop.is_set():
        try:
            sock = sock or connect(o)
            start = time.monotonic()
            sock.sendall(request(o))
            if read_answer(sock) != 200:
                raise OSError("no 200")
            times.append(time.monotonic() - start)
        except OSError as error:
            errors.append(str(error))
            sock = None
        time.sleep(0.005)


def slow(o):
    stop, times, errors = threading.Event(), [], []
    before = memory(o.pid)
    others = [threading.Thread(target=well_behaved, args=(o, stop, times, errors)) for _ in range(4)]
    for thread in others:
        thread.start()
    opened = {}
    for i in range(o.count or 500):
        kind = i % 3
        sock = connect(o, 4096 if kind == 2 else None)
        if kind == 0:
            sock.send(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
        elif kind == 1:
            sock.send(("POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n"
                       "Content-Length: 100000\r\n\r\n" % o.post).encode())
        else:
            sock.sendall(request(o, o.large) * (1 if o.large else 5000))
        sock.setblocking(False)
        opened[sock] = kind
    total, start, cut, most = len(opened), time.monotonic(), 0, before
    while opened and time.monotonic() - start < 60:
        most = max(most, memory(o.pid))
        for sock, kind in list(opened.items()):
            try:
                # The end may stand behind bytes that are not read: 7 is closed, 8 is close-wait.
                state = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)[0]
                gone = state in (7, 8) or sock.recv(1 if kind == 2 else 4096) == b""
                if kind < 2:
                    sock.send(b"x")
            except BlockingIOError:
                gone = False
            except OSError:
                gone = True
            if gone:
                del opened[sock]
                sock.close()
                if time.monotonic() - start <= 45:
                    cut += 1
        time.sleep(1)
    stop.set()
    for thread in others:
        thread.join()
    times.sort()
    p99 = times[len(times) * 99 // 100] * 1000
    figure("errors for others", len(errors), "0", not errors)
    figure("p99 for others", "%.1f ms" % p99, "50 ms", p99 <= 50)
    figure("slow ones cut within 45 s", "%d of %d" % (cut, total), "95 %", cut >= total * 0.95)
    figure("growth", "%.1f MB" % ((most - before) / 1e6), "64 MB", most - before <= 64 << 20)


def idle(o):
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = o.count or 5000
    before, open_before = memory(o.pid), descriptors(o.pid)
    socks, refused = [], 0
    for _ in range(count):
        try:
            sock = connect(o)
            sock.sendall(request(o))
            if read_answer(sock) != 200:
                refused += 1
            socks.append(sock)
        except OSError:
            refused += 1
    each = (memory(o.pid) - before) / count
    figure("refused of %d" % count, refused, "0", refused == 0)
    figure("memory each", "%.2f KB" % (each / 1024), "20 KB", each <= 20 * 1024)
    start = cpu(o.pid)
    time.sleep(5)
    share = (cpu(o.pid) - start) / 5 * 100
    figure("processor while idle", "%.1f %%" % share, "5 %", share < 5)
    for sock in socks:
        sock.close()
    start = time.monotonic()
    while descriptors(o.pid) > open_before + 5 and time.monotonic() - start < 10:
        time.sleep(0.05)
    took = time.monotonic() - start
    figure("descriptors back after", "%.2f s" % took, "2 s", took <= 2)


def mutate(rng, data):
    data = bytearray(data)
    for _ in range(rng.randint(0, 4)):
        at = rng.randrange(len(data))
        kind = rng.randrange(5)
        if kind == 0:
            data[at] = rng.randrange(256)
        elif kind == 1:
            data[at:at] = rng.choice([b"\r", b"\n", b"\r\n", b" ", b":", b",", b"\0", b"0", b";"])
        elif kind == 2:
            del data[at:at + rng.randint(1, 8)]
        elif kind == 3:
            end = min(len(data), at + rng.randint(1, 40))
            data[at:at] = data[at:end]
        elif len(data) > 1:
            del data[at:]
        if not data:
            data = bytearray(b"G")
    return bytes(data)


def fuzz(o):
    seed = o.seed if o.seed is not None else random.SystemRandom().randrange(1 << 32)
    print("seed %d" % seed, flush=True)
    rng = random.Random(seed)
    host = o.host.encode()
    post = o.post.encode()
    corpus = [
        request(o), request(o) * 3,
        b"HEAD * HTTP/1.0\r\n\r\n", b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET http://h:1/a?b HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n",
        b"POST " + post + b" HTTP/1.1\r\nHost: " + host + b"\r\nContent-Length: 9\r\n\r\nHigh tide",
        b"POST " + post + b" HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"4;x=\"y\"\r\ntide\r\n0\r\nT: v\r\n\r\n" + request(o),
        b"PUT " + post + b" HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\ntide",
    ]
    count, before = o.count or 100000, memory(o.pid)
    faults, sent = 0, 0
    while sent < count:
        batch = []
        for _ in range(64):
            data = mutate(rng, rng.choice(corpus))
            sock = connect(o)
            try:
                cut = rng.randrange(len(data) + 1)
                sock.sendall(data[:cut])
                sock.sendall(data[cut:])
                if rng.random() < 0.9:
                    sock.shutdown(socket.SHUT_WR)
                    batch.append((sock, data))
                else:
                    sock.close()
            except OSError:
                batch.append((sock, data))
            sent += 1
        for sock, data in batch:
            answer = b""
            try:
                while True:
                    part = sock.recv(65536)
                    if not part:
                        break
                    answer += part
            except socket.timeout:
                faults += 1
                print("no end: %r" % data)
            except OSError:
                pass
            if answer and not answer.startswith(b"HTTP/1.1 ") or b"HTTP/1.1 500 " in answer:
                faults += 1
                print("fault: %r: %r" % (data, answer[:60]))
            sock.close()
    sock = connect(o)
    sock.sendall(request(o))
    figure("faults in %d mutations" % sent, faults, "0", faults == 0)
    figure("alive", read_answer(sock), "200", True)
    growth = memory(o.pid) - before
    figure("growth", "%.1f MB" % (growth / 1e6), "32 MB", growth <= 32 << 20)


@contextlib.contextmanager
def few_descriptors(o):
    """EMFILE: the process may open 20 files more."""
    limits = resource.prlimit(o.pid, resource.RLIMIT_NOFILE)
    resource.prlimit(o.pid, resource.RLIMIT_NOFILE, (descriptors(o.pid) + 20, limits[1]))
    try:
        yield
    finally:
        resource.prlimit(o.pid, resource.RLIMIT_NOFILE, limits)


@contextlib.contextmanager
def full_table(o):
    """ENFILE: no process that is not root's may open a file."""
    with open("/proc/sys/fs/file-max", "r+") as file:
        before = file.read()

        def limit(count):
            file.seek(0)
            file.write(count)
            file.flush()

        limit("1")
        try:
            yield
        finally:
            limit(before)


def files(o):
    without_descriptors(o, few_descriptors, "with room for 20", range(1, 31))


def table(o):
    without_descriptors(o, full_table, "by a full table", range(1))


def without_descriptors(o, shortage, name, expected):
    """Holds the server to its promises during a `shortage`, in which it serves `expected` of 60."""
    first = connect(o)
    first.sendall(request(o))
    read_answer(first)
    with shortage(o):
        socks = [connect(o) for _ in range(60)]
        for sock in socks:
            sock.sendall(request(o))
        time.sleep(0.5)
        served = [sock for sock in socks if select.select([sock], [], [], 0)[0]]
        figure("served of 60 " + name, len(served), "%d to %d" % (expected[0], expected[-1]),
               len(served) in expected)
        first.sendall(request(o))
        status = read_answer(first)
        figure("an open connection", status, "200", status == 200)
        start = cpu(o.pid)
        time.sleep(3)
        share = (cpu(o.pid) - start) / 3 * 100
        figure("processor while it waits", "%.1f %%" % share, "5 %", share < 5)
        waiting = [sock for sock in socks if sock not in served]
        # Room comes back: by their end, or by that of the shortage.
        for sock in served:
            sock.close()
        answered = count_answers(waiting, 10) if served else 0
    if not served:
        answered = count_answers(waiting, 10)
    figure("served when there is room", "%d of %d" % (answered, 60 - len(served)), "all",
           answered == 60 - len(served))


def count_answers(socks, seconds):
    """How many of `socks` are answered 200 within `seconds`; each is closed when it was read."""
    waiting, answered, start = list(socks), 0, time.monotonic()
    while waiting and time.monotonic() - start < seconds:
        for sock in select.select(waiting, [], [], 1)[0]:
            answered += read_answer(sock) == 200
            waiting.remove(sock)
            sock.close()
    return answered


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("what", choices=["slow", "idle", "fuzz", "files", "table"])
    p.add_argument("host")
    p.add_argument("port", type=int)
    p.add_argument("--pid", type=int, required=True, help="the server's process")
    p.add_argument("--count", type=int, help="connections, or mutations")
    p.add_argument("--seed", type=int, help="repeats a run of fuzz")
    p.add_argument("--path", default="/healthz", help="answers GET with 200")
    p.add_argument("--post", default="/articles", help="takes POST")
    p.add_argument("--large", help="answers GET with megabytes, for the slow readers")
    o = p.parse_args()
    {"slow": slow, "idle": idle, "fuzz": fuzz, "files": files,
     "table": table}[o.what](o)
    return 1 if MISSED else 0


if __name__ == "__main__":
    sys.exit(main())
