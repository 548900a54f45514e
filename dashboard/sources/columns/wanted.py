"""What a mapping asks of a table: per indicator and group the columns that hold its parts, checked beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.sources.columns.mapping import ROLES, ColumnMapping
from dashboard.sources.columns.period_titles import period_from, why_no_period
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Known, did_you_mean
from dashboard.texts import mapping as texts
from dashboard.texts import sources as common
from data_models import periods
from data_models.breakdowns import is_breakdown
from data_models.facts import IndicatorFacts

OWN_SOURCE = "eigen-registratie"  # figures that a region counts itself
SCALES = {"percentage": 100.0, "per_1000": 1_000.0}  # units that are a part of a whole
_WITHOUT_NUMBERS = frozenset({"story"})


@dataclass(frozen=True)
class Wanted:
    """One figure per row: an indicator, perhaps one group and one period, and per role the columns to add up."""

    indicator: IndicatorFacts
    breakdown: str
    period: str  # empty: the row says which
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_ratio(self) -> bool:
        """Whether its value is a part of a whole, so that numerator and denominator give it."""
        return self.indicator.unit in SCALES

    def unit(self, role: str) -> str:
        """The unit in which the columns of this role are written."""
        return self.indicator.unit if role == "value" else "count"


def is_own(mapping: ColumnMapping, known: Known) -> bool:
    """Whether these are figures of a region itself, which can be corrected, and not those of a public source."""
    return mapping.source == OWN_SOURCE or any(
        known.indicators[measure.indicator].local
        for measure in mapping.measures
        if measure.indicator in known.indicators
    )


def all_wanted(mapping: ColumnMapping, *, known: Known, findings: Findings) -> list[Wanted]:
    """The figures that a mapping asks for; what is wrong with it goes to `findings`."""
    columns: dict[tuple[str, str, str], dict[str, tuple[str, ...]]] = {}
    for measure in mapping.measures:
        if measure.indicator not in known.indicators:
            advice = did_you_mean(measure.indicator, among=list(known.indicators))
            findings.add(Problem(common.UNKNOWN_INDICATOR, value=measure.indicator, advice=advice))
            continue
        if not is_breakdown(measure.breakdown):
            findings.add(Problem(common.BAD_BREAKDOWN, value=measure.breakdown, advice=common.BAD_BREAKDOWN_ADVICE))
        roles = columns.setdefault((measure.indicator, measure.breakdown, _code(measure.period, known, findings)), {})
        roles[measure.role] = (*roles.get(measure.role, ()), *measure.columns)
    asked = [
        Wanted(known.indicators[indicator], breakdown, period, roles)
        for (indicator, breakdown, period), roles in columns.items()
    ]
    for one in asked:
        _check(one, mapping, findings)
    _code(mapping.whole_period, known, findings)
    if mapping.source not in known.sources:
        findings.add(Problem(common.UNKNOWN_SOURCE, value=mapping.source))
    if not mapping.measures:
        findings.add(Problem(texts.NO_MEASURES, advice=texts.NO_MEASURES_ADVICE))
    if not (mapping.period or mapping.whole_period) and any(not one.period for one in asked):
        findings.add(Problem(texts.NO_PERIOD, advice=texts.NO_PERIOD_ADVICE))
    return asked


def check_header(header: Sequence[str], *, needed: Sequence[str], sheet: str) -> None:
    """Raise `RefusedError` when a column that the mapping names is not in the table."""
    missing = [name for name in needed if name not in header]
    if missing:
        raise RefusedError(
            [
                Problem(texts.COLUMN_MISSING, 1, name, advice=did_you_mean(name, among=list(header)), sheet=sheet)
                for name in missing
            ]
        )


def _check(one: Wanted, mapping: ColumnMapping, findings: Findings) -> None:
    roles = set(one.columns)
    name = one.indicator.short_name
    if one.indicator.unit in _WITHOUT_NUMBERS:
        findings.add(Problem(texts.NO_NUMBERS.format(indicator=name)))
    elif not roles <= set(ROLES) or roles == {"denominator"} or (one.is_ratio and roles == {"numerator"}):
        findings.add(Problem(texts.NO_VALUE.format(indicator=name), advice=texts.NO_VALUE_ADVICE))
    elif one.indicator.unit == "count" and len(roles & {"numerator", "value"}) > 1:
        findings.add(Problem(texts.ONE_COLUMN.format(indicator=name), advice=texts.ONE_COLUMN_ADVICE))
    elif not one.is_ratio and one.indicator.unit != "count" and "value" not in roles:
        findings.add(Problem(texts.NO_VALUE.format(indicator=name), advice=texts.NO_VALUE_ONLY_ADVICE))
    elif "value" in roles and one.indicator.unit != "count" and (mapping.sums_rows or len(one.columns["value"]) > 1):
        findings.add(Problem(texts.NOT_TO_BE_ADDED.format(indicator=name), advice=texts.NOT_TO_BE_ADDED_ADVICE))


def _code(period: str, known: Known, findings: Findings) -> str:
    """The code of a period that the mapping names; what is wrong with it goes to `findings`."""
    if not period:
        return ""
    found = period_from(period)
    facts = periods.parse(found[0]) if found else None
    if facts is None or facts.year > known.this_year:
        what, advice = why_no_period(period, this_year=known.this_year)
        findings.add(Problem(what, value=period, advice=advice))
        return period
    return facts.code
