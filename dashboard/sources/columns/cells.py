"""Whole columns of text cells into numbers: distinct texts are read once, and what is no number is told per line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard.sources.columns import dutch_numbers
from dashboard.sources.columns.dutch_numbers import HIGHEST_PER_UNIT, NotANumberError
from dashboard.sources.problems import MOST_LINES, Findings, Problem
from dashboard.sources.table import LINE

NUMBER, MISSING, WRONG = 0, 1, 2  # states of a cell
_LONGEST_PLAIN = 15  # digits that a float holds exactly
_PARSED = {"text": pl.String(), "value": pl.Float64(), "decimals": pl.Int8(), "state": pl.Int8()}
_Row = tuple[str, float | None, int, int]


@dataclass
class NumberColumns:
    """Reads columns of numbers in one unit (`count`, `percentage`, …); remembers texts it has read before."""

    unit: str
    read: dict[str, _Row] = field(default_factory=dict)
    wrong: dict[str, NotANumberError] = field(default_factory=dict)

    def numbers(self, part: pl.DataFrame, column: str, *, findings: Findings) -> pl.DataFrame:
        """Per row of `part` the column's `value`, `decimals` and `state`; what is no number goes to `findings`."""
        texts = part.get_column(column).alias("text")
        whole = pl.col("text").cast(pl.Int64, strict=False)
        highest = HIGHEST_PER_UNIT.get(self.unit, 10.0**_LONGEST_PLAIN)
        plain = texts.to_frame().with_columns(
            value=pl.when(
                (whole >= 0)
                & (whole <= highest)
                & (pl.col("text").str.len_bytes() <= _LONGEST_PLAIN)
                & pl.col("text").str.contains("^[0-9]")
            ).then(whole.cast(pl.Float64))
        )
        if not plain["value"].has_nulls():
            return plain.select("value", decimals=pl.lit(0, pl.Int8), state=pl.lit(NUMBER, pl.Int8))
        others = plain.lazy().filter(pl.col("value").is_null()).select("text").unique().collect()["text"].to_list()
        rows = pl.DataFrame([self._row(text) for text in others], schema=_PARSED, orient="row")
        joined = plain.join(rows, on="text", how="left", maintain_order="left", suffix="_read").select(
            "text",
            value=pl.coalesce("value", "value_read"),
            decimals=pl.col("decimals").fill_null(0),
            state=pl.col("state").fill_null(NUMBER),
        )
        if self.wrong and (joined["state"] == WRONG).any():
            self._refuse(joined.with_columns(part.get_column(LINE)), column, findings)
        return joined.drop("text")

    def _row(self, text: str) -> _Row:
        if text not in self.read:
            if dutch_numbers.is_missing(text):
                self.read[text] = (text, None, 0, MISSING)
            else:
                try:
                    value, decimals = dutch_numbers.in_unit(text, unit=self.unit)
                except NotANumberError as error:
                    self.wrong[text] = error
                    self.read[text] = (text, None, 0, WRONG)
                else:
                    self.read[text] = (text, value, decimals, NUMBER)
        return self.read[text]

    def _refuse(self, cells: pl.DataFrame, column: str, findings: Findings) -> None:
        bad = cells.filter(pl.col("state") == WRONG)
        findings.add_all(
            (
                Problem(self.wrong[text].what, line, column, text, self.wrong[text].advice)
                for text, line in bad.head(MOST_LINES).select("text", LINE).iter_rows()
            ),
            total=bad.height,
        )


def all_in(columns: Sequence[str], texts: frozenset[str]) -> pl.Expr:
    """Whether every one of these columns holds one of these texts."""
    return pl.all_horizontal(pl.col(name).is_in(list(texts)) for name in columns)


def summed(numbers: Sequence[pl.DataFrame], role: str, *, height: int) -> list[pl.Series]:
    """The columns of one role added up: missing as soon as one of them is."""
    if not numbers:
        nothing = pl.repeat(None, height, dtype=pl.Float64, eager=True).alias(role)
        filled = pl.repeat(False, height, dtype=pl.Boolean, eager=True).alias(f"{role} missing")
        decimals = [pl.repeat(0, height, dtype=pl.Int8, eager=True).alias("decimals")] if role == "value" else []
        return [nothing, filled, *decimals]
    total, missing = numbers[0]["value"], numbers[0]["state"] == MISSING
    for more in numbers[1:]:
        total, missing = total + more["value"], missing | (more["state"] == MISSING)
    decimals = [numbers[0]["decimals"].alias("decimals")] if role == "value" else []
    return [total.alias(role), missing.alias(f"{role} missing"), *decimals]
