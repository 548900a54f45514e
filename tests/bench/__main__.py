"""`make bench`: measure everything in one run, print it as ratios of medians, and fail when a bound is missed."""

import sys
import tempfile
from pathlib import Path

from tests.bench import importing, overview, screens, story
from tests.bench.results import Results

PARTS = {
    "screens": screens.measure,
    "overview": overview.measure,
    "story": story.measure,
    "importing": importing.measure,
}


def main(asked: list[str]) -> int:
    """Measure the parts that are asked, or all; 0 when every bound is met, else 1."""
    results = Results()
    for name in asked or PARTS:
        with tempfile.TemporaryDirectory(prefix="tellen-bench-", ignore_cleanup_errors=True) as room:
            try:
                PARTS[name](results, room=Path(room))
            except Exception as problem:  # one part that breaks must not hide the others
                results.failure(name, reason=f"{type(problem).__name__}: {problem}")
    print(f"\n{len(results.missed)} bounds missed" if results.missed else "\nAll bounds met")
    return 1 if results.missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
