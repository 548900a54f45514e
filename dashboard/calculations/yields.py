"""Protecting what was counted by hand of an output or outcome, before it is stored; and its share."""

import polars as pl

from dashboard.calculations.withholding import protect
from data_models.facts import IndicatorFacts
from data_models.protected import FIGURE_SCHEMA, ProtectedFigures

_CODE = "opbrengst"


def protected(count: float, *, denominator: float | None, year: int, counts_people: bool) -> ProtectedFigures:
    """The one figure that was typed, with small counts withheld when it counts people (METHODS 5, rule 1)."""
    share = _share(count, denominator=denominator)
    row = (_CODE, "", str(year), "", count, denominator, count if share is None else share, "", "final", "")
    frame = pl.DataFrame([row], schema=FIGURE_SCHEMA, orient="row")
    return protect(frame, indicators={_CODE: _rules(counts_people=counts_people, is_share=share is not None)})


def _share(count: float, *, denominator: float | None) -> float | None:
    """The percentage, where it can be worked out."""
    return 100.0 * count / denominator if denominator else None


def _rules(*, counts_people: bool, is_share: bool) -> IndicatorFacts:
    """What is entered by hand as the catalogue would describe it: the general limits, and no zero of people."""
    return IndicatorFacts(
        code=_CODE,
        name="",
        short_name="",
        question="",
        theme="",
        unit="percentage" if is_share else "count",
        decimals=1,
        numerator="",
        denominator="",
        subject="",
        verb="",
        complement="",
        desired_direction="none",
        kind="output",
        basis="residence",
        source_table="",
        levels=(),
        caveats="",
        local=counts_people,
        zero_may_be_shown=False,
        minimum_count=10,
        minimum_denominator=50,
        smallest_relevant_difference=None,
        rounding=1,
        in_start_set=False,
        position=0,
    )
