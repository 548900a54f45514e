"""An own table, CSV or Excel, of which a person says once what the columns mean."""

import re
from dataclasses import replace

import polars as pl

from dashboard.sources.columns.mapped import read_mapped
from dashboard.sources.columns.mapping import ColumnMapping
from dashboard.sources.columns.period_titles import period_from
from dashboard.sources.columns.personal_columns import refuse_personal_columns
from dashboard.sources.columns.suggesting import suggested
from dashboard.sources.problems import Findings, Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known, Question, QuestionError, only_table
from dashboard.sources.table import LINE, Opened, Table
from dashboard.texts import mapping as texts
from dashboard.texts import sources as common

SAMPLE = 200  # rows that the suggestion looks at
_YEARS = 6  # of the past that are offered as answers
_SCHOOL_YEAR_IN_NAME = re.compile(r"(?<![0-9])(20[0-9]{2})[-_/ ]?((?:20)?[0-9]{2})(?![0-9])")
_YEAR_IN_NAME = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """The figures in an own table; what its columns mean is asked, never assumed.

    Raises `QuestionError` about the sheet, the mapping (with a suggestion) or the period, in that order, and
    `RefusedError` for what is wrong; a column about persons is refused before anything is asked.
    """
    table = only_table(opened, answers=answers)
    refuse_personal_columns(table, known=known)
    mapping = answers.mapping
    if mapping is None:
        raise QuestionError(_about_mapping(table, known))
    if not mapping.period and any(not measure.period for measure in mapping.measures):
        mapping = replace(mapping, whole_period=_period(opened, mapping, known, answers))
    content = read_mapped(table, mapping=mapping, known=known, own=True)
    return replace(content, notes=(*opened.notes, *content.notes))


def sample_of(table: Table) -> pl.DataFrame:
    """The first rows of a table, as text, whatever is wrong with them."""
    columns = [name for name in dict.fromkeys(table.header) if name]
    part = next(iter(table.slices(columns=columns, findings=Findings(only_looking=True))), None)
    return pl.DataFrame(schema=dict.fromkeys(columns, pl.String)) if part is None else part.head(SAMPLE).drop(LINE)


def _about_mapping(table: Table, known: Known) -> Question:
    mapping = suggested(table.header, known=known, sample=sample_of(table))
    return Question(about="mapping", sentence=texts.WHICH_COLUMNS, mapping=mapping, header=table.header)


def _period(opened: Opened, mapping: ColumnMapping, known: Known, answers: Answers) -> str:
    """The period of the whole table: in the mapping, or answered; else asked, with what the file's name tells."""
    answered = answers.period or mapping.whole_period
    if not answered:
        options = tuple(str(known.this_year - back) for back in range(_YEARS))
        raise QuestionError(
            Question(about="period", sentence=texts.WHICH_PERIOD, options=options, suggestion=_in_name(opened.name))
        )
    found = period_from(answered)
    if found is None:
        raise RefusedError([Problem(common.BAD_PERIOD, value=answered, advice=common.BAD_PERIOD_ADVICE)])
    return found[0]


def _in_name(name: str) -> str:
    school_year = _SCHOOL_YEAR_IN_NAME.search(name)
    spelled = period_from(f"{school_year[1]}-{school_year[2]}") if school_year else None
    if spelled:
        return spelled[0]
    years = set(_YEAR_IN_NAME.findall(name))
    return years.pop() if len(years) == 1 else ""
