"""The child that copies, looks or puts back, `python -m dashboard.copying.worker FOLDER`."""

import os
import sys
import time
import traceback
from pathlib import Path

from dashboard.copying import failures, jobs, kept, restoring
from dashboard.copying.jobs import Outcome, Progress, Request
from dashboard.formatting import moment
from dashboard.importing.job_folder import JobFolder
from dashboard.importing.records import as_json
from dashboard.texts import copies as words
from data_models import database
from data_models.access import Action
from data_models.archive import older
from data_models.archive.form import Manifest
from data_models.commands import copies
from data_models.commands.permission import holder
from data_models.queries.copies import content_of
from data_models.tables.declaration import now

NICENESS = 5  # the pages of others come first
AT_MOST_EVERY = 0.2  # seconds between two remarks about progress: nobody reads faster


class _Said:
    """Writes how far it is, at most a few times a second."""

    def __init__(self, folder: JobFolder) -> None:
        self._folder = folder
        self._moment = 0.0

    def __call__(self, stage: str, done: int, total: int | None) -> None:
        if time.monotonic() - self._moment > AT_MOST_EVERY:
            self._moment = time.monotonic()
            self._folder.write(jobs.PROGRESS, as_json(Progress(stage, done, total or 0)))


def main(folder: JobFolder) -> int:
    """Do what the folder asks; whatever goes wrong is a sentence in it, and its details in the folder's log."""
    request = jobs.read(folder, jobs.REQUEST, kind=Request)
    if request is None:
        return 1
    try:
        folder.write(jobs.OUTCOME, as_json(_done(request, folder=folder)))
    except failures.FAILED as error:
        traceback.print_exc()
        folder.write(jobs.FAILED, failures.sentence(error, file=request.called))
    except Exception:  # noqa: BLE001 - a page waits for an answer, whatever it is
        traceback.print_exc()
        folder.write(jobs.FAILED, words.UNFORESEEN.format(moment=moment(now())))
    else:
        if request.kind != jobs.LOOK:
            folder.drop(jobs.UPLOAD)
        return 0
    folder.drop(jobs.UPLOAD)
    return 1


def _done(request: Request, *, folder: JobFolder) -> Outcome:
    owner, said = database.owner_engine(), _Said(folder)
    with database.reading(owner) as session:
        actor = holder(session, right=request, action=Action.COPY_EVERYTHING)
        copies.permit_copying(session, actor=actor)
    if request.kind == jobs.COPY:
        file = kept.new_path("copy")
        manifest = copies.make_copy(owner, actor=actor, file=file, progress=said)
        kept.forget_older()
        return _outcome(manifest, file=file)
    file = kept.room() / request.file if request.file else folder.path / jobs.UPLOAD
    size = file.stat().st_size if file.exists() else 0
    with older.checked(file, progress=said) as archive:
        if request.kind == jobs.RESTORE:
            restoring.put_back(owner, archive=archive, actor=actor, progress=said)
        return _outcome(archive.origin, file=file, size=size)


def _outcome(manifest: Manifest, *, file: Path, size: int | None = None) -> Outcome:
    content = content_of(manifest)
    return Outcome(
        made_at=manifest.made_at.isoformat(),
        rows=content.rows,
        regions=content.regions,
        counts=content.counts,
        size=file.stat().st_size if size is None else size,
    )


if __name__ == "__main__":
    os.nice(NICENESS)
    sys.exit(main(JobFolder(Path(sys.argv[1]))))
