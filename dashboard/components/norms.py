"""Ambities en normen: what stands, how it came about, and setting, changing or withdrawing a norm."""

from collections.abc import Sequence

import streamlit as st

from dashboard import theme, this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened, tell_refused
from dashboard.components.identity import ask_who, show_who
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.components.norm_adoptions import show_adoptions
from dashboard.components.norm_form import Typed, drawable, type_norm
from dashboard.data import norms as norm_data
from dashboard.data.norms import NormView
from dashboard.data.reader import Reader
from dashboard.formatting import plain, value_with_unit
from dashboard.texts import norms as words
from dashboard.texts import personal_data as personal_words
from data_models import access, database
from data_models.access import Action, NotAllowedError
from data_models.commands import norms as commands
from data_models.facts import AreaFacts, IndicatorFacts
from data_models.personal_data import PersonalDataError


def show_title(area: AreaFacts) -> None:
    """The area's name as the title, and what a norm is for."""
    st.title(words.TITLE.format(area=area.name), anchor=False)
    st.text(words.INTRODUCTION)
    if area.fictional:
        st.caption(words.EXAMPLE)


def show_norms(views: Sequence[NormView], *, reader: Reader, area: AreaFacts) -> None:
    """The norms of the area, each with its state, progress and history."""
    st.header(words.STANDING.format(area=area.name), anchor=False)
    if not views:
        st.info(words.NONE.format(area=area.name))
    signs_for = norm_data.signs_for(reader)
    for view in views:
        with st.container(border=True, key=f"norm-{view.facts.id}"):
            _show_norm(view, reader=reader, signs_for=signs_for)


def set_or_change(
    reader: Reader, *, area: AreaFacts, reference: AreaFacts, indicator: IndicatorFacts, views: Sequence[NormView]
) -> None:
    """The form beside the chart that previews it."""
    standing = next((one for one in views if one.indicator == indicator and one.facts.stands), None)
    st.header(words.CHANGE if standing else words.SET, anchor=False)
    if reader.actor is None:
        st.text(words.SIGN_IN_FIRST)
        ask_who()
        return
    if not access.may(reader.actor, Action.SET_NORMS):
        st.info(words.MAY_NOT)
        return
    found = norm_data.lines(reader, area=area, reference=reference, indicator=indicator)
    chart_side, form_side = st.columns([3, 2], gap="large")
    with form_side:
        show_who(reader.actor)
        say_what_happened()
        form = this_session.form(f"norm-{area.code}-{indicator.code}", seen=standing.facts if standing else None)
        typed = type_norm(indicator, reader=reader, figures=found.area, standing=form.seen, key=form.key)
        change_reason = st.text_input(words.CHANGE_REASON, key=f"{form.key}-reden") if form.seen else ""
        warn_of_names(change_reason, reader=reader)
        texts = (typed.proposal.reason, typed.proposal.agreed_by, change_reason) if typed.proposal else ()
        save = words.SAVE_CHANGE if form.seen else words.SAVE
        # a callback would get what the last run read
        if save_button(save, texts=texts, reader=reader, key=f"{form.key}-opslaan"):
            _save(reader, area, indicator, typed, form, change_reason)
            st.rerun()
    with chart_side:
        preview = norm_data.preview(
            found,
            area=area,
            reference=reference,
            indicator=indicator,
            proposal=drawable(typed),
            replaces=standing.facts.id if standing else None,
        )
        st.plotly_chart(
            preview.drawing.figure,
            theme=None,
            config=theme.PLOTLY_CONFIG,
            alt=preview.drawing.alternative,
            key="norm-grafiek",
        )
        st.text(preview.progress or words.NOTHING_TO_PREVIEW)


@telling_outages()
def _save(
    reader: Reader,
    area: AreaFacts,
    indicator: IndicatorFacts,
    typed: Typed,
    form: this_session.Form,
    change_reason: str,
) -> None:
    """Save what was typed, or say why not; what was typed stays."""
    problems = list(typed.problems)
    if form.seen and not change_reason.strip():
        problems.append(words.FAULTS["change_reason_missing"])
    if problems or typed.proposal is None or reader.actor is None:
        this_session.tell(problems=problems)
        return
    try:
        with database.writing(actor=reader.actor) as session:
            if form.seen is None:
                commands.set_norm(
                    session, actor=reader.actor, indicator=indicator.code, area=area.code, proposal=typed.proposal
                )
            else:
                commands.change_norm(
                    session,
                    actor=reader.actor,
                    norm_id=form.seen.id,
                    seen_version=form.seen.version,
                    proposal=typed.proposal,
                    change_reason=change_reason,
                )
    except commands.NormConflictError:
        form.see_anew()
        this_session.tell(problems=[words.CONFLICT])
        return
    except commands.NormRefusedError as refused:
        this_session.tell(problems=[words.FAULTS[refused.fault]])
        return
    except PersonalDataError as refused:
        this_session.tell(problems=[personal_words.FOUND.format(found=personal_words.found(refused.kinds))])
        return
    except NotAllowedError as refused:
        tell_refused(refused, typed=(typed.proposal.reason, change_reason))
        return
    form.clear()
    this_session.tell(good=words.SAVED.format(area=area.name))


def _withdraw(reader: Reader, view: NormView, reason: str) -> None:
    if not reason.strip():
        this_session.tell(problems=[words.FAULTS["change_reason_missing"]])
        return
    _write(reader, view, good=words.WITHDRAWN, reason=reason)


@telling_outages()
def _write(reader: Reader, view: NormView, *, good: str, reason: str) -> None:
    if reader.actor is None:
        return
    norm = view.facts
    try:
        with database.writing(actor=reader.actor) as session:
            if norm.state == "withdrawn":
                commands.restore_norm(session, actor=reader.actor, norm_id=norm.id, seen_version=norm.version)
            else:
                commands.withdraw_norm(
                    session, actor=reader.actor, norm_id=norm.id, seen_version=norm.version, change_reason=reason
                )
    except commands.NormConflictError:
        this_session.tell(problems=[words.CONFLICT])
    except commands.NormRefusedError as refused:
        this_session.tell(problems=[words.FAULTS[refused.fault]])
    except PersonalDataError as refused:
        this_session.tell(problems=[personal_words.FOUND.format(found=personal_words.found(refused.kinds))])
    else:
        this_session.tell(good=good)


def _show_norm(view: NormView, *, reader: Reader, signs_for: dict[int, str]) -> None:
    norm = view.facts
    st.markdown(f"**{view.indicator.short_name}** · {view.title} · *{view.state}*")
    if view.progress:
        st.text(view.progress)
    st.text(words.REASON_LINE.format(reason=norm.reason))
    start = (
        ""
        if norm.start_value is None
        else words.START_LINE.format(
            value=value_with_unit(norm.start_value, unit=view.indicator.unit, decimals=view.indicator.decimals),
            year=norm.start_year,
        )
    )
    st.caption(" · ".join(filter(None, (words.AGREED_BY_LINE.format(agreed_by=plain(norm.agreed_by)), start))))
    with st.expander(words.HISTORY.format(count=len(view.history))):
        for version in view.history:
            st.text(version)
    show_adoptions(view, actor=reader.actor, signs_for=signs_for)
    mine = reader.actor is not None and norm.region_id == reader.actor.region_id
    if not mine or reader.actor is None or not access.may(reader.actor, Action.SET_NORMS):
        return
    if norm.state == "withdrawn":
        st.button(
            words.RESTORE,
            key=f"herstel-{norm.id}",
            on_click=_write,
            args=(reader, view),
            kwargs={"good": words.RESTORED, "reason": ""},
        )
    elif norm.state != "replaced":
        with st.popover(words.WITHDRAW):
            reason = st.text_input(words.WITHDRAW_REASON, key=f"reden-{norm.id}")
            warn_of_names(reason, reader=reader)
            if save_button(
                words.WITHDRAW,
                texts=(reason,),
                reader=reader,
                key=f"trek-in-{norm.id}",
                anyway=words.WITHDRAW_ANYWAY,
                kind="secondary",
            ):
                _withdraw(reader, view, reason)
                st.rerun()
