"""More than one year of a figure in words: years together, years carried back, years that were revised."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from dashboard import formatting
from dashboard.calculations import pooling, series
from dashboard.calculations.composed_series import AreaShare
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.successions import CarriedBack
from dashboard.statements.statement import Number, Statement, interval_in_unit, latest, written
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts


class Earlier(Protocol):
    """What a figure was before: a figure, or what the database kept of one."""

    @property
    def numerator(self) -> float | None:
        """The count, where it was known."""

    @property
    def value(self) -> float | None:
        """The value in the indicator's unit; None when it was withheld."""

    @property
    def status(self) -> str:
        """As a figure's."""


class Replaced(Earlier, Protocol):
    """What the database kept of a figure: an earlier one, of which period, and when another took its place."""

    @property
    def period(self) -> str:
        """Its period."""

    @property
    def replaced_at(self) -> datetime:
        """When another took its place."""


def pooled(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, annotations: Iterable[AnnotationFacts] = ()
) -> Statement:
    """The last three years together: "2022–2024 samen: 135 van 936 · 14,4%, tussen 12,3% en 16,8% (95%-interval)."

    The verdict is "pooled", or "not pooled" with an empty text and in the numbers the reason.
    """
    breaks = series.break_years(annotations, indicator=indicator.code, area=figures[0].area if figures else "")
    found = pooling.pooled(figures, indicator=indicator, breaks=breaks)
    if found is None:
        return Statement("", "not pooled", {"reason": _reason(figures, indicator=indicator, breaks=breaks)})
    return _summed(found, indicator=indicator)


def years_together(window: pooling.Window, *, indicator: IndicatorFacts) -> Statement:
    """The same of any three years; "not pooled" says why when one of them is not shown."""
    if window.together is None:
        text = texts.WINDOW_WITHHELD.format(period=window.period)
        return Statement(text, "not pooled", {"reason": "withheld"})
    return _summed(window.together, indicator=indicator)


def _summed(found: pooling.Pooled, *, indicator: IndicatorFacts) -> Statement:
    scale = SCALE[indicator.unit]
    interval = found.interval(unit=indicator.unit).scaled(scale)
    value, share = found.proportion * scale, found.share.nominal
    text = texts.POOLED.format(
        first=found.figures[0].period,
        last=found.figures[-1].period,
        count=formatting.count(share.numerator),
        denominator=formatting.count(share.denominator),
        value=written(value, indicator=indicator),
        lower=written(interval.lower, indicator=indicator),
        upper=written(interval.upper, indicator=indicator),
        level=formatting.percentage(interval.level * 100, decimals=0),
    )
    if found.share.approximate:
        text = texts.POOLED_APPROXIMATE.format(text=text)
    numbers: dict[str, Number] = {
        "first_year": found.figures[0].year,
        "last_year": found.figures[-1].year,
        "numerator": share.numerator,
        "denominator": share.denominator,
        "value": value,
        "lower": interval.lower,
        "upper": interval.upper,
        "level": interval.level,
        "method": interval.method,
    }
    return Statement(text, "pooled", numbers)


def offer(
    figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, annotations: Iterable[AnnotationFacts] = ()
) -> Statement | None:
    """What is said beside a latest figure that one year cannot settle: three years together, or why not.

    None when the latest figure's interval is at most ten percentage points wide, or when it has none.
    """
    figure = latest(figures)
    if figure is None or not is_uncertain(figure, indicator=indicator):
        return None
    together = pooled(figures, indicator=indicator, annotations=annotations)
    if together.verdict == "pooled":
        return Statement(texts.POOLED_OFFER.format(text=together.text), "pooled", together.numbers)
    reason = texts.NOT_POOLED_REASONS[str(together.numbers["reason"])]
    return Statement(texts.NOT_POOLED.format(reason=reason), "not pooled", together.numbers)


def is_uncertain(figure: FigureFacts, *, indicator: IndicatorFacts) -> bool:
    """Whether a figure's interval is so wide that it is said before the value."""
    found = interval_in_unit(figure, indicator=indicator) if indicator.unit in SCALE else None
    return found is not None and pooling.is_wide(found.scaled(1 / SCALE[indicator.unit]))


def carried_back(found: CarriedBack) -> Statement | None:
    """Which years were added up from which predecessors: "2019–2021: opgeteld uit Heerhugowaard en Langedijk."."""
    if not found.added:
        return None
    first, last = found.added[0], found.added[-1]
    years = first.period
    if len(found.added) > 1:
        years = texts.YEARS_TOGETHER.format(first=first.period, last=last.period)
    approximate = any(figure.status == "estimated" for figure in found.added)
    template = texts.CARRIED_BACK_APPROXIMATE if approximate else texts.CARRIED_BACK
    numbers: dict[str, Number] = {"first_year": first.year, "last_year": last.year, "formers": len(found.formers)}
    return Statement(template.format(years=years, formers=_named(found.formers)), "carried back", numbers)


def joined(year: int, *, formers: Sequence[AreaShare]) -> Statement:
    """Which gemeente an area took in: "Vanaf 2023 hoort Weesp erbij; de cijfers daarvoor zijn zonder Weesp."."""
    return Statement(texts.JOINED.format(year=year, formers=_named(formers)), "joined", {"year": year})


def revision_note(figure: FigureFacts, *, earlier: Earlier, changed_on: date, indicator: IndicatorFacts) -> Statement:
    """What a figure was before: "2021: was 6.555 (voorlopig); gewijzigd op 22 november 2026."

    The count is named where it changed, else the value. The verdict is "unchanged", with an empty text, when neither
    did: a new edition that says the same is not news.
    """
    numbers: dict[str, Number] = {"earlier_count": earlier.numerator, "earlier_value": earlier.value}
    same = (earlier.numerator, earlier.value, earlier.status) == (figure.numerator, figure.value, figure.status)
    if same:
        return Statement("", "unchanged", numbers)
    day = formatting.day(changed_on)
    if earlier.value is None:
        return Statement(texts.REVISED_FROM_WITHHELD.format(period=figure.period, day=day), "revised", numbers)
    counted = earlier.numerator is not None and earlier.numerator != figure.numerator
    was = formatting.count(earlier.numerator or 0.0) if counted else written(earlier.value, indicator=indicator)
    status = texts.REVISED_STATUSES[earlier.status]
    text = texts.REVISED.format(period=figure.period, earlier=was, status=status, day=day)
    return Statement(text, "revised", numbers)


def revision_notes(figures: Sequence[FigureFacts], *, kept: Sequence[Replaced], indicator: IndicatorFacts) -> list[str]:
    """What figures were before they were last changed, the last year first; nothing about those withheld now.

    `kept` are their earlier values, of each period the one that was replaced last before the others.
    """
    last = {one.period: one for one in reversed(kept)}
    notes = [
        revision_note(
            figure, earlier=last[figure.period], changed_on=last[figure.period].replaced_at.date(), indicator=indicator
        ).text
        for figure in reversed(figures)
        if figure.period in last and figure.value is not None
    ]
    return [note for note in notes if note]


def _named(formers: Sequence[AreaShare]) -> str:
    names = [
        former.name
        if share == 1
        else texts.FORMER_PARTLY.format(name=former.name, share=formatting.percentage(share * 100, decimals=0))
        for former, share in formers
    ]
    return names[0] if len(names) == 1 else texts.AND.format(first=", ".join(names[:-1]), last=names[-1])


def _reason(figures: Sequence[FigureFacts], *, indicator: IndicatorFacts, breaks: frozenset[int]) -> str:
    """Why the last three years cannot be summed: `withheld`, `break`, `status` or `few`."""
    annual = sorted((figure for figure in figures if series.is_annual(figure)), key=lambda figure: figure.year)
    last = annual[-pooling.YEARS :]
    if any(figure.value is None for figure in last):
        return "withheld"
    if len(last) < pooling.YEARS or not all(bounded_share(figure, indicator=indicator) for figure in last):
        return "few"
    if any(last[0].year < year <= last[-1].year for year in breaks):
        return "break"
    if len({figure.status == "provisional" for figure in last}) > 1:
        return "status"
    return "few"
