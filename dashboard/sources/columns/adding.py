"""Rows that together are one figure: schools of one gemeente, or the lines of a long table."""

import polars as pl

from dashboard.sources.columns.mapped_rows import KEY, RAW
from dashboard.sources.columns.mapping import ROLES
from dashboard.sources.columns.wanted import Wanted
from dashboard.sources.table import LINE


def added_over_rows(rows: pl.DataFrame) -> pl.DataFrame:
    """One row per key: counts added; as soon as one part is missing the sum is missing, never a smaller number."""
    return _one_per_key(rows)


def added_over_names(rows: pl.DataFrame, *, wanted: list[Wanted]) -> pl.DataFrame:
    """One row per key of a long table, in which every number stands on a line of its own.

    A role that has no line at all for a name, or fewer lines than another, is missing.
    """
    named = rows.with_columns(role=pl.col("name").str.extract("^([a-z]+) "))
    lines = named.group_by([*KEY, "role", "name"], maintain_order=True).agg(
        *_kept(), pl.len().alias("lines"), *(_sum(role) for role in ROLES)
    )
    most = pl.col("lines").max().over(KEY)
    expected = pl.concat(
        [
            pl.DataFrame({"place": [place], "role": [role], "names": [len(set(columns))]})
            for place, one in enumerate(wanted)
            for role, columns in one.columns.items()
        ]
    ).cast({"place": pl.Int32})
    roles = (
        lines.with_columns(short=pl.col("lines") < most)
        .group_by([*KEY, "role"], maintain_order=True)
        .agg(*_kept(), pl.len().alias("found"), pl.col("short").any(), *(_sum(role) for role in ROLES))
        .join(expected, on=["place", "role"], how="left", maintain_order="left")
        .with_columns(incomplete=pl.col("short") | (pl.col("found") < pl.col("names")))
        .with_columns(
            *(
                (pl.col(f"{role} missing") | (pl.col("incomplete") & (pl.col("role") == role))).alias(f"{role} missing")
                for role in ROLES
            )
        )
    )
    return _one_per_key(roles)


def _one_per_key(rows: pl.DataFrame) -> pl.DataFrame:
    added = rows.group_by(KEY, maintain_order=True).agg(*_kept(), *(_sum(role) for role in ROLES))
    return added.with_columns(name=pl.lit("")).select(list(RAW))


def _kept() -> list[pl.Expr]:
    return [
        pl.col(LINE).min(),
        pl.col("provisional").any(),
        pl.col("silent").all(),
        pl.col("decimals").max(),
        *(pl.col(f"{role} missing").any() for role in ROLES),
    ]


def _sum(role: str) -> pl.Expr:
    unknown = pl.col(f"{role} missing").any() | pl.col(role).is_null().all()
    return pl.when(~unknown).then(pl.col(role).sum()).alias(role)
