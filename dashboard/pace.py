"""How often something may be done in a minute, for what nobody need be known to do."""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

MINUTE = 60.0  # seconds
MOST_KNOWN = 10_000  # whose pace is remembered; the one that was quiet longest is forgotten


class TooFastError(Exception):
    """It was done too often in the last minute."""


class Pace:
    """The pace of each who does it, in this process."""

    def __init__(self, most: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._done: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = threading.Lock()

    def keep(self, who: str) -> None:
        """Before it is done: raise `TooFastError` when this one did it `most` times in the last minute."""
        with self._lock:
            now = self._clock()
            done = self._done.setdefault(who, deque())
            self._done.move_to_end(who)
            while done and done[0] <= now - MINUTE:
                done.popleft()
            if len(done) >= self._most:
                raise TooFastError(who)
            done.append(now)
            if len(self._done) > MOST_KNOWN:
                self._done.popitem(last=False)
