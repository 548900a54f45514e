"""The catalogue: which areas, indicators, themes, sources and annotations there are."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ScalarSelect, Select, select
from sqlalchemy.orm import Session, aliased

from data_models.compositions import Belonging
from data_models.facts import AreaFacts, AreaPartFacts, IndicatorFacts, SourceFacts, SuccessionFacts
from data_models.tables import Area, AreaPart, AreaSuccession, Indicator, Source, Theme

_AREA = (Area.code, Area.kind, Area.name, Area.valid_from, Area.valid_until, Area.fictional, Area.sector)


def areas(session: Session) -> list[AreaFacts]:
    """Every area, by name."""
    question = select(*_AREA).order_by(Area.name, Area.valid_from, Area.code)
    return [AreaFacts(*row) for row in session.execute(question)]


def wholes(session: Session, *, area: AreaFacts) -> list[tuple[AreaFacts, float]]:
    """The areas this one is part of, with the share of it that belongs there now or, once gone, at the last."""
    question: Select[*tuple[Any, ...]] = (
        select(*_AREA, AreaPart.share, AreaPart.valid_from, AreaPart.valid_until)
        .join(AreaPart, AreaPart.whole_id == Area.id)
        .where(AreaPart.part_id == _id_of(area))
        .order_by(Area.kind, Area.name)
    )
    return _present(area, (_belonging(row) for row in session.execute(question)))


def parts(session: Session, *, area: AreaFacts) -> list[tuple[AreaFacts, float]]:
    """The areas this one consists of, with the share of each that belongs to it now or, once gone, at the last."""
    return _present(area, belongings(session, area=area))


def belongings(session: Session, *, area: AreaFacts) -> list[Belonging]:
    """The areas this one consists of or ever did, with the share of each and the years of that."""
    question: Select[*tuple[Any, ...]] = (
        select(*_AREA, AreaPart.share, AreaPart.valid_from, AreaPart.valid_until)
        .join(AreaPart, AreaPart.part_id == Area.id)
        .where(AreaPart.whole_id == _id_of(area))
        .order_by(Area.name, Area.valid_from, AreaPart.valid_from)
    )
    return [_belonging(row) for row in session.execute(question)]


def all_belongings(session: Session, *, areas: Sequence[AreaFacts]) -> dict[AreaFacts, list[Belonging]]:
    """What each of these areas consists of or ever did, as `belongings` says it of one, in one query."""
    whole = aliased(Area)
    question: Select[*tuple[Any, ...]] = (
        select(whole.code, whole.valid_from, *_AREA, AreaPart.share, AreaPart.valid_from, AreaPart.valid_until)
        .join(AreaPart, AreaPart.part_id == Area.id)
        .join(whole, whole.id == AreaPart.whole_id)
        .where(whole.code.in_({area.code for area in areas}))
        .order_by(Area.name, Area.valid_from, AreaPart.valid_from)
    )
    found: dict[AreaFacts, list[Belonging]] = {area: [] for area in areas}
    by_place = {(area.code, area.valid_from): area for area in areas}
    for code, first, *row in session.execute(question):
        if (code, first) in by_place:
            found[by_place[code, first]].append(_belonging(row))
    return found


def all_parts(session: Session, *, areas: Sequence[AreaFacts]) -> dict[AreaFacts, list[tuple[AreaFacts, float]]]:
    """What each of these areas consists of now or, once gone, at the last, as `parts` says it of one, in one query."""
    return {area: _present(area, found) for area, found in all_belongings(session, areas=areas).items()}


def _belonging(row: Sequence[Any]) -> Belonging:
    *area, share, valid_from, valid_until = row
    return Belonging(AreaFacts(*area), share, valid_from, valid_until)


def _present(area: AreaFacts, found: Iterable[Belonging]) -> list[tuple[AreaFacts, float]]:
    """Those that hold this year, or in the last year that both areas existed."""
    this_year = datetime.now(UTC).year
    present = []
    for one in found:
        ends = [end for end in (area.valid_until, one.area.valid_until) if end is not None]
        year = min([max(this_year, area.valid_from, one.area.valid_from), *ends])
        if one.holds_in(year):
            present.append((one.area, one.share))
    return present


def _id_of(area: AreaFacts) -> ScalarSelect[int]:
    return select(Area.id).where(Area.code == area.code, Area.valid_from == area.valid_from).scalar_subquery()


def successions(session: Session) -> list[SuccessionFacts]:
    """Every herindeling, oldest first: which share of a former area went to which successor."""
    former, successor = aliased(Area), aliased(Area)
    question = (
        select(former.code, successor.code, AreaSuccession.year, AreaSuccession.share)
        .join(former, former.id == AreaSuccession.former_id)
        .join(successor, successor.id == AreaSuccession.successor_id)
        .order_by(AreaSuccession.year, former.code, successor.code)
    )
    return [SuccessionFacts(*row) for row in session.execute(question)]


def area_parts(session: Session) -> list[AreaPartFacts]:
    """Which areas lie in which others, by code, with the share of each and the years of that."""
    whole, part = aliased(Area), aliased(Area)
    question = (
        select(whole.code, part.code, AreaPart.share, AreaPart.valid_from, AreaPart.valid_until)
        .join(whole, whole.id == AreaPart.whole_id)
        .join(part, part.id == AreaPart.part_id)
        .order_by(whole.code, part.code, AreaPart.valid_from)
    )
    return [AreaPartFacts(*row) for row in session.execute(question)]


def indicators(session: Session) -> list[IndicatorFacts]:
    """Every indicator, by theme and place within it."""
    question = (
        select(Indicator, Theme.name)
        .join(Theme, Theme.id == Indicator.theme_id)
        .order_by(Theme.position, Indicator.position, Indicator.code)
    )
    return [
        IndicatorFacts(
            code=row.code,
            name=row.name,
            short_name=row.short_name,
            question=row.question,
            theme=theme,
            unit=row.unit,
            decimals=row.decimals,
            numerator=row.numerator,
            denominator=row.denominator,
            subject=row.subject,
            verb=row.verb,
            complement=row.complement,
            desired_direction=row.desired_direction,
            kind=row.kind,
            basis=row.basis,
            source_table=row.source_table,
            levels=tuple(row.levels.split(",")),
            caveats=row.caveats,
            local=row.local,
            zero_may_be_shown=row.zero_may_be_shown,
            minimum_count=row.minimum_count,
            minimum_denominator=row.minimum_denominator,
            smallest_relevant_difference=row.smallest_relevant_difference,
            rounding=row.rounding,
            in_start_set=row.in_start_set,
            position=row.position,
        )
        for row, theme in session.execute(question)
    ]


def sources(session: Session) -> list[SourceFacts]:
    """Every source, by name."""
    return [
        SourceFacts(
            code=row.code,
            name=row.name,
            publisher=row.publisher,
            licence=row.licence,
            address=row.address,
            retrieved_on=row.retrieved_on.isoformat() if row.retrieved_on else "",
            description=row.description,
            fictional=row.fictional,
        )
        for row in session.scalars(select(Source).order_by(Source.name))
    ]


def themes(session: Session) -> dict[str, str]:
    """The name of every theme by its code, in their order."""
    found = session.execute(select(Theme.code, Theme.name).order_by(Theme.position))
    return {row.code: row.name for row in found}
