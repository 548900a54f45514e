"""The forms of agendering: what is put on another table, and what that table answers."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import agreement_storing as storing
from dashboard.components.agreement_fields import type_day
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import warn_of_names
from dashboard.data.agreements import Agreed
from dashboard.data.people import today
from dashboard.data.reader import Reader
from dashboard.texts import agreements as agreement_words
from dashboard.texts import escalations as words
from data_models.access import Actor
from data_models.commands import escalations as commands
from data_models.commands.chain import LONGEST_NAME
from data_models.commands.escalations import LONGEST, EscalationProposal
from data_models.queries.agreements import AgreementFacts, EscalationFacts, TableFacts
from data_models.tables.agreements import ESCALATION_KINDS, LEVELS

PLACE = "lijst-van-agendering"  # above the list, where is said what happened
_NEW = "agendering-nieuw"
_Where = tuple[str, int | None]  # a level, and one of the tables of the overview


def add(
    found: Agreed, *, reader: Reader, actor: Actor, agreement: AgreementFacts | None = None, close: str = ""
) -> None:
    """The form that puts something on another table; `agreement` is what it comes of."""
    subject = f"{_NEW}-{agreement.id}" if agreement else _NEW
    key = f"{subject}-{this_session.generation(subject)}"
    keep_typed(subject, actor=actor)
    proposal = _type(
        None, tables=found.tables, agreement_id=agreement.id if agreement else None, reader=reader, key=key
    )
    place = f"afspraak-{agreement.id}" if agreement else PLACE

    def save() -> bool:
        return storing.done(
            partial(commands.escalate, actor=actor, proposal=proposal),
            actor=actor,
            subject=subject,
            place=place,
            good=words.ADDED,
            back=lambda number: partial(commands.remove_escalation, actor=actor, escalation_id=number, seen_version=1),
            undone=words.REMOVED,
            typed=(proposal.matter, proposal.reason),
        )

    storing.offer_to_save(
        words.ADD,
        subject=subject,
        faults=commands.faults(proposal),
        save=save,
        texts=_texts(proposal),
        reader=reader,
        close=close,
    )


def change(escalation: EscalationFacts, *, found: Agreed, reader: Reader, actor: Actor, close: str) -> None:
    """The form that changes what was put on another table."""
    subject = f"agendering-wijzigen-{escalation.id}"
    key = storing.opened(subject, version=escalation.version)
    keep_typed(subject, actor=actor)
    proposal = _type(escalation, tables=found.tables, agreement_id=escalation.agreement_id, reader=reader, key=key)

    def save() -> bool:
        seen = this_session.opened_version(subject, current=escalation.version)
        write = partial(commands.change_escalation, actor=actor, escalation_id=escalation.id)
        return storing.done(
            partial(write, seen_version=seen, proposal=proposal),
            actor=actor,
            subject=subject,
            place=place_of(escalation),
            good=words.CHANGED,
            back=lambda version: partial(write, seen_version=version, proposal=_standing(escalation)),
            typed=(proposal.matter, proposal.reason),
        )

    storing.offer_to_save(
        agreement_words.SAVE,
        subject=subject,
        faults=commands.faults(proposal),
        save=save,
        texts=_texts(proposal),
        reader=reader,
        close=close,
    )


def reply(escalation: EscalationFacts, *, reader: Reader, actor: Actor, close: str) -> None:
    """The form in which the answer of the other table is kept."""
    subject = f"agendering-antwoord-{escalation.id}"
    key = storing.opened(subject, version=escalation.version)
    keep_typed(subject, actor=actor)
    text = st.text_area(words.REPLY, escalation.reply, max_chars=LONGEST, height=80, key=f"{key}-antwoord")
    warn_of_names(text, reader=reader)
    replied_on = type_day(words.REPLIED_ON, escalation.replied_on, key=f"{key}-wanneer")

    def save() -> bool:
        seen = this_session.opened_version(subject, current=escalation.version)
        write = partial(commands.keep_reply, actor=actor, escalation_id=escalation.id)
        before = {"reply": escalation.reply, "replied_on": escalation.replied_on}
        return storing.done(
            partial(write, seen_version=seen, reply=text, replied_on=replied_on),
            actor=actor,
            subject=subject,
            place=place_of(escalation),
            good=words.REPLIED,
            back=lambda version: partial(write, seen_version=version, **before),
            typed=(text,),
        )

    faults = commands.reply_faults(text, replied_on=replied_on)
    storing.offer_to_save(
        agreement_words.SAVE, subject=subject, faults=faults, save=save, texts=(text,), reader=reader, close=close
    )


def remove(escalation: EscalationFacts, *, actor: Actor) -> None:
    """The button that takes something away from another table."""
    st.button(
        words.REMOVE,
        key=f"agendering-weg-{escalation.id}",
        on_click=storing.remove,
        args=(partial(commands.remove_escalation, escalation_id=escalation.id, seen_version=escalation.version),),
        kwargs={
            "put_back": partial(commands.put_back_escalation, escalation_id=escalation.id),
            "actor": actor,
            "place": PLACE,
            "good": words.REMOVED,
            "again": words.PUT_BACK,
        },
    )


def place_of(escalation: EscalationFacts) -> str:
    """The part of the screen that it has."""
    return f"agendering-{escalation.id}"


def _type(
    standing: EscalationFacts | None,
    *,
    tables: Sequence[TableFacts],
    agreement_id: int | None,
    reader: Reader,
    key: str,
) -> EscalationProposal:
    """The fields, filled with what stands."""

    def ask(label: str, before: str, *, placeholder: str, name: str) -> str:
        text = st.text_area(label, before, max_chars=LONGEST, placeholder=placeholder, height=80, key=f"{key}-{name}")
        warn_of_names(text, reader=reader)
        return text

    def ask_name(label: str, before: str, *, placeholder: str, name: str) -> str:
        text = st.text_input(label, before, max_chars=LONGEST_NAME, placeholder=placeholder, key=f"{key}-{name}")
        warn_of_names(text, reader=reader)
        return text

    matter = ask(words.MATTER, standing.matter if standing else "", placeholder=words.MATTER_PLACEHOLDER, name="wat")
    kind = st.selectbox(
        words.KIND,
        ESCALATION_KINDS,
        index=ESCALATION_KINDS.index(standing.kind) if standing else 0,
        format_func=kind_of,
        key=f"{key}-soort",
    )
    level, table = _choose_where(standing, tables=tables, key=f"{key}-tafel")
    reason = ask(words.REASON, standing.reason if standing else "", placeholder=words.REASON_PLACEHOLDER, name="waarom")
    named = next((one.name for one in tables if one.id == table), "")
    addressee = ask_name(
        words.ADDRESSEE,
        standing.addressee if standing else "",
        placeholder=named or words.ADDRESSEE_PLACEHOLDER,
        name="aan",
    )
    decided_by = ask_name(
        words.DECIDED_BY, standing.decided_by if standing else "", placeholder=words.DECIDED_PLACEHOLDER, name="door"
    )
    sent_on = type_day(words.SENT_ON, standing.sent_on if standing else today(), key=f"{key}-wanneer")
    return EscalationProposal(
        matter=matter,
        kind=kind,
        level=level,
        reason=reason,
        addressee=addressee.strip() or named,
        decided_by=decided_by,
        sent_on=sent_on,
        table_id=table,
        agreement_id=agreement_id,
    )


def _choose_where(standing: EscalationFacts | None, *, tables: Sequence[TableFacts], key: str) -> _Where:
    """One of the tables of the overview, or another one of a level."""
    named: dict[_Where, str] = {
        (one.level, one.id): words.LEVEL_TABLE.format(level=words.LEVELS[one.level], table=one.name) for one in tables
    }
    named |= {(level, None): words.OTHER_TABLE.format(level=words.LEVELS[level]) for level in LEVELS}
    if standing:
        named.setdefault(
            (standing.level, standing.table_id),
            words.LEVEL_TABLE.format(level=words.LEVELS[standing.level], table=standing.table),
        )
    options = list(named)
    at = options.index((standing.level, standing.table_id)) if standing else 0
    return st.selectbox(words.WHERE, options, index=at, format_func=named.__getitem__, filter_mode="contains", key=key)


def kind_of(kind: str) -> str:
    """What it is about: which kind of obstacle, or a practice worth spreading."""
    if kind == "good_practice":
        return words.GOOD_PRACTICE
    return words.OBSTACLE.format(kind=words.KINDS[kind])


def _standing(escalation: EscalationFacts) -> EscalationProposal:
    return EscalationProposal(
        matter=escalation.matter,
        kind=escalation.kind,
        level=escalation.level,
        reason=escalation.reason,
        addressee=escalation.addressee,
        decided_by=escalation.decided_by,
        sent_on=escalation.sent_on,
        table_id=escalation.table_id,
        agreement_id=escalation.agreement_id,
    )


def _texts(proposal: EscalationProposal) -> tuple[str, ...]:
    return proposal.matter, proposal.reason, proposal.addressee, proposal.decided_by
