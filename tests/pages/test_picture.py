"""Beelden: figures side by side with one story, the list of those that are known, and a title."""

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open
from tests.pages.screen import headings, says

AREA = {"gebied": "VG0001", "vergelijk": "VL00"}
KNOWN = "Thuiszitters en vrijstellingen in Waterdam, 2024/'25 (voorbeeld)"


def _title(app: AppTest) -> str:
    return headings(app)[0].replace("\\", "")


def _links(app: AppTest) -> list[str]:
    return [str(one.proto.label).replace("\\", "") for one in app.get("page_link")]


def test_figures_stand_side_by_side_with_their_messages_and_one_story_in_whatever_order(open_page: Open) -> None:
    for codes in ("thuiszitters,vrijstelling-5a", "vrijstelling-5a,thuiszitters"):
        app = open_page("picture", beeld=codes, **AREA)
        assert _title(app) == KNOWN
        assert len(app.get("plotly_chart")) == 2
        assert says(app, "Ruim 1 op de 200 leerplichtige kinderen in Waterdam zat in schooljaar 2024/'25")
        assert says(app, "Voorbeeld: een gezamenlijke tafel die binnen twee weken een plek vindt.")


def test_without_a_second_figure_there_is_no_story_yet_and_the_known_ones_are_listed(open_page: Open) -> None:
    app = open_page("picture", beeld="thuiszitters,onbekend", **AREA)
    assert says(app, "Kies nog een cijfer")
    assert not says(app, "Herkennen we het beeld uit de cijfers?")
    assert KNOWN in _links(app)
    assert says(app, "Thuiszitters, Vrijstelling 5 onder a · 2024/'25 · 8 antwoorden")
    assert _title(open_page("picture", **AREA)) == "Beelden"


def test_at_most_five_figures_and_a_group_of_one_can_stand_beside_each_other(open_page: Open) -> None:
    six = "thuiszitters,vrijstelling-5a,vsv,afstroom,relatief-verzuim,speciaal-onderwijs"
    assert len(open_page("picture", beeld=six, **AREA).get("plotly_chart")) == 5
    app = open_page("picture", beeld="jeugdzorg~geslacht:meisjes,thuiszitters", **AREA)
    assert "meisjes" in _title(app).casefold()


def test_a_figure_leads_to_a_picture_with_it_and_to_the_pictures_that_it_is_in(open_page: Open) -> None:
    app = open_page("figure", indicator="thuiszitters", **AREA)
    assert "Zet er een cijfer naast" in _links(app)
    assert says(app, "Dit cijfer staat ook in een beeld:")
    assert KNOWN in _links(app)


def test_a_picture_gets_a_title_that_can_be_taken_back(open_page: Open, person_id: int) -> None:
    app = open_page("picture", beeld="vsv,thuiszitters", **AREA)
    assert "in Waterdam" in _title(app)
    next(one for one in app.text_input if one.label == "Titel van dit beeld").set_value("School en thuis").run()
    app.button(key="beeld-titel-bewaren").click().run()
    assert says(app, "De titel is bewaard.")
    assert _title(app) == "School en thuis"
    next(one for one in app.button if one.label == "Ongedaan maken").click().run()
    assert "in Waterdam" in _title(app)
