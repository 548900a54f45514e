"""Which parties adopted a norm, and the button with which a signatory does so for the own party."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.table import show_table
from dashboard.data.norms import NormView
from dashboard.formatting import day, plain
from dashboard.texts import norms as words
from data_models import database
from data_models.access import Actor
from data_models.commands import adopting as commands
from data_models.commands.norm_keeping import NormConflictError, NormRefusedError
from data_models.facts import AGREED
from data_models.queries.norms import AdoptionFacts


def show_adoptions(view: NormView, *, actor: Actor | None, signs_for: dict[int, str]) -> None:
    """Who adopted the norm and who did not yet; and the button for each party that the actor signs for."""
    norm = view.facts
    if norm.state == "concept" or (norm.state == "proposed" and not any(one.adopted_on for one in view.adoptions)):
        return
    adopted = [one for one in view.adoptions if one.adopted_on is not None]
    holding = [one for one in view.adoptions if one.holds]
    if adopted or (norm.stands and view.adoptions):
        label = words.ADOPTIONS.format(count=len(holding), total=len(view.adoptions))
        with st.expander(label, key=f"vastgesteld-{norm.id}"):
            if adopted:
                show_table([_row(one) for one in adopted], key=f"tabel-vastgesteld-{norm.id}")
            waiting = [one.party for one in view.adoptions if one.adopted_on is None]
            if waiting and norm.stands:
                st.text(words.NOT_YET_BY.format(parties=", ".join(waiting)))
    anew = [one.party for one in adopted if not one.holds]
    if anew and norm.stands:
        st.text(words.ASKED_ANEW.format(parties=", ".join(anew)))
    say_what_happened(_place(view))
    if actor is None or norm.state not in AGREED or norm.region_id != actor.region_id:
        return
    for one in view.adoptions:
        if one.party_id in signs_for:
            _offer(one, view=view, actor=actor)


def _offer(adoption: AdoptionFacts, *, view: NormView, actor: Actor) -> None:
    """What the party can do about this norm now."""
    if not adoption.holds:
        st.button(
            words.ADOPT.format(party=plain(adoption.party)),
            key=f"vaststellen-{view.facts.id}-{adoption.party_id}",
            on_click=_adopt,
            args=(adoption, view, actor),
        )
    elif adoption.adopted_on == commands.today():
        st.button(
            words.ADOPTED_TODAY.format(party=plain(adoption.party)),
            key=f"niet-vaststellen-{view.facts.id}-{adoption.party_id}",
            on_click=_undo,
            args=(adoption, view, actor),
        )


def _adopt(adoption: AdoptionFacts, view: NormView, actor: Actor) -> None:
    _write(commands.adopt_norm, adoption, view=view, actor=actor, good=words.ADOPTED)


def _undo(adoption: AdoptionFacts, view: NormView, actor: Actor) -> None:
    _write(commands.undo_adoption, adoption, view=view, actor=actor, good=words.ADOPTION_UNDONE)


def _write(command: Callable[..., None], adoption: AdoptionFacts, *, view: NormView, actor: Actor, good: str) -> None:
    """Do it from the version that was on the screen, or say why not."""
    norm, place = view.facts, _place(view)
    write = partial(command, actor=actor, norm_id=norm.id, seen_version=norm.version, party_id=adoption.party_id)
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                write(session)
        except NormConflictError:
            this_session.tell(problems=[words.ADOPTION_CONFLICT], place=place)
        except NormRefusedError as refused:
            this_session.tell(problems=[words.FAULTS[refused.fault]], place=place)
        else:
            this_session.tell(good=good.format(party=plain(adoption.party)), place=place)


def _place(view: NormView) -> str:
    return f"vastgesteld-{view.facts.id}"


def _row(adoption: AdoptionFacts) -> dict[str, str]:
    said = "" if adoption.adopted_on is None else day(adoption.adopted_on)
    if said and not adoption.holds:
        said = words.ADOPTED_BEFORE_CHANGE.format(day=said)
    return {words.PARTY: adoption.party, words.ADOPTED_ON: said}
