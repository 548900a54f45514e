"""The page of who was invited and has no account: the figure, the four questions, and what became of it."""

from hashlib import sha256

import streamlit as st

from dashboard import invited_right, navigation, selection, this_session
from dashboard.components.calm import telling_outages
from dashboard.components.happened import say_what_happened
from dashboard.components.invited_outcome import NOTHING, PLACE, show_outcome, show_over
from dashboard.components.looking_again import look_again_for_sending
from dashboard.components.prompts import show_prompts_to_invited
from dashboard.components.sending import Sent, offer_to_send
from dashboard.components.writing import write_words
from dashboard.data import invited as data
from dashboard.data.names import looks_like_names
from dashboard.data.prompts import prompts_for_invited
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import invited as words
from dashboard.texts import personal_data as personal_words
from dashboard.texts import story as story_words
from dashboard.texts.writing import RECOGNITIONS, VALUATIONS
from data_models import database
from data_models.commands import invited as commands
from data_models.commands.drafts import DraftConflictError
from data_models.facts import DraftFacts
from data_models.personal_data import PersonalDataError, personal_data
from data_models.queries.invitations import InvitationFacts, InvitedAnswerFacts
from data_models.tables.invitations import ON_BEHALF

ADDRESS = "/uitgenodigd"  # of dashboard/invited_route.py


def show_invitation(everyone: Reader) -> None:
    """What the link of this address leads to."""
    st.title(words.TITLE, anchor=False)
    token = selection.typed(selection.INVITATION)
    if not token:
        st.text(words.NO_LINK)
        return
    token_hash = data.hash_of_link(token)
    found = data.invitation(token_hash)
    if found is None:
        st.info(words.UNKNOWN)
        return
    with st.container(key="uitgenodigd"):
        _show_figures(found, everyone=everyone)
        if found.sending is not None:
            show_outcome(found, token_hash=token_hash)
            look_again_for_sending(everyone)
        elif found.lives:
            _ask(found, everyone=everyone, token_hash=token_hash)
        else:
            show_over(found)
        st.page_link(navigation.OVERVIEW, label=words.FURTHER)


def _show_figures(found: InvitationFacts, *, everyone: Reader) -> None:
    """Who invites, from which perspective, and what is public of the figures."""
    if found.organisation:
        st.text(words.INVITED_BY.format(organisation=found.organisation, region=found.region))
    else:
        st.text(words.INVITED_IN.format(region=found.region))
    st.text(words.AS_PERSPECTIVE.format(perspective=found.perspective))
    if found.fictional:
        st.caption(words.EXAMPLE)
    st.header(words.FIGURE, anchor=False)
    for one in data.messages(everyone, signature=found.signature):
        with st.container(border=True, gap="xsmall"):
            if one.text:
                st.caption(plain(story_words.ABOUT.format(indicator=one.indicator, area=one.area)))
                st.subheader(plain(one.text), anchor=False)
                st.text(one.amounts)
            else:
                st.text(words.NO_PUBLIC_FIGURE.format(indicator=one.indicator, area=one.area))


def _ask(found: InvitationFacts, *, everyone: Reader, token_hash: str) -> None:
    """The four questions with what was written, on whose behalf, and the way to send it."""
    st.header(words.QUESTIONS_TITLE, anchor=False)
    st.text(words.WHAT)
    st.text(words.UNTIL.format(day=day(found.ends_at)))
    st.text(words.NO_NAMES)
    prompts = prompts_for_invited(token_hash)
    for number, question in story_words.QUESTIONS.items():
        with st.container(border=True, key=f"uitgenodigd-vraag-{number}"):
            st.markdown(f"**{story_words.NUMBERED.format(number=number, question=question)}**")
            show_prompts_to_invited(prompts.get(number), question=number)
            answer = found.answers.get(number, NOTHING)
            _offer_choice(answer, question=number, token_hash=token_hash)
            _write(found, token_hash=token_hash, question=number, label=words.FIELD)
    _write(found, token_hash=token_hash, question=ON_BEHALF, label=words.GROUP)
    consents = _ask_consent() if found.for_minors or found.perspective == "jongeren" else True
    st.text(words.HOW.format(organisation=found.organisation or words.SOMEBODY))
    say_what_happened(PLACE)
    named = _warn(found, everyone=everyone)
    round_ = f"{found.id}-{this_session.refusals(PLACE)}"
    sent = offer_to_send(writer=_writer(found), anyway=named, round_=round_, key="versturen")
    if sent is not None:
        _send(sent, token_hash=token_hash, everyone=everyone, consents=consents)


def _writer(found: InvitationFacts) -> str:
    """By which name a device keeps what could not be saved."""
    return f"uitnodiging-{found.id}"


def _offer_choice(answer: InvitedAnswerFacts, *, question: int, token_hash: str) -> None:
    """The choice that question 1 and question 3 ask besides words; it is kept at once."""
    kind = {commands.RECOGNITION: words.RECOGNITION, commands.VALUATION: words.VALUATION}.get(question)
    if kind is None:
        return
    options = RECOGNITIONS if question == commands.RECOGNITION else VALUATIONS
    chosen = answer.recognition or ("" if answer.valuation is None else str(answer.valuation))
    key = f"uitgenodigd-keuze-{question}"
    codes = list(options)
    st.radio(
        kind,
        codes,
        index=codes.index(chosen) if chosen in codes else None,
        format_func=options.__getitem__,
        horizontal=True,
        key=key,
        on_change=_choose,
        args=(key, question, token_hash),
    )


def _choose(key: str, question: int, token_hash: str) -> None:
    chosen = this_session.typed().get(key)
    if chosen is None:
        return
    choice = {"recognition": str(chosen)} if question == commands.RECOGNITION else {"valuation": int(str(chosen))}
    with telling_outages(PLACE):
        try:
            with database.writing() as session:
                commands.choose(session, token_hash=token_hash, question=question, **choice)
        except (commands.NotInvitedError, commands.SentError):
            return  # the screen that follows says how it stands


def _write(found: InvitationFacts, *, token_hash: str, question: int, label: str) -> None:
    answer = found.answers.get(question, NOTHING)
    write_words(
        address=ADDRESS,
        token=invited_right.sign(token_hash, question=question),
        writer=_writer(found),
        subject=str(question),
        label=label,
        placeholder=story_words.PLACEHOLDERS.get(question, words.GROUP_PLACEHOLDER),
        draft=DraftFacts(str(question), answer.text, 0, answer.version, found.created_at),
        most=commands.longest(question),
        key=f"uitgenodigd-antwoord-{question}",
    )


def _ask_consent() -> bool:
    with st.container(border=True, key="uitgenodigd-toestemming"):
        st.markdown(f"**{words.MINORS}**")
        st.text(words.MINORS_EXPLAINED)
        return st.checkbox(words.CONSENT, key="uitgenodigd-goed")


def _texts(found: InvitationFacts) -> str:
    return "\n".join(found.answers[question].text for question in sorted(found.answers))


def _names(found: InvitationFacts, *, everyone: Reader) -> tuple[str, ...]:
    text = _texts(found)
    return () if personal_data(text) else looks_like_names(everyone, text=text)


def _these_words(found: InvitationFacts) -> str:
    return sha256(_texts(found).encode("utf-8", "replace")).hexdigest()


def _warn(found: InvitationFacts, *, everyone: Reader) -> str:
    """Say which words seem to name somebody, once somebody tried to send them; what stands for these words then."""
    these = _these_words(found)
    if not this_session.refusals(these):
        return ""
    names = _names(found, everyone=everyone)
    quoted = ", ".join(personal_words.QUOTED.format(name=plain(name)) for name in names)
    st.warning((words.NAMED if len(names) == 1 else words.NAMED_MORE).format(names=quoted))
    return these


def _send(sent: Sent, *, token_hash: str, everyone: Reader, consents: bool) -> None:
    """Send it, or say why not; every word stays."""
    problem = words.CONSENT_MISSING
    if consents:
        with telling_outages(PLACE):
            problem = _problem_with(sent, token_hash=token_hash, everyone=everyone)
    this_session.refuse(PLACE)
    if problem:
        this_session.tell(problems=[problem], place=PLACE)
    st.rerun()


def _problem_with(sent: Sent, *, token_hash: str, everyone: Reader) -> str:
    found = data.invitation(token_hash)
    if found is None:
        return words.UNKNOWN
    these = _these_words(found)
    if sent.anyway != these and _names(found, everyone=everyone):
        this_session.refuse(these)
        return ""
    try:
        with database.writing() as session:
            commands.send(session, token_hash=token_hash, seen=sent.versions)
    except PersonalDataError as refused:
        return personal_words.FOUND.format(found=personal_words.found(refused.kinds))
    except DraftConflictError:
        return words.MOVED_ON
    except commands.NothingToSendError:
        return words.NOTHING
    except (commands.NotInvitedError, commands.SentError):
        return words.TOO_LATE
    return ""
