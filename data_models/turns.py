"""Taking turns: those who wait are served in the order in which they came."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock


class NoTurnError(Exception):
    """One's turn did not come within the time one wanted to wait."""


class Turns:
    """A lock of this process that is fair; whoever holds it must not ask for it again."""

    def __init__(self) -> None:
        self._mutex = Lock()
        self._waiting: deque[Event] = deque()
        self._taken = False

    @contextmanager
    def turn(self, *, patience: float) -> Iterator[None]:
        """Wait until those who came before are done, at most `patience` seconds, and have the turn for this block."""
        self._take(patience)
        try:
            yield
        finally:
            self._pass_on()

    def _take(self, patience: float) -> None:
        with self._mutex:
            if not self._taken:
                self._taken = True
                return
            mine = Event()
            self._waiting.append(mine)
        if mine.wait(patience):
            return
        with self._mutex:
            if mine.is_set():  # it came at the last moment
                return
            self._waiting.remove(mine)
        raise NoTurnError(patience)

    def _pass_on(self) -> None:
        with self._mutex:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._taken = False
