"""Inspanningen: the chain from goal to societal result as a picture, a table and a list that is changed in place."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import effort_forms as forms
from dashboard.components import effort_storing as storing
from dashboard.components.effort_counting import enter_figure
from dashboard.components.effort_example import offer_example, offer_more
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who
from dashboard.components.table import show_table
from dashboard.data import efforts as data
from dashboard.data.reader import Reader
from dashboard.formatting import counted, plain
from dashboard.texts import efforts as words
from data_models import access
from data_models.access import Action, Actor
from data_models.facts import AreaFacts
from data_models.queries.efforts import Chain, EffortFacts, GoalFacts, YieldFacts

LONGEST_OPTION = 60  # characters of a name in the list of what can be done
Form = Callable[[], None]


def show_title(area: AreaFacts) -> None:
    """The area's name as the title, and what there is to see."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    st.text(words.INTRODUCTION)
    if area.fictional:
        st.caption(words.EXAMPLE_REGION)


def show_chain(found: Chain) -> None:
    """The chain as a picture for a wide screen, what is missing in words, and the table."""
    if not found.goals:
        return
    st.header(words.CHAIN, anchor=False)
    missing = data.without_outcome(found)
    if missing:
        st.text(counted(len(missing), forms=words.WITHOUT_OUTCOME))
    picture = data.picture(found)
    with st.container(key="keten-beeld"):
        st.image(picture.svg, alt=picture.alternative, width="stretch")
    with st.expander(words.AS_TABLE, key="keten-als-tabel"):
        show_table(data.rows(found), key="tabel-keten")


def show_list(found: Chain, *, reader: Reader, area: AreaFacts) -> None:
    """Every goal with what is done for it; for who prepares, with the forms to change it."""
    actor = reader.actor if reader.actor and access.may(reader.actor, Action.SET_NORMS) else None
    if found.goals:
        st.header(words.LIST, anchor=False)
    else:
        st.info(words.NONE if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART)
    say_what_happened(storing.PLACE)
    told: set[int] = set()
    for goal in found.goals:
        with st.container(border=True, key=f"doel-{goal.id}"):
            _show_goal(goal, found=found, told=told, reader=reader, actor=actor)
    if found.loose:
        st.header(words.LOOSE, anchor=False)
        st.text(words.LOOSE_WHY)
        with st.container(border=True, key="doel-los"):
            for effort in found.loose:
                _show_effort(effort, goal=None, found=found)
            if actor:
                _offer_change(
                    "doel-los",
                    options=_of_efforts(found.loose, found=found, reader=reader, actor=actor, close="doel-los"),
                )
    _offer_adding(found, reader=reader, actor=actor)


def _show_goal(goal: GoalFacts, *, found: Chain, told: set[int], reader: Reader, actor: Actor | None) -> None:
    st.subheader(plain(goal.text), anchor=False)
    st.caption(plain(words.ADDS_TO.format(result=goal.result)) if goal.result else words.ADDS_TO_NOTHING)
    efforts = found.efforts_of(goal)
    if not efforts:
        st.text(words.GOAL_WITHOUT_EFFORT)
    for effort in efforts:
        if effort.id in told:
            st.markdown(words.TOLD_ALREADY.format(activity=plain(effort.activity)))
        else:
            _show_effort(effort, goal=goal, found=found)
            told.add(effort.id)
    if not found.has_outcome(goal):
        st.text(words.GOAL_WITHOUT_OUTCOME)
    if actor is None:
        return
    close = f"doel-{goal.id}"
    options: dict[str, Form] = {
        words.TO_ADD_EFFORT: partial(forms.add_effort, goal, found=found, reader=reader, actor=actor, close=close),
        words.TO_CHANGE_GOAL: partial(forms.change_goal, goal, found=found, reader=reader, actor=actor, close=close),
    }
    options |= _of_efforts(efforts, found=found, reader=reader, actor=actor, close=close)
    _offer_change(close, options=options)


def _show_effort(effort: EffortFacts, *, goal: GoalFacts | None, found: Chain) -> None:
    with st.container(key=f"activiteit-{effort.id}", gap="xsmall"):
        st.markdown(f"**{plain(effort.activity)}**")
        said = words.WHO_WHEN.format(organisation=effort.organisation, when=data.when(effort))
        others = [one.text for one in found.goals if one.id in effort.goals and one is not goal]
        st.caption(plain(said))
        if others and goal is not None:
            st.caption(plain(words.ALSO_FOR.format(goals=" · ".join(others))))
        for one in effort.yields:
            _show_yield(one)


def _show_yield(one: YieldFacts) -> None:
    st.text(words.YIELD_LINE.format(kind=words.KINDS[one.kind], text=data.with_latest(one)))
    before = data.history(one)
    if len(one.measurements) > 1 or before:
        label = counted(len(before), forms=words.HISTORY) if before else words.ALL_YEARS
        with st.expander(plain(words.YEARS_OF.format(said=label)), key=f"cijfers-{one.id}"):
            for line in data.lines(one):
                st.text(line)
            for line in before:
                st.caption(plain(line))
    elif one.measurements:
        st.caption(plain(words.SOURCE_ONLY.format(source=one.measurements[0].source)))


def _of_efforts(
    efforts: Sequence[EffortFacts], *, found: Chain, reader: Reader, actor: Actor, close: str
) -> dict[str, Form]:
    """What can be done with these activities, by how the list calls it."""
    options: dict[str, Form] = {}
    for effort in efforts:
        name = _shortened(effort.activity)
        options[words.TO_CHANGE_EFFORT.format(name=name)] = partial(
            forms.change_effort, effort, found=found, reader=reader, actor=actor, close=close
        )
        options[words.TO_ADD_YIELD.format(name=name)] = partial(
            forms.add_yield, effort, reader=reader, actor=actor, close=close
        )
        for one in effort.yields:
            told = _shortened(one.text)
            enter = partial(enter_figure, one, reader=reader, actor=actor, close=close)
            options[words.TO_ENTER.format(name=told)] = enter
            label = words.TO_CHANGE_YIELD.format(kind=words.KINDS[one.kind], name=told)
            options[label] = partial(forms.change_yield, one, reader=reader, actor=actor, close=close)
    return options


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_OPTION else f"{text[:LONGEST_OPTION].rstrip()}…"


def _offer_change(subject: str, *, options: dict[str, Form]) -> None:
    """The button that unfolds what can be done here, and then the choice and its form."""
    if not this_session.is_open(subject):
        st.button(
            words.CHANGE,
            key=f"{subject}-aanpassen",
            on_click=this_session.open_version,
            args=(subject,),
            kwargs={"version": 0},
        )
        return
    with st.container(key=f"smal-{subject}"):
        chosen = st.selectbox(words.WHAT_TO_DO, list(options), filter_mode="contains", key=f"{subject}-keuze")
        if chosen in options:
            options[chosen]()
        st.button(words.CLOSE, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))


def _offer_adding(found: Chain, *, reader: Reader, actor: Actor | None) -> None:
    if reader.actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
        return
    if actor is None:
        st.info(words.MAY_NOT)
        return
    if not found.goals:
        offer_example(actor)
    else:
        offer_more(found, actor=actor)
    st.header(words.ADD_GOAL, anchor=False)
    with st.container(key="smal-doel-nieuw"):
        forms.add_goal(found, reader=reader, actor=actor)
