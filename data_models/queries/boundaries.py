"""The outlines of areas in a year, for maps."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from data_models.compositions import Place
from data_models.facts import BoundaryDraft
from data_models.tables import Area, Boundary


def of_year(session: Session, *, year: int, codes: Sequence[str] | None = None) -> list[BoundaryDraft]:
    """The outlines in this year, of all areas or of these codes, by code."""
    question = (
        select(Area.code, Boundary.year, Boundary.geometry)
        .join(Area, Area.id == Boundary.area_id)
        .where(Boundary.year == year)
        .order_by(Area.code)
    )
    if codes is not None:
        question = question.where(Area.code.in_(codes))
    return [
        BoundaryDraft(area=code, year=when, geometry=geometry) for code, when, geometry in session.execute(question)
    ]


def different(session: Session, *, given: Sequence[BoundaryDraft]) -> int:
    """How many of these outlines are new, or other than what stands for that area and year."""
    number = 0
    for year in {one.year for one in given}:
        standing = {one.area: one.geometry for one in of_year(session, year=year)}
        number += sum(one.year == year and standing.get(one.area) != one.geometry for one in given)
    return number


def years(session: Session) -> list[int]:
    """The years of which there are outlines, the last first."""
    return list(session.scalars(select(Boundary.year).distinct().order_by(Boundary.year.desc())))


def outlined(session: Session) -> dict[int, frozenset[Place]]:
    """The areas that have an outline, by year: by code and first year, for a code of a wijk was given to another."""
    found: dict[int, set[Place]] = {}
    question = select(Boundary.year, Area.code, Area.valid_from).join(Area, Area.id == Boundary.area_id)
    for year, code, first in session.execute(question):
        found.setdefault(year, set()).add((code, first))
    return {year: frozenset(places) for year, places in found.items()}
