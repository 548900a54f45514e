"""Inviting people without an account to a story: the link to send them, and how it stands with those that are out."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard import selection, sign_in, this_session
from dashboard.components.calm import telling_outages
from dashboard.components.copied_link import offer_text_to_copy
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.components.news import draw_again
from dashboard.components.qr_code import show_qr_code
from dashboard.components.waiting import offer_to_refuse
from dashboard.data import invitations as data
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import invitations as words
from dashboard.texts import personal_data as personal_words
from data_models import database
from data_models.access import Actor
from data_models.commands import invitations as commands
from data_models.facts import PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.queries.invitations import InvitationFacts
from data_models.tables.stories import PERSPECTIVES

PAGE = "uitnodiging"  # as its address spells it
PLACE = "uitnodigen"
_MADE = "uitnodiging-gemaakt"
_OPEN = "uitnodigen-open"
_USUAL = 14  # days


@dataclass(frozen=True, slots=True)
class _Made:
    """A link that was just made: it is shown until its maker is done with it, and kept nowhere else."""

    signature: str
    token: str
    ends_on: datetime


def offer_invitation(reader: Reader, *, picture: PictureSubject) -> None:
    """Below who was not heard, for who may: make a link for one contribution, and see which are out."""
    actor = reader.actor
    if actor is None or not data.may_invite(reader):
        return
    made = this_session.kept(_MADE)
    if isinstance(made, _Made) and made.signature == picture.signature:
        _show_link(made)
    say_what_happened(PLACE)
    folded = st.expander(words.INVITE, key=_OPEN, on_change="rerun")
    if not folded.open:
        return
    with folded:
        st.text(words.INTRODUCTION)
        _offer_form(reader, actor=actor, picture=picture)
        _show_invitations(reader, actor=actor, picture=picture)


def _subject(picture: PictureSubject) -> str:
    """What is being typed: an invitation to this story, and to no other."""
    return f"{PLACE}-{picture.signature}"


def _show_link(made: _Made) -> None:
    """The link with its picture to scan; whoever made it passes it on."""
    here = st.context.url or ""
    query = urlencode({selection.INVITATION: made.token})
    address = urlsplit(here)._replace(path=f"/{PAGE}", query=query, fragment="").geturl()
    with st.container(border=True, key="uitnodiging-link"):
        st.markdown(f"**{words.MADE}**")
        st.text(words.ONCE)
        if not sign_in.is_configured():
            st.caption(words.LOCAL)
        text = words.COPIED_WITH.format(day=day(made.ends_on), address=address)
        offer_text_to_copy(text, address=address, labels=words.COPY, key="uitnodiging-kopie")
        show_qr_code(address, alt=words.QR, dot=4, style="uitnodiging-code")
        st.button(words.HIDE, key="uitnodiging-klaar", on_click=_hide_link, type="tertiary")


def _hide_link() -> None:
    this_session.keep(_MADE, value=None)


def _offer_form(reader: Reader, *, actor: Actor, picture: PictureSubject) -> None:
    subject = _subject(picture)
    key = f"{subject}-{this_session.generation(subject)}"
    with st.container(key=f"{key}-formulier"):
        keep_typed(subject, actor=actor)
        perspective = st.selectbox(words.PERSPECTIVE, PERSPECTIVES, key=f"{key}-perspectief")
        days = st.selectbox(
            words.DAYS,
            commands.DAYS,
            index=commands.DAYS.index(_USUAL),
            format_func=words.DAYS_FORMS.__getitem__,
            key=f"{key}-dagen",
        )
        for_whom = st.text_input(
            words.FOR_WHOM, max_chars=commands.LONGEST, placeholder=words.FOR_WHOM_PLACEHOLDER, key=f"{key}-voor"
        )
        warn_of_names(for_whom, reader=reader)
        minors = perspective == "jongeren" and st.checkbox(
            words.MINORS, value=True, help=words.MINORS_HELP, key=f"{key}-minderjarig"
        )
        if save_button(words.MAKE, texts=(for_whom,), reader=reader, key=f"{key}-maak", kind="primary"):
            with telling_outages(PLACE):
                _make(
                    actor=actor,
                    picture=picture,
                    perspective=perspective,
                    days=days,
                    for_minors=minors,
                    for_whom=for_whom,
                )
            draw_again()


def _make(
    *, actor: Actor, picture: PictureSubject, perspective: str, days: int, for_minors: bool, for_whom: str
) -> None:
    try:
        with database.writing(actor=actor) as session:
            token = commands.invite(
                session,
                actor=actor,
                picture=picture,
                perspective=perspective,
                days=days,
                for_minors=for_minors,
                for_whom=for_whom,
            )
    except commands.InvitationRefusedError as refused:
        this_session.tell(problems=[words.FAULTS[refused.fault].format(most=commands.LONGEST)], place=PLACE)
    except PersonalDataError as refused:
        found = personal_words.found(refused.kinds)
        this_session.tell(problems=[personal_words.FOUND.format(found=found)], place=PLACE)
    else:
        this_session.next_generation(_subject(picture))
        ends_on = datetime.now(UTC) + timedelta(days=days)
        this_session.keep(_MADE, value=_Made(picture.signature, token, ends_on))


def _show_invitations(reader: Reader, *, actor: Actor, picture: PictureSubject) -> None:
    """Those that are out, were answered or are over, the newest first."""
    found = data.about(reader, picture=picture)
    if not found:
        return
    st.markdown(f"**{words.OUT}**")
    for one in found:
        with st.container(key=f"uitnodiging-{one.id}", gap="xsmall"):
            template = words.LINE if one.for_whom else words.LINE_FOR_NOBODY
            st.text(template.format(perspective=one.perspective, for_whom=one.for_whom, state=_state(one)))
            if one.sending is None and one.lives:
                with st.popover(words.TAKE_BACK, type="tertiary", key=f"uitnodiging-{one.id}-terug"):
                    st.text(words.TAKE_BACK_EXPLAINED)
                    st.button(
                        words.TAKE_BACK_CERTAIN,
                        key=f"uitnodiging-{one.id}-weg",
                        on_click=_take_back,
                        args=(one, actor),
                    )
            elif one.sending is not None and one.sending.state == "shown":
                offer_to_refuse(one, reader=reader, actor=actor, label=words.STOP_SHOWING, kind="tertiary")


def _state(one: InvitationFacts) -> str:
    if one.sending is not None:
        return words.STATES[one.sending.state].format(day=day(one.sending.sent_at))
    if one.is_withdrawn:
        return words.STATES["taken_back"]
    template = words.OPEN_UNTIL if one.lives else words.STATES["ended"]
    return template.format(day=day(one.ends_at))


def _take_back(one: InvitationFacts, actor: Actor) -> None:
    with telling_outages(PLACE), database.writing(actor=actor) as session:
        commands.withdraw_invitation(session, actor=actor, invitation_id=one.id)
        this_session.tell(good=plain(words.TAKEN_BACK), place=PLACE)
