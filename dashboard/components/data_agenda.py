"""Data-ontwikkelagenda: what people want to know and nobody measures, put on it, changed and taken off."""

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened, tell_refused
from dashboard.components.identity import ask_who
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data import catalogue, sources
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import agenda as words
from dashboard.texts import personal_data as personal_words
from data_models import access, database
from data_models.access import Action, Actor, NotAllowedError
from data_models.commands import agenda as commands
from data_models.facts import AgendaProposal
from data_models.personal_data import PersonalDataError
from data_models.queries.agenda import AgendaFacts

_PLACE = "agenda"
_NEW = "agenda-nieuw"


def show_agenda(reader: Reader) -> None:
    """The items, and the form that adds one."""
    st.header(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    say_what_happened(_PLACE)
    items = sources.agenda(reader)
    if not items:
        st.info(words.NONE if reader.actor else words.FOR_WHO_TAKES_PART)
    for item in items:
        with st.container(border=True, key=f"agendapunt-{item.id}"):
            _show_item(item, reader=reader)
    st.header(words.ADD_TITLE, anchor=False)
    if reader.actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
    elif not access.may(reader.actor, Action.EDIT_AGENDA):
        st.info(words.MAY_NOT)
    else:
        with st.container(key="smal-agenda"):
            keep_typed(_NEW, actor=reader.actor)
            proposal = _type(None, reader=reader, key=f"{_NEW}-{this_session.generation(_NEW)}")
        say_what_happened(_NEW)
        if save_button(words.ADD, texts=_typed(proposal), reader=reader, key="agenda-toevoegen"):
            _add(proposal, actor=reader.actor)
            st.rerun()


def _show_item(item: AgendaFacts, *, reader: Reader) -> None:
    subject = f"agenda-{item.id}"
    st.markdown(f"**{plain(item.question)}** · *{words.STATES[item.state]}*")
    st.text(words.WHY.format(why=item.reason))
    if item.for_whom:
        st.text(words.FOR_WHOM_LINE.format(who=item.for_whom))
    if item.organisation:
        st.text(words.ORGANISATION_LINE.format(organisation=item.organisation))
    st.caption(words.BY.format(organisation=plain(item.changed_by) or words.THE_EXAMPLE, day=day(item.updated_at)))
    actor = reader.actor
    if actor is None or not access.may(actor, Action.EDIT_AGENDA, region_id=item.region_id):
        return
    if this_session.is_open(subject):
        with st.container(key=f"smal-{subject}"):
            keep_typed(subject, actor=actor)
            proposal = _type(item, reader=reader, key=subject)
        say_what_happened(subject)
        with st.container(horizontal=True, key=f"{subject}-knoppen"):
            if save_button(words.SAVE, texts=_typed(proposal), reader=reader, key=f"{subject}-bewaren"):
                with telling_outages(subject):
                    _change(item, proposal, subject=subject, actor=actor)
                st.rerun()
            st.button(words.KEEP, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))
        return
    say_what_happened(subject)
    with st.container(horizontal=True, key=f"{subject}-knoppen"):
        st.button(
            words.CHANGE,
            key=f"{subject}-wijzigen",
            on_click=this_session.open_version,
            args=(subject,),
            kwargs={"version": item.version},
        )
        if item.state != "dropped":
            with st.popover(words.WITHDRAW, key=f"{subject}-weg-vraag"):
                st.button(words.WITHDRAW_CONFIRM, key=f"{subject}-weg", on_click=_withdraw, args=(item, actor))


def _type(item: AgendaFacts | None, *, reader: Reader, key: str) -> AgendaProposal:
    """The fields of an item, filled with what stands."""
    themes = {"": words.NO_THEME, **sources.themes(reader)}
    indicators = {"": words.NO_INDICATOR, **{one.code: one.short_name for one in catalogue.indicators(reader)}}
    question = st.text_input(
        words.QUESTION,
        item.question if item else "",
        placeholder=words.QUESTION_PLACEHOLDER,
        key=f"{key}-vraag",
    )
    warn_of_names(question, reader=reader)
    reason = st.text_area(words.REASON, item.reason if item else "", key=f"{key}-waarom")
    warn_of_names(reason, reader=reader)
    first, second = st.columns(2)
    for_whom = first.text_input(words.FOR_WHOM, item.for_whom if item else "", key=f"{key}-wie")
    organisation = second.text_input(
        words.ORGANISATION,
        item.organisation if item else "",
        key=f"{key}-organisatie",
    )
    with first:
        warn_of_names(for_whom, reader=reader)
    with second:
        warn_of_names(organisation, reader=reader)
    first, second = st.columns(2)  # a row of its own, so that on a telephone the order is the same
    theme = first.selectbox(
        words.THEME,
        list(themes),
        index=list(themes).index(item.theme) if item and item.theme in themes else 0,
        format_func=themes.__getitem__,
        key=f"{key}-thema",
    )
    indicator = second.selectbox(
        words.INDICATOR,
        list(indicators),
        index=list(indicators).index(item.indicator) if item and item.indicator in indicators else 0,
        format_func=indicators.__getitem__,
        filter_mode="contains",
        key=f"{key}-cijfer",
    )
    states = list(words.STATES)
    state = (
        st.selectbox(
            words.STATE,
            states,
            index=states.index(item.state),
            format_func=words.STATES.__getitem__,
            key=f"{key}-stand",
        )
        if item
        else "open"
    )
    return AgendaProposal(
        question=question,
        reason=reason,
        for_whom=for_whom,
        theme=theme,
        indicator=indicator,
        organisation=organisation,
        state=state,
    )


def _typed(proposal: AgendaProposal) -> tuple[str, ...]:
    return proposal.question, proposal.reason, proposal.for_whom, proposal.organisation


def _problems(proposal: AgendaProposal) -> list[str]:
    return [words.FAULTS[fault].format(most=commands.LONGEST) for fault in commands.faults(proposal)]


@telling_outages(_NEW)
def _add(proposal: AgendaProposal, *, actor: Actor) -> None:
    problems = _problems(proposal)
    if problems:
        this_session.tell(problems=problems, place=_NEW)
        return
    try:
        with database.writing(actor=actor) as session:
            commands.add(session, actor=actor, item=proposal)
    except PersonalDataError as refused:
        this_session.tell(problems=[personal_words.FOUND.format(found=personal_words.found(refused.kinds))], place=_NEW)
        return
    except NotAllowedError as refused:
        tell_refused(refused, typed=(proposal.question, proposal.reason))
        return
    this_session.next_generation(_NEW)
    this_session.tell(good=words.ADDED, place=_NEW)


def _change(item: AgendaFacts, proposal: AgendaProposal, *, subject: str, actor: Actor) -> None:
    """Save the change, or say why not; what was typed stays."""
    problems = _problems(proposal)
    if problems:
        this_session.tell(problems=problems, place=subject)
        return
    seen = this_session.opened_version(subject, current=item.version)
    try:
        with database.writing(actor=actor) as session:
            commands.change(session, actor=actor, item_id=item.id, seen_version=seen, item=proposal)
    except commands.AgendaConflictError as conflict:
        this_session.open_version(subject, version=conflict.current_version)
        this_session.tell(problems=[words.CONFLICT], place=subject)
        return
    except PersonalDataError as refused:
        this_session.tell(
            problems=[personal_words.FOUND.format(found=personal_words.found(refused.kinds))], place=subject
        )
        return
    except NotAllowedError as refused:
        tell_refused(refused, typed=(proposal.question, proposal.reason))
        return
    this_session.close(subject)
    this_session.tell(good=words.CHANGED, place=subject)


@telling_outages(_PLACE)
def _withdraw(item: AgendaFacts, actor: Actor) -> None:
    try:
        with database.writing(actor=actor) as session:
            commands.withdraw(session, actor=actor, item_id=item.id, seen_version=item.version)
    except commands.AgendaConflictError:
        this_session.tell(problems=[words.CONFLICT], place=_PLACE)
    except commands.AgendaRefusedError as refused:
        this_session.tell(problems=[words.FAULTS[refused.fault]], place=_PLACE)
    else:
        this_session.tell(good=words.WITHDRAWN, place=f"agenda-{item.id}")
