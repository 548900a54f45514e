"""Events and breaks of a figure: the list, and the form by which people of the region add their own."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data.reader import Reader
from dashboard.texts import annotations as words
from dashboard.texts import personal_data as personal_words
from data_models import access, database
from data_models.access import Action, Actor
from data_models.commands import annotations as commands
from data_models.commands.annotations import AnnotationConflictError, AnnotationProposal, AnnotationRefusedError
from data_models.facts import AnnotationFacts, AreaFacts, IndicatorFacts
from data_models.personal_data import PersonalDataError

_PLACE = "gebeurtenissen"
_NEW = "gebeurtenis-nieuw"
Write = Callable[[], object]


def annotation_tab(
    reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, noted: tuple[AnnotationFacts, ...]
) -> dict[str, Callable[[], None]]:
    """The tab by its name, made when it is opened: what was noted, and the form that adds something."""

    def show() -> None:
        st.caption(words.INTRODUCTION)
        say_what_happened(_PLACE)
        told = [one for one in noted if one.kind in words.KINDS]  # what an area rests on stands below its chart
        if not told:
            st.text(words.NONE if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART)
        for one in told:
            with st.container(border=True, key=f"gebeurtenis-{one.id}", gap="xsmall"):
                _show(one, reader=reader, area=area, indicator=indicator)
        st.subheader(words.ADD_TITLE, anchor=False)
        _offer_form(reader, area=area, indicator=indicator)

    return {words.TAB: show}


def _offer_form(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts) -> None:
    actor = reader.actor
    if actor is None:
        st.text(words.SIGN_IN_FIRST)  # the story beside it asks, once on a screen
        return
    if not access.may(actor, Action.ANNOTATE):
        st.info(words.MAY_NOT)
        return
    subject = f"{_NEW}-{area.code}-{indicator.code}"  # what is typed about one figure is not said of another
    with st.container(key="smal-gebeurtenis"):
        keep_typed(subject, actor=actor)
        key = f"{subject}-{this_session.generation(subject)}"
        proposal = _type(None, area=area, indicator=indicator, reader=reader, key=key)
    say_what_happened(_NEW)
    if save_button(words.ADD, texts=(proposal.text,), reader=reader, key="gebeurtenis-toevoegen"):
        with telling_outages(_NEW):
            _add(proposal, subject=subject, actor=actor)
        st.rerun()


def _show(one: AnnotationFacts, *, reader: Reader, area: AreaFacts, indicator: IndicatorFacts) -> None:
    subject = f"gebeurtenis-{one.id}"
    st.caption(words.LINE.format(year=one.year, kind=words.KINDS[one.kind]))
    st.text(one.text)
    if one.region_id is None:
        st.caption(words.OF_EVERYBODY)
        return
    where = words.WHERE[_about(one)].format(area=area.name)
    st.text(words.BY.format(where=where[:1].upper() + where[1:], organisation=one.author or words.SOMEBODY))
    actor = reader.actor
    if actor is None or not access.may(actor, Action.ANNOTATE, region_id=one.region_id):
        return
    if not this_session.is_open(subject):
        say_what_happened(subject)
        with st.container(horizontal=True, key=f"{subject}-knoppen"):
            st.button(
                words.CHANGE,
                key=f"{subject}-wijzigen",
                on_click=this_session.open_version,
                args=(subject,),
                kwargs={"version": one.version},
            )
            st.button(words.WITHDRAW, key=f"{subject}-weg", on_click=_withdraw, args=(one, actor))
        return
    with st.container(key=f"smal-{subject}"):
        keep_typed(subject, actor=actor)
        proposal = _type(one, area=area, indicator=indicator, reader=reader, key=subject)
    say_what_happened(subject)
    with st.container(horizontal=True, key=f"{subject}-knoppen"):
        if save_button(words.SAVE, texts=(proposal.text,), reader=reader, key=f"{subject}-bewaren"):
            with telling_outages(subject):
                _change(one, proposal, subject=subject, actor=actor)
            st.rerun()
        st.button(words.KEEP, key=f"{subject}-sluiten", on_click=this_session.close, args=(subject,))


def _about(one: AnnotationFacts) -> str:
    """What it is about, as the form offers it."""
    return "region" if one.area is None else "both" if one.indicator else "area"


def _type(
    one: AnnotationFacts | None, *, area: AreaFacts, indicator: IndicatorFacts, reader: Reader, key: str
) -> AnnotationProposal:
    """The fields, filled with what stands."""
    kinds, abouts = list(words.KINDS), list(words.WHERE)
    years = list(range(datetime.now(UTC).year, commands.FIRST_YEAR - 1, -1))
    text = st.text_input(
        words.TEXT,
        one.text if one else "",
        max_chars=commands.LONGEST,
        placeholder=words.TEXT_PLACEHOLDER,
        key=f"{key}-tekst",
    )
    warn_of_names(text, reader=reader)
    year = st.selectbox(
        words.YEAR,
        years,
        index=years.index(one.year) if one and one.year in years else None,
        placeholder=words.YEAR_PLACEHOLDER,
        help=words.YEAR_HELP,
        key=f"{key}-jaar",
    )
    kind = st.radio(
        words.KIND,
        kinds,
        index=kinds.index(one.kind) if one else 0,
        format_func=words.KINDS.__getitem__,
        horizontal=True,
        key=f"{key}-soort",
    )
    about = st.selectbox(
        words.ABOUT,
        abouts,
        index=abouts.index(_about(one)) if one else 0,
        format_func=lambda name: words.WHERE[name].format(area=area.name),
        key=f"{key}-waarbij",
    )
    return AnnotationProposal(
        indicator="" if about == "area" else indicator.code,
        area="" if about == "region" else area.code,
        kind=kind or "",
        year=year or 0,
        text=text,
    )


def _add(proposal: AnnotationProposal, *, subject: str, actor: Actor) -> None:
    added: list[int] = []

    def write() -> None:
        with database.writing(actor=actor) as session:
            added.append(commands.add_annotation(session, actor=actor, proposal=proposal))

    if _done(write, place=_NEW):
        this_session.next_generation(subject)
        undo = partial(_take_back, added[0], version=1, actor=actor)
        this_session.tell(good=words.ADDED, place=_PLACE, undo=undo)


def _change(one: AnnotationFacts, proposal: AnnotationProposal, *, subject: str, actor: Actor) -> None:
    """Save the change, or say why not; what was typed stays."""
    versions: list[int] = []
    seen = this_session.opened_version(subject, current=one.version)

    def write() -> None:
        with database.writing(actor=actor) as session:
            versions.append(
                commands.change_annotation(
                    session, actor=actor, annotation_id=one.id, seen_version=seen, proposal=proposal
                )
            )

    if _done(write, place=subject, subject=subject):
        this_session.close(subject)
        undo = partial(_change_back, one, version=versions[0], actor=actor)
        this_session.tell(good=words.CHANGED, place=_PLACE, undo=undo)


@telling_outages(_PLACE)
def _change_back(one: AnnotationFacts, *, version: int, actor: Actor) -> None:
    before = AnnotationProposal(one.indicator or "", one.area or "", one.kind, one.year, one.text)

    def write() -> None:
        with database.writing(actor=actor) as session:
            commands.change_annotation(
                session, actor=actor, annotation_id=one.id, seen_version=version, proposal=before
            )

    if _done(write, place=_PLACE):
        this_session.tell(good=words.CHANGED_BACK, place=_PLACE)


def _withdraw(one: AnnotationFacts, actor: Actor) -> None:
    _take_back(one.id, version=one.version, actor=actor)


@telling_outages(_PLACE)
def _take_back(annotation_id: int, *, version: int, actor: Actor) -> None:
    def write() -> None:
        with database.writing(actor=actor) as session:
            commands.withdraw_annotation(session, actor=actor, annotation_id=annotation_id, seen_version=version)

    if _done(write, place=_PLACE):
        undo = partial(_put_back, annotation_id, version=version + 1, actor=actor)
        this_session.tell(good=words.WITHDRAWN, place=_PLACE, undo=undo)


@telling_outages(_PLACE)
def _put_back(annotation_id: int, *, version: int, actor: Actor) -> None:
    def write() -> None:
        with database.writing(actor=actor) as session:
            commands.restore_annotation(session, actor=actor, annotation_id=annotation_id, seen_version=version)

    if _done(write, place=_PLACE):
        this_session.tell(good=words.RESTORED, place=_PLACE)


def _done(write: Write, *, place: str, subject: str = "") -> bool:
    """Whether it was written; else it is said at this place why not."""
    try:
        write()
    except AnnotationConflictError as conflict:
        if subject:
            this_session.open_version(subject, version=conflict.current_version)
        problem = words.CONFLICT
    except AnnotationRefusedError as refused:
        problem = words.FAULTS[refused.fault].format(most=commands.LONGEST, first=commands.FIRST_YEAR)
    except PersonalDataError as refused:
        problem = personal_words.FOUND.format(found=personal_words.found(refused.kinds))
    else:
        return True
    this_session.tell(problems=[problem], place=place)
    return False
