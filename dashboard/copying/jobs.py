"""The one copy, look or restore that is under way on this server, in a child process, with what came of it.

There is one for everybody who may: it concerns all of them. A reload, or a server that starts anew, finds it again.
"""

from dataclasses import dataclass
from typing import TypeVar

from dashboard.copying import kept
from dashboard.importing import child_process
from dashboard.importing.job_folder import JobFolder
from dashboard.importing.records import NotARecordError, as_json, from_json
from dashboard.texts import copies as words
from data_models.access import Actor

REQUEST, PROGRESS, OUTCOME, FAILED = "request.json", "progress.json", "outcome.json", "failed"
UPLOAD = "upload.zip"
COPY, LOOK, RESTORE = "copy", "look", "restore"

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked (`COPY`, `LOOK` or `RESTORE`), by whom, and of which file: a kept one, or (empty) the upload."""

    kind: str
    person_id: int
    region_id: int
    sign_in_id: int | None = None
    file: str = ""
    called: str = ""  # the name of the file as people know it


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: the stage, and how many rows of how many."""

    stage: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was made, looked at or put back: its moment (ISO 8601), what is in it and how large it is."""

    made_at: str
    rows: int
    regions: tuple[str, ...]
    counts: dict[str, int]
    size: int


@dataclass(frozen=True, slots=True)
class State:
    """How it stands: at work, done (`outcome`), or `failed` with a Dutch sentence."""

    request: Request
    at_work: bool
    progress: Progress | None = None
    outcome: Outcome | None = None
    failed: str = ""


def state() -> State | None:
    """What is under way, or was and has not been put away; None when there is nothing."""
    folder = _folder()
    at_work = folder.is_at_work()  # before the files are read: what a child leaves is there when it ends
    request = read(folder, REQUEST, kind=Request)
    if request is None:
        return None
    outcome, failed = read(folder, OUTCOME, kind=Outcome), folder.read(FAILED) or ""
    if not at_work and outcome is None and not failed:
        failed = words.INTERRUPTED[request.kind]
    return State(
        request=request,
        at_work=at_work,
        progress=read(folder, PROGRESS, kind=Progress) if at_work else None,
        outcome=None if at_work else outcome,
        failed="" if at_work else failed,
    )


def start(kind: str, *, actor: Actor, file: str = "", called: str = "", upload: bytes | None = None) -> bool:
    """Begin; False when something is under way already. The child asks again whether the actor may."""
    folder = _folder()
    lock = folder.lock()
    if lock is None:
        return False
    folder.drop(PROGRESS, OUTCOME, FAILED)
    if upload is not None:
        folder.write(UPLOAD, upload)
    request = Request(kind, actor.person_id, actor.region_id, actor.sign_in_id, file=file, called=called)
    folder.write(REQUEST, as_json(request))
    child_process.start("dashboard.copying.worker", folder=folder, lock=lock)
    return True


def put_away() -> None:
    """Forget what is done or failed, and what was uploaded; what is under way goes on."""
    folder = _folder()
    if not folder.is_at_work():
        folder.drop(REQUEST, PROGRESS, OUTCOME, FAILED, UPLOAD)


def read(folder: JobFolder, name: str, *, kind: type[Record]) -> Record | None:
    """A record that is in the folder; None when it is not there, or of another version of this program."""
    text = folder.read(name)
    try:
        return None if text is None else from_json(kind, text)
    except NotARecordError:
        return None


def _folder() -> JobFolder:
    path = kept.room() / "bezig"
    path.mkdir(mode=0o700, exist_ok=True)
    return JobFolder(path)
