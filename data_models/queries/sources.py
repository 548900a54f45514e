"""Every source with its age, its licence and what hangs on it; nothing here reads the figures themselves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from data_models.access import Actor, region_read
from data_models.facts import SourceFacts
from data_models.queries import catalogue, norms, stories
from data_models.queries.topics import PUBLIC
from data_models.tables import BatchSource, FigureTotal, ImportBatch, Indicator, Period, Source
from data_models.tables.sources import SEED


@dataclass(frozen=True, slots=True)
class SourceOverview:
    """A source (`source.retrieved_on` is its age) and what hangs on it.

    `norms` that stand and shared `answers` are those about one of its `indicators` that the asker may read.
    """

    source: SourceFacts
    figures: int  # current ones
    indicators: tuple[str, ...]  # codes
    first_period: str  # empty when there are no figures
    last_period: str
    norms: int
    answers: int
    imported_at: datetime | None  # the last time people's own import changed something and was not undone
    imported_by: str  # organisation; empty when it was the command line


@dataclass(slots=True)
class _Hanging:
    """What the totals say about one source."""

    figures: int
    indicators: list[str]
    periods: list[tuple[int, str]]  # position and code


def overview(session: Session, *, asker: Actor | None) -> list[SourceOverview]:
    """Every source, by name, with the public figures and those of the asker's region."""
    hanging = _hanging(session, asker=asker)
    imported = _last_imports(session, asker=asker)
    agreed = norms.standing_by_indicator(session, asker=asker)
    told = stories.answers_by_indicator(session, asker=asker)
    found = []
    for source in catalogue.sources(session):
        has = hanging.get(source.code) or _Hanging(0, [], [(0, "")])
        moment, organisation = imported.get(source.code, (None, ""))
        found.append(
            SourceOverview(
                source=source,
                figures=has.figures,
                indicators=tuple(has.indicators),
                first_period=min(has.periods)[1],
                last_period=max(has.periods)[1],
                norms=sum(agreed.get(indicator, 0) for indicator in has.indicators),
                answers=sum(told.get(indicator, 0) for indicator in has.indicators),
                imported_at=moment,
                imported_by=organisation,
            )
        )
    return found


def _hanging(session: Session, *, asker: Actor | None) -> dict[str, _Hanging]:
    regions = [PUBLIC, region_read(asker) or PUBLIC]
    question = (
        select(Source.code, Indicator.code, Period.position, Period.code, func.sum(FigureTotal.figures))
        .select_from(FigureTotal)
        .join(Source, Source.id == FigureTotal.source_id)
        .join(Indicator, Indicator.id == FigureTotal.indicator_id)
        .join(Period, Period.id == FigureTotal.period_id)
        .where(FigureTotal.region_id.in_(regions), FigureTotal.figures > 0)
        .group_by(Source.code, Indicator.code, Indicator.position, Period.position, Period.code)
        .order_by(Indicator.position, Indicator.code)
    )
    found: dict[str, _Hanging] = {}
    for source, indicator, position, period, figures in session.execute(question):
        has = found.setdefault(source, _Hanging(0, [], []))
        has.figures += figures
        has.periods.append((position, period))
        if indicator not in has.indicators:
            has.indicators.append(indicator)
    return found


def _last_imports(session: Session, *, asker: Actor | None) -> dict[str, tuple[datetime, str]]:
    undoing = aliased(ImportBatch)
    question = (
        select(Source.code, ImportBatch.imported_at, ImportBatch.organisation)
        .join(BatchSource, BatchSource.source_id == Source.id)
        .join(ImportBatch, ImportBatch.id == BatchSource.batch_id)
        .outerjoin(undoing, undoing.undoes_id == ImportBatch.id)
        .where(
            or_(ImportBatch.region_id.is_(None), ImportBatch.region_id == region_read(asker)),
            undoing.id.is_(None),
            ImportBatch.connector != SEED,
        )
        .order_by(ImportBatch.id)
    )
    return {code: (moment, organisation) for code, moment, organisation in session.execute(question)}
