"""Meaning together in the matrix: what each region has, how each command and query is asked, and what is typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from data_models.access import Action, Actor, Role
from data_models.commands import confirming, drafts, interpretations, looking_back, pictures
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import interpretations as queries
from data_models.queries import pictures as picture_queries
from data_models.tables import (
    Area,
    Confirmation,
    DissentingView,
    JointInterpretation,
    JointQuote,
    JointVersion,
    LookingBack,
    Party,
    PersonRole,
    Picture,
    PictureFigure,
)
from tests.data_models.people_rows import add_actor

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
BEFORE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2023"),))
DRAFT = f"{PICTURE.signature}#1"  # what everybody of the matrix is typing
NUMBER = "Bel 06-12345678"
TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "joint_interpretations.text": "interpretations.subject",  # a subject says which draft holds the words
    "joint_versions.text": "interpretations.subject",
    "dissenting_views.text": "confirming.subject",
    "looking_backs.text": "looking_back.subject",
    "pictures.title": "pictures.title",
}
NOT_TYPED = {
    "joint_versions.organisation": "of the person, refused there",
    "dissenting_views.state": "a code",
    "looking_backs.organisation": "of the person, refused there",
    "looking_backs.perspective": "chosen from a list",
    "looking_backs.answer": "chosen from a list",
    "pictures.signature": "made by the program",
    "pictures.subject": "made by the program",
}


@dataclass(frozen=True, slots=True)
class JointRows:
    """What one region said together: a text that a party confirmed and dissents from, and one that nobody confirmed."""

    confirmed: int
    fresh: int
    view: int


class There(Protocol):
    """What there is of a region."""

    @property
    def joint(self) -> JointRows: ...

    @property
    def mark(self) -> str: ...

    @property
    def parties(self) -> list[int]: ...

    @property
    def contributions(self) -> list[int]: ...


class World(Protocol):
    """Every region."""

    @property
    def regions(self) -> dict[str, Any]: ...


class Room(Protocol):
    """Where a command is tried, and by whom."""

    @property
    def session(self) -> Session: ...

    @property
    def anna(self) -> Actor: ...


Does = Callable[[Session, Actor, There], object]
Asks = Callable[[Session, Actor | None, World], object]


def of_two(mark: str) -> PictureSubject:
    """The picture of two figures of a region, spelled with its mark."""
    return PictureSubject(tuple(FigureSubject("jeugdzorg", "", mark, period) for period in ("2023", "2024")))


def fill(
    session: Session, *, region_id: int, mark: str, speaker: int, party_id: int, contribution_id: int
) -> JointRows:
    """Write what a region said together, with its mark in every text, beside its picture that is there already."""
    picture = session.scalars(select(Picture.id).where(Picture.region_id == region_id)).one()
    known = session.scalars(select(PictureFigure).where(PictureFigure.picture_id == picture)).one()
    joints = []
    for question in (1, 2):
        joint = JointInterpretation(picture_id=picture, question=question, text=mark, updated_by=speaker)
        session.add(joint)
        session.flush()
        version = {"interpretation_id": joint.id, "version": 1, "text": mark, "organisation": mark}
        session.execute(insert(JointVersion).values(changed_by=speaker, **version))
        joints.append(joint.id)
    view = DissentingView(interpretation_id=joints[0], party_id=party_id, of_version=1, text=mark)
    said = LookingBack(picture_id=picture, interpretation_id=joints[0], of_version=1, person_id=speaker, text=mark)
    said.organisation, said.perspective, said.answer = mark, "gemeente", "ja"
    two = Picture(region_id=region_id, signature=of_two(mark).signature, title=mark, subject=of_two(mark).subject)
    session.add_all([view, said, two])
    session.flush()
    session.execute(insert(Confirmation).values(interpretation_id=joints[0], party_id=party_id, version=1))
    session.execute(insert(JointQuote).values(interpretation_id=joints[0], version=1, contribution_id=contribution_id))
    zeewolde = session.scalars(select(Area.id).where(Area.code == "GM0050")).one()
    about = {"indicator_id": known.indicator_id, "breakdown_id": known.breakdown_id, "period_id": known.period_id}
    for position in (1, 2):
        session.add(PictureFigure(picture_id=two.id, position=position, area_id=zeewolde, **about))
    session.flush()
    return JointRows(confirmed=joints[0], fresh=joints[1], view=view.id)


def _save(session: Session, actor: Actor, _: There) -> object:
    said = {"question": 3, "seen_version": 0, "subject": DRAFT, "draft_version": 1}
    return interpretations.save_joint(session, actor=actor, picture=PICTURE, **said)  # type: ignore[arg-type]


def _confirm(session: Session, actor: Actor, there: There) -> None:
    about = {"interpretation_id": there.joint.fresh, "seen_version": 1, "party_id": there.parties[0]}
    confirming.confirm_interpretation(session, actor=actor, **about)


def _confirm_and_undo(session: Session, actor: Actor, there: There) -> None:
    _confirm(session, actor, there)
    about = {"interpretation_id": there.joint.fresh, "seen_version": 1, "party_id": there.parties[0]}
    confirming.undo_confirmation(session, actor=actor, **about)


def _dissent(session: Session, actor: Actor, there: There) -> object:
    return confirming.add_dissenting_view(
        session,
        actor=actor,
        interpretation_id=there.joint.fresh,
        seen_version=1,
        party_id=there.parties[0],
        subject=DRAFT,
        draft_version=1,
    )


def _look_back(session: Session, actor: Actor, there: There) -> int:
    return looking_back.look_back(
        session,
        actor=actor,
        picture=BEFORE,
        interpretation_id=there.joint.confirmed,
        of_version=1,
        answer="ja",
        seen_version=0,
    )


def _look_back_and_explain(session: Session, actor: Actor, there: There) -> object:
    said = {"looking_back_id": _look_back(session, actor, there), "seen_version": 1}
    return looking_back.explain_looking_back(session, actor=actor, subject=DRAFT, draft_version=1, **said)


def _look_back_and_take_back(session: Session, actor: Actor, there: There) -> None:
    number = _look_back(session, actor, there)
    looking_back.take_back_looking_back(session, actor=actor, looking_back_id=number, seen_version=1)


COMMANDS: dict[str, tuple[Action, Does, bool]] = {  # and whether it is given something of a region by its id
    "interpretations.save_joint": (Action.COMPOSE_JOINT, _save, False),
    "interpretations.put_back_joint": (
        Action.COMPOSE_JOINT,
        lambda session, actor, there: interpretations.put_back_joint(
            session, actor=actor, interpretation_id=there.joint.confirmed, seen_version=1
        ),
        True,
    ),
    "confirming.confirm_interpretation": (Action.CONFIRM_JOINT, _confirm, True),
    "confirming.undo_confirmation": (Action.CONFIRM_JOINT, _confirm_and_undo, True),
    "confirming.add_dissenting_view": (Action.CONFIRM_JOINT, _dissent, True),
    "confirming.withdraw_dissenting_view": (
        Action.CONFIRM_JOINT,
        lambda session, actor, there: confirming.withdraw_dissenting_view(
            session, actor=actor, view_id=there.joint.view, seen_version=1
        ),
        True,
    ),
    "looking_back.look_back": (Action.CONTRIBUTE, _look_back, True),
    "looking_back.explain_looking_back": (Action.CONTRIBUTE, _look_back_and_explain, True),
    "looking_back.take_back_looking_back": (Action.CONTRIBUTE, _look_back_and_take_back, True),
    "pictures.name_picture": (
        Action.COMPOSE_JOINT,
        lambda session, actor, _: pictures.name_picture(
            session, actor=actor, picture=BEFORE, title="Hulp en school", seen_title=""
        ),
        False,
    ),
}
INSTRUMENTS = {
    "interpretations.seen_joint": "an instrument: what a command is about, and asks permit",
    "interpretations.record": "an instrument: writes the line of a command",
    "pictures.picture_id": "an instrument: the picture that a command is about",
}


def _quoting(session: Session, asker: Actor | None, world: World) -> object:
    told = {region.contributions[0]: region.mark for region in world.regions.values()}
    return [told[number] for number in queries.quoted(session, asker=asker, contributions=list(told))]


QUERIES: dict[str, Asks] = {
    "interpretations.joints": lambda session, asker, _: queries.joints(session, asker=asker, picture=PICTURE),
    "interpretations.quoted": _quoting,
    "pictures.together": lambda session, asker, _: picture_queries.together(session, asker=asker, area="GM0050"),
    "pictures.title_of": lambda session, asker, world: [
        picture_queries.title_of(session, asker=asker, picture=of_two(mark)) for mark in world.regions
    ],
}
CONDITIONS = {
    "interpretations.seen_pictures": "a condition",
    "pictures.spoken_of": "periods and nothing else: tests/data_models/test_interpretations.py",
}


def _draft(room: Room, actor: Actor) -> dict[str, Any]:
    drafts.save_draft(room.session, actor=actor, subject="samen", text=NUMBER, seen_version=0, base_version=0)
    return {"subject": "samen", "draft_version": 1}


def _stands(room: Room) -> int:
    """A joint interpretation without personal data."""
    drafts.save_draft(
        room.session, actor=room.anna, subject="duiding", text="Zo is het.", seen_version=0, base_version=0
    )
    number, _ = interpretations.save_joint(
        room.session, actor=room.anna, picture=PICTURE, question=2, seen_version=0, subject="duiding", draft_version=1
    )
    return number


def _try_dissent(room: Room) -> object:
    number = _stands(room)
    party = Party(region_id=room.anna.region_id, name="Gemeente", kind="municipality")
    room.session.add(party)
    room.session.flush()
    signs = add_actor(room.session, "Wim", region_id=room.anna.region_id, role=Role.SIGNATORY)
    room.session.execute(update(PersonRole).where(PersonRole.person_id == signs.person_id).values(party_id=party.id))
    about: dict[str, Any] = {"interpretation_id": number, "seen_version": 1, "party_id": party.id}
    return confirming.add_dissenting_view(room.session, actor=signs, **about, **_draft(room, signs))


def _try_explanation(room: Room) -> object:
    number = looking_back.look_back(
        room.session,
        actor=room.anna,
        picture=BEFORE,
        interpretation_id=_stands(room),
        of_version=1,
        answer="nee",
        seen_version=0,
    )
    about: dict[str, Any] = {"looking_back_id": number, "seen_version": 1}
    return looking_back.explain_looking_back(room.session, actor=room.anna, **about, **_draft(room, room.anna))


TRIED: dict[str, Callable[[Room], object]] = {
    "interpretations.save_joint.subject": lambda room: interpretations.save_joint(
        room.session,
        actor=room.anna,
        picture=PICTURE,
        question=2,
        seen_version=0,
        **_draft(room, room.anna),
    ),
    "confirming.add_dissenting_view.subject": _try_dissent,
    "looking_back.explain_looking_back.subject": _try_explanation,
    "pictures.name_picture.title": lambda room: pictures.name_picture(
        room.session, actor=room.anna, picture=PICTURE, title=NUMBER, seen_title=""
    ),
}
