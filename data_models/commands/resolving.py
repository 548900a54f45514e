"""From codes to ids: an area by its code *and* the year; what is still to be made gets a stand-in below zero."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import polars as pl
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_models import periods
from data_models.breakdowns import is_breakdown
from data_models.commands.areas import added_to
from data_models.facts import AreaDraft
from data_models.protected import WITHHELD
from data_models.tables.areas import Area
from data_models.tables.figures import Breakdown, Period
from data_models.tables.indicators import Indicator
from data_models.tables.sources import Source

_IDS = {"code": pl.String, "id": pl.Int64}
_AREA_IDS = {"area": pl.String, "area_id": pl.Int64, "valid_from": pl.Int64, "valid_until": pl.Int64}


class UnknownCodesError(Exception):
    """Codes that the database does not know (`kind`: indicator, area, period, breakdown or source)."""

    def __init__(self, kind: str, codes: list[str]) -> None:
        super().__init__(f"unknown {kind}: {', '.join(codes[:20])}")
        self.kind = kind
        self.codes = codes


@dataclass(slots=True)
class _Place:
    """An area as far as its code and years go."""

    id: int
    valid_from: int
    valid_until: int | None


@dataclass(slots=True)
class _StandIns:
    """Numbers below zero for what is still to be made, so that comparing needs no write."""

    periods: dict[str, int] = field(default_factory=dict)
    breakdowns: dict[str, int] = field(default_factory=dict)
    areas: dict[tuple[str, int], int] = field(default_factory=dict)  # by code and first year

    def following(self) -> int:
        return -1 - len(self.periods) - len(self.breakdowns) - len(self.areas)


class Resolver:
    """The ids of everything figures refer to, read once; `areas` are those that will be registered with the figures."""

    def __init__(self, session: Session, *, areas: Iterable[AreaDraft] = ()) -> None:
        self._stand_ins = _StandIns()
        self._ids = {name: _ids(session, table) for name, table in _TABLES.items()}
        self._areas = self._areas_with(session, drafts=areas)

    def with_ids(self, figures: pl.DataFrame) -> pl.DataFrame:
        """The figures (tidy form) with `…_id` columns, and `status` split into `status` and `reason`."""
        self._stand_in_for(figures, kind="period", stand_ins=self._stand_ins.periods)
        self._stand_in_for(figures, kind="breakdown", stand_ins=self._stand_ins.breakdowns)
        reason = pl.col("status").str.strip_prefix(WITHHELD)
        withheld = pl.col("status").str.starts_with(WITHHELD)
        found = figures.with_columns(
            status=pl.when(withheld).then(pl.lit("withheld")).otherwise("status"),
            reason=pl.when(withheld).then(reason).otherwise(pl.lit("")),
        )
        found = found.join(self._areas_of(figures), on=("area", "period"), how="left", maintain_order="left")
        for name, known in self._ids.items():
            ids = known.rename({"code": name, "id": f"{name}_id"})
            found = found.join(ids, on=name, how="left", maintain_order="left")
        for name in ("indicator", "period", "area", "breakdown", "source"):
            unknown = found.filter(pl.col(f"{name}_id").is_null())
            if unknown.height:
                code = pl.format("{} ({})", "area", "period") if name == "area" else pl.col(name)
                raise UnknownCodesError(name, unknown.select(code).to_series().unique(maintain_order=True).to_list())
        return found

    def codes(self, name: str, *, ids: Sequence[int]) -> dict[int, str]:
        """The codes of these ids of indicators, periods, breakdowns, sources or areas, stand-ins too."""
        known = self._areas.rename({"area": "code", "area_id": "id"}) if name == "area" else self._ids[name]
        found = known.filter(pl.col("id").is_in(list(ids)))
        return dict(zip(found["id"], found["code"], strict=True))

    def make(self, session: Session) -> list[tuple[int, int]]:
        """Make the periods and breakdowns that were new; answers each stand-in with its id, those of areas too."""
        for code in self._stand_ins.periods:
            found = periods.parse(code)
            assert found
            session.add(Period(code=code, kind=found.kind, year=found.year, position=found.position))
        last = session.scalar(select(func.coalesce(func.max(Breakdown.position), 0))) or 0
        for position, code in enumerate(self._stand_ins.breakdowns, start=last + 1):
            dimension, _, name = code.partition(":")
            session.add(Breakdown(code=code, dimension=dimension, name=name.replace("-", " "), position=position))
        session.flush()
        made: list[tuple[int, int]] = []
        for table, stand_ins in ((Period, self._stand_ins.periods), (Breakdown, self._stand_ins.breakdowns)):
            if stand_ins:
                known = dict(session.execute(select(table.code, table.id)).all())
                made += [(stand_in, known[code]) for code, stand_in in stand_ins.items()]
        if self._stand_ins.areas:
            rows = session.execute(select(Area.code, Area.valid_from, Area.id))
            ids = {(code, first): number for code, first, number in rows}
            made += [(stand_in, ids[place]) for place, stand_in in self._stand_ins.areas.items()]
        return made

    def _areas_with(self, session: Session, *, drafts: Iterable[AreaDraft]) -> pl.DataFrame:
        known: dict[str, list[_Place]] = {}
        for code, number, first, last in session.execute(select(Area.code, Area.id, Area.valid_from, Area.valid_until)):
            known.setdefault(code, []).append(_Place(number, first, last))

        def stand_in(draft: AreaDraft) -> _Place:
            number = self._stand_ins.areas[draft.code, draft.valid_from] = self._stand_ins.following()
            return _Place(number, draft.valid_from, draft.valid_until)

        added_to(known, areas=drafts, make=stand_in)
        rows = [
            (code, place.id, place.valid_from, place.valid_until) for code, places in known.items() for place in places
        ]
        return pl.DataFrame(rows, schema=_AREA_IDS, orient="row")

    def _areas_of(self, figures: pl.DataFrame) -> pl.DataFrame:
        """Which area each (code, period) means: the one that existed in the period's first year."""
        pairs = figures.select("area", "period").unique()
        years = {code: found.year for code in pairs["period"].unique() if (found := periods.parse(code))}
        pairs = pairs.with_columns(year=pl.col("period").replace_strict(years, default=None, return_dtype=pl.Int64))
        existed = (pl.col("valid_from") <= pl.col("year")) & (
            pl.col("valid_until").is_null() | (pl.col("valid_until") >= pl.col("year"))
        )
        return pairs.join(self._areas, on="area").filter(existed).select("area", "period", "area_id")

    def _stand_in_for(self, figures: pl.DataFrame, *, kind: str, stand_ins: dict[str, int]) -> None:
        """Number the codes of this kind that are new and well formed; others are refused afterwards."""
        is_well_formed = is_breakdown if kind == "breakdown" else periods.parse
        codes = set(figures[kind].unique()) - set(self._ids[kind]["code"])
        new = [code for code in sorted(codes) if is_well_formed(code)]
        for code in new:
            stand_ins[code] = self._stand_ins.following()
        if new:
            numbers = pl.DataFrame({"code": new, "id": [stand_ins[code] for code in new]}, schema=_IDS)
            self._ids[kind] = pl.concat([self._ids[kind], numbers])


_TABLES: dict[str, type[Indicator] | type[Source] | type[Period] | type[Breakdown]] = {
    "indicator": Indicator,
    "breakdown": Breakdown,
    "period": Period,
    "source": Source,
}


def _ids(session: Session, table: type[Indicator] | type[Source] | type[Period] | type[Breakdown]) -> pl.DataFrame:
    return pl.DataFrame(
        [tuple(row) for row in session.execute(select(table.code, table.id))], schema=_IDS, orient="row"
    )
