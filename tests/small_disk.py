"""A disk of a few megabytes, in memory, that a test can really fill; only an administrator of a computer makes one."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def small_disk(*, megabytes: int) -> Iterator[Path]:
    """Where it is, until the block ends; the test is skipped where nobody may make one."""
    disk = Path(tempfile.mkdtemp(prefix="tellen-schijf-"))
    mount = shutil.which("mount")
    command = [mount or "", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(disk)]
    if os.geteuid() != 0 or mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        disk.rmdir()
        pytest.skip("only an administrator of this computer can make a small disk")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], capture_output=True, check=True)
        disk.rmdir()


def fill_up(disk: Path) -> Path:
    """Leave no byte of it; answers the file that takes up the room."""
    filler = disk / "vol"
    with filler.open("wb", buffering=0) as file:
        for size in (1_000_000, 4096, 1):
            while True:
                try:
                    file.write(b"x" * size)
                except OSError:
                    break
    return filler
