"""Bronnen: every source with its age and licence, and what hangs on it."""

from datetime import UTC, date, datetime

import streamlit as st

from dashboard.components.table import show_table
from dashboard.data import catalogue, sources
from dashboard.data.reader import Reader
from dashboard.formatting import counted, day
from dashboard.texts import data as words
from data_models.queries.sources import SourceOverview

DAYS_IN_MONTH = 30.44  # on average
DAYS_IN_YEAR = 365.25
SEVERAL_MONTHS = 60  # days from which one says months
SEVERAL_YEARS = 730  # days from which one says years


def show_sources(reader: Reader) -> None:
    """A block per source, so that it is read as well on a telephone as at a desk."""
    st.header(words.SOURCES, anchor=False)
    names = {one.code: one.short_name for one in catalogue.indicators(reader)}
    today = datetime.now(UTC).date()
    found = sources.overview(reader)
    st.text(words.SOURCES_INTRODUCTION)
    rows = [_row(one, names=names, today=today) for one in found]
    if rows:
        show_table(rows, key="tabel-bronnen")


def _row(one: SourceOverview, *, names: dict[str, str], today: date) -> dict[str, str]:
    source = one.source
    licence = words.EXAMPLE if source.fictional else source.licence
    return {
        words.SOURCE_NAME: words.WHOSE.format(name=source.name, publisher=source.publisher, licence=licence),
        words.AGE: words.HOW_OLD.format(retrieved=_age(source.retrieved_on, today=today), newest=one.last_period)
        if one.last_period
        else _age(source.retrieved_on, today=today),
        words.HANGS_ON: _hanging(one, names=names),
    }


def _hanging(one: SourceOverview, *, names: dict[str, str]) -> str:
    """How many figures of which indicators, and the norms and answers that rest on them."""
    if not one.figures:
        return words.NO_FIGURES_YET
    about = ", ".join(names.get(code, code) for code in one.indicators)
    parts = [words.HANGING_FIGURES.format(figures=counted(one.figures, forms=words.FIGURES), about=about)]
    parts += [
        counted(number, forms=forms)
        for number, forms in ((one.norms, words.HANGING_NORMS), (one.answers, words.HANGING_ANSWERS))
        if number
    ]
    return "; ".join(parts)


def _age(retrieved_on: str, *, today: date) -> str:
    """When it was retrieved and how long ago that is: `3 maart 2026, 8 maanden geleden`."""
    if not retrieved_on:
        return words.NOT_RECORDED
    moment = date.fromisoformat(retrieved_on)
    return words.RETRIEVED.format(day=day(moment), age=how_long_ago((today - moment).days))


def how_long_ago(days: int) -> str:
    """A number of days as people say it."""
    if days <= 0:
        return words.TODAY
    if days == 1:
        return words.ONE_DAY_AGO
    if days < SEVERAL_MONTHS:
        return words.DAYS_AGO.format(count=days)
    if days < SEVERAL_YEARS:
        return words.MONTHS_AGO.format(count=int(days / DAYS_IN_MONTH))
    return words.YEARS_AGO.format(count=int(days / DAYS_IN_YEAR))
