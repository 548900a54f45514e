"""How many figures of each indicator and period came from each source, kept in step with what is stored."""

from typing import Any

from sqlalchemy import Integer, Select, func, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from data_models.commands.staging import STAND_INS, TOTALS
from data_models.commands.topics import PUBLIC
from data_models.tables.sources import FigureTotal

_KEY = ("source_id", "indicator_id", "period_id")


def note(session: Session, *, figures: Select[*tuple[Any, ...]], sign: int) -> None:
    """Remember in a temporary table that these figures (source, indicator, period) come (1) or go (-1)."""
    rows = figures.subquery()
    key = [rows.columns[name] for name in _KEY]
    counted = select(*key, literal(sign) * func.count()).group_by(*key)
    session.execute(insert(TOTALS).from_select([*_KEY, "figures"], counted))


def settle(session: Session, *, region_id: int | None) -> None:
    """Bring the totals in line with what was noted; the periods that were new have been made."""
    period = func.coalesce(STAND_INS.columns.id, TOTALS.columns.period_id)
    amount = func.sum(TOTALS.columns.figures)
    changes = (
        select(
            TOTALS.columns.source_id,
            literal(region_id or PUBLIC, Integer),
            TOTALS.columns.indicator_id,
            period,
            amount,
        )
        .select_from(TOTALS.outerjoin(STAND_INS, STAND_INS.columns.stand_in == TOTALS.columns.period_id))
        .group_by(TOTALS.columns.source_id, TOTALS.columns.indicator_id, period)
        .having(amount != 0)
    )
    make = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    statement = make(FigureTotal).from_select(
        ["source_id", "region_id", "indicator_id", "period_id", "figures"], changes
    )
    following = {"figures": FigureTotal.figures + statement.excluded.figures}
    key = ["source_id", "region_id", "indicator_id", "period_id"]
    session.execute(statement.on_conflict_do_update(index_elements=key, set_=following))
