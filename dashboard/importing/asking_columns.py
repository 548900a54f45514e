"""What a person needs to see to say what the columns of a file mean: its first rows, and what a column holds."""

from dataclasses import replace

import polars as pl

from dashboard.importing.report import Report
from dashboard.sources.problems import Findings, RefusedError
from dashboard.sources.table import LINE, Opened

FIRST_ROWS = 5
MOST_TEXTS = 25  # a column with more different texts holds no groups


def with_sample(report: Report, *, opened: Opened | None, sheet: str) -> Report:
    """The report with the first rows of the sheet, when it asks what its columns mean."""
    if opened is None or report.question is None or report.question.about != "mapping":
        return report
    table = next((table for table in opened.tables if table.sheet == sheet), opened.tables[0])
    columns = list(dict.fromkeys(name for name in report.question.header if name in table.header))
    try:
        rows = next(table.slices(columns=columns, findings=Findings(only_looking=True)), None)
    except RefusedError:  # said once the columns are known
        return report
    if rows is None:
        return report
    kept = rows.drop(LINE)
    header = replace(report.question, header=tuple(columns))
    return replace(report, question=header, sample=tuple(kept.head(FIRST_ROWS).iter_rows()), texts=_texts(kept))


def _texts(rows: pl.DataFrame) -> dict[str, tuple[str, ...]]:
    """The different texts of each column that has few of them, in the order in which they come."""
    found = {name: rows[name].unique(maintain_order=True).to_list() for name in rows.columns}
    return {name: tuple(texts) for name, texts in found.items() if len(texts) <= MOST_TEXTS}
