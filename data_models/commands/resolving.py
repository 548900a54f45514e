"""From codes to ids: an area by its code *and* the year, a period and a breakdown made when they are new."""

import polars as pl
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_models import periods
from data_models.breakdowns import is_breakdown
from data_models.tables.areas import Area
from data_models.tables.figures import Breakdown, Period
from data_models.tables.indicators import Indicator
from data_models.tables.sources import Source

_WITHHELD = "withheld:"
_IDS = {"code": pl.String, "id": pl.Int64}


class UnknownCodesError(Exception):
    """Codes that the database does not know (`kind`: indicator, area, period, breakdown or source)."""

    def __init__(self, kind: str, codes: list[str]) -> None:
        super().__init__(f"unknown {kind}: {', '.join(codes[:20])}")
        self.kind = kind
        self.codes = codes


class Resolver:
    """The ids of everything figures refer to, read once and extended with what is new."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._indicators = _ids(session, Indicator)
        self._sources = _ids(session, Source)
        self._periods = _ids(session, Period)
        self._breakdowns = _ids(session, Breakdown)
        self._areas = pl.DataFrame(
            [tuple(row) for row in session.execute(select(Area.code, Area.id, Area.valid_from, Area.valid_until))],
            schema={"area": pl.String, "area_id": pl.Int64, "valid_from": pl.Int64, "valid_until": pl.Int64},
            orient="row",
        )

    def with_ids(self, figures: pl.DataFrame) -> pl.DataFrame:
        """The figures (tidy form) with `…_id` columns, and `status` split into `status` and `reason`."""
        self._make_periods(figures)
        self._make_breakdowns(figures)
        reason = pl.col("status").str.strip_prefix(_WITHHELD)
        withheld = pl.col("status").str.starts_with(_WITHHELD)
        found = figures.with_columns(
            status=pl.when(withheld).then(pl.lit("withheld")).otherwise("status"),
            reason=pl.when(withheld).then(reason).otherwise(pl.lit("")),
        )
        found = found.join(self._areas_of(figures), on=("area", "period"), how="left", maintain_order="left")
        for name, known in (
            ("indicator", self._indicators),
            ("breakdown", self._breakdowns),
            ("period", self._periods),
            ("source", self._sources),
        ):
            ids = known.rename({"code": name, "id": f"{name}_id"})
            found = found.join(ids, on=name, how="left", maintain_order="left")
        for name in ("indicator", "period", "area", "breakdown", "source"):
            unknown = found.filter(pl.col(f"{name}_id").is_null())
            if unknown.height:
                code = pl.format("{} ({})", "area", "period") if name == "area" else pl.col(name)
                raise UnknownCodesError(name, unknown.select(code).to_series().unique(maintain_order=True).to_list())
        return found

    def _areas_of(self, figures: pl.DataFrame) -> pl.DataFrame:
        """Which area each (code, period) means: the one that existed in the period's first year."""
        pairs = figures.select("area", "period").unique()
        years = {code: found.year for code in pairs["period"].unique() if (found := periods.parse(code))}
        pairs = pairs.with_columns(year=pl.col("period").replace_strict(years, default=None, return_dtype=pl.Int64))
        existed = (pl.col("valid_from") <= pl.col("year")) & (
            pl.col("valid_until").is_null() | (pl.col("valid_until") >= pl.col("year"))
        )
        return pairs.join(self._areas, on="area").filter(existed).select("area", "period", "area_id")

    def _make_periods(self, figures: pl.DataFrame) -> None:
        new = [periods.parse(code) for code in _new_codes(figures["period"], self._periods)]
        for period in filter(None, new):
            self._session.add(Period(code=period.code, kind=period.kind, year=period.year, position=period.position))
        if any(new):
            self._session.flush()
            self._periods = _ids(self._session, Period)

    def _make_breakdowns(self, figures: pl.DataFrame) -> None:
        new = [code for code in _new_codes(figures["breakdown"], self._breakdowns) if is_breakdown(code)]
        if not new:
            return
        last = self._session.scalar(select(func.coalesce(func.max(Breakdown.position), 0))) or 0
        for position, code in enumerate(new, start=last + 1):
            dimension, _, name = code.partition(":")
            self._session.add(Breakdown(code=code, dimension=dimension, name=name.replace("-", " "), position=position))
        self._session.flush()
        self._breakdowns = _ids(self._session, Breakdown)


def _new_codes(codes: pl.Series, known: pl.DataFrame) -> list[str]:
    return sorted(set(codes.unique()) - set(known["code"]))


def _ids(session: Session, table: type[Indicator] | type[Source] | type[Period] | type[Breakdown]) -> pl.DataFrame:
    return pl.DataFrame(
        [tuple(row) for row in session.execute(select(table.code, table.id))], schema=_IDS, orient="row"
    )
