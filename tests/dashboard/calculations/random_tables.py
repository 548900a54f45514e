"""Random registrations: gemeenten in a region, wijken in gemeenten, two breakdowns, years, and what changed later."""

from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from data_models.facts import AreaPartFacts, IndicatorFacts
from data_models.protected import FIGURE_SCHEMA
from tests.dashboard.calculations.attacker import SCALE, Key
from tests.dashboard.example_facts import THUISZITTERS

REGION, AGES, SEXES = "RG01", ("leeftijd:5-11", "leeftijd:12-15", "leeftijd:16-17"), ("geslacht:j", "geslacht:m")


@dataclass
class Table:
    """A registration: counts and denominators per place, year, age and sex; the rest is their sums."""

    indicator: IndicatorFacts
    counts: dict[tuple[str, str], np.ndarray]  # by lowest area and period: age × sex
    sizes: dict[tuple[str, str], np.ndarray]
    parts: list[AreaPartFacts]
    form: str  # which of count, denominator and value is given

    def frame(self) -> pl.DataFrame:
        """The figures in the tidy form, with all sums."""
        rows = []
        for (area, period, breakdown), (count, size) in self._sums().items():
            scale = SCALE.get(self.indicator.unit)
            value = float(count) if scale is None else round(scale * count / size, self.indicator.decimals)
            numerator = None if "n" not in self.form else float(count)
            denominator = None if "d" not in self.form or scale is None else float(size)
            rows.append(
                ("t", area, period, breakdown, numerator, denominator, value, self.indicator.unit, "final", "eigen")
            )
        return pl.DataFrame(rows, schema=FIGURE_SCHEMA, orient="row")

    def truth(self) -> dict[Key, float]:
        """The counts."""
        return {("t", *key): float(count) for key, (count, _) in self._sums().items()}

    def revised(self, dice: np.random.Generator) -> "Table":
        """The same after some children were found to be somewhere else, or not at all."""
        counts = {
            key: np.clip(
                found + dice.integers(-3, 4, found.shape) * (dice.random(found.shape) < dice.choice([0.05, 0.3])),
                0,
                None,
            )
            for key, found in self.counts.items()
        }
        return replace(self, counts=counts)

    def _sums(self) -> dict[tuple[str, str, str], tuple[float, float]]:
        above = {part.part: part.whole for part in self.parts}
        found: dict[tuple[str, str, str], tuple[float, float]] = {}
        for (lowest, period), counts in self.counts.items():
            area: str | None = lowest
            while area is not None:
                groups = [("", counts.sum(), self.sizes[lowest, period].sum())]
                groups += [(age, counts[i].sum(), self.sizes[lowest, period][i].sum()) for i, age in enumerate(AGES)]
                groups += [
                    (sex, counts[:, i].sum(), self.sizes[lowest, period][:, i].sum()) for i, sex in enumerate(SEXES)
                ]
                for breakdown, count, size in groups:
                    so_far = found.get((area, period, breakdown), (0.0, 0.0))
                    found[area, period, breakdown] = so_far[0] + float(count), so_far[1] + float(size)
                area = above.get(area)
        return found


def random_table(seed: int) -> Table:
    """A table of one to four gemeenten, sometimes with wijken, one or two years, of small counts."""
    dice = np.random.default_rng(seed)
    unit = str(dice.choice(["per_1000", "percentage", "count"], p=[0.5, 0.3, 0.2]))
    form = str(dice.choice(["nd", "d", "n"], p=[0.7, 0.15, 0.15])) if unit != "count" else "n"
    indicator = replace(THUISZITTERS, code="t", unit=unit, zero_may_be_shown=bool(dice.random() < 0.6))
    gemeenten = [f"GM900{number}" for number in range(1, int(dice.integers(2, 6)))]
    parts = [AreaPartFacts(REGION, one, 1.0, 2000, None) for one in gemeenten]
    lowest = list(gemeenten)
    if dice.random() < 0.4:
        split = gemeenten[0]
        wijken = [f"WK{split[2:]}0{number}" for number in range(1, int(dice.integers(3, 5)))]
        parts += [AreaPartFacts(split, one, 1.0, 2000, None) for one in wijken]
        lowest = [*gemeenten[1:], *wijken]
    counts, sizes = {}, {}
    years = ("2023", "2024")[: int(dice.integers(1, 3))]
    mean = float(dice.choice([2, 5, 12, 30]))
    for area in lowest:
        here = mean * dice.uniform(0.2, 2.5)
        for period in years:
            found = dice.poisson(here * dice.uniform(0.1, 2.0, (3, 2)))
            counts[area, period] = found
            tight = dice.random() < 0.25
            sizes[area, period] = found + dice.integers(0 if tight else 30, 15 if tight else 900, (3, 2)) + 1
    return Table(indicator, counts, sizes, parts, form)
