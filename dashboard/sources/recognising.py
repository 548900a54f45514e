"""Which source a file looks like, by its columns alone: to choose the source, and to say which one was meant."""

from collections.abc import Callable, Iterator

from dashboard.sources.kwb import columns as kwb_columns
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.reader import Answers, only_table
from dashboard.sources.ready_made_tables import READY_MADE, ReadyMade
from dashboard.sources.table import Opened, Table
from dashboard.sources.titles import stem
from dashboard.texts import ready_made as texts
from dashboard.texts import sources as common

SPREADSHEET, ODATA, TIDY, KWB, BOUNDARIES = "spreadsheet", "cbs-odata", "tidy", "cbs-kwb", "grenzen"
_TIDY = frozenset({"indicator", "area", "period", "value", "status"})
_DUO = frozenset({"instellingscode", "brinnummer", "vestigingscode", "vestigingsnummer"})
_OUTLINES = (frozenset({"gmcode", "poswv", "voswv"}), frozenset({"gmcode", "jeugdregio"}))


def recognised(opened: Opened) -> list[str]:
    """The codes of the sources that a file looks like, likeliest first; the last is always an own spreadsheet."""
    if opened.kind == "geojson":
        return [BOUNDARIES]
    found = [code for table in opened.tables for code in _recognised_table(table)]
    if _is_bundle(opened):
        found.insert(0, KWB if _has_wijken(opened) else ODATA)
    if not found and opened.kind == "json":
        found.append(ODATA)
    return list(dict.fromkeys([*found, SPREADSHEET])) if opened.tables else []


def refuse_what_has_no_figures(opened: Opened) -> None:
    """Raise `RefusedError` for an outline of regions or for boundaries: no source of figures can read those."""
    if opened.kind == "geojson":
        raise RefusedError([Problem(texts.NOT_BOUNDARIES, advice=texts.NOT_BOUNDARIES_ADVICE)])
    if not opened.tables:
        raise RefusedError([Problem(texts.NO_TABLE)])
    refuse_outlines(opened)


def refuse_outlines(opened: Opened) -> None:
    """Raise `RefusedError` for a table that says which gemeente belongs to which region."""
    if any(outline <= _stems(table) for table in opened.tables for outline in _OUTLINES):
        raise RefusedError([Problem(texts.OUTLINE, advice=texts.OUTLINE_ADVICE)])


def advice_for(opened: Opened, *, source: str) -> str:
    """What to do when a file is not of this source: which one it looks like, in Dutch."""
    others = [code for code in recognised(opened) if code not in (source, SPREADSHEET)]
    if not others:
        return texts.LOOKS_LIKE_NOTHING
    return texts.LOOKS_LIKE.format(source=common.SOURCE_NAMES[others[0]])


def sheet_that(opened: Opened, fitting: Callable[[Table], bool], *, answers: Answers) -> Table:
    """The sheet to read: the one that was answered, the only one, or the only one that fits; else `QuestionError`."""
    found = [table for table in opened.tables if fitting(table)]
    return found[0] if len(found) == 1 and not answers.sheet else only_table(opened, answers=answers)


def fits(table: Table, form: ReadyMade) -> bool:
    """Whether a table has the columns of a ready-made form: all that are needed, and one of those to choose from."""
    stems, names = _stems(table), set(table.header)
    has = [
        all(any(called in stems or called in names for called in column) for column in measure.columns)
        for measure in form.measures
    ]
    needed = all(here for here, measure in zip(has, form.measures, strict=True) if not measure.optional)
    return needed and any(has)


def _recognised_table(table: Table) -> Iterator[str]:
    stems = _stems(table)
    if stems >= _TIDY:
        yield TIDY
    if kwb_columns.looks_like(table.header):
        yield KWB
    yield from (form.connector for form in READY_MADE if fits(table, form))
    if "gemeentenummer" in stems and _DUO & stems:
        yield "duo-schooladviezen"


def _stems(table: Table) -> set[str]:
    return {stem(name) for name in table.header}


def _is_bundle(opened: Opened) -> bool:
    return any({"Measure", "Value"} <= set(table.header) for table in opened.tables)


def _has_wijken(opened: Opened) -> bool:
    return any("WijkenEnBuurten" in table.header and "Measure" in table.header for table in opened.tables)
