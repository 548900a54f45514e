"""Veel normen tegelijk: which figure a row is about, what stands for it now, and those norms as rows to start from."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dashboard.data import catalogue
from dashboard.data import norms as norm_data
from dashboard.data.reader import Reader
from dashboard.formatting import as_typed, day_in_digits
from dashboard.sources.columns.region_names import AmbiguousNameError, RegionNames, normalised
from dashboard.sources.pasted_rows import PastedRow, written
from dashboard.sources.reader import Known, nearest
from dashboard.statements import latest
from dashboard.texts import norm_table as words
from dashboard.texts import norms as norm_words
from data_models import database
from data_models.access import Actor
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts, NormFacts
from data_models.queries import norms as norm_queries

FigureKey = tuple[str, str, str]  # the codes of indicator, area and group of children
Standing = Mapping[FigureKey, tuple[NormFacts, ...]]


@dataclass(frozen=True, slots=True)
class Figure:
    """What a row is about."""

    indicator: IndicatorFacts
    area: AreaFacts
    breakdown: str = ""
    group: str = ""

    @property
    def key(self) -> FigureKey:
        """By which its norms are found."""
        return (self.indicator.code, self.area.code, self.breakdown)

    @property
    def title(self) -> str:
        """How it is called in a sentence."""
        template = words.WHICH_GROUP if self.group else words.WHICH
        return template.format(indicator=self.indicator.short_name, area=self.area.name, group=self.group)


class UnknownFigureError(ValueError):
    """A row names a figure, area or group that is not known; the message is the Dutch sentence about it."""


class Names:
    """The figures and areas that a row can name: areas that exist now and are as real as the one on the screen."""

    def __init__(self, reader: Reader, *, area: AreaFacts) -> None:
        self._reader = reader
        self._indicators = {one.code: one for one in catalogue.indicators(reader)}
        self._by_name = {
            normalised(name): one for one in self._indicators.values() for name in (one.name, one.short_name, one.code)
        }
        areas = {
            one.code: (one,)
            for one in catalogue.areas(reader)
            if one.fictional == area.fictional and one.valid_until is None
        }
        self._areas = RegionNames(Known(self._indicators, areas, frozenset(), this_year=0))

    def figure(self, row: PastedRow) -> Figure:
        """What the row is about; raises `UnknownFigureError`."""
        indicator = self._indicator(row.cells.get("indicator", ""))
        area = self._area(row.cells.get("area", ""))
        text = row.cells.get("group", "")
        if not text or normalised(text) in (*words.EVERYBODY, normalised(norm_words.EVERYBODY)):
            return Figure(indicator, area)
        groups = norm_data.groups(self._reader, area=area, indicator=indicator)
        found = next((code for code, name in groups.items() if normalised(text) in _called(code, name)), "")
        if not found:
            template = words.GROUP_UNKNOWN if groups else words.GROUP_NONE
            names = ", ".join(list(groups.values())[: words.MOST_NAMES])
            raise UnknownFigureError(template.format(text=text, names=names))
        return Figure(indicator, area, found, groups[found])

    def _indicator(self, text: str) -> IndicatorFacts:
        if not text:
            raise UnknownFigureError(words.INDICATOR_MISSING)
        found = self._by_name.get(normalised(text))
        if found is None:
            near = nearest(normalised(text), among=list(self._by_name))
            template = words.INDICATOR_UNKNOWN_NEAR if near else words.INDICATOR_UNKNOWN
            raise UnknownFigureError(template.format(text=text, near=self._by_name[near].short_name if near else ""))
        return found

    def _area(self, text: str) -> AreaFacts:
        if not text:
            raise UnknownFigureError(words.AREA_MISSING)
        found = {one.code: one for one in self._areas.named(text, kind="municipality")}
        if len(found) > 1:
            names = AmbiguousNameError(text, list(found.values())).names()
            raise UnknownFigureError(words.AREA_AMBIGUOUS.format(text=text, names=names))
        if not found:
            near = self._areas.nearest(text)
            template = words.AREA_UNKNOWN_NEAR if near else words.AREA_UNKNOWN
            raise UnknownFigureError(template.format(text=text, near=near))
        return next(iter(found.values()))


def _called(code: str, name: str) -> tuple[str, str]:
    return normalised(code), normalised(name)


def standing(actor: Actor) -> dict[FigureKey, tuple[NormFacts, ...]]:
    """The norms of the person's region that others see standing, by what they are about; asked afresh."""
    with database.reading(asker=actor) as session:
        found = norm_queries.norms(session, asker=actor)
    kept: dict[FigureKey, tuple[NormFacts, ...]] = {}
    for norm in found:
        if _is_of(norm, actor=actor):
            key = (norm.indicator, norm.area, norm.breakdown)
            kept[key] = (*kept.get(key, ()), norm)
    return kept


def standing_for(session: Session, *, actor: Actor, figure: Figure) -> tuple[NormFacts, ...]:
    """As `standing`, for one figure and as this transaction sees it."""
    found = norm_queries.norms(session, asker=actor, area=figure.area.code, indicator=figure.indicator.code)
    return tuple(one for one in found if one.breakdown == figure.breakdown and _is_of(one, actor=actor))


def _is_of(norm: NormFacts, *, actor: Actor) -> bool:
    return norm.region_id == actor.region_id and norm.stands and norm.state != "concept"


def changed_by_row(norms: tuple[NormFacts, ...]) -> NormFacts | None:
    """The norm that a row changes: the proposal, else what was agreed; None when nothing stands."""
    return next((one for one in norms if one.state == "proposed"), norms[0] if norms else None)


def start(reader: Reader, *, figure: Figure) -> FigureFacts | None:
    """The latest figure: where a norm starts of which no start was given."""
    found = norm_data.lines(
        reader, area=figure.area, reference=figure.area, indicator=figure.indicator, breakdown=figure.breakdown
    )
    return latest(found.area)


def as_rows(reader: Reader, *, area: AreaFacts, norms: Standing) -> str:
    """The norms that stand about areas as real as this one, as rows with the names of the columns above them."""
    indicators = {one.code: one for one in catalogue.indicators(reader)}
    areas = {one.code: one for one in catalogue.areas(reader) if one.valid_until is None}
    lines = [list(words.COLUMNS.values())]
    for (indicator, code, breakdown), of_figure in norms.items():
        norm = changed_by_row(of_figure)
        if norm is None or code not in areas or areas[code].fictional != area.fictional:
            continue
        groups = norm_data.groups(reader, area=areas[code], indicator=indicators[indicator]) if breakdown else {}
        cells = {
            "indicator": indicators[indicator].short_name,
            "area": areas[code].name if areas[code].kind == "municipality" else code,
            "group": groups.get(breakdown, breakdown),
            "value": as_typed(norm.value),
            "lower": as_typed(norm.lower),
            "upper": as_typed(norm.upper),
            "year": str(norm.year),
            "start_value": as_typed(norm.start_value),
            "start_year": str(norm.start_year),
            "reason": norm.reason,
            "agreed_by": norm.agreed_by,
            "origin": norm_words.ORIGINS.get(norm.origin, norm.origin),
            "meeting": norm.meeting,
            "met_on": day_in_digits(norm.met_on) if norm.met_on else "",
            "direction": words.DIRECTION_WORDS[norm.direction],
            "direction_reason": norm.direction_reason,
        }
        lines.append([cells.get(column, "") for column in words.COLUMNS])
    return "\n".join(written(line) for line in lines)
