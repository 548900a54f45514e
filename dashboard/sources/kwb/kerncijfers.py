"""CBS Kerncijfers wijken en buurten, in each of its forms, into figures of gemeenten and wijken."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import polars as pl

from dashboard.formatting import count, counted
from dashboard.sources.kwb import areas as kwb_areas
from dashboard.sources.kwb import forms as kwb_forms
from dashboard.sources.kwb import rows as kwb_rows
from dashboard.sources.kwb.columns import CARE, INHABITANTS, PUPILS_PRIMARY, PUPILS_SECONDARY, YOUNGEST
from dashboard.sources.kwb.forms import SOURCE
from dashboard.sources.kwb.lost_decimals import restored
from dashboard.sources.kwb.rows import Cells
from dashboard.sources.reader import Answers, FileContent, Known
from dashboard.sources.table import Opened
from dashboard.texts import ready_made as more_texts
from dashboard.texts import sources as texts
from data_models.protected import BY_THE_SOURCE, FIGURE_SCHEMA, UNDECIDED

YOUTH_CARE, YOUTH_CARE_COUNT, YOUNG_PEOPLE = "jeugdzorg", "jeugdzorg-aantal", "jongeren"
PUPILS = {"leerlingen-po": PUPILS_PRIMARY, "leerlingen-vo": PUPILS_SECONDARY}
FIRST_COUNTS = {2021: "cbs-85075NED", 2022: "cbs-85335NED"}  # the tables in which the counts appeared first
MOST_NAMED = 12  # cells or codes named in a note; more would not be read

_STATUS = list(FIGURE_SCHEMA).index("status")
FINAL, PROVISIONAL = "final", "provisional"


@dataclass
class _Outcome:
    """The figures so far, and what happened to the cells on the way."""

    known: Known
    with_shares: frozenset[int]  # years
    decimals_are_lost: frozenset[int]  # years
    first_publication: bool
    figures: list[tuple[object, ...]] = field(default_factory=list)
    decided: int = 0
    undecided: list[str] = field(default_factory=list)
    uninhabited: int = 0
    provisional: int = 0
    counts_only: Counter[int] = field(default_factory=Counter)  # areas per year
    not_kept: int = 0

    def add(
        self,
        cells: Cells,
        indicator: str,
        *,
        value: float | None,
        status: str,
        numerator: float | None = None,
        source: str = SOURCE,
    ) -> None:
        if status == BY_THE_SOURCE and cells.counts[INHABITANTS] == 0:
            self.uninhabited += 1
            return
        facts = self.known.indicators.get(indicator)
        unit = facts.unit if facts else ""
        self.figures.append((indicator, cells.area, str(cells.year), "", numerator, None, value, unit, status, source))


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """Youth care, pupils and young people per gemeente and wijk, and the wijken that were not known yet.

    A cell that the source leaves empty is a withheld figure; a year of which the source says nothing at all is absent.
    Percentages that lost their comma are restored per cell, see `lost_decimals`. Raises `RefusedError`, and
    `QuestionError` when the file does not say its year.
    """
    form = kwb_forms.form_of(opened, known=known, answers=answers)
    rows, neighbourhoods = kwb_rows.cells(form.table, columns=form.columns, year=form.year, known=known)
    with_shares = frozenset(one.year for one in rows if one.share is not None)
    with_decimals = {one.year for one in rows if one.share is not None and one.share.has_decimals}
    outcome = _Outcome(known, with_shares, with_shares - with_decimals, form.first_publication)
    absent: dict[str, list[int]] = {}
    measures = {YOUTH_CARE: CARE, YOUNG_PEOPLE: YOUNGEST, **PUPILS}
    for indicator, subject in measures.items():
        if not form.columns[subject]:
            continue
        published = {one.year for one in rows if one.counts[subject] is not None}
        absent[indicator] = sorted({one.year for one in rows} - published)
        for one in rows:
            if one.year not in published:
                continue
            if indicator == YOUTH_CARE:
                _youth_care(one, outcome)
            else:
                value = one.population() if indicator == YOUNG_PEOPLE else one.counts[subject]
                outcome.add(one, indicator, value=value, status=BY_THE_SOURCE if value is None else FINAL)
    drafts, reused = kwb_areas.drafts(rows, known=known)
    notes = [*opened.notes, *_notes(outcome, absent, reused)]
    if neighbourhoods:
        notes.append(counted(neighbourhoods, forms=texts.KWB_NOTE_NEIGHBOURHOODS))
    figures = pl.DataFrame(outcome.figures, schema=FIGURE_SCHEMA, orient="row")
    return FileContent(figures.sort("indicator", "area", "period"), areas=drafts, notes=tuple(notes))


def _youth_care(one: Cells, outcome: _Outcome) -> None:
    """The count and percentage of one area in one year, as far as the source and its lost commas allow."""
    children, share = one.counts[CARE], one.share
    if outcome.first_publication and one.year not in outcome.with_shares:
        _count_only(one, outcome)
        return
    if children is None and share is None:
        outcome.add(one, YOUTH_CARE, value=None, status=BY_THE_SOURCE)
        return
    value = None if share is None else share.value
    if share is not None and not share.has_decimals and one.year in outcome.decimals_are_lost:
        population = one.population()
        youngest = one.counts[YOUNGEST]
        value = (
            None
            if population is None or youngest is None
            else restored(share.value, count=children, youngest=youngest, oldest=population)
        )
        if value is None:
            outcome.undecided.append(f"{one.area} {one.year}")
        else:
            outcome.decided += 1
    outcome.provisional += outcome.first_publication
    shown = PROVISIONAL if outcome.first_publication else FINAL
    outcome.add(one, YOUTH_CARE, value=value, numerator=children, status=UNDECIDED if value is None else shown)


def _count_only(one: Cells, outcome: _Outcome) -> None:
    """A first count without its percentage: an indicator of its own, so that it never replaces a final figure."""
    facts = outcome.known.indicators.get(YOUTH_CARE_COUNT)
    if facts is None or one.kind not in facts.levels:
        outcome.not_kept += one.counts[CARE] is not None
        return
    if one.counts[CARE] is not None:  # else the area is simply not in what was added to the file
        outcome.counts_only[one.year] += 1
        source = FIRST_COUNTS.get(one.year, SOURCE)
        outcome.add(one, YOUTH_CARE_COUNT, value=one.counts[CARE], status=PROVISIONAL, source=source)


def _notes(outcome: _Outcome, absent: dict[str, list[int]], reused: dict[int, list[str]]) -> list[str]:
    """What the reader noticed, in Dutch."""
    notes = []
    if outcome.decided:
        notes.append(texts.KWB_NOTE_DECIMALS.format(decided=count(outcome.decided)))
    if outcome.undecided:
        named = _named(outcome.undecided)
        notes.append(counted(len(outcome.undecided), forms=texts.KWB_NOTE_UNDECIDED, cells=named))
    notes += [texts.KWB_NOTE_REUSED.format(year=year, codes=_named(codes)) for year, codes in sorted(reused.items())]
    if outcome.provisional:
        notes.append(counted(outcome.provisional, forms=more_texts.KWB_NOTE_PROVISIONAL))
    if outcome.counts_only:
        years = _named([str(year) for year in sorted(outcome.counts_only)])
        areas = outcome.counts_only.total()
        notes.append(counted(areas, forms=more_texts.KWB_NOTE_COUNTS_ONLY, years=years))
    if outcome.not_kept:
        notes.append(counted(outcome.not_kept, forms=more_texts.KWB_NOTE_NOT_KEPT))
    withheld = Counter(figure[_STATUS] for figure in outcome.figures)[BY_THE_SOURCE]
    if withheld:
        notes.append(counted(withheld, forms=texts.KWB_NOTE_WITHHELD))
    if outcome.uninhabited:
        notes.append(counted(outcome.uninhabited, forms=texts.KWB_NOTE_UNINHABITED))
    notes += [
        texts.KWB_NOTE_ABSENT.format(years=_named([str(year) for year in years]), indicator=indicator)
        for indicator, years in absent.items()
        if years
    ]
    return notes


def _named(names: Sequence[str]) -> str:
    return ", ".join(names if len(names) <= MOST_NAMED else [*names[:MOST_NAMED], "…"])
