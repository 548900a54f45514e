"""A chart in words, for those who do not see it."""

from collections.abc import Sequence

from dashboard import formatting
from dashboard.charts.chart import Annotation, Chart, NormLine, Point, Series
from dashboard.charts.comparison import Comparison
from dashboard.texts import areas as area_words
from dashboard.texts import charts as texts


def alternative_text(chart: Chart) -> str:
    """Say in Dutch what `chart` shows: its message, the first and last value of each series, its norms and breaks."""
    sentences = [texts.ALT_OPENING.format(title=chart.title, message=chart.message).strip()]
    for series in chart.series:
        sentences += _series_sentences(series, chart=chart)
    sentences += [_norm_sentence(norm, chart=chart) for norm in chart.norms]
    sentences += mark_sentences(chart.breaks, events=chart.events)
    sentences += [texts.ALT_FICTIONAL] * chart.fictional
    return " ".join(sentences)


def comparison_text(chart: Comparison) -> str:
    """Say in Dutch what a comparison shows: its message, and each area with how it lies against the reference."""
    sentences = [texts.ALT_OPENING.format(title=chart.title, message=chart.message).strip()]
    for dot in chart.dots:
        if dot.value is None:
            sentences.append(texts.ALT_AREA_NOTHING.format(name=dot.name, note=dot.note))
        else:
            value = formatting.value_with_unit(dot.value, unit=chart.unit, decimals=chart.decimals)
            sentences.append(texts.ALT_AREA.format(name=dot.name, value=value, words=dot.words))
    if chart.reference_value is not None:
        against = formatting.value_with_unit(chart.reference_value, unit=chart.unit, decimals=chart.decimals)
        sentences.append(texts.ALT_REFERENCE.format(name=chart.reference, value=against))
    if chart.norm is not None:
        value = formatting.value_with_unit(chart.norm, unit=chart.unit, decimals=chart.decimals)
        sentences.append(texts.ALT_NORM_BESIDE.format(label=chart.norm_label, value=value))
    sentences += chart.noted
    sentences += [texts.ALT_FICTIONAL] * chart.fictional
    return " ".join(sentences)


def mark_sentences(breaks: Sequence[Annotation], *, events: Sequence[Annotation]) -> list[str]:
    """The breaks and events of a chart, whole."""
    return [
        *(_mark_sentence(mark, template=texts.ALT_BREAK) for mark in breaks),
        *(_mark_sentence(mark, template=texts.ALT_EVENT) for mark in events),
    ]


def _mark_sentence(mark: Annotation, *, template: str) -> str:
    text = mark.text.rstrip(".")
    told = texts.ALT_OF.format(names=area_words.together(mark.of), text=text) if mark.of else text
    return template.format(year=mark.year, text=told)


def _norm_value(norm: NormLine, *, chart: Chart) -> str:
    """The value of a norm in words, or the two ends of its band."""
    ends = [_written(end, chart=chart) for end in (norm.value, norm.lower, norm.upper) if end is not None]
    return texts.NORM_BAND.format(lower=ends[0], upper=ends[1]) if len(ends) > 1 else "".join(ends)


def _series_sentences(series: Series, *, chart: Chart) -> list[str]:
    known = series.known
    if not known:
        return [texts.ALT_NOTHING.format(name=series.name)]
    first, last = known[0], known[-1]
    template = texts.ALT_SERIES if len(known) > 1 else texts.ALT_SINGLE
    sentences = [
        template.format(
            name=series.name,
            first=_written(first.value, chart=chart),
            first_period=formatting.in_period(first.period),
            last=_written(last.value, chart=chart),
            last_period=formatting.in_period(last.period),
        )
    ]
    withheld = [point for point in series.points if point.value is None]
    provisional = [point for point in known if point.provisional]
    sentences += [texts.ALT_GAP.format(periods=_periods(withheld))] if withheld else []
    sentences += [texts.ALT_PROVISIONAL.format(periods=_periods(provisional))] if provisional else []
    return sentences


def _norm_sentence(norm: NormLine, *, chart: Chart) -> str:
    template = texts.ALT_REPLACED_NORM if norm.replaced else texts.ALT_NORM
    return template.format(label=norm.label, value=_norm_value(norm, chart=chart))


def _written(value: float | None, *, chart: Chart) -> str:
    return "" if value is None else formatting.value_with_unit(value, unit=chart.unit, decimals=chart.decimals)


def _periods(points: list[Point]) -> str:
    return ", ".join(point.period for point in points)
