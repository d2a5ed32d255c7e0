#!/usr/bin/env python3
"""Writes the tests' vectors as a corpus: usage: corpus.py VECTORS FOLDER"""
import os
import re
import sys

ESCAPES = {"r": b"\r", "n": b"\n", "t": b"\t", "0": b"\0"}
HEAD = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"


def unescape(text):
    def one(match):
        hexadecimal, letter = match.group(1), match.group(2)
        if hexadecimal:
            return bytes([int(hexadecimal, 16)])
        return ESCAPES.get(letter.decode(), letter)
    return re.sub(rb"\\(?:x([0-9A-Fa-f]{2})|(.))", one, text.encode())


def main():
    vectors, folder = sys.argv[1:3]
    os.makedirs(folder, exist_ok=True)
    for name in sorted(os.listdir(vectors)):
        if not name.endswith(".txt"):
            continue
        with open(os.path.join(vectors, name), encoding="utf-8") as f:
            sends = [line[4:].strip() for line in f if line.startswith("send")]
        for number, text in enumerate(sends):
            data = (HEAD if name == "chunked.txt" else b"") + unescape(text)
            with open(os.path.join(folder, "%s-%d" % (name[:-4], number)), "wb") as f:
                f.write(b"\x11" + data)


if __name__ == "__main__":
    main()
