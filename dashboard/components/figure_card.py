"""What a card says of a figure, below the link to it."""

from base64 import b64encode
from html import escape

import streamlit as st

from dashboard.data.overview import Card


def show_said(card: Card, *, spoken: str = "") -> None:
    """The sentence, the drawing or why there is none, the norm and what was said of it.

    They are one element: twenty cards stand on a screen, and the browser takes its time for each element.
    """
    drawn = f'<p class="kaart-klein">{escape(card.instead)}</p>'
    if card.sparkline:
        picture = f"data:image/svg+xml;base64,{b64encode(card.sparkline.encode()).decode()}"
        drawn = f'<img alt="{escape(card.alternative)}" src="{picture}">'
    small = "".join(f'<p class="kaart-klein">{escape(words)}</p>' for words in (card.norm, spoken) if words)
    st.html(f"<p>{escape(card.sentence)}</p>{drawn}{small}")
