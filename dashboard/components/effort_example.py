"""Inspanningen: beginning with an example, and taking over some of its goals later."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components import effort_storing as storing
from dashboard.components.happened import say_what_happened
from dashboard.formatting import counted
from dashboard.texts import efforts as words
from data_models.access import Actor
from data_models.commands import efforts as effort_commands
from data_models.commands import examples
from data_models.commands import goals as goal_commands
from data_models.queries.efforts import Chain
from seed_data.example_chain import example

_EXAMPLE = "voorbeeld"


def offer_example(actor: Actor) -> None:
    """To begin with, in a region that has no goals yet."""
    shown = example()
    said = words.START_WHY.format(
        goals=counted(len(shown.goals), forms=words.GOALS), efforts=counted(len(shown.efforts), forms=words.EFFORTS)
    )
    with st.container(border=True, key="voorbeeld-beginnen"):
        st.text(said)
        st.button(words.START, key="begin-met-voorbeeld", on_click=_begin, args=(actor,))


def offer_more(found: Chain, *, actor: Actor) -> None:
    """For a region that has goals: those of the example that it has not, to choose from."""
    known = {goal.text for goal in found.goals}
    texts = {at: text for at, text in enumerate(example().goals) if text not in known}
    if not texts:
        return
    with st.expander(words.TAKE_OVER, key="voorbeeld-overnemen"), st.container(key="smal-voorbeeld"):
        st.text(words.TAKE_OVER_WHY)
        places = st.multiselect(
            words.TAKE_OVER_WHICH,
            list(texts),
            format_func=texts.__getitem__,
            placeholder=words.FOR_GOALS_PLACEHOLDER,
            filter_mode="contains",
            wrap=True,
            select_all=False,
            key=f"voorbeeld-doelen-{this_session.generation(_EXAMPLE)}",
        )
        say_what_happened(_EXAMPLE)
        st.button(words.TAKE_OVER_NOW, key="voorbeeld-neem-over", on_click=_take_over, args=(tuple(places), actor))


def _take_over(places: tuple[int, ...], actor: Actor) -> None:
    write = partial(examples.take_over, actor=actor, example=example(), places=places)
    if _told(write, actor=actor, place=_EXAMPLE):
        this_session.next_generation(_EXAMPLE)


def _begin(actor: Actor) -> None:
    _told(partial(examples.begin_with_example, actor=actor, example=example()), actor=actor, place=storing.PLACE)


def _told(write: Callable[[Session], examples.Begun], *, actor: Actor, place: str) -> bool:
    """Write it, and say with the way back what came of it; whether it was stored."""
    begun = storing.stored(write, actor=actor, place=place)
    if begun is None:
        return False
    this_session.tell(good=words.STARTED, place=storing.PLACE, undo=partial(_take_back, begun, actor))
    return True


def _take_back(begun: examples.Begun, actor: Actor) -> None:
    """Take away all that came of the example, unless something of it was changed since."""

    def write(session: Session) -> bool:
        for effort in begun.efforts:
            effort_commands.remove_effort(session, actor=actor, effort_id=effort, seen_version=1)
        for goal in begun.goals:
            goal_commands.remove_goal(session, actor=actor, goal_id=goal, seen_version=1)
        return True

    if storing.stored(write, actor=actor, place=storing.PLACE):
        this_session.tell(good=words.START_UNDONE, place=storing.PLACE)
