"""A figure with its story as one page: what stands on it, whatever writes it down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFigure:
    """A figure: its message in words, its chart as SVG, and the numbers of which the last are the first."""

    title: str
    message: str
    amounts: str
    chart: str  # SVG; empty when there is nothing to draw
    alternative: str
    remarks: tuple[str, ...]
    rows: tuple[dict[str, str], ...]
    notes: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said: who, in which words, and what was chosen with it."""

    who: str
    text: str
    chosen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherText:
    """What the parties say together: their text, who confirmed it, and who sees it otherwise."""

    text: str
    confirmed: tuple[str, ...]
    otherwise: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryQuestion:
    """A question with what was said to it."""

    question: str
    answers: tuple[Said, ...]
    together: TogetherText | None = None
    before: Said | None = None  # what they said together of the figure before


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something beside the questions, such as what was agreed: a heading and lines of words."""

    heading: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPage:
    """Everything on the page; `notices` say for whom it is, and that it is an example."""

    place: str
    title: str
    notices: tuple[str, ...]
    figures: tuple[StoryFigure, ...]
    questions: tuple[StoryQuestion, ...]
    parts: tuple[Part, ...]
    foot: tuple[str, ...]
