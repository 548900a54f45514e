"""Whoever sees all that was ever shown finds no withheld count; and would, were only the small ones withheld."""

from dataclasses import replace

import numpy as np
import polars as pl

from dashboard.calculations.small_counts import COMPLEMENTARY, SMALL_COUNT
from dashboard.calculations.withholding import CannotProtectError, protect
from data_models.facts import AreaPartFacts
from data_models.protected import FIGURE_SCHEMA, STANDING_SCHEMA
from tests.dashboard.calculations.attacker import recovered
from tests.dashboard.calculations.random_tables import Table, random_table
from tests.dashboard.example_facts import THUISZITTERS
from tests.length import rounds

KEY = ["indicator", "area", "period", "breakdown"]
SEEN = [*KEY, "numerator", "denominator", "value", "status"]
MOST_STOPPED = 0.03  # of the imports: what gives a small count away stood already


def only_small_counts_hidden(table: Table) -> pl.DataFrame:
    """The table as it would be without what is withheld for other figures: no sum is known to be one.

    Each figure is of an area of its own meanwhile, of the same kind, so that none has to do with another.
    """
    frame = table.frame()
    alone = frame.select(
        alone=pl.col("area").str.head(2) + pl.int_range(1000, 1000 + frame.height).cast(pl.String), together="area"
    )
    apart = protect(frame.with_columns(area=alone["alone"]), indicators={"t": table.indicator}).frame
    return apart.join(alone, left_on="area", right_on="alone").with_columns(area="together").select(frame.columns)


def published(standing: pl.DataFrame, *, shown: pl.DataFrame) -> pl.DataFrame:
    """What stands and stood after these figures came in the place of those before them."""
    before = standing.filter(~pl.col("replaced")).join(shown, on=SEEN, how="anti", nulls_equal=True)
    return pl.concat(
        [
            shown.with_columns(replaced=pl.lit(False)),
            standing.filter("replaced"),
            before.with_columns(replaced=pl.lit(True)),
        ]
    )


COUNTED = replace(THUISZITTERS, code="t", unit="count")


def screen(**counts: float | str) -> pl.DataFrame:
    """A total and its groups: their counts, or why these are withheld."""
    rows = [
        ("t", "GM9001", "2024", "" if name == "total" else f"g:{name}", "count", "eigen")
        + ((None, None, count) if isinstance(count, str) else (count, count, "final"))
        for name, count in counts.items()
    ]
    columns = [*KEY, "unit", "source", "numerator", "value", "status"]
    frame = pl.DataFrame(rows, schema={name: FIGURE_SCHEMA[name] for name in columns}, orient="row")
    return frame.with_columns(denominator=pl.lit(None, pl.Float64)).select(list(FIGURE_SCHEMA))


def test_an_attacker_finds_the_small_count_that_nothing_else_hides() -> None:
    truth = {("t", "GM9001", "2024", "g:a"): 4.0}
    told = recovered([screen(total=60.0, a=SMALL_COUNT, b=56.0)], truth=truth, indicator=COUNTED, parts=[])
    assert told == {("t", "GM9001", "2024", "g:a"): "what stands last"}


def test_an_attacker_remembers_what_stood_there() -> None:
    """Of 60 first b and then c is withheld for a: who kept the first screen has c, and with that a."""
    first = screen(total=60.0, a=SMALL_COUNT, b=COMPLEMENTARY, c=40.0)
    second = screen(total=60.0, a=SMALL_COUNT, b=16.0, c=COMPLEMENTARY)
    truth = {("t", "GM9001", "2024", f"g:{name}"): count for name, count in (("a", 4.0), ("c", 40.0))}
    assert recovered([second], truth=truth, indicator=COUNTED, parts=[]) == {}
    assert set(recovered([first, second], truth=truth, indicator=COUNTED, parts=[])) == set(truth)


def test_an_attacker_finds_many_counts_in_tables_of_which_only_the_small_ones_are_hidden() -> None:
    tables = [random_table(seed) for seed in range(10)]
    found = [
        recovered([only_small_counts_hidden(table)], truth=table.truth(), indicator=table.indicator, parts=table.parts)
        for table in tables
    ]
    assert sum(bool(one) for one in found) >= 5
    assert sum(len(one) for one in found) >= 20


def test_no_withheld_count_is_recovered_from_random_tables_and_their_revisions() -> None:
    tables = rounds(50, full=1000)
    found, imports, stopped = [], 0, 0
    for seed in range(tables):
        table, dice = random_table(seed), np.random.default_rng(seed + 1_000_000)
        standing = pl.DataFrame(schema=STANDING_SCHEMA)
        screens: list[pl.DataFrame] = []
        for edition in range(1 + int(dice.integers(0, 3))):
            table = table.revised(dice) if edition else table
            imports += 1
            try:
                shown = protect(
                    table.frame(), indicators={"t": table.indicator}, standing=standing, parts=table.parts
                ).frame
            except CannotProtectError:
                stopped += 1
                break
            screens.append(shown)
            told = recovered(screens, truth=table.truth(), indicator=table.indicator, parts=table.parts)
            found += [(seed, edition, key, how) for key, how in told.items()]
            standing = published(standing, shown=shown)
    assert found == []
    assert stopped <= MOST_STOPPED * imports


def test_most_of_what_may_be_shown_is_shown() -> None:
    """Gemeenten of about 60 thuiszitters by three ages and two sexes, in a region: typical of what is brought in."""
    dice = np.random.default_rng(1)
    gemeenten = [f"GM900{number}" for number in range(1, 9)]
    counts = {(area, "2024"): dice.poisson(dice.uniform(2, 20), (3, 2)) for area in gemeenten}
    table = Table(
        indicator=replace(THUISZITTERS, code="t"),
        counts=counts,
        sizes={key: found + 800 for key, found in counts.items()},
        parts=[AreaPartFacts("RG01", area, 1.0, 2000, None) for area in gemeenten],
        form="nd",
    )
    shown = protect(table.frame(), indicators={"t": table.indicator}, parts=table.parts).frame
    large = [key for key, count in table.truth().items() if count >= 10]
    seen = {tuple(row) for row in shown.filter(pl.col("value").is_not_null()).select(KEY).rows()}
    assert sum(key in seen for key in large) >= 0.7 * len(large)
