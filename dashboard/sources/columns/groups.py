"""Columns that say which group a row is about: their texts as codes of breakdowns."""

import re
from collections.abc import Sequence

from dashboard.sources.columns.indicator_words import words

_DIMENSIONS = {
    "geslacht": "geslacht",
    "leeftijd": "leeftijd",
    "leeftijdsgroep": "leeftijd",
    "leeftijdsklasse": "leeftijd",
    "leeftijdscategorie": "leeftijd",
    "schoolsoort": "schoolsoort",
    "onderwijssoort": "schoolsoort",
}
_TOTAL = re.compile(r"(totaal|alle|iedereen|total|t)\b.*", re.IGNORECASE)
_BOYS = re.compile(r"(man(nen)?|jongens?|m)", re.IGNORECASE)
_GIRLS = re.compile(r"(vrouw(en)?|meisjes?|v)", re.IGNORECASE)
_UP_TO = re.compile(r"([0-9]{1,2}) tot ([0-9]{1,2})( jaar)?", re.IGNORECASE)
_THROUGH = re.compile(r"([0-9]{1,2}) ?(?:-|–|t/m|tot en met) ?([0-9]{1,2})( jaar)?", re.IGNORECASE)
_A_NUMBER = re.compile(r"[0-9.,]+")
_MOST_WORDS = 2  # in the name of a column of groups; a title path about ages is a measure
_MOST_GROUPS = 40  # a column with more texts than this holds something else


def group_codes(column: str, texts: Sequence[str]) -> dict[str, str]:
    """Per text the code of the group, with "" for the total; empty when the column does not hold groups."""
    dimension = next((_DIMENSIONS[word] for word in words(column) if word in _DIMENSIONS), "")
    if not dimension or len(words(column)) > _MOST_WORDS or not 0 < len(texts) <= _MOST_GROUPS:
        return {}
    if all(_A_NUMBER.fullmatch(text) for text in texts):
        return {}
    return {text: _code(dimension, text) for text in texts}


def _code(dimension: str, text: str) -> str:
    if _TOTAL.fullmatch(text):
        return ""
    if dimension == "geslacht":
        if _BOYS.fullmatch(text):
            return "geslacht:jongens"
        return "geslacht:meisjes" if _GIRLS.fullmatch(text) else _spelled(dimension, text)
    if dimension == "leeftijd":
        if found := _UP_TO.fullmatch(text):
            return f"leeftijd:{int(found[1])}-{int(found[2]) - 1}"
        if found := _THROUGH.fullmatch(text):
            return f"leeftijd:{int(found[1])}-{int(found[2])}"
    return _spelled(dimension, text)


def _spelled(dimension: str, text: str) -> str:
    return f"{dimension}:{'-'.join(words(text)) or 'onbekend'}"
