"""Where gemeenten and a partnership overlap: per gemeente two bars of a hundred percent, as SVG text."""

from dataclasses import dataclass
from html import escape

from dashboard import theme
from dashboard.charts.labels import wrapped
from dashboard.texts import bridge as texts

WIDTH = 350  # pixels: a telephone; wider screens do not blow it up
COLUMNS = (0, 182)  # pixels from the left of the two bars
BAR, THICK = 108, 14  # pixels of a hundred percent, and of its height
HEAD, LINE, NUMBERS = 44, 17, 26  # pixels of the heading, of a line of a name, and of the bars below it
LONGEST_NAME = 44  # characters that fit beside each other
SIZE = 13  # pixels of type


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapBar:
    """A gemeente: parts of one of it and of the partnership, with their words; `of_whole` is None where unknown."""

    name: str
    of_area: float
    of_whole: float | None
    of_area_words: str
    of_whole_words: str
    chosen: bool = False


def overlap_picture(bars: tuple[OverlapBar, ...], *, title: str) -> str:
    """Draw the bars below each other: left what of the gemeente belongs, right what of the youth lives there."""
    names = [wrapped(bar.name, longest=LONGEST_NAME) for bar in bars]
    height = HEAD + sum(LINE * len(lines) + NUMBERS for lines in names)
    parts = [
        _text(line, x=COLUMNS[column], y=14 + row * 15, colour=theme.QUIET_INK, size=12)
        for column, lines in enumerate((texts.COLUMN_OF_AREA, texts.COLUMN_OF_WHOLE))
        for row, line in enumerate(lines)
    ]
    y = HEAD
    for bar, lines in zip(bars, names, strict=True):
        for line in lines:
            y += LINE
            parts.append(_text(line, x=0, y=y - 4, bold=bar.chosen))
        parts += _bar(bar.of_area, words=bar.of_area_words, x=COLUMNS[0], y=y, role="area")
        parts += _bar(bar.of_whole, words=bar.of_whole_words, x=COLUMNS[1], y=y, role="partnership")
        y += NUMBERS
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" font-family="{escape(theme.FONT_STACK)}"><title>{escape(title)}</title>'
        f"<desc>{escape(overlap_text(bars, title=title))}</desc>{''.join(parts)}</svg>"
    )


def overlap_text(bars: tuple[OverlapBar, ...], *, title: str) -> str:
    """Say in Dutch what the picture shows."""
    rows = " ".join(
        texts.ALT_ROW.format(name=bar.name, share=bar.of_area_words, part=bar.of_whole_words) for bar in bars
    )
    return texts.ALT.format(title=title, rows=rows)


def _bar(part: float | None, *, words: str, x: int, y: int, role: str) -> list[str]:
    """A frame of a hundred percent, filled as far as the part goes, and the part in words."""
    style = theme.STYLES[role]
    frame = f'<rect x="{x + 0.5}" y="{y + 0.5}" width="{BAR}" height="{THICK}" fill="none" stroke="{theme.BASELINE}"/>'
    if part is None:
        return [_text(words, x=x, y=y + 12, colour=theme.QUIET_INK)]
    filled = f'<rect x="{x + 0.5}" y="{y + 0.5}" width="{BAR * part:.1f}" height="{THICK}" fill="{style.colour}"/>'
    return [filled, frame, _text(words, x=x + BAR + 6, y=y + 12)]


def _text(words: str, *, x: float, y: float, colour: str = theme.INK, size: int = SIZE, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{colour}"{weight}>{escape(words)}</text>'
