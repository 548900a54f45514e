"""Child processes that need not load everything again: each is a copy of one that did, for the rest a real process.

That loading takes a second of a processor, and little else is done for most tests. Which process the application starts
itself is tried in `tests/dashboard/importing/test_jobs.py`, and by the journeys in a browser.
"""

import os
import runpy
import sys
from collections.abc import Callable
from functools import lru_cache
from multiprocessing import forkserver, get_context
from multiprocessing.context import ForkServerContext
from multiprocessing.reduction import DupFd
from types import ModuleType
from typing import Protocol

import pytest

from dashboard.importing.job_folder import JobFolder
from data_models.database import PROJECT


class _Taken(Protocol):
    def detach(self) -> int: ...


LOADED = ("dashboard.importing.worker", "dashboard.importing.preparing", "dashboard.copying.worker")


@lru_cache(maxsize=1)
def _loaded() -> ForkServerContext:
    with pytest.MonkeyPatch.context() as setting:
        setting.setenv("POLARS_MAX_THREADS", "1")  # it is read once, when it is loaded
        context = get_context("forkserver")
        context.set_forkserver_preload([*LOADED, __name__])
        forkserver.ensure_running()
    return context


class _Work:
    """What a child does; the lock is taken along when it is started."""

    def __init__(self, module: str, *, folder: str, lock: int) -> None:
        self._module, self._folder, self._lock = module, folder, lock
        self._environment = dict(os.environ)

    def __reduce__(self) -> tuple[Callable[..., Callable[[], None]], tuple[object, ...]]:
        return _work, (self._module, self._folder, self._environment, DupFd(self._lock))

    def __call__(self) -> None:
        """Never here: in the child this is what `_work` answers."""
        raise NotImplementedError


def _work(module: str, folder: str, environment: dict[str, str], lock: _Taken) -> Callable[[], None]:
    lock.detach()  # it stays open, and with it the lock, for as long as this process lives

    def work() -> None:
        os.setsid()
        log = os.open(f"{folder}/log", os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        for stream in (1, 2):
            os.dup2(log, stream)
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(PROJECT)
        sys.argv = [module, folder]
        sys.modules.pop(module, None)  # it runs as a program
        runpy.run_module(module, run_name="__main__", alter_sys=True)

    return work


def start(module: str, *, folder: JobFolder, lock: int) -> None:
    """As `dashboard.importing.child_process.start`."""
    try:
        with pytest.MonkeyPatch.context() as setting:
            setting.setitem(sys.modules, "__main__", ModuleType("__main__"))  # else a child runs the page that asks
            child = _loaded().Process(target=_Work(module, folder=str(folder.path), lock=lock))
            child.start()
    finally:
        os.close(lock)
    assert child.pid is not None
    folder.remember_process(child.pid)
