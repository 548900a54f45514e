"""The fields of goals, activities and what these yield, as their forms show them."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from dashboard.components.name_warning import warn_of_names
from dashboard.data.reader import Reader
from dashboard.formatting import day_in_digits, typed_day
from dashboard.texts import efforts as words
from data_models.commands.chain import LONGEST, LONGEST_NAME
from data_models.commands.efforts import EffortProposal, faults
from data_models.commands.goals import GoalProposal
from data_models.commands.yields import YieldProposal
from data_models.queries.efforts import Chain, EffortFacts, GoalFacts, YieldFacts


@dataclass(frozen=True, slots=True)
class _Said:
    """A field of text: what is asked, an example, and what stands."""

    label: str
    placeholder: str
    standing: str


def _type_text(said: _Said, *, reader: Reader, key: str) -> str:
    """What was typed, some lines high, with a warning where it names somebody."""
    text = st.text_area(said.label, said.standing, max_chars=LONGEST, placeholder=said.placeholder, height=80, key=key)
    warn_of_names(text, reader=reader)
    return text


def _type_name(said: _Said, *, reader: Reader, key: str) -> str:
    """What was typed, on one line, with a warning where it names somebody."""
    text = st.text_input(said.label, said.standing, max_chars=LONGEST_NAME, placeholder=said.placeholder, key=key)
    warn_of_names(text, reader=reader)
    return text


def type_goal(goal: GoalFacts | None, *, found: Chain, reader: Reader, key: str) -> GoalProposal:
    """The fields of a goal, filled with what stands."""
    said = _Said(words.GOAL, words.GOAL_PLACEHOLDER, goal.text if goal else "")
    text = _type_text(said, reader=reader, key=f"{key}-tekst")
    results: dict[int | None, str] = {None: words.NO_RESULT, **dict(found.results.items())}
    if goal and goal.result_id is not None:
        results.setdefault(goal.result_id, words.RESULT_GONE)
    chosen = st.selectbox(
        words.RESULT,
        list(results),
        index=list(results).index(goal.result_id) if goal else 0,
        format_func=results.__getitem__,
        key=f"{key}-resultaat",
    )
    return GoalProposal(text, chosen)


def type_effort(
    effort: EffortFacts | None, *, found: Chain, chosen: tuple[int, ...], reader: Reader, key: str
) -> tuple[EffortProposal, list[str]]:
    """The fields of an activity, filled with what stands: what they say, and what is wrong with it by its names."""
    does = _Said(words.ACTIVITY, words.ACTIVITY_PLACEHOLDER, effort.activity if effort else "")
    activity = _type_text(does, reader=reader, key=f"{key}-wat")
    who = _Said(words.ORGANISATION, words.ORGANISATION_PLACEHOLDER, effort.organisation if effort else "")
    organisation = _type_name(who, reader=reader, key=f"{key}-wie")
    first, second = st.columns(2)
    with first:
        starts_on, wrong_start = _type_day(words.STARTS_ON, effort.starts_on if effort else None, key=f"{key}-vanaf")
    with second:
        ends_on, wrong_end = _type_day(words.ENDS_ON, effort.ends_on if effort else None, key=f"{key}-tot")
    texts = {goal.id: goal.text for goal in found.goals}
    served = st.multiselect(
        words.FOR_GOALS,
        list(texts),
        default=[number for number in chosen if number in texts],
        format_func=texts.__getitem__,
        placeholder=words.FOR_GOALS_PLACEHOLDER,
        filter_mode="contains",
        wrap=True,
        select_all=False,
        key=f"{key}-doelen",
    )
    proposal = EffortProposal(activity, organisation, starts_on, ends_on, tuple(served))
    unreadable = ["date_unreadable"] if wrong_start or wrong_end else []
    return proposal, [*unreadable, *faults(proposal)]


def _type_day(label: str, standing: date | None, *, key: str) -> tuple[date | None, bool]:
    """The day that is typed, if any; and whether something is typed that is no day."""
    typed = st.text_input(label, day_in_digits(standing) if standing else "", key=key)
    read = typed_day(typed)
    return read, bool(typed.strip()) and read is None


def type_yield(one: YieldFacts | None, *, reader: Reader, key: str) -> YieldProposal:
    """The fields of an output or outcome, filled with what stands."""
    kinds = list(words.KIND_LABELS)
    kind = st.radio(
        words.KIND,
        kinds,
        index=kinds.index(one.kind) if one else 0,
        format_func=words.KIND_LABELS.__getitem__,
        key=f"{key}-soort",
    )
    brings = _Said(words.YIELD, words.YIELD_PLACEHOLDER, one.text if one else "")
    text = _type_text(brings, reader=reader, key=f"{key}-tekst")
    unit = _type_name(
        _Said(words.UNIT, words.UNIT_PLACEHOLDER, one.unit if one else ""), reader=reader, key=f"{key}-eenheid"
    )
    people = st.checkbox(
        words.COUNTS_PEOPLE,
        one.counts_people if one else True,
        help=words.COUNTS_PEOPLE_HELP,
        disabled=bool(one and one.versions),
        key=f"{key}-mensen",
    )
    return YieldProposal(kind or kinds[0], text, unit, people)
