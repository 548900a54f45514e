"""Who is at work: in local mode asked once and remembered by a cookie, elsewhere whoever signed in."""

import json
from pathlib import Path

import streamlit as st

from dashboard import local_identity, sign_in
from dashboard.components import signed_in
from dashboard.components.signing_in import offer_sign_in
from dashboard.data.reader import Reader
from dashboard.formatting import plain
from dashboard.texts import sign_in as sign_in_words
from dashboard.texts import writing as words
from data_models import database
from data_models.access import Actor
from data_models.facts import AreaFacts
from data_models.queries import people
from data_models.tables.stories import PERSPECTIVES

ADDRESS = "/wie"  # of dashboard/identity_route.py
_HERE = Path(__file__)
_WORDS = {**words.ASK, "perspectives": PERSPECTIVES, "address": ADDRESS}
_who = st.components.v2.component(
    "who",
    html='<div class="room"></div>',
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=f"const WORDS = {json.dumps(_WORDS)};\n{_HERE.with_suffix('.js').read_text(encoding='utf-8')}",
)


def current_actor(everyone: Reader, *, area: AreaFacts) -> Actor | None:
    """Who is at work about this area, in the roles they have now; None when nobody is known, or has a role there.

    Invented areas belong to the example region; real ones to the person's own, or to the one they chose.
    """
    if sign_in.is_configured():
        return signed_in.actor_for(everyone, area=area)
    person_id = local_identity.read(st.context.cookies.get(local_identity.COOKIE))
    if person_id is None:
        return None
    with database.reading(asker=database.Someone(person_id)) as session:
        region_id = people.region_of_kind(session, fictional=area.fictional)
        return None if region_id is None else people.actor(session, person_id=person_id, region_id=region_id)


def ask_who() -> None:
    """Ask who this is: to sign in, or in local mode name, organisation and perspective."""
    if not sign_in.is_configured():
        _who(data={"person": None}, key="wie")
    elif signed_in.who():
        st.caption(sign_in_words.NO_ROLE_HERE)  # above the screen stands what to do about it
    else:
        st.text(sign_in_words.WHY)
        offer_sign_in(key="hier")


def show_who(actor: Actor) -> None:
    """A line that says who is at work; in local mode with the way to correct it or to be somebody else."""
    organisation = actor.organisation or sign_in_words.NO_ORGANISATION
    person = {"name": actor.name, "organisation": organisation, "perspective": actor.perspective}
    if sign_in.is_configured():
        st.caption(plain(words.ASK["writing_as"].format(**person)))
    else:
        _who(data={"person": person}, key="wie")
