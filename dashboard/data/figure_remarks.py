"""What may be said beside a figure: of its norms, the reference and the areas that were chosen besides."""

from dashboard import statements
from dashboard.calculations.comparison import LARGE_KINDS
from dashboard.data.lines import Lines
from dashboard.texts import figure as words
from data_models.facts import AreaFacts, FigureFacts, IndicatorFacts


def figure_remarks(
    found: Lines,
    *,
    indicator: IndicatorFacts,
    area: AreaFacts,
    reference: AreaFacts,
    containing: frozenset[str],
    together: bool,
) -> list[str]:
    """What may be said about norms, the reference and the areas chosen besides; always of one year."""
    of_norms = [
        words.NORM_AND_PROGRESS.format(
            norm=statements.norm(norm, indicator=indicator).text,
            progress=statements.progress(
                found.area, norm=norm, indicator=indicator, annotations=found.annotations
            ).text,
        )
        for norm in found.norms
        if norm.stands
    ]
    compared = [
        _compared(
            found,
            figures,
            indicator=indicator,
            other=other,
            contains_area=other.code in containing,
            together=together,
        )
        for other, figures in ((reference, found.reference), *found.chosen)
        if other != area
    ]
    absent = [
        words.NOTHING_TO_DRAW.format(name=other.name)
        for other, figures in found.chosen
        if not any(figure.value is not None for figure in figures) and not _is_said(found, other=other)
    ]
    return [*of_norms, *(one for one in compared if one), *absent]


def _is_said(found: Lines, *, other: AreaFacts) -> bool:
    """Whether a remark says already that it is the area itself, and so no line of its own."""
    return any(remark.startswith(other.name) for remark in found.coincides)


def _compared(
    found: Lines,
    figures: tuple[FigureFacts, ...],
    *,
    indicator: IndicatorFacts,
    other: AreaFacts,
    contains_area: bool,
    together: bool,
) -> str:
    """How the area lies against another in the last period that both have; empty when there is none."""
    known = {figure.period: figure for figure in figures if figure.value is not None}
    shared = [figure for figure in found.area if figure.value is not None and figure.period in known]
    if not shared:
        return ""
    text = statements.comparison(
        shared[-1],
        reference=known[shared[-1].period],
        indicator=indicator,
        reference_name=other.name,
        reference_is_large=other.kind in LARGE_KINDS,
        contains_area=contains_area or other.kind == "country",
    ).text
    is_latest = shared[-1] == statements.latest(found.area)
    if is_latest and not together:
        return text
    template = words.OF_ONE_YEAR if is_latest else words.EARLIER
    return template.format(period=shared[-1].period, text=f"{text[:1].lower()}{text[1:]}")
