"""A story as one HTML file: it opens in any browser without a network, and prints on A4."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from dashboard.exports.story_page import Part, Said, StoryFigure, StoryPage, StoryQuestion, TogetherText
from dashboard.texts import story_taking as words

_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 3rem; background: #fff; color: #1f2933;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: .2rem 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2.2rem 0 .6rem; padding-top: 1rem; border-top: 1px solid #d9dee3; }
h3 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
p { margin: .35rem 0; }
.message { font-size: 1.15rem; font-weight: 600; margin-top: 1rem; }
.quiet { color: #4f5b66; font-size: .9rem; }
.notice { border-left: .25rem solid #0072b2; padding: .1rem 0 .1rem .75rem; }
.chosen { font-weight: 600; }
.words { white-space: pre-wrap; overflow-wrap: anywhere; }
.said { margin: .8rem 0; break-inside: avoid; }
.together { background: #f6f8f9; border-radius: .4rem; padding: .6rem .9rem; margin: .8rem 0; break-inside: avoid; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { width: 100%; height: auto; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 3px solid #0072b2; outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: #4f5b66; padding-bottom: .3rem; }
th, td { text-align: right; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #e4e8ec; vertical-align: top; }
th:first-child, td:first-child, th:last-child, td:last-child { text-align: left; }
thead th { border-bottom-color: #8a94a0; }
@media (max-width: 40rem) {
  figure svg { width: 44rem; }
  table { font-size: .8rem; }
  th, td { padding-right: .45rem; }
}
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #d9dee3; overflow-wrap: anywhere; }
@page { size: A4; margin: 1.6cm 1.8cm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h1, h2, h3 { break-after: avoid; }
  tr { break-inside: avoid; }
  .wide { overflow: visible; }
  figure svg { width: 100%; }
}
"""


def as_html(page: StoryPage) -> bytes:
    """The page as a file; whatever people typed is text and nothing else."""
    parts = [
        "<!doctype html>",
        '<html lang="nl"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(page.title)}</title><style>{_STYLE}</style></head><body><main>",
        _paragraph(page.place, style="quiet"),
        f"<h1>{escape(page.title)}</h1>",
        *(_paragraph(notice, style="notice") for notice in page.notices),
        *(_figure(one, alone=len(page.figures) == 1) for one in page.figures),
        f"<h2>{escape(words.STORY)}</h2>",
        *(_question(one) for one in page.questions),
        *(_part(one) for one in page.parts),
        "</main><footer>",
        *(_paragraph(line, style="quiet") for line in page.foot),
        "</footer></body></html>",
    ]
    return "\n".join(part for part in parts if part).encode()


def _paragraph(text: str, *, style: str = "") -> str:
    if not text:
        return ""
    return f'<p class="{style}">{escape(text)}</p>' if style else f"<p>{escape(text)}</p>"


def _figure(one: StoryFigure, *, alone: bool) -> str:
    lines = [
        "" if alone else f"<h2>{escape(one.title)}</h2>",
        _paragraph(one.message, style="message"),
        _paragraph(one.amounts),
        _chart(one),
        *(_paragraph(remark) for remark in one.remarks),
        _table(one.rows, caption=words.NUMBERS.format(title=one.title)),
        *(_paragraph(note, style="quiet") for note in one.notes),
        _paragraph(one.origin, style="quiet"),
    ]
    return "\n".join(line for line in lines if line)


def _chart(one: StoryFigure) -> str:
    if not one.chart:
        return ""
    drawn = one.chart[one.chart.index("<svg") :]
    figure = f'<figure role="img" aria-label="{escape(one.alternative)}">{_hidden(drawn)}</figure>'
    return _wide(figure, name=words.CHART.format(title=one.title))


def _wide(content: str, *, name: str) -> str:
    """What may be wider than a telephone: it is moved sideways by a finger or the arrow keys."""
    return f'<div class="wide" role="region" tabindex="0" aria-label="{escape(name)}">{content}</div>'


def _hidden(svg: str) -> str:
    """The drawing, of which the figure around it says what it shows."""
    return svg.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1)


def _table(rows: Sequence[Mapping[str, str]], *, caption: str) -> str:
    if not rows:
        return ""
    columns = list(rows[0])
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    body = "".join(_row([row.get(name, "") for name in columns]) for row in rows)
    table = f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return _wide(table, name=caption)


def _row(cells: Sequence[str]) -> str:
    first, *others = cells
    return f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in others)}</tr>'


def _question(one: StoryQuestion) -> str:
    lines = [f"<h3>{escape(one.question)}</h3>", _together(one.together)]
    lines += [_said(one.before)] if one.before else []
    lines += _all(one.answers)
    if not one.answers and one.together is None:
        lines.append(_paragraph(words.NOTHING_SAID, style="quiet"))
    return "\n".join(line for line in lines if line)


def _together(one: TogetherText | None) -> str:
    if one is None:
        return ""
    otherwise = "".join(_said(said) for said in one.otherwise)
    confirmed = "".join(_paragraph(line, style="quiet") for line in one.confirmed)
    return (
        f'<div class="together"><p><strong>{escape(words.TOGETHER)}</strong></p>'
        f'<p class="words">{escape(one.text)}</p>{confirmed}{otherwise}</div>'
    )


def _part(one: Part) -> str:
    return "\n".join([f"<h2>{escape(one.heading)}</h2>", *_all(one.said)])


def _all(said: Iterable[Said]) -> list[str]:
    return [_said(one) for one in said]


def _said(one: Said) -> str:
    text = f'<p class="words">{escape(one.text)}</p>' if one.text else ""
    return f'<div class="said">{_paragraph(one.chosen, style="chosen")}{text}{_paragraph(one.who, style="quiet")}</div>'
