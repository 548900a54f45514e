"""The tidy form of figures, and the only form in which they can be published: small counts have been dealt with."""

from dataclasses import dataclass

import polars as pl

FIGURE_SCHEMA: dict[str, pl.DataType] = {
    "indicator": pl.String(),
    "area": pl.String(),
    "period": pl.String(),
    "breakdown": pl.String(),
    "numerator": pl.Float64(),
    "denominator": pl.Float64(),
    "value": pl.Float64(),
    "unit": pl.String(),
    "status": pl.String(),
    "source": pl.String(),
}
STANDING_SCHEMA: dict[str, pl.DataType] = {  # what stands, and what was seen before another came in its place
    **FIGURE_SCHEMA,
    "replaced": pl.Boolean(),
}
WITHHELD = "withheld:"  # begins the status of a figure that is not shown; the reason follows
BY_THE_SOURCE = "withheld:source"
UNDECIDED = "withheld:percentage-undecided"  # the only withheld figure of which the count may be shown


@dataclass(frozen=True, slots=True)
class ProtectedFigures:
    """Figures in the tidy form (`FIGURE_SCHEMA`) in which no child can be found back.

    Made by `dashboard.calculations.withholding` for what people bring in, and by `seed_data.loader` for what the
    project itself ships; `tests/test_architecture.py` refuses any other maker.
    """

    frame: pl.DataFrame
