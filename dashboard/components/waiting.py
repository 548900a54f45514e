"""What came in by invitation and waits: its reader shows it with the story, or says to its sender why not."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st
from sqlalchemy.orm import Session

from dashboard import navigation, selection, this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.keeping import keep_typed
from dashboard.components.name_warning import save_button, warn_of_names
from dashboard.components.news import draw_again, watch_for_news
from dashboard.data import invitations as data
from dashboard.data import news
from dashboard.data.names import looks_like_names
from dashboard.data.reader import Reader, read_now
from dashboard.formatting import counted, day, plain
from dashboard.texts import invitations as words
from dashboard.texts import personal_data as personal_words
from dashboard.texts import story as story_words
from dashboard.texts.writing import VALUATIONS
from data_models import database
from data_models.access import Actor
from data_models.commands import invitations as commands
from data_models.facts import PictureSubject
from data_models.personal_data import PersonalDataError
from data_models.queries.invitations import InvitationFacts, SendingFacts

PLACE = "wacht-op-lezing"


def show_waiting(reader: Reader, *, picture: PictureSubject) -> None:
    """What was sent about this picture and waits, and at which other figures something waits."""
    actor = reader.actor
    if actor is None or not data.may_invite(reader):
        return
    say_what_happened(PLACE)
    waiting = data.waiting(reader, picture=picture)
    if waiting:
        st.subheader(counted(len(waiting), forms=words.WAITING), anchor=False)
    for one in waiting:
        if one.sending is not None:
            with st.container(border=True, key=f"wacht-{one.id}"):
                _show(one, sending=one.sending, reader=reader, actor=actor)
    elsewhere = data.waiting_elsewhere(reader, picture=picture)
    if elsewhere:
        st.caption(counted(sum(one.count for one in elsewhere), forms=words.WAITING_ELSEWHERE))
        with st.container(key="wacht-elders", gap=None):
            for there in elsewhere:
                address = {selection.AREA: there.area, selection.INDICATOR: there.indicator}
                label = words.WAITING_AT.format(indicator=there.indicator_name, area=there.area_name)
                st.page_link(navigation.FIGURE, label=plain(label), query_params=selection.address(**address))


def show_how_many_wait(reader: Reader) -> None:
    """On another screen, for who reads them: how many wait, with the way to the first; it follows what is sent."""
    if data.may_invite(reader):
        _show_how_many(reader)


@st.fragment
def _show_how_many(reader: Reader) -> None:
    now = read_now().seen_by(reader.actor)
    waiting = data.waiting_anywhere(now)
    if waiting:
        label = counted(sum(one.count for one in waiting), forms=words.WAITING)
        address = {selection.AREA: waiting[0].area, selection.INDICATOR: waiting[0].indicator}
        st.page_link(navigation.FIGURE, label=label, query_params=selection.address(**address))
    watch_for_news(news.seen(now, topics=("stories",)), key="nieuws-wachtend")


def _show(one: InvitationFacts, *, sending: SendingFacts, reader: Reader, actor: Actor) -> None:
    said = {"perspective": one.perspective, "day": day(sending.sent_at)}
    from_whom = words.FROM_GROUP if sending.on_behalf_of else words.FROM
    st.caption(plain(from_whom.format(group=sending.on_behalf_of, **said)))
    if one.for_whom:
        st.caption(plain(words.FOR.format(for_whom=one.for_whom)))
    for number, question in story_words.QUESTIONS.items():
        answer = one.answers.get(number)
        chosen = VALUATIONS.get(str(answer.valuation), answer.recognition) if answer else ""
        if answer is None or not (answer.text or chosen):
            continue
        st.markdown(f"**{words.QUESTION.format(number=number, question=question)}**")
        for text in (chosen, answer.text):
            if text:
                st.text(text)
    _warn(one, reader=reader)
    with st.container(horizontal=True, key=f"wacht-{one.id}-knoppen"):
        args = (one, sending.version, actor)
        st.button(words.SHOW, key=f"wacht-{one.id}-toon", type="primary", on_click=_show_it, args=args)
        offer_to_refuse(one, reader=reader, actor=actor, label=words.REFUSE, kind="secondary")


def _warn(one: InvitationFacts, *, reader: Reader) -> None:
    """Say which words seem to name somebody: its sender was told, and may have sent it all the same."""
    names = looks_like_names(reader, text="\n".join(answer.text for answer in one.answers.values()))
    if names:
        quoted = ", ".join(personal_words.QUOTED.format(name=plain(name)) for name in names)
        st.warning((words.NAMES if len(names) == 1 else words.NAMES_MORE).format(names=quoted))


def offer_to_refuse(
    one: InvitationFacts, *, reader: Reader, actor: Actor, label: str, kind: Literal["secondary", "tertiary"]
) -> None:
    """Not to show it, or no more, with the reason that its sender reads."""
    subject = f"weiger-{one.id}"
    sending = one.sending
    if sending is None:
        return
    with st.popover(label, type=kind, key=f"{subject}-{label}"):
        keep_typed(subject, actor=actor)
        reason = st.text_area(
            words.REASON,
            max_chars=commands.LONGEST_REASON,
            placeholder=words.REASON_PLACEHOLDER,
            key=f"{subject}-{this_session.generation(subject)}-reden",
        )
        warn_of_names(reason, reader=reader)
        say_what_happened(subject)
        if save_button(words.REFUSE_CERTAIN, texts=(reason,), reader=reader, key=f"{subject}-zeker"):
            write = partial(commands.refuse_sending, actor=actor, invitation_id=one.id, seen_version=sending.version)
            if _done(partial(write, reason=reason), actor=actor, place=subject):
                this_session.next_generation(subject)
                # Of what was shown the words are gone by now: nothing brings them back.
                undo = partial(_undo, one, sending.version + 1, actor) if sending.state == "waiting" else None
                this_session.tell(good=words.REFUSED, place=PLACE, undo=undo)
            draw_again()


def _show_it(one: InvitationFacts, version: int, actor: Actor) -> None:
    group = one.sending.on_behalf_of if one.sending else ""
    organisation = words.SHOWN_AS.format(group=group) if group else words.SHOWN_AS_NOBODY
    write = partial(commands.show_sending, invitation_id=one.id, seen_version=version, organisation=organisation)
    if _done(partial(write, actor=actor), actor=actor, place=PLACE):
        this_session.tell(good=words.SHOWN, place=PLACE, undo=partial(_undo, one, version + 1, actor))


def _undo(one: InvitationFacts, version: int, actor: Actor) -> None:
    write = partial(commands.undo_decision, actor=actor, invitation_id=one.id, seen_version=version)
    if _done(write, actor=actor, place=PLACE):
        this_session.tell(good=words.UNDONE, place=PLACE)


def _done(write: Callable[[Session], object], *, actor: Actor, place: str) -> bool:
    """Whether it was written; else it is said at this place why not."""
    with telling_outages(place):
        try:
            with database.writing(actor=actor) as session:
                write(session)
        except commands.SendingConflictError:
            this_session.tell(problems=[words.CONFLICT], place=PLACE)
        except commands.InvitationRefusedError as refused:
            most = {"most": commands.LONGEST, "most_reason": commands.LONGEST_REASON}
            this_session.tell(problems=[words.FAULTS[refused.fault].format(**most)], place=place)
        except PersonalDataError as refused:
            found = personal_words.found(refused.kinds)
            this_session.tell(problems=[personal_words.FOUND.format(found=found)], place=place)
        else:
            return True
    return False
