"""`import`: a file read, checked, shown in a summary, and stored in one transaction or not at all."""

from datetime import date

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from dashboard.calculations.withholding import protect
from dashboard.formatting import count
from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.reader import Answers, FileContent, Known
from dashboard.sources.table import Opened
from dashboard.texts import sources as texts
from data_models import database
from data_models.commands.areas import register_areas
from data_models.commands.publishing import Published, publish
from data_models.facts import AreaFacts
from data_models.queries import catalogue


def import_file(engine: Engine, *, file: Opened, source: str, dry_run: bool) -> list[str]:
    """Store what a file holds, or with `dry_run` only find out what would be; answers the summary in Dutch.

    Raises `RefusedError` when the file cannot be read as this source; then nothing is stored.
    """
    with database.reading(engine) as session:
        known = _known(session)
    content = CONNECTORS[source].read(file, known=known, answers=Answers())
    protected = protect(content.figures, indicators=known.indicators)
    with database.writing(engine) as session:
        added = register_areas(session, actor=None, areas=content.areas)
        published = publish(
            session,
            actor=None,
            figures=protected,
            connector=source,
            file_name=file.name,
            file_sha256=file.sha256,
            summary="\n".join(content.notes),
        )
        if dry_run:
            session.rollback()
    sentences = _summary(content, file.name, source)
    if added:
        sentences.append(texts.AREAS_ADDED.format(count=count(added)))
    return [*sentences, _outcome(published, dry_run=dry_run)]


def _known(session: Session) -> Known:
    areas: dict[str, list[AreaFacts]] = {}
    for area in catalogue.areas(session):
        areas.setdefault(area.code, []).append(area)
    return Known(
        indicators={indicator.code: indicator for indicator in catalogue.indicators(session)},
        areas=areas,
        sources=frozenset(source.code for source in catalogue.sources(session)),
        this_year=date.today().year,  # noqa: DTZ011 - the year on the user's own calendar
    )


def _summary(content: FileContent, file_name: str, source: str) -> list[str]:
    periods = content.figures["period"].unique().sort()
    read = texts.READ.format(
        file=file_name,
        source=texts.SOURCE_NAMES[source],
        figures=count(content.figures.height),
        areas=count(content.figures["area"].n_unique()),
        first=periods[0],
        last=periods[-1],
    )
    return [read, *content.notes]


def _outcome(published: Published, *, dry_run: bool) -> str:
    if published.batch_id is None:
        return texts.STORED_NOTHING.format(unchanged=count(published.unchanged))
    return (texts.WOULD_STORE if dry_run else texts.STORED).format(
        new=count(published.new), changed=count(published.changed), unchanged=count(published.unchanged)
    )
