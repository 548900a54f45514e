"""The forms of agreements: what is typed is kept, also when it cannot be saved."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import agreement_storing as storing
from dashboard.components.agreement_fields import type_agreement, type_step
from dashboard.components.keeping import keep_typed
from dashboard.data import agreements as data
from dashboard.data import catalogue
from dashboard.data.agreements import Agreed
from dashboard.data.reader import Reader
from dashboard.texts import agreements as words
from data_models.access import Actor
from data_models.commands import agreements as commands
from data_models.commands.agreements import AgreementProposal
from data_models.facts import AreaFacts, PictureSubject
from data_models.queries.agreements import AgreementFacts

PLACE = "lijst-van-afspraken"  # above the list, where is said what happened
_NEW = "afspraak-nieuw"


def add(found: Agreed, *, area: AreaFacts, reader: Reader, actor: Actor) -> None:
    """The form that adds an agreement, with or without a figure of this area."""
    key = f"{_NEW}-{this_session.generation(_NEW)}"
    keep_typed(_NEW, actor=actor)
    proposal, faults = type_agreement(None, organisations=found.organisations, reader=reader, key=key)
    known = {one.code: one for one in catalogue.indicators(reader)}
    code = st.selectbox(
        words.ABOUT_FIGURE.format(area=area.name),
        ["", *known],
        format_func=lambda one: known[one].short_name if one else words.NO_FIGURE,
        filter_mode="contains",
        key=f"{key}-cijfer",
    )

    def save() -> bool:
        picture = data.picture_of(reader, area=area, indicator=known[code]) if code else None
        return make(proposal, actor=actor, subject=_NEW, place=PLACE, good=words.ADDED, picture=picture)

    texts = (proposal.what, proposal.organisation)
    storing.offer_to_save(words.ADD, subject=_NEW, faults=faults, save=save, texts=texts, reader=reader)


def make(
    proposal: AgreementProposal,
    *,
    actor: Actor,
    subject: str,
    place: str,
    good: str,
    picture: PictureSubject | None = None,
    contribution_id: int | None = None,
) -> bool:
    """Make an agreement; whether it was stored."""
    return storing.done(
        partial(
            commands.make_agreement, actor=actor, proposal=proposal, picture=picture, contribution_id=contribution_id
        ),
        actor=actor,
        subject=subject,
        place=place,
        good=good,
        back=lambda number: partial(commands.remove_agreement, actor=actor, agreement_id=number, seen_version=1),
        undone=words.REMOVED,
        typed=(proposal.what,),
    )


def step(agreement: AgreementFacts, *, reader: Reader, actor: Actor, close: str) -> None:
    """The form in which is said how far an agreement is."""
    subject = f"afspraak-stand-{agreement.id}"
    key = storing.opened(subject, version=agreement.version)
    keep_typed(subject, actor=actor)
    state, note = type_step(agreement, reader=reader, key=key)

    def save() -> bool:
        seen = this_session.opened_version(subject, current=agreement.version)
        return storing.done(
            partial(
                commands.step_agreement,
                actor=actor,
                agreement_id=agreement.id,
                seen_version=seen,
                state=state,
                note=note,
            ),
            actor=actor,
            subject=subject,
            place=place_of(agreement),
            good=words.STEPPED,
            back=_undo(agreement, actor=actor),
            typed=(note,),
        )

    faults = commands.step_faults(state, note=note, standing=agreement.state)
    storing.offer_to_save(
        words.SAVE, subject=subject, faults=faults, save=save, texts=(note,), reader=reader, close=close
    )


def change(agreement: AgreementFacts, *, found: Agreed, reader: Reader, actor: Actor, close: str) -> None:
    """The form that changes what, who or when."""
    subject = f"afspraak-wijzigen-{agreement.id}"
    key = storing.opened(subject, version=agreement.version)
    keep_typed(subject, actor=actor)
    standing = AgreementProposal(agreement.what, agreement.organisation, agreement.due_on)
    proposal, faults = type_agreement(standing, organisations=found.organisations, reader=reader, key=key)

    def save() -> bool:
        seen = this_session.opened_version(subject, current=agreement.version)
        return storing.done(
            partial(
                commands.change_agreement,
                actor=actor,
                agreement_id=agreement.id,
                seen_version=seen,
                proposal=proposal,
            ),
            actor=actor,
            subject=subject,
            place=place_of(agreement),
            good=words.CHANGED,
            back=_undo(agreement, actor=actor),
            typed=(proposal.what,),
        )

    texts = (proposal.what, proposal.organisation)
    storing.offer_to_save(
        words.SAVE, subject=subject, faults=faults, save=save, texts=texts, reader=reader, close=close
    )


def remove(agreement: AgreementFacts, *, actor: Actor) -> None:
    """The button that takes an agreement away that does not belong here."""
    st.text(words.REMOVE_WHY)
    st.button(
        words.REMOVE,
        key=f"afspraak-weg-{agreement.id}",
        on_click=storing.remove,
        args=(partial(commands.remove_agreement, agreement_id=agreement.id, seen_version=agreement.version),),
        kwargs={
            "put_back": partial(commands.put_back_agreement, agreement_id=agreement.id),
            "actor": actor,
            "place": PLACE,
            "good": words.REMOVED,
            "again": words.PUT_BACK,
        },
    )


def place_of(agreement: AgreementFacts) -> str:
    """The part of the screen that an agreement has."""
    return f"afspraak-{agreement.id}"


def _undo(agreement: AgreementFacts, *, actor: Actor) -> storing.Back:
    return lambda version: partial(commands.undo_step, actor=actor, agreement_id=agreement.id, seen_version=version)
