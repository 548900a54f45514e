"""What asks for a second look without stopping an import: groups that do not add up, and tenfold jumps."""

import polars as pl

from dashboard import formatting
from dashboard.sources.reader import Known
from dashboard.sources.wanted import SCALES
from dashboard.texts import mapping as texts
from data_models import periods
from data_models.facts import IndicatorFacts

JUMP = 10.0  # times as high or as low as the period before: rarely true, often a comma or a column too far
MOST_TOLD = 5  # of a kind; more would not be read
_SERIES = ["indicator", "area", "breakdown"]
_NOISE = 1e-9  # what adding binary fractions may leave


def not_adding_up(figures: pl.DataFrame, *, known: Known) -> list[str]:
    """Sentences on groups of one kind (ages) that together are not the total, further than rounding allows.

    `figures` has the tidy form. Only where two or more groups and the total are all shown.
    """
    counts = figures.select(
        "indicator",
        "area",
        "period",
        "breakdown",
        count=pl.when(pl.col("unit") == "count")
        .then("value")
        .when(pl.col("unit").is_in(list(SCALES)))
        .then("numerator"),
    )
    kinds = counts.filter(pl.col("breakdown") != "").with_columns(
        dimension=pl.col("breakdown").str.extract("^([^:]+):")
    )
    if kinds.is_empty():
        return []
    key = ["indicator", "area", "period"]
    sums = kinds.group_by([*key, "dimension"], maintain_order=True).agg(
        pl.when(pl.col("count").is_not_null().all()).then(pl.col("count").sum()).alias("sum"), pl.len().alias("groups")
    )
    halves = {code: one.rounding / 2 if one.rounding > 1 else 0.0 for code, one in known.indicators.items()}
    compared = (
        sums.filter(pl.col("groups") > 1)
        .join(counts.filter(pl.col("breakdown") == ""), on=key)
        .with_columns(half=pl.col("indicator").replace_strict(halves, default=0.0, return_dtype=pl.Float64))
    )
    wrong = compared.filter((pl.col("sum") - pl.col("count")).abs() > pl.col("half") * (pl.col("groups") + 1) + _NOISE)
    sentences = [
        texts.NOT_ADDING_UP.format(
            indicator=_short_name(known, row["indicator"]),
            area=_name(known, row["area"]),
            period=row["period"],
            dimension=row["dimension"],
            sum=formatting.count(row["sum"]),
            total=formatting.count(row["count"]),
        )
        for row in wrong.head(MOST_TOLD).iter_rows(named=True)
    ]
    rest = wrong.height - len(sentences)
    return [*sentences, texts.NOT_ADDING_UP_MORE.format(count=formatting.count(rest))] if rest else sentences


def tenfold_jumps(figures: pl.DataFrame, *, known: Known, before: pl.DataFrame | None = None) -> list[str]:
    """Sentences on values ten times as high or as low as the period before, in `figures` or else in `before`.

    Both have the tidy form; `before` holds figures that are stored already and may hold the same ones.
    """
    new = figures.filter(pl.col("value").is_not_null()).select(*_SERIES, "period", "value", new=pl.lit(True))
    parts = [new]
    if before is not None:
        old = before.filter(pl.col("value").is_not_null()).select(*_SERIES, "period", "value", new=pl.lit(False))
        parts.append(old.join(new, on=[*_SERIES, "period"], how="anti"))
    order = {code: facts for code in pl.concat(parts)["period"].unique() if (facts := periods.parse(code))}
    series = (
        pl.concat(parts)
        .with_columns(
            kind=pl.col("period").replace_strict({code: one.kind for code, one in order.items()}, default=""),
            position=pl.col("period").replace_strict({code: one.position for code, one in order.items()}, default=0),
        )
        .sort(*_SERIES, "kind", "position")
        .with_columns(
            earlier=pl.col("value").shift(1).over(*_SERIES, "kind"),
            earlier_period=pl.col("period").shift(1).over(*_SERIES, "kind"),
        )
    )
    ratio = pl.col("value") / pl.col("earlier")
    jumps = series.filter(
        pl.col("new") & (pl.col("earlier") > 0) & (pl.col("value") > 0) & ((ratio >= JUMP) | (ratio <= 1 / JUMP))
    )
    sentences = []
    for row in jumps.head(MOST_TOLD).iter_rows(named=True):
        indicator = known.indicators.get(row["indicator"])
        sentences.append(
            texts.JUMP.format(
                indicator=_short_name(known, row["indicator"]),
                area=_name(known, row["area"]),
                earlier=_written(row["earlier"], indicator),
                earlier_period=row["earlier_period"],
                value=_written(row["value"], indicator),
                period=row["period"],
            )
        )
    rest = jumps.height - len(sentences)
    return [*sentences, texts.JUMP_MORE.format(count=formatting.count(rest))] if rest else sentences


def _short_name(known: Known, indicator: str) -> str:
    facts = known.indicators.get(indicator)
    return facts.short_name if facts else indicator


def _name(known: Known, area: str) -> str:
    facts = known.areas.get(area, ())
    return facts[-1].name if facts else area


def _written(value: float, indicator: IndicatorFacts | None) -> str:
    if indicator is None:
        return formatting.number(value, decimals=1)
    return formatting.value_with_unit(value, unit=indicator.unit, decimals=indicator.decimals)
