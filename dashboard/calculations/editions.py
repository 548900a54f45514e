"""Figures of an own registration as they will stand and as they stood before: what somebody who kept everything has."""

import polars as pl

from dashboard.calculations.small_counts import COMPLEMENTARY, with_worked_out_counts
from data_models.protected import FIGURE_SCHEMA, WITHHELD

KEY = ("indicator", "area", "period", "breakdown")
_REPLACED = "replaced"  # as in `STANDING_SCHEMA`
_REPLACED_AT = "replaced_at"  # optional beside it: when


def editions(
    figures: pl.DataFrame,
    *,
    rules: pl.DataFrame,
    standing: pl.DataFrame | None = None,
    truth: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """The figures of own registrations as they will stand, with `since` 0, and as they stood before, with more.

    `place` is the row in `figures`, `changed` whether it differs from what stands, `stood_withheld_for_another`
    whether that was withheld only for another. What stands and is not in `figures` goes on standing.
    """
    local = pl.col("indicator").is_in(rules["indicator"].implode())
    latest = figures.select(list(FIGURE_SCHEMA)).with_row_index("place").filter(local)
    known = with_worked_out_counts(
        (figures if truth is None else truth)[latest["place"]].join(rules, on="indicator", maintain_order="left")
    )
    latest = latest.with_columns(
        known["n_low"].alias("true_n"),
        known["d_low"].alias("true_d"),
        known["n_high"].alias("true_n_high"),
        known["d_high"].alias("true_d_high"),
        since=pl.lit(0, pl.Int64),
    )
    if standing is None or standing.is_empty():
        return latest.with_columns(changed=pl.lit(True), stood_withheld_for_another=pl.lit(False))
    stood = standing.filter(local).with_columns(_as_seen().alias("seen"))
    current = stood.filter(~pl.col(_REPLACED))
    latest = (
        latest.with_columns(_as_seen().alias("seen"))
        .join(current.select(*KEY, was="seen", was_status="status"), on=KEY, how="left", maintain_order="left")
        .with_columns(
            changed=(pl.col("seen") != pl.col("was")).fill_null(True),
            stood_withheld_for_another=(pl.col("was_status") == COMPLEMENTARY).fill_null(False),
        )
    )
    overtaken = current.join(latest.select(*KEY, "changed", now="seen"), on=KEY, how="left", maintain_order="left")
    still = overtaken.filter(pl.col("changed").is_null()).with_columns(since=pl.lit(0, pl.Int64))
    before = overtaken.filter(pl.col("changed").is_not_null()).with_columns(since=pl.lit(1, pl.Int64))
    longer = stood.filter(_REPLACED)
    if _REPLACED_AT in longer.columns:
        ago = pl.col(_REPLACED_AT).rank("dense", descending=True)
    else:
        ago = pl.int_range(pl.len(), 0, -1).over(KEY)
    longer = longer.with_columns(since=ago.cast(pl.Int64) + 1)
    kept = [*FIGURE_SCHEMA, "since"]
    earlier = pl.concat([part.select(kept) for part in (still, before, longer)]).with_columns(
        changed=pl.lit(False), stood_withheld_for_another=pl.lit(False)
    )
    return pl.concat([latest.drop("seen", "was", "was_status"), earlier], how="diagonal")


def _as_seen() -> pl.Expr:
    """A figure as people see it: its numbers, and why there are none."""
    why = pl.when(pl.col("status").str.starts_with(WITHHELD)).then("status").otherwise(pl.lit(""))
    return pl.concat_str(
        *(pl.col(name).cast(pl.String).fill_null("") for name in ("numerator", "denominator", "value")),
        why,
        separator="|",
    )
