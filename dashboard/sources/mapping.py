"""What the columns of a table mean: the one form in which ready-made sources and own spreadsheets are described."""

from collections.abc import Mapping
from dataclasses import dataclass, field

ROLES = ("numerator", "denominator", "value")


@dataclass(frozen=True, slots=True)
class Measure:
    """Columns that together give one part of an indicator: their numbers are added.

    `breakdown` and `period` are filled when the column itself is about one group or one period
    (`jeugdzorg_pct_2021`); else the row says which.
    """

    indicator: str  # its code
    role: str  # numerator, denominator or value
    columns: tuple[str, ...]
    breakdown: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Which column holds the area, which the period, which a group, and which columns hold what of an indicator.

    `area` holds codes (`GM0034`, `34`, `0034`) or names. Without `period` the whole table is about `whole_period`.
    `groups` gives per column of groups the breakdown code for each text, with "" for the total. `only` names, per
    column, the texts of the rows that count; other rows are passed over. A long table has its measure's name in
    `name_column` and its number in `number_column`; then `measures` name texts in `name_column` instead of columns.
    """

    area: str
    measures: tuple[Measure, ...]
    source: str  # code of the source these figures belong to
    period: str = ""
    whole_period: str = ""
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    name_column: str = ""
    number_column: str = ""
    sums_rows: bool = False  # several rows of one area (schools) are added up
    status: str = "final"  # unless the period says it is provisional
