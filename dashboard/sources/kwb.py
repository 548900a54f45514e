"""CBS Kerncijfers wijken en buurten into figures of gemeenten and wijken."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard.sources import kwb_areas, kwb_rows
from dashboard.sources.kwb_rows import CARE, INHABITANTS, PUPILS_PRIMARY, PUPILS_SECONDARY, YOUNGEST, Cells
from dashboard.sources.lost_decimals import restored
from dashboard.sources.reader import Answers, FileContent, Known
from dashboard.sources.table import Opened
from dashboard.texts import sources as texts
from data_models.protected import FIGURE_SCHEMA

SOURCE = "cbs-kwb"
YOUTH_CARE, YOUNG_PEOPLE = "jeugdzorg", "jongeren"
PUPILS = {"leerlingen-po": PUPILS_PRIMARY, "leerlingen-vo": PUPILS_SECONDARY}
MOST_NAMED = 12  # cells or codes named in a note; more would not be read

_STATUS = list(FIGURE_SCHEMA).index("status")
FINAL, WITHHELD, UNDECIDED = "final", "withheld:source", "withheld:percentage-undecided"


@dataclass
class _Outcome:
    """The figures so far, and what happened to the cells on the way."""

    figures: list[tuple[object, ...]] = field(default_factory=list)
    decided: int = 0
    undecided: list[str] = field(default_factory=list)
    uninhabited: int = 0

    def add(
        self, cells: Cells, indicator: str, unit: str, *, value: float | None, status: str, count: float | None = None
    ) -> None:
        if status == WITHHELD and cells.counts[INHABITANTS] == 0:
            self.uninhabited += 1
            return
        self.figures.append((indicator, cells.area, str(cells.year), "", count, None, value, unit, status, SOURCE))


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """Youth care, pupils and young people per gemeente and wijk, and the wijken that were not known yet.

    A cell that the source leaves empty is a withheld figure; a year of which the source says nothing at all is absent.
    Percentages that lost their comma are restored per cell, see `lost_decimals`. Raises `RefusedError`.
    """
    rows, neighbourhoods = kwb_rows.cells(opened.tables[0], known)
    outcome = _Outcome()
    absent: dict[str, list[int]] = {}
    measures = {YOUTH_CARE: CARE, YOUNG_PEOPLE: YOUNGEST, **PUPILS}
    for indicator, stem in measures.items():
        unit = known.indicators[indicator].unit if indicator in known.indicators else ""
        published = {one.year for one in rows if one.counts[stem] is not None}
        absent[indicator] = sorted({one.year for one in rows} - published)
        for one in rows:
            if one.year not in published:
                continue
            if indicator == YOUTH_CARE:
                _youth_care(one, unit, outcome)
            else:
                value = one.population() if indicator == YOUNG_PEOPLE else one.counts[stem]
                outcome.add(one, indicator, unit, value=value, status=WITHHELD if value is None else FINAL)
    drafts, reused = kwb_areas.drafts(rows, known=known)
    notes = [*opened.notes, *_notes(outcome, absent, reused)]
    if neighbourhoods:
        notes.append(texts.KWB_NOTE_NEIGHBOURHOODS.format(count=neighbourhoods))
    figures = pl.DataFrame(outcome.figures, schema=FIGURE_SCHEMA, orient="row")
    return FileContent(figures.sort("indicator", "area", "period"), areas=drafts, notes=tuple(notes))


def _youth_care(one: Cells, unit: str, outcome: _Outcome) -> None:
    """The count and percentage of one area in one year, as far as the source and its lost commas allow."""
    count, share = one.counts[CARE], one.share
    if count is None and share is None:
        outcome.add(one, YOUTH_CARE, unit, value=None, status=WITHHELD)
        return
    value = None if share is None else share.value
    if share is not None and not share.has_decimals:
        population = one.population()
        youngest = one.counts[YOUNGEST]
        value = (
            None
            if population is None or youngest is None
            else restored(share.value, count=count, youngest=youngest, oldest=population)
        )
        if value is None:
            outcome.undecided.append(f"{one.area} {one.year}")
        else:
            outcome.decided += 1
    outcome.add(one, YOUTH_CARE, unit, value=value, count=count, status=UNDECIDED if value is None else FINAL)


def _notes(outcome: _Outcome, absent: dict[str, list[int]], reused: dict[int, list[str]]) -> list[str]:
    """What the reader noticed, in Dutch."""
    notes = []
    if outcome.decided:
        notes.append(texts.KWB_NOTE_DECIMALS.format(decided=outcome.decided))
    if outcome.undecided:
        named = _named(outcome.undecided)
        notes.append(texts.KWB_NOTE_UNDECIDED.format(count=len(outcome.undecided), cells=named))
    notes += [texts.KWB_NOTE_REUSED.format(year=year, codes=_named(codes)) for year, codes in sorted(reused.items())]
    withheld = Counter(figure[_STATUS] for figure in outcome.figures)[WITHHELD]
    if withheld:
        notes.append(texts.KWB_NOTE_WITHHELD.format(count=withheld))
    if outcome.uninhabited:
        notes.append(texts.KWB_NOTE_UNINHABITED.format(count=outcome.uninhabited))
    notes += [
        texts.KWB_NOTE_ABSENT.format(years=_named([str(year) for year in years]), indicator=indicator)
        for indicator, years in absent.items()
        if years
    ]
    return notes


def _named(names: Sequence[str]) -> str:
    return ", ".join(names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], "…"])
