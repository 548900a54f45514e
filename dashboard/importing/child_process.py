"""A child process that works in a folder, and holds the folder's lock for as long as it lives."""

import os
import subprocess
import sys
import threading

from dashboard.importing.job_folder import JobFolder
from data_models.database import PROJECT


def start(module: str, *, folder: JobFolder, lock: int) -> None:
    """Start `python -m MODULE FOLDER`, which takes over the lock; its errors go to the folder's log."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "POLARS_MAX_THREADS": "1"}  # a core stays for the pages
    try:
        with (folder.path / "log").open("ab") as log:
            child = subprocess.Popen(  # noqa: S603 - our own module, and a folder of our own
                [sys.executable, "-m", module, str(folder.path)],
                cwd=PROJECT,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=(lock,),
                start_new_session=True,  # so that stopping the server does not stop half of the work
            )
    finally:
        os.close(lock)
    folder.remember_process(child.pid)
    threading.Thread(target=child.wait, daemon=True).start()  # else it stays in the list of processes when it ended
