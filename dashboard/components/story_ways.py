"""Ways within a screen: from the figure to its story on a phone, and from the top of the story to each question."""

from html import escape

import streamlit as st

from dashboard.data.story import Story
from dashboard.formatting import counted
from dashboard.texts import story as words

STORY = "verhaal"  # what the address calls the place where the story begins


def question_place(question: int) -> str:
    """What the address calls the place where a question begins."""
    return f"{STORY}-{question}"


def offer_story() -> None:
    """A link to where the story begins; a wide screen shows it beside the figure and leaves the link out."""
    st.html(f'<a class="naar-verhaal" href="#{STORY}">{escape(words.TO_STORY)}</a>')


def offer_questions(story: Story) -> None:
    """A line with the four questions and how often each was answered; it stays in sight."""
    links = "".join(
        f'<a href="#{question_place(number)}"><span>{escape(name)}</span> '
        f"<b>{escape(counted(story.answers[number].count, forms=words.COUNTED))}</b></a>"
        for number, name in words.IN_SHORT.items()
    )
    st.html(f'<nav class="naar-vragen" aria-label="{escape(words.TO_QUESTION)}">{links}</nav>')
