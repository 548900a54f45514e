"""A table of words and numbers, as every screen shows it."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st


def show_table(rows: Sequence[Mapping[str, str]], *, key: str) -> None:
    """A real table, as wide as its content, that screen readers and copy and paste understand; nothing without rows.

    A cell is text, whatever it holds. Streamlit's own table reads each cell as Markdown, which has the browser fetch
    900 kB of code before it shows one, and takes longer for a table of every gemeente than all else on the screen.
    """
    if not rows:
        return
    heads = "".join(f'<th scope="col"><span>{escape(name)}</span></th>' for name in rows[0])
    with st.container(key=key):
        st.html(
            f'<table class="tabel"><thead><tr>{heads}</tr></thead><tbody>{"".join(map(_line, rows))}</tbody></table>',
            width="content",
        )


def _line(row: Mapping[str, str]) -> str:
    first, *others = (escape(cell) for cell in row.values())
    return f'<tr><th scope="row">{first}</th>{"".join(f"<td>{cell}</td>" for cell in others)}</tr>'
