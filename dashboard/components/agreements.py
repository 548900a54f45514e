"""Afspraken: the agreements of a region, which of them are shown, and what can be done with each."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import selection, this_session
from dashboard.components import agreement_forms as forms
from dashboard.components import escalation_forms
from dashboard.components.agreement_card import show_whole
from dashboard.components.choosing import choose_optional
from dashboard.components.escalations import show_escalations
from dashboard.components.happened import say_what_happened
from dashboard.components.identity import ask_who
from dashboard.components.looking_again import look_again_for_agreements
from dashboard.components.tabs import choose_tab
from dashboard.components.talk_tables import show_tables
from dashboard.data import agreements as data
from dashboard.data import catalogue
from dashboard.data.agreements import AboutFigure, Agreed
from dashboard.data.people import today
from dashboard.data.reader import Reader
from dashboard.formatting import count, counted
from dashboard.texts import agreements as words
from dashboard.texts import escalations as escalation_words
from dashboard.texts import talk_tables as table_words
from data_models import access
from data_models.access import Action, Actor
from data_models.facts import AreaFacts
from data_models.queries.agreements import AgreementFacts

MOST = 40  # agreements that are drawn at first; a browser takes its time for more
_ALL = "alle-afspraken"
Form = Callable[[], None]


def show_title(area: AreaFacts) -> None:
    """What there is to see."""
    st.title(words.TITLE, anchor=False)
    st.text(words.INTRODUCTION)
    if area.fictional:
        st.caption(words.EXAMPLE_REGION)


def show_all(found: Agreed, *, reader: Reader, area: AreaFacts) -> None:
    """The agreements, what lies on other tables, and who sit at which table: each under a tab."""
    of_agreements, of_escalations, of_tables = choose_tab([words.TAB, escalation_words.TAB, table_words.TAB])
    with of_agreements:
        _show_agreements(found, reader=reader, area=area)
    with of_escalations:
        show_escalations(found, reader=reader, area=area)
    with of_tables:
        show_tables(found, reader=reader, area=area)
    look_again_for_agreements(reader)


def _show_agreements(found: Agreed, *, reader: Reader, area: AreaFacts) -> None:
    say_what_happened(forms.PLACE)
    if found.agreements:
        shown = _choose(found, reader=reader)
        _say_how_many(shown)
        for agreement in (one for one in found.agreements if one not in shown):
            say_what_happened(forms.place_of(agreement))  # it is not shown any more by what was just done
        drawn = shown if this_session.kept(_ALL) else shown[:MOST]
        about = data.about(reader, agreements=drawn)
        if any(about.values()):
            st.caption(words.SINCE_CAUTION)
        for agreement in drawn:
            with st.container(border=True, key=f"kader-afspraak-{agreement.id}", gap="xsmall"):
                _show(agreement, found=found, about=about[agreement.id], reader=reader)
        if len(shown) > len(drawn):
            st.button(
                words.SHOW_ALL.format(count=count(len(shown) - len(drawn))),
                key="alle-afspraken",
                on_click=this_session.keep,
                args=(_ALL,),
                kwargs={"value": True},
            )
    else:
        st.info(words.NONE_YET if reader.hears(fictional=area.fictional) else words.FOR_WHO_TAKES_PART)
    _offer_adding(found, reader=reader, area=area)


def _choose(found: Agreed, *, reader: Reader) -> tuple[AgreementFacts, ...]:
    """Choose which agreements are shown."""
    with st.container(key="keuzes-afspraken", horizontal=True, vertical_alignment="bottom", gap="small"):
        which = choose_optional(selection.FILTER, label=words.WHICH, options=words.WHICH_OPTIONS, default=data.GOING)
        names = sorted({one.organisation for one in found.agreements}, key=str.casefold)
        organisation = _choose_one(
            selection.ORGANISATION,
            label=words.OF_ORGANISATION,
            options={"": words.EVERY_ORGANISATION, **{name: name for name in names}},
        )
        used = {figure.indicator for one in found.agreements for figure in one.figures}
        known = {one.code: one.short_name for one in catalogue.indicators(reader) if one.code in used}
        indicator = _choose_one(selection.OF_FIGURE, label=words.OF_FIGURE, options={"": words.EVERY_FIGURE, **known})
    return data.shown(found, which=which, organisation=organisation, indicator=indicator)


def _choose_one(parameter: str, *, label: str, options: dict[str, str]) -> str:
    value = selection.optional(parameter, options=options, default="")
    st.selectbox(
        label,
        list(options),
        format_func=options.__getitem__,
        filter_mode="contains",
        key=selection.widget_key(parameter, value=value),
        on_change=selection.write_to_url,
        args=(parameter,),
    )
    return value


def _say_how_many(shown: tuple[AgreementFacts, ...]) -> None:
    if not shown:
        st.info(words.NONE_SHOWN)
        return
    told = counted(len(shown), forms=words.COUNT)
    late = sum(one.is_late(today()) for one in shown)
    st.caption(words.COUNT_LATE.format(count=told, late=late) if late else told)


def _show(agreement: AgreementFacts, *, found: Agreed, about: tuple[AboutFigure, ...], reader: Reader) -> None:
    show_whole(agreement, about=about, escalations=found.escalations_of(agreement))
    say_what_happened(forms.place_of(agreement))
    actor = reader.actor
    if actor is None:
        return
    options = _possible(agreement, found=found, reader=reader, actor=actor)
    if options:
        _offer_change(forms.place_of(agreement), options=options)


def _possible(agreement: AgreementFacts, *, found: Agreed, reader: Reader, actor: Actor) -> dict[str, Form]:
    """What this person can do with it, by how the list calls it."""
    close = forms.place_of(agreement)
    step = partial(forms.step, agreement, reader=reader, actor=actor, close=close)
    if access.may(actor, Action.MAKE_AGREEMENTS, region_id=agreement.region_id):
        return {
            words.TO_STEP: step,
            words.TO_CHANGE: partial(forms.change, agreement, found=found, reader=reader, actor=actor, close=close),
            words.TO_ESCALATE: partial(
                escalation_forms.add, found, agreement=agreement, reader=reader, actor=actor, close=close
            ),
            words.TO_REMOVE: partial(forms.remove, agreement, actor=actor),
        }
    does = access.are_colleagues(actor, organisation=agreement.organisation)
    may_step = does and access.may(actor, Action.CONTRIBUTE, region_id=agreement.region_id)
    return {words.TO_STEP: step} if may_step else {}


def _offer_change(subject: str, *, options: dict[str, Form]) -> None:
    """The button that unfolds what can be done here, and then the choice and its form."""
    if not this_session.is_open(subject):
        st.button(
            words.UPDATE,
            key=f"{subject}-bijwerken",
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


def _offer_adding(found: Agreed, *, reader: Reader, area: AreaFacts) -> None:
    with st.container(key="smal-nieuw-afspraak"):
        st.header(words.ADD_TITLE, anchor=False)
        if reader.actor is None:
            st.text(words.SIGN_IN_FIRST)
            ask_who()
        elif access.may(reader.actor, Action.MAKE_AGREEMENTS):
            forms.add(found, area=area, reader=reader, actor=reader.actor)
        else:
            st.info(words.MAY_NOT)
