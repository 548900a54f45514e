"""What the parties of the fictional region say together about their figures, and what they think of it a year later."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from data_models.tables import (
    Confirmation,
    DissentingView,
    JointInterpretation,
    JointVersion,
    LookingBack,
    Picture,
    Table,
)

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Who:
    """The people and parties of the region by the keys of its file."""

    people: Mapping[str, int]
    voices: Mapping[str, tuple[str, str]]  # organisation and perspective of a person
    parties: Mapping[str, int]


def write(session: Session, entries: list[Entry], *, region_id: int, who: Who) -> None:
    """Write what belongs to these pictures, which are there already; an earlier period first."""
    pictures = dict(session.execute(select(Picture.signature, Picture.id).where(Picture.region_id == region_id)).all())
    joints: dict[tuple[str, int], int] = {}
    for entry in entries:
        signature = _signature(entry["figures"])
        for part in entry["joint_interpretations"]:
            number = _joint(session, part, picture_id=pictures[signature], who=who)
            joints[signature, part["question"]] = number
        for part in entry.get("looking_backs", ()):
            earlier = joints[_signature(part["of"]), part["question"]]
            _looking_back(session, part, picture_id=pictures[signature], interpretation_id=earlier, who=who)


def _signature(figures: list[list[str]]) -> str:
    return " + ".join("|".join(figure) for figure in figures)


def _noon(day: str) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)


def _add(session: Session, table: type[Table], **values: object) -> int:
    number: int = session.scalars(insert(table).values(values).returning(table.__table__.c.id)).one()
    return number


def _joint(session: Session, entry: Entry, *, picture_id: int, who: Who) -> int:
    writer, moment = entry["person"], _noon(entry["on"])
    joint = _add(
        session,
        JointInterpretation,
        picture_id=picture_id,
        question=entry["question"],
        text=entry["text"],
        updated_by=who.people[writer],
        updated_at=moment,
    )
    _add(
        session,
        JointVersion,
        interpretation_id=joint,
        version=1,
        text=entry["text"],
        organisation=who.voices[writer][0],
        changed_by=who.people[writer],
        changed_at=moment,
    )
    for one in entry["confirmations"]:
        confirmed = {"interpretation_id": joint, "version": 1, "confirmed_at": moment}
        signed = {"party_id": who.parties[one["party"]], "signatory_id": who.people[one["signatory"]]}
        session.execute(insert(Confirmation).values(confirmed | signed))
    for one in entry["dissenting_views"]:
        _add(
            session,
            DissentingView,
            interpretation_id=joint,
            party_id=who.parties[one["party"]],
            of_version=1,
            text=one["text"],
            signatory_id=who.people[one["signatory"]],
            created_at=moment,
            updated_at=moment,
        )
    return joint


def _looking_back(session: Session, entry: Entry, *, picture_id: int, interpretation_id: int, who: Who) -> None:
    organisation, perspective = who.voices[entry["person"]]
    moment = _noon(entry["on"])
    _add(
        session,
        LookingBack,
        picture_id=picture_id,
        interpretation_id=interpretation_id,
        of_version=1,
        person_id=who.people[entry["person"]],
        organisation=organisation,
        perspective=perspective,
        answer=entry["answer"],
        text=entry["text"],
        created_at=moment,
        updated_at=moment,
    )
