"""Any table of CBS through a mapping, and the ready-made ones over the network, from a server in the true formats."""

from collections.abc import Iterator

import pytest

from dashboard.sources.columns.mapping import ColumnMapping, Measure
from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.reader import Answers, FileContent, QuestionError
from dashboard.sources.services.service import ServiceError
from tests.dashboard.sources.seed_known import FIXTURES, figures_of, known, sentences_about
from tests.services.cbs_server import serving


@pytest.fixture(params=["v3", "v4"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a server that answers as CBS does, in either version."""
    with serving() as cbs:
        yield cbs.v3_address if request.param == "v3" else cbs.v4_address


def fetched(source: str, *, address: str, table: str = "", answers: Answers | None = None) -> FileContent:
    connector = CONNECTORS[source]
    assert connector.fetch is not None
    opened = connector.fetch(known=known(), progress=lambda done, total: None, address=address, table=table)
    return connector.read(opened, known=known(), answers=answers or Answers())


def test_a_table_without_figures_is_refused() -> None:
    path = FIXTURES / "cbs-odata" / "84489NED-woonplaatsen.json"
    assert sentences_about(path, reader=CONNECTORS["cbs-odata"].read) == [
        "Deze tabel heeft geen cijfers: het is een lijst met namen en codes (Woonplaatsen, Woonplaatscode_1, Naam_2, "
        "Code_3, Naam_4, Code_5). Kies een tabel met aantallen of percentages."
    ]


def test_any_table_is_asked_about_with_a_suggestion_and_read_by_the_answer(address: str) -> None:
    with pytest.raises(QuestionError) as asked:
        fetched("cbs-odata", address=address, table="84780NED")
    question = asked.value.question
    assert (question.about, question.header[:3]) == ("mapping", ("Geslacht", "Regiokenmerken", "Perioden"))
    assert question.mapping is not None
    assert (question.mapping.area, question.mapping.period) == ("Regiokenmerken", "Perioden")
    assert question.mapping.only == {"Geslacht": ("T001038",)}
    mapping = ColumnMapping(
        area="Regiokenmerken",
        period="Perioden",
        measures=(
            Measure("vsv", "denominator", ("Leerlingen (aantal)",)),
            Measure("vsv", "numerator", ("Voortijdig schoolverlaters (aantal)",)),
        ),
        source="cbs-odata",
        only=question.mapping.only,
    )
    content = fetched("cbs-odata", address=address, table="84780NED", answers=Answers(mapping=mapping))
    assert figures_of(content, indicator="vsv", area="NL00")[0][:4] == ("2018/'19", "", 32_100, 1_339_130)


def test_youth_help_comes_over_the_network(address: str) -> None:
    content = fetched("cbs-85098NED", address=address)
    assert ("2022", "", None, None, 13.0, "provisional") in figures_of(content, indicator="jeugdhulp", area="GM0034")
    assert ("2025H1", "", None, None, 11.3, "provisional") in figures_of(content, indicator="jeugdhulp", area="GM0034")


def test_early_school_leavers_come_over_the_network(address: str) -> None:
    content = fetched("cbs-84780NED", address=address)
    assert figures_of(content, indicator="vsv", area="NL00")[-1][:4] == ("2023/'24", "", 34_210, 1_271_820)


def test_all_editions_of_kerncijfers_come_as_one_table(address: str) -> None:
    content = fetched("cbs-kwb", address=address)
    almere = figures_of(content, indicator="jeugdzorg", area="GM0034")
    assert [row[2] for row in almere] == [5805, 5885, 5960, 6585, 6680, 7160, 7400]
    assert [row[4] for row in almere] == [9.6, 9.7, 9.7, 10.7, 10.8, 11.4, 11.7]
    assert {row[5] for row in almere} == {"final"}


def test_population_is_found_by_its_titles(address: str) -> None:
    content = fetched("cbs-70072ned", address=address)
    assert figures_of(content, indicator="jongeren", area="GM0034") == [("2025", "", None, None, 69_413, "final")]


def test_youth_care_by_age_comes_from_two_tables(address: str) -> None:
    content = fetched("cbs-jeugdzorg-leeftijd", address=address)
    almere = figures_of(content, indicator="jeugdzorg-aantal", area="GM0034")
    assert [(row[0], row[4]) for row in almere if not row[1]] == [("2021", 6555), ("2022", 6660)]


def test_only_what_is_needed_is_asked_for() -> None:
    with serving() as cbs:
        fetched("cbs-84780NED", address=cbs.v3_address)
        asked = cbs.asked("$select")[0]
    assert "Leerlingen_1" in asked
    assert "VoortijdigSchoolverlatersPercentage_4" not in asked
    assert "T001038" in asked


def test_a_service_that_is_away_is_said_in_one_sentence() -> None:
    with serving() as cbs:
        cbs.fail(404)
        with pytest.raises(ServiceError) as failed:
            fetched("cbs-84780NED", address=cbs.v3_address)
    assert len(failed.value.sentences()) == 1
