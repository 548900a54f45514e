"""What the parties of a region agreed, with its log; what was put on other tables; and which tables there are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, case, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from data_models.access import Actor, region_read
from data_models.facts import FigureSubject, PictureSubject
from data_models.tables import Agreement, AgreementVersion, Escalation, Person, Picture, Region, TalkTable
from data_models.tables.agreements import LEVELS

OVER = ("done", "stopped")  # states in which nothing is to be done any more


@dataclass(frozen=True, slots=True)
class StepFacts:
    """An agreement as it stood at a version, and which organisation made it so."""

    version: int
    what: str
    organisation: str
    due_on: date
    state: str
    note: str
    removed: bool
    changed_by: str  # empty when that is not known
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class AgreementFacts:
    """An agreement as it stands, the figures it came from, and its log, the newest first."""

    id: int
    region_id: int
    what: str
    organisation: str
    due_on: date
    state: str
    note: str
    figures: tuple[FigureSubject, ...]
    contribution_id: int | None
    created_at: datetime
    version: int
    log: tuple[StepFacts, ...]

    def is_late(self, today: date) -> bool:
        """Whether its day is over and it is neither done nor stopped."""
        return self.state not in OVER and self.due_on < today


@dataclass(frozen=True, slots=True)
class EscalationFacts:
    """What was put on another table; `table` is the name of one of the overview, or empty."""

    id: int
    region_id: int
    agreement_id: int | None
    agreement: str  # what was agreed; empty when it came of none that stands
    table_id: int | None
    table: str
    kind: str
    level: str
    matter: str
    reason: str
    addressee: str
    decided_by: str
    sent_on: date
    reply: str
    replied_on: date | None
    version: int


@dataclass(frozen=True, slots=True)
class TableFacts:
    """A table: who sit there, with which task, how often."""

    id: int
    region_id: int
    name: str
    level: str
    task: str
    members: tuple[str, ...]
    rhythm: str
    version: int
    changed_by: str
    updated_at: datetime


def agreements(session: Session, *, asker: Actor | None, fictional: bool) -> list[AgreementFacts]:
    """The agreements of the asker's region, or of the fictional region; what is to be done first, by its day."""
    return _agreements(session, _shown(Agreement.region_id, asker=asker, fictional=fictional))


def agreements_of_picture(session: Session, *, asker: Actor | None, picture: PictureSubject) -> list[AgreementFacts]:
    """The agreements that came from a picture, in every period."""
    example = Agreement.region_id.in_(select(Region.id).where(Region.fictional))
    return _agreements(
        session, or_(Agreement.region_id == region_read(asker), example), Picture.subject == picture.subject
    )


def escalations(session: Session, *, asker: Actor | None, fictional: bool) -> list[EscalationFacts]:
    """What was put on other tables, those without a reply first, then the newest first."""
    question = (
        select(Escalation, Agreement.what, TalkTable.name)
        .outerjoin(Agreement, (Agreement.id == Escalation.agreement_id) & Agreement.removed_at.is_(None))
        .outerjoin(TalkTable, TalkTable.id == Escalation.table_id)
        .where(_shown(Escalation.region_id, asker=asker, fictional=fictional), Escalation.removed_at.is_(None))
        .order_by(Escalation.replied_on.is_not(None), Escalation.sent_on.desc(), Escalation.id.desc())
    )
    return [
        EscalationFacts(
            id=row.id,
            region_id=row.region_id,
            agreement_id=row.agreement_id,
            agreement=agreed or "",
            table_id=row.table_id,
            table=table or "",
            kind=row.kind,
            level=row.level,
            matter=row.matter,
            reason=row.reason,
            addressee=row.addressee,
            decided_by=row.decided_by,
            sent_on=row.sent_on,
            reply=row.reply,
            replied_on=row.replied_on,
            version=row.version,
        )
        for row, agreed, table in session.execute(question)
    ]


def tables(session: Session, *, asker: Actor | None, fictional: bool) -> list[TableFacts]:
    """The tables of the asker's region, or of the fictional region, from near to far and then by name."""
    near = case({level: place for place, level in enumerate(LEVELS)}, value=TalkTable.level)
    question = (
        select(TalkTable, Person.organisation)
        .outerjoin(Person, Person.id == TalkTable.updated_by)
        .where(_shown(TalkTable.region_id, asker=asker, fictional=fictional), TalkTable.removed_at.is_(None))
        .order_by(near, TalkTable.name, TalkTable.id)
    )
    return [
        TableFacts(
            id=row.id,
            region_id=row.region_id,
            name=row.name,
            level=row.level,
            task=row.task,
            members=tuple(row.members.splitlines()),
            rhythm=row.rhythm,
            version=row.version,
            changed_by=organisation or "",
            updated_at=row.updated_at,
        )
        for row, organisation in session.execute(question)
    ]


def _shown(column: InstrumentedAttribute[int], *, asker: Actor | None, fictional: bool) -> ColumnElement[bool]:
    """Of the asker's region, or of the fictional region, which is there for everyone."""
    invented = select(Region.id).where(Region.fictional)
    return column.in_(invented) if fictional else (column == region_read(asker)) & column.not_in(invented)


def _agreements(session: Session, *shown: ColumnElement[bool]) -> list[AgreementFacts]:
    question = (
        select(Agreement, Picture.signature)
        .outerjoin(Picture, Picture.id == Agreement.picture_id)
        .where(*shown, Agreement.removed_at.is_(None))
        .order_by(Agreement.state.in_(OVER), Agreement.due_on, Agreement.id)
    )
    found = session.execute(question).all()
    logs = _logs(session, numbers=[row.id for row, _ in found])
    return [
        AgreementFacts(
            id=row.id,
            region_id=row.region_id,
            what=row.what,
            organisation=row.organisation,
            due_on=row.due_on,
            state=row.state,
            note=row.note,
            figures=_figures(signature or ""),
            contribution_id=row.contribution_id,
            created_at=row.created_at,
            version=row.version,
            log=tuple(logs[row.id]),
        )
        for row, signature in found
    ]


def _figures(signature: str) -> tuple[FigureSubject, ...]:
    """The figures of a picture, as its signature spells them."""
    return tuple(FigureSubject(*part.split("|")) for part in signature.split(" + ") if part)


def _logs(session: Session, *, numbers: Collection[int]) -> defaultdict[int, list[StepFacts]]:
    found: defaultdict[int, list[StepFacts]] = defaultdict(list)
    if not numbers:
        return found
    question = (
        select(AgreementVersion, Person.organisation)
        .outerjoin(Person, Person.id == AgreementVersion.changed_by)
        .where(AgreementVersion.agreement_id.in_(numbers))
        .order_by(AgreementVersion.agreement_id, AgreementVersion.version.desc())
    )
    for row, organisation in session.execute(question):
        found[row.agreement_id].append(
            StepFacts(
                version=row.version,
                what=row.what,
                organisation=row.organisation,
                due_on=row.due_on,
                state=row.state,
                note=row.note,
                removed=row.removed,
                changed_by=organisation or "",
                changed_at=row.changed_at,
            )
        )
    return found
