"""Where gemeenten lie: the middle of the largest part of each, in degrees.

Computed from the generalised boundaries of 2025 of CBS and Kadaster (PDOK), CC BY 4.0; those of the fictional region
are invented.
"""

import csv
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=1)
def centres() -> dict[str, tuple[float, float]]:
    """The longitude and latitude of each gemeente, by its code."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return {row["area"]: (float(row["longitude"]), float(row["latitude"])) for row in csv.DictReader(file)}
