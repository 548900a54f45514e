"""An address as a picture that a telephone reads."""

from html import escape

import segno
import streamlit as st

BORDER = 2  # dots around it


def show_qr_code(address: str, *, alt: str, dot: int, style: str = "") -> None:
    """Show the address in dots of so many pixels; how large that is stands beside it, so that nothing moves for it."""
    code = segno.make(address, error="m", micro=False)
    width, height = code.symbol_size(scale=dot, border=BORDER)
    picture = escape(code.svg_data_uri(scale=dot, border=BORDER))
    size = f'width="{width}" height="{height}"'
    st.html(f'<img alt="{escape(alt)}" {size} src="{picture}" class="{escape(style)}">', width="content")
