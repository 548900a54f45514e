"""Whether anything changed since a screen was drawn: of each topic a word that is another one after each change."""

import time
from collections.abc import Iterable
from hashlib import blake2b
from threading import Lock
from typing import ClassVar

from dashboard.data.reader import Reader, read_now

ADDRESS = "/nieuws"  # of dashboard/news_route.py
TOPICS = ("norms", "plans", "stories", "agreements")
LOOKED = 0.25  # seconds: all who look on ask the database together so often
_LETTERS = 6  # bytes of a word


class _Latest:
    """What was asked last, and until when on this process's clock it is answered to everybody."""

    words: ClassVar[dict[str, str]] = {}
    until: ClassVar[float] = 0.0


_asking = Lock()


def known_words() -> dict[str, str] | None:
    """The word of each topic at most a quarter of a second ago, without asking; None when that is longer ago."""
    return _Latest.words if time.monotonic() < _Latest.until else None


def words_now() -> dict[str, str]:
    """The word of each topic at this moment, or at most a quarter of a second ago; everybody gets the same answer."""
    with _asking:
        known = known_words()
        if known is None:
            known = seen(read_now(), topics=TOPICS)
            _Latest.words, _Latest.until = known, time.monotonic() + LOOKED
    return known


def forget() -> None:
    """Ask afresh the next time."""
    _Latest.until = 0.0


def seen(reader: Reader, *, topics: Iterable[str]) -> dict[str, str]:
    """The words of these topics at the moment of this reader; they tell nobody how much there is."""
    return {topic: _word(reader.epoch, number=getattr(reader, topic)) for topic in topics}


def _word(epoch: str, *, number: int) -> str:
    return blake2b(f"{epoch}|{number}".encode(), digest_size=_LETTERS).hexdigest()
