"""Vergelijken: what the screen shows of one period, drawn once."""

from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from dashboard import statements
from dashboard.charts.alternative_text import comparison_text
from dashboard.charts.comparison import Comparison
from dashboard.charts.dots import dots_chart
from dashboard.charts.signs import signs
from dashboard.data.comparison import Compared, comparison, table
from dashboard.data.reader import HASHED, MOST_ENTRIES
from dashboard.texts import areas as area_words
from dashboard.texts import comparison as words
from dashboard.texts.comparison_reference import NOT_COMPOSED
from dashboard.texts.signs import EACH_AREA
from data_models.facts import AreaFacts, IndicatorFacts


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What the screen shows of a comparison: its chart drawn, in words and as rows, and what must be said with it."""

    chart: Comparison
    figure: go.Figure
    alternative: str
    signs: str  # how the figure is read
    rows: tuple[dict[str, str], ...]
    remarks: tuple[str, ...]
    counted: tuple[str, ...]  # those remarks that hold in every form: which children were counted


@st.cache_resource(
    max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs={**HASHED, Compared: lambda found: found.number}
)
def view(
    found: Compared,
    *,
    area: AreaFacts,
    indicator: IndicatorFacts,
    reference: AreaFacts,
    period: str,
    order: str,
) -> ComparisonView:
    """Everything about one period, made once."""
    chart = comparison(found, area=area, indicator=indicator, reference=reference, period=period, order=order)
    return ComparisonView(
        chart=chart,
        figure=dots_chart(chart),
        alternative=comparison_text(chart),
        signs=signs(chart, each=EACH_AREA),
        rows=tuple(table(chart)),
        remarks=remarks(found, indicator=indicator, chart=chart),
        counted=_counted(found, indicator=indicator),
    )


def remarks(found: Compared, *, indicator: IndicatorFacts, chart: Comparison) -> tuple[str, ...]:
    """What must be known to read the figures: who has none, where children are counted, and what was added up."""
    among = words.REFERENCE_AMONG.format(reference=chart.reference)
    missing = sum(dot.value is None for dot in chart.dots)
    return (
        *(among for _ in range(found.holds_reference)),
        *found.about_in(chart.period),
        *chart.noted,
        *(
            (words.MISSING_ONE if missing == 1 else words.MISSING).format(count=missing)
            for _ in range(0 < missing < len(chart.dots))
        ),
        *_counted(found, indicator=indicator),
    )


def _counted(found: Compared, *, indicator: IndicatorFacts) -> tuple[str, ...]:
    """Which children were counted, and what was added up from gemeenten or may not be."""
    composed = any(found.basis[area].composed for area in found.areas)
    return (
        *(words.BASES[indicator.basis] for _ in range(indicator.basis in words.BASES)),
        *_not_added_up(found, indicator=indicator),
        *(words.ADDED_UP for _ in range(composed and indicator.basis != "school")),
    )


def _not_added_up(found: Compared, *, indicator: IndicatorFacts) -> tuple[str, ...]:
    """Whose gemeenten have figures that may not be added up, and why."""
    by_school = [area_words.row_name(one) for one in found.areas if found.basis[one].by_school]
    if not by_school:
        return ()
    names = area_words.together(by_school)
    return (NOT_COMPOSED.format(names=names, why=statements.not_composed(indicator).text),)
