"""The sheet of a societal result as one HTML file: it opens in any browser without a network, and prints on A4."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 3rem; background: #fff; color: #1f2933;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .2rem 0 .6rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 2rem 0 .6rem; }
h3 { font-size: 1.05rem; margin: 0 0 .3rem; }
p { margin: .3rem 0; overflow-wrap: anywhere; }
.quiet { color: #4f5b66; font-size: .9rem; }
.words { white-space: pre-wrap; }
.notice { border-left: .25rem solid #0072b2; padding: .1rem 0 .1rem .75rem; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1rem; }
.card { border: 1px solid #d9dee3; border-radius: .4rem; padding: .8rem 1rem; break-inside: avoid; }
.card svg { width: 100%; height: auto; }
.said { margin: .8rem 0; break-inside: avoid; }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #d9dee3; }
@page { size: A4; margin: 1.5cm 1.7cm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h1, h2, h3 { break-after: avoid; }
  .cards { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
"""


@dataclass(frozen=True, slots=True)
class SheetCard:
    """An indicator: what is said of it, and its picture as SVG with what that shows, or the words instead of one."""

    name: str
    sentence: str
    picture: str
    alternative: str
    instead: str
    norm: str


@dataclass(frozen=True, slots=True)
class SheetLine:
    """Words, and beneath them who said so or what they are about."""

    text: str
    beneath: str = ""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything on the sheet, in words: `above` and `below` stand around the title."""

    title: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    notice: str
    figures: str  # the heading above the cards
    cards: tuple[SheetCard, ...]
    instead: str  # of cards
    parts: tuple[tuple[str, tuple[SheetLine, ...]], ...]  # each with its heading
    foot: tuple[str, ...]


def as_html(page: SheetPage) -> bytes:
    """The sheet as a file; whatever people typed is text and nothing else."""
    cards = "\n".join(map(_card, page.cards))
    parts = [
        "<!doctype html>",
        '<html lang="nl"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(page.title)}</title><style>{_STYLE}</style></head><body><main>",
        *(_paragraph(line, style="quiet") for line in page.above),
        f"<h1>{escape(page.title)}</h1>",
        *map(_paragraph, page.below),
        _paragraph(page.notice, style="notice") if page.notice else "",
        f"<h2>{escape(page.figures)}</h2>",
        f'<div class="cards">{cards}</div>' if cards else _paragraph(page.instead),
        *(_part(heading, lines) for heading, lines in page.parts),
        "</main><footer>",
        *(_paragraph(line, style="quiet") for line in page.foot),
        "</footer></body></html>",
    ]
    return "\n".join(part for part in parts if part).encode()


def _paragraph(text: str, *, style: str = "") -> str:
    return f'<p class="{style}">{escape(text)}</p>' if style else f"<p>{escape(text)}</p>"


def _card(card: SheetCard) -> str:
    drawn = card.picture[max(card.picture.find("<svg"), 0) :].replace(
        "<svg", '<svg aria-hidden="true" focusable="false"', 1
    )
    picture = f'<div role="img" aria-label="{escape(card.alternative)}">{drawn}</div>'
    lines = [
        f'<section class="card"><h3>{escape(card.name)}</h3>',
        _paragraph(card.sentence),
        picture if card.picture else _paragraph(card.instead, style="quiet"),
        _paragraph(card.norm, style="quiet"),
        "</section>",
    ]
    return "\n".join(lines)


def _part(heading: str, lines: Sequence[SheetLine]) -> str:
    said = [f"<h2>{escape(heading)}</h2>"]
    for line in lines:
        beneath = _paragraph(line.beneath, style="quiet") if line.beneath else ""
        said.append(f'<div class="said"><p class="words">{escape(line.text)}</p>{beneath}</div>')
    return "\n".join(said)
