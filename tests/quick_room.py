"""Where tests keep their files: in memory where there is plenty, for waiting for a disk is most of what they do."""

import os
import shutil
import tempfile
from pathlib import Path

import psutil

MEMORY = Path("/dev/shm")  # noqa: S108 of Linux, gone when the computer stops, which is soon enough for a test
NEEDED = 4_000_000_000  # bytes free, of the memory and of the room that may be taken of it
SETTING = "PYTEST_DEBUG_TEMPROOT"  # pytest's own: where it makes its temporary directories


def _has_plenty(place: Path) -> bool:
    free = min(shutil.disk_usage(place).free, psutil.virtual_memory().available)
    return os.access(place, os.W_OK) and free > NEEDED


def choose_room() -> None:
    """Decide it for this test run, which all its processes then know from their environment."""
    if SETTING not in os.environ and MEMORY.is_dir() and _has_plenty(MEMORY):
        os.environ[SETTING] = str(MEMORY)


def quick_room() -> Path:
    """The directory that was decided on."""
    return Path(os.environ.get(SETTING) or tempfile.gettempdir())
