"""How often a wrong code may be tried: so seldom that nobody guesses one while it lives (docs/adr/0018)."""

import threading
import time
from collections import deque
from collections.abc import Callable

MOST_WRONG = 60  # in a minute, by everybody together: a full meeting may mistype
MINUTE = 60.0  # seconds


class TooManyGuessesError(Exception):
    """Too many wrong codes were tried in the last minute: for now none is looked at, right or wrong."""


class Guesses:
    """The wrong codes that were tried lately in this process."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._wrong: deque[float] = deque()
        self._lock = threading.Lock()

    def refuse_too_many(self) -> None:
        """Before a code is looked at: raise `TooManyGuessesError` when there were too many wrong ones."""
        with self._lock:
            while self._wrong and self._wrong[0] <= self._clock() - MINUTE:
                self._wrong.popleft()
            if len(self._wrong) >= MOST_WRONG:
                raise TooManyGuessesError(len(self._wrong))

    def note_wrong(self) -> None:
        """A code was tried that stands for nothing."""
        with self._lock:
            self._wrong.append(self._clock())


everybody = Guesses()
