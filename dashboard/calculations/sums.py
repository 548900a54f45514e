"""Which figures add up to which: groups to the total, areas to the larger area, now and in what stood there before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from data_models import periods
from data_models.facts import AreaPartFacts

EXACT, AT_MOST, AT_LEAST = "=", "<", ">"
_RANGE = re.compile(r"(\d+)-(\d+)")  # ages, both included
_KIND = r"^([A-Z]+|\d)"  # of a code of CBS or DUO: what kind of area it is
_GROUP = ["indicator", "area", "period"]


@dataclass(frozen=True, slots=True)
class Sum:
    """Rows of `parts` that together are exactly, at most or at least the row of `whole`."""

    parts: tuple[int, ...]
    whole: int
    sense: str


def with_totals_for_all(versions: pl.DataFrame) -> pl.DataFrame:
    """The rows, and for each area with two dimensions but no total a row that nothing is known of: their total."""
    grouped = versions.with_columns(dimension=_dimension()).group_by(_GROUP, maintain_order=True)
    lonely = grouped.agg(
        total=(pl.col("breakdown") == "").any(),
        dimensions=pl.col("dimension").filter(pl.col("breakdown") != "").n_unique(),
        unit=pl.col("unit").first(),
        source=pl.col("source").first(),
    ).filter(~pl.col("total") & (pl.col("dimensions") > 1))
    if lonely.is_empty():
        return versions
    added = lonely.select(*_GROUP, "unit", "source", breakdown=pl.lit(""), status=pl.lit("nowhere"))
    added = added.with_columns(
        since=pl.lit(0, pl.Int64), changed=pl.lit(False), stood_withheld_for_another=pl.lit(False)
    )
    return pl.concat([versions, added], how="diagonal")


def sums_in(rows: pl.DataFrame, *, parts: Sequence[AreaPartFacts]) -> list[Sum]:
    """The sums among `rows` (sorted by key and `since`; the number of a row is its place), each once.

    At any moment the figures of that moment add up: of each figure the row that stood there then.
    """
    numbered = rows.select(*_GROUP, "breakdown", "since").with_row_index("row").with_columns(dimension=_dimension())
    moments = sorted(numbered["since"].unique().to_list())
    found: dict[Sum, None] = {}
    for moment in moments:
        # A figure that was not replaced since then is in its latest form; one that was, in the form before that.
        standing = numbered.filter(pl.col("since") <= moment).group_by([*_GROUP, "breakdown"]).agg(pl.col("row").last())
        first = numbered.group_by([*_GROUP, "breakdown"]).agg(first=pl.col("row").first())
        snapshot = first.join(standing, on=[*_GROUP, "breakdown"], how="left").with_columns(
            row=pl.coalesce("row", "first"), dimension=_dimension()
        )
        for one in (*_over_groups(snapshot), *_over_areas(snapshot, parts)):
            found.setdefault(one)
    return list(found)


def _dimension() -> pl.Expr:
    return pl.col("breakdown").str.split(":").list.first()


def _over_groups(snapshot: pl.DataFrame) -> Iterator[Sum]:
    totals = snapshot.filter(pl.col("breakdown") == "").select(*_GROUP, whole="row")
    groups = (
        snapshot.filter(pl.col("breakdown") != "")
        .sort("row")
        .group_by([*_GROUP, "dimension"], maintain_order=True)
        .agg("row", "breakdown")
        .join(totals, on=_GROUP, how="left", maintain_order="left")
    )
    for rows, codes, whole in groups.select("row", "breakdown", "whole").iter_rows():
        yield from _tiled(dict(zip(codes, rows, strict=True)), whole)


def _tiled(rows: dict[str, int], whole: int | None) -> Iterator[Sum]:
    """The groups of one dimension under their total; ages that lie within other ages under those."""
    ranges = {
        code: (int(found[1]), int(found[2]))
        for code in rows
        if (found := _RANGE.fullmatch(code.partition(":")[2])) and int(found[1]) <= int(found[2])
    }
    if len(ranges) < len(rows):
        ranges = {}
    above: dict[str, list[str]] = {}
    for code in rows:
        wider = [other for other in ranges if other != code and ranges and _within(ranges[code], ranges[other])]
        narrowest = min(wider, key=lambda other: ranges[other][1] - ranges[other][0], default="")
        above.setdefault(narrowest, []).append(code)
    for over, parts in above.items():
        top = whole if over == "" else rows[over]
        if top is None:
            continue
        tiles = over == "" or _covers([ranges[part] for part in parts], ranges[over])
        alone = len(parts) == 1
        yield Sum(tuple(rows[part] for part in parts), top, EXACT if tiles and not alone else AT_MOST)


def _within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1] and inner != outer


def _covers(inner: Sequence[tuple[int, int]], outer: tuple[int, int]) -> bool:
    ordered = sorted(inner)
    following = all(after[0] == before[1] + 1 for before, after in pairwise(ordered))
    return following and (ordered[0][0], ordered[-1][1]) == outer


def _over_areas(snapshot: pl.DataFrame, parts: Sequence[AreaPartFacts]) -> Iterator[Sum]:
    known = set(snapshot["area"].unique().to_list())
    years = {code: period.year for code in snapshot["period"].unique() if (period := periods.parse(code))}
    wholes = {part.whole for part in parts} & known
    lies_in = pl.DataFrame(
        [
            (part.whole, part.part, part.share, part.valid_from, part.valid_until)
            for part in parts
            if part.whole in wholes
        ],
        schema={
            "whole_area": pl.String(),
            "area": pl.String(),
            "share": pl.Float64(),
            "valid_from": pl.Int64(),
            "valid_until": pl.Int64(),
        },
        orient="row",
    ).with_columns(kind=pl.col("area").str.extract(_KIND).fill_null(""))
    if lies_in.is_empty() or not years:
        return
    in_year = lies_in.join(pl.DataFrame({"period": list(years), "year": list(years.values())}), how="cross").filter(
        (pl.col("valid_from") <= pl.col("year")) & (pl.col("valid_until").fill_null(9999) >= pl.col("year"))
    )
    in_year = in_year.with_columns(expected=pl.len().over("whole_area", "kind", "period"))
    cell = ["indicator", "period", "breakdown"]
    wholes_rows = snapshot.select(*cell, whole_area="area", whole="row")
    found = (
        snapshot.select(*cell, "area", "row")
        .join(in_year, on=["area", "period"], how="inner")
        .join(wholes_rows, on=[*cell, "whole_area"], how="inner")
        .sort("row")
        .group_by([*cell, "whole", "kind"], maintain_order=True)
        .agg("row", "share", pl.col("expected").first())
    )
    for whole, rows, shares, expected in found.select("whole", "row", "share", "expected").iter_rows():
        entire = tuple(row for row, share in zip(rows, shares, strict=True) if share >= 1)
        present = len(rows) == expected
        if len(entire) == expected and expected > 1:
            yield Sum(entire, whole, EXACT)
            continue
        if entire:
            yield Sum(entire, whole, AT_MOST)
        if present:
            yield Sum(tuple(rows), whole, AT_LEAST)
