"""CBS OData v3 (ODataFeed): wide rows of padded text, with the symbols that StatLine shows."""

from collections.abc import Iterable
from pathlib import Path

import polars as pl

from dashboard.sources.services.asking import Asking
from dashboard.sources.services.kept_pages import KeptPages
from dashboard.sources.services.paging import Row, all_rows, pages, with_columns
from dashboard.sources.services.service import Progress
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

_HAS_CODES = {"Dimension", "TimeDimension", "GeoDimension", "GeoDetail"}
_JSON = query(format="json")  # ODataFeed answers in Atom unless it is asked for JSON


def metadata(asking: Asking) -> TableMetadata:
    """What the table is about, from TableInfos, DataProperties and the list of every dimension."""
    base = f"{asking.service.address}/{asking.table}"
    infos = all_rows(asking, f"{base}/TableInfos{_JSON}")
    properties = all_rows(asking, f"{base}/DataProperties{_JSON}")
    kinds = {text(row.get("Key")): text(row.get("Type")) for row in properties if row.get("Type") in _HAS_CODES}
    measures = _measures(properties)
    if not infos or not kinds or not measures:
        raise asking.service.error("not-odata", texts.NOT_ODATA, advice=texts.NOT_ODATA_ADVICE)
    codes = {name: all_rows(asking, f"{base}/{name}{_JSON}") for name in kinds}
    return TableMetadata(
        table=asking.table,
        title=text(infos[0].get("Title")),
        modified=text(infos[0].get("Modified")),
        measures=measures,
        dimensions={name: {text(row.get("Key")): text(row.get("Title")) for row in codes[name]} for name in kinds},
        period_status={
            text(row.get("Key")): text(row.get("Status"))
            for name, kind in kinds.items()
            if kind == "TimeDimension"
            for row in codes[name]
        },
        kinds=kinds,
        padded={name: {text(row.get("Key")): str(row.get("Key")) for row in codes[name]} for name in kinds},
    )


def frame(
    asking: Asking, *, metadata: TableMetadata, choice: Choice, cache: Path | None, progress: Progress
) -> pl.DataFrame:
    """The chosen rows of UntypedDataSet as text without padding."""
    base = f"{asking.service.address}/{asking.table}/UntypedDataSet"
    wanted = [key for key in choice.select if key in metadata.measures]
    chosen = [*metadata.dimensions, *(wanted or metadata.measures)]
    conditions = " and ".join(choice.conditions(metadata))
    select = as_far_as_fits([",".join(chosen)]) if wanted else []
    first = base + query(filter=conditions, select="".join(select), format="json")
    total = asking.count(f"{base}/$count{query(filter=conditions)}")
    kept = KeptPages(cache, first=first, modified=metadata.modified)
    every = [
        _page(with_columns(found, chosen, asking=asking), chosen)
        for found in pages(asking, first=first, cache=kept, progress=progress, total=total)
        if found
    ]
    kept.forget()
    return pl.concat(every, rechunk=True) if every else pl.DataFrame(schema=dict.fromkeys(chosen, pl.String))


def _page(rows: list[Row], columns: list[str]) -> pl.DataFrame:
    cells = {name: [_cell(row.get(name)) for row in rows] for name in columns}
    page = pl.DataFrame(cells, schema=dict.fromkeys(columns, pl.String))
    return page.with_columns(
        pl.all()
        .str.strip_chars()
        .str.replace(r"^(-?)\.([0-9]+)$", "${1}0.$2")
        .str.replace(r"^(-?[0-9]{1,3}\.[0-9]{3})$", "${1}0")  # 1.234 could be read as a thousand; 1.2340 cannot
    )


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _measures(properties: Iterable[Row]) -> dict[str, MeasureTitle]:
    rows = list(properties)
    groups = {
        number: (text(row.get("Title")), whole(row.get("ParentID")))
        for row in rows
        if text(row.get("Type")).endswith("Group") and (number := whole(row.get("ID"))) is not None
    }
    paths = group_paths(groups)
    return {
        text(row.get("Key")): MeasureTitle(
            title=text(row.get("Title")),
            unit=text(row.get("Unit")),
            decimals=whole(row.get("Decimals")) or 0,
            group=paths.get(whole(row.get("ParentID")) or 0, "") if row.get("ParentID") is not None else "",
        )
        for row in rows
        if text(row.get("Type")) == "Topic" and text(row.get("Key"))
    }
