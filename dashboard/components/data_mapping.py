"""The editor of a column mapping: per column what it holds, filled with the likeliest answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import streamlit as st

from dashboard.data import catalogue
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.importing.report import Report
from dashboard.sources.columns.mapping import ROLES, ColumnMapping, Measure
from dashboard.texts import data as words

_SKIP = "skip"
_NOTHING = ColumnMapping(area="", measures=(), source="")


@dataclass
class _Typed:
    """What each column was said to hold."""

    means: dict[str, str] = field(default_factory=dict)  # column to what it holds
    measures: list[Measure] = field(default_factory=list)
    groups: dict[str, dict[str, str]] = field(default_factory=dict)

    def column(self, means: str) -> str:
        """The first column that holds this; empty when none does."""
        return next((name for name, one in self.means.items() if one == means), "")


def type_mapping(reader: Reader, *, report: Report, key: str) -> tuple[ColumnMapping | None, tuple[str, ...]]:
    """The mapping as it is filled in now, or the sentences that say what is still missing."""
    if report.question is None:
        return None, ()
    likely = report.question.mapping or _NOTHING
    indicators = {one.code: one.short_name for one in catalogue.indicators(reader)}
    typed = _Typed()
    for place, name in enumerate(report.question.header):
        with st.container(key=f"{key}-kolom-{place}", horizontal=True, vertical_alignment="bottom"):
            _type_column(name, likely=likely, indicators=indicators, typed=typed, key=f"{key}-{place}")
    if long := typed.column("name"):
        for place, text in enumerate(report.texts.get(long, ())):
            with st.container(key=f"{key}-naam-{place}", horizontal=True, vertical_alignment="bottom"):
                _type_measure(text, likely=likely, indicators=indicators, typed=typed, key=f"{key}-naam-{place}")
    _type_groups(report.texts, likely=likely, typed=typed, key=key)
    whole = "" if typed.column("period") else _type_period(likely, key=key)
    sources = {one.code: one.name for one in catalogue.sources(reader)}
    source = st.selectbox(
        words.MAPPING_SOURCE,
        list(sources),
        format_func=sources.__getitem__,
        index=list(sources).index(likely.source) if likely.source in sources else 0,
        key=f"{key}-bron",
    )
    mapping = ColumnMapping(
        area=typed.column("area"),
        measures=_added_up(typed.measures),
        source=source,
        period=typed.column("period"),
        whole_period=whole,
        groups=typed.groups,
        only=likely.only,
        name_column=typed.column("name"),
        number_column=typed.column("number"),
        sums_rows=likely.sums_rows,
        status=likely.status,
    )
    problems = tuple(words.MAPPING_FAULTS[fault] for fault in _faults(mapping))
    return (None if problems else mapping), problems


def _added_up(measures: list[Measure]) -> tuple[Measure, ...]:
    """Columns that give the same part of the same figure are one measure: their numbers are added."""
    columns: dict[Measure, list[str]] = {}
    for measure in measures:
        columns.setdefault(replace(measure, columns=()), []).extend(measure.columns)
    return tuple(replace(measure, columns=tuple(names)) for measure, names in columns.items())


def _faults(mapping: ColumnMapping) -> list[str]:
    per_measure = mapping.measures and all(measure.period for measure in mapping.measures)
    missing = {
        "area": not mapping.area,
        "period": not (mapping.period or mapping.whole_period or per_measure),
        "measure": not mapping.measures,
        "number": bool(mapping.name_column) and not mapping.number_column,
    }
    return [fault for fault, is_missing in missing.items() if is_missing]


def _type_column(name: str, *, likely: ColumnMapping, indicators: Mapping[str, str], typed: _Typed, key: str) -> None:
    """What one column holds; of a figure also which."""
    options = list(words.COLUMN_MEANS)
    means = st.selectbox(
        words.COLUMN.format(name=plain(name)),
        options,
        index=options.index(_likely_meaning(name, likely)),
        format_func=words.COLUMN_MEANS.__getitem__,
        key=key,
    )
    if means == _SKIP:
        return
    typed.means[name] = means
    if means in ROLES:
        _add_measure(name, means, likely=likely, indicators=indicators, typed=typed, key=key)


def _type_measure(name: str, *, likely: ColumnMapping, indicators: Mapping[str, str], typed: _Typed, key: str) -> None:
    """What a name in a long table stands for."""
    options = list(words.MEASURE_MEANS)
    found = _measure(name, likely)
    role = st.selectbox(
        words.MAPPING_NAME.format(name=plain(name)),
        options,
        index=options.index(found.role) if found else 0,
        format_func=words.MEASURE_MEANS.__getitem__,
        key=key,
    )
    if role != _SKIP:
        _add_measure(name, role, likely=likely, indicators=indicators, typed=typed, key=key)


def _add_measure(
    name: str, role: str, *, likely: ColumnMapping, indicators: Mapping[str, str], typed: _Typed, key: str
) -> None:
    found = _measure(name, likely)
    options = list(indicators)
    indicator = st.selectbox(
        words.MAPPING_INDICATOR.format(name=plain(name)),
        options,
        index=options.index(found.indicator) if found and found.indicator in indicators else 0,
        format_func=indicators.__getitem__,
        filter_mode="contains",
        key=f"{key}-cijfer",
    )
    typed.measures.append(
        Measure(
            indicator=indicator,
            role=role,
            columns=(name,),
            breakdown=found.breakdown if found else "",
            period=found.period if found else "",
        )
    )


def _type_groups(texts: Mapping[str, tuple[str, ...]], *, likely: ColumnMapping, typed: _Typed, key: str) -> None:
    """Which group each text in a column of groups stands for."""
    for name in [name for name, means in typed.means.items() if means == "group"]:
        known = likely.groups.get(name, {})
        typed.groups[name] = {
            text: st.text_input(
                words.MAPPING_GROUP.format(name=plain(name), text=plain(text)),
                known.get(text, ""),
                help=words.MAPPING_GROUP_HELP,
                key=f"{key}-groep-{name}-{text}",
            ).strip()
            for text in texts.get(name, ())
        }


def _type_period(likely: ColumnMapping, *, key: str) -> str:
    return st.text_input(
        words.MAPPING_WHOLE_PERIOD, likely.whole_period, help=words.ANSWER_PERIOD_HELP, key=f"{key}-jaar"
    ).strip()


def _likely_meaning(name: str, likely: ColumnMapping) -> str:
    single = {
        "area": likely.area,
        "period": likely.period,
        "name": likely.name_column,
        "number": likely.number_column,
    }
    for means, column in single.items():
        if name and name == column:
            return means
    if name in likely.groups:
        return "group"
    found = None if likely.name_column else _measure(name, likely)
    return found.role if found else _SKIP


def _measure(name: str, likely: ColumnMapping) -> Measure | None:
    return next((measure for measure in likely.measures if name in measure.columns), None)
