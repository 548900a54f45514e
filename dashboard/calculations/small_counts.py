"""Which figures of an own registration are too small to show, and how counts below gemeente are rounded.

METHODS 5, rules 1 and 2: what a figure itself gives away. What figures give away together is `suppression`.
"""

from collections.abc import Iterable

import polars as pl

from data_models.facts import IndicatorFacts
from data_models.protected import UNDECIDED, WITHHELD

SMALL_COUNT = f"{WITHHELD}small-count"
SMALL_GROUP = f"{WITHHELD}small-group"  # the group, or all of it but the count, is small; the count need not be
COMPLEMENTARY = f"{WITHHELD}complementary"  # large enough itself, but it would give away a small count
UNTESTED = f"{WITHHELD}untested"  # a share of which neither count nor denominator is known: nobody can say it is safe
ROUNDING_BELOW_MUNICIPALITY = 5  # children; METHODS 5, rule 2
BELOW_MUNICIPALITY = r"^(WK|BU)|^\d{2}[A-Z]{2}(\d{2})?$"  # wijken, buurten; BRIN codes of schools
MOST_DECIMALS = 10  # of a value; beyond these a float holds noise
_SCALE = {"percentage": 100.0, "per_1000": 1000.0}
_ALMOST = 1e-6  # a worked out count this far from a whole number is that number
_RULES: dict[str, pl.DataType] = {
    "indicator": pl.String(),
    "scale": pl.Float64(),
    "counted": pl.Boolean(),
    "decimals": pl.Int64(),
    "zero_may_be_shown": pl.Boolean(),
    "minimum_count": pl.Int64(),
    "minimum_denominator": pl.Int64(),
    "multiple": pl.Int64(),
}


def rules_of(indicators: Iterable[IndicatorFacts]) -> pl.DataFrame:
    """One row per indicator that is `local`: what its figures must be to be shown."""
    return pl.DataFrame(
        [
            (
                indicator.code,
                _SCALE.get(indicator.unit),
                indicator.unit == "count",
                indicator.decimals,
                indicator.zero_may_be_shown,
                indicator.minimum_count,
                indicator.minimum_denominator,
                indicator.rounding,
            )
            for indicator in indicators
            if indicator.local
        ],
        schema=_RULES,
        orient="row",
    )


def with_worked_out_counts(figures: pl.DataFrame) -> pl.DataFrame:
    """Adds what count and denominator can be told to be: `n_low`, `n_high`, `d_low`, `d_high`; null where not known.

    `figures` has the columns of the tidy form and of `rules_of`. A count that is given is both its ends; one that
    follows from value and denominator lies within the value's rounding, whole children only; so does a denominator
    that follows from count and value. A value of zero is a count of zero only when no child can hide in its rounding.
    """
    value, scale = pl.col("value"), pl.col("scale")
    half = pl.lit(None, pl.Float64)
    for decimals in range(MOST_DECIMALS, -1, -1):
        half = (
            pl.when((value.round(decimals) - value).abs() < 10.0**-MOST_DECIMALS / 2)
            .then(0.5 * 10.0**-decimals)
            .otherwise(half)
        )
    half = pl.min_horizontal(half.fill_null(0.5 * 10.0**-MOST_DECIMALS), 0.5 * pl.lit(10.0).pow(-pl.col("decimals")))
    prepared = figures.with_columns(low=pl.max_horizontal(value - half, 0.0) / scale, high=(value + half) / scale)
    count = pl.coalesce("numerator", pl.when("counted").then(value))
    size = pl.col("denominator")
    by_value = pl.col("scale").is_not_null() & value.is_not_null()
    low_count = (pl.col("low") * size - _ALMOST).ceil()
    high_count = pl.min_horizontal((pl.col("high") * size + _ALMOST).floor(), size)
    divided = by_value & (count > 0) & (pl.col("low") > 0)
    return prepared.with_columns(
        n_low=pl.coalesce(count, pl.when(by_value).then(pl.min_horizontal(low_count, high_count))),
        n_high=pl.coalesce(count, pl.when(by_value).then(high_count)),
        d_low=pl.coalesce(
            size, pl.when(divided).then(pl.max_horizontal((count / pl.col("high") - _ALMOST).ceil(), count))
        ),
        d_high=pl.coalesce(
            size, pl.when(divided).then(pl.max_horizontal((count / pl.col("low") + _ALMOST).floor(), count))
        ),
    ).drop("low", "high")


def with_small_counts_withheld(figures: pl.DataFrame) -> pl.DataFrame:
    """Empties and marks what may not be shown by itself; `figures` as `with_worked_out_counts` gives them.

    A count or a rest that may be small given the value's rounding is treated as small. A zero that may be shown is
    shown in a small group too: so everybody may know that a small group which is withheld counts ten or more.
    """
    least = pl.col("minimum_count")
    zero = pl.col("n_high") == 0
    small_count = (zero & ~pl.col("zero_may_be_shown")) | ((pl.col("n_high") > 0) & (pl.col("n_low") < least))
    rest = pl.col("d_low") - pl.col("n_high")
    nobody = zero & pl.col("zero_may_be_shown")
    small_group = ~nobody & ((rest < least) | (pl.col("d_low") < pl.col("minimum_denominator")))
    shown_share = pl.col("scale").is_not_null() & pl.col("value").is_not_null() & (least > 0)
    unknown_count = pl.col("n_low").is_null()
    unknown_size = pl.col("d_low").is_null() & (pl.col("n_high") > 0)
    came_withheld = pl.col("status").str.starts_with(WITHHELD) & (pl.col("status") != UNDECIDED)
    status = (
        pl.when(small_count.fill_null(False))
        .then(pl.lit(SMALL_COUNT))
        .when(small_group.fill_null(False))
        .then(pl.lit(SMALL_GROUP))
        .when(came_withheld)
        .then("status")
        .when(shown_share & (unknown_count | unknown_size))
        .then(pl.lit(UNTESTED))
    )
    return emptied(figures.with_columns(marked=status), where=pl.col("marked").is_not_null(), status=pl.col("marked"))


def with_rounded_counts(figures: pl.DataFrame) -> pl.DataFrame:
    """Round counts and denominators below gemeente to fives, and work the value out again from those."""
    below = pl.col("area").str.contains(BELOW_MUNICIPALITY)

    def fives(number: pl.Expr) -> pl.Expr:
        # Half up, so that 12.5 is 15 and the rounding leans nowhere else.
        return (number / ROUNDING_BELOW_MUNICIPALITY + 0.5).floor() * ROUNDING_BELOW_MUNICIPALITY

    power = pl.lit(10.0).pow(pl.col("decimals"))
    worked_out = (pl.col("n_low") + pl.col("n_high")) / 2, (pl.col("d_low") + pl.col("d_high")) / 2
    share = (fives(worked_out[0]) / fives(worked_out[1]) * pl.col("scale") * power + 0.5).floor() / power
    shown = below & pl.col("value").is_not_null()
    return figures.with_columns(
        pl.when(below).then(fives(pl.col("numerator"))).otherwise("numerator").alias("numerator"),
        pl.when(below).then(fives(pl.col("denominator"))).otherwise("denominator").alias("denominator"),
        pl.when(shown & pl.col("counted"))
        .then(fives(pl.coalesce("numerator", "value")))
        .when(shown & share.is_not_null())
        .then(share)
        .otherwise("value")
        .alias("value"),
    )


def emptied(figures: pl.DataFrame, *, where: pl.Expr, status: pl.Expr) -> pl.DataFrame:
    """The figures without count, denominator and value, and with this status, in the rows of `where`."""
    return figures.with_columns(
        *(pl.when(where).then(None).otherwise(name).alias(name) for name in ("numerator", "denominator", "value")),
        pl.when(where).then(status).otherwise("status").alias("status"),
    )
