"""One figure in words: its level, the numbers behind it, and how sure it is."""

from collections.abc import Iterable

from dashboard import formatting
from dashboard.calculations import pooling
from dashboard.calculations.area_series import ADDED_UP_BASES
from dashboard.calculations.composed import Composed
from dashboard.calculations.denominators import SCALE, bounded_share, is_derived
from dashboard.statements.statement import Number, Statement, interval_in_unit, written
from dashboard.texts import statements as texts
from data_models.facts import AnnotationFacts, AreaFacts, FigureFacts, IndicatorFacts


def level(
    figure: FigureFacts, *, indicator: IndicatorFacts, area_name: str = "", breakdown_name: str = ""
) -> Statement:
    """How it is: "Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg."; or why it is not shown."""
    if figure.value is None:
        return _withheld(figure, indicator=indicator)
    subject = indicator.subject
    if breakdown_name:
        subject = texts.GROUP_WITHIN.format(subject=subject, breakdown=breakdown_name)
    template, value = _level_template(figure, indicator=indicator)
    sentence = template.format(
        fraction=value,
        value=value,
        subject=subject,
        name=indicator.name,
        in_area=texts.IN_AREA.format(area=area_name) if area_name else "",
        verb=indicator.verb,
        period=formatting.in_period(figure.period),
        complement=indicator.complement,
    )
    sentence = " ".join(sentence.split()).replace(" .", ".")
    if figure.status == "estimated":
        sentence = texts.ESTIMATED_LEVEL.format(sentence=sentence[0].lower() + sentence[1:])
    found = interval_in_unit(figure, indicator=indicator) if indicator.unit in SCALE else None
    if found is not None and pooling.is_wide(found.scaled(1 / SCALE[indicator.unit])):
        sentence = texts.LEVEL_UNCERTAIN.format(
            lower=written(found.lower, indicator=indicator),
            upper=written(found.upper, indicator=indicator),
            sentence=sentence[0].lower() + sentence[1:],
        )
    return Statement(sentence[0].upper() + sentence[1:], "shown", {"value": figure.value})


def _level_template(figure: FigureFacts, *, indicator: IndicatorFacts) -> tuple[str, str]:
    value = figure.value or 0.0
    plain = formatting.number(value, decimals=indicator.decimals)
    fraction = str(formatting.one_in(value / SCALE[indicator.unit])) if indicator.unit in SCALE else ""
    if indicator.unit == "scale":
        return texts.LEVEL_MEASURED, texts.LEVEL_SCALE.format(value=plain)
    if not indicator.subject:
        return texts.LEVEL_MEASURED, fraction or written(value, indicator=indicator)
    if fraction:
        return texts.LEVEL_SHARE, fraction
    if indicator.unit in SCALE:
        return (texts.LEVEL_HARDLY_ANYBODY if figure.numerator else texts.LEVEL_NOBODY), plain
    if indicator.unit == "count":
        return (texts.LEVEL_COUNT if value else texts.LEVEL_NO_ONE), plain
    return texts.LEVEL_MEASURED, written(value, indicator=indicator)


def amounts(figure: FigureFacts, *, indicator: IndicatorFacts) -> Statement:
    """The numbers behind it: "7.400 van 63.248 (noemer afgeleid) · 11,7%"."""
    if figure.value is None:
        if figure.numerator is None:
            return _withheld(figure, indicator=indicator)
        text = texts.AMOUNTS_COUNT_ONLY.format(count=formatting.count(figure.numerator))
        return Statement(text, "withheld", {"numerator": figure.numerator, "reason": figure.reason})
    share = bounded_share(figure, indicator=indicator)
    denominator = share.nominal.denominator if share and indicator.unit in SCALE else figure.denominator
    value = written(figure.value, indicator=indicator)
    if indicator.unit not in SCALE:
        template = "{value}"
    elif figure.numerator is None:
        template = texts.AMOUNTS_NO_COUNT
    elif denominator is None:
        template = texts.AMOUNTS_NO_DENOMINATOR
    elif figure.status == "estimated" or figure.estimated:
        template = texts.AMOUNTS_ESTIMATED
    else:
        template = texts.AMOUNTS_DERIVED if is_derived(figure, indicator=indicator) else texts.AMOUNTS
    text = template.format(
        value=value,
        count="" if figure.numerator is None else formatting.count(figure.numerator),
        denominator="" if denominator is None else formatting.count(denominator),
    )
    if figure.status == "provisional":
        text = texts.PROVISIONAL.format(text=text)
    return Statement(text, "shown", {"numerator": figure.numerator, "denominator": denominator, "value": figure.value})


def interval(figure: FigureFacts, *, indicator: IndicatorFacts) -> Statement:
    """How much it could have come out differently by chance, at 95%."""
    found = interval_in_unit(figure, indicator=indicator)
    share = bounded_share(figure, indicator=indicator)
    if found is None or share is None:
        return Statement(texts.NO_INTERVAL, "no interval")
    template = texts.INTERVAL_APPROXIMATE if share.approximate else texts.INTERVAL
    text = template.format(
        lower=written(found.lower, indicator=indicator),
        upper=written(found.upper, indicator=indicator),
        level=formatting.percentage(found.level * 100, decimals=0),
    )
    numbers: dict[str, Number] = {
        "lower": found.lower,
        "upper": found.upper,
        "level": found.level,
        "method": found.method,
    }
    return Statement(text, "approximate" if share.approximate else "interval", numbers)


def composed(sums: Composed, *, parts: str = "gemeenten") -> Statement:
    """What a composed area's figure rests on: "berekend uit 7 van 8 gemeenten"."""
    template = texts.COMPOSED_PARTLY if sums.approximate else texts.COMPOSED
    numbers: dict[str, Number] = {"used": sums.used, "total": sums.total, "coverage": sums.coverage}
    return Statement(template.format(used=sums.used, total=sums.total, parts=parts), "composed", numbers)


def composition_breaks(
    years: Iterable[int], *, area: AreaFacts, indicator: IndicatorFacts
) -> tuple[AnnotationFacts, ...]:
    """Each year from which a composed area rests on figures of other parts: no line or trend may cross it."""
    return tuple(AnnotationFacts(indicator.code, area.code, "composition", year, texts.OTHER_PARTS) for year in years)


def not_composed(indicator: IndicatorFacts) -> Statement:
    """Why a composed area has no figure that was added up: "niet berekend uit gemeenten: …"."""
    of_unit = "too few" if indicator.unit in SCALE else "no share"
    reason = of_unit if indicator.basis in ADDED_UP_BASES else "school"
    return Statement(texts.NOT_COMPOSED[reason], reason)


def _withheld(figure: FigureFacts, *, indicator: IndicatorFacts) -> Statement:
    template = texts.WITHHELD.get(figure.reason, texts.WITHHELD_OTHERWISE)
    return Statement(template.format(minimum=indicator.minimum_count), "withheld", {"reason": figure.reason})
