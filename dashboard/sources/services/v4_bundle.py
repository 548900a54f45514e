"""StatLine's "onbewerkte dataset": a zip with one row per observation, turned into one wide table."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import polars as pl

from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.services.odata import STARS
from dashboard.sources.table import LINE, Opened, Table
from dashboard.texts import ready_made as texts
from dashboard.texts import sources as common

OBSERVATIONS, MEASURES = "Observations", "MeasureCodes"
_OWN_COLUMNS = frozenset({"Id", "Measure", "ValueAttribute", "Value", "StringValue"})
_IMPOSSIBLE = "Impossible"


class WideObservations:
    """The observations as a `Table`: a row per combination of codes, with the line of its first observation."""

    def __init__(self, sheet: str, frame: pl.DataFrame) -> None:
        self.sheet = sheet
        self._frame = frame
        self.header = tuple(name for name in frame.columns if name != LINE)

    def slices(self, *, columns: Sequence[str], findings: Findings) -> Iterator[pl.DataFrame]:
        """All rows at once."""
        findings.reading(self.sheet)
        yield self._frame.select(LINE, *columns)


def as_one_table(opened: Opened) -> Opened:
    """The same file with its observations as one wide table, whose columns have the titles of the measures.

    What is not such a bundle stays as it is. Raises `RefusedError` when a part is missing or a figure is in it twice.
    """
    observations = part(opened, OBSERVATIONS)
    if observations is None:
        return opened
    measures = part(opened, MEASURES)
    if measures is None:
        raise missing_part(MEASURES)
    names = {}
    for row in cells_of(measures).iter_rows(named=True):
        unit = row.get("Unit", "")
        names[row["Identifier"]] = f"{row['Title']} ({unit})" if unit else row["Title"]
    frame = wide(cells_of(observations), names=names)
    for dimension in [name for name in frame.columns if part(opened, f"{name}Codes") is not None]:
        frame = frame.with_columns(pl.col(dimension).replace(_starred(part(opened, f"{dimension}Codes"))))
    return replace(opened, tables=(WideObservations(observations.sheet, frame),))


def wide(observations: pl.DataFrame, *, names: dict[str, str]) -> pl.DataFrame:
    """A row per combination of codes, a column per measure in `names`; what is not shown is `.`, as in v3."""
    dimensions = [name for name in observations.columns if name not in _OWN_COLUMNS and name != LINE]
    wanted = observations.filter(pl.col("Measure").is_in(list(names)))
    twice = wanted.filter(pl.struct(*dimensions, "Measure").is_duplicated())
    if twice.height:
        what = common.SAME_KEY.format(other=twice[LINE][0])
        value = " ".join(twice.select(*dimensions, "Measure").row(-1))
        raise RefusedError([Problem(what, twice[LINE][-1], value=value, advice=common.SAME_KEY_ADVICE)])
    said = pl.col("StringValue") if "StringValue" in observations.columns else pl.lit("")
    why = pl.col("ValueAttribute") if "ValueAttribute" in observations.columns else pl.lit("")
    return (
        wanted.select(
            *dimensions,
            pl.col(LINE).min().over(dimensions),
            name=pl.col("Measure").replace_strict(names, return_dtype=pl.String),
            cell=pl.when(pl.col("Value") != "")
            .then("Value")
            .when(said != "")
            .then(said)
            .when(why == _IMPOSSIBLE)
            .then(pl.lit(""))
            .otherwise(pl.lit(".")),
        )
        .pivot("name", index=[*dimensions, LINE], values="cell", aggregate_function="first")
        .fill_null("")
    )


def part(opened: Opened, name: str) -> Table | None:
    """The file in the zip with this name, in whatever folder."""
    for table in opened.tables if opened.kind == "zip" else ():
        if table.sheet.replace("\\", "/").rpartition("/")[2].removesuffix(".csv").lower() == name.lower():
            return table
    return None


def cells_of(table: Table | None, *, where: pl.Expr | None = None) -> pl.DataFrame:
    """The cells of a part, of the rows that count; problems with any row are refused."""
    if table is None:
        return pl.DataFrame()
    findings = Findings()
    findings.reading(table.sheet)
    columns = [name for name in table.header if name]
    found = table.slices(columns=columns, findings=findings)
    parts = [one if where is None else one.filter(where) for one in found]
    findings.refuse()
    return pl.concat(parts) if parts else pl.DataFrame(schema=dict.fromkeys([LINE, *columns], pl.String))


def missing_part(name: str) -> RefusedError:
    """The refusal of a bundle without one of its parts."""
    what = texts.KWB_BUNDLE_MISSING.format(name=name)
    return RefusedError([Problem(what, advice=texts.KWB_BUNDLE_MISSING_ADVICE)])


def _starred(codes: Table | None) -> dict[str, str]:
    """The codes of provisional periods with the stars that StatLine gives them."""
    found = cells_of(codes)
    if not {"Identifier", "Status"} <= set(found.columns):
        return {}
    pairs = found.select("Identifier", "Status").iter_rows()
    return {code: f"{code}{STARS[status]}" for code, status in pairs if status in STARS}
