"""What everybody can see of each figure of an own registration, now and before: the least and most it can be.

The attacker of ADR 0010 reads the screens and downloads, knows the rules and the reasons given, and kept what stood
there before. A cell is one edition of a figure (`editions`); the same figure before and after a revision is two cells,
which share their unknowns as long as nothing shows that the figure changed.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from dashboard.calculations.editions import KEY
from dashboard.calculations.small_counts import (
    BELOW_MUNICIPALITY,
    COMPLEMENTARY,
    ROUNDING_BELOW_MUNICIPALITY,
    SMALL_COUNT,
    SMALL_GROUP,
    with_worked_out_counts,
)
from data_models.protected import WITHHELD

BESIDE = "unchanged when nothing beside it changed"
TOTAL = "unchanged when the total is seen to be the same"
BELIEFS = (BESIDE, TOTAL)  # of the attacker, about what was withheld before
PRIMARY = (SMALL_COUNT, SMALL_GROUP)

Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Cells:
    """Figures as they stood, a row each; unknown `n_var[row]` is its count and `d_var[row]` its denominator.

    `frame` holds the rows: the key, `since` (0 is the latest, higher is longer ago) and the rules of the indicator.
    `low` and `high` bound each unknown by all that is told, `low_untold` and `high_untold` without the reasons why
    figures are withheld. `target` marks rows whose count is withheld, `least` is how wide it must stay, in children.
    """

    frame: pl.DataFrame
    n_var: npt.NDArray[np.int64]
    d_var: npt.NDArray[np.int64]
    low: Numbers
    high: Numbers
    low_untold: Numbers
    high_untold: Numbers
    target: Flags
    status: npt.NDArray[np.object_]
    least: Numbers
    least_denominator: Numbers
    share: Flags


def seen_cells(versions: pl.DataFrame, *, rules: pl.DataFrame, belief: str = BESIDE) -> Cells:
    """The cells in `versions`, as `editions` makes them; `belief` says which figures are taken to be unchanged."""
    rows = _with_bounds(versions.join(rules, on="indicator", how="inner", maintain_order="left"))
    rows = rows.sort([*KEY, "since"], maintain_order=True).with_columns(key=pl.struct(KEY).rle_id())
    n_var, d_var = _unknowns(rows, belief)
    count = int(max(n_var.max(initial=-1), d_var.max(initial=-1))) + 1
    bounds: dict[str, Numbers] = {}
    for name in ("low", "low_untold", "high", "high_untold"):
        fill, meet = (0.0, np.maximum) if name.startswith("low") else (np.inf, np.minimum)
        found = np.full(count, fill)
        for letter, variables in (("n", n_var), ("d", d_var)):
            meet.at(found, variables, rows[f"{letter}_{name}"].to_numpy())
        bounds[name] = found
    withheld = (rows["withheld"] & rows["n_seen"].is_null()).to_numpy()
    return Cells(
        frame=rows,
        n_var=n_var,
        d_var=d_var,
        **bounds,
        target=withheld & (rows["minimum_count"].to_numpy() > 0),
        status=rows["status"].to_numpy(),
        least=rows["minimum_count"].cast(pl.Float64).to_numpy(),
        least_denominator=rows["minimum_denominator"].cast(pl.Float64).to_numpy(),
        share=rows["scale"].is_not_null().to_numpy(),
    )


def _with_bounds(rows: pl.DataFrame) -> pl.DataFrame:
    """Adds the ends of count and denominator, told and untold, as columns that are never null."""
    below = pl.col("area").str.contains(BELOW_MUNICIPALITY)
    multiple = pl.max_horizontal("multiple", pl.when(below).then(ROUNDING_BELOW_MUNICIPALITY).otherwise(1))
    worked_out = with_worked_out_counts(rows).with_columns(
        withheld=pl.col("status").str.starts_with(WITHHELD), half=(multiple - 1) / 2
    )
    least, smallest = pl.col("minimum_count"), pl.col("minimum_denominator")
    shown = ~pl.col("withheld")
    nobody = shown & (pl.col("n_high") == 0) & pl.col("zero_may_be_shown") & (least > 0)
    n_low = (pl.col("n_low") - pl.col("half")).clip(lower_bound=0.0)
    n_high = pl.when(nobody).then(0.0).otherwise(pl.col("n_high") + pl.col("half"))
    # What is shown and rounded passed the rules before it was rounded; it cannot have passed them when it is beyond.
    n_low = (
        pl.when(shown & (pl.col("half") > 0) & ~nobody & (pl.col("n_high") >= least))
        .then(pl.max_horizontal(n_low, least))
        .otherwise(n_low)
    )
    d_low = (pl.col("d_low") - pl.col("half")).clip(lower_bound=0.0)
    d_low = (
        pl.when(shown & (pl.col("half") > 0) & (pl.col("d_high") >= smallest))
        .then(pl.max_horizontal(d_low, smallest))
        .otherwise(d_low)
    )
    d_high = pl.col("d_high") + pl.col("half")
    told_low = (
        pl.when(pl.col("status") == SMALL_COUNT)
        .then(pl.when("zero_may_be_shown").then(1.0).otherwise(0.0))
        .when(pl.col("status").is_in([SMALL_GROUP, COMPLEMENTARY]))
        .then(least.cast(pl.Float64))
        .otherwise(0.0)
    )
    told_high = pl.when(pl.col("status") == SMALL_COUNT).then(pl.max_horizontal(least - 1.0, 1.0)).otherwise(np.inf)
    told_d_low = pl.when(pl.col("status") == COMPLEMENTARY).then(smallest.cast(pl.Float64)).otherwise(0.0)
    return worked_out.with_columns(
        n_seen=pl.col("n_low"),
        d_seen=pl.col("d_low"),
        n_low_untold=n_low.fill_null(0.0),
        n_high_untold=n_high.fill_null(np.inf),
        d_low_untold=d_low.fill_null(0.0),
        d_high_untold=d_high.fill_null(np.inf),
        n_low=pl.coalesce(n_low, told_low),
        n_high=pl.coalesce(n_high, told_high),
        d_low=pl.coalesce(d_low, told_d_low),
        d_high=d_high.fill_null(np.inf),
    )


def _unknowns(rows: pl.DataFrame, belief: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The number of each row's count and denominator; what may be unchanged since the row before it has the same."""
    size = rows.height
    same_key = np.zeros(size, dtype=bool)
    same_key[1:] = np.diff(rows["key"].to_numpy()) == 0
    counts, sizes = np.arange(size), np.arange(size, 2 * size)
    if not same_key.any():
        return counts, sizes
    status, withheld = rows["status"].to_list(), rows["withheld"].to_list()
    moved = (_moved(rows) if belief == BESIDE else ~_below_same_total(rows)).to_list()
    for variables, letter, rule in ((counts, "n", "minimum_count"), (sizes, "d", "minimum_denominator")):
        seen, truth = rows[f"{letter}_seen"].to_list(), rows[f"true_{letter}"].to_list()
        low, high = rows[f"{letter}_low"].to_list(), rows[f"{letter}_high"].to_list()
        passed = ((rows[f"{letter}_seen"] >= rows[rule]) | (rows[f"{letter}_seen"] == 0)).to_list()
        known: float | None = None
        ends = 0.0, np.inf
        for row in range(size):
            if not same_key[row]:
                known, ends = truth[row], (low[row], high[row])
                continue
            later = row - 1
            both = max(low[row], ends[0]), min(high[row], ends[1])
            apart = both[0] > both[1]
            if withheld[later] and not withheld[row]:
                # A figure that could be shown and then fell under a rule has changed, and who looks knows it.
                apart |= (status[later] in PRIMARY and bool(passed[row])) or known not in (None, seen[row])
            elif withheld[row]:
                apart |= moved[row]
            else:  # shown both times: a number says all there is, and a rounded one not that it is the same
                apart = True
            if not apart:
                variables[row] = variables[later]
            ends = (low[row], high[row]) if apart else both
    return counts, sizes


def _moved(rows: pl.DataFrame) -> pl.Series:
    """For each row, whether something beside it that is shown became another number after it.

    Beside a group are the groups of the same dimension and the total; beside a total all groups of that area.
    """
    following = pl.col("n_seen").shift(1)
    differs = ((pl.col("key") == pl.col("key").shift(1)) & (pl.col("n_seen") != following)).fill_null(False)
    marked = rows.with_columns(differs=differs, dimension=pl.col("breakdown").str.split(":").list.first())
    place = ("indicator", "area", "period", "since")
    total = (pl.col("differs") & (pl.col("breakdown") == "")).any().over(*place)
    within = pl.col("differs").any().over(*place, "dimension")
    anything = pl.col("differs").any().over(*place)
    return marked.select(pl.when(pl.col("breakdown") == "").then(anything).otherwise(total | within)).to_series()


def _below_same_total(rows: pl.DataFrame) -> pl.Series:
    """For each row, whether the total of its area and period was shown then and is the same number after it."""
    same = (pl.col("key") == pl.col("key").shift(1)) & (pl.col("n_seen") == pl.col("n_seen").shift(1))
    marked = rows.with_columns(same=(same & (pl.col("breakdown") == "")).fill_null(False))
    return marked.select(pl.col("same").any().over("indicator", "area", "period", "since")).to_series()
