"""The steps of a norm that stands: propose, agree in an overleg, withdraw, restore, and take the last one back."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.data.norms import NormView
from dashboard.data.reader import Reader
from dashboard.formatting import day_in_digits, typed_day
from dashboard.texts import norms as words
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor
from data_models.commands import norm_steps as commands
from data_models.commands.adopting import today
from data_models.commands.norm_keeping import NormConflictError, NormOvertakenError, NormRefusedError
from data_models.facts import NormFacts
from data_models.personal_data import PersonalDataError

Step = Callable[[Session], int]


def offer_steps(view: NormView, *, reader: Reader, actor: Actor) -> None:
    """What can be done with the norm now, by who sets norms."""
    norm = view.facts
    say_what_happened(place_of(norm.id))
    if norm.state == "replaced":
        return
    with st.container(horizontal=True, key=f"stappen-{norm.id}"):
        if norm.state == "withdrawn":
            _button(words.RESTORE, view=view, actor=actor, step=commands.restore_norm, good=words.RESTORED)
            return
        if norm.state == "concept":
            _button(words.PROPOSE, view=view, actor=actor, step=commands.propose_norm, good=words.PROPOSED)
        if norm.state == "proposed":
            with st.popover(words.AGREE, key=f"afspreken-open-{norm.id}"):
                _offer_agreeing(view, reader=reader, actor=actor)
        with st.popover(words.WITHDRAW, key=f"intrekken-open-{norm.id}"):
            _offer_withdrawing(view, reader=reader, actor=actor)


def place_of(norm_id: int) -> str:
    """Where on the screen is said what a step led to."""
    return f"norm-{norm_id}"


def form_of(norm: NormFacts) -> str:
    """The name of the form in which a norm is changed."""
    return f"norm-{norm.area}-{norm.indicator}-{norm.breakdown}-{norm.id}"


def _agreeing(norm_id: int) -> str:
    return f"norm-afspreken-{norm_id}"


def _withdrawing(norm_id: int) -> str:
    return f"norm-intrekken-{norm_id}"


@telling_outages()
def take_back(norm_id: int, *, version: int, actor: Actor, place: str) -> None:
    """Take the last step back, or say why that cannot be."""
    step = partial(commands.take_back, actor=actor, norm_id=norm_id, seen_version=version)
    if _done(step, actor=actor, place=place):
        this_session.tell(good=words.TAKEN_BACK, place=place)


def _button(label: str, *, view: NormView, actor: Actor, step: Callable[..., int], good: str) -> None:
    st.button(
        label,
        key=f"{step.__name__}-{view.facts.id}",
        on_click=_take,
        args=(view, actor),
        kwargs={"step": partial(step, seen=view.beside), "good": good},
    )


def _offer_agreeing(view: NormView, *, reader: Reader, actor: Actor) -> None:
    norm = view.facts
    keep_typed(_agreeing(norm.id), actor=actor)
    st.caption(words.AGREE_HELP)
    meeting = st.text_input(words.MEETING, norm.meeting or words.USUAL_MEETING, key=f"overleg-{norm.id}")
    warn_of_names(meeting, reader=reader)
    typed = st.text_input(words.MET_ON, day_in_digits(norm.met_on or today()), key=f"dag-{norm.id}")
    if not save_button(words.AGREE_NOW, texts=(meeting,), reader=reader, key=f"spreek-af-{norm.id}"):
        return
    met_on = typed_day(typed)
    if typed.strip() and met_on is None:
        this_session.tell(problems=[words.FAULTS["not_a_day"]], place=place_of(norm.id))
    else:
        agreeing = partial(commands.agree_norm, meeting=meeting, met_on=met_on, seen=view.beside)
        _take(view, actor, step=agreeing, good=words.AGREED)
    st.rerun()


def _offer_withdrawing(view: NormView, *, reader: Reader, actor: Actor) -> None:
    norm = view.facts
    keep_typed(_withdrawing(norm.id), actor=actor)
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
        withdrawing = partial(commands.withdraw_norm, change_reason=reason)
        _take(view, actor, step=withdrawing, good=words.WITHDRAWN)
        st.rerun()


def _take(view: NormView, actor: Actor, *, step: Callable[..., int], good: str) -> None:
    norm, place = view.facts, place_of(view.facts.id)
    made: list[int] = []

    def write(session: Session) -> int:
        made.append(step(session, actor=actor, norm_id=norm.id, seen_version=norm.version))
        return made[0]

    with telling_outages(place):
        if _done(write, actor=actor, place=place):
            this_session.form(form_of(norm), seen=None).see_anew()
            this_session.end_typing(_agreeing(norm.id))
            this_session.end_typing(_withdrawing(norm.id))
            again = norm.state in ("concept", "proposed") and good not in (words.WITHDRAWN, words.RESTORED)
            undo = partial(take_back, norm.id, version=made[0], actor=actor, place=place) if again else None
            this_session.tell(good=good, place=place, undo=undo)


def _done(step: Step, *, actor: Actor, place: str) -> bool:
    """Whether it was done; else it is said at this place why not."""
    try:
        with database.writing(actor=actor) as session:
            step(session)
    except NormConflictError:
        problem = words.CONFLICT_STEP
    except NormOvertakenError:
        problem = words.OVERTAKEN_STEP
    except NormRefusedError as refused:
        problem = words.FAULTS[refused.fault]
    except PersonalDataError as refused:
        problem = personal_words.FOUND.format(found=personal_words.found(refused.kinds))
    else:
        return True
    this_session.tell(problems=[problem], place=place)
    return False
