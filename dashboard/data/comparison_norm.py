"""The norm of the area that a comparison is about: as a line among the areas, and in words with how far it is."""

from dataclasses import dataclass

from dashboard import statements
from dashboard.data.lines import read_lines
from dashboard.data.reader import Reader
from dashboard.texts import comparison as words
from data_models.facts import AreaFacts, IndicatorFacts


@dataclass(frozen=True, slots=True)
class NormBeside:
    """A norm beside the areas: its value (None for a band), what the line is called, and the norm in words."""

    value: float | None
    label: str
    text: str
    progress: str


def norm_beside(reader: Reader, *, area: AreaFacts, indicator: IndicatorFacts, breakdown: str) -> NormBeside | None:
    """The norm that stands for the area, the one that was agreed before one that was proposed; None without a norm."""
    lines = read_lines(reader, area=area, reference=area, indicators=[indicator], breakdown=breakdown)[indicator.code]
    norm = next((one for one in lines.norms if one.stands), None)
    if norm is None:
        return None
    text = statements.norm(norm, indicator=indicator).text
    short = statements.progress_in_short(lines.area, norm=norm, indicator=indicator, annotations=lines.annotations).text
    return NormBeside(
        value=norm.value,
        label=words.NORM_LINE.format(year=norm.year, area=area.name),
        text=text,
        progress=words.NORM_AND_PROGRESS.format(area=area.name, norm=text, progress=short),
    )
