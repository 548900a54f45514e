"""The period of a file that does not say it: what the person answered, or a question about what its name tells."""

import re

from dashboard.sources.columns.period_titles import period_from
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.reader import Answers, Known, Question, QuestionError
from dashboard.sources.table import Opened
from dashboard.texts import ready_made as texts
from data_models import periods

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_SCHOOL_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-_/ ]?((?:19|20)[0-9]{2})(?![0-9])")


def year_of_file(opened: Opened, *, answers: Answers, known: Known) -> int:
    """The year the whole file is about; raises `QuestionError`, with the year in its name as the suggestion."""
    period = _answered(answers, kind="year", known=known)
    if period:
        return int(period)
    years = set(_YEAR.findall(opened.name))
    suggestion = years.pop() if len(years) == 1 else ""
    raise QuestionError(Question(about="period", sentence=texts.WHICH_YEAR, suggestion=suggestion))


def school_year_of_file(opened: Opened, *, answers: Answers, known: Known) -> str:
    """The school year the whole file is about; raises `QuestionError`, with the one in its name as the suggestion."""
    period = _answered(answers, kind="school_year", known=known)
    if period:
        return period
    found = _SCHOOL_YEAR.search(opened.name)
    suggestion = f"{found[1]}/'{found[2][2:]}" if found and int(found[2]) == int(found[1]) + 1 else ""
    raise QuestionError(Question(about="period", sentence=texts.WHICH_SCHOOL_YEAR, suggestion=suggestion))


def _answered(answers: Answers, *, kind: str, known: Known) -> str:
    """The period that was answered, checked; empty when nothing was."""
    if not answers.period:
        return ""
    found = period_from(answers.period)
    facts = periods.parse(found[0]) if found else None
    if facts is None or facts.kind != kind or facts.year > known.this_year:
        raise RefusedError([Problem(texts.BAD_ANSWER, value=answers.period, advice=texts.BAD_ANSWER_ADVICE)])
    return facts.code
