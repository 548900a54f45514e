"""What asks for a second look without stopping an import: groups that do not add up, and tenfold jumps.

Of an own registration (`own`) the sentences name no numbers: they are kept with the preview,
and nothing is protected yet.
"""

import polars as pl

from dashboard import formatting
from dashboard.sources.columns.wanted import SCALES
from dashboard.sources.reader import Known
from dashboard.texts import mapping as texts
from data_models import periods
from data_models.facts import IndicatorFacts

JUMP = 10.0  # times as high or as low as the period before: rarely true, often a comma or a column too far
MOST_TOLD = 5  # of a kind; more would not be read
_SERIES = ["indicator", "breakdown", "area"]
ORDER = (*_SERIES, "period")  # of figures; codes of periods of one kind sort as they follow each other
_NOISE = 1e-9  # what adding binary fractions may leave


def not_adding_up(figures: pl.DataFrame, *, known: Known, own: bool = False) -> list[str]:
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
    form = texts.NOT_ADDING_UP_OWN if own else texts.NOT_ADDING_UP
    sentences = [
        form.format(
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


def tenfold_jumps(
    figures: pl.DataFrame, *, known: Known, before: pl.DataFrame | None = None, own: bool = False
) -> list[str]:
    """Sentences on values ten times as high or as low as the period before, in `figures` or else in `before`.

    Both have the tidy form; `before` holds figures that are stored already and may hold the same ones.
    """
    columns = [*ORDER, "value"]
    series = figures.filter(pl.col("value").is_not_null()).select(*columns, new=pl.lit(True))
    if before is not None:
        old = before.filter(pl.col("value").is_not_null()).select(*columns, new=pl.lit(False))
        series = pl.concat([series, old.join(series, on=ORDER, how="anti")])
    series = in_order(series)
    codes: dict[str, list[str]] = {}
    for code in series["period"].unique():
        facts = periods.parse(code)
        codes.setdefault(facts.kind if facts else "", []).append(code)
    jumps = pl.concat(
        [_jumps(series.filter(pl.col("period").is_in(of_kind))) for of_kind in codes.values()] or [_jumps(series)]
    )
    form = texts.JUMP_OWN if own else texts.JUMP
    sentences = []
    for row in jumps.head(MOST_TOLD).iter_rows(named=True):
        indicator = known.indicators.get(row["indicator"])
        sentences.append(
            form.format(
                indicator=_short_name(known, row["indicator"]),
                area=_name(known, row["area"]),
                earlier=_written(row["earlier"], indicator),
                earlier_period=row["earlier_period"],
                value=_written(row["value"], indicator),
                period=row["period"],
            )
        )
    rest = jumps.height - len(sentences)
    more = texts.JUMP_MORE if before is None else texts.JUMP_MORE_STORED
    return [*sentences, more.format(count=formatting.count(rest))] if rest else sentences


def in_order(figures: pl.DataFrame) -> pl.DataFrame:
    """Sorted by series and period; by the place of each text among its kind, because that compares far faster."""
    places = {name: f"{name} place" for name in ORDER}
    return (
        figures.with_columns(
            pl.col(name).cast(pl.Enum(figures[name].unique().sort())).to_physical().alias(place)
            for name, place in places.items()
        )
        .sort(places.values())
        .drop(places.values())
    )


def _jumps(series: pl.DataFrame) -> pl.DataFrame:
    """The rows of `series` (in order, periods of one kind) that jump from the row before, with that row's value."""
    ratio = pl.col("value") / pl.col("earlier")
    return series.with_columns(earlier=pl.col("value").shift(1), earlier_period=pl.col("period").shift(1)).filter(
        pl.all_horizontal(pl.col(name) == pl.col(name).shift(1) for name in _SERIES)
        & pl.col("new")
        & (pl.col("earlier") > 0)
        & (pl.col("value") > 0)
        & ((ratio >= JUMP) | (ratio <= 1 / JUMP))
    )


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
