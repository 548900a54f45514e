"""The fields of an agreement and of a step, as their forms show them."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard import this_session
from dashboard.components.name_warning import warn_of_names
from dashboard.data.reader import Reader
from dashboard.formatting import day_in_digits, typed_day
from dashboard.texts import agreements as words
from data_models.commands.agreements import LONGEST, AgreementProposal, faults
from data_models.commands.chain import LONGEST_NAME
from data_models.queries.agreements import AgreementFacts
from data_models.tables.agreements import AGREEMENT_STATES

_ANOTHER = ""  # the choice of an organisation that is not in the list


def type_agreement(
    standing: AgreementProposal | None, *, organisations: Sequence[str], reader: Reader, key: str
) -> tuple[AgreementProposal, list[str]]:
    """The fields of an agreement, filled with what stands: what they say, and what is wrong with it by its names."""
    what = st.text_area(
        words.WHAT,
        standing.what if standing else "",
        max_chars=LONGEST,
        placeholder=words.WHAT_PLACEHOLDER,
        height=80,
        key=f"{key}-wat",
    )
    warn_of_names(what, reader=reader)
    organisation = choose_organisation(
        standing.organisation if standing else "", organisations=organisations, reader=reader, key=f"{key}-wie"
    )
    due_on = type_day(words.DUE_ON, standing.due_on if standing else None, key=f"{key}-wanneer")
    proposal = AgreementProposal(what, organisation, due_on)
    return proposal, faults(proposal)


def choose_organisation(standing: str, *, organisations: Sequence[str], reader: Reader, key: str) -> str:
    """Choose a known organisation, or another one and type its name."""
    known = list(dict.fromkeys([*([standing] if standing else []), *organisations]))
    options = [*known, _ANOTHER]
    chosen = st.selectbox(
        words.ORGANISATION,
        options,
        index=0 if standing or not known else None,
        format_func=lambda name: name or words.ANOTHER_ORGANISATION,
        placeholder=words.ORGANISATION_PLACEHOLDER,
        filter_mode="contains",
        key=key,
    )
    if chosen != _ANOTHER:
        return chosen or ""
    typed = st.text_input(words.ORGANISATION_NAME, max_chars=LONGEST_NAME, key=f"{key}-anders")
    warn_of_names(typed, reader=reader)
    return typed


def type_day(label: str, standing: date | None, *, key: str) -> date | None:
    """The day that is typed; None when nothing is, or something that is no day."""
    typed = st.text_input(
        label, day_in_digits(standing) if standing else "", placeholder=words.DUE_PLACEHOLDER, key=key
    )
    return typed_day(typed)


def type_step(agreement: AgreementFacts, *, reader: Reader, key: str) -> tuple[str, str]:
    """How far it is, and what is said of that.

    Who chose nothing agrees with what stands, also when somebody else changes that meanwhile.
    """
    kept = f"{key}-gekozen"
    chosen = this_session.kept(kept)
    standing = agreement.state
    state = st.radio(
        words.STATE,
        AGREEMENT_STATES,
        index=AGREEMENT_STATES.index(chosen if isinstance(chosen, str) else standing),
        format_func=words.STATES.__getitem__,
        horizontal=True,
        key=f"{key}-stand-{agreement.version}",
    )
    this_session.keep(kept, value=state if state != standing else None)
    note = st.text_area(
        words.STEP_NOTE,
        max_chars=LONGEST,
        placeholder=words.STEP_NOTE_PLACEHOLDER,
        height=80,
        key=f"{key}-toelichting",
    )
    warn_of_names(note, reader=reader)
    return state or standing, note
