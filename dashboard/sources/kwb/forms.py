"""The forms in which Kerncijfers wijken en buurten are found: which table in the file, which columns, which year."""

from dataclasses import dataclass

from dashboard.sources.asked_period import year_of_file
from dashboard.sources.kwb import bundle as kwb_bundle
from dashboard.sources.kwb import columns as kwb_columns
from dashboard.sources.kwb.columns import DATE, Columns
from dashboard.sources.reader import Answers, Known
from dashboard.sources.recognising import advice_for, sheet_that
from dashboard.sources.table import Opened, Table
from dashboard.sources.titles import stem

SOURCE = "cbs-kwb"
YEARS = {  # the editions on StatLine, one table per year
    "84286NED": 2018,
    "84583NED": 2019,
    "84799NED": 2020,
    "85039NED": 2021,
    "85318NED": 2022,
    "85618NED": 2023,
    "85984NED": 2024,
    "86165NED": 2025,
}


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is to be read; `year` None: every row says its own."""

    table: Table
    columns: Columns
    year: int | None
    first_publication: bool  # of youth care, which the table on StatLine revises later


def form_of(opened: Opened, *, known: Known, answers: Answers) -> Form:
    """Which form a file has; raises `RefusedError` for another table and `QuestionError` for a year it does not say."""
    bundle = kwb_bundle.bundle_in(opened)
    if bundle:
        edition = YEARS.get(bundle.table_code) or bundle.year or year_of_file(opened, answers=answers, known=known)
        return Form(bundle.table, kwb_bundle.COLUMNS, edition, first_publication=False)
    table = sheet_that(opened, _has_areas, answers=answers)
    columns = kwb_columns.columns(table.header, advice=advice_for(opened, source=SOURCE))
    year = None if columns[DATE] else _year_of(opened, answers=answers, known=known)
    return Form(table, columns, year, first_publication=kwb_columns.is_yearly(table.header))


def _year_of(opened: Opened, *, answers: Answers, known: Known) -> int:
    """The year of the edition, when the name of the file or of the fetched table says which one; else it is asked."""
    editions = {year for code, year in YEARS.items() if code in opened.name}
    if len(editions) == 1 and not answers.period:
        return editions.pop()
    return year_of_file(opened, answers=answers, known=known)


def _has_areas(table: Table) -> bool:
    return bool({"gwbcode10", "wijkenenbuurten", "gmcode"} & {stem(name) for name in table.header})
