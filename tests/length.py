"""How long the long tests take: a fixed-seed part in `make test`, all of it in `make test-full`."""

import os


def rounds(usual: int, *, full: int) -> int:
    """The usual number of rounds, or with TEST_FULL set the full number."""
    return full if os.environ.get("TEST_FULL") else usual
