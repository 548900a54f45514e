"""A pasted row as a proposal: read and checked as the form of one norm is, what it leaves out stays as it stands."""

from datetime import date
from typing import TypeVar

from dashboard.components.norm_form import Reading, Typed, checked
from dashboard.data import norm_table as table_data
from dashboard.data.norm_table import Figure
from dashboard.data.reader import Reader
from dashboard.sources.columns.region_names import normalised
from dashboard.sources.pasted_rows import PastedRow
from dashboard.texts import norm_table as words
from dashboard.texts import norms as norm_words
from data_models.facts import NormFacts, NormProposal

Value = TypeVar("Value")

FREE_TEXTS = ("reason", "agreed_by", "meeting", "direction_reason", "change_reason")


def said_in(row: PastedRow) -> tuple[str, ...]:
    """What somebody wrote in the row in their own words."""
    return tuple(text for name in FREE_TEXTS if (text := row.cells.get(name, "")))


def propose(row: PastedRow, *, figure: Figure, standing: NormFacts | None, reader: Reader) -> Typed:
    """What the row proposes for this figure, beside the norm that it would change; with what is wrong with it."""
    cells = _Cells(row, standing)
    direction = _direction(cells, figure=figure, standing=standing)
    is_band = direction == "band"
    start_value, start_year = _start(cells, figure=figure, standing=standing, reader=reader)
    proposal = NormProposal(
        direction=direction,
        value=None if is_band else cells.number("value"),
        lower=cells.number("lower") if is_band else None,
        upper=cells.number("upper") if is_band else None,
        year=cells.year("year"),
        start_value=start_value,
        start_year=start_year,
        reason=cells.text("reason"),
        origin=_origin(cells, standing=standing),
        agreed_by=cells.text("agreed_by"),
        meeting=cells.text("meeting"),
        met_on=(cells.day("met_on") if "met_on" in row.cells else standing.met_on if standing else None),
        direction_reason=cells.text("direction_reason") if figure.indicator.desired_direction == "none" else "",
    )
    return checked(proposal, indicator=figure.indicator, unreadable=cells.problems)


class _Cells:
    """The cells of a row, each read as the form reads its field; a column that is not there says what stands."""

    def __init__(self, row: PastedRow, standing: NormFacts | None) -> None:
        self._row, self._standing = row, standing
        self.problems: list[str] = []

    def has(self, name: str) -> bool:
        return bool(self._row.cells.get(name))

    def text(self, name: str) -> str:
        known = self._row.cells.get(name)
        return known if known is not None else getattr(self._standing, name, "")

    def number(self, name: str) -> float | None:
        if name not in self._row.cells:
            return getattr(self._standing, name, None)
        reading = Reading()
        return self._read(name, reading.number(self._row.cells[name]), reading=reading)

    def year(self, name: str) -> int:
        if name not in self._row.cells and self._standing is not None:
            return int(getattr(self._standing, name))
        reading = Reading()
        return self._read(name, reading.year(self._row.cells.get(name, "")), reading=reading)

    def day(self, name: str) -> date | None:
        reading = Reading()
        return self._read(name, reading.day(self._row.cells.get(name, "")), reading=reading)

    def _read(self, name: str, value: Value, *, reading: Reading) -> Value:
        said = (words.IN_COLUMN.format(column=words.COLUMNS[name], problem=one) for one in reading.problems)
        self.problems.extend(said)
        return value


def _direction(cells: _Cells, *, figure: Figure, standing: NormFacts | None) -> str:
    """Up, down or band: as the row says, else as its numbers do, else as stands, else as is good for the figure."""
    has_value, has_band = cells.has("value"), cells.has("lower") or cells.has("upper")
    if has_value and has_band:
        cells.problems.append(words.VALUE_AND_BAND)
    if has_band:
        return "band"
    desired = figure.indicator.desired_direction
    typed = cells.text("direction") if cells.has("direction") else ""
    if typed:
        said = words.DIRECTIONS.get(normalised(typed), "")
        if not said:
            cells.problems.append(words.DIRECTION_UNKNOWN)
        if said != "band" or not has_value:
            return said or desired
    if standing is not None and (standing.direction != "band" or not has_value):
        return standing.direction
    if desired == "none":
        cells.problems.append(words.DIRECTION_MISSING)
    return desired


def _start(cells: _Cells, *, figure: Figure, standing: NormFacts | None, reader: Reader) -> tuple[float | None, int]:
    """Where the norm starts: as the row says, else as stands, else at the latest figure."""
    latest = None
    if standing is None and not (cells.has("start_value") and cells.has("start_year")):
        latest = table_data.start(reader, figure=figure)
    known_value = standing.start_value if standing else latest.value if latest else None
    known_year = standing.start_year if standing else latest.year if latest else 0
    value = cells.number("start_value") if cells.has("start_value") else known_value
    year = cells.year("start_year") if cells.has("start_year") else known_year
    if not year and not cells.has("start_year"):
        cells.problems.append(words.START_MISSING)
    return value, year


def _origin(cells: _Cells, *, standing: NormFacts | None) -> str:
    typed = cells.text("origin") if cells.has("origin") else ""
    if not typed:
        return standing.origin if standing else next(iter(norm_words.ORIGINS))
    named = {normalised(name): code for code, name in norm_words.ORIGINS.items()}
    known = {**named, **{normalised(code): code for code in norm_words.ORIGINS}}
    if normalised(typed) in known:
        return known[normalised(typed)]
    if standing is not None and typed == standing.origin:
        return typed
    cells.problems.append(words.ORIGIN_UNKNOWN.format(text=typed, names=", ".join(norm_words.ORIGINS.values())))
    return typed
