"""What many screens draw anew at the same moment is drawn in turns.

Else sixty threads share the interpreter, with the one that sends what is drawn, and all are ready when the last one is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE = 3
PATIENCE = 2.0  # seconds; then it is drawn all the same: whoever has a turn may be waiting for the database
_turns = BoundedSemaphore(AT_ONCE)


@contextmanager
def in_turn(*, waits: bool) -> Iterator[None]:
    """Around a drawing that `waits`: no more than so many at once. What somebody did themselves waits for nobody."""
    has_turn = waits and _turns.acquire(timeout=PATIENCE)
    try:
        yield
    finally:
        if has_turn:
            _turns.release()
