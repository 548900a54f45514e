"""What people note in time beside a series: an event or a break, put there, changed, taken away and put back."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from data_models.access import Action, Actor
from data_models.commands import audit, topics
from data_models.commands.permission import permit, row_of
from data_models.personal_data import refuse_personal_data
from data_models.tables import Annotation, Area, Indicator, Region
from data_models.tables.declaration import now

LONGEST = 120  # characters: what stands in a chart on a telephone
FIRST_YEAR = 1990  # before any of our series
KINDS = ("event", "break")


@dataclass(frozen=True, slots=True)
class AnnotationProposal:
    """What somebody wants to note; an empty indicator is all of them, an empty area all of the region's."""

    indicator: str
    area: str
    kind: str
    year: int
    text: str


class AnnotationRefusedError(ValueError):
    """It cannot be noted; `fault` names what is wrong, for the screen to put into words."""

    def __init__(self, fault: str) -> None:
        super().__init__(fault)
        self.fault = fault


class AnnotationConflictError(Exception):
    """Someone else changed it after the version the person saw."""

    def __init__(self, seen_version: int, current_version: int) -> None:
        super().__init__(f"version {seen_version} was seen, version {current_version} is current")
        self.seen_version = seen_version
        self.current_version = current_version


def faults(proposal: AnnotationProposal, *, this_year: int) -> list[str]:
    """What is wrong with a proposal, each by its name; an empty list when nothing is."""
    found = []
    if not proposal.text.strip():
        found.append("text_missing")
    if len(proposal.text.strip()) > LONGEST:
        found.append("text_too_long")
    if not FIRST_YEAR <= proposal.year <= this_year:
        found.append("year_impossible")
    if proposal.kind not in KINDS:
        found.append("kind_unknown")
    if not proposal.indicator and not proposal.area:
        found.append("about_nothing")
    return found


def add_annotation(session: Session, *, actor: Actor, proposal: AnnotationProposal) -> int:
    """Note an event or a break for the actor's region, and answer its id."""
    permit(session, actor=actor, action=Action.ANNOTATE)
    added = Annotation(region_id=actor.region_id)
    _fill(session, added, proposal=proposal, actor=actor)
    session.add(added)
    session.flush()
    _record(session, actor=actor, action="add_annotation", annotation=added, from_version=0)
    return added.id


def change_annotation(
    session: Session, *, actor: Actor, annotation_id: int, seen_version: int, proposal: AnnotationProposal
) -> int:
    """Change it from the version the person saw, and answer its new version."""
    changed = _seen(session, actor=actor, annotation_id=annotation_id, seen_version=seen_version)
    if changed.withdrawn_at is not None:
        raise AnnotationRefusedError("withdrawn_already")
    _fill(session, changed, proposal=proposal, actor=actor)
    _flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="change_annotation", annotation=changed, from_version=seen_version)
    return changed.version


def withdraw_annotation(session: Session, *, actor: Actor, annotation_id: int, seen_version: int) -> int:
    """Take it away from the version the person saw, and answer its new version; it can be put back."""
    gone = _seen(session, actor=actor, annotation_id=annotation_id, seen_version=seen_version)
    if gone.withdrawn_at is not None:
        raise AnnotationRefusedError("withdrawn_already")
    gone.withdrawn_at = gone.changed_at = now()
    gone.changed_by = actor.person_id
    _flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="withdraw_annotation", annotation=gone, from_version=seen_version)
    return gone.version


def restore_annotation(session: Session, *, actor: Actor, annotation_id: int, seen_version: int) -> int:
    """Undo a withdrawal, and answer the new version."""
    back = _seen(session, actor=actor, annotation_id=annotation_id, seen_version=seen_version)
    if back.withdrawn_at is None:
        raise AnnotationRefusedError("not_withdrawn")
    back.withdrawn_at, back.changed_at, back.changed_by = None, now(), actor.person_id
    _flush_seen(session, seen_version=seen_version)
    _record(session, actor=actor, action="restore_annotation", annotation=back, from_version=seen_version)
    return back.version


def _seen(session: Session, *, actor: Actor, annotation_id: int, seen_version: int) -> Annotation:
    """One of the region's own: everybody's are not there to be changed."""
    found = row_of(session, Annotation, number=annotation_id, actor=actor, action=Action.ANNOTATE)
    permit(session, actor=actor, action=Action.ANNOTATE, region_id=found.region_id or 0)
    if found.version != seen_version:
        raise AnnotationConflictError(seen_version, found.version)
    return found


def _fill(session: Session, annotation: Annotation, *, proposal: AnnotationProposal, actor: Actor) -> None:
    found = faults(proposal, this_year=now().year)
    if found:
        raise AnnotationRefusedError(found[0])
    refuse_personal_data(proposal.text)
    indicator_id = area_id = None  # asked first: a question would store what was already filled in, as a version
    if proposal.indicator:
        indicator_id = session.scalars(select(Indicator.id).where(Indicator.code == proposal.indicator)).one()
    if proposal.area:
        area_id = _area_id(session, code=proposal.area, actor=actor)
    annotation.indicator_id, annotation.area_id = indicator_id, area_id
    annotation.kind, annotation.year, annotation.text = proposal.kind, proposal.year, " ".join(proposal.text.split())
    annotation.changed_by, annotation.changed_at = actor.person_id, now()


def _area_id(session: Session, *, code: str, actor: Actor) -> int:
    """The area that has this code now; an invented region, which everybody sees, is about invented areas only."""
    fictional = session.scalars(select(Region.fictional).where(Region.id == actor.region_id)).one()
    question = (
        select(Area.id).where(Area.code == code, Area.fictional == fictional).order_by(Area.valid_from.desc()).limit(1)
    )
    area_id = session.scalar(question)
    if area_id is None:
        raise AnnotationRefusedError("area_unknown")
    return area_id


def _flush_seen(session: Session, *, seen_version: int) -> None:
    try:
        session.flush()
    except StaleDataError as stale:
        raise AnnotationConflictError(seen_version, seen_version + 1) from stale


def _record(session: Session, *, actor: Actor, action: str, annotation: Annotation, from_version: int) -> None:
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind="annotation",
        subject_id=annotation.id,
        from_version=from_version,
        to_version=annotation.version,
        detail="",
    )
    topics.bump(session, topic="norms", region_id=actor.region_id)
