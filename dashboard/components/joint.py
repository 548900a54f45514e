"""The gezamenlijke duiding of a question: the words, who confirmed them, and who sees it otherwise."""

from functools import partial

import streamlit as st

from dashboard import this_session
from dashboard.components import joint_storing as storing
from dashboard.components.happened import say_what_happened
from dashboard.components.joint_dissent import offer_dissent, show_views
from dashboard.components.joint_quoting import begin_writing, may_compose
from dashboard.components.joint_writing import write_words
from dashboard.components.long_text import show_text
from dashboard.components.table import show_table
from dashboard.data import joint as data
from dashboard.data.joint import Together
from dashboard.data.reader import Reader
from dashboard.formatting import day, plain
from dashboard.texts import joint as words
from data_models.access import Actor
from data_models.commands.adopting import CLOCK, today
from data_models.queries.interpretations import ConfirmationFacts, JointFacts, JointVersionFacts


def show_joint(reader: Reader, *, together: Together, question: int) -> None:
    """What the parties say together, with what the reader may do about it; nothing where there is neither."""
    subject = data.joint_words(together.picture, question=question)
    joint = together.now.get(question)
    stands = joint is not None and bool(joint.text)
    composes = may_compose(reader, joint=joint)
    if not stands and not composes:
        return
    with st.container(key=f"duiding-{question}", gap="xsmall"):
        say_what_happened(storing.place_of(question))
        if this_session.is_open(subject) and composes and reader.actor:
            st.markdown(f"**{words.HEADING}**")
            write_words(reader, actor=reader.actor, together=together, question=question)
        elif joint is None or not stands:
            _offer_writing(words.START, subject=subject, joint=joint, draft=subject in together.drafts)
        else:
            st.markdown(f"**{words.HEADING}**")
            _show_words(joint)
            with st.container(horizontal=True, gap="small", key=f"duiding-knoppen-{question}"):
                _offer_confirming(reader, together=together, joint=joint)
                if composes:
                    _offer_writing(words.CHANGE, subject=subject, joint=joint, draft=subject in together.drafts)
            offer_dissent(reader, together=together, joint=joint)


def show_not_again(together: Together, *, spoken: bool) -> None:
    """That the figure is newer than what was confirmed, as long as nobody spoke of it."""
    if together.confirmed_before and not spoken:
        st.caption(plain(words.NOT_AGAIN.format(period=together.confirmed_before)))


def _offer_writing(label: str, *, subject: str, joint: JointFacts | None, draft: bool) -> None:
    """The button that opens the field; it says so when one's own draft waits in it."""
    version = joint.version if joint else 0
    st.button(
        words.GO_ON if draft else label,
        key=f"schrijf-{subject}",
        type="tertiary",
        on_click=partial(begin_writing, subject, version=version),
    )


def _show_words(joint: JointFacts) -> None:
    show_text(joint.text, whole=words.WHOLE, key=f"duiding-{joint.id}")
    newest = joint.versions[0]
    organisation = newest.organisation or words.NO_ORGANISATION
    written = words.WRITTEN.format(organisation=organisation, day=day(newest.changed_at), version=joint.version)
    st.caption(plain(written))
    for organisation in joint.withdrawn_quotes:
        st.caption(plain(words.QUOTE_WITHDRAWN.format(organisation=organisation or words.NO_ORGANISATION)))
    for organisation in joint.expired_quotes:
        st.caption(plain(words.QUOTE_EXPIRED.format(organisation=organisation or words.NO_ORGANISATION)))
    show_confirmations(joint)
    show_views(joint)
    if len(joint.versions) > 1:
        _show_versions(joint)


def show_confirmations(joint: JointFacts) -> None:
    """Which parties confirmed the words, through whom and when; and which are asked still or again."""
    count, total = len(joint.confirmed), len(joint.parties)
    of_all = words.CONFIRMED_BY_ONE if total == 1 else words.CONFIRMED_BY_ALL
    template = of_all if count == total else words.CONFIRMED_BY
    label = template.format(count=count, total=total) if count else words.CONFIRMED_BY_NONE
    anew = [one.party for one in joint.confirmations if not one.holds]
    with st.expander(label, key=f"bevestigd-{joint.id}"):
        if joint.confirmations:
            show_table([_row(one) for one in joint.confirmations], key=f"tabel-bevestigd-{joint.id}")
        if joint.waiting:
            st.text(words.NOT_YET.format(parties=", ".join(joint.waiting)))
    if anew:
        st.text(words.ASKED_ANEW.format(parties=", ".join(anew)))


def _row(one: ConfirmationFacts) -> dict[str, str]:
    on = day(one.confirmed_at)
    said = on if one.holds else words.CONFIRMED_BEFORE.format(day=on, version=one.version)
    return {words.PARTY: one.party, words.THROUGH: one.name, words.CONFIRMED_ON: said}


def _show_versions(joint: JointFacts) -> None:
    with st.expander(words.VERSIONS, key=f"duiding-versies-{joint.id}"):
        for version in joint.versions[1:]:
            st.caption(plain(_version_line(version, joint=joint)))
            st.text(version.text or words.NO_WORDS_LEFT)


def _version_line(version: JointVersionFacts, *, joint: JointFacts) -> str:
    line = words.VERSION_LINE.format(
        version=version.version,
        organisation=version.organisation or words.NO_ORGANISATION,
        day=day(version.changed_at),
    )
    all_times = (*joint.earlier_confirmations, *joint.confirmations)
    parties = [one.party for one in all_times if one.version == version.version]
    return words.VERSION_CONFIRMED.format(line=line, parties=", ".join(parties)) if parties else line


def _offer_confirming(reader: Reader, *, together: Together, joint: JointFacts) -> None:
    actor = reader.actor
    if actor is None or joint.region_id != actor.region_id:
        return
    for party_id, party in together.signs_for.items():
        own = next((one for one in joint.confirmed if one.party_id == party_id), None)
        if own is None:
            _button(words.CONFIRM, storing.confirm, joint=joint, actor=actor, party=(party_id, party))
        elif own.confirmed_at.astimezone(CLOCK).date() == today():
            _button(words.UNDO_CONFIRMING, storing.undo_confirmation, joint=joint, actor=actor, party=(party_id, party))


def _button(label: str, does: storing.Confirming, *, joint: JointFacts, actor: Actor, party: tuple[int, str]) -> None:
    party_id, name = party
    st.button(
        label.format(party=plain(name)),
        key=f"{does.__name__}-{joint.id}-{party_id}",
        on_click=partial(does, joint, actor=actor, party_id=party_id, party=name),
    )
