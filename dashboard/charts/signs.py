"""How a picture of dots is read, in words below it: on the screen and in what is taken along."""

from dashboard.charts.comparison import Comparison
from dashboard.texts import signs as texts


def signs(chart: Comparison, *, each: str) -> str:
    """What the forms, the strokes and the line are, as far as they are drawn; empty where nothing is drawn.

    `each` says what one sign stands for (`texts.signs.EACH_AREA`).
    """
    drawn = [dot for dot in chart.dots if dot.value is not None]
    if not drawn:
        return ""
    begin = texts.WITH_INTERVAL if any(dot.lower is not None for dot in drawn) else texts.ALONE
    verdicts = {dot.verdict for dot in drawn}
    forms = dict.fromkeys(form for verdict, form in texts.FORMS.items() if verdict in verdicts)
    line = (texts.LINE,) if chart.reference_value is not None else ()
    return " ".join((begin, *forms, *line)).format(each=each, reference=chart.reference)
