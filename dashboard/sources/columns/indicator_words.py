"""Which indicator the name of a column points at."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from dashboard.sources.columns.wanted import SCALES
from data_models.facts import IndicatorFacts

_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9]{4})")
_SHORTEST = 4  # letters of a word that says something
_PLAIN = frozenset(
    {"aantal", "kinderen", "jongeren", "leerlingen", "totaal", "langer", "naar", "niet", "alle", "waar", "elke", "over"}
    | {"jaar", "pct", "percentage", "voor", "door", "deel", "natura", "leeftijd", "gemeente", "onderwijs", "mediaan"}
)
_NOT = frozenset({"niet", "geen", "zonder", "overig", "overige"})  # turn a name into something else
_STEM = 6  # letters in which `thuiszitter` and `thuiszitters` agree
_CLEAR = 1.0  # a score from which a name points at an indicator


def words(name: str) -> list[str]:
    """The words in a column's name, small and without accents: `Pct_jeugdZorg` → pct, jeugd, zorg."""
    parted = _CAMEL.sub(" ", name.strip())
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", parted.lower()) if not unicodedata.combining(sign))
    return [word for word in _SPLIT.split(plain) if word]


class IndicatorWords:
    """The words by which indicators are known, and how telling each is."""

    def __init__(self, indicators: Mapping[str, IndicatorFacts]) -> None:
        self._indicators = {code: one for code, one in indicators.items() if one.unit != "story"}
        self._words = {
            code: {word for text in (code, one.short_name, one.name) for word in words(text) if _tells(word)}
            for code, one in self._indicators.items()
        }
        self._stems = {code: {_stem(word) for word in found} for code, found in self._words.items()}
        self._times = Counter(stem for found in self._stems.values() for stem in found)
        self._named = {code: {*words(one.name), *words(one.short_name)} for code, one in self._indicators.items()}
        self._phrases = {
            code: {"".join(words(text)) for text in (code, one.short_name)} for code, one in self._indicators.items()
        }

    def indicator(self, name: str, *, unit: str) -> IndicatorFacts | None:
        """The one indicator that this column's name points at; None when there is none, or when there are two.

        `unit` is the unit that the name gives away: percentage, per_1000, `value` for any part of a whole, or empty.
        """
        said = words(name)
        scores = {code: self._score(said, code) for code in self._indicators if self._fits(code, unit)}
        ordered = sorted(scores, key=lambda code: -scores[code])
        if not ordered or scores[ordered[0]] < _CLEAR:
            return None
        if len(ordered) > 1 and scores[ordered[0]] - scores[ordered[1]] < 0.05:
            return None
        return self._indicators[ordered[0]]

    def _fits(self, code: str, unit: str) -> bool:
        has = self._indicators[code].unit
        if unit == "value":
            return has != "count"
        return not unit or has == unit

    def _score(self, said: list[str], code: str) -> float:
        if _NOT & set(said) - self._named[code]:
            return 0.0
        joined = "".join(said)
        longest = max((len(phrase) for phrase in self._phrases[code] if phrase in joined), default=0)
        if code in _PLAIN and longest and self._indicators[code].unit in SCALES:
            longest = 0
        stems = {_stem(word) for word in said if _tells(word)}
        known = self._stems[code]
        telling = sum(1 / self._times[stem] for stem in stems & known)
        return (1 + longest / 20 if longest else 0.0) + telling - 0.02 * len(known - stems)


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _PLAIN and not word.isdigit()


def _stem(word: str) -> str:
    return word[: max(_STEM, len(word) - 3)]
