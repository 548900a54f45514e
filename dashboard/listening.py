"""On which addresses this process serves, or is about to: what a server is told, and the sockets it has."""

import multiprocessing
import os
import signal
import socket
import stat
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OPEN_FILES = Path("/dev/fd")  # one name per open file of this process, on Linux and macOS
NETWORKS = (socket.AF_INET, socket.AF_INET6)


def addresses() -> set[str]:
    """Every address that is listened on or announced: a host name, an IP address, or `unix:` and a path."""
    return {*_announced(), *_listened_on()}


def _announced() -> Iterator[str]:
    """What uvicorn was told, by its arguments, environment or caller: it imports the application before it listens."""
    for frame, _ in traceback.walk_stack(None):
        config: Any = frame.f_locals.get("self")
        if type(config).__module__ != "uvicorn.config":
            continue
        if config.uds:
            yield f"unix:{config.uds}"
        elif config.fd is not None:
            yield from _name(config.fd)
        else:
            yield config.host


def _listened_on() -> Iterator[str]:
    """The network addresses of the sockets on which connections come in, or will: bound, and not connected."""
    if OPEN_FILES.is_dir():
        for file in list(OPEN_FILES.iterdir()):
            yield from (one for one in _name(int(file.name)) if not one.startswith("unix:"))


def _name(descriptor: int) -> Iterator[str]:
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return
        with socket.socket(fileno=os.dup(descriptor)) as one:
            if one.family == socket.AF_UNIX:
                yield f"unix:{one.getsockname()}"
            elif one.family in NETWORKS and one.type == socket.SOCK_STREAM and not _is_connected(one):
                address, port = one.getsockname()[:2]
                if port:
                    yield str(address)
    except OSError:  # closed meanwhile, or of a kind that has no name
        return


def _is_connected(one: socket.socket) -> bool:
    try:
        one.getpeername()
    except OSError:
        return False
    return True


def end_all() -> None:
    """When a server with several processes started this one, end it too: it would only try again."""
    parent = multiprocessing.parent_process()
    if parent is not None and parent.pid is not None:
        os.kill(parent.pid, signal.SIGTERM)
