"""What every reader of a source takes and answers."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import polars as pl

from dashboard.sources.columns.mapping import ColumnMapping
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.table import Opened, Table
from dashboard.texts import files
from dashboard.texts import sources as texts
from data_models.facts import AreaDraft, AreaFacts, BoundaryDraft, IndicatorFacts, SuccessionFacts


@dataclass(frozen=True)
class Known:
    """What the database knows and a file may refer to; `this_year` is the last year that can have figures.

    `own_areas` are the codes that a person may bring local figures about; None: every area.
    """

    indicators: Mapping[str, IndicatorFacts]
    areas: Mapping[str, Sequence[AreaFacts]]  # per code, because codes are reused
    sources: frozenset[str]
    this_year: int
    successions: Sequence[SuccessionFacts] = ()
    own_areas: frozenset[str] | None = None

    def area_in(self, code: str, *, year: int) -> AreaFacts | None:
        """The area that had this code in this year."""
        for area in self.areas.get(code, ()):
            if area.valid_from <= year and (area.valid_until is None or year <= area.valid_until):
                return area
        return None


@dataclass(frozen=True)
class FileContent:
    """What a file holds: figures in the tidy form, areas it brings along, and what is worth saying (Dutch).

    `warnings` are sentences that ask for a second look without stopping the import; `moved` says which figures of
    former gemeenten were moved to today's, one sentence per herindeling; `boundaries` are the outlines of areas.
    """

    figures: pl.DataFrame
    areas: tuple[AreaDraft, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    boundaries: tuple[BoundaryDraft, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person said about a file that it does not say itself."""

    sheet: str = ""
    period: str = ""  # the period the whole file is about
    mapping: ColumnMapping | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader must know before it can go on: a sheet, a period, or which column means what.

    `sentence` asks it in Dutch; `options` are the answers to choose from, `suggestion` the likeliest one.
    """

    about: str  # sheet, period, mapping
    sentence: str
    options: tuple[str, ...] = ()
    suggestion: str = ""
    mapping: ColumnMapping | None = None  # the likeliest mapping, as far as the header tells
    header: tuple[str, ...] = ()


class QuestionError(Exception):
    """The file can only be read once the question is answered; nothing is wrong with it."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.sentence)
        self.question = question


class Reader(Protocol):
    """Turns an opened file into figures; raises `RefusedError`, or `QuestionError` when something must be asked."""

    def __call__(self, opened: Opened, *, known: Known, answers: Answers) -> FileContent:
        """The figures in the file."""


def only_table(opened: Opened, *, answers: Answers) -> Table:
    """The one table to read: the answered sheet, or the only one there is.

    Raises `QuestionError` when a sheet must be chosen, `RefusedError` when the answered one is not there.
    """
    names = tuple(table.sheet for table in opened.tables)
    if answers.sheet:
        for table in opened.tables:
            if table.sheet == answers.sheet:
                return table
        advice = files.SHEETS_THERE.format(names=", ".join(names))
        raise RefusedError([Problem(files.NO_SUCH_SHEET, value=answers.sheet, advice=advice)])
    if not opened.tables:
        raise RefusedError([Problem(files.NO_TABLE, advice=files.NO_TABLE_ADVICE)])
    if len(opened.tables) > 1:
        sentence = files.WHICH_FILE if opened.kind == "zip" else files.WHICH_SHEET
        widest = max(opened.tables, key=lambda table: len(table.header))
        raise QuestionError(Question("sheet", sentence, options=names, suggestion=widest.sheet))
    return opened.tables[0]


def nearest(name: str, *, among: Sequence[str]) -> str:
    """The most similar known name, or nothing when none comes near."""
    found = difflib.get_close_matches(name, among, n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(name: str, *, among: Sequence[str]) -> str:
    """A Dutch question with the most similar known name, or nothing when none comes near."""
    found = nearest(name, among=among)
    return texts.DID_YOU_MEAN.format(name=found) if found else ""
