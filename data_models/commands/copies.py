"""Making a copy of everything, and putting it back: of all regions, so for who manages every real one."""

import secrets
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.orm import Session

from data_models import database, schema
from data_models.access import Action, Actor, NotAllowedError
from data_models.archive import replacing, writing
from data_models.archive.form import Manifest, Progress
from data_models.archive.reading import Archive
from data_models.commands import audit, searchable
from data_models.commands.permission import permit
from data_models.queries import copies
from data_models.queries.topics import EPOCH
from data_models.tables import Person, Setting, SignIn, Table, TopicVersion
from data_models.tables.declaration import now

SUBJECT = "database"


class NotEveryRegionError(NotAllowedError):
    """The actor is beheerder, but not of every real region that a copy holds."""


def permit_copying(session: Session, *, actor: Actor) -> None:
    """Raise `NotAllowedError` unless the actor is beheerder in their own region and in every real one."""
    permit(session, actor=actor, action=Action.COPY_EVERYTHING)
    if copies.regions_of_others(session, actor=actor) != []:
        raise NotEveryRegionError(actor, Action.COPY_EVERYTHING, actor.region_id)


def make_copy(
    source: Engine, *, actor: Actor | None, file: Path, overwrite: bool = False, progress: Progress | None = None
) -> Manifest:
    """Write everything as it stands at this moment to a file, while others work; an actor of None owns the database.

    `source` is the owner's engine. Raises `NotAllowedError` or `archive.writing.NotWrittenError`.
    """
    with database.reading(source) as session:
        if actor is not None:
            permit_copying(session, actor=actor)
        replacing.see_everything(session)
        manifest = writing.write(
            session,
            file=file,
            metadata=Table.metadata,
            revision=schema.newest_revision(),
            overwrite=overwrite,
            progress=progress,
        )
    with database.writing(source) as session:
        _record(session, actor=actor, action=copies.BACKUP, manifest=manifest)
    return manifest


def put_back(target: Engine, *, actor: Actor | None, archive: Archive, progress: Progress | None = None) -> None:
    """Replace everything by what is in a checked file, in one transaction; an actor of None owns the database.

    `target` is the owner's engine. Everybody is signed out, every screen and cache knows that all is new, and the
    audit trail of the file goes on with a line about this. Raises `NotAllowedError` or
    `archive.reading.RefusedArchiveError`, and then nothing has changed.
    """
    with replacing.replacing(target) as session:
        if actor is not None:
            permit_copying(session, actor=actor)
        versions = {(one.topic, one.region_id): one.version for one in session.scalars(select(TopicVersion))}
        columns = SignIn.__table__.columns
        sign_ins = [dict(row) for row in session.execute(select(*columns)).mappings()]
        session.expunge_all()
        replacing.replace_rows(session, archive=archive, metadata=Table.metadata, progress=progress)
        session.merge(Setting(name=EPOCH, value=secrets.token_hex(16)))
        _raise_versions(session, before=versions)
        _keep_ended(session, sign_ins=sign_ins)
        searchable.make_anew(session)
        _record(session, actor=actor, action=copies.RESTORE, manifest=archive.origin)


def _raise_versions(session: Session, *, before: dict[tuple[str, int], int]) -> None:
    """Versions never go back: else an import that was looked at before would seem to be of the present figures."""
    after = {(one.topic, one.region_id): one.version for one in session.scalars(select(TopicVersion))}
    for topic, region_id in sorted(before.keys() | after.keys()):
        highest = max(before.get((topic, region_id), 0), after.get((topic, region_id), 0))
        session.merge(TopicVersion(topic=topic, region_id=region_id, version=highest + 1))
    session.flush()


def _keep_ended(session: Session, *, sign_ins: list[dict[str, object]]) -> None:
    """Every sign-in stays, ended: so that no copied cookie counts again, and no number is given out twice."""
    session.execute(delete(SignIn))
    people = set(session.scalars(select(Person.id)))
    if not people or not sign_ins:
        return
    somebody, moment = min(people), now()
    for one in sign_ins:
        one["ended_at"] = one["ended_at"] or moment
        one["person_id"] = one["person_id"] if one["person_id"] in people else somebody  # who is not there any more
    session.execute(insert(SignIn), sign_ins)


def _record(session: Session, *, actor: Actor | None, action: str, manifest: Manifest) -> None:
    """What was copied or put back: the moment of the copy and how many rows, as the reader of the trail sees it."""
    audit.record(
        session,
        actor=actor,
        action=action,
        subject_kind=SUBJECT,
        subject_id=0,
        from_version=0,
        to_version=0,
        detail=f"{manifest.made_at:%Y-%m-%d %H:%M} UTC, {manifest.rows}",
    )
