"""Saving what was typed about a norm: as a proposal, as a concept, or as a change; what cannot be saved stays typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import tell_refused
from dashboard.components.name_warning import save_button
from dashboard.components.norm_form import Typed
from dashboard.components.norm_steps import take_back
from dashboard.data import norms as norm_data
from dashboard.data.reader import Reader
from dashboard.texts import norms as words
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor, NotAllowedError
from data_models.commands import norms as commands
from data_models.commands.norm_keeping import NormConflictError, NormOvertakenError, NormRefusedError
from data_models.facts import AreaFacts, IndicatorFacts, NormProposal
from data_models.personal_data import PersonalDataError


@dataclass(frozen=True, slots=True)
class Saving:
    """What was typed about which figure, from what the person saw standing: norms by id, with their version."""

    reader: Reader
    actor: Actor
    area: AreaFacts
    indicator: IndicatorFacts
    breakdown: str
    form: this_session.Form
    typed: Typed
    change_reason: str
    seen: Mapping[int, int]


def offer_saving(saving: Saving) -> None:
    """The button that saves, and beside it the one that keeps a new norm for who sets norms only."""
    form, proposal = saving.form, saving.typed.proposal
    seen_when_opened = this_session.kept(_seen_name(form))
    if not isinstance(seen_when_opened, dict):
        this_session.keep(_seen_name(form), value=dict(saving.seen))
    said = () if proposal is None else (proposal.reason, proposal.agreed_by, proposal.meeting)
    texts = (*said, proposal.direction_reason, saving.change_reason) if proposal else ()
    # a callback would get what the last run read
    with st.container(horizontal=True, key="norm-bewaren"):
        save = words.SAVE_CHANGE if form.seen else words.SAVE
        if save_button(save, texts=texts, reader=saving.reader, key=f"{form.key}-opslaan"):
            _save(saving, state="proposed")
            st.rerun()
        if form.seen is None and save_button(
            words.SAVE_CONCEPT,
            texts=texts,
            reader=saving.reader,
            key=f"{form.key}-concept",
            anyway=words.SAVE_CONCEPT_ANYWAY,
            kind="secondary",
        ):
            _save(saving, state="concept")
            st.rerun()


def new_norm(area: AreaFacts, indicator: IndicatorFacts) -> str:
    """Under which name a session keeps that a new norm of a figure is being written."""
    return f"nieuw-{area.code}-{indicator.code}"


def _seen_name(form: this_session.Form) -> str:
    return f"{form.key}-staand"


@telling_outages()
def _save(saving: Saving, *, state: str) -> None:
    """Save what was typed, or say why not; what was typed stays."""
    form, proposal = saving.form, saving.typed.proposal
    problems = list(saving.typed.problems)
    if form.seen and not saving.change_reason.strip():
        problems.append(words.FAULTS["change_reason_missing"])
    if problems or proposal is None:
        this_session.tell(problems=problems)
        return
    write = _setting(saving, proposal=proposal, state=state) if form.seen is None else _changing(saving, proposal)
    try:
        with database.writing(actor=saving.actor) as session:
            norm_id, version = write(session)
    except (NormConflictError, NormOvertakenError) as conflict:
        _tell_both(saving, proposal=proposal, overtaken=isinstance(conflict, NormOvertakenError))
    except NormRefusedError as refused:
        this_session.tell(problems=[words.FAULTS[refused.fault]])
    except PersonalDataError as refused:
        this_session.tell(problems=[personal_words.FOUND.format(found=personal_words.found(refused.kinds))])
    except NotAllowedError as refused:
        tell_refused(refused, typed=(proposal.reason, saving.change_reason))
    else:
        is_concept = form.seen.state == "concept" if form.seen else state == "concept"
        good = words.SAVED_CONCEPT if is_concept else words.SAVED
        undo = partial(take_back, norm_id, version=version, actor=saving.actor, place="")
        form.clear()
        this_session.keep(new_norm(saving.area, saving.indicator), value=False)
        this_session.tell(good=good.format(area=saving.area.name), undo=undo)


def _setting(saving: Saving, *, proposal: NormProposal, state: str) -> Callable[[Session], tuple[int, int]]:
    kept = this_session.kept(_seen_name(saving.form))
    seen = kept if isinstance(kept, dict) else saving.seen

    def write(session: Session) -> tuple[int, int]:
        number = commands.set_norm(
            session,
            actor=saving.actor,
            indicator=saving.indicator.code,
            area=saving.area.code,
            breakdown=saving.breakdown,
            proposal=proposal,
            state=state,
            seen=seen,
        )
        return number, 1

    return write


def _changing(saving: Saving, proposal: NormProposal) -> Callable[[Session], tuple[int, int]]:
    standing = saving.form.seen

    def write(session: Session) -> tuple[int, int]:
        if standing is None:
            raise NormRefusedError("not_standing")
        version = commands.change_norm(
            session,
            actor=saving.actor,
            norm_id=standing.id,
            seen_version=standing.version,
            proposal=proposal,
            change_reason=saving.change_reason,
        )
        return standing.id, version

    return write


def _tell_both(saving: Saving, *, proposal: NormProposal, overtaken: bool) -> None:
    """Say what a colleague made of it meanwhile beside what was typed; saving again is then a choice."""
    form, indicator = saving.form, saving.indicator
    now = norm_data.standing_now(saving.reader, area=saving.area, indicator=indicator, breakdown=saving.breakdown)
    theirs = [
        words.NOW_STANDS.format(norm=norm_data.in_words(one, indicator=indicator), state=words.STATES[one.state])
        for one in now
        if one.state != "concept" and (overtaken or (form.seen is not None and one.id == form.seen.id))
    ]
    yours = words.YOU_TYPED.format(norm=norm_data.in_words(proposal, indicator=indicator))
    this_session.tell(problems=[words.OVERTAKEN if overtaken else words.CONFLICT, *theirs, yours])
    if overtaken:
        seen = norm_data.standing(now, indicator=indicator, breakdown=saving.breakdown)
        this_session.keep(_seen_name(form), value=seen)
    else:
        form.see_anew()
