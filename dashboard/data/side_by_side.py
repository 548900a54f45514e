"""The figures of an area beside those of its partnerships and of a reference, of one period."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from dashboard import statements
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.data import catalogue
from dashboard.data.lines import Lines, read_lines
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.formatting import in_period
from dashboard.texts import overview as words
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts


@dataclass(frozen=True, slots=True)
class Party:
    """What one area has, and how the area that the screen is about lies beside it; empty for that area itself."""

    name: str
    amounts: str
    verdict: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One indicator of the areas beside each other; the first is the area itself."""

    period: str
    parties: tuple[Party, ...]
    remarks: tuple[str, ...]


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def side_by_side(reader: Reader, *, area: AreaFacts, reference: AreaFacts) -> dict[str, SideBySide]:
    """Every indicator that has a card, by its code."""
    indicators = catalogue.indicators(reader)
    lines = read_lines(reader, area=area, reference=reference, indicators=indicators)
    return {
        one.code: _beside(one, lines=lines[one.code], area=area, reference=reference)
        for one in indicators
        if lines[one.code].area
    }


def _beside(indicator: IndicatorFacts, *, lines: Lines, area: AreaFacts, reference: AreaFacts) -> SideBySide:
    own = _figure(lines)
    others = [
        *((name, figures, False) for name, _, figures in lines.others),
        *(((reference.name, lines.reference, reference.kind in LARGE_KINDS),) if reference != area else ()),
    ]
    return SideBySide(
        period=in_period(own.period),
        parties=(
            Party(area.name, statements.amounts(own, indicator=indicator).text, ""),
            *(
                _party(name, figures=figures, area=area, own=own, indicator=indicator, is_large=is_large)
                for name, figures, is_large in others
            ),
        ),
        remarks=lines.coincides,
    )


def _figure(lines: Lines) -> FigureFacts:
    """The last figure that the reference has too, else the last that is shown or protected, else the last."""
    known = {one.period for one in lines.reference if one.value is not None}
    shared = [one for one in lines.area if one.value is not None and one.period in known]
    return shared[-1] if shared else statements.latest(lines.area) or lines.area[-1]


def _party(
    name: str,
    *,
    figures: Sequence[FigureFacts],
    area: AreaFacts,
    own: FigureFacts,
    indicator: IndicatorFacts,
    is_large: bool,
) -> Party:
    figure = next((one for one in figures if one.period == own.period), None)
    if figure is None:
        return Party(name, words.NOT_KNOWN.format(period=in_period(own.period)), "")
    said = statements.comparison_in_short(
        own,
        reference=figure,
        indicator=indicator,
        area_name=area.name,
        reference_name=name,
        reference_is_large=is_large,
    )
    return Party(name, statements.amounts(figure, indicator=indicator).text, said.text)
