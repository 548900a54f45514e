"""What the parties say together about a picture, now and before: who confirmed it, and who sees it otherwise."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from data_models.access import Actor, region_read
from data_models.facts import PictureSubject, periods_of
from data_models.tables import (
    Confirmation,
    Contribution,
    DissentingView,
    JointInterpretation,
    JointQuote,
    JointVersion,
    LookingBack,
    Party,
    Person,
    Picture,
    Region,
)


@dataclass(frozen=True, slots=True)
class JointVersionFacts:
    """The words as they stood at a version."""

    version: int
    text: str
    organisation: str  # of who wrote them
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class ConfirmationFacts:
    """A party that confirmed a version, through whom and when; `holds`: those words still stand."""

    party_id: int
    party: str
    version: int
    name: str
    confirmed_at: datetime
    holds: bool


@dataclass(frozen=True, slots=True)
class DissentFacts:
    """What a party sees otherwise; without its words when it was withdrawn."""

    id: int
    party_id: int
    party: str
    of_version: int
    text: str
    state: str
    created_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class LookingBackFacts:
    """What somebody says of it now that there is a new figure."""

    id: int
    person_id: int | None
    organisation: str
    perspective: str
    of_version: int
    answer: str
    text: str
    version: int


@dataclass(frozen=True, slots=True)
class JointFacts:
    """A joint interpretation as it stands, with all that hangs on it; each party of its region is in `parties`."""

    id: int
    region_id: int
    period: str
    question: int
    text: str
    version: int
    versions: tuple[JointVersionFacts, ...]  # the newest first
    confirmations: tuple[ConfirmationFacts, ...]  # of each party the last, in alphabetical order
    earlier_confirmations: tuple[ConfirmationFacts, ...]
    views: tuple[DissentFacts, ...]
    parties: dict[int, str]  # by name
    quotes: tuple[int, ...]  # contributions whose words stand in it
    withdrawn_quotes: tuple[str, ...]  # organisations of quoted contributions that were withdrawn since
    expired_quotes: tuple[str, ...]  # and of those that went because the region's term was over
    looking_backs: tuple[LookingBackFacts, ...]  # from the picture that was asked about

    @property
    def confirmed(self) -> tuple[ConfirmationFacts, ...]:
        """The confirmations of the words that stand."""
        return tuple(one for one in self.confirmations if one.holds)

    @property
    def waiting(self) -> tuple[str, ...]:
        """The parties that did not confirm any words of it."""
        known = {one.party_id for one in self.confirmations}
        return tuple(name for party_id, name in self.parties.items() if party_id not in known)


@dataclass(slots=True)
class _Hanging:
    """What belongs to joint interpretations, by their ids."""

    versions: defaultdict[int, list[JointVersionFacts]] = field(default_factory=lambda: defaultdict(list))
    confirmations: defaultdict[int, list[ConfirmationFacts]] = field(default_factory=lambda: defaultdict(list))
    views: defaultdict[int, list[DissentFacts]] = field(default_factory=lambda: defaultdict(list))
    quotes: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    withdrawn: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    expired: defaultdict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    looking_backs: defaultdict[int, list[LookingBackFacts]] = field(default_factory=lambda: defaultdict(list))
    parties: defaultdict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))  # by region


def seen_pictures(asker: Actor | None) -> ColumnElement[bool]:
    """Pictures are a region's own; the fictional region's are for everyone."""
    fictional = Picture.region_id.in_(select(Region.id).where(Region.fictional))
    return or_(Picture.region_id == region_read(asker), fictional)


def joints(session: Session, *, asker: Actor | None, picture: PictureSubject) -> list[JointFacts]:
    """The joint interpretations of a picture in every period, by question; as many queries however many there are."""
    question = (
        select(JointInterpretation, Picture.region_id, Picture.signature)
        .join(Picture, Picture.id == JointInterpretation.picture_id)
        .where(seen_pictures(asker), Picture.subject == picture.subject)
        .order_by(JointInterpretation.question, Picture.signature, JointInterpretation.id)
    )
    found = session.execute(question).all()
    if not found:
        return []
    stands = {joint.id: joint for joint, _, _ in found}
    hanging = _Hanging()
    _read_versions(session, stands, hanging)
    _read_confirmations(session, stands, hanging)
    _read_views(session, stands, hanging)
    _read_quotes(session, stands, hanging)
    _read_looking_backs(session, stands, hanging, signature=picture.signature)
    _read_parties(session, {region_id for _, region_id, _ in found}, hanging)
    return [
        _facts(joint, region_id=region_id, period=periods_of(signature), hanging=hanging)
        for joint, region_id, signature in found
    ]


def quoted(session: Session, *, asker: Actor | None, contributions: Collection[int]) -> set[int]:
    """Which of these contributions stand as a quotation in the joint interpretation as it is now."""
    question = (
        select(JointQuote.contribution_id)
        .join(
            JointInterpretation,
            (JointInterpretation.id == JointQuote.interpretation_id)
            & (JointInterpretation.version == JointQuote.version),
        )
        .join(Picture, Picture.id == JointInterpretation.picture_id)
        .where(seen_pictures(asker), JointQuote.contribution_id.in_(contributions))
    )
    return set(session.scalars(question))


def _facts(joint: JointInterpretation, *, region_id: int, period: str, hanging: _Hanging) -> JointFacts:
    last: dict[int, ConfirmationFacts] = {}
    for one in hanging.confirmations[joint.id]:
        last[one.party_id] = one
    return JointFacts(
        id=joint.id,
        region_id=region_id,
        period=period,
        question=joint.question,
        text=joint.text,
        version=joint.version,
        versions=tuple(hanging.versions[joint.id]),
        confirmations=tuple(last.values()),
        earlier_confirmations=tuple(one for one in hanging.confirmations[joint.id] if last[one.party_id] is not one),
        views=tuple(hanging.views[joint.id]),
        parties=hanging.parties[region_id],
        quotes=tuple(hanging.quotes[joint.id]),
        withdrawn_quotes=tuple(hanging.withdrawn[joint.id]),
        expired_quotes=tuple(hanging.expired[joint.id]),
        looking_backs=tuple(hanging.looking_backs[joint.id]),
    )


def _read_versions(session: Session, stands: dict[int, JointInterpretation], hanging: _Hanging) -> None:
    question = (
        select(JointVersion)
        .where(JointVersion.interpretation_id.in_(stands))
        .order_by(JointVersion.interpretation_id, JointVersion.version.desc())
    )
    for row in session.scalars(question):
        facts = JointVersionFacts(row.version, row.text, row.organisation, row.changed_at)
        hanging.versions[row.interpretation_id].append(facts)


def _read_confirmations(session: Session, stands: dict[int, JointInterpretation], hanging: _Hanging) -> None:
    """By party and then by version, so that the last of a party comes last."""
    question = (
        select(Confirmation, Party.name, Person.name)
        .join(Party, Party.id == Confirmation.party_id)
        .outerjoin(Person, Person.id == Confirmation.signatory_id)
        .where(Confirmation.interpretation_id.in_(stands))
        .order_by(Party.name, Confirmation.version)
    )
    for row, party, name in session.execute(question):
        number = row.interpretation_id
        words = {one.version: one.text for one in hanging.versions[number]}
        hanging.confirmations[number].append(
            ConfirmationFacts(
                party_id=row.party_id,
                party=party,
                version=row.version,
                name=name or "",
                confirmed_at=row.confirmed_at,
                holds=words.get(row.version) == stands[number].text,
            )
        )


def _read_views(session: Session, stands: dict[int, JointInterpretation], hanging: _Hanging) -> None:
    question = (
        select(DissentingView, Party.name)
        .join(Party, Party.id == DissentingView.party_id)
        .where(DissentingView.interpretation_id.in_(stands))
        .order_by(Party.name, DissentingView.id)
    )
    for row, party in session.execute(question):
        hanging.views[row.interpretation_id].append(
            DissentFacts(
                id=row.id,
                party_id=row.party_id,
                party=party,
                of_version=row.of_version,
                text=row.text if row.state == "standing" else "",
                state=row.state,
                created_at=row.created_at,
                version=row.version,
            )
        )


def _read_quotes(session: Session, stands: dict[int, JointInterpretation], hanging: _Hanging) -> None:
    """Of the words as they stand now."""
    question = (
        select(JointQuote, Contribution.state, Contribution.organisation)
        .join(Contribution, Contribution.id == JointQuote.contribution_id)
        .where(JointQuote.interpretation_id.in_(stands))
        .order_by(Contribution.organisation, Contribution.id)
    )
    for quote, state, organisation in session.execute(question):
        number = quote.interpretation_id
        if quote.version != stands[number].version:
            continue
        hanging.quotes[number].append(quote.contribution_id)
        if state == "withdrawn":
            hanging.withdrawn[number].append(organisation)
        if state == "expired":
            hanging.expired[number].append(organisation)


def _read_looking_backs(
    session: Session, stands: dict[int, JointInterpretation], hanging: _Hanging, *, signature: str
) -> None:
    question = (
        select(LookingBack)
        .join(Picture, Picture.id == LookingBack.picture_id)
        .where(LookingBack.interpretation_id.in_(stands), Picture.signature == signature)
        .order_by(LookingBack.organisation, LookingBack.id)
    )
    for row in session.scalars(question):
        hanging.looking_backs[row.interpretation_id].append(
            LookingBackFacts(
                id=row.id,
                person_id=row.person_id,
                organisation=row.organisation,
                perspective=row.perspective,
                of_version=row.of_version,
                answer=row.answer,
                text=row.text,
                version=row.version,
            )
        )


def _read_parties(session: Session, regions: set[int], hanging: _Hanging) -> None:
    question = select(Party).where(Party.region_id.in_(regions)).order_by(Party.name)
    for party in session.scalars(question):
        hanging.parties[party.region_id][party.id] = party.name
