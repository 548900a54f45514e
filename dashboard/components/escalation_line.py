"""Something on another table in one line, beside the agreement that it came of."""

import streamlit as st

from dashboard.formatting import day
from dashboard.texts import escalations as words
from data_models.queries.agreements import EscalationFacts


def where(escalation: EscalationFacts) -> str:
    """On which table it lies."""
    level = words.LEVELS[escalation.level]
    if escalation.table:
        return words.LEVEL_TABLE.format(level=level, table=escalation.table)
    return level


def show_in_short(escalation: EscalationFacts) -> None:
    """Where it lies since when, and what was answered."""
    st.text(
        words.IN_SHORT.format(
            where=where(escalation),
            day=day(escalation.sent_on),
            reply=escalation.reply or words.WAITING,
        )
    )
