"""CBS OData v4: one row per observation, turned into wide rows with the measure codes as columns."""

from pathlib import Path

import polars as pl

from dashboard.sources.services.asking import Asking
from dashboard.sources.services.kept_pages import KeptPages
from dashboard.sources.services.paging import Row, all_rows, pages, with_columns
from dashboard.sources.services.service import Progress, ServiceError
from dashboard.sources.services.table_metadata import (
    Choice,
    MeasureTitle,
    TableMetadata,
    as_far_as_fits,
    group_paths,
    query,
    text,
    whole,
)
from dashboard.texts import services as texts

MEASURE, CELL = "Measure", "§cell"
IMPOSSIBLE = "Impossible"  # a figure that cannot exist: an empty cell, as in v3
NOT_SHOWN = "."  # secret, unknown or not available


def metadata(asking: Asking) -> TableMetadata:
    """What the table is about, from Properties, Dimensions, MeasureCodes and the codes of every dimension."""
    base = f"{asking.service.address}/{asking.table}"
    properties = asking.answer(f"{base}/Properties")
    dimensions = all_rows(asking, f"{base}/Dimensions")
    kinds = {text(row.get("Identifier")): text(row.get("Kind")) for row in dimensions}
    measures = all_rows(asking, f"{base}/MeasureCodes")
    if not kinds or not measures:
        raise asking.service.error("not-odata", texts.NOT_ODATA, advice=texts.NOT_ODATA_ADVICE)
    paths = _groups(asking, base) if any(row.get("MeasureGroupId") is not None for row in measures) else {}
    coded = {text(row.get("Identifier")) for row in dimensions if row.get("ContainsCodes") is not False}
    codes = {name: all_rows(asking, f"{base}/{name}Codes") if name in coded else [] for name in kinds}
    return TableMetadata(
        table=asking.table,
        title=text(properties.get("Title")),
        modified=text(properties.get("Modified")),
        measures={
            text(row.get("Identifier")): MeasureTitle(
                title=text(row.get("Title")),
                unit=text(row.get("Unit")),
                decimals=whole(row.get("Decimals")) or 0,
                group=paths.get(text(row.get("MeasureGroupId")), ""),
            )
            for row in measures
        },
        dimensions={
            name: {text(row.get("Identifier")): text(row.get("Title")) for row in codes[name]} for name in kinds
        },
        period_status={
            text(row.get("Identifier")): text(row.get("Status"))
            for name, kind in kinds.items()
            if kind == "TimeDimension"
            for row in codes[name]
        },
        kinds=kinds,
        padded={
            name: {text(row.get("Identifier")): str(row.get("Identifier")) for row in codes[name]} for name in kinds
        },
    )


def frame(
    asking: Asking, *, metadata: TableMetadata, choice: Choice, cache: Path | None, progress: Progress
) -> pl.DataFrame:
    """The chosen observations, pivoted: a row per combination of codes, a column per measure."""
    base = f"{asking.service.address}/{asking.table}/Observations"
    dimensions = list(metadata.dimensions)
    wanted = [key for key in choice.select if key in metadata.measures]
    conditions = choice.conditions(metadata)
    if wanted:
        measured = " or ".join(f"{MEASURE} eq '{key}'" for key in wanted)
        conditions = as_far_as_fits([*conditions, f"({measured})" if len(wanted) > 1 and conditions else measured])
    joined = " and ".join(conditions)
    first = base + query(filter=joined)
    total = asking.count(f"{base}/$count{query(filter=joined)}")
    kept = KeptPages(cache, first=first, modified=metadata.modified)
    decimals = {key: measure.decimals for key, measure in metadata.measures.items()}
    every = [
        _page(with_columns(found, [*dimensions, MEASURE, "Value"], asking=asking), dimensions, decimals)
        for found in pages(asking, first=first, cache=kept, progress=progress, total=total)
        if found
    ]
    kept.forget()
    columns = wanted or list(metadata.measures)
    if not every:
        return pl.DataFrame(schema=dict.fromkeys([*dimensions, *columns], pl.String))
    return _wide(asking, pl.concat(every, rechunk=True), dimensions=dimensions, columns=columns)


def _wide(asking: Asking, long: pl.DataFrame, *, dimensions: list[str], columns: list[str]) -> pl.DataFrame:
    if long.select(pl.struct(*dimensions, MEASURE).n_unique()).item() != long.height:
        raise asking.service.error("twice", texts.TWICE, advice=texts.TWICE_ADVICE, table=asking.table)
    wide = long.pivot(MEASURE, index=dimensions, values=CELL, aggregate_function="first")
    return wide.select(
        *dimensions,
        *(pl.col(key).fill_null("") if key in wide.columns else pl.lit("").alias(key) for key in columns),
    )


def _page(rows: list[Row], dimensions: list[str], decimals: dict[str, int]) -> pl.DataFrame:
    measures = [text(row.get(MEASURE)) for row in rows]
    cells = [_cell(row, decimals.get(measure, 0)) for row, measure in zip(rows, measures, strict=True)]
    columns = {name: [text(row.get(name)) for row in rows] for name in dimensions}
    schema = dict.fromkeys([*dimensions, MEASURE, CELL], pl.String)
    return pl.DataFrame({**columns, MEASURE: measures, CELL: cells}, schema=schema)


def _cell(row: Row, decimals: int) -> str:
    """A figure as text with its decimals; a text; or the symbol for why there is none."""
    value = row.get("Value")
    if isinstance(value, int | float):
        return number_text(value, decimals=decimals)
    if row.get("StringValue") is not None:
        return text(row.get("StringValue"))
    return "" if row.get("ValueAttribute") == IMPOSSIBLE else NOT_SHOWN


def number_text(value: float, *, decimals: int) -> str:
    """A number with the decimals its measure has, or all when it has more; never three, which look like 1.234."""
    written = f"{value:.{decimals}f}"
    if float(written) != value:
        written = repr(float(value))
    whole_part, _, fraction = written.partition(".")
    return f"{written}0" if len(fraction) == 3 and len(whole_part.lstrip("-")) <= 3 else written


def _groups(asking: Asking, base: str) -> dict[str, str]:
    """The headings above the measures; a table may have none."""
    try:
        found = all_rows(asking, f"{base}/MeasureGroups")
    except ServiceError:
        return {}
    numbers = {text(row.get("Id")): number for number, row in enumerate(found)}
    groups = {
        numbers[text(row.get("Id"))]: (text(row.get("Title")), numbers.get(text(row.get("ParentId")))) for row in found
    }
    paths = group_paths(groups)
    return {identifier: paths[number] for identifier, number in numbers.items()}
