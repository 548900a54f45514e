"""What a screen says, as a reader meets it."""

import re
from collections.abc import Iterator
from html import unescape

from streamlit.testing.v1 import AppTest

TABLE = '<table class="tabel">'  # how each begins


def _said(app: AppTest) -> Iterator[str]:
    for kind in ("title", "header", "subheader", "text", "caption", "markdown", "info", "error", "success", "warning"):
        yield from (str(getattr(element, "value", "")) for element in app.get(kind))
    yield from (_read(drawn) for drawn in html(app) if not drawn.startswith(TABLE))


def html(app: AppTest) -> list[str]:
    """What is drawn as HTML, as it is sent."""
    return [str(getattr(element, "value", "")) for element in app.get("html")]


def _read(drawn: str) -> str:
    """What a reader sees of HTML."""
    return unescape(re.sub(r"<[^>]+>", "\n", re.sub("</?strong>", "", drawn)))


def says(app: AppTest, words: str) -> bool:
    """Whether the words stand anywhere on the screen as people read them, apart from charts and tables."""
    read = (variant for said in _said(app) for variant in (said, said.replace("\\", "")))
    return any(words in said or words in said.replace("**", "") for said in read)


def headings(app: AppTest) -> list[str]:
    """The headings in their order."""
    return [str(heading.value) for heading in (*app.title, *app.header)]


def message(app: AppTest) -> str:
    """The heading below the title, as people read it: without what keeps Markdown out of it."""
    return headings(app)[1].replace("\\", "")


def rows(app: AppTest, number: int = 0) -> list[dict[str, str]]:
    """The rows of a table."""
    return tables(app)[number]


def tables(app: AppTest) -> list[list[dict[str, str]]]:
    """The rows of each table, in the order of the screen."""
    return [_rows(drawn) for drawn in html(app) if drawn.startswith(TABLE)]


def _rows(table: str) -> list[dict[str, str]]:
    head, *lines = (
        [unescape(cell) for cell in re.findall(r"<t[hd](?: [^>]*)?>(?:<span>)?((?s:.*?))(?:</span>)?</t[hd]>", line)]
        for line in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)
    )
    return [dict(zip(head, line, strict=True)) for line in lines]


def alternative(app: AppTest) -> str:
    """The words of the chart for those who do not see it; empty when there is no chart."""
    charts = app.get("plotly_chart")
    return str(charts[0].proto.alt) if charts else ""


def chosen(app: AppTest) -> dict[str, str]:
    """What each choice of the screen stands on, by its label."""
    return {box.label: str(box.value) for box in app.selectbox}
