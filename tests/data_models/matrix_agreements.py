"""Agreements, agendering and tables in the matrix: what each region has, how each is asked, and what is typed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Protocol

from sqlalchemy import insert
from sqlalchemy.orm import Session

from data_models.access import Action, Actor
from data_models.commands import agreements, escalations, talk_tables
from data_models.commands.agreements import AgreementProposal
from data_models.commands.chain import ChainRefusedError
from data_models.commands.escalations import EscalationProposal
from data_models.commands.talk_tables import TableProposal
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import agreements as queries
from data_models.tables import Agreement, AgreementVersion, Escalation, Table, TalkTable
from data_models.tables.declaration import now

DAY = date(2027, 1, 1)
NUMBER = "Bel 06-12345678"
AGREED = AgreementProposal("Elke school krijgt een vast gezicht", "Gemeente", DAY)
SENT = EscalationProposal("Twee budgetten", "budget", "national", "Alleen daar", "De tafel", "Het OOGO", DAY)
TABLE = TableProposal("Wijkoverleg", "local", "Signalen bespreken", "Gemeente", "Elke maand")
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "agreements.what": "agreements.proposal.what",
    "agreements.organisation": "agreements.proposal.organisation",
    "agreements.note": "agreements.note",
    "agreement_versions.what": "agreements.proposal.what",
    "agreement_versions.organisation": "agreements.proposal.organisation",
    "agreement_versions.note": "agreements.note",
    "talk_tables.name": "talk_tables.proposal.name",
    "talk_tables.task": "talk_tables.proposal.task",
    "talk_tables.members": "talk_tables.proposal.members",
    "talk_tables.rhythm": "talk_tables.proposal.rhythm",
    "escalations.matter": "escalations.proposal.matter",
    "escalations.reason": "escalations.proposal.reason",
    "escalations.addressee": "escalations.proposal.addressee",
    "escalations.decided_by": "escalations.proposal.decided_by",
    "escalations.reply": "escalations.reply",
}
NOT_TYPED = {
    "agreements.state": "chosen from a list",
    "agreement_versions.state": "chosen from a list",
    "talk_tables.level": "chosen from a list",
    "escalations.kind": "chosen from a list",
    "escalations.level": "chosen from a list",
}


@dataclass(frozen=True, slots=True)
class AgreedRows:
    """What there is of one region, by its ids: of each thing one that stands and one that was taken away."""

    agreements: tuple[int, int]
    moved: int  # an agreement that stands at its second version
    tables: tuple[int, int]
    escalations: tuple[int, int]


class There(Protocol):
    """What there is of a region."""

    @property
    def agreed(self) -> AgreedRows: ...


class Room(Protocol):
    """Where a command is tried, and by whom."""

    @property
    def session(self) -> Session: ...

    @property
    def anna(self) -> Actor: ...


Does = Callable[[Session, Actor, There], object]
Asks = Callable[[Session, Actor | None, object], object]


def fill(session: Session, *, region_id: int, mark: str, officer: int, picture_id: int) -> AgreedRows:
    """Write what a region agreed, with its mark in every text."""

    def kept(table: type[Table], **values: object) -> int:
        number: int = session.scalars(
            insert(table).values(region_id=region_id, **values).returning(table.__table__.c.id)
        ).one()
        return number

    def agreement(gone: object, *, version: int = 1) -> int:
        said = {"what": mark, "organisation": mark, "due_on": DAY, "state": "open", "note": mark}
        number = kept(
            Agreement,
            picture_id=picture_id,
            removed_at=gone,
            created_by=officer,
            updated_by=officer,
            version=version,
            **said,
        )
        for one in range(1, version + 1):
            log = {"agreement_id": number, "version": one, "removed": False, "changed_by": officer}
            kept(AgreementVersion, **log, **said)
        return number

    def table(gone: object) -> int:
        said = dict.fromkeys(("name", "task", "members", "rhythm"), mark)
        return kept(TalkTable, level="local", removed_at=gone, updated_by=officer, **said)

    def escalation(gone: object) -> int:
        said = dict.fromkeys(("matter", "reason", "addressee", "decided_by", "reply"), mark)
        days = {"sent_on": DAY, "replied_on": DAY, "removed_at": gone}
        return kept(Escalation, kind="budget", level="local", updated_by=officer, **said, **days)

    pairs = [(make(None), make(now())) for make in (agreement, table, escalation)]
    return AgreedRows(agreements=pairs[0], tables=pairs[1], escalations=pairs[2], moved=agreement(None, version=2))


def _agreement(command: Callable[..., object], *, standing: bool = True, **said: object) -> Does:
    return lambda session, actor, there: command(
        session, actor=actor, agreement_id=there.agreed.agreements[0 if standing else 1], seen_version=1, **said
    )


def _table(command: Callable[..., object], *, standing: bool = True, **said: object) -> Does:
    return lambda session, actor, there: command(
        session, actor=actor, table_id=there.agreed.tables[0 if standing else 1], seen_version=1, **said
    )


def _escalation(command: Callable[..., object], *, standing: bool = True, **said: object) -> Does:
    return lambda session, actor, there: command(
        session, actor=actor, escalation_id=there.agreed.escalations[0 if standing else 1], seen_version=1, **said
    )


def _undo(session: Session, actor: Actor, there: There) -> object:
    return agreements.undo_step(session, actor=actor, agreement_id=there.agreed.moved, seen_version=2)


def _escalate(session: Session, actor: Actor, there: There) -> object:
    proposal = replace(SENT, table_id=there.agreed.tables[0], agreement_id=there.agreed.agreements[0])
    return escalations.escalate(session, actor=actor, proposal=proposal)


COMMANDS: dict[str, tuple[Action, Does, bool]] = {  # and whether it is given something of a region by its id
    "agreements.make_agreement": (
        Action.MAKE_AGREEMENTS,
        lambda session, actor, _: agreements.make_agreement(session, actor=actor, proposal=AGREED, picture=PICTURE),
        False,
    ),
    "agreements.change_agreement": (
        Action.MAKE_AGREEMENTS,
        _agreement(agreements.change_agreement, proposal=AGREED),
        True,
    ),
    "agreements.step_agreement": (
        Action.CONTRIBUTE,
        _agreement(agreements.step_agreement, state="busy", note="Begonnen"),
        True,
    ),
    "agreements.undo_step": (Action.CONTRIBUTE, _undo, True),
    "agreements.remove_agreement": (Action.MAKE_AGREEMENTS, _agreement(agreements.remove_agreement), True),
    "agreements.put_back_agreement": (
        Action.MAKE_AGREEMENTS,
        _agreement(agreements.put_back_agreement, standing=False),
        True,
    ),
    "talk_tables.add_table": (
        Action.MAKE_AGREEMENTS,
        lambda session, actor, _: talk_tables.add_table(session, actor=actor, proposal=TABLE),
        False,
    ),
    "talk_tables.change_table": (Action.MAKE_AGREEMENTS, _table(talk_tables.change_table, proposal=TABLE), True),
    "talk_tables.remove_table": (Action.MAKE_AGREEMENTS, _table(talk_tables.remove_table), True),
    "talk_tables.put_back_table": (Action.MAKE_AGREEMENTS, _table(talk_tables.put_back_table, standing=False), True),
    "escalations.escalate": (Action.MAKE_AGREEMENTS, _escalate, True),
    "escalations.change_escalation": (
        Action.MAKE_AGREEMENTS,
        _escalation(escalations.change_escalation, proposal=SENT),
        True,
    ),
    "escalations.keep_reply": (
        Action.MAKE_AGREEMENTS,
        _escalation(escalations.keep_reply, reply="Dat kan", replied_on=DAY),
        True,
    ),
    "escalations.remove_escalation": (Action.MAKE_AGREEMENTS, _escalation(escalations.remove_escalation), True),
    "escalations.put_back_escalation": (
        Action.MAKE_AGREEMENTS,
        _escalation(escalations.put_back_escalation, standing=False),
        True,
    ),
}
UNKNOWN = (ChainRefusedError,)  # what somebody meets who names what is not of their region
INSTRUMENTS = {
    "agreeing.standing": "an instrument: what a command is about, and asks permit",
    "agreeing.set_removed": "part of taking away and putting back",
    "agreeing.record": "an instrument: writes the line of a command",
}
FOR_NOBODY = {
    "agreements.faults": "looks at what was typed",
    "agreements.step_faults": "looks at what was typed",
    "escalations.faults": "looks at what was typed",
    "escalations.reply_faults": "looks at what was typed",
    "talk_tables.faults": "looks at what was typed",
}

BOTH = (False, True)  # the asker's region, and the example's
QUERIES: dict[str, Asks] = {
    "agreements.agreements": lambda session, asker, _: [
        queries.agreements(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
    "agreements.agreements_of_picture": lambda session, asker, _: queries.agreements_of_picture(
        session, asker=asker, picture=PICTURE
    ),
    "agreements.escalations": lambda session, asker, _: [
        queries.escalations(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
    "agreements.tables": lambda session, asker, _: [
        queries.tables(session, asker=asker, fictional=fictional) for fictional in BOTH
    ],
}


def _made(room: Room) -> int:
    return agreements.make_agreement(room.session, actor=room.anna, proposal=AGREED)


def _make(changed: dict[str, Any], room: Room) -> object:
    return agreements.make_agreement(room.session, actor=room.anna, proposal=replace(AGREED, **changed))


def _change(changed: dict[str, Any], room: Room) -> object:
    proposal = replace(AGREED, **changed)
    return agreements.change_agreement(
        room.session, actor=room.anna, agreement_id=_made(room), seen_version=1, proposal=proposal
    )


def _step(room: Room) -> object:
    return agreements.step_agreement(
        room.session, actor=room.anna, agreement_id=_made(room), seen_version=1, state="busy", note=NUMBER
    )


def _add_table(changed: dict[str, Any], room: Room) -> int:
    return talk_tables.add_table(room.session, actor=room.anna, proposal=replace(TABLE, **changed))


def _change_table(changed: dict[str, Any], room: Room) -> object:
    proposal = replace(TABLE, **changed)
    number = _add_table({}, room)
    return talk_tables.change_table(room.session, actor=room.anna, table_id=number, seen_version=1, proposal=proposal)


def _send(changed: dict[str, Any], room: Room) -> int:
    return escalations.escalate(room.session, actor=room.anna, proposal=replace(SENT, **changed))


def _change_sent(changed: dict[str, Any], room: Room) -> object:
    proposal = replace(SENT, **changed)
    number = _send({}, room)
    return escalations.change_escalation(
        room.session, actor=room.anna, escalation_id=number, seen_version=1, proposal=proposal
    )


def _reply(room: Room) -> object:
    number = _send({}, room)
    return escalations.keep_reply(
        room.session, actor=room.anna, escalation_id=number, seen_version=1, reply=NUMBER, replied_on=DAY
    )


TRIED: dict[str, Callable[[Room], object]] = {
    **{
        f"{command}.proposal.{name}": partial(tried, {name: NUMBER})
        for command, tried, names in (
            ("agreements.make_agreement", _make, ("what", "organisation")),
            ("agreements.change_agreement", _change, ("what", "organisation")),
            ("talk_tables.add_table", _add_table, ("name", "task", "members", "rhythm")),
            ("talk_tables.change_table", _change_table, ("name", "task", "members", "rhythm")),
            ("escalations.escalate", _send, ("matter", "reason", "addressee", "decided_by")),
            ("escalations.change_escalation", _change_sent, ("matter", "reason", "addressee", "decided_by")),
        )
        for name in names
    },
    "agreements.step_agreement.note": _step,
    "escalations.keep_reply.reply": _reply,
}
