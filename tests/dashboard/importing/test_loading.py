"""The child of an import loads what it needs: what takes seconds to load waits until it is asked for."""

import subprocess
import sys

import pytest

SLOW = ("scipy", "httpx", "openpyxl", "dashboard.sources.connectors")


@pytest.mark.parametrize(
    ("module", "missing"),
    [("dashboard.importing.worker", SLOW), ("dashboard.importing.preparing", ("scipy", "openpyxl"))],
)
def test_what_is_slow_to_load_is_not_loaded_before_it_is_needed(module: str, missing: tuple[str, ...]) -> None:
    looks = f"import sys, {module}; print(*(name for name in {SLOW} if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", looks], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded).isdisjoint(missing)
