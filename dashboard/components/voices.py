"""Who said what to a question that is also answered by choosing: each party for itself, never an average."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.voices import voices_table
from dashboard.data.story import RECOGNISED, VALUED, Voice
from dashboard.texts import story as words
from dashboard.texts.writing import RECOGNITIONS, VALUATIONS

SCALES = {RECOGNISED: RECOGNITIONS, VALUED: VALUATIONS}
MOST = 12  # parties that stand open: with more of them the strip would push the answers off the screen


def show_voices(voices: Sequence[Voice], *, question: int) -> None:
    """The strip of a question, below each other in the order of their names; nothing when nobody chose."""
    if not voices:
        return
    if len(voices) <= MOST:
        _show_table(voices, question=question)
        return
    folded = st.expander(words.ALL_VOICES.format(count=len(voices)), key=f"stemmen-{question}", on_change="rerun")
    if folded.open:
        with folded:
            _show_table(voices, question=question)


def _show_table(voices: Sequence[Voice], *, question: int) -> None:
    table = voices_table(
        {one.organisation or words.NO_ORGANISATION: one.choices for one in voices},
        scale=SCALES[question],
        caption=words.VOICES[question],
    )
    st.html(table)
