"""`python -m dashboard.free_port 8501`: whether the server can start on this port; said before Streamlit finds out."""

import socket
import sys

from dashboard.texts import server as words

LAST_PORT = 65_535


def problem(typed: str) -> str:
    """Why the server cannot start on this port, as a Dutch sentence; empty when it can."""
    if not typed.isascii() or not typed.isdecimal() or not 0 < int(typed) <= LAST_PORT:
        return words.NO_PORT.format(port=typed, last=LAST_PORT)
    port = int(typed)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server does: it may have just ended
        try:
            probe.bind(("127.0.0.1", port))
        except PermissionError:
            return words.PORT_FORBIDDEN.format(port=port)
        except OSError:
            return words.PORT_IN_USE.format(port=port, other=port + 1 if port < LAST_PORT else port - 1)
    return ""


if __name__ == "__main__":
    sys.exit(problem(sys.argv[1]) or None)
