"""A likely meaning for the columns of a table that nobody explained: by their names, and by what stands in them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import polars as pl

from dashboard.sources.columns import dutch_numbers
from dashboard.sources.columns.groups import group_codes
from dashboard.sources.columns.indicator_words import IndicatorWords, words
from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.columns.period_titles import period_from
from dashboard.sources.columns.region_names import RegionNames, code_from
from dashboard.sources.columns.wanted import OWN_SOURCE, SCALES
from dashboard.sources.reader import Known
from data_models import periods
from data_models.facts import IndicatorFacts

_AREA_CODE_WORDS = frozenset(
    {"gmcode", "gemeentecode", "gemeentenummer", "regiocode", "gebiedscode", "statcode", "codering"}
)
_AREA_WORDS = frozenset(
    {"gm", "gwb", "gemeente", "gemeenten", "gemeentenaam", "regio", "regios", "woongemeente", "woonregio", "gebied"}
    | {"wijk", "wijken", "swv", "samenwerkingsverband", "area", "plaats", "gebiedsnaam"}
)
_PERIOD_WORDS = frozenset(
    {
        "jaar",
        "year",
        "periode",
        "perioden",
        "schooljaar",
        "peildatum",
        "kalenderjaar",
        "verslagjaar",
        "period",
        "jaartal",
    }
)
_VALUE_WORDS = frozenset({"pct", "percentage", "perc", "procent", "aandeel", "promille", "gemiddeld", "gem", "score"})
_COUNT_WORDS = frozenset({"aantal", "n", "teller", "aantallen", "absoluut", "abs"})
_WHOLE_WORDS = frozenset(
    {"noemer", "leerlingen", "bevolking", "populatie", "inwoners", "leerplichtigen", "leerplichtige"}
)
_ALL_WORDS = _WHOLE_WORDS | {"totaal", "totale", "alle", "kinderen", "jongeren"}
_SCHOOL_WORDS = frozenset(
    {"school", "schoolnaam", "instellingscode", "vestigingscode", "brin", "vestiging", "instelling"}
)
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?:[-_/ ]((?:20)?[0-9]{2}))?(?![0-9])")
_MOSTLY = 0.6  # of the filled cells in the sample
_ENOUGH = 20  # distinct texts that are looked at


def suggested(header: Sequence[str], *, known: Known, sample: pl.DataFrame, source: str = OWN_SOURCE) -> ColumnMapping:
    """The likeliest mapping, as far as the header and a sample of rows (text columns) tell; parts may be empty.

    A person looks at it before it is used: `area` is empty when no column looks like one, and `measures` hold only
    columns of which the name points at one indicator.
    """
    cells = {name: _texts(sample, name) for name in dict.fromkeys(header) if name}
    names = RegionNames(known)
    area = _area(cells, names)
    period = _period({name: found for name, found in cells.items() if name != area}, known)
    groups = {
        name: codes
        for name, found in cells.items()
        if name not in (area, period) and (codes := group_codes(name, found))
    }
    others = {name: found for name, found in cells.items() if name not in (area, period, *groups)}
    return ColumnMapping(
        area=area,
        measures=_measures(others, known),
        source=source,
        period=period,
        groups=groups,
        sums_rows=_has_schools(header, sample, [name for name in (area, period, *groups) if name]),
    )


def _texts(sample: pl.DataFrame, name: str) -> list[str]:
    if name not in sample.columns:
        return []
    return [
        text
        for text in sample[name].unique(maintain_order=True).to_list()
        if text and not dutch_numbers.is_missing(text)
    ]


def _area(cells: Mapping[str, list[str]], names: RegionNames) -> str:
    scores: dict[str, float] = {}
    for name, found in cells.items():
        asked = found[:_ENOUGH]
        called = set(words(name)) | {"".join(words(name))}
        is_code, is_name = bool(called & _AREA_CODE_WORDS), bool(called & _AREA_WORDS)
        known = sum(bool(names.named(text)) for text in asked) / len(asked) if asked else 0.0
        if asked and known < _MOSTLY:
            continue
        only_digits = all(text.isdigit() for text in asked)
        if not (is_code or is_name) and (only_digits or not asked):
            continue
        codes = bool(asked) and all(code_from(text) for text in asked)
        scores[name] = 2 * known + 2 * is_code + is_name + codes - 0.5 * bool(_YEAR.search(name))
    return max(scores, key=lambda name: scores[name], default="")


def _period(cells: Mapping[str, list[str]], known: Known) -> str:
    by_content = ""
    for name, found in cells.items():
        spelled = [period for text in found[:_ENOUGH] if (period := period_from(text))]
        are_periods = len(spelled) >= _MOSTLY * len(found[:_ENOUGH])
        if set(words(name)) & _PERIOD_WORDS and are_periods:
            return name
        years = [facts.year for code, _ in spelled if (facts := periods.parse(code))]
        if found and len(spelled) == len(found[:_ENOUGH]) and all(2000 <= year <= known.this_year for year in years):
            by_content = by_content or name
    return by_content


def _measures(cells: Mapping[str, list[str]], known: Known) -> tuple[Measure, ...]:
    vocabulary = IndicatorWords(known.indicators)
    measures: list[Measure] = []
    wholes: list[str] = []
    for name, found in cells.items():
        if any(not _is_number(text) for text in found[:_ENOUGH]):
            continue
        called = set(words(name))
        period = _period_in(name)
        role = _role(called, name)
        indicator = vocabulary.indicator(name, unit=_unit(called, name, role))
        if indicator is None:
            is_whole = called & _WHOLE_WORDS or called <= _ALL_WORDS
            wholes += [name] if is_whole and role != "value" else []
            continue
        role = role or _role_by_cells(indicator, found)
        measures.append(Measure(indicator.code, role, (name,), period=period))
    return _with_totals(measures, _denominators(measures, wholes, known), vocabulary)


def _with_totals(
    measures: Sequence[Measure], denominators: Sequence[Measure], vocabulary: IndicatorWords
) -> tuple[Measure, ...]:
    """With counts that have no denominator and no percentage beside them as an indicator that is a count itself."""
    whole = {(one.indicator, one.period) for one in (*measures, *denominators) if one.role != "numerator"}
    found = []
    for one in measures:
        alone = one.role == "numerator" and (one.indicator, one.period) not in whole
        total = vocabulary.indicator(one.columns[0], unit="count") if alone else None
        found.append(Measure(total.code, "value", one.columns, period=one.period) if total else one)
    return (*_unique(found), *denominators)


def _denominators(measures: Sequence[Measure], wholes: Sequence[str], known: Known) -> list[Measure]:
    """The one column with a population, as the denominator of every count that has none."""
    if len(wholes) != 1:
        return []
    roles = {(one.indicator, one.period, one.role) for one in measures}
    return [
        Measure(one.indicator, "denominator", (wholes[0],), period=one.period)
        for one in _unique(measures)
        if one.role == "numerator"
        and known.indicators[one.indicator].unit in SCALES
        and (one.indicator, one.period, "denominator") not in roles
    ]


def _unique(measures: Sequence[Measure]) -> list[Measure]:
    """Without columns that would say the same thing twice: then a person must choose."""
    times = Counter((one.indicator, one.role, one.period) for one in measures)
    return [one for one in measures if times[one.indicator, one.role, one.period] == 1]


def _role(called: set[str], name: str) -> str:
    if called & _VALUE_WORDS or "%" in name or {"per", "1000"} <= called:
        return "value"
    if "noemer" in called:
        return "denominator"
    return "numerator" if called & _COUNT_WORDS else ""


def _unit(called: set[str], name: str, role: str) -> str:
    if {"per", "1000"} <= called or "promille" in called:
        return "per_1000"
    if "%" in name or called & {"pct", "percentage", "perc", "procent"}:
        return "percentage"
    return "" if role != "value" else "value"


def _role_by_cells(indicator: IndicatorFacts, found: Sequence[str]) -> str:
    """Whole numbers of a part of a whole are most likely counts."""
    whole = all(text.replace(".", "").isdigit() for text in found[:_ENOUGH])
    return "numerator" if indicator.unit in SCALES and whole and found else "value"


def _is_number(text: str) -> bool:
    try:
        dutch_numbers.in_unit(text.removesuffix("%"), unit="days")
    except dutch_numbers.NotANumberError as error:
        return error.is_number
    return True


def _period_in(name: str) -> str:
    found = _YEAR.search(name)
    if not found:
        return ""
    spelled = period_from(f"{found[1]}-{found[2]}") if found[2] else None
    return spelled[0] if spelled else found[1]


def _has_schools(header: Sequence[str], sample: pl.DataFrame, key: Sequence[str]) -> bool:
    """Whether several rows are about one area because each is about a school."""
    schools = any(set(words(name)) & _SCHOOL_WORDS for name in header)
    return schools and bool(key) and set(key) <= set(sample.columns) and bool(sample.select(key).is_duplicated().any())
