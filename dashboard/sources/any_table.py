"""Any table of CBS: what its columns mean is asked, with a suggestion, and then remembered."""

from dataclasses import replace

from dashboard.sources import titles
from dashboard.sources.columns import dutch_numbers
from dashboard.sources.columns.dutch_numbers import NotANumberError
from dashboard.sources.columns.mapped import read_mapped
from dashboard.sources.columns.mapping import ColumnMapping
from dashboard.sources.columns.suggesting import suggested
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.reader import Answers, FileContent, Known, Question, QuestionError, only_table
from dashboard.sources.ready_made import is_total
from dashboard.sources.recognising import refuse_what_has_no_figures
from dashboard.sources.services import odata
from dashboard.sources.services.service import Progress, service_at
from dashboard.sources.services.v4_bundle import as_one_table
from dashboard.sources.spreadsheet import sample_of
from dashboard.sources.table import Opened, Table
from dashboard.texts import ready_made as texts

SOURCE = "cbs-odata"


def read(opened: Opened, *, known: Known, answers: Answers) -> FileContent:
    """The figures in a table of CBS, a file or an answer of its service, by the mapping that was answered.

    Raises `QuestionError` about the mapping or the period, and `RefusedError` for a table without figures.
    """
    refuse_what_has_no_figures(opened)
    opened = as_one_table(opened)
    table = only_table(opened, answers=answers)
    _refuse_names_only(table)
    mapping = answers.mapping
    if mapping is None:
        likeliest = _of_the_whole(suggested(table.header, known=known, sample=sample_of(table), source=SOURCE), table)
        raise QuestionError(
            Question(about="mapping", sentence=texts.NEEDS_MAPPING, mapping=likeliest, header=table.header)
        )
    content = read_mapped(table, mapping=_with_period(mapping, answers), known=known)
    return replace(content, notes=(*opened.notes, *content.notes))


def fetch(*, known: Known, progress: Progress, address: str = "", table: str = "") -> Opened:
    """The whole table with this number; raises `ServiceError`."""
    opened, about = odata.fetch_table(service_at(address), table=table, progress=progress)
    return odata.with_titles(opened, about=about)


def _of_the_whole(mapping: ColumnMapping, table: Table) -> ColumnMapping:
    """The suggestion with only the rows about the total of every dimension that has one."""
    sample = sample_of(table)
    totals = {
        name: tuple(text for text in sample[name].unique(maintain_order=True) if is_total(text))[:1]
        for name in sample.columns
        if name not in (mapping.area, mapping.period) and not titles.unit(name) and not titles.is_key(name)
    }
    only = {name: found for name, found in totals.items() if found}
    return replace(mapping, only=only, groups={name: one for name, one in mapping.groups.items() if name not in only})


def _with_period(mapping: ColumnMapping, answers: Answers) -> ColumnMapping:
    """With the period that was answered, when the mapping names none."""
    return replace(mapping, whole_period=answers.period or mapping.whole_period) if not mapping.period else mapping


def _refuse_names_only(table: Table) -> None:
    """Raise `RefusedError` when no column holds a number: a list of places, not a table of figures."""
    sample = sample_of(table)
    others = [name for name in sample.columns if titles.stem(name) != "id"]
    if sample.height and not any(_is_number(text) for name in others for text in sample[name].unique()):
        columns = texts.COMMA.join(others[:6])
        what = texts.NO_FIGURES.format(columns=columns)
        raise RefusedError([Problem(what, advice=texts.NO_FIGURES_ADVICE)])


def _is_number(text: str) -> bool:
    try:
        dutch_numbers.decimal(text)
    except NotANumberError:
        return False
    return True
