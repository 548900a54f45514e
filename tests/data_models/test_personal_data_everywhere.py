"""No command keeps a burgerservicenummer, e-mail address or phone number: every text that people can fill is listed."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import partial
from typing import Any, get_type_hints

import pytest
from sqlalchemy import Engine, String
from sqlalchemy.orm import Session

from data_models import commands, database
from data_models.access import Actor, Role
from data_models.commands import (
    agenda,
    annotations,
    comparison_groups,
    compositions,
    drafts,
    mappings,
    norm_steps,
    norms,
    people,
    publishing,
    regions,
    stories,
)
from data_models.commands.annotations import AnnotationProposal
from data_models.composing import NewArea
from data_models.facts import AgendaProposal, FigureSubject, NormProposal, PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.tables import Party, Table
from tests.data_models import (
    matrix_agreements,
    matrix_interpretations,
    matrix_invitations,
    matrix_practice,
    typed_ambitions,
    typed_efforts,
)
from tests.data_models.people_rows import add_actor, add_figures_to_speak_of, add_region, audit_lines

TYPED = {  # columns that people fill with words of their own, and the argument that is refused
    "agenda_items.question": "agenda.item.question",
    "agenda_items.reason": "agenda.item.reason",
    "agenda_items.for_whom": "agenda.item.for_whom",
    "agenda_items.organisation": "agenda.item.organisation",
    "comparison_groups.name": "comparison_groups.name",
    "annotations.text": "annotations.proposal.text",
    "column_mappings.name": "mappings.name",
    "contributions.text": "stories.subject",  # a subject says which draft holds the words
    "contribution_versions.text": "stories.subject",
    "contributions.organisation": "stories.organisation",
    "import_batches.file_name": "publishing.file_name",
    "norms.reason": "norms.proposal.reason",
    "norms.agreed_by": "norms.proposal.agreed_by",
    "norms.meeting": "norms.proposal.meeting",
    "norms.direction_reason": "norms.proposal.direction_reason",
    "norm_versions.reason": "norms.proposal.reason",
    "norm_versions.agreed_by": "norms.proposal.agreed_by",
    "norm_versions.meeting": "norms.proposal.meeting",
    "norm_versions.direction_reason": "norms.proposal.direction_reason",
    "norm_versions.change_reason": "norms.change_reason",
    "people.name": "people.name",
    "people.organisation": "people.organisation",
    "regions.name": "regions.name",
    "parties.name": "regions.name",
    **matrix_agreements.TYPED,
    **matrix_invitations.TYPED,
    **typed_efforts.TYPED,
    **typed_ambitions.TYPED,
    **matrix_practice.TYPED,
    **matrix_interpretations.TYPED,
}
NOT_TYPED = {  # text columns that hold no words of a person, and why; of a whole table: "table.*"
    "drafts.text": "private until it is shared, and refused then",
    "drafts.subject": "made by the program",
    "audit_lines.*": "made by the program; names as people gave them",
    "search_texts.*": "derived from texts that were looked at when they were typed",
    "topic_versions.*": "made by the program",
    "settings.*": "made by the program",
    "areas.*": "read from sources and the seed",
    "boundaries.*": "read from sources",
    "periods.*": "codes",
    "breakdowns.*": "read from sources and the seed",
    "figures.*": "codes",
    "figure_revisions.*": "codes",
    "annotations.kind": "chosen from a list",
    "themes.*": "of the seed",
    "indicators.*": "of the seed",
    "sources.*": "of the seed",
    "regions.code": "a code",
    "parties.kind": "chosen from a list",
    "comparison_groups.areas": "codes",
    "composition_changes.*": "made by the program; names of areas as they were refused or not",
    "person_roles.*": "codes",
    "led_screens.*": "codes; the organisation is of the person, refused there",
    "sign_ins.*": "made by the program",
    "people.subject": "what the identity provider calls somebody",
    "people.perspective": "chosen from a list",
    "contributions.written_down_by": "of the person, refused there",
    "contributions.perspective": "chosen from a list",
    "contributions.on_behalf_of": "of the seed",
    "contributions.visibility": "chosen from a list",
    "contributions.recognition": "chosen from a list",
    "contributions.state": "a code",
    "contribution_versions.recognition": "chosen from a list",
    "contribution_versions.visibility": "chosen from a list",
    "contribution_versions.state": "a code",
    "agenda_items.state": "chosen from a list",
    "column_mappings.signature": "a hash",
    "column_mappings.source": "a code",
    "column_mappings.mapping": "headers of a file, in which columns about persons are refused",
    "import_batches.organisation": "of the person, refused there",
    "import_batches.connector": "a code",
    "import_batches.file_sha256": "a hash",
    "import_batches.summary": "made by the program",
    "norms.state": "a code",
    "norms.direction": "chosen from a list",
    "norms.origin": "a code",
    "norm_versions.state": "a code",
    "norm_versions.direction": "chosen from a list",
    "norm_versions.origin": "a code",
    **matrix_agreements.NOT_TYPED,
    **matrix_invitations.NOT_TYPED,
    **typed_efforts.NOT_TYPED,
    **typed_ambitions.NOT_TYPED,
    **matrix_practice.NOT_TYPED,
    **matrix_interpretations.NOT_TYPED,
}
CODES = {  # arguments of commands that name a thing or are chosen from a list, whatever the command
    "action": "a code",
    "answer": "chosen from a list",
    "area": "a code",
    "areas": "read from a source",
    "boundaries": "read from a source",
    "breakdown": "a code",
    "choices": "codes, as an address spells them",
    "code": "a code",
    "connector": "a code",
    "detail": "made by the program",
    "direction": "chosen from a list",
    "file_sha256": "a hash",
    "indicator": "a code",
    "indicators": "codes",
    "kind": "a code",
    "level": "chosen from a list",
    "mapping": "checked where columns about persons are refused",
    "origin": "a code",
    "page": "as an address spells it",
    "perspective": "chosen from a list",
    "picture": "codes",
    "recognition": "chosen from a list",
    "signature": "a hash",
    "source": "a code",
    "state": "chosen from a list",
    "token_hash": "a hash",
    "role": "a code",
    "subject_kind": "a code",
    "summary": "made by the program",
    "theme": "a code",
    "topic": "a code",
    "unit": "a code",
    "visibility": "chosen from a list",
}
PRIVATE = {
    *matrix_invitations.PRIVATE,
    *("drafts.save_draft.subject", "drafts.save_draft.text", "drafts.take_draft.subject"),
}
OF_THE_PROVIDER = {  # said by the identity provider, not typed here
    "sign_ins.begin_sign_in.key",
    *(f"sign_ins.begin_sign_in.claimed.{field}" for field in ("subject", "name", "organisation")),
}
ONLY_LOOKED_AT = {  # nothing is kept
    "pictures.name_picture.seen_title",
    "annotations.faults.proposal",
    "agenda.faults.item",
    "norms.faults.proposal",
    "roles.grant_role_by_name.name",  # a number at an identity provider may be an e-mail address
    "roles.grant_role_by_name.organisation",
}
NUMBER = "Bel 06-12345678"
WISH = AgendaProposal(question="Hoeveel wachten er?", reason="Wachten helpt niet.")
AIM = NormProposal(
    direction="down",
    value=9.5,
    lower=None,
    upper=None,
    year=2040,
    start_value=11.7,
    start_year=2024,
    reason="Eerder helpen.",
    origin="eigen",
    agreed_by="OOGO",
    direction_reason="Minder is hier beter.",
)
FIGURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))


@dataclass(frozen=True, slots=True)
class Room:
    """Where a command is tried: somebody, with a norm, an agenda item and a contribution that stand."""

    session: Session
    anna: Actor
    norm_id: int
    item_id: int
    annotation_id: int
    contribution_id: int

    def draft(self, subject: str) -> str:
        """A draft with a phone number, and its subject."""
        drafts.save_draft(self.session, actor=self.anna, subject=subject, text=NUMBER, seen_version=0, base_version=0)
        return subject


Try = Callable[[Room], object]


def _who(**changed: str) -> dict[str, str]:
    return {"name": "Anna", "organisation": "Gemeente", "perspective": "gemeente", **changed}


def _import(room: Room) -> object:
    return publishing.publish(
        room.session, actor=room.anna, figures=(), connector="tidy", file_name=NUMBER, file_sha256="", region_id=None
    )


def _edit(room: Room, text: str) -> object:
    return stories.edit_contribution(
        room.session,
        actor=room.anna,
        contribution_id=room.contribution_id,
        seen_version=1,
        subject=room.draft(text),
        draft_version=1,
    )


def _write_down(room: Room, *, name: str) -> object:
    chair = add_actor(room.session, "Vera", region_id=room.anna.region_id, role=Role.CHAIR)
    drafts.save_draft(
        room.session,
        actor=chair,
        subject="tafel",
        text=NUMBER if name == "subject" else "Vraag het ons eerder.",
        seen_version=0,
        base_version=0,
    )
    return stories.write_down_contribution(
        room.session,
        actor=chair,
        picture=FIGURE,
        question=2,
        subject="tafel",
        draft_version=1,
        organisation=NUMBER if name == "organisation" else "De Brug",
        perspective="ouders",
    )


WISHES = {
    "question": replace(WISH, question=NUMBER),
    "reason": replace(WISH, reason=NUMBER),
    "for_whom": replace(WISH, for_whom=NUMBER),
    "organisation": replace(WISH, organisation=NUMBER),
}
AIMS = {
    "reason": replace(AIM, reason=NUMBER),
    "agreed_by": replace(AIM, agreed_by=NUMBER),
    "meeting": replace(AIM, meeting=NUMBER),
    "direction_reason": replace(AIM, direction_reason=NUMBER),
}


def _add_wish(item: AgendaProposal, room: Room) -> object:
    return agenda.add(room.session, actor=room.anna, item=item)


def _change_wish(item: AgendaProposal, room: Room) -> object:
    return agenda.change(room.session, actor=room.anna, item_id=room.item_id, seen_version=1, item=item)


def _set_aim(proposal: NormProposal, room: Room) -> object:
    return norms.set_norm(room.session, actor=room.anna, indicator="jeugdzorg", area="GM0034", proposal=proposal)


def _change_aim(proposal: NormProposal, room: Room, reason: str = "Nieuw inzicht.") -> object:
    return norms.change_norm(
        room.session,
        actor=room.anna,
        norm_id=room.norm_id,
        seen_version=1,
        proposal=proposal,
        change_reason=reason,
    )


EVENT = AnnotationProposal(indicator="jeugdzorg", area="", kind="event", year=2020, text="Scholen waren dicht.")
CALLED = replace(EVENT, text=NUMBER)

TRIED: dict[str, Try] = {  # every argument with words of a person, by command
    **{f"agenda.add.item.{field}": partial(_add_wish, item) for field, item in WISHES.items()},
    **{f"agenda.change.item.{field}": partial(_change_wish, item) for field, item in WISHES.items()},
    **{f"norms.set_norm.proposal.{field}": partial(_set_aim, proposal) for field, proposal in AIMS.items()},
    **{f"norms.change_norm.proposal.{field}": partial(_change_aim, proposal) for field, proposal in AIMS.items()},
    "annotations.add_annotation.proposal.text": lambda room: annotations.add_annotation(
        room.session, actor=room.anna, proposal=CALLED
    ),
    "annotations.change_annotation.proposal.text": lambda room: annotations.change_annotation(
        room.session, actor=room.anna, annotation_id=room.annotation_id, seen_version=1, proposal=CALLED
    ),
    "norms.change_norm.change_reason": lambda room: _change_aim(AIM, room, NUMBER),
    "norm_steps.withdraw_norm.change_reason": lambda room: norm_steps.withdraw_norm(
        room.session, actor=room.anna, norm_id=room.norm_id, seen_version=1, change_reason=NUMBER
    ),
    "norm_steps.agree_norm.meeting": lambda room: norm_steps.agree_norm(
        room.session, actor=room.anna, norm_id=room.norm_id, seen_version=1, meeting=NUMBER, met_on=date(2026, 3, 12)
    ),
    "comparison_groups.save_comparison_group.name": lambda room: comparison_groups.save_comparison_group(
        room.session, actor=room.anna, name=NUMBER, areas=[("GM0034", 2018), ("GM0050", 2018)]
    ),
    "mappings.remember.name": lambda room: mappings.remember(
        room.session, actor=None, signature="a", name=NUMBER, source="tidy", mapping="{}", region_id=None
    ),
    "people.register_person.name": lambda room: people.register_person(room.session, **_who(name=NUMBER)),
    "people.register_person.organisation": lambda room: people.register_person(
        room.session, **_who(organisation=NUMBER)
    ),
    "people.change_person.name": lambda room: people.change_person(room.session, actor=room.anna, **_who(name=NUMBER)),
    "people.change_person.organisation": lambda room: people.change_person(
        room.session, actor=room.anna, **_who(organisation=NUMBER)
    ),
    "publishing.publish.file_name": _import,
    "stories.share_contribution.subject": lambda room: stories.share_contribution(
        room.session, actor=room.anna, picture=FIGURE, question=2, subject=room.draft("antwoord"), draft_version=1
    ),
    **{
        f"stories.write_down_contribution.{name}": partial(_write_down, name=name)
        for name in ("subject", "organisation")
    },
    "stories.edit_contribution.subject": lambda room: _edit(room, f"contribution:{room.contribution_id}"),
}


def _changed_party(session: Session, *, actor: Actor, name: str) -> None:
    party = Party(region_id=actor.region_id, name="Gemeente", kind="other")
    session.add(party)
    session.flush()
    regions.change_party(session, actor=actor, seen_version=0, party_id=party.id, name=name, kind="other", area=None)


def _as_beheerder(command: Callable[..., object], **asked: object) -> Try:
    def tried(room: Room) -> object:
        region_id = room.anna.region_id
        bea = add_actor(room.session, "Bea", region_id=region_id, role=Role.ADMINISTRATOR)
        return command(room.session, actor=bea, **asked)

    return tried


TRIED |= {
    "regions.add_region.name": lambda room: regions.add_region(room.session, code="twente", name=NUMBER),
    "regions.rename_region.name": _as_beheerder(regions.rename_region, seen_version=0, name=NUMBER),
    "regions.add_party.name": _as_beheerder(regions.add_party, seen_version=0, name=NUMBER, kind="other", area=None),
    "regions.change_party.name": _as_beheerder(_changed_party, name=NUMBER),
    "compositions.add_partnership.new.name": _as_beheerder(
        compositions.add_partnership, seen_version=0, new=NewArea("PO0001", NUMBER), year=2025
    ),
}
TRIED |= typed_efforts.TRIED
TRIED |= matrix_agreements.TRIED
TRIED |= matrix_invitations.TRIED
TRIED |= typed_ambitions.TRIED
TRIED |= matrix_practice.TRIED
TRIED |= matrix_interpretations.TRIED


@pytest.fixture
def anna(engine: Engine) -> Actor:
    with database.writing(engine) as session:
        add_figures_to_speak_of(session)
        return add_actor(session, "Anna", region_id=add_region(session, "flevoland"))


@pytest.fixture
def standing(engine: Engine, anna: Actor) -> dict[str, int]:
    """What stands already, without personal data."""
    with database.writing(engine) as session:
        drafts.save_draft(session, actor=anna, subject="begin", text="Zo was het.", seen_version=0, base_version=0)
        return {
            "norm_id": norms.set_norm(session, actor=anna, indicator="jeugdzorg", area="GM0034", proposal=AIM),
            "annotation_id": annotations.add_annotation(session, actor=anna, proposal=EVENT),
            "item_id": agenda.add(session, actor=anna, item=WISH),
            "contribution_id": stories.share_contribution(
                session, actor=anna, picture=FIGURE, question=2, subject="begin", draft_version=1
            ),
        }


@pytest.mark.parametrize("named", TRIED)
def test_personal_data_is_refused_and_nothing_is_kept(
    named: str, engine: Engine, anna: Actor, standing: dict[str, int]
) -> None:
    before = audit_lines(engine)
    with pytest.raises(PersonalDataError) as refused, database.writing(engine) as session:
        TRIED[named](Room(session=session, anna=anna, **standing))
    assert refused.value.kinds == ("phone",)
    assert audit_lines(engine) == before


def text_columns() -> Iterator[str]:
    """Every text column of every table: `norms.reason`."""
    for table in Table.metadata.sorted_tables:
        yield from (f"{table.name}.{column.name}" for column in table.columns if isinstance(column.type, String))


def test_every_text_column_is_said_to_be_typed_by_people_or_not() -> None:
    unknown = [
        column
        for column in text_columns()
        if column not in TYPED and column not in NOT_TYPED and f"{column.partition('.')[0]}.*" not in NOT_TYPED
    ]
    assert unknown == []


def test_no_column_that_is_gone_is_still_listed() -> None:
    there = set(text_columns()) | {f"{table.name}.*" for table in Table.metadata.sorted_tables}
    assert set(TYPED) | set(NOT_TYPED) <= there


def test_every_column_that_people_type_is_tried() -> None:
    tried = {(named.split(".")[0], *named.split(".")[2:]) for named in TRIED}
    assert {argument for argument in TYPED.values() if tuple(argument.split(".")) not in tried} == set()


def worded(module: str, command: Callable[..., Any]) -> Iterator[str]:
    """The arguments of a command that could hold words of a person: `norms.set_norm.proposal.reason`."""
    hints = get_type_hints(command)
    name = f"{module}.{command.__name__}"
    for argument, kind in ((one, hints[one]) for one in inspect.signature(command).parameters if one in hints):
        if argument in CODES or f"{name}.{argument}" in ONLY_LOOKED_AT:
            continue
        if _is_text(kind):
            yield f"{name}.{argument}"
        elif is_dataclass(kind) and kind is not Actor:
            inside = get_type_hints(kind)
            texts = (field.name for field in fields(kind) if _is_text(inside[field.name]) and field.name not in CODES)
            yield from (f"{name}.{argument}.{text}" for text in texts)


def _is_text(kind: object) -> bool:
    """Whether an argument is a text, or a row of texts, or may be one."""
    texts = (str, str | None, Sequence[str], Iterable[str], list[str], tuple[str, ...])
    return any(kind == text for text in texts)


def commands_of_people() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every function of a command module that writes: it begins with a session; with the name of its module."""
    for found in pkgutil.iter_modules(commands.__path__):
        module = importlib.import_module(f"data_models.commands.{found.name}")
        for name, command in inspect.getmembers(module, inspect.isfunction):
            writes = next(iter(inspect.signature(command).parameters), "") == "session"
            if writes and command.__module__ == module.__name__ and not name.startswith("_"):
                yield found.name, command


def test_every_argument_with_words_of_a_person_is_tried() -> None:
    arguments = {argument for module, command in commands_of_people() for argument in worded(module, command)}
    assert arguments - set(TRIED) - PRIVATE - OF_THE_PROVIDER == set()


def test_a_new_command_with_words_of_a_person_is_noticed() -> None:
    def confirm(session: Session, *, actor: Actor, dissenting_view: str, item: AgendaProposal) -> None: ...

    assert list(worded("confirming", confirm)) == [
        "confirming.confirm.dissenting_view",
        *(f"confirming.confirm.item.{field}" for field in ("question", "reason", "for_whom", "organisation")),
    ]
