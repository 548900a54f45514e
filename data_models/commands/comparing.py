"""What publishing figures would do, without a lock: which are new, changed, unchanged, and no longer there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, false, func, insert, null, or_, select, true
from sqlalchemy.orm import Session

from data_models import periods
from data_models.commands.locking import figures_version
from data_models.commands.resolving import Resolver
from data_models.commands.staging import (
    CHANGED,
    COLUMNS,
    COMPARED,
    GONE,
    GROUP,
    GROUPS,
    KEY,
    NEW,
    STAGED,
    Staged,
    staged,
)
from data_models.facts import AreaDraft, FigureFacts
from data_models.protected import ProtectedFigures
from data_models.tables.figures import Figure

STANDS = ("final", "revised")  # no provisional or estimated figure takes the place of one of these
LOSES = ("provisional", "estimated")


class OwnedElsewhereError(Exception):
    """Figures that are public, or another region's, would be replaced; `count` of them, None when unseen."""

    def __init__(self, count: int | None) -> None:
        super().__init__(f"{count or 'some'} figures belong to another region or are public")
        self.count = count


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure as it is and as it would be: `before` is None when it is new, `after` when it is gone."""

    before: FigureFacts | None
    after: FigureFacts | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What publishing would do; `kept_final` are provisional figures of which a final one stands, counted as unchanged.

    `gone` are current figures of the same source and region, of an indicator, period and group in the file, whose
    area is not in it. `version` goes to `publish`, which then refuses when figures were changed since.
    """

    new: int
    changed: int
    unchanged: int
    gone: int
    kept_final: int
    version: int
    counts_lost: int = 0  # of the changed: those that keep a value but lose the count behind it
    examples_new: tuple[FigureChange, ...] = ()
    examples_changed: tuple[FigureChange, ...] = ()
    examples_gone: tuple[FigureChange, ...] = ()


def compare(
    session: Session,
    *,
    figures: ProtectedFigures | Iterable[ProtectedFigures],
    region_id: int | None = None,
    areas: Sequence[AreaDraft] = (),
    examples: int = 20,
) -> Comparison:
    """Compare figures with what is current, in a reading transaction; `areas` are those the file brings along.

    Raises what `publish` raises about figures that cannot be stored.
    """
    with staged(session, figures=figures, areas=areas) as into:
        counted = classify(session, into=into, region_id=region_id)
        return Comparison(
            new=counted.new,
            changed=counted.changed,
            unchanged=counted.unchanged,
            gone=counted.gone,
            kept_final=counted.kept_final,
            version=counted.version,
            counts_lost=_counts_lost(session) if counted.changed else 0,
            examples_new=_examples(session, resolver=into.resolver, question=_new(counted, into=into), most=examples),
            examples_changed=_examples(session, resolver=into.resolver, question=_changed(), most=examples),
            examples_gone=_examples(session, resolver=into.resolver, question=_gone(), most=examples),
        )


def classify(session: Session, *, into: Staged, region_id: int | None) -> Comparison:
    """Fill the temporary tables of changed and gone figures, and of new ones unless all are; answers the counts."""
    version = figures_version(session)
    same_key = and_(*(STAGED.columns[name] == getattr(Figure, name) for name in KEY))
    is_known = func.coalesce(Figure.id, 0) > 0  # not IS NOT NULL: SQLite would then begin with the millions
    differs = or_(*(STAGED.columns[name].is_distinct_from(getattr(Figure, name)) for name in COMPARED))
    loses = and_(STAGED.columns.status.in_(LOSES), Figure.status.in_(STANDS))
    elsewhere = and_(Figure.region_id.is_distinct_from(region_id), or_(differs, Figure.region_id.is_not(None)))
    known, kept, changed, foreign = session.execute(
        select(
            func.count(),
            func.count().filter(differs, loses),
            func.count().filter(differs, ~loses),
            func.count().filter(elsewhere),
        )
        .select_from(STAGED.outerjoin(Figure, same_key))
        .where(is_known)
    ).one()
    if foreign:
        raise OwnedElsewhereError(foreign)
    if changed:
        values = (STAGED.columns[name] for name in COMPARED)
        altered = select(Figure.id, *values).select_from(STAGED.outerjoin(Figure, same_key))
        altered = altered.where(is_known, differs, ~loses)
        session.execute(insert(CHANGED).from_select(["figure_id", *COMPARED], altered.order_by(Figure.id)))
    if 0 < known < into.total:
        missing = select(STAGED).select_from(STAGED.outerjoin(Figure, same_key)).where(Figure.id.is_(None))
        session.execute(insert(NEW).from_select(COLUMNS, missing.order_by(*(STAGED.columns[name] for name in KEY))))
    return Comparison(
        new=into.total - known,
        changed=changed,
        unchanged=known - changed,
        gone=_find_gone(session, same_key=same_key, region_id=region_id),
        kept_final=kept,
        version=version,
    )


def _counts_lost(session: Session) -> int:
    """A denominator alone is no loss: it follows from count and percentage."""
    lost = and_(Figure.numerator.is_not(None), CHANGED.columns.numerator.is_(None), CHANGED.columns.value.is_not(None))
    question = select(func.count()).select_from(CHANGED.join(Figure, Figure.id == CHANGED.columns.figure_id))
    return session.scalar(question.where(lost)) or 0


def new_figures(counted: Comparison, *, into: Staged) -> FromClause:
    """The temporary table of the figures that are new."""
    return STAGED if counted.new == into.total else NEW


def _find_gone(session: Session, *, same_key: ColumnElement[bool], region_id: int | None) -> int:
    series = and_(*(GROUPS.columns[name] == getattr(Figure, name) for name in GROUP))
    lost = (
        select(Figure.id)
        .select_from(GROUPS.join(Figure, series).outerjoin(STAGED, same_key))
        .where(STAGED.columns.indicator_id.is_(None), Figure.region_id.is_not_distinct_from(region_id))
    )
    session.execute(insert(GONE).from_select(["figure_id"], lost))
    return session.scalar(select(func.count()).select_from(GONE)) or 0


Question = Select[*tuple[Any, ...]]
_NOTHING = tuple(null() for _ in COMPARED)
_CURRENT_KEY = tuple(getattr(Figure, name) for name in KEY)
_CURRENT = tuple(getattr(Figure, name) for name in COMPARED)


def _new(counted: Comparison, *, into: Staged) -> Question:
    table = new_figures(counted, into=into)
    return select(*(table.columns[name] for name in COLUMNS), *_NOTHING).where(true() if counted.new else false())


def _changed() -> Question:
    after = (CHANGED.columns[name] for name in COMPARED)
    return select(*_CURRENT_KEY, *after, *_CURRENT).join(CHANGED, CHANGED.columns.figure_id == Figure.id)


def _gone() -> Question:
    return select(*_CURRENT_KEY, *_NOTHING, *_CURRENT).join(GONE, GONE.columns.figure_id == Figure.id)


def _examples(session: Session, *, resolver: Resolver, question: Question, most: int) -> tuple[FigureChange, ...]:
    """The first figures of a question whose columns are the key, the values after and the values before."""
    rows = session.execute(question.limit(most)).all()
    sources = {row[place] for row in rows for place in (len(COLUMNS) - 1, -1)} - {None}
    codes = {
        **{name: resolver.codes(name, ids=[row[place] for row in rows]) for place, name in enumerate(_NAMES)},
        "source": resolver.codes("source", ids=sorted(sources)),
    }
    half = len(COLUMNS)
    return tuple(
        FigureChange(
            before=_facts(row[: len(KEY)], values=row[half:], codes=codes),
            after=_facts(row[: len(KEY)], values=row[len(KEY) : half], codes=codes),
        )
        for row in rows
    )


_NAMES = ("indicator", "breakdown", "area", "period")


def _facts(key: Sequence[int], *, values: Sequence[Any], codes: dict[str, dict[int, str]]) -> FigureFacts | None:
    numerator, denominator, value, status, reason, source = values
    if status is None:
        return None
    indicator, breakdown, area, period = (codes[name][number] for name, number in zip(_NAMES, key, strict=True))
    found = periods.parse(period)
    return FigureFacts(
        indicator=indicator,
        area=area,
        period=period,
        year=found.year if found else 0,
        breakdown=breakdown,
        numerator=numerator,
        denominator=denominator,
        value=value,
        status=status,
        reason=reason,
        source=codes["source"][source],
    )
