"""The forms of goals, activities and what these yield: what is typed is kept, also when it cannot be saved."""

from collections.abc import Callable

import streamlit as st

from dashboard import this_session
from dashboard.components import effort_storing as storing
from dashboard.components.effort_fields import type_effort, type_goal, type_yield
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button
from dashboard.data.reader import Reader
from dashboard.texts import efforts as words
from data_models.access import Actor
from data_models.commands import goals, yields
from data_models.commands.efforts import EffortProposal
from data_models.commands.goals import GoalProposal
from data_models.commands.yields import YieldProposal
from data_models.queries.efforts import Chain, EffortFacts, GoalFacts, YieldFacts


def add_goal(found: Chain, *, reader: Reader, actor: Actor) -> None:
    """The form that adds a goal below the others."""
    subject = "doel-nieuw"
    key = f"{subject}-{this_session.generation(subject)}"
    proposal = type_goal(None, found=found, reader=reader, key=key)

    def save() -> bool:
        return storing.add("goal", proposal=proposal, actor=actor, place=subject)

    _offer(
        words.ADD_GOAL,
        subject=subject,
        problems=_said(goals.faults(proposal)),
        save=save,
        texts=(proposal.text,),
        reader=reader,
    )


def change_goal(goal: GoalFacts, *, found: Chain, reader: Reader, actor: Actor, close: str) -> None:
    """The form that changes a goal."""
    subject = f"doel-wijzigen-{goal.id}"
    proposal = type_goal(goal, found=found, reader=reader, key=_opened(subject, version=goal.version))
    before = GoalProposal(goal.text, goal.result_id)

    def save() -> bool:
        return storing.change(
            "goal", number=goal.id, before=before, proposal=proposal, actor=actor, subject=subject, current=goal.version
        )

    _offer(
        words.SAVE,
        subject=subject,
        problems=_said(goals.faults(proposal)),
        save=save,
        texts=(proposal.text,),
        reader=reader,
        close=close,
    )
    _offer_removal("goal", number=goal.id, version=goal.version, actor=actor, key=subject)


def add_effort(goal: GoalFacts, *, found: Chain, reader: Reader, actor: Actor, close: str) -> None:
    """The form that adds an activity to a goal, and to others if wanted."""
    subject = f"activiteit-nieuw-{goal.id}"
    key = f"{subject}-{this_session.generation(subject)}"
    proposal, problems = type_effort(None, found=found, chosen=(goal.id,), reader=reader, key=key)

    def save() -> bool:
        return storing.add("effort", proposal=proposal, actor=actor, place=subject)

    texts = (proposal.activity, proposal.organisation)
    _offer(
        words.ADD_EFFORT, subject=subject, problems=_said(problems), save=save, texts=texts, reader=reader, close=close
    )


def change_effort(effort: EffortFacts, *, found: Chain, reader: Reader, actor: Actor, close: str) -> None:
    """The form that changes an activity and the goals that it serves."""
    subject = f"activiteit-wijzigen-{effort.id}"
    key = _opened(subject, version=effort.version)
    proposal, problems = type_effort(effort, found=found, chosen=effort.goals, reader=reader, key=key)
    before = EffortProposal(effort.activity, effort.organisation, effort.starts_on, effort.ends_on, effort.goals)

    def save() -> bool:
        return storing.change(
            "effort",
            number=effort.id,
            before=before,
            proposal=proposal,
            actor=actor,
            subject=subject,
            current=effort.version,
        )

    texts = (proposal.activity, proposal.organisation)
    _offer(words.SAVE, subject=subject, problems=_said(problems), save=save, texts=texts, reader=reader, close=close)
    _offer_removal("effort", number=effort.id, version=effort.version, actor=actor, key=subject)


def add_yield(effort: EffortFacts, *, reader: Reader, actor: Actor, close: str) -> None:
    """The form that adds an output or outcome to an activity."""
    subject = f"opbrengst-nieuw-{effort.id}"
    proposal = type_yield(None, reader=reader, key=f"{subject}-{this_session.generation(subject)}")

    def save() -> bool:
        return storing.add("yield", proposal=proposal, actor=actor, place=subject, effort_id=effort.id)

    _offer(
        words.ADD_YIELD,
        subject=subject,
        problems=_said(yields.faults(proposal)),
        save=save,
        texts=(proposal.text, proposal.unit),
        reader=reader,
        close=close,
    )


def change_yield(one: YieldFacts, *, reader: Reader, actor: Actor, close: str) -> None:
    """The form that changes an output or outcome."""
    subject = f"opbrengst-wijzigen-{one.id}"
    proposal = type_yield(one, reader=reader, key=_opened(subject, version=one.version))
    before = YieldProposal(one.kind, one.text, one.unit, one.counts_people)

    def save() -> bool:
        return storing.change(
            "yield", number=one.id, before=before, proposal=proposal, actor=actor, subject=subject, current=one.version
        )

    _offer(
        words.SAVE,
        subject=subject,
        problems=_said(yields.faults(proposal)),
        save=save,
        texts=(proposal.text, proposal.unit),
        reader=reader,
        close=close,
    )
    _offer_removal("yield", number=one.id, version=one.version, actor=actor, key=subject)


def _opened(subject: str, *, version: int) -> str:
    """Begin to change something from the version on the screen, if that was not begun yet; answers the widgets' key."""
    if not this_session.is_open(subject):
        this_session.open_version(subject, version=version)
    return f"{subject}-{this_session.generation(subject)}"


def _said(faults: list[str]) -> list[str]:
    return [storing.said(fault) for fault in faults]


def _offer(
    label: str,
    *,
    subject: str,
    problems: list[str],
    save: Callable[[], bool],
    texts: tuple[str, ...],
    reader: Reader,
    close: str = "",
) -> None:
    """What happened before, and the button that saves; `close` is the part of the screen that is folded in after it."""
    keep_typed(subject, actor=reader.actor)
    say_what_happened(subject)
    if not save_button(label, texts=texts, reader=reader, key=f"{subject}-bewaren"):
        return
    if problems:
        this_session.tell(problems=problems, place=subject)
    elif save():
        this_session.next_generation(subject)
        this_session.close(subject)
        if close:
            this_session.close(close)
    st.rerun()


def _offer_removal(kind: str, *, number: int, version: int, actor: Actor, key: str) -> None:
    st.button(
        words.REMOVE,
        key=f"{key}-weg",
        on_click=storing.remove,
        args=(kind,),
        kwargs={"number": number, "version": version, "actor": actor},
    )
