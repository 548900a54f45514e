"""Vergelijken against a group: of the same size, the jeugdregio, one of one's own; and by school against none."""

import pytest
from sqlalchemy import Engine, select

from data_models import database
from data_models.commands.comparison_groups import save_comparison_group
from data_models.tables import Region
from tests.data_models.people_rows import add_actor
from tests.pages.conftest import Open
from tests.pages.screen import alternative, message, rows, says

FLEVOLAND = {"gebied": "GM0034", "jaar": "2022", "indicator": "jeugdzorg", "groep": "provincie"}


def _against(open_page: Open, **address: str) -> str:
    """What stands above the last column: with what is compared."""
    return list(rows(open_page("comparison", **address))[0])[-1]


def test_two_gemeenten_together_are_what_is_compared_with_and_are_named(open_page: Open) -> None:
    # Jeugdzorg of 2024: Waterdam 2770 of 25216 and Boslo 510 of 5346 are 3280 of 30562: 10,7%.
    app = open_page("comparison", gebied="VG0003", indicator="jeugdzorg", jaar="2024", tegen="VG0001,VG0002")
    assert "Vergeleken met de eigen groep: 10,7%." in alternative(app)
    assert says(app, "Vergeleken met de eigen groep, berekend uit 2 van 2 gemeenten: Waterdam en Boslo.")
    assert says(app, "Heuveloord telt daar zelf niet in mee.")
    assert says(app, "Boslo en Waterdam tellen zelf mee in de eigen groep; daardoor lijkt hun verschil iets kleiner.")


def test_an_area_in_the_group_is_not_said_to_be_out_of_it(open_page: Open) -> None:
    app = open_page("comparison", gebied="VG0001", indicator="jeugdzorg", jaar="2024", tegen="VG0001,VG0002")
    assert not says(app, "telt daar zelf niet in mee")


def test_the_jeugdregio_comes_with_its_year_and_its_source(open_page: Open) -> None:
    app = open_page("comparison", **FLEVOLAND, tegen="jeugdregio")
    names = "Almere, Dronten, Lelystad, Noordoostpolder, Urk en Zeewolde"
    composed = "berekend uit 6 van 6 gemeenten, bij benadering"
    assert says(app, f"Vergeleken met jeugdregio Flevoland, {composed}: {names}.")
    assert says(app, "De jeugdregio is die van 2017 (bron: CBS, gelegd over de gemeenten van 2025)")
    assert says(app, "Alle gebieden hier tellen zelf mee in jeugdregio Flevoland.")
    assert _against(open_page, **FLEVOLAND, tegen="jeugdregio") == "Tegen jeugdregio Flevoland"


def test_a_gemeente_whose_jeugdregio_is_not_sure_is_offered_none(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0289", indicator="jeugdzorg", jaar="2022", tegen="jeugdregio")
    assert not [one for one in app.selectbox[2].options if one.startswith("jeugdregio")]
    assert not says(app, "De jeugdregio is die van 2017")


def test_gemeenten_of_the_same_size_are_added_up_without_the_area_itself(open_page: Open) -> None:
    app = open_page("comparison", **FLEVOLAND, tegen="grootte")
    assert says(app, "Almere telt daar zelf niet in mee.")
    assert says(app, "tussen twee derde en anderhalf keer zoveel kinderen en jongeren als Almere")
    assert says(app, "Vergeleken met gemeenten van dezelfde grootte, berekend uit ")


def test_the_area_itself_can_be_what_its_neighbours_are_compared_with(open_page: Open) -> None:
    app = open_page("comparison", **FLEVOLAND, tegen="zelf")
    assert "Almere" not in [row["Gebied"] for row in rows(app)]
    assert message(app).endswith("niet duidelijk anders (2022).")
    assert "lager dan Almere" in {row["Tegen Almere"] for row in rows(app)}


def test_the_country_is_compared_with_itself_and_stays_the_reference_of_a_gemeente(open_page: Open) -> None:
    app = open_page("comparison", **FLEVOLAND)
    app.selectbox[0].set_value("NL00").run()
    assert message(app).startswith("126 hoger dan Nederland, 116 lager")
    app.selectbox[0].set_value("GM0034").run()
    assert app.query_params["vergelijk"] in ("NL00", ["NL00"])
    assert list(rows(app)[0])[-1] == "Tegen Nederland"


def test_another_area_takes_the_place_of_a_group(open_page: Open) -> None:
    app = open_page("comparison", **FLEVOLAND, tegen="grootte")
    app.selectbox[2].set_value("PV24").run()
    assert app.query_params.get("tegen") is None
    assert app.query_params["vergelijk"] in ("PV24", ["PV24"])
    assert list(rows(app)[0])[-1] == "Tegen Provincie Flevoland"


def test_a_saved_group_is_there_by_its_name_and_others_see_its_gemeenten(open_page: Open, app_database: Engine) -> None:
    with database.writing(app_database) as session:
        region = session.scalars(select(Region.id).where(Region.fictional)).one()
        actor = add_actor(session, "Beleid", region_id=region)
        save_comparison_group(session, actor=actor, name="Rivieren", areas=[("VG0001", 2017), ("VG0004", 2017)])
    app = open_page("comparison", gebied="VG0002", indicator="jeugdzorg", jaar="2024", tegen="VG0001,VG0004")
    assert list(rows(app)[0])[-1].startswith("Tegen groep Rivieren")
    assert "groep Rivieren (2)" in app.selectbox[2].options


@pytest.mark.parametrize("asked", ["GM0034", "PO2401,PO2402", "bestaat-niet", "GM0034,VG0001"])
def test_what_is_no_group_of_gemeenten_leaves_the_area_that_was_chosen(open_page: Open, asked: str) -> None:
    assert _against(open_page, **FLEVOLAND, tegen=asked) == "Tegen Nederland"


def test_counts_cannot_be_compared_with_a_group_and_it_says_why(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", indicator="leerlingen-po", tegen="jeugdregio")
    assert says(app, "Van jeugdregio Flevoland is er geen cijfer: niet berekend uit gemeenten, want daarvoor zijn")


def test_what_is_counted_by_school_is_not_added_up_and_it_says_why(open_page: Open) -> None:
    by_school = {"gebied": "VG0001", "indicator": "speciaal-basisonderwijs", "tegen": "VG0001,VG0002"}
    app = open_page("comparison", **by_school)
    assert says(app, "dit cijfer telt kinderen bij hun school en die wonen niet altijd in het gebied")
    assert {row["Tegen de eigen groep"].partition(":")[0] for row in rows(app)} == {
        "niet te vergelijken met de eigen groep"
    }


def test_a_region_has_no_figure_by_school_though_its_gemeenten_have(open_page: Open) -> None:
    own = {"groep": "eigen", "gebieden": "VR0001,VP0001"}
    app = open_page("comparison", gebied="VG0001", indicator="speciaal-basisonderwijs", **own)
    of = {row["Gebied"]: row["Cijfer"] for row in rows(app)}
    assert of["Regio Rivierenrijk (regio)"] == "niet berekend: telt bij de school"
    assert says(
        app, "Van Regio Rivierenrijk (regio) is er geen cijfer: niet berekend uit gemeenten, want dit cijfer telt"
    )
    assert "%" in of["swv Rivierenrijk po"]  # the source gives it itself


def test_the_same_region_says_on_its_own_screen_why_it_has_none(open_page: Open) -> None:
    app = open_page("figure", gebied="VR0001", indicator="speciaal-basisonderwijs", vergelijk="VL00")
    assert says(app, "Regio Rivierenrijk: niet berekend uit gemeenten, want dit cijfer telt kinderen bij hun school")
    assert not app.get("plotly_chart")
