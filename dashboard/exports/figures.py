"""Figures as rows of a table to take along: numbers as numbers, and beside each what one must know to use it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from dashboard import statements
from dashboard.calculations.denominators import SCALE, bounded_share, is_derived
from dashboard.charts.assembly import PER_1000, PER_MILLE_OF_PERCENT, decimals_of
from dashboard.exports.sheets import Cell, Sheet
from dashboard.texts import figure as figure_words
from dashboard.texts import taking_along as words
from data_models.facts import AnnotationFacts, FigureFacts, IndicatorFacts, SourceFacts


@dataclass(frozen=True, slots=True)
class TakenFigure:
    """A figure with whose it is; `besides` are more cells, by the name of their column."""

    area: str
    figure: FigureFacts
    indicator: IndicatorFacts
    group: str = words.EVERYBODY
    besides: Mapping[str, Cell] = field(default_factory=dict)


def figures_sheet(taken: Sequence[TakenFigure], *, sources: Sequence[SourceFacts]) -> Sheet:
    """Every figure on a row: of one indicator with its unit in the headers, of more with the unit on each row."""
    by_code = {source.code: source for source in sources}
    units = {one.indicator.unit for one in taken}
    unit = units.pop() if len({one.indicator.code for one in taken}) == 1 else None
    rows = [_row(one, unit=unit, source=by_code.get(one.figure.source)) for one in taken]
    return Sheet(words.FIGURES, tuple(dict.fromkeys(name for row in rows for name in row)), rows)


def definitions_sheet(indicators: Iterable[IndicatorFacts]) -> Sheet:
    """What each indicator means, in the words of the screen."""
    rows = [_definition(one) for one in indicators]
    return Sheet(words.DEFINITIONS, tuple(dict.fromkeys(name for row in rows for name in row)), rows)


def remarks_sheet(annotations: Iterable[AnnotationFacts], *, taken: Sequence[TakenFigure]) -> Sheet:
    """The breaks and events that belong to these figures, and to which of them."""
    indicators = {one.indicator.code: one.indicator.name for one in taken}
    areas = {one.figure.area: one.area for one in taken}
    rows: list[dict[str, Cell]] = [
        {
            words.YEAR: one.year,
            words.KIND: words.KINDS_OF_REMARK[one.kind],
            words.TEXT: one.text,
            words.INDICATOR: indicators.get(one.indicator or "", words.ALL_INDICATORS),
            words.AREA: areas.get(one.area or "", words.ALL_AREAS if one.area is None else one.area),
        }
        for one in annotations
    ]
    return Sheet(words.REMARKS, tuple(dict.fromkeys(name for row in rows for name in row)), rows)


def about_sheet(about: Mapping[str, str]) -> Sheet:
    """What this file is, and where it comes from."""
    rows: list[dict[str, Cell]] = [
        {words.WHAT: words.ABOUT_ROWS[name], words.TEXT: text} for name, text in about.items() if text
    ]
    return Sheet(words.ABOUT, (words.WHAT, words.TEXT), rows)


def _definition(indicator: IndicatorFacts) -> dict[str, Cell]:
    return {
        words.INDICATOR: indicator.name,
        words.UNIT: words.UNITS[indicator.unit],
        figure_words.QUESTION: indicator.question,
        figure_words.NUMERATOR: indicator.numerator,
        figure_words.DENOMINATOR_DEFINITION: indicator.denominator,
        figure_words.DIRECTION: figure_words.DIRECTIONS[indicator.desired_direction],
        figure_words.BASIS: figure_words.BASES[indicator.basis],
        figure_words.CAVEATS: indicator.caveats,
    }


def _row(taken: TakenFigure, *, unit: str | None, source: SourceFacts | None) -> dict[str, Cell]:
    figure, indicator = taken.figure, taken.indicator
    named: dict[str, Cell] = {} if unit else {words.THEME: indicator.theme, words.INDICATOR: indicator.name}
    return {
        **named,
        words.AREA: taken.area,
        words.CODE: figure.area,
        words.PERIOD: figure.period,
        words.GROUP: taken.group,
        **_numbers(figure, indicator=indicator, unit=unit),
        **taken.besides,
        words.STATUS: figure_words.STATUSES[figure.status],
        words.NOTE: _note(figure, indicator=indicator),
        words.REASON: statements.level(figure, indicator=indicator).text if figure.value is None else None,
        words.BASIS: figure_words.BASES[indicator.basis],
        words.SOURCE: source.name if source else None,
        words.LICENCE: source.licence if source else None,
        words.RETRIEVED: (source.retrieved_on or words.NOT_RECORDED) if source else None,
    }


def _numbers(figure: FigureFacts, *, indicator: IndicatorFacts, unit: str | None) -> dict[str, Cell]:
    """The numbers in the decimals of the screen: what it rounds away is not taken along either."""
    share = bounded_share(figure, indicator=indicator)
    interval = statements.interval_in_unit(figure, indicator=indicator)
    decimals = indicator.decimals
    counted: dict[str, Cell] = {}
    if unit is None or unit in SCALE:
        denominator = share.nominal.denominator if share and indicator.unit in SCALE else figure.denominator
        counted = {words.COUNT: rounded(figure.numerator), words.DENOMINATOR: rounded(denominator)}
        if unit is None and indicator.unit not in SCALE:
            counted = dict.fromkeys(counted)
    measured: dict[str, Cell] = {words.VALUE: rounded(figure.value, decimals=decimals)}
    if unit is None or unit in SCALE:
        with_interval = interval if indicator.unit in SCALE else None
        measured |= {
            words.LOWER: rounded(with_interval.lower if with_interval else None, decimals=decimals),
            words.UPPER: rounded(with_interval.upper if with_interval else None, decimals=decimals),
        }
    if unit is None:
        return counted | measured | {words.UNIT: words.UNITS[indicator.unit]}
    return counted | {words.IN_UNIT.format(name=name, unit=words.UNITS[unit]): cell for name, cell in measured.items()}


def drawn_per_1000(figure: FigureFacts, *, indicator: IndicatorFacts) -> dict[str, Cell]:
    """The columns of a figure that is drawn per 1.000; empty where it is withheld."""
    interval = statements.interval_in_unit(figure, indicator=indicator) if figure.value is not None else None
    return per_1000(
        figure.value,
        lower=interval.lower if interval else None,
        upper=interval.upper if interval else None,
        decimals=decimals_of(PER_1000, indicator=indicator),
    )


def per_1000(value: float | None, *, lower: float | None, upper: float | None, decimals: int) -> dict[str, Cell]:
    """The columns of a percentage that is drawn per 1.000, beside its own; `decimals` are those of the drawing."""
    drawn = {words.VALUE: value, words.LOWER: lower, words.UPPER: upper}
    return {
        words.IN_UNIT.format(name=name, unit=words.UNITS["per_1000"]): rounded(
            None if part is None else part * PER_MILLE_OF_PERCENT, decimals=decimals
        )
        for name, part in drawn.items()
    }


def _note(figure: FigureFacts, *, indicator: IndicatorFacts) -> str | None:
    if figure.value is None:
        return None
    if is_derived(figure, indicator=indicator):
        return words.NOTES["derived"]
    return words.NOTES["estimated"] if figure.estimated or figure.status == "estimated" else None


def rounded(value: float | None, *, decimals: int = 0) -> Cell:
    """As it stands on the screen, halves away from zero."""
    if value is None:
        return None
    exact = Decimal(repr(round(float(value), 9))).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    return float(exact) if decimals else int(exact)
