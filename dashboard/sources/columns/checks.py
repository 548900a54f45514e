"""Checks over everything a table holds: figures that stand there twice, counts that cannot be, wrong totals."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import polars as pl

from dashboard import formatting
from dashboard.sources.columns.mapped_rows import KEY
from dashboard.sources.columns.mapping import ROLES
from dashboard.sources.columns.places import TOTAL
from dashboard.sources.columns.wanted import SCALES, Wanted
from dashboard.sources.problems import MOST_LINES, Findings, Problem
from dashboard.sources.table import LINE
from dashboard.texts import mapping as texts
from dashboard.texts import sources as common
from data_models import periods

_NOISE = 1e-9  # what adding binary fractions may leave


@dataclass(frozen=True)
class Told:
    """How the checks name a row: by what was wanted and in which columns that stands."""

    wanted: list[Wanted]
    label: Callable[[int, str], str]

    def problem(self, row: dict[str, object], role: str, what: str, *, value: str = "", advice: str = "") -> Problem:
        """A problem with one role of one row."""
        column = self.label(int(str(row["place"])), role)
        return Problem(what, int(str(row[LINE])), column, value, advice)


def refuse_same_keys(rows: pl.DataFrame, *, told: Told, findings: Findings, also: tuple[str, ...] = ()) -> None:
    """No figure may be in the table twice: which of the two would count would depend on their order."""
    first: dict[str, int] = {}
    same = {place: first.setdefault(one.indicator.code, place) for place, one in enumerate(told.wanted)}
    key = ["same", *KEY[1:], *also]
    rows = rows.with_columns(same=pl.col("place").replace_strict(same, return_dtype=pl.Int32))
    if rows.select(pl.struct(key).hash()).n_unique() == rows.height:
        return
    again = rows.with_columns(other=pl.col(LINE).first().over(key), nth=pl.int_range(pl.len()).over(key))
    again = again.filter(pl.col("nth") > 0)
    findings.add_all(_twice(again.head(MOST_LINES), told), total=again.height)


def without_empty_twins(rows: pl.DataFrame) -> pl.DataFrame:
    """Rows without those that show nothing of what another row does show: StatLine keeps a line per former name."""
    if not rows["silent"].any():
        return rows
    shown = (~pl.col("silent")).any().over("place", "area", "period", "breakdown")
    return rows.filter(~(pl.col("silent") & shown))


def _twice(rows: pl.DataFrame, told: Told) -> Iterator[Problem]:
    for row in rows.iter_rows(named=True):
        indicator = told.wanted[row["place"]].indicator.code
        value = " ".join(text for text in (indicator, row["area"], row["period"], row["breakdown"]) if text)
        what = common.SAME_KEY.format(other=row["other"])
        yield Problem(what, row[LINE], value=value, advice=common.SAME_KEY_ADVICE)


def refuse_two_kinds_of_years(rows: pl.DataFrame, *, told: Told, findings: Findings) -> None:
    """One indicator is about years or about school years, never about both in one table."""
    kinds = {code: facts.kind for code in rows["period"].unique() if (facts := periods.parse(code))}
    if not {"year", "school_year"} <= set(kinds.values()):
        return
    by_kind = {
        kind: rows.filter(pl.col("period").is_in([code for code, one in kinds.items() if one == kind]))
        for kind in ("year", "school_year")
    }
    for indicator in dict.fromkeys(one.indicator for one in told.wanted):
        places = [place for place, one in enumerate(told.wanted) if one.indicator == indicator]
        here = [found.filter(pl.col("place").is_in(places)) for found in by_kind.values()]
        if any(found.is_empty() for found in here):
            continue
        odd = min(here, key=lambda found: found.height).row(0, named=True)
        what = texts.TWO_KINDS.format(indicator=indicator.short_name)
        findings.add(Problem(what, odd[LINE], value=odd["period"], advice=texts.TWO_KINDS_ADVICE))


def refuse_impossible_counts(
    rows: pl.DataFrame, *, told: Told, own: bool, findings: Findings
) -> tuple[pl.DataFrame, int]:
    """Rows without those about nobody (of a public source), and how many those were; what cannot be is refused.

    A count above its denominator, a denominator of nought in an own table, and a percentage that count and denominator
    contradict even when all three were rounded.
    """
    ratios = pl.col("place").is_in([place for place, one in enumerate(told.wanted) if one.is_ratio])
    nought = rows.filter(ratios & (pl.col("denominator") == 0))
    nobody = nought.filter((pl.col("numerator").fill_null(0) == 0) & (not own))
    zero = nought.join(nobody.select(KEY), on=KEY, how="anti")
    above = rows.filter(ratios & (pl.col("denominator") > 0) & (pl.col("numerator") > pl.col("denominator")))
    for wrong, role, why in (
        (zero, "denominator", (common.DENOMINATOR_ZERO, texts.DENOMINATOR_ZERO_ADVICE)),
        (above, "numerator", (common.COUNT_ABOVE_DENOMINATOR, common.COUNT_ABOVE_DENOMINATOR_ADVICE)),
    ):
        _refuse(wrong, told, role, lambda _, why=why: why, findings)  # type: ignore[misc]
        rows = rows.join(wrong.select(KEY), on=KEY, how="anti")
    rows = rows.join(nobody.select(KEY), on=KEY, how="anti")
    _refuse_contradictions(rows, told, findings)
    return rows, nobody.height


def _refuse_contradictions(rows: pl.DataFrame, told: Told, findings: Findings) -> None:
    for place, one in enumerate(told.wanted):
        if set(one.columns) < {"numerator", "denominator", "value"} or not one.is_ratio:
            continue
        scale = SCALES[one.indicator.unit]
        half = one.indicator.rounding / 2 if one.indicator.rounding > 1 else 0.0
        here = rows.filter(
            (pl.col("place") == place) & pl.all_horizontal("numerator", "denominator", "value").is_not_null()
        )
        digit = 0.5 * pl.lit(10.0).pow(-pl.col("decimals")) + _NOISE
        lowest = (pl.col("numerator") - half).clip(0) / (pl.col("denominator") + half) * scale - digit
        fewest = (pl.col("denominator") - half).clip(1)
        highest = (pl.col("numerator") + half) / fewest * scale + digit
        wrong = here.filter(~pl.col("value").is_between(lowest, highest))
        if wrong.height:
            _refuse(wrong, told, "value", lambda row, scale=scale: _contradiction(row, scale), findings)  # type: ignore[misc]


def _contradiction(row: dict[str, object], scale: float) -> tuple[str, str]:
    numerator, denominator, value = (float(str(row[role])) for role in ROLES)
    what = texts.CONTRADICTION.format(
        numerator=_shown(numerator),
        denominator=_shown(denominator),
        computed=formatting.number(numerator / denominator * scale, decimals=2),
        value=_shown(value),
    )
    return what, texts.CONTRADICTION_ADVICE


def _refuse(
    rows: pl.DataFrame,
    told: Told,
    role: str,
    why: Callable[[dict[str, object]], tuple[str, str]],
    findings: Findings,
) -> None:
    if rows.is_empty():
        return
    found = rows.head(MOST_LINES).to_dicts()
    problems = [(row, *why(row)) for row in found]
    findings.add_all(
        (
            told.problem(row, role, what, value="" if role == "value" else _cells(row), advice=advice)
            for row, what, advice in problems
        ),
        total=rows.height,
    )


def _cells(row: dict[str, object]) -> str:
    numerator, denominator = row["numerator"], row["denominator"]
    if numerator is None or denominator is None:
        return ""
    return texts.OUT_OF.format(numerator=_shown(float(str(numerator))), denominator=_shown(float(str(denominator))))


def _shown(value: float) -> str:
    decimals = 0 if value.is_integer() else 1
    return formatting.number(value, decimals=decimals)


def without_totals(rows: pl.DataFrame, *, told: Told, findings: Findings) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Rows without those that add up all the others, and a note on them; one that does not add up is a problem."""
    totals = rows.filter(pl.col("area") == TOTAL)
    if totals.is_empty():
        return rows, ()
    rest = rows.filter(pl.col("area") != TOTAL)
    group = ["place", "period", "breakdown"]
    sums = rest.group_by(group).agg(
        *(pl.when(pl.col(role).is_not_null().all()).then(pl.col(role).sum()).alias(f"{role} sum") for role in ROLES),
        pl.len().alias("parts"),
    )
    added = [place for place, one in enumerate(told.wanted) if not one.is_ratio]
    compared = totals.join(sums, on=group, how="left").with_columns(
        pl.when(pl.col("place").is_in(added)).then("value sum").alias("value sum")
    )
    checked = False
    for role in ROLES:
        apart = (pl.col(role) - pl.col(f"{role} sum")).abs()
        both = compared.filter(apart.is_not_null())
        checked = checked or not both.is_empty()
        for row in both.filter(apart > _slack(told)).to_dicts():
            what = texts.TOTAL_WRONG.format(sum=_shown(row[f"{role} sum"]))
            findings.add(told.problem(row, role, what, value=_shown(row[role]), advice=texts.TOTAL_WRONG_ADVICE))
    return rest, (texts.NOTE_TOTALS if checked else texts.NOTE_TOTALS_UNCHECKED,)


def _slack(told: Told) -> pl.Expr:
    """How far a sum of rounded parts may lie from a rounded total."""
    halves = {place: one.indicator.rounding / 2 for place, one in enumerate(told.wanted) if one.indicator.rounding > 1}
    half = pl.col("place").replace_strict(halves, default=0.0, return_dtype=pl.Float64)
    return half * (pl.col("parts") + 1) + _NOISE
