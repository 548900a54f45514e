"""CBS OData v3: the table comes as StatLine shows it, in pages, and only the part that is asked for."""

import os
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.sources.services.odata import fetch_table, metadata, with_titles
from dashboard.sources.services.service import FetchCancelledError, Service, ServiceError, service
from dashboard.sources.table import LINE
from tests.dashboard.sources.odata_cells import cells, hasty
from tests.services.cbs_server import CbsServer

YOUTH_HELP = "JongerenMetJeugdhulpInNatura_1"


@pytest.fixture
def cbs(cbs_server: CbsServer) -> Service:
    return hasty("v3", cbs_server.v3_address)


def test_a_table_comes_wide_without_padding_and_with_the_symbols_of_the_source(cbs: Service) -> None:
    opened, _ = fetch_table(cbs, table="85098NED", where={"RegioS": ("GM0060",)})

    row = cells(opened).row(0, named=True)

    assert opened.tables[0].header == (
        "RegioS",
        "Perioden",
        YOUTH_HELP,
        "JongerenMetJeugdhMetVerblInNat_2",
        "JongerenMetJeugdbescherming_3",
        "JeugdbeschEnJeugdhMetVerblInNat_4",
        "JongerenMetJeugdreclassering_5",
    )
    assert row == {  # Ameland 2022: 7,8 percent, the rest is not shown
        LINE: 2,
        "RegioS": "GM0060",
        "Perioden": "2022JJ00*",
        YOUTH_HELP: "7.8",
        "JongerenMetJeugdhMetVerblInNat_2": ".",
        "JongerenMetJeugdbescherming_3": ".",
        "JeugdbeschEnJeugdhMetVerblInNat_4": ".",
        "JongerenMetJeugdreclassering_5": ".",
    }


def test_a_figure_that_cannot_exist_is_an_empty_cell(cbs: Service) -> None:
    opened, _ = fetch_table(cbs, table="84780NED", where={"Regiokenmerken": ("GM0738",)})
    assert cells(opened)["Leerlingen_1"].to_list() == [""]  # Aalburg became part of Altena in 2019


def test_periods_carry_the_stars_that_statline_shows(cbs: Service) -> None:
    opened, about = fetch_table(cbs, table="85098NED", where={"RegioS": ("NL01",)})

    assert cells(opened)["Perioden"].to_list() == [
        "2019JJ00*",
        "2022HJ01**",
        "2022JJ00*",
        "2023HJ01",
        "2023HJ02",
        "2023JJ00",
        "2025HJ01*",
    ]
    assert about.period_status["2022HJ01"] == "NaderVoorlopig"
    assert opened.notes == ()


def test_a_source_that_says_nothing_about_its_periods_is_said_to_do_so(cbs: Service, cbs_server: CbsServer) -> None:
    for code in cbs_server.tables["84780NED"].dimensions[2]["codes"]:
        del code[2]
    opened, _ = fetch_table(cbs, table="84780NED")

    assert set(cells(opened)["Perioden"]) == {"2018SJ00", "2019SJ00", "2022SJ00", "2023SJ00"}
    assert opened.notes == ("De bron zegt niet per periode of cijfers voorlopig zijn; ze zijn als definitief gelezen.",)


def test_all_pages_come_and_every_page_is_reported(cbs: Service, cbs_server: CbsServer) -> None:
    seen: list[tuple[int, int | None]] = []
    opened, _ = fetch_table(cbs, table="85098NED", progress=lambda done, total: seen.append((done, total)))

    assert cells(opened).height == 365
    assert seen == [(0, 365), (100, 365), (200, 365), (300, 365), (365, 365)]
    assert len(cbs_server.asked("UntypedDataSet?")) == 4


def test_only_the_chosen_codes_and_measures_are_asked_for(cbs: Service, cbs_server: CbsServer) -> None:
    opened, _ = fetch_table(
        cbs,
        table="84780NED",
        select=("VoortijdigSchoolverlaters_2",),
        where={"Geslacht": ("T001038",), "Regiokenmerken": ("GM*", "NL01")},
    )

    assert cells(opened).rows() == [
        (2, "T001038", "GM0358", "2023SJ00*", "60"),
        (3, "T001038", "GM0738", "2023SJ00*", ""),
        (4, "T001038", "GM1680", "2023SJ00*", "40"),
        (5, "T001038", "NL01", "2018SJ00*", "32100"),
        (6, "T001038", "NL01", "2019SJ00*", "26160"),
        (7, "T001038", "NL01", "2022SJ00*", "35430"),
        (8, "T001038", "NL01", "2023SJ00*", "34210"),
    ]
    assert cbs_server.asked("UntypedDataSet?") == [
        "/ODataFeed/odata/84780NED/UntypedDataSet"
        "?$filter=Geslacht eq 'T001038' and (startswith(Regiokenmerken,'GM') or Regiokenmerken eq 'NL01    ')"
        "&$select=Geslacht,Regiokenmerken,Perioden,VoortijdigSchoolverlaters_2&$format=json"
    ]


def test_what_the_table_is_about_can_be_asked_alone(cbs: Service, cbs_server: CbsServer) -> None:
    about = metadata(cbs, table="85984NED")

    assert about.title == "Kerncijfers wijken en buurten 2024"
    assert about.measures["k_0Tot15Jaar_8"] == ("0 tot 15 jaar", "aantal", 0, "Bevolking/Leeftijdsgroepen")
    assert about.measures["PercentageJongerenMetJeugdzorg_92"].decimals == 1
    assert about.dimensions["WijkenEnBuurten"]["GM0034"] == "Almere"
    assert (about.regions, about.periods) == (["WijkenEnBuurten"], [])
    assert cbs_server.asked("UntypedDataSet") == []


def test_measures_can_be_called_as_statline_calls_them(cbs: Service) -> None:
    opened, about = fetch_table(cbs, table="70072ned", where={"RegioS": ("GM0034",)})
    titled = with_titles(opened, about=about)

    classes = "Bevolking/Bevolkingssamenstelling op 1 januari/Leeftijd/Leeftijdsgroepen"
    assert titled.tables[0].header[:4] == (
        "RegioS",
        "Perioden",
        "Bevolking/Bevolkingssamenstelling op 1 januari/Totale bevolking (aantal)",
        f"{classes}/Jonger dan 5 jaar (aantal)",
    )
    assert cells(titled).rows() == cells(opened).rows()


def test_keys_that_look_alike_differ_by_their_titles(cbs: Service) -> None:
    opened, about = fetch_table(cbs, table="85489NED")
    assert with_titles(opened, about=about).tables[0].header[3:] == (
        "Leerlingen (speciaal) basisonderwijs (aantal)",
        "Leerlingen basisonderwijs (aantal)",
        "Leerlingen speciaal basisonderwijs (aantal)",
    )


def test_texts_in_a_table_are_kept_without_padding(cbs: Service) -> None:
    opened, _ = fetch_table(cbs, table="84489NED", where={"Woonplaatsen": ("WP1925",)})
    assert cells(opened).row(0) == (
        2,
        "WP1925",
        "WP1925",
        "Almelo",
        "GM0141",
        "Overijssel",
        "PV23",
        "Oost-Nederland",
        "LD02",
    )


def test_the_same_figures_have_the_same_fingerprint_however_they_came(cbs_server: CbsServer) -> None:
    once, _ = fetch_table(service("v3"), table="85098NED")
    cbs_server.page = 31
    again, _ = fetch_table(service("v3"), table="85098NED")
    assert once.sha256 == again.sha256

    cbs_server.tables["85098NED"].rows[0][2] = "99.9"
    assert fetch_table(service("v3"), table="85098NED")[0].sha256 != once.sha256


def test_the_answer_has_the_name_of_the_table_and_the_day(cbs: Service) -> None:
    opened, _ = fetch_table(cbs, table="84489NED")
    assert opened.name.startswith("84489NED (CBS StatLine, ")


def test_the_pages_that_came_in_are_not_asked_again(cbs: Service, cbs_server: CbsServer, tmp_path: Path) -> None:
    cbs_server.fail(503, on="UntypedDataSet?", after=2)
    with pytest.raises(ServiceError):
        fetch_table(cbs, table="85098NED", select=(YOUTH_HELP,), cache=tmp_path)
    cbs_server.faults.clear()
    cbs_server.requests.clear()

    seen: list[int] = []
    opened, _ = fetch_table(
        cbs,
        table="85098NED",
        select=(YOUTH_HELP,),
        progress=lambda done, total: seen.append(done),
        cache=tmp_path,
    )

    assert cells(opened).height == 365
    assert seen == [200, 300, 365]
    assert [request.rpartition("$skip=")[2] for request in cbs_server.asked("UntypedDataSet?")] == ["200", "300"]
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_changed_in_the_meantime_is_fetched_anew(
    cbs: Service, cbs_server: CbsServer, tmp_path: Path
) -> None:
    cbs_server.fail(503, on="UntypedDataSet?", after=2)
    with pytest.raises(ServiceError):
        fetch_table(cbs, table="85098NED", cache=tmp_path)
    cbs_server.faults.clear()
    cbs_server.requests.clear()
    cbs_server.tables["85098NED"].modified = "2026-10-30T02:00:00"

    assert cells(fetch_table(cbs, table="85098NED", cache=tmp_path)[0]).height == 365
    assert len(cbs_server.asked("UntypedDataSet?")) == 4


def test_a_kept_page_that_is_damaged_is_fetched_anew(cbs: Service, cbs_server: CbsServer, tmp_path: Path) -> None:
    cbs_server.fail(503, on="UntypedDataSet?", after=2)
    with pytest.raises(ServiceError):
        fetch_table(cbs, table="85098NED", cache=tmp_path)
    cbs_server.faults.clear()
    next(tmp_path.glob("*/page-00001.z")).write_bytes(zlib.compress(b'{"value": []}'))

    assert cells(fetch_table(cbs, table="85098NED", cache=tmp_path)[0]).height == 365


def test_pages_are_kept_without_being_asked_for_and_not_for_ever(cbs_server: CbsServer, tmp_path: Path) -> None:
    asked = replace(service("v3"), sleep=lambda seconds: None)
    cbs_server.fail(503, on="UntypedDataSet?", after=2)
    with pytest.raises(ServiceError):
        fetch_table(asked, table="85098NED")
    (kept,) = (tmp_path / "fetched").iterdir()
    os.utime(kept, (0, 0))

    cbs_server.faults.clear()
    cbs_server.requests.clear()
    fetch_table(asked, table="85098NED")
    assert len(cbs_server.asked("UntypedDataSet?")) == 4
    assert list((tmp_path / "fetched").iterdir()) == []


def test_a_folder_that_cannot_be_used_is_no_reason_to_stop(cbs: Service, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    assert cells(fetch_table(cbs, table="85098NED", cache=tmp_path / "file")[0]).height == 365


def test_what_is_known_of_a_table_is_not_asked_again(cbs: Service, cbs_server: CbsServer) -> None:
    about = metadata(cbs, table="84780NED")
    cbs_server.requests.clear()
    fetch_table(cbs, table="84780NED", about=about)
    assert len(cbs_server.requests) == 2  # how many rows, and the one page


def test_fetching_stops_when_somebody_says_so_and_goes_on_later(
    cbs: Service, cbs_server: CbsServer, tmp_path: Path
) -> None:
    done = 0

    def note(rows: int, total: int | None) -> None:
        nonlocal done
        done = rows

    with pytest.raises(FetchCancelledError):
        fetch_table(cbs, table="85098NED", progress=note, cancelled=lambda: done >= 100, cache=tmp_path)
    asked = len(cbs_server.asked("UntypedDataSet?"))
    assert (asked, done) == (1, 100)

    fetch_table(cbs, table="85098NED", cache=tmp_path)
    assert len(cbs_server.asked("UntypedDataSet?")) == asked + 3


def test_pages_that_lead_back_to_themselves_are_refused(cbs: Service, cbs_server: CbsServer) -> None:
    cbs_server.fail("loop", on="UntypedDataSet?")
    with pytest.raises(ServiceError) as refused:
        fetch_table(cbs, table="85098NED")
    assert refused.value.sentences() == [
        "127.0.0.1 geeft steeds dezelfde bladzijde van de tabel. Download de tabel zelf en lees het bestand in."
    ]


def test_the_other_address_of_v3_fails_above_its_limit_and_says_so(cbs_server: CbsServer) -> None:
    cbs_server.page = 10_000
    table = cbs_server.tables["84489NED"]
    table.rows = [[f"WP{number:04}", *table.rows[0][1:]] for number in range(10_001)]
    with pytest.raises(ServiceError) as refused:
        fetch_table(hasty("v3", cbs_server.api_address), table="84489NED")
    assert refused.value.sentences() == [
        "127.0.0.1 heeft een storing (antwoord 500). "
        "Probeer het later nog eens; wat al binnen is, wordt dan niet opnieuw gevraagd."
    ]
    assert cells(fetch_table(hasty("v3", cbs_server.v3_address), table="84489NED")[0]).height == 10_001


def test_a_measure_that_the_table_does_not_have_is_named(cbs: Service) -> None:
    with pytest.raises(ServiceError) as refused:
        fetch_table(cbs, table="85098NED", select=("JongerenMetJeugdhulp_9",))
    assert refused.value.sentences() == [
        "De tabel 85098NED heeft geen onderwerp of dimensie JongerenMetJeugdhulp_9. "
        "Misschien heeft CBS de tabel veranderd: controleer de koppeling van de kolommen."
    ]


def test_a_choice_without_rows_is_refused(cbs: Service) -> None:
    with pytest.raises(ServiceError) as refused:
        fetch_table(cbs, table="85098NED", where={"RegioS": ("XX*",)})
    assert refused.value.sentences() == [
        "De tabel 85098NED heeft geen enkele regel voor deze keuze. Controleer de keuze van gebieden en perioden."
    ]


@pytest.mark.parametrize(
    ("cell", "expected"), [("    1.234", "1.2340"), ("  1234.567", "1234.567"), (" .5", "0.5"), ("       .", ".")]
)
def test_a_number_can_be_read_in_one_way_only(cbs: Service, cbs_server: CbsServer, cell: str, expected: str) -> None:
    cbs_server.tables["84489NED"].rows[0][2] = cell
    code = cbs_server.tables["84489NED"].rows[0][0]
    opened, _ = fetch_table(cbs, table="84489NED", where={"Woonplaatsen": (code,)}, select=("Naam_2",))
    assert cells(opened)["Naam_2"].to_list() == [expected]
