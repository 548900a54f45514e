"""How many figures of each indicator and period came from each source, kept in step with what is stored."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Integer, Select, func, insert, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from data_models.commands.staging import CHANGED, GONE, STAND_INS, TOTALS
from data_models.commands.topics import PUBLIC
from data_models.tables import Figure, FigureTotal

_KEY = ("source_id", "indicator_id", "period_id")


def note(session: Session, *, figures: Select[*tuple[Any, ...]], sign: int) -> None:
    """Remember in a temporary table that these figures (source, indicator, period) come (1) or go (-1)."""
    rows = figures.subquery()
    key = [rows.columns[name] for name in _KEY]
    counted = select(*key, literal(sign) * func.count()).group_by(*key)
    session.execute(insert(TOTALS).from_select([*_KEY, "figures"], counted))


def note_counted(session: Session, *, counted: Mapping[tuple[int, ...], int]) -> None:
    """Remember figures that come and were counted already, per source, indicator and period."""
    rows = [dict(zip((*_KEY, "figures"), (*series, figures), strict=True)) for series, figures in counted.items()]
    session.execute(insert(TOTALS), rows)


def note_moved(session: Session) -> None:
    """Remember the figures that change and come from another source than before."""
    moves = (CHANGED.columns.figure_id == Figure.id) & (CHANGED.columns.source_id != Figure.source_id)
    for source, sign in ((CHANGED.columns.source_id, 1), (Figure.source_id, -1)):
        figures = select(source, Figure.indicator_id, Figure.period_id).join_from(CHANGED, Figure, moves)
        note(session, figures=figures, sign=sign)


def note_gone(session: Session) -> None:
    """Remember the figures that go."""
    figures = select(Figure.source_id, Figure.indicator_id, Figure.period_id)
    note(session, figures=figures.join_from(GONE, Figure, GONE.columns.figure_id == Figure.id), sign=-1)


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
