"""Areas by what files call them: codes of CBS in every spelling, and names with CBS's own suffixes."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from dashboard.sources.reader import Known, nearest
from dashboard.texts import mapping as texts
from data_models.facts import AreaFacts

COUNTRY_CODES = frozenset({"NL", "NL00", "NL01"})
_DIGITS = re.compile(r"(\d{1,4})(?:\.0)?", re.ASCII)
_CODE = re.compile(r"([A-Z]{2})\s?(\d{2,8})", re.ASCII)
_CODE_KINDS = {"GM": 4, "WK": 6, "BU": 8, "PV": 2}  # digits behind the letters
_OTHER_CODE = re.compile(r"(LD|CR|AM|AR|JZ|GG|GH|VR|RP|RE|RES|ES|ER|EG|RG|MR|SB|SG|TR|WN|WZ|ZK|PO|VO|NN|VF|SV)\d{2,4}")
_SUFFIX = re.compile(r"\s*\(([^()]*)\)$")
_KINDS = {
    "gemeente": "municipality",
    "gm": "municipality",
    "pv": "province",
    "provincie": "province",
    "land": "country",
    "swv": "partnership",
}
_OTHER_SUFFIX = re.compile(r"\d{1,3}|LD|CR|AM|JZ|GG|VR|RES?|COROP.*|SA|GA|SG|landsdeel", re.IGNORECASE)
_NOWHERE = frozenset(
    {"onbekend", "niet in te delen", "gemeente onbekend", "regio onbekend", "buitenland", "woonachtig buitenland"}
)
_ALSO_CALLED = {
    "den haag": "s gravenhage",
    "den bosch": "s hertogenbosch",
    "friesland": "fryslan",
    "provincie friesland": "provincie fryslan",
    "de friese meren": "de fryske marren",
    "heel nederland": "nederland",
    "totaal nederland": "nederland",
}
_PROVINCE = "provincie "


class AmbiguousNameError(ValueError):
    """A name that more than one area bears: `candidates` are those areas."""

    def __init__(self, name: str, candidates: Collection[AreaFacts]) -> None:
        super().__init__(name)
        self.candidates = tuple(candidates)

    def names(self) -> str:
        """The candidates as a reader can choose between them: `Bergen (L.) (GM0893) of Bergen (NH.) (GM0373)`."""
        return texts.OR.join(texts.NAME_AND_CODE.format(name=one.name, code=one.code) for one in self.candidates)


def normalised(name: str) -> str:
    """A name without capitals, accents, points, hyphens and apostrophes: `'s-Hertogenbosch` is `s hertogenbosch`."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(sign))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def code_from(text: str) -> str:
    """The area code that a text spells (`34`, `0034`, `GM 0034` are GM0034; NL01 is NL00), or nothing."""
    upper = text.strip().upper()
    if upper in COUNTRY_CODES:
        return "NL00"
    digits = _DIGITS.fullmatch(upper)
    if digits:
        return f"GM{int(digits[1]):04d}"
    found = _CODE.fullmatch(upper)
    if found and len(found[2]) == _CODE_KINDS.get(found[1], len(found[2])):
        return f"{found[1]}{found[2]}"
    return ""


def is_other_kind(text: str) -> bool:
    """Whether this is an area of a kind that no figures are kept of: a landsdeel, a COROP area, `(4)` gemeenten."""
    suffix = _SUFFIX.search(text.strip())
    return (
        _OTHER_CODE.fullmatch(text.strip().upper()) is not None
        or normalised(text) in _NOWHERE
        or (suffix is not None and _OTHER_SUFFIX.fullmatch(suffix[1].strip()) is not None)
    )


class RegionNames:
    """The areas that are known, by code and by name; made once per file, asked once per distinct text."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._by_name: dict[str, list[AreaFacts]] = {}
        for areas in known.areas.values():
            for area in areas:
                for name in _called(area):
                    self._by_name.setdefault(name, []).append(area)

    def named(self, text: str, *, kind: str = "") -> list[AreaFacts]:
        """Every area, of whatever years, that this text can mean; of `kind` when there is one of that kind."""
        code = code_from(text)
        if code or text.strip() in self._known.areas:
            return list(self._known.areas.get(code) or self._known.areas.get(text.strip(), ()))
        suffix = _SUFFIX.search(text.strip())
        meant = _KINDS.get(suffix[1].strip().lower().rstrip("."), "") if suffix else ""
        bare = _SUFFIX.sub("", text.strip()) if meant else text
        name = normalised(bare)
        found = self._by_name.get(_ALSO_CALLED.get(name, name), [])
        of_kind = [area for area in found if area.kind == (meant or kind)]
        return of_kind if meant or of_kind else list(found)

    def in_year(self, text: str, *, year: int, kind: str = "") -> AreaFacts | None:
        """The one area that this text means in this year; raises `AmbiguousNameError` when there are more."""
        there = [one for one in self.named(text, kind=kind) if exists(one, year=year)]
        distinct = {one.code: one for one in there}
        if len(distinct) > 1:
            raise AmbiguousNameError(text, sorted(distinct.values(), key=lambda one: (one.kind, one.name)))
        return next(iter(distinct.values()), None)

    def nearest(self, text: str) -> str:
        """The known name that looks most like this text, or nothing; between codes there is nothing to guess."""
        if code_from(text):
            return ""
        found = nearest(normalised(text), among=list(self._by_name))
        return self._by_name[found][0].name if found else ""


def exists(area: AreaFacts, *, year: int) -> bool:
    """Whether the area exists in this year."""
    return area.valid_from <= year and (area.valid_until is None or year <= area.valid_until)


def _called(area: AreaFacts) -> Iterator[str]:
    """Everything this area may be called, normalised."""
    names = {normalised(area.name), normalised(_SUFFIX.sub("", area.name))}
    if area.kind == "province":
        names |= {name.removeprefix(_PROVINCE) for name in names}
        names |= {f"{_PROVINCE}{name}" for name in list(names) if not name.startswith(_PROVINCE)}
    yield from names
