"""Who is writing: asked once on this computer, remembered by a cookie, and shown beside what they write."""

import json
from pathlib import Path

import streamlit as st

from dashboard import local_identity
from dashboard.texts import writing as words
from data_models import database
from data_models.access import Actor
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


def current_actor(*, fictional: bool = False) -> Actor | None:
    """Who sits at this computer, in the role they have now; None when nobody said who they are.

    `fictional`: in the example region, for invented areas; else in their own.
    """
    person_id = local_identity.read(st.context.cookies.get(local_identity.COOKIE))
    if person_id is None:
        return None
    with database.reading() as session:
        region_id = people.region_of_kind(session, fictional=fictional)
        return None if region_id is None else people.actor(session, person_id=person_id, region_id=region_id)


def ask_who() -> None:
    """Ask name, organisation and perspective; the page is loaded anew when they are given."""
    _who(data={"person": None}, key="wie")


def show_who(actor: Actor) -> None:
    """A line that says who is writing, with the way to correct it or to be somebody else."""
    person = {"name": actor.name, "organisation": actor.organisation, "perspective": actor.perspective}
    _who(data={"person": person}, key="wie")
