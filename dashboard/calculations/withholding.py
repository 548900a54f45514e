"""Withholding of small counts in registrations of our own, before anything is stored where a screen can read it.

METHODS 5, rules 1 and 2, and the simple case of rule 3. Public sources are already protected and pass unchanged.
"""

from collections.abc import Mapping

import polars as pl

from data_models.facts import IndicatorFacts
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures

SMALL_COUNT = "withheld:small-count"
SMALL_GROUP = "withheld:small-group"  # the group, or all of it but the count, is small; the count need not be
COMPLEMENTARY = "withheld:complementary"  # large enough itself, but it would give away a small count
ROUNDING_BELOW_MUNICIPALITY = 5  # children; METHODS 5, rule 2
UNDECIDED = "withheld:percentage-undecided"  # the only withheld figure of which the count may be shown
BELOW_MUNICIPALITY = r"^(WK|BU)|^\d{2}[A-Z]{2}(\d{2})?$"  # wijken, buurten; BRIN codes of schools
_SCALE = {"percentage": 100.0, "per_1000": 1000.0}


def protect(frame: pl.DataFrame, *, indicators: Mapping[str, IndicatorFacts]) -> ProtectedFigures:
    """The figures with small counts withheld and counts below gemeente rounded, for indicators that are `local`.

    `frame` has the columns of `FIGURE_SCHEMA`. A row is withheld when the count is under the indicator's minimum (a
    count of 0 too, unless the catalogue lets it be shown), when all but so few are in it, or when the denominator is
    under its minimum: the status says which, and count, denominator and value are emptied. Where the count or the
    denominator is missing, it is worked out from the value. A value with neither cannot be tested and passes.
    """
    facts = [indicator for indicator in indicators.values() if indicator.local]
    rules = pl.DataFrame(
        {
            "indicator": [indicator.code for indicator in facts],
            "scale": [_SCALE.get(indicator.unit) for indicator in facts],
            "counted": [indicator.unit == "count" for indicator in facts],
            "decimals": [indicator.decimals for indicator in facts],
            "zero_may_be_shown": [indicator.zero_may_be_shown for indicator in facts],
            "minimum_count": [indicator.minimum_count for indicator in facts],
            "minimum_denominator": [indicator.minimum_denominator for indicator in facts],
        },
        schema={
            "indicator": pl.String(),
            "scale": pl.Float64(),
            "counted": pl.Boolean(),
            "decimals": pl.Int64(),
            "zero_may_be_shown": pl.Boolean(),
            "minimum_count": pl.Int64(),
            "minimum_denominator": pl.Int64(),
        },
    )
    ordered = frame.select(list(FIGURE_SCHEMA)).cast(FIGURE_SCHEMA)  # type: ignore[arg-type]
    if not facts or not ordered["indicator"].is_in(rules["indicator"].to_list()).any():
        return ProtectedFigures(ordered)
    ruled = ordered.join(rules, on="indicator", how="left", maintain_order="left").with_columns(
        local=pl.col("minimum_count").is_not_null()
    )
    return ProtectedFigures(
        ruled.pipe(_with_small_counts_withheld)
        .pipe(_with_complements_withheld)
        .pipe(_with_rounded_counts)
        .select(list(FIGURE_SCHEMA))
    )


def _with_small_counts_withheld(ruled: pl.DataFrame) -> pl.DataFrame:
    proportion = pl.col("value") / pl.col("scale")
    count = (
        pl.when("counted")
        .then(pl.coalesce("numerator", "value"))
        .otherwise(pl.coalesce("numerator", proportion * pl.col("denominator")))
    )
    size = pl.coalesce("denominator", pl.when(proportion > 0).then(pl.col("numerator") / proportion))
    small_count = ((count > 0) & (count < pl.col("minimum_count"))) | ((count == 0) & ~pl.col("zero_may_be_shown"))
    small_group = ((size - count) < pl.col("minimum_count")) | (size < pl.col("minimum_denominator"))
    # Worked out before anything is emptied: the second rule must still see the counts.
    tested = ruled.with_columns(
        small_count=pl.col("local") & small_count.fill_null(False),
        small_group=pl.col("local") & small_group.fill_null(False),
    )
    came_withheld = pl.col("local") & pl.col("status").str.starts_with("withheld:") & (pl.col("status") != UNDECIDED)
    return (
        tested.pipe(_emptied, where=came_withheld, status=pl.col("status"))
        .pipe(_emptied, where=pl.col("small_group"), status=pl.lit(SMALL_GROUP))
        .pipe(_emptied, where=pl.col("small_count"), status=pl.lit(SMALL_COUNT))
    )


def _with_complements_withheld(ruled: pl.DataFrame) -> pl.DataFrame:
    """Withhold the next smallest part where one part alone is withheld and the total would give it away."""
    cell = ["indicator", "area", "period"]
    part = [*cell, "dimension"]
    shown = pl.col("value").is_not_null() | pl.col("numerator").is_not_null()
    marked = ruled.with_columns(
        dimension=pl.col("breakdown").str.split(":").list.first(),
        row=pl.int_range(pl.len()),
        shown=shown,
    )
    marked = marked.with_columns(
        total_shown=((pl.col("breakdown") == "") & pl.col("shown")).any().over(cell),
        lone=pl.col("status").is_in([SMALL_COUNT, SMALL_GROUP]).any().over(part)
        & ((~pl.col("shown")).sum().over(part) == 1),
    )
    next_smallest = (
        marked.filter(pl.col("local") & pl.col("total_shown") & pl.col("lone") & pl.col("shown"))
        .filter(pl.col("breakdown") != "")
        .sort(pl.coalesce("numerator", "value").fill_null(float("inf")), "row")
        .unique(subset=part, keep="first", maintain_order=True)["row"]
    )
    return marked.pipe(_emptied, where=pl.col("row").is_in(next_smallest.implode()), status=pl.lit(COMPLEMENTARY))


def _with_rounded_counts(ruled: pl.DataFrame) -> pl.DataFrame:
    """Round counts and denominators below gemeente to fives, and work the value out again from those."""
    below = pl.col("local") & pl.col("area").str.contains(BELOW_MUNICIPALITY)

    def rounded(column: str) -> pl.Expr:
        # Half up, so that 12.5 is 15 and the rounding leans nowhere else.
        fives = (pl.col(column) / ROUNDING_BELOW_MUNICIPALITY + 0.5).floor() * ROUNDING_BELOW_MUNICIPALITY
        return pl.when(below).then(fives).otherwise(column).alias(column)

    power = pl.lit(10.0).pow(pl.col("decimals"))
    recomputed = (pl.col("numerator") / pl.col("denominator") * pl.col("scale") * power + 0.5).floor() / power
    value = (
        pl.when(below & pl.col("counted") & pl.col("value").is_not_null())
        .then(pl.coalesce("numerator", "value"))
        .when(below & pl.col("value").is_not_null() & recomputed.is_not_null())
        .then(recomputed)
        .otherwise("value")
        .alias("value")
    )
    counts = ruled.with_columns(rounded("numerator"), rounded("denominator"))
    return counts.with_columns(value)


def _emptied(frame: pl.DataFrame, *, where: pl.Expr, status: pl.Expr) -> pl.DataFrame:
    return frame.with_columns(
        pl.when(where).then(None).otherwise("numerator").alias("numerator"),
        pl.when(where).then(None).otherwise("denominator").alias("denominator"),
        pl.when(where).then(None).otherwise("value").alias("value"),
        pl.when(where).then(status).otherwise("status").alias("status"),
    )
