"""Where a file begins it is held against what is stored of the period before, and what it would lose is told."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.importing.preparing import prepare
from dashboard.importing.report import Progress, Report, Request

HEADER = "indicator,area,period,breakdown,numerator,denominator,value,unit,status,source\n"
CHECK = "Controleer of er een komma of een kolom is verschoven."


def _quiet(_: Progress) -> None: ...


def _report(engine: Engine, path: Path, *lines: str) -> Report:
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    report = prepare(engine, Request("tidy", path=str(path), file_name=path.name), progress=_quiet).report
    assert not report.refused, report.refused
    return report


def _line(period: str, value: str, *, area: str = "GM0034", count: str = "740") -> str:
    return f"jeugdzorg,{area},{period},,{count},,{value},percentage,final,cbs-kwb"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cijfers.csv"


def test_a_first_year_that_jumps_from_the_stored_year_before_is_a_warning(seeded_engine: Engine, file: Path) -> None:
    """7.400 children or 11,7% are stored of Almere in 2024."""
    assert _report(seeded_engine, file, _line("2025", "1.1")).warnings == (
        f"Jeugdzorg, Almere: van 11,7% in 2024 naar 1,1% in 2025. {CHECK}",
    )
    assert _report(seeded_engine, file, _line("2025", "1.2")).warnings == ()


def test_only_the_last_stored_period_before_the_first_of_the_file_counts(seeded_engine: Engine, file: Path) -> None:
    """A file of 2024 and 2025 begins beside the stored 2023 (11,4%); its 2025 is compared with its own 2024."""
    assert _report(seeded_engine, file, _line("2024", "1.3"), _line("2025", "1.1")).warnings == ()
    jumped = _report(seeded_engine, file, _line("2024", "1.1"), _line("2025", "1.2")).warnings
    assert jumped == (f"Jeugdzorg, Almere: van 11,4% in 2023 naar 1,1% in 2024. {CHECK}",)


def test_an_area_that_the_file_does_not_begin_with_is_left_alone(seeded_engine: Engine, file: Path) -> None:
    assert _report(seeded_engine, file, _line("2024", "12"), _line("2025", "1", area="GM0037")).warnings == ()


def test_counts_that_a_bare_percentage_would_replace_are_told(seeded_engine: Engine, file: Path) -> None:
    (warning,) = _report(seeded_engine, file, _line("2024", "11.8", count="")).warnings
    assert warning.startswith("Bij 1 cijfer staat nu ook het aantal kinderen; dit bestand heeft alleen de uitkomst")
    (warning,) = _report(seeded_engine, file, _line("2023", "11.5", count=""), _line("2024", "11.8", count="")).warnings
    assert warning.startswith("Bij 2 cijfers staat nu ook het aantal kinderen")


def test_a_count_that_stays_or_a_figure_that_is_withheld_loses_nothing(seeded_engine: Engine, file: Path) -> None:
    assert _report(seeded_engine, file, _line("2024", "11.8")).warnings == ()
    withheld = "jeugdzorg,GM0034,2024,,,,,percentage,withheld:source,cbs-kwb"
    assert _report(seeded_engine, file, withheld).warnings == ()
