"""Wat valt samen?: the overlap of gemeenten and partnerships, and where the figures of a partnership come from."""

from dataclasses import dataclass

import streamlit as st

from dashboard.calculations.bridge import Bridge, bridge, changes
from dashboard.calculations.estimated import POPULATION
from dashboard.charts.overlap import OverlapBar, overlap_picture, overlap_text
from dashboard.data import catalogue
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.series import read_series
from dashboard.formatting import count
from dashboard.statements import bridge as said
from dashboard.statements.compositions import share_of
from dashboard.texts import bridge as words
from data_models import database
from data_models.compositions import Belonging
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.queries import catalogue as catalogue_queries
from data_models.queries import figures as figure_queries

Rows = tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class BridgeView:
    """What the screen says about one partnership."""

    message: str
    picture: str  # SVG
    alternative: str
    rows: Rows
    year: int | None  # of the young people; None when not all are known
    changes: tuple[str, ...]
    figures: dict[str, Rows]  # by basis


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def partnerships(reader: Reader, *, area: AreaFacts) -> tuple[AreaFacts, ...]:
    """The partnerships that an area is part of, of each sector first the one it is in most; itself when it is one."""
    if area.kind == "partnership":
        return (area,)
    found = [one for one in catalogue.wholes(reader, area=area) if one[0].kind == "partnership"]
    return tuple(whole for whole, _ in sorted(found, key=lambda one: (one[0].sector, -one[1], one[0].name)))


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def belongings(reader: Reader, *, area: AreaFacts) -> Rows:
    """Every partnership that a gemeente belongs to or ever did, with its share and the years of that."""
    with database.reading(asker=reader.actor) as session:
        found = [one for one in catalogue_queries.area_parts(session) if one.part == area.code]
    wholes = {one.code: one for one in catalogue.areas(reader) if one.kind == "partnership"}
    return tuple(
        {
            words.PARTNERSHIP: wholes[one.whole].name,
            words.SHARE: share_of(one.share),
            words.YEARS: (words.YEARS_SINCE if one.valid_until is None else words.YEARS_BETWEEN).format(
                first=one.valid_from, last=one.valid_until
            ),
        }
        for one in found
        if one.whole in wholes
    )


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def view(reader: Reader, *, area: AreaFacts, whole: AreaFacts, indicators: tuple[str, ...]) -> BridgeView:
    """The overlap of a partnership with its gemeenten, seen from the area (the partnership or a gemeente of it)."""
    found = _bridge(reader, whole=whole)
    history = catalogue.belongings(reader, area=whole)
    first = min((one.valid_from for one in history), default=whole.valid_from)
    message = said.consists(found) if area == whole else said.overlap(found, area=area)
    bars = tuple(
        OverlapBar(
            name=one.area.name,
            of_area=one.share,
            of_whole=found.part_of_whole(one.area),
            of_area_words=share_of(one.share),
            of_whole_words=_part(found, area=one.area),
            chosen=one.area == area,
        )
        for one in found.overlaps
    )
    title = words.TITLE_OF.format(whole=whole.name)
    return BridgeView(
        message=message.text,
        picture=overlap_picture(bars, title=title) if bars else "",
        alternative=overlap_text(bars, title=title),
        rows=tuple(
            {
                words.MUNICIPALITY: one.area.name,
                words.BELONGS: _since(one.area, share=one.share, history=history),
                words.INSIDE: words.UNKNOWN
                if one.inside is None or one.people is None
                else words.INSIDE_OF.format(inside=count(one.inside), people=count(one.people)),
                words.PART: _part(found, area=one.area),
            }
            for one in found.overlaps
        ),
        year=found.year if found.people is not None else None,
        changes=tuple(said.moved(one, since=first).text for one in changes(history, since=first)),
        figures=_figures(reader, whole=whole, found=found, indicators=indicators),
    )


def _bridge(reader: Reader, *, whole: AreaFacts) -> Bridge:
    parts = [
        one
        for one in catalogue.parts(reader, area=whole)
        if one[0].kind == "municipality" and (one[0].valid_until is None or whole.valid_until is not None)
    ]
    parts = sorted(parts, key=lambda one: (one[0].name.lstrip("'").casefold(), one[0].code))
    with database.reading(asker=reader.actor) as session:
        found = figure_queries.series_by_area(
            session, asker=reader.actor, areas=[part for part, _ in parts], indicator=POPULATION
        )
    people: dict[AreaFacts, dict[int, float]] = {}
    for part, figure in found:
        if figure.value is not None:
            people.setdefault(part, {})[figure.year] = figure.value
    return bridge(whole, parts=parts, people=people)


def _figures(reader: Reader, *, whole: AreaFacts, found: Bridge, indicators: tuple[str, ...]) -> dict[str, Rows]:
    """Of each figure that the partnership or one of its gemeenten has: how the partnership's came to be."""
    asked: list[IndicatorFacts] = [one for one in catalogue.indicators(reader) if one.code in indicators]
    gemeenten = [one.area for one in found.overlaps]
    read = read_series(reader, areas=[whole, *gemeenten], indicators=asked)
    rows: dict[str, list[dict[str, str]]] = {}
    for indicator in asked:
        series = read.of(whole, indicator=indicator)
        if series.figures or any(read.figures.get(indicator.code, {}).get(one) for one in gemeenten):
            row = {
                words.FIGURE: indicator.short_name,
                words.OF_PARTNERSHIP: said.made(series, indicator=indicator, found=found).text,
            }
            rows.setdefault(indicator.basis, []).append(row)
    return {basis: tuple(rows[basis]) for basis in words.BASES if basis in rows}


def _since(area: AreaFacts, *, share: float, history: tuple[Belonging, ...]) -> str:
    """The share that a gemeente has now, with the first year of that."""
    spans = [one for one in history if one.area == area and one.share == share]
    last = max(spans, key=lambda one: one.valid_from)
    template = words.SINCE if last.valid_until is None else words.BETWEEN
    return template.format(share=share_of(share), year=last.valid_from, first=last.valid_from, last=last.valid_until)


def _part(found: Bridge, *, area: AreaFacts) -> str:
    part = found.part_of_whole(area)
    return words.UNKNOWN if part is None else said.part_of(part)
