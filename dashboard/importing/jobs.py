"""Imports that take a while, in a child process each: a page starts one, looks how far it is, confirms or stops it.

A child works in a folder of its own (`job_folder`), so that a reload, a lost connection or a server that starts anew
finds the preview again. A child that is killed leaves the database as it was: it stores in one transaction.
"""

import asyncio
import contextlib
import os
import signal
import time
from dataclasses import dataclass, replace
from typing import TypeVar

from dashboard.importing import child_process, job_folder
from dashboard.importing.job_folder import JobFolder
from dashboard.importing.records import NotARecordError, as_json, from_json
from dashboard.importing.report import Confirmation, Outcome, Progress, Report, Request
from dashboard.sources.reader import Answers
from dashboard.texts import importing as words

REQUEST, UPLOAD, PROGRESS, REPORT = "request.json", "upload", "progress.json", "report.json"
PREPARED = "prepared.json"  # beside the figures: what there is to store
CONFIRMATION, OUTCOME, FAILED = "confirmation.json", "outcome.json", "failed"
KEPT_FOR = 86_400  # seconds that a preview waits to be confirmed
LOOKED_OVER_EVERY = 3_600  # seconds
_PATIENCE = 5.0  # seconds that a killed child may take to be gone

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class JobState:
    """An import as a page shows it: at work (`progress`), a preview (`report`), stored (`outcome`) or `failed`."""

    id: str
    request: Request
    at_work: bool
    storing: bool = False  # it was confirmed
    progress: Progress | None = None
    report: Report | None = None
    outcome: Outcome | None = None
    failed: str = ""  # a Dutch sentence


def start(request: Request, *, upload: bytes | None = None) -> str:
    """Begin an import of what was uploaded, or (None) of what the source's service answers; answers the job's id."""
    folder = job_folder.new()
    try:
        if upload is not None:
            folder.write(UPLOAD, upload)
            request = replace(request, path=str(folder.path / UPLOAD))
        folder.write(REQUEST, as_json(request))
        _begin(folder)
    except OSError:
        folder.remove()
        raise
    return folder.id


def state(job_id: str, *, person_id: int | None, region_id: int | None) -> JobState | None:
    """How an import stands; None when there is none of this name, or it is somebody else's."""
    folder = _own(job_id, person_id=person_id, region_id=region_id)
    if folder is None:
        return None
    at_work = folder.is_at_work()  # before the files are read: what a child leaves is there when it ends
    request = from_json(Request, folder.read(REQUEST) or "")
    storing = folder.has(CONFIRMATION)
    outcome = _read(folder, OUTCOME, Outcome)
    report = _read(folder, REPORT, Report)
    failed = folder.read(FAILED) or ""
    if not at_work and not failed and outcome is None and (storing or report is None):
        failed = words.STORING_INTERRUPTED if storing else words.INTERRUPTED
    return JobState(
        id=folder.id,
        request=request,
        at_work=at_work,
        storing=storing,
        progress=_read(folder, PROGRESS, Progress) if at_work else None,
        report=report,
        outcome=outcome,
        failed=failed,
    )


def answer(job_id: str, *, person_id: int | None, region_id: int | None, answers: Answers) -> bool:
    """Read again with what was asked; False when there is nothing of this person to answer."""
    now = state(job_id, person_id=person_id, region_id=region_id)
    folder = job_folder.found(job_id)
    if now is None or folder is None or now.at_work or now.storing:
        return False
    if now.report is None or now.report.question is None:
        return False
    folder.write(REQUEST, as_json(replace(now.request, answers=answers)))
    folder.drop(REPORT, PROGRESS, FAILED)
    return _begin(folder)


def confirm(job_id: str, *, person_id: int | None, region_id: int | None, remove_gone: bool = False) -> bool:
    """Store what the preview showed; False when there is nothing of this person to store, or it is stored already."""
    now = state(job_id, person_id=person_id, region_id=region_id)
    folder = job_folder.found(job_id)
    if now is None or folder is None or now.at_work or now.storing or not folder.has(PREPARED):
        return False
    folder.write(CONFIRMATION, as_json(Confirmation(remove_gone=remove_gone)))
    folder.drop(PROGRESS)
    return _begin(folder)


def cancel(job_id: str, *, person_id: int | None, region_id: int | None) -> bool:
    """Stop an import and forget it; False when it is somebody else's or is being stored, which takes seconds."""
    folder = _own(job_id, person_id=person_id, region_id=region_id)
    if folder is None or (folder.has(CONFIRMATION) and folder.is_at_work()):
        return False
    _end(folder)
    folder.remove()
    return True


def clean_up() -> None:
    """Forget imports of more than a day ago, and those whose child died before there was anything to show.

    Only when a server starts: an import that begins has no child yet either.
    """
    _forget_old()
    for folder in job_folder.all_folders():
        if not folder.is_at_work() and not folder.has(REPORT) and not folder.has(FAILED):
            folder.remove()


async def forget_old_ones(*, every: float = LOOKED_OVER_EVERY) -> None:
    """Forget imports of more than a day ago for as long as a server runs, looking every so many seconds."""
    while True:
        await asyncio.sleep(every)
        with contextlib.suppress(OSError):  # tried again the next time
            await asyncio.to_thread(_forget_old)


def _forget_old() -> None:
    for folder in job_folder.all_folders():
        if folder.age() > KEPT_FOR:
            _end(folder)
            folder.remove()


def _own(job_id: str, *, person_id: int | None, region_id: int | None) -> JobFolder | None:
    folder = job_folder.found(job_id)
    request = _read(folder, REQUEST, Request) if folder else None
    if request is None or (request.person_id, request.region_id) != (person_id, region_id):
        return None
    return folder


def _read(folder: JobFolder, name: str, kind: type[Record]) -> Record | None:
    text = folder.read(name)
    try:
        return None if text is None else from_json(kind, text)
    except NotARecordError:  # of an older version of this program
        return None


def _begin(folder: JobFolder) -> bool:
    """Start the child, which holds the folder's lock for as long as it lives; False when one is at work already."""
    lock = folder.lock()
    if lock is None:
        return False
    child_process.start("dashboard.importing.worker", folder=folder, lock=lock)
    return True


def _end(folder: JobFolder) -> None:
    """Stop the child and everything it started, at once."""
    pid = folder.process()
    if pid is None:
        return
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    end = time.monotonic() + _PATIENCE
    while folder.is_at_work() and time.monotonic() < end:
        time.sleep(0.02)
