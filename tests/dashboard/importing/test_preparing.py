"""What is found out about a file before anything is stored: above all what must not be shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from dashboard.importing.prepared import Prepared
from dashboard.importing.preparing import prepare
from dashboard.importing.report import Progress, Request
from dashboard.importing.storing import store
from dashboard.sources.reader import Answers
from data_models import database
from data_models.commands.people import own_region, register_person
from data_models.queries import own_figures

HEADER = "Gemeente;Jaar;Leeftijd;Aantal jeugdzorg;Noemer jeugdzorg\n"


def _quiet(_: Progress) -> None: ...


@pytest.fixture
def region_id(seeded_engine: Engine) -> int:
    with database.writing(seeded_engine) as session:
        register_person(session, name="Anna", organisation="Gemeente Urk", perspective="gemeente")
        return own_region(session)


def _own(engine: Engine, region_id: int, text: str, path: Path) -> Prepared:
    """An own table of which the suggested mapping is right."""
    path.write_text(text, encoding="utf-8")
    request = Request("spreadsheet", path=str(path), file_name=path.name, region_id=region_id)
    asked = prepare(engine, request, progress=_quiet)
    assert asked.report.question is not None, asked.report
    answered = replace(request, answers=Answers(mapping=asked.report.question.mapping))
    return prepare(engine, answered, progress=_quiet)


def _statuses(prepared: Prepared) -> dict[str, str]:
    assert prepared.figures is not None, prepared.report
    return {row["breakdown"]: row["status"] for row in prepared.figures.frame.iter_rows(named=True)}


def test_an_own_count_of_a_public_indicator_is_protected_too(
    seeded_engine: Engine, region_id: int, tmp_path: Path
) -> None:
    """CBS protects its jeugdzorg; what a gemeente counts itself has been protected by nobody."""
    rows = "Urk;2018;;4;9000\nUrk;2019;;90;9000\n"
    prepared = _own(seeded_engine, region_id, HEADER + rows, tmp_path / "eigen.csv")
    assert prepared.figures is not None, prepared.report
    by_period = {row["period"]: row for row in prepared.figures.frame.iter_rows(named=True)}
    assert by_period["2018"]["status"] == "withheld:small-count"
    assert by_period["2018"]["numerator"] is None
    assert by_period["2019"]["numerator"] == 90
    assert [(one.area, one.period, one.reason) for one in prepared.report.withheld] == [
        ("Urk", "2018", "minder dan 10 kinderen")
    ]


def test_what_stood_before_counts_when_more_is_brought_in(
    seeded_engine: Engine, region_id: int, tmp_path: Path
) -> None:
    """40 in all stands; of three ages one is small: a second must go, or 40 less the two others would tell it."""
    header = "Gemeente;Jaar;Leeftijd;Aantal thuiszitters;Noemer thuiszitters\n"
    first = _own(seeded_engine, region_id, f"{header}Urk;2023;;40;5000\n", tmp_path / "totaal.csv")
    assert store(seeded_engine, first).new == 1
    ages = "Urk;2023;5-9;4;1500\nUrk;2023;10-13;14;1500\nUrk;2023;14-17;22;2000\n"
    second = _own(seeded_engine, region_id, header + ages, tmp_path / "leeftijd.csv")
    assert _statuses(second) == {
        "leeftijd:5-9": "withheld:small-count",
        "leeftijd:10-13": "withheld:complementary",
        "leeftijd:14-17": "final",
    }
    with database.reading(seeded_engine) as session:
        seen = own_figures.standing(session, indicators=["thuiszitters"], region_id=region_id)
    assert seen.filter(area="GM0184")["numerator"].to_list() == [40.0]


def test_a_gemeente_that_was_merged_is_counted_where_it_went(
    seeded_engine: Engine, region_id: int, tmp_path: Path
) -> None:
    """Heerhugowaard (0398) and Langedijk (0416) are Dijk en Waard (1980) since 2022: 21 + 12 = 33."""
    header = "Gemeente;Jaar;Aantal thuiszitters;Noemer thuiszitters\n"
    rows = "GM0398;2023;21;9000\nGM0416;2023;12;4000\n"
    prepared = _own(seeded_engine, region_id, header + rows, tmp_path / "oud.csv")
    assert prepared.figures is not None, prepared.report
    (figure,) = prepared.figures.frame.iter_rows(named=True)
    assert (figure["area"], figure["numerator"], figure["denominator"]) == ("GM1980", 33.0, 13_000.0)
    assert prepared.report.moved == (
        "Heerhugowaard (GM0398) en Langedijk (GM0416) → Dijk en Waard (GM1980), vanaf 2022",
    )


def test_figures_that_come_in_while_the_audit_looks_are_not_passed_over(
    seeded_engine: Engine, region_id: int, tmp_path: Path
) -> None:
    """The total arrives between the look at what stands and the end: what was protected without it is not stored."""
    header = "Gemeente;Jaar;Leeftijd;Aantal thuiszitters;Noemer thuiszitters\n"
    total = _own(seeded_engine, region_id, f"{header}Urk;2023;;40;5000\n", tmp_path / "totaal.csv")
    ages = tmp_path / "leeftijd.csv"
    ages.write_text(f"{header}Urk;2023;5-9;4;1500\nUrk;2023;10-13;14;1500\nUrk;2023;14-17;22;2000\n", encoding="utf-8")
    request = Request("spreadsheet", path=str(ages), file_name=ages.name, region_id=region_id)
    asked = prepare(seeded_engine, request, progress=_quiet).report.question
    assert asked is not None
    stored: list[int] = []

    def _meanwhile(progress: Progress) -> None:
        if progress.stage == "comparing" and not stored:
            stored.append(store(seeded_engine, total).new)

    late = prepare(seeded_engine, replace(request, answers=Answers(mapping=asked.mapping)), progress=_meanwhile)
    assert stored == [1]
    outcome = store(seeded_engine, late)
    assert outcome.new == 0
    assert outcome.problem.startswith("Terwijl u keek zijn er andere cijfers opgeslagen.")
