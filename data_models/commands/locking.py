"""What was prepared before the lock, used within it only while it is still true."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from data_models import database
from data_models.queries import topics

PUBLISHING_LOCK = 7_405_001  # PostgreSQL advisory lock: two imports at once would insert the same keys


class Versioned(Protocol):
    """Something that is true as long as figures and areas have this version."""

    @property
    def version(self) -> int:
        """What `figures_version` was when it was found."""


Prepared = TypeVar("Prepared", bound=Versioned)


def figures_version(session: Session) -> int:
    """A number that goes up with every change of figures or areas, anywhere."""
    versions = topics.versions(session)
    return versions.summed("figures") + versions.summed("areas")


@contextmanager
def locked(session: Session, *, prepare: Callable[[], AbstractContextManager[Prepared]]) -> Iterator[Prepared]:
    """What `prepare` finds, with the lock on figures; it is found again when figures were changed meanwhile.

    In a session that has its lock already (`database.writing`) it is found within that.
    """
    had_lock = database.has_lock(session)
    if had_lock:
        wait_for_other_imports(session)
    while True:
        with prepare() as prepared:
            if not had_lock:
                database.take_lock(session)
                wait_for_other_imports(session)
            if had_lock or figures_version(session) == prepared.version:
                yield prepared
                return
            database.release_lock(session)


def wait_for_other_imports(session: Session) -> None:
    """Wait until no other import is being stored; on SQLite the transaction itself sees to that."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(PUBLISHING_LOCK)))
