"""What CBS calls a subject, in one spelling: OData keys, StatLine's title paths with units, and codes alike."""

import re

_KEY = re.compile(r"(?:k_)?([A-Za-z0-9]+)_[0-9]+", re.ASCII)
_UNIT = re.compile(r"\(((?:[^()]|\([^()]*\))*)\)$")
_KEPT = re.compile(r"[^0-9a-z()]+")
_ACCENTS = str.maketrans("áàäâéèëêíìïîóòöôúùüûç", "aaaaeeeeiiiioooouuuuc")
COUNTED = frozenset({"", "aantal"})  # units of a number of people


def stem(name: str) -> str:
    """The subject without suffix, unit and path: `k_0Tot15Jaar_8` and `Leeftijd/0 tot 15 jaar (aantal)` → 0tot15jaar.

    Brackets inside a title stay, because `Leerlingen (speciaal) basisonderwijs` is not the same as `… speciaal …`.
    """
    key = _KEY.fullmatch(name.strip())
    title = key[1] if key else _last_part(_without_unit(name.strip()))
    return _KEPT.sub("", title.removeprefix("k_").lower().translate(_ACCENTS))


def unit(name: str) -> str:
    """What stands in brackets behind a title, in small letters: `aantal`, `%`; empty for a key."""
    found = _UNIT.search(name.strip())
    return found[1].strip().lower() if found else ""


def is_key(name: str) -> bool:
    """Whether this is an OData key (`LeerlingenPo_62`), not a title."""
    return _KEY.fullmatch(name.strip()) is not None


def _without_unit(title: str) -> str:
    return _UNIT.sub("", title).strip()


def _last_part(title: str) -> str:
    """`Bevolking/Geslacht/Mannen` is about Mannen; a slash between brackets is no path."""
    depth, start = 0, 0
    for place, sign in enumerate(title):
        depth += (sign == "(") - (sign == ")")
        if sign == "/" and depth == 0:
            start = place + 1
    return title[start:]
