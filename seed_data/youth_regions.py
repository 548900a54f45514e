"""Which jeugdregio a gemeente was in by the division of 2017, the only published list of all of them that we have.

The jeugdzorgregio's of 2017 of CBS, laid over the gemeenten of 2025 by surface. Left out are the gemeenten whose
jeugdregio changed since or was two at once: Vijfheerenlanden, Wageningen and Wijdemeren.
"""

import csv
from functools import lru_cache
from pathlib import Path

YEAR = 2017  # of the division


@lru_cache(maxsize=1)
def youth_regions() -> dict[str, str]:
    """The name of the jeugdregio of each gemeente, by the code of the gemeente."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return {row["area"]: row["region"] for row in csv.DictReader(file)}
