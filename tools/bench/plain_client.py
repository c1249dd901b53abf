"""Asks a server over several connections, where wrk is not there: slower, and the same for both sides."""

import socket
import threading
import time
from collections.abc import Callable, Iterator

PATIENCE = 30  # seconds


def ask(port: int, requests: Callable[[int], Iterator[bytes]], *, connections: int, seconds: float) -> int:
    """Send the requests of `requests(connection)` one after another over each connection; how many were answered 2xx."""
    ends = time.monotonic() + seconds
    answered = [0] * connections

    def one(number: int) -> None:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
            for request in requests(number):
                if time.monotonic() >= ends:
                    return
                line.sendall(request)
                if not _read(line).startswith(b"HTTP/1.1 2"):
                    raise RuntimeError("A request was refused.")
                answered[number] += 1

    threads = [threading.Thread(target=one, args=[number], daemon=True) for number in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(seconds + PATIENCE)
    return sum(answered)


def _read(line: socket.socket) -> bytes:
    """One whole answer: head, and as many bytes of body as the head says."""
    held = b""
    while b"\r\n\r\n" not in held:
        held += _more(line)
    head, _, body = held.partition(b"\r\n\r\n")
    length = next((int(row[15:]) for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")), 0)
    while len(body) < length:
        body += _more(line)
    return head


def _more(line: socket.socket) -> bytes:
    more = line.recv(65536)
    if not more:
        raise RuntimeError("The server closed the connection.")
    return more
