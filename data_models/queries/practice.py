"""Stories from practice as screens show them, with how each of them was before."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from data_models import access
from data_models.access import Actor, region_read
from data_models.tables import Area, Indicator, Person, PracticeStory, PracticeStoryVersion, Region, Theme


@dataclass(frozen=True, slots=True)
class PracticeFacts:
    """A story from practice as others see it: the organisation, and the person's name only when they want that.

    `indicator` and `area` are codes, with their names; empty when it is about no figure, or about the whole region.
    """

    id: int
    region_id: int
    kind: str  # gem, bottleneck
    theme: str
    theme_name: str
    indicator: str
    indicator_name: str
    area: str
    area_name: str
    title: str
    text: str
    organisation: str
    perspective: str
    name: str
    visibility: str
    state: str  # shared, withdrawn, expired
    version: int
    created_at: datetime
    updated_at: datetime
    editable: bool  # by the one who asks


@dataclass(frozen=True, slots=True)
class PracticeVersionFacts:
    """The words of a story as they stood."""

    version: int
    title: str
    text: str
    changed_at: datetime


def stories(
    session: Session, *, asker: Actor | None, fictional: bool, indicator: str | None = None
) -> list[PracticeFacts]:
    """Those of the asker's region, or of the fictional region, which is there for everyone; the newest first.

    All of them, or only those about an indicator; withdrawn ones without their words, removed ones not at all.
    """
    question = (
        select(
            PracticeStory,
            Theme.code,
            Theme.name,
            Indicator.code,
            Indicator.short_name,
            Area.code,
            Area.name,
            Person.name,
        )
        .join(Theme, Theme.id == PracticeStory.theme_id)
        .outerjoin(Indicator, Indicator.id == PracticeStory.indicator_id)
        .outerjoin(Area, Area.id == PracticeStory.area_id)
        .outerjoin(Person, Person.id == PracticeStory.person_id)
        .where(visible(asker, fictional=fictional), PracticeStory.state != "removed")
        .order_by(PracticeStory.created_at.desc(), PracticeStory.id.desc())
    )
    if indicator is not None:
        question = question.where(Indicator.code == indicator)
    return [
        PracticeFacts(
            id=row.id,
            region_id=row.region_id,
            kind=row.kind,
            theme=theme,
            theme_name=theme_name,
            indicator=code or "",
            indicator_name=indicator_name or "",
            area=area or "",
            area_name=area_name or "",
            title=row.title if row.state == "shared" else "",
            text=row.text if row.state == "shared" else "",
            organisation=row.organisation,
            perspective=row.perspective,
            name=name if row.shows_name and name else "",
            visibility=row.visibility,
            state=row.state,
            version=row.version,
            created_at=row.created_at,
            updated_at=row.updated_at,
            editable=_may_change(row, asker=asker),
        )
        for row, theme, theme_name, code, indicator_name, area, area_name, name in session.execute(question)
    ]


def versions(session: Session, *, asker: Actor | None, story_id: int) -> list[PracticeVersionFacts]:
    """How a story was before, the newest first; nothing once it was withdrawn.

    What it said within the circle is the circle's own for good.
    """
    question = (
        select(PracticeStoryVersion)
        .join(PracticeStory, PracticeStory.id == PracticeStoryVersion.story_id)
        .where(
            or_(visible(asker, fictional=False), visible(asker, fictional=True)),
            PracticeStory.id == story_id,
            PracticeStory.state == "shared",
            or_(PracticeStoryVersion.visibility != "circle", _of_circle(asker)),
        )
        .order_by(PracticeStoryVersion.version.desc())
    )
    return [PracticeVersionFacts(row.version, row.title, row.text, row.changed_at) for row in session.scalars(question)]


def visible(asker: Actor | None, *, fictional: bool) -> ColumnElement[bool]:
    """Stories are a region's own, within a circle the organisation's own; the fictional region's are for everyone."""
    invented = select(Region.id).where(Region.fictional)
    column = PracticeStory.region_id
    where = column.in_(invented) if fictional else and_(column == region_read(asker), column.not_in(invented))
    return and_(where, or_(PracticeStory.visibility != "circle", _of_circle(asker)))


def _of_circle(asker: Actor | None) -> ColumnElement[bool]:
    """Of the asker's organisation, in their own region; who has no organisation is alone in the circle."""
    own = PracticeStory.region_id == region_read(asker)
    if asker is None:
        return own
    of_organisation = PracticeStory.organisation == asker.organisation
    return and_(own, of_organisation if asker.organisation else PracticeStory.person_id == asker.person_id)


def _may_change(row: PracticeStory, *, asker: Actor | None) -> bool:
    return (
        asker is not None
        and row.state == "shared"
        and row.region_id == asker.region_id
        and (row.person_id == asker.person_id or access.are_colleagues(asker, organisation=row.organisation))
    )
