"""The child of one import, `python -m dashboard.importing.worker FOLDER`: it reads, or stores what was confirmed."""

import os
import resource
import sys
import time
import traceback
from datetime import datetime
from pathlib import Path

from dashboard.importing import failures, jobs, kept
from dashboard.importing.job_folder import JobFolder
from dashboard.importing.records import as_json, from_json
from dashboard.importing.report import Confirmation, Progress, Request
from dashboard.importing.storing import store
from dashboard.texts import importing as words
from data_models import database

NICENESS = 5  # the pages of others come first
MOST_MEMORY = 8_000_000_000  # bytes of address space: 1 million figures ask 4, of which they use 0.7
AT_MOST_EVERY = 0.2  # seconds between two remarks about progress: nobody reads faster


class _Said:
    """Writes how far it is, at most a few times a second and at every new stage."""

    def __init__(self, folder: JobFolder) -> None:
        self._folder = folder
        self._stage = ""
        self._moment = 0.0

    def __call__(self, progress: Progress) -> None:
        moment = time.monotonic()
        if progress.stage == self._stage and moment - self._moment < AT_MOST_EVERY:
            return
        self._stage, self._moment = progress.stage, moment
        self._folder.write(jobs.PROGRESS, as_json(progress))


def main(folder: JobFolder) -> int:
    """Do what the folder asks; whatever goes wrong is a sentence in it, and its details in the folder's log."""
    try:
        if folder.has(jobs.CONFIRMATION):
            _store(folder)
        else:
            _prepare(folder)
    except MemoryError:
        folder.drop(jobs.UPLOAD)
        folder.write(jobs.FAILED, words.TOO_MUCH_MEMORY)
        return 1
    except failures.DATABASE_FAILED as error:
        traceback.print_exc()
        folder.drop(jobs.UPLOAD)
        folder.write(jobs.FAILED, failures.database_failed(error))
        return 1
    except Exception:  # noqa: BLE001 - a page waits for an answer, whatever it is
        traceback.print_exc()
        folder.drop(jobs.UPLOAD)  # nothing goes on from here, and it may hold small counts
        moment = datetime.now().astimezone().strftime("%d-%m-%Y %H:%M")
        folder.write(jobs.FAILED, words.UNFORESEEN.format(moment=moment))
        return 1
    return 0


def _prepare(folder: JobFolder) -> None:
    from dashboard.importing.preparing import prepare  # all readers of sources, which storing can do without

    request = from_json(Request, folder.read(jobs.REQUEST) or "")
    prepared = prepare(database.engine(), request, progress=_Said(folder))
    if prepared.report.question is None:
        folder.drop(jobs.UPLOAD)  # what is needed from here on has no small counts in it
    if prepared.figures is not None:
        kept.write(prepared, folder=folder)
    folder.write(jobs.REPORT, as_json(prepared.report))


def _store(folder: JobFolder) -> None:
    confirmation = from_json(Confirmation, folder.read(jobs.CONFIRMATION) or "")
    prepared = kept.read(folder)
    _Said(folder)(Progress("storing"))
    outcome = store(database.engine(), prepared, remove_gone=confirmation.remove_gone)
    folder.write(jobs.OUTCOME, as_json(outcome))
    kept.drop(folder)


if __name__ == "__main__":
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    sys.exit(main(JobFolder(Path(sys.argv[1]))))
