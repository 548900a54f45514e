"""CBS OData v4: observations are turned into the same wide table that version 3 gives."""

from pathlib import Path

import polars as pl
import pytest

from dashboard.sources.services.odata import fetch_table, metadata
from dashboard.sources.services.odata_v4 import number_text
from dashboard.sources.services.service import Service, ServiceError
from dashboard.sources.table import LINE
from tests.dashboard.sources.odata_cells import cells, hasty
from tests.services.cbs_server import CbsServer
from tests.services.cbs_tables import CbsTable


@pytest.fixture
def cbs(cbs_server: CbsServer) -> Service:
    return hasty("v4", cbs_server.v4_address)


def test_observations_become_a_row_per_area_with_a_column_per_measure(cbs: Service, cbs_server: CbsServer) -> None:
    opened, _ = fetch_table(
        cbs, table="85984NED", select=("T001203", "A045561"), where={"WijkenEnBuurten": ("GM0034", "WK00340*")}
    )

    assert opened.tables[0].header == ("WijkenEnBuurten", "T001203", "A045561")
    assert cells(opened).rows()[:2] == [(2, "GM0034", "7400", "11.7"), (3, "WK003401", "35", "12.4")]
    assert cbs_server.asked("Observations?") == [
        "/odata/v1/CBS/85984NED/Observations?$filter="
        "(WijkenEnBuurten eq 'GM0034    ' or startswith(WijkenEnBuurten,'WK00340')) "
        "and (Measure eq 'T001203' or Measure eq 'A045561')"
    ]


def test_both_versions_give_the_same_cells(cbs: Service, cbs_server: CbsServer) -> None:
    for table in cbs_server.tables:
        third, about_third = fetch_table(hasty("v3", cbs_server.v3_address), table=table)
        fourth, about_fourth = fetch_table(cbs, table=table)
        assert cells(third).rows() == cells(fourth).rows()
        assert about_third.dimensions == about_fourth.dimensions
        assert list(about_third.measures.values()) == list(about_fourth.measures.values())
        assert about_third.period_status == about_fourth.period_status


def test_a_figure_that_is_not_shown_is_a_point_and_one_that_cannot_exist_is_empty(cbs: Service) -> None:
    shown, _ = fetch_table(cbs, table="85098NED", select=("M99001", "M99002"), where={"RegioS": ("GM0060",)})
    assert cells(shown).row(0) == (2, "GM0060", "2022JJ00*", "7.8", ".")

    empty, _ = fetch_table(cbs, table="84780NED", select=("M99011",), where={"Regiokenmerken": ("GM0738",)})
    assert cells(empty)["M99011"].to_list() == [""]


def test_a_measure_without_observations_is_an_empty_column(cbs: Service, cbs_server: CbsServer) -> None:
    table = cbs_server.tables["84780NED"]
    table.measures.append(["Extra_5", "M99015", "Extra", "aantal", 0])
    table.rows = [[*row, ""] for row in table.rows]
    cbs_server.tables["84780NED"] = _WithoutObservationsOf("M99015", **vars(table))
    opened, _ = fetch_table(cbs, table="84780NED")
    assert set(cells(opened)["M99015"]) == {""}


class _WithoutObservationsOf(CbsTable):
    """A table that lists a measure and has nothing of it."""

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(**fields)  # type: ignore[arg-type]
        self.code = code

    def v4(self, part: str) -> list[dict[str, object]] | None:
        rows = super().v4(part)
        return [row for row in rows if row.get("Measure") != self.code] if rows else rows


def test_pages_come_with_their_number_and_are_kept(cbs: Service, cbs_server: CbsServer, tmp_path: Path) -> None:
    cbs_server.page = 40
    cbs_server.fail(503, on="Observations?", after=1)
    with pytest.raises(ServiceError):
        fetch_table(cbs, table="85984NED", cache=tmp_path)
    cbs_server.faults.clear()
    cbs_server.requests.clear()

    seen: list[tuple[int, int | None]] = []
    opened, _ = fetch_table(
        cbs, table="85984NED", progress=lambda done, total: seen.append((done, total)), cache=tmp_path
    )

    assert cells(opened).height == 14
    assert seen == [(80, 154), (120, 154), (154, 154)]  # 14 areas, 11 measures
    assert [request.rpartition("=")[2] for request in cbs_server.asked("Observations?")] == ["80", "120"]


def test_a_service_that_cannot_count_is_no_reason_to_stop(cbs: Service, cbs_server: CbsServer) -> None:
    cbs_server.fail(500, on="$count")
    seen: list[int | None] = []
    fetch_table(cbs, table="84489NED", progress=lambda done, total: seen.append(total))
    assert seen == [None, None]
    assert len(cbs_server.asked("$count")) == 1


def test_what_the_table_is_about_can_be_asked_alone(cbs: Service) -> None:
    about = metadata(cbs, table="85984NED")
    assert about.title == "Kerncijfers wijken en buurten 2024"
    assert about.measures["T001203"] == ("Jongeren met jeugdzorg in natura", "aantal", 0, "Zorg")
    assert about.measures["10680"].group == "Bevolking/Leeftijdsgroepen"
    assert about.dimensions["WijkenEnBuurten"]["GM0034"] == "Almere"


def test_two_figures_for_one_cell_are_refused(cbs: Service, cbs_server: CbsServer) -> None:
    rows = cbs_server.tables["84489NED"].rows
    rows.append(rows[0])
    with pytest.raises(ServiceError) as refused:
        fetch_table(cbs, table="84489NED")
    assert refused.value.sentences() == [
        "De tabel 84489NED geeft twee cijfers voor dezelfde cel. Download de tabel zelf en lees het bestand in."
    ]


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [
        (13.0, 1, "13.0"),
        (872757.0, 0, "872757"),
        (11.75, 1, "11.75"),  # more decimals than the measure says: nothing is rounded away
        (1.234, 3, "1.2340"),  # 1.234 could be read as a thousand
        (1234.567, 3, "1234.567"),
        (-0.5, 1, "-0.5"),
    ],
)
def test_a_number_is_written_so_that_it_can_be_read_in_one_way_only(value: float, decimals: int, expected: str) -> None:
    assert number_text(value, decimals=decimals) == expected


def test_lines_are_numbered_through_all_slices(cbs: Service, cbs_server: CbsServer) -> None:
    table = cbs_server.tables["84489NED"]
    table.measures = table.measures[:1]
    table.rows = [[f"W{number:06}", "1"] for number in range(100_001)]
    cbs_server.page = 100_000
    opened, _ = fetch_table(cbs, table="84489NED")
    lines = cells(opened)[LINE]
    assert lines.equals(pl.Series(LINE, range(2, 100_003), dtype=pl.Int64))


@pytest.mark.parametrize("version", ["v3", "v4"])
def test_a_choice_that_is_too_long_for_an_address_is_made_afterwards(cbs_server: CbsServer, version: str) -> None:
    asked = hasty("v4", cbs_server.v4_address) if version == "v4" else hasty("v3", cbs_server.v3_address)
    every = metadata(asked, table="85098NED").dimensions["RegioS"]
    many = [code for code in every if code.startswith("GM")][:200]
    opened, about = fetch_table(asked, table="85098NED", where={"RegioS": many, "Perioden": ("2022JJ00",)})

    found = cells(opened)
    assert set(found["Perioden"]) == {"2022JJ00*"}
    assert set(found["RegioS"]) <= set(many)
    assert max(len(request) for request in cbs_server.requests) < 2_000
    chosen = fetch_table(asked, table="85098NED", select=list(about.measures), where={"Perioden": ("2022JJ00",)})[0]
    assert cells(chosen).filter(pl.col("RegioS").is_in(many)).drop(LINE).rows() == found.drop(LINE).rows()
