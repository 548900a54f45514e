"""Three years together as rows of a table to take along."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard import statements
from dashboard.calculations.pooling import Window
from dashboard.charts import assembly
from dashboard.exports.figures import per_1000, rounded
from dashboard.exports.sheets import Cell, Sheet
from dashboard.texts import figure as figure_words
from dashboard.texts import taking_along as words
from data_models.facts import IndicatorFacts, SourceFacts


@dataclass(frozen=True, slots=True)
class TakenWindows:
    """The three years together of one of the lines, with whose they are."""

    area: str
    windows: Sequence[Window]
    indicator: IndicatorFacts
    group: str
    measure: str = assembly.VALUE  # what is drawn; per 1.000 stands beside the unit of the indicator


def pooled_sheet(taken: Sequence[TakenWindows], *, sources: Sequence[SourceFacts]) -> Sheet:
    """Every three years on a row, with their sums; of those around a withheld year no number."""
    by_code = {source.code: source for source in sources}
    rows = [
        _row(window, taken=one, source=by_code.get(window.figures[-1].source))
        for one in taken
        for window in one.windows
    ]
    return Sheet(words.THREE_YEARS, tuple(rows[0]) if rows else (), rows)


def _row(window: Window, *, taken: TakenWindows, source: SourceFacts | None) -> dict[str, Cell]:
    indicator = taken.indicator
    said = statements.years_together(window, indicator=indicator)
    numbers = {name: number for name, number in said.numbers.items() if isinstance(number, float | int)}
    unit = words.UNITS[indicator.unit]
    measured = {words.VALUE: "value", words.LOWER: "lower", words.UPPER: "upper"}
    provisional = window.figures[-1].status == "provisional"
    status = "withheld" if window.together is None else "provisional" if provisional else "derived"
    return {
        words.AREA: taken.area,
        words.CODE: window.figures[-1].area,
        words.PERIODS: window.period,
        words.GROUP: taken.group,
        words.COUNT: rounded(numbers.get("numerator")),
        words.DENOMINATOR: rounded(numbers.get("denominator")),
        **{
            words.IN_UNIT.format(name=name, unit=unit): rounded(numbers.get(number), decimals=indicator.decimals)
            for name, number in measured.items()
        },
        **(
            per_1000(
                numbers.get("value"),
                lower=numbers.get("lower"),
                upper=numbers.get("upper"),
                decimals=assembly.decimals_of(taken.measure, indicator=indicator),
            )
            if taken.measure == assembly.PER_1000
            else {}
        ),
        words.STATUS: figure_words.STATUSES[status],
        words.REASON: said.text if window.together is None else None,
        words.BASIS: figure_words.BASES[indicator.basis],
        words.SOURCE: source.name if source else None,
        words.LICENCE: source.licence if source else None,
    }
