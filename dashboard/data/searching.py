"""Zoeken: figures and texts by their words, each with the words around what was looked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dashboard.calculations.finding import is_found
from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.texts.searching import ALIKE
from data_models import database, stemming
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import searching as queries
from data_models.queries.searching import FoundKind

LONGEST = 220  # characters of a text around the words that were looked for
BEFORE = 60  # of these, before the first of them
Piece = tuple[str, bool]  # a part of a text, and whether it was looked for


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that was found: figures of the catalogue, and texts by kind."""

    has_words: bool
    indicators: tuple[IndicatorFacts, ...]
    kinds: tuple[FoundKind, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not self.indicators and not self.kinds


def search(reader: Reader, *, typed: str, area: AreaFacts) -> Found:
    """What has all these words, of the reader's region, or of the example region when the area is invented."""
    if not stemming.asked(typed):
        return Found(has_words=False, indicators=(), kinds=())
    closest = [(how, one) for one in catalogue.indicators(reader) if (how := _how_close(one, typed=typed)) is not None]
    indicators = tuple(one for _, one in sorted(closest, key=lambda found: found[0]))
    with database.reading(asker=reader.actor) as session:
        kinds = queries.find(session, asker=reader.actor, words=typed, fictional=area.fictional)
    return Found(has_words=True, indicators=indicators, kinds=tuple(kinds))


def _how_close(indicator: IndicatorFacts, *, typed: str) -> int | None:
    """0: all words are in its short name, 1: in its names, 2: in what it asks or its theme, or they mean the same."""
    names = (indicator.short_name, indicator.name)
    if is_found(typed, among=names[:1]):
        return 0
    if is_found(typed, among=names):
        return 1
    return 2 if is_found(typed, among=(*names, indicator.question, indicator.theme), alike=ALIKE) else None


def around(texts: Sequence[str], *, typed: str) -> list[Piece]:
    """The part of the first text that has one of the words, cut at words, with what was looked for marked."""
    wanted = stemming.asked(typed)
    text, at = next(((one, first) for one in texts if (first := _first(one, wanted=wanted)) is not None), (texts[0], 0))
    begin = 0 if at <= BEFORE else text.rfind(" ", 0, at - BEFORE) + 1
    end = len(text) if len(text) - begin <= LONGEST else max(text.rfind(" ", begin, begin + LONGEST), begin + BEFORE)
    pieces = list(_marked(text[begin:end], wanted=wanted))
    return [*([("… ", False)] if begin else []), *pieces, *([(" …", False)] if end < len(text) else [])]


def _first(text: str, *, wanted: Sequence[str]) -> int | None:
    return next((start for start, word in _words(text) if _is_wanted(word, wanted=wanted)), None)


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Each word with its place; a word here ends at a space, as people see it."""
    start = 0
    for word in text.split(" "):
        yield start, word
        start += len(word) + 1


def _is_wanted(word: str, *, wanted: Sequence[str]) -> bool:
    found = stemming.words_of(word)
    return any(stemming.is_match(one, asked=looked_for) for one in found for looked_for in wanted)


def _marked(text: str, *, wanted: Sequence[str]) -> Iterator[Piece]:
    """The text in pieces: words that were looked for apart from the others."""
    plain = ""
    for start, word in _words(text):
        between = " " if start else ""
        if _is_wanted(word, wanted=wanted):
            yield plain + between, False
            yield word, True
            plain = ""
        else:
            plain += between + word
    yield plain, False
