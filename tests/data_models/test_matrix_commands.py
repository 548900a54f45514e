"""Every command × every role × own and other region, on both databases: as the table of rights says, and not else."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from sqlalchemy import Engine, delete, insert, update
from sqlalchemy.orm import Session

from data_models import commands, database
from data_models.access import ALLOWED, Action, Actor, NotAllowedError, Role
from data_models.commands import (
    adopting,
    agenda,
    annotations,
    areas,
    audit,
    boundaries,
    comparison_groups,
    compositions,
    copies,
    drafts,
    led_screens,
    mappings,
    norm_steps,
    norms,
    people,
    publishing,
    regions,
    roles,
    sign_ins,
    stories,
    undoing,
)
from data_models.commands.annotations import AnnotationProposal
from data_models.commands.chain import ChainRefusedError
from data_models.commands.permission import SignedOutError
from data_models.composing import CompositionRefusedError, NewArea
from data_models.facts import AgendaProposal, AreaDraft, BoundaryDraft, FigureSubject, NormProposal, PictureSubject
from data_models.queries import people as people_queries
from data_models.queries import region_areas
from data_models.queries.topics import versions
from data_models.tables import PersonRole, SignIn
from data_models.tables.declaration import now
from tests.data_models import (
    matrix_agreements,
    matrix_ambitions,
    matrix_efforts,
    matrix_interpretations,
    matrix_invitations,
    matrix_practice,
)
from tests.data_models.matrix_world import EXAMPLE, HERE, SUBJECT, THERE, RegionRows, World
from tests.data_models.people_rows import add_actor, add_region
from tests.data_models.published import ALMERE, figures

PROPOSAL = NormProposal(
    "down", 9.5, None, None, 2040, 11.7, 2024, "omdat", "eigen", "iedereen", direction_reason="omdat"
)
EVENT = AnnotationProposal("jeugdzorg", "", "event", 2020, "Scholen waren dicht.")
ITEM = AgendaProposal("Hoeveel jongeren wachten?", "Omdat wachten schaadt")
PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))
Does = Callable[[Session, Actor, RegionRows], object]


@dataclass(frozen=True, slots=True)
class Way:
    """How a command is called about a region, and the action that it asks.

    `aims`: it is given something of a region by its id, so that a person could name another region's. `unknown`: what
    it then raises instead of `NotAllowedError`, since to it that thing is not there.
    """

    action: Action | None  # None: about oneself, for everyone who has a role
    does: Does
    aims: bool = False
    unknown: tuple[type[Exception], ...] = ()


def _file() -> dict[str, Any]:
    return {"connector": "tidy", "file_name": "cijfers.csv", "file_sha256": "0" * 64}


def _seen_region(session: Session, there: RegionRows) -> int:
    return region_areas.version(session, region_id=there.id)


def _seen_areas(session: Session) -> int:
    return versions(session).of("areas")


def _new(there: RegionRows, letters: str) -> NewArea:
    return NewArea(f"{letters}{7000 + there.id}", "Iets nieuws")


def _letters(there: RegionRows, *, kind: str) -> str:
    invented, real = {"partnership": ("VP", "PO"), "municipality": ("VG", "GM")}[kind]
    return invented if there.mark == EXAMPLE else real


def _party(there: RegionRows) -> dict[str, Any]:
    return {"name": "Een nieuwe naam", "kind": "other", "area": None}


def _adopt_and_undo(session: Session, actor: Actor, there: RegionRows) -> None:
    for does in (adopting.adopt_norm, adopting.undo_adoption):
        does(session, actor=actor, norm_id=there.norms[0], seen_version=1, party_id=there.parties[0])


def _propose_and_agree(session: Session, actor: Actor, there: RegionRows) -> None:
    seen = norm_steps.propose_norm(session, actor=actor, norm_id=there.concept_norm, seen_version=1)
    day = now().date()
    norm_steps.agree_norm(
        session, actor=actor, norm_id=there.concept_norm, seen_version=seen, meeting="OOGO", met_on=day
    )


def _seen_norms(there: RegionRows) -> dict[int, int]:
    return dict.fromkeys(there.norms, 1)


def _lead(session: Session, actor: Actor, _: RegionRows) -> str:
    return led_screens.lead_screen(session, actor=actor, page="cijfer", choices="gebied=GM0034")


def _lead_and_move(session: Session, actor: Actor, there: RegionRows) -> None:
    code = _lead(session, actor, there)
    led_screens.move_screen(session, actor=actor, code=code, page="normen", choices="gebied=GM0050")


def _lead_and_stop(session: Session, actor: Actor, there: RegionRows) -> None:
    led_screens.stop_leading(session, actor=actor, code=_lead(session, actor, there))


WAYS: dict[str, Way] = {
    "adopting.adopt_norm": Way(
        Action.ADOPT_NORMS,
        lambda session, actor, there: adopting.adopt_norm(
            session, actor=actor, norm_id=there.norms[0], seen_version=1, party_id=there.parties[0]
        ),
        aims=True,
    ),
    "adopting.undo_adoption": Way(
        Action.ADOPT_NORMS,
        _adopt_and_undo,
        aims=True,
    ),
    "agenda.add": Way(Action.EDIT_AGENDA, lambda session, actor, _: agenda.add(session, actor=actor, item=ITEM)),
    "agenda.change": Way(
        Action.EDIT_AGENDA,
        lambda session, actor, there: agenda.change(
            session, actor=actor, item_id=there.agenda_item, seen_version=1, item=ITEM
        ),
        aims=True,
    ),
    "agenda.withdraw": Way(
        Action.EDIT_AGENDA,
        lambda session, actor, there: agenda.withdraw(session, actor=actor, item_id=there.agenda_item, seen_version=1),
        aims=True,
    ),
    "annotations.add_annotation": Way(
        Action.ANNOTATE,
        lambda session, actor, _: annotations.add_annotation(session, actor=actor, proposal=EVENT),
    ),
    "annotations.change_annotation": Way(
        Action.ANNOTATE,
        lambda session, actor, there: annotations.change_annotation(
            session, actor=actor, annotation_id=there.annotation, seen_version=1, proposal=EVENT
        ),
        aims=True,
    ),
    "annotations.withdraw_annotation": Way(
        Action.ANNOTATE,
        lambda session, actor, there: annotations.withdraw_annotation(
            session, actor=actor, annotation_id=there.annotation, seen_version=1
        ),
        aims=True,
    ),
    "annotations.restore_annotation": Way(
        Action.ANNOTATE,
        lambda session, actor, there: annotations.restore_annotation(
            session, actor=actor, annotation_id=there.withdrawn_annotation, seen_version=1
        ),
        aims=True,
    ),
    "areas.register_areas": Way(
        Action.IMPORT_FIGURES,
        lambda session, actor, _: areas.register_areas(
            session, actor=actor, areas=[AreaDraft("WK003499", "district", "Nieuw", 2018, None, part_of="GM0034")]
        ),
    ),
    "audit.note_download": Way(
        Action.READ_AUDIT, lambda session, actor, _: audit.note_download(session, actor=actor, detail="rol=chair")
    ),
    "boundaries.register_boundaries": Way(
        Action.IMPORT_FIGURES,
        lambda session, actor, _: boundaries.register_boundaries(
            session, actor=actor, boundaries=[BoundaryDraft("GM0034", 2024, "{}")], source="cbs-kwb"
        ),
    ),
    "comparison_groups.save_comparison_group": Way(
        Action.CONTRIBUTE,
        lambda session, actor, there: comparison_groups.save_comparison_group(
            session, actor=actor, name="Buren", areas=[there.places["first"], there.places["second"]]
        ),
    ),
    "comparison_groups.remove_comparison_group": Way(
        Action.CONTRIBUTE,
        lambda session, actor, there: comparison_groups.remove_comparison_group(
            session, actor=actor, group_id=there.group
        ),
        aims=True,
    ),
    "compositions.set_share": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: compositions.set_share(
            session,
            actor=actor,
            seen_version=_seen_areas(session),
            whole=there.places["whole"],
            part=there.places["second"],
            share=0.5,
            first=2020,
            last=None,
        ),
        aims=True,
        unknown=(CompositionRefusedError,),  # not_own_area
    ),
    "compositions.add_partnership": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: compositions.add_partnership(
            session,
            actor=actor,
            seen_version=_seen_areas(session),
            new=_new(there, _letters(there, kind="partnership")),
            year=2024,
        ),
    ),
    "compositions.merge_partnerships": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: compositions.merge_partnerships(
            session,
            actor=actor,
            seen_version=_seen_areas(session),
            formers=[there.places["whole"], there.places["other"]],
            successor=_new(there, _letters(there, kind="partnership")),
            year=2024,
        ),
        aims=True,
        unknown=(CompositionRefusedError,),
    ),
    "compositions.abolish_municipality": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: compositions.abolish_municipality(
            session,
            actor=actor,
            seen_version=_seen_areas(session),
            former=there.places["first"],
            heirs=[(there.places["second"], 1.0)],
            year=2024,
        ),
        aims=True,
        unknown=(CompositionRefusedError,),
    ),
    "compositions.undo_last_change": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: compositions.undo_last_change(session, actor=actor, change_id=there.change),
        aims=True,
        unknown=(CompositionRefusedError,),  # not_the_last
    ),
    "drafts.save_draft": Way(
        Action.CONTRIBUTE,
        lambda session, actor, _: drafts.save_draft(
            session, actor=actor, subject="contribution:1", text="tekst", seen_version=0, base_version=0
        ),
    ),
    "mappings.remember": Way(
        Action.IMPORT_FIGURES,
        lambda session, actor, there: mappings.remember(
            session,
            actor=actor,
            signature="kop",
            name="Jeugdzorg per wijk",
            source="tidy",
            mapping="{}",
            region_id=there.id,
        ),
        aims=True,
    ),
    "norms.set_norm": Way(
        Action.SET_NORMS,
        lambda session, actor, there: norms.set_norm(
            session,
            actor=actor,
            indicator="jeugdzorg",
            area="GM0034",
            proposal=PROPOSAL,
            seen=_seen_norms(there),
        ),
    ),
    "norms.change_norm": Way(
        Action.SET_NORMS,
        lambda session, actor, there: norms.change_norm(
            session, actor=actor, norm_id=there.norms[0], seen_version=1, proposal=PROPOSAL, change_reason="omdat"
        ),
        aims=True,
    ),
    "norm_steps.propose_norm": Way(
        Action.SET_NORMS,
        lambda session, actor, there: norm_steps.propose_norm(
            session, actor=actor, norm_id=there.concept_norm, seen_version=1
        ),
        aims=True,
    ),
    "norm_steps.agree_norm": Way(Action.SET_NORMS, _propose_and_agree, aims=True),
    "norm_steps.take_back": Way(
        Action.SET_NORMS,
        lambda session, actor, there: norm_steps.take_back(
            session, actor=actor, norm_id=there.concept_norm, seen_version=1
        ),
        aims=True,
    ),
    "norm_steps.withdraw_norm": Way(
        Action.SET_NORMS,
        lambda session, actor, there: norm_steps.withdraw_norm(
            session, actor=actor, norm_id=there.norms[0], seen_version=1, change_reason="omdat"
        ),
        aims=True,
    ),
    "norm_steps.restore_norm": Way(
        Action.SET_NORMS,
        lambda session, actor, there: norm_steps.restore_norm(
            session, actor=actor, norm_id=there.withdrawn_norm, seen_version=1, seen=_seen_norms(there)
        ),
        aims=True,
    ),
    "people.change_person": Way(
        None,
        lambda session, actor, _: people.change_person(
            session, actor=actor, name="Anders", organisation="", perspective="ouders"
        ),
    ),
    "publishing.publish": Way(
        Action.IMPORT_FIGURES,
        lambda session, actor, there: publishing.publish(
            session, actor=actor, figures=figures(ALMERE), region_id=there.id, **_file()
        ),
        aims=True,
    ),
    "led_screens.lead_screen": Way(Action.LEAD_SCREENS, _lead),
    "led_screens.move_screen": Way(Action.LEAD_SCREENS, _lead_and_move),
    "led_screens.stop_leading": Way(Action.LEAD_SCREENS, _lead_and_stop),
    "regions.rename_region": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: regions.rename_region(
            session, actor=actor, seen_version=_seen_region(session, there), name="Nieuwe naam"
        ),
    ),
    "regions.set_areas": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: regions.set_areas(
            session, actor=actor, seen_version=_seen_region(session, there), areas=[there.places["first"]]
        ),
    ),
    "regions.add_party": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: regions.add_party(
            session, actor=actor, seen_version=_seen_region(session, there), **_party(there)
        ),
    ),
    "regions.change_party": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: regions.change_party(
            session,
            actor=actor,
            seen_version=region_areas.version(session, region_id=actor.region_id),
            party_id=there.parties[0],
            **_party(there),
        ),
        aims=True,
        unknown=(regions.RegionRefusedError,),  # unknown_party
    ),
    "regions.remove_party": Way(
        Action.MANAGE_REGION,
        lambda session, actor, there: regions.remove_party(
            session,
            actor=actor,
            seen_version=region_areas.version(session, region_id=actor.region_id),
            party_id=there.parties[2],
        ),
        aims=True,
        unknown=(regions.RegionRefusedError,),
    ),
    "roles.grant_role": Way(
        Action.MANAGE_PEOPLE,
        lambda session, actor, there: roles.grant_role(
            session, actor=actor, person_id=there.actors[Role.GUEST].person_id, role=Role.CHAIR
        ),
        aims=True,
        unknown=(roles.RoleRefusedError,),  # person_unknown
    ),
    "roles.grant_role_by_name": Way(  # also of another region: tests/data_models/test_roles_by_name.py
        Action.MANAGE_PEOPLE,
        lambda session, actor, there: roles.grant_role_by_name(
            session, actor=actor, name=f"{there.mark} {Role.GUEST}", organisation=there.mark, role=Role.CHAIR
        ),
    ),
    "roles.change_validity": Way(
        Action.MANAGE_PEOPLE,
        lambda session, actor, there: roles.change_validity(
            session,
            actor=actor,
            role_id=there.roles[Role.CHAIR],
            seen_until=None,
            valid_until=now() + timedelta(days=9),
        ),
        aims=True,
        unknown=(roles.RoleConflictError,),
    ),
    "roles.end_role": Way(
        Action.MANAGE_PEOPLE,
        lambda session, actor, there: roles.end_role(
            session, actor=actor, role_id=there.roles[Role.CHAIR], seen_until=None
        ),
        aims=True,
        unknown=(roles.RoleConflictError,),
    ),
    "sign_ins.end_for_somebody": Way(
        Action.MANAGE_PEOPLE,
        lambda session, actor, there: sign_ins.end_for_somebody(
            session, actor=actor, person_id=there.actors[Role.CHAIR].person_id
        ),
        aims=True,
        unknown=(LookupError,),
    ),
    "stories.share_contribution": Way(
        Action.CONTRIBUTE,
        lambda session, actor, _: stories.share_contribution(
            session, actor=actor, picture=PICTURE, question=1, subject=SUBJECT, draft_version=1
        ),
    ),
    "stories.write_down_contribution": Way(
        Action.WRITE_DOWN,
        lambda session, actor, _: stories.write_down_contribution(
            session,
            actor=actor,
            picture=PICTURE,
            question=1,
            subject=SUBJECT,
            draft_version=1,
            organisation="De Brug",
            perspective="ouders",
        ),
    ),
    "stories.edit_contribution": Way(
        Action.CONTRIBUTE,
        lambda session, actor, there: stories.edit_contribution(
            session,
            actor=actor,
            contribution_id=there.contributions[0],
            seen_version=1,
            subject=SUBJECT,
            draft_version=1,
        ),
        aims=True,
    ),
    "stories.withdraw_contribution": Way(
        Action.CONTRIBUTE,
        lambda session, actor, there: stories.withdraw_contribution(
            session, actor=actor, contribution_id=there.contributions[0], seen_version=1
        ),
        aims=True,
    ),
    "undoing.undo_last": Way(
        Action.IMPORT_FIGURES,
        lambda session, actor, there: undoing.undo_last(session, actor=actor, region_id=there.id, batch_id=there.batch),
        aims=True,
    ),
}
WAYS |= {
    name: Way(Action.SET_NORMS, does, aims=aims, unknown=(ChainRefusedError,))
    for name, (does, aims) in matrix_efforts.COMMANDS.items()
}
WAYS |= {
    name: Way(action, does, aims=aims, unknown=matrix_agreements.UNKNOWN)
    for name, (action, does, aims) in matrix_agreements.COMMANDS.items()
}
WAYS |= {
    name: Way(action, does, aims=aims, unknown=unknown)
    for name, (action, does, aims, unknown) in matrix_ambitions.COMMANDS.items()
}
WAYS |= {name: Way(action, does, aims=aims) for name, (action, does, aims) in matrix_invitations.COMMANDS.items()}
WAYS |= {name: Way(Action.CONTRIBUTE, does, aims=aims) for name, (does, aims) in matrix_practice.COMMANDS.items()}
WAYS |= {name: Way(action, does, aims=aims) for name, (action, does, aims) in matrix_interpretations.COMMANDS.items()}
OTHERWISE = {  # commands that are not called so, and why
    **matrix_interpretations.INSTRUMENTS,
    **matrix_ambitions.INSTRUMENTS,
    **matrix_agreements.INSTRUMENTS,
    "copies.permit_copying": "asks for every real region at once: below",
    "copies.make_copy": "begins its own transactions as the owner: below",
    "copies.put_back": "begins its own transaction as the owner: below",
    "audit.record": "an instrument: writes the line of a command",
    "drafts.take_draft": "an instrument: removes what a command shares",
    "permission.permit": "what every command asks",
    "permission.row_of": "an instrument: what a command is about",
    "permission.refuse_signed_out": "part of permit",
    "replacing.record_batch": "an instrument: writes the line of an import",
    "chain.seen": "an instrument: what a command is about, and asks permit",
    "chain.standing": "an instrument: what a command is about, and asks permit",
    "chain.set_removed": "part of taking away and putting back",
    "chain.touch": "part of every change",
    "chain.record": "an instrument: writes the line of a command",
}
FOR_NOBODY = {  # what has no actor, and why
    **matrix_ambitions.FOR_NOBODY,
    **matrix_agreements.FOR_NOBODY,
    **matrix_invitations.FOR_NOBODY,
    "permission.holder": "finds who acts; the command they come for asks permit",
    "adopting.today": "the day",
    "annotations.faults": "looks at what was typed",
    "agenda.faults": "looks at what was typed",
    "chain.flush_seen": "part of every change",
    "chain.one_line": "computes",
    "efforts.faults": "looks at what was typed",
    "goals.faults": "looks at what was typed",
    "measuring.faults": "looks at what was typed",
    "monitoring.faults": "looks at what was typed",
    "yields.faults": "looks at what was typed",
    "norms.faults": "looks at what was typed",
    "practice.faults": "looks at what was typed",
    "norm_keeping.rank": "computes",
    "areas.added_to": "computes",
    "audit.shortened": "computes",
    "comparing.classify": "part of comparing",
    "comparing.compare": "stores nothing, and sees what its asker sees",
    "comparing.new_figures": "part of publishing",
    "composition_rows.store": "part of compositions",
    "locking.figures_version": "a number",
    "locking.locked": "part of publishing",
    "locking.wait_for_other_imports": "part of publishing",
    "people.own_region": "local mode: whoever sits at this computer owns the database",
    "people.register_person": "local mode: whoever sits at this computer owns the database",
    "regions.add_region": "the command line, by whoever owns the database",
    "replacing.add_new": "part of publishing",
    "replacing.replace_changed": "part of publishing",
    "replacing.take_out_gone": "part of publishing",
    "searchable.are_there": "an instrument: asks whether there is anything to find",
    "searchable.keep_words_up_to_date": "an instrument: has every change followed by the words of its texts",
    "searchable.make_anew": "an instrument: derives words from texts that are there",
    "sign_ins.begin_sign_in": "by what the identity provider says: nobody is signed in yet",
    "sign_ins.end_everywhere": "about oneself, by who was recognised by the cookie",
    "sign_ins.end_sign_in": "about oneself, by who was recognised by the cookie",
    "staging.staged": "part of publishing",
    "staging.temporary_tables": "part of publishing",
    "topics.bump": "an instrument: tells caches",
    "totals.note": "part of publishing",
    "totals.note_counted": "part of publishing",
    "totals.note_gone": "part of publishing",
    "totals.note_moved": "part of publishing",
    "totals.settle": "part of publishing",
}


def _modules() -> dict[str, ModuleType]:
    files = sorted(Path(commands.__path__[0]).glob("[!_]*.py"))
    return {file.stem: import_module(f"data_models.commands.{file.stem}") for file in files}


def _commands(modules: Mapping[str, object]) -> Iterator[tuple[str, bool]]:
    """Every public function of every file of commands, as "file.function", and whether somebody acts in it."""
    for stem, module in modules.items():
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == f"data_models.commands.{stem}" and not name.startswith("_")
            if own:
                yield f"{stem}.{name}", "actor" in inspect.signature(function).parameters


def _forgotten(modules: Mapping[str, object]) -> set[str]:
    listed = {True: WAYS.keys() | OTHERWISE.keys(), False: FOR_NOBODY.keys()}
    return {name for name, acts in _commands(modules) if name not in listed[acts]}


def test_no_command_is_forgotten_here() -> None:
    assert _forgotten(_modules()) == set()
    there = {name for name, _ in _commands(_modules())}
    assert (WAYS.keys() | OTHERWISE.keys() | FOR_NOBODY.keys()) - there == set()


def test_a_forgotten_command_is_found() -> None:
    module = ModuleType("data_models.commands.burning")

    def burn_everything(session: Session, *, actor: Actor) -> None:
        """Something nobody listed."""

    def burn_quietly(session: Session) -> None:
        """Something nobody listed, that asks nobody."""

    for function in (burn_everything, burn_quietly):
        function.__module__ = module.__name__
        setattr(module, function.__name__, function)
    assert _forgotten({"burning": module}) == {"burning.burn_everything", "burning.burn_quietly"}


def _may(way: Way, role: Role) -> bool:
    return way.action is None or way.action in ALLOWED[role]


@pytest.mark.parametrize("name", sorted(WAYS))
def test_who_has_the_right_may_in_their_own_region_and_nobody_else(world: World, name: str) -> None:
    way = WAYS[name]
    for region in world.regions.values():
        for role, actor in region.actors.items():
            with world.trying(actor) as session:
                if _may(way, role):
                    way.does(session, actor, region)
                    session.flush()
                    assert world.written, role
                    continue
                with pytest.raises(NotAllowedError):
                    way.does(session, actor, region)
                assert world.written == [], role


@pytest.mark.parametrize("name", sorted(set(WAYS) - {"people.change_person"}))
def test_nobody_may_in_a_region_in_which_they_have_no_role(world: World, name: str) -> None:
    """Who pretends to have their roles in another region is asked there, and has none."""
    there = world.regions[THERE]
    for actor in world.regions[HERE].actors.values():
        pretending = replace(actor, region_id=there.id)
        with world.trying(pretending) as session, pytest.raises(NotAllowedError):
            WAYS[name].does(session, pretending, there)
        assert world.written == []


@pytest.mark.parametrize("name", sorted(name for name, way in WAYS.items() if way.aims))
@pytest.mark.parametrize("elsewhere", [THERE, EXAMPLE])
def test_nobody_may_do_anything_to_what_is_of_another_region(world: World, name: str, elsewhere: str) -> None:
    way = WAYS[name]
    for role, actor in world.regions[HERE].actors.items():
        expected: tuple[type[Exception], ...] = (NotAllowedError, *(way.unknown if _may(way, role) else ()))
        with world.trying(actor) as session, pytest.raises(expected):
            way.does(session, actor, world.regions[elsewhere])
        assert world.written == [], role


@pytest.mark.parametrize("name", sorted(set(WAYS) - {"people.change_person"}))
def test_roles_that_somebody_only_says_they_have_count_for_nothing(world: World, name: str) -> None:
    guest = world.regions[HERE].actors[Role.GUEST]
    pretending = replace(guest, roles=frozenset(Role))
    with world.trying(pretending) as session, pytest.raises(NotAllowedError):
        WAYS[name].does(session, pretending, world.regions[HERE])
    assert world.written == []


@pytest.mark.parametrize("name", sorted(set(WAYS) - {"people.change_person"}))
def test_a_role_that_has_ended_counts_for_nothing(world: World, name: str) -> None:
    for role, actor in world.regions[HERE].actors.items():
        if _may(WAYS[name], role):
            with world.trying(actor) as session:
                ended = update(PersonRole).where(PersonRole.person_id == actor.person_id)
                session.execute(ended.values(valid_until=now() - timedelta(seconds=1)))
                world.written.clear()
                with pytest.raises(NotAllowedError):
                    WAYS[name].does(session, actor, world.regions[HERE])
                assert world.written == []


@pytest.mark.parametrize("name", sorted(WAYS))
def test_who_signed_out_is_asked_to_sign_in_again(world: World, name: str) -> None:
    for role, actor in world.regions[HERE].actors.items():
        for over in ({"ended_at": now()}, {"expires_at": now() - timedelta(seconds=1)}):
            if _may(WAYS[name], role):
                with world.trying(actor) as session:
                    session.execute(update(SignIn).where(SignIn.id == actor.sign_in_id).values(**over))
                    world.written.clear()
                    with pytest.raises(SignedOutError):
                        WAYS[name].does(session, actor, world.regions[HERE])
                    assert world.written == []


@contextmanager
def _also(world: World, actor: Actor, *, role: Role, region: RegionRows) -> Iterator[Actor]:
    """The person with one more role, as they are in that region then."""
    also = {"person_id": actor.person_id, "region_id": region.id, "role": role, "party_id": None, "valid_until": None}
    with database.writing(world.owner) as session:
        session.execute(insert(PersonRole).values(**also, origin="hand", granted_at=now()))
    given = PersonRole.person_id == actor.person_id, PersonRole.region_id == region.id, PersonRole.role == role
    try:
        with database.reading(world.engine, asker=database.Someone(actor.person_id, region.id)) as session:
            found = people_queries.actor(session, person_id=actor.person_id, region_id=region.id)
        assert found is not None
        yield found
    finally:
        with database.writing(world.owner) as session:
            session.execute(delete(PersonRole).where(*given))


def test_somebody_has_in_each_region_the_roles_they_have_there(world: World) -> None:
    """A participant here who is policy officer there sets norms there and not here."""
    here, there = world.regions[HERE], world.regions[THERE]
    anna = here.actors[Role.PARTICIPANT]
    with _also(world, anna, role=Role.POLICY_OFFICER, region=there) as elsewhere:
        assert elsewhere.roles == {Role.POLICY_OFFICER}
        with world.trying(elsewhere) as session:
            WAYS["norms.set_norm"].does(session, elsewhere, there)
        with world.trying(anna) as session, pytest.raises(NotAllowedError):
            WAYS["norms.set_norm"].does(session, anna, here)
        with world.trying(elsewhere) as session, pytest.raises(NotAllowedError):
            WAYS["norms.change_norm"].does(session, elsewhere, here)


def test_somebody_with_two_roles_may_what_either_may(world: World) -> None:
    here = world.regions[HERE]
    with _also(world, here.actors[Role.AMBASSADOR], role=Role.POLICY_OFFICER, region=here) as both:
        assert both.roles == {Role.AMBASSADOR, Role.POLICY_OFFICER}
        for name in ("norms.set_norm", "stories.share_contribution"):
            with world.trying(both) as session:
                WAYS[name].does(session, both, here)
        with world.trying(both) as session, pytest.raises(NotAllowedError):
            WAYS["roles.grant_role"].does(session, both, here)


def test_copies_of_everything_are_for_who_manages_every_real_region(world: World, tmp_path: Path) -> None:
    file = tmp_path / "alles.zip"
    for region in world.regions.values():
        for actor in region.actors.values():
            with world.trying(actor) as session, pytest.raises(NotAllowedError):
                copies.permit_copying(session, actor=actor)
            with pytest.raises(NotAllowedError):
                copies.make_copy(world.owner, actor=actor, file=file)
    assert not file.exists()


def test_a_beheerder_of_every_real_region_makes_a_copy_and_of_one_of_two_does_not(
    engine: Engine, tmp_path: Path
) -> None:
    """In the example region nobody needs a role for it."""
    file = tmp_path / "alles.zip"
    with database.writing(engine) as session:
        here, there = add_region(session, "flevoland"), add_region(session, "twente")
        add_region(session, "rivierenrijk", fictional=True)
        anna = add_actor(session, "Anna", region_id=here, role=Role.ADMINISTRATOR)
        also = PersonRole(
            person_id=anna.person_id, region_id=there, role=Role.ADMINISTRATOR, party_id=None, valid_until=None
        )
        session.add(also)
    assert copies.make_copy(engine, actor=anna, file=file).rows > 0
    assert file.exists()
    file.unlink()
    with database.writing(engine) as session:
        session.execute(update(PersonRole).where(PersonRole.region_id == there).values(valid_until=now()))
    with pytest.raises(NotAllowedError):
        copies.make_copy(engine, actor=anna, file=file)
    assert not file.exists()
