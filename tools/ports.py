"""Who holds a TCP port of this machine, and which one is free."""

import errno
import socket
from pathlib import Path

FIRST_FREE_TRIES = 50
LISTENING = "0A"  # state in /proc/net/tcp


def is_free(port: int) -> bool:
    """Whether a server may be started there: a port left in TIME_WAIT counts as free. OSError: not for us at all."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as reason:
            if reason.errno != errno.EADDRINUSE:
                raise
            return False
    return True


def first_free(start: int, tries: int) -> int | None:
    """The first free port from `start` on, or None after so many tries."""
    return next((port for port in range(start, min(start + tries, 65536)) if is_free(port)), None)


def holder_of(port: int) -> str:
    """Process that listens there, as `gunicorn, tiến trình 4711`; empty where the system does not tell."""
    sockets = {f"socket:[{inode}]" for inode in listening_inodes(port)}
    for link in Path("/proc").glob("[0-9]*/fd/*") if sockets else ():
        try:
            if str(link.readlink()) in sockets:
                process = link.parents[1]
                return f"{(process / 'comm').read_text().strip()}, tiến trình {process.name}"
        except OSError:
            continue  # another user's process, or one that has just ended
    return ""


def listening_inodes(port: int) -> list[str]:
    """Inodes of the sockets that listen on a port, from Linux's own tables."""
    inodes = []
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        for line in table.read_text().splitlines()[1:] if table.exists() else ():
            columns = line.split()
            if columns[3] == LISTENING and int(columns[1].rpartition(":")[2], 16) == port:
                inodes.append(columns[9])
    return inodes
