"""Worked examples of more figures at once: years, norms, groups that are not shown, and areas that are added up."""

from collections.abc import Sequence

from dashboard import formatting
from dashboard.calculations import pooling, series
from dashboard.calculations import trend as trending
from dashboard.calculations.area_series import AreaSeries
from dashboard.calculations.composed_series import AreaShare
from dashboard.calculations.denominators import SCALE, bounded_share
from dashboard.calculations.progress import path
from dashboard.statements.course import trend as trend_in_words
from dashboard.statements.figure import amounts, composed, level
from dashboard.statements.more_years import carried_back, pooled
from dashboard.statements.statement import interval_in_unit, latest, written
from dashboard.statements.target import norm as norm_in_words
from dashboard.statements.target import progress as progress_in_words
from dashboard.statements.worked import Steps, Worked, on_screen, where
from dashboard.texts import worked_examples as texts
from data_models.facts import FigureFacts

MOST_PARTS = 4  # of a composed area that an example writes out
BOYS, GIRLS = 37, 8  # an invented class, in which the girls are too few to be shown


def trend(of: Worked) -> Steps | None:
    """A series that is tested, with what the test finds; only one that clearly rises or falls."""
    said = trend_in_words(of.figures, indicator=of.indicator, annotations=of.annotations)
    clear = (trending.TrendOutcome.RISING.value, trending.TrendOutcome.FALLING.value)
    if said.verdict not in clear:
        return None
    first, last = said.numbers["first_year"], said.numbers["last_year"]
    if not isinstance(first, int) or not isinstance(last, int):
        return None
    tested = [one for one in reversed(of.shares) if first <= one.year <= last]
    shares = [share.nominal for one in tested if (share := bounded_share(one, indicator=of.indicator))]
    years = [one.year for one in tested]
    signs = {
        trending.slope_sign(
            [share for place, share in enumerate(shares) if place != out],
            years=[year for place, year in enumerate(years) if place != out],
        )
        for out in range(len(shares))
    }
    points = "; ".join(
        texts.TREND_POINT.format(period=one.period, value=written(one.value or 0.0, indicator=of.indicator))
        for one in tested
    )
    line = texts.TREND_POINTS.format(indicator=of.indicator.short_name, area=of.area.name, points=points)
    return (
        texts.WHERE_INVENTED.format(where=line) if of.area.fictional else line,
        texts.TREND_TEST.format(
            statistic=formatting.number(trending.chi_squared(shares, years=years), decimals=2),
            threshold=formatting.number(trending.THRESHOLD, decimals=2),
        ),
        texts.TREND_ONE_OUT[len(signs) == 1],
        on_screen(said),
    )


def progress(of: Worked) -> Steps | None:
    """The latest figure against the path to a norm that stands."""
    figure = latest(of.figures)
    found = interval_in_unit(figure, indicator=of.indicator) if figure else None
    norm = next((one for one in of.norms if one.stands and one.value is not None), None)
    if figure is None or figure.value is None or found is None or norm is None or norm.start_value is None:
        return None
    if norm.value is None or not norm.start_year < figure.year < norm.year:
        return None

    def shown(value: float) -> str:
        return written(value, indicator=of.indicator)

    def plain(value: float) -> str:
        return formatting.number(value, decimals=of.indicator.decimals)

    line = texts.PROGRESS_PATH.format(
        indicator=of.indicator.short_name,
        area=of.area.name,
        norm=norm_in_words(norm, indicator=of.indicator).text,
        start=plain(norm.start_value),
        start_year=norm.start_year,
        aim=plain(norm.value),
        year=figure.year,
        passed=figure.year - norm.start_year,
        all=norm.year - norm.start_year,
        path=shown(path(figure.year, norm=norm, start=norm.start_value)),
    )
    now = texts.PROGRESS_NOW.format(
        period=figure.period, value=shown(figure.value), lower=shown(found.lower), upper=shown(found.upper)
    )
    said = progress_in_words(of.figures, norm=norm, indicator=of.indicator, annotations=of.annotations)
    return (texts.WHERE_INVENTED.format(where=line) if of.area.fictional else line, now, on_screen(said))


def small_counts(of: Worked) -> Steps | None:
    """A figure that is not shown because the group is small, and why another would have to go with it."""
    hidden = next((one for one in reversed(of.figures) if one.reason == "small-count"), None)
    if hidden is None:
        return None
    line = texts.SMALL_COUNT.format(
        area=of.area.name,
        indicator=of.indicator.short_name,
        period=hidden.period,
        text=level(hidden, indicator=of.indicator).text,
    )
    return (
        texts.WHERE_INVENTED.format(where=line) if of.area.fictional else line,
        texts.SMALL_OTHERS.format(
            shown=sum(one.value is not None for one in of.figures),
            all=len(of.figures),
        ),
        texts.SMALL_COMPLEMENT.format(total=BOYS + GIRLS, large=BOYS, small=GIRLS),
    )


def composed_area(
    of: Worked, *, made: AreaSeries, parts: Sequence[tuple[AreaShare, FigureFacts | None]]
) -> Steps | None:
    """The latest figure of an area that its parts make, with each part's count and denominator."""
    figure = made.figures[-1] if made.figures else None
    if figure is None or made.composed is None:
        return None
    counted = _parts(of, parts=parts)
    if not counted:
        return None
    more = (texts.MORE_PARTS.format(number=len(counted) - MOST_PARTS),) if len(counted) > MOST_PARTS else ()
    said = composed(made.composed)
    return (
        *counted[:MOST_PARTS],
        *more,
        _sum(figure, of=of),
        texts.ON_SCREEN.format(text=said.text),
    )


def carried(of: Worked, *, made: AreaSeries, parts: Sequence[tuple[AreaShare, FigureFacts | None]]) -> Steps | None:
    """The last year that predecessors were added up for, with each one's count and denominator."""
    said = carried_back(made.carried) if made.carried else None
    if said is None or made.carried is None:
        return None
    counted = _parts(of, parts=parts)
    if not counted:
        return None
    return (*counted, _sum(made.carried.added[-1], of=of), on_screen(said))


def together(of: Worked) -> Steps | None:
    """Three years, each with its own interval, and the interval of the three together."""
    breaks = series.break_years(of.annotations, indicator=of.indicator.code, area=of.area.code)
    found = pooling.pooled(of.figures, indicator=of.indicator, breaks=breaks)
    if found is None:
        return None
    steps = []
    for figure in found.figures:
        share = bounded_share(figure, indicator=of.indicator)
        interval = interval_in_unit(figure, indicator=of.indicator)
        if share is None or interval is None:
            return None
        steps.append(
            texts.POOLED_YEAR.format(
                period=figure.period,
                count=formatting.count(share.nominal.numerator),
                denominator=formatting.count(share.nominal.denominator),
                lower=written(interval.lower, indicator=of.indicator),
                upper=written(interval.upper, indicator=of.indicator),
            )
        )
    first = where(found.figures[-1], of=of)
    return (first, *steps, on_screen(pooled(of.figures, indicator=of.indicator, annotations=of.annotations)))


def provisional(of: Worked) -> Steps | None:
    """A figure that is still provisional."""
    figure = next((one for one in reversed(of.figures) if one.status == "provisional" and one.value is not None), None)
    if figure is None or of.indicator.unit not in SCALE:
        return None
    return (
        texts.PROVISIONAL.format(
            indicator=of.indicator.short_name,
            area=of.area.name,
            period=figure.period,
            amounts=amounts(figure, indicator=of.indicator).text,
        ),
    )


def broken(of: Worked) -> Steps | None:
    """A break, as the screens say it."""
    found = next((one for one in of.annotations if one.kind == "break"), None)
    return (texts.BREAK.format(indicator=of.indicator.short_name, text=found.text),) if found else None


def _parts(of: Worked, *, parts: Sequence[tuple[AreaShare, FigureFacts | None]]) -> list[str]:
    steps = []
    for (area, share), figure in parts:
        known = bounded_share(figure, indicator=of.indicator) if figure else None
        if figure is not None and known is not None:
            steps.append(
                (texts.PART_WHOLE if share == 1 else texts.PART_PARTLY).format(
                    indicator=of.indicator.short_name,
                    area=area.name,
                    period=figure.period,
                    share=formatting.percentage(100 * share, decimals=0),
                    count=formatting.count(known.nominal.numerator),
                    denominator=formatting.count(known.nominal.denominator),
                )
            )
    return steps


def _sum(figure: FigureFacts, *, of: Worked) -> str:
    return texts.PARTS_SUM.format(
        count=formatting.count(figure.numerator or 0.0),
        denominator=formatting.count(figure.denominator or 0.0),
        value=written(figure.value or 0.0, indicator=of.indicator),
    )
