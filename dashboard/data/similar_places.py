"""The figures of gemeenten of about the same size, to hold the pace that a norm asks against."""

import streamlit as st

from dashboard.calculations.remarks import concerning
from dashboard.calculations.series import break_years
from dashboard.data import catalogue, comparison_groups
from dashboard.data.reader import HASHED, MOST_ENTRIES, Reader
from dashboard.data.series import read_series
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts


@st.cache_resource(max_entries=MOST_ENTRIES, show_spinner=False, hash_funcs=HASHED)
def similar_places(
    reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, breakdown: str
) -> tuple[tuple[tuple[FigureFacts, ...], frozenset[int]], ...]:
    """Of each the figures and the first years after its breaks; none for what is no gemeente, or is invented."""
    if area.kind != "municipality" or area.fictional:
        return ()
    alike = [one for one in comparison_groups.groups(reader, area=area).get("grootte", ()) if one != area]
    if not alike:
        return ()
    read = read_series(reader, areas=alike, indicators=[indicator], breakdown=breakdown)
    annotations = catalogue.annotations(reader)
    found = []
    for one in alike:
        series = read.of(one, indicator=indicator)
        remarks = concerning(annotations, indicator=indicator.code, area=one.code, formers=series.formers, parts=())
        found.append((series.figures, break_years(remarks, indicator=indicator.code, area=one.code)))
    return tuple(found)
