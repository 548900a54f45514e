"""The measures of a trend: how much room the words around the plot take, and where a value lies in it."""

import re
from dataclasses import dataclass, replace

from dashboard import formatting
from dashboard.charts.axes import Axis, value_axis, year_axis, year_range
from dashboard.charts.chart import Annotation, Chart, Series
from dashboard.charts.labels import GAP, Label, Screen, text_width, wrapped
from dashboard.texts import areas as area_words
from dashboard.texts import charts as texts

NARROWEST = 340  # pixels: the chart on a telephone of 360
WIDEST = 1100  # pixels: the chart on a beamer
SMALL_LINE = 16  # pixels between lines of 12 pixels of type
YEARS_HEIGHT = 30  # pixels for the years under the plot
FLAG_CHARACTER = 6.8  # pixels, at 12 pixels of type
FLAG_GAP = 8  # pixels between the line of a flag and its words, and to the edge of the chart
LED_GAP = 20  # pixels between a line and its label where labels crowd: room for a leader
LONGEST_CAPTION = 52  # characters: a telephone


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Margins in pixels around the plot, the height of the plot, and the axes that place a value in it."""

    left: int
    right: int
    top: int
    bottom: int
    height: int
    values: Axis
    years: Axis

    @property
    def screen(self) -> Screen:
        """The plot as labels need to know it."""
        around = self.left + self.right
        return Screen(
            height=self.height,
            narrowest=NARROWEST - around,
            widest=WIDEST - around,
            years=self.years.high - self.years.low,
        )

    def below_top(self, value: float) -> float:
        """Pixels from the top of the plot down to `value`."""
        return (1 - value / self.values.high) * self.height

    def share(self, year: float) -> float:
        """How far along the axis a year lies, from 0 to 1."""
        return (year - self.years.low) / (self.years.high - self.years.low)


def frame(chart: Chart, *, height: int) -> Frame:
    """Measure the margins: as wide as the words that stand in them on a telephone, and no wider."""
    values = value_axis(chart)
    left, right = _margins(chart, values=values)
    top = 10 + SMALL_LINE * (sum(len(lines) for lines, _ in flags(chart)) + bool(unit_caption(chart)))
    bottom = YEARS_HEIGHT + SMALL_LINE * len(caption(chart))
    return Frame(
        left=left,
        right=round(right),
        top=top,
        bottom=bottom,
        height=height - top - bottom,
        values=values,
        years=year_axis(chart, room=NARROWEST - left - right),
    )


def _margins(chart: Chart, *, values: Axis) -> tuple[int, float]:
    """Pixels to the left, for the words of the axis, and to the right, for the labels of the lines."""
    left = max(34, round(max((text_width(word) for word in values.words), default=0.0)) + 12)
    low, high = year_range(chart)
    right = 16.0
    last = last_position(chart)
    for series in with_words(chart):
        if series.known[-1].position == last:
            needed = label_distance(chart) + 2 + Label(series_words(series, chart=chart), 0.0, 0.0).width
            share = (last - low) / (high - low)
            right = max(right, (needed - (NARROWEST - left) * (1 - share)) / share)
    return left, right


def last_position(chart: Chart) -> float:
    """The last period for which some series has a value."""
    return max((series.known[-1].position for series in chart.series if series.known), default=0.0)


def first_position(chart: Chart) -> float:
    """The first period for which some series has a value."""
    return min((series.known[0].position for series in chart.series if series.known), default=0.0)


def label_distance(chart: Chart) -> int:
    """Pixels between the last values and their labels: more where labels crowd and need leaders."""
    last = last_position(chart)
    return LED_GAP if sum(bool(one.known) and one.known[-1].position == last for one in chart.series) > 2 else GAP


def short_value(value: float, *, chart: Chart) -> str:
    """A value as a label says it: with its percent sign, or bare where the axis names the unit."""
    if chart.unit == "percentage":
        return formatting.percentage(value, decimals=chart.decimals)
    return formatting.number(value, decimals=chart.decimals)


def with_words(chart: Chart) -> list[Series]:
    """The series with a label at their end, each under the name that it has there.

    Two partnerships that end at the same written value, and whose names differ in the last word, share one label.
    """
    known = [series for series in chart.series if series.known]
    found = {series.role: series for series in known}
    one, other = found.get("partnership"), found.get("second_partnership")
    if not one or not other or _ending(one, chart=chart) != _ending(other, chart=chart):
        return known
    name = texts.BOTH.format(first=one.name, second=other.name.rpartition(" ")[2])
    return [replace(one, name=name) if series is one else series for series in known if series is not other]


def _ending(series: Series, *, chart: Chart) -> tuple[float, str, str]:
    last = series.known[-1]
    return last.position, short_value(last.value or 0.0, chart=chart), series.name.rpartition(" ")[0]


def series_words(series: Series, *, chart: Chart) -> tuple[str, ...]:
    """The name of a series and its last known value, in lines that fit beside the plot."""
    value = series.known[-1].value
    return wrapped(series.name if value is None else f"{series.name} {short_value(value, chart=chart)}")


def unit_caption(chart: Chart) -> str:
    """The unit, where the ticks of the axis do not carry it."""
    return texts.UNIT_CAPTIONS.get(chart.unit, "")


def flags(chart: Chart) -> list[tuple[tuple[str, ...], Annotation]]:
    """What is said at breaks and events, in lines that fit beside them on a telephone, in order of time."""
    about = chart.series[0].name if chart.series else ""
    words = [(flag_text(mark, about=about, is_break=True), mark) for mark in chart.breaks]
    words += [(flag_text(mark, about=about, is_break=False), mark) for mark in chart.events]
    low, high = year_range(chart)
    left, right = _margins(chart, values=value_axis(chart))
    plot = NARROWEST - left - right
    found = []
    for text, mark in sorted(words, key=lambda flag: flag[1].year):
        if not low <= mark.year - 0.5 <= high:  # before the first or after the last year that is drawn
            continue
        if mark in chart.breaks and mark.year <= first_position(chart):  # nothing that it breaks is drawn
            continue
        share = (mark.year - 0.5 - low) / (high - low)
        room = (1 - share) * plot + right if share < 0.5 else share * plot + left  # over the margin too
        found.append((flag_words(text, room=room), mark))
    return found


def flag_words(text: str, *, room: float) -> tuple[str, ...]:
    """The lines of a flag in so many pixels beside its line."""
    return wrapped(text, longest=int((room - FLAG_GAP) / FLAG_CHARACTER))


def caption(chart: Chart) -> tuple[str, ...]:
    """What an open symbol means, that the figures are an example where they are, and where they come from."""
    provisional = any(point.provisional for series in chart.series for point in series.known)
    remarks = [texts.OPEN_SYMBOL] * provisional + [texts.FICTIONAL] * chart.fictional
    source = texts.SOURCE.format(source=chart.source) if chart.source else ""
    return (*wrapped(" · ".join(remarks), longest=LONGEST_CAPTION), *wrapped(source, longest=LONGEST_CAPTION))


def flag_text(mark: Annotation, *, about: str, is_break: bool) -> str:
    """What a flag says; of which area it is only where that is another than the chart is `about`."""
    text = _first_clause(mark.text)
    names = "" if mark.concerns(about) else area_words.together(mark.of)
    if is_break:
        template = texts.BREAK_OF if names else texts.BREAK
        return template.format(text=_within_sentence(text), names=names)
    return texts.EVENT_OF.format(names=names, text=text) if names else text


def _first_clause(text: str) -> str:
    """What fits beside a line in a chart; the rest stands with the definition and in the alternative text."""
    return re.split(r"[:;.](?:\s|$)", text, maxsplit=1)[0]


def _within_sentence(text: str) -> str:
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
