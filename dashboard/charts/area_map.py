"""A map of areas: each in the class that the comparison gave it, never in one that its value happens to fall in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import formatting
from dashboard.charts.alternative_text import comparison_text
from dashboard.charts.comparison import AreaDot, Comparison
from dashboard.texts import area_map as texts
from dashboard.texts.areas import together

CLASSES = {  # of each verdict of `calculations.comparison`
    "higher": "higher",
    "lower": "lower",
    "no clear difference": "same",
    "nearly equal": "same",
    "not comparable": "incomparable",
}
ALWAYS = ("higher", "same", "lower")  # classes that the legend names also when no area is in them
MOST_TOLD = 45  # areas that are told one by one to who does not see the map; more are read in the table
SHORTEST, LONGEST = 3, 4  # letters of an abbreviation


@dataclass(frozen=True, slots=True, kw_only=True)
class MapArea:
    """One area: the class of its colour, pattern and sign, and what is told when it is pointed at."""

    code: str
    name: str
    short: str
    value: str
    kind: str  # a key of `theme.MAP_CLASSES`
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendLine:
    """A class with its words and how many areas are in it."""

    kind: str
    words: str
    areas: str


def map_areas(chart: Comparison) -> tuple[MapArea, ...]:
    """Every area of the comparison, the chosen one last, so that its outline lies over those beside it."""
    dots = sorted(chart.dots, key=lambda dot: dot.chosen)
    short = abbreviations([dot.name for dot in dots])
    return tuple(
        MapArea(
            code=dot.code,
            name=dot.name,
            short=short[dot.name],
            value=_value(dot, chart=chart),
            kind=class_of(dot),
            words=dot.words,
            chosen=dot.chosen,
        )
        for dot in dots
    )


def class_of(dot: AreaDot) -> str:
    """The class of an area: that of its verdict, unless it has no value to show."""
    return "withheld" if dot.value is None else CLASSES[dot.verdict]


def _value(dot: AreaDot, *, chart: Comparison) -> str:
    if dot.value is None:
        return dot.note
    return formatting.value_with_unit(dot.value, unit=chart.unit, decimals=chart.decimals)


def legend(chart: Comparison) -> tuple[LegendLine, ...]:
    """Each class that occurs or could, from high to low, with how many areas are in it."""
    counted = Counter(class_of(dot) for dot in chart.dots)
    return tuple(
        LegendLine(
            kind=kind,
            words=words.format(reference=chart.reference),
            areas=formatting.counted(counted[kind], forms=texts.AREAS),
        )
        for kind, words in texts.CLASSES.items()
        if counted[kind] or kind in ALWAYS
    )


def map_text(chart: Comparison) -> str:
    """What the map shows, for who does not see it: every area, or of very many only the classes and the chosen one."""
    if len(chart.dots) <= MOST_TOLD:
        return comparison_text(chart)
    counts = [f"{line.areas} {line.words}." for line in legend(chart)]
    own = [
        texts.TOLD.format(name=dot.name, value=_value(dot, chart=chart), words=dot.words)
        for dot in chart.dots
        if dot.chosen
    ]
    opening = f"{chart.title}. {chart.message}"
    return " ".join([opening, *counts, *own, texts.ALT_REST.format(count=len(chart.dots))])


def abbreviations(names: Sequence[str]) -> dict[str, str]:
    """Three or four letters for each name, different for every name; nothing for a name where that cannot be."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda one: (len(one), one)):
        free = (one for one in _candidates(name) if one.casefold() not in taken)
        found[name] = next(free, "")
        taken.add(found[name].casefold())
    return found


def _candidates(name: str) -> list[str]:
    """The beginning of the name; else its first letter with later ones, in their order."""
    letters = "".join(letter for letter in name.removeprefix("'s-") if letter.isalpha())
    beginnings = [letters[:length] for length in (SHORTEST, LONGEST) if len(letters) >= length] or [letters]
    rest = letters[1:]
    later = [letters[0] + rest[i] + rest[j] for i in range(len(rest)) for j in range(i + 1, len(rest))] if rest else []
    return [*beginnings, *later]


def told_names(names: Sequence[str], *, most: int = 12) -> str:
    """Names in a row; of many only the first."""
    if len(names) <= most:
        return together(names)
    return texts.AND_MORE.format(names=", ".join(names[:most]), count=len(names) - most)
