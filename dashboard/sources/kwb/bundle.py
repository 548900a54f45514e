"""Kerncijfers wijken en buurten as StatLine's "onbewerkte dataset": observations by measure code, year in the title."""

import re
from dataclasses import dataclass

import polars as pl

from dashboard.sources.kwb.columns import (
    AREA,
    CHANGED,
    DATE,
    KIND,
    MEASURE_CODES,
    MUNICIPALITY,
    NAME,
    SUBJECTS,
    Columns,
)
from dashboard.sources.problems import Problem, RefusedError
from dashboard.sources.recognising import advice_for
from dashboard.sources.services.v4_bundle import (
    MEASURES,
    OBSERVATIONS,
    WideObservations,
    cells_of,
    missing_part,
    part,
    wide,
)
from dashboard.sources.table import LINE, Opened, Table
from dashboard.sources.titles import stem
from dashboard.texts import ready_made as texts

COLUMNS: Columns = {subject: [subject] for subject in SUBJECTS if subject != DATE} | {DATE: []}
AREAS, PROPERTIES = f"{AREA}Codes", "Properties"
_TITLED = {stem(subject): subject for subject in SUBJECTS}
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
_TABLE = re.compile(r"[0-9]{5}NED")


@dataclass(frozen=True, slots=True)
class Bundle:
    """The observations as one wide table with the subjects as columns, and the year and table it is about."""

    table: Table
    table_code: str  # empty when the bundle does not say
    year: int | None


def bundle_in(opened: Opened) -> Bundle | None:
    """The bundle of Kerncijfers in a file, or None when there is none; raises `RefusedError` when it lacks parts."""
    observations = part(opened, OBSERVATIONS)
    if observations is None:
        return None
    if AREA not in observations.header:
        raise RefusedError([Problem(texts.KWB_FORMS, advice=advice_for(opened, source="cbs-kwb"))])
    if part(opened, MEASURES) is None:
        raise missing_part(MEASURES)
    subjects = _subjects(cells_of(part(opened, MEASURES)))
    is_asked = pl.col("Measure").is_in(list(subjects)) & ~pl.col(AREA).str.starts_with("BU")
    names = _names(cells_of(part(opened, AREAS)))
    properties = cells_of(part(opened, PROPERTIES)).select(pl.col(pl.String))
    head = " ".join(properties["Title"]) if "Title" in properties.columns else ""
    said = [opened.name, *(text for row in properties.iter_rows() for text in row if text)]
    table, year = _TABLE.search(" ".join(said)), _YEAR.search(head)
    frame = _with_subjects(wide(cells_of(observations, where=is_asked), names=subjects), names=names)
    return Bundle(
        table=WideObservations(observations.sheet, frame),
        table_code=table[0] if table else "",
        year=int(year[1]) if year else None,
    )


def _subjects(measures: pl.DataFrame) -> dict[str, str]:
    """Which subject each measure code stands for, by its code or else by its title."""
    found = dict(MEASURE_CODES)
    if {"Identifier", "Title"} <= set(measures.columns):
        for code, title in measures.select("Identifier", "Title").iter_rows():
            subject = _TITLED.get(stem(title))
            if subject and subject not in found.values():
                found[code] = subject
    return found


def _with_subjects(frame: pl.DataFrame, *, names: dict[str, str]) -> pl.DataFrame:
    """With a column for every subject, empty where the bundle has none, and the names of the areas."""
    texts_of_rows = (KIND, CHANGED, MUNICIPALITY)
    return frame.select(
        LINE,
        pl.col(AREA).str.strip_chars(),
        *(
            pl.col(subject).str.strip_chars() if subject in frame.columns else pl.lit("").alias(subject)
            for subject in COLUMNS
            if COLUMNS[subject] and subject not in (AREA, NAME)
        ),
    ).with_columns(pl.col(texts_of_rows).replace(".", ""), pl.col(AREA).replace_strict(names, default="").alias(NAME))


def _names(codes: pl.DataFrame) -> dict[str, str]:
    """The names of the areas, as far as the bundle tells."""
    if not {"Identifier", "Title"} <= set(codes.columns):
        return {"": ""}
    return {code.strip(): title for code, title in codes.select("Identifier", "Title").iter_rows() if title} or {"": ""}
