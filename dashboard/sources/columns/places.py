"""Which area a row is about, in which year: found, of a former gemeente, passed over, or wrong."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from dashboard import formatting
from dashboard.sources.columns.region_names import AmbiguousNameError, RegionNames, exists, is_other_kind
from dashboard.sources.reader import Known, did_you_mean
from dashboard.texts import mapping as texts
from dashboard.texts import sources as common
from data_models import periods
from data_models.facts import AreaFacts

MOST_NAMED = 12  # areas named in a note; more would not be read
TOTAL = "§total"  # stands for an area in rows that add up the rows above
_TOTALS = frozenset({"totaal", "eindtotaal", "totalen", "totaal regio", "regiototaal", "total", "som"})


class Outcome(Enum):
    """What a row's area came to."""

    FOUND = "found"
    TOTAL = "total"
    FORMER = "former"  # a gemeente that was merged or split before the period
    OTHER_KIND = "other kind"
    LATER = "later"  # exists, but not yet in the period
    TOO_EARLY = "too early"  # no areas are known of that year
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NAMELESS = "nameless"
    ELSEWHERE = "elsewhere"  # known, but of another region than the person's


GONE = frozenset({Outcome.FORMER, Outcome.LATER, Outcome.TOO_EARLY, Outcome.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Place:
    """The outcome for one text in one period: `area` is a code when found or former; else what is wrong, in Dutch."""

    outcome: Outcome
    area: str = ""
    what: str = ""
    advice: str = ""


@dataclass
class Places:
    """Resolves areas of one file, each distinct text and period once.

    `kind` is the kind of area that the column is about, when its name says so.
    """

    known: Known
    own: bool
    kind: str = ""
    names: RegionNames = field(init=False)
    first_year: int = field(init=False)
    former: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Prepare what every text is looked up in."""
        self.names = RegionNames(self.known)
        starts = [area.valid_from for areas in self.known.areas.values() for area in areas]
        self.first_year = min(starts, default=0)
        self.former = frozenset(one.former for one in self.known.successions)

    def place(self, text: str, *, period: str) -> Place:
        """What area this text is in this period."""
        facts = periods.parse(period)
        year = facts.year if facts else self.known.this_year
        if not text:
            return Place(Outcome.NAMELESS, what=texts.AREA_EMPTY, advice=texts.AREA_EMPTY_ADVICE)
        try:
            area = self.names.in_year(text, year=year, kind=self.kind)
        except AmbiguousNameError as error:
            advice = texts.AREA_AMBIGUOUS_ADVICE.format(names=error.names())
            return Place(Outcome.AMBIGUOUS, what=texts.AREA_AMBIGUOUS, advice=advice)
        if area is not None:
            if self._is_elsewhere(area.code):
                return Place(Outcome.ELSEWHERE, what=texts.AREA_ELSEWHERE, advice=texts.AREA_ELSEWHERE_ADVICE)
            return Place(Outcome.FOUND, area.code)
        if text.lower().strip(" :.") in _TOTALS:
            return Place(Outcome.TOTAL, TOTAL)
        return self._not_there(text, self.names.named(text, kind=self.kind), year, period)

    def why(self, text: str, place: Place) -> tuple[str, str]:
        """What is wrong with this text and what to do, in Dutch; to find a name like it is slow, so only when asked."""
        if place.what != texts.AREA_UNKNOWN:
            return place.what, place.advice
        near = self.names.nearest(text)
        return place.what, did_you_mean(near, among=[near]) if near else texts.AREA_UNKNOWN_ADVICE

    def _not_there(self, text: str, candidates: Sequence[AreaFacts], year: int, period: str) -> Place:
        if not candidates:
            if is_other_kind(text):
                return Place(Outcome.OTHER_KIND, what=texts.AREA_NOT_KEPT, advice=texts.AREA_NOT_KEPT_ADVICE)
            return Place(Outcome.UNKNOWN, what=texts.AREA_UNKNOWN)
        earliest = min(candidates, key=lambda area: area.valid_from)
        if year < self.first_year:
            what = texts.AREA_TOO_EARLY.format(year=self.first_year)
            return Place(Outcome.TOO_EARLY, what=what, advice=texts.AREA_TOO_EARLY_ADVICE.format(year=self.first_year))
        if year < earliest.valid_from:
            what = texts.AREA_LATER.format(name=earliest.name, period=period)
            return Place(Outcome.LATER, what=what, advice=texts.AREA_LATER_ADVICE.format(period=period))
        ended = [area for area in candidates if area.code in self.former and not exists(area, year=year)]
        if ended:
            if self._is_elsewhere(ended[0].code):
                return Place(Outcome.ELSEWHERE, what=texts.AREA_ELSEWHERE, advice=texts.AREA_ELSEWHERE_ADVICE)
            return Place(Outcome.FORMER, ended[0].code)
        return Place(Outcome.UNKNOWN, what=common.AREA_NOT_THEN.format(period=period))

    def _is_elsewhere(self, code: str) -> bool:
        """Whether an own table is about an area that is not the person's, nor became part of one that is."""
        own = self.known.own_areas
        if not self.own or own is None:
            return False
        became = {one.successor for one in self.known.successions if one.former == code}
        return code not in own and not became & own


def kind_in(column: str) -> str:
    """The kind of area that a column's name says it holds, or nothing."""
    name = column.lower()
    if "gemeente" in name or name.startswith("gm"):
        return "municipality"
    return "province" if "provincie" in name else ""


def named(names: Sequence[str]) -> str:
    """At most twelve names, and how many more there are."""
    distinct = list(dict.fromkeys(names))
    shown = texts.COMMA.join(distinct[:MOST_NAMED])
    rest = len(distinct) - MOST_NAMED
    return texts.AND_MORE.format(names=shown, count=formatting.count(rest)) if rest > 0 else shown
