"""Zoeken: figures and texts by their words, the way to where they stand, and nothing that a typed character breaks."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data.searching import around
from tests.pages.conftest import Open
from tests.pages.screen import headings, says


def _links(app: AppTest) -> list[tuple[str, str]]:
    return [(link.proto.label.replace("\\", ""), link.proto.query_string) for link in app.get("page_link")]


def test_figures_and_texts_are_found_by_group_each_with_the_way_to_where_it_stands(open_page: Open) -> None:
    app = open_page("search", gebied="VG0001", zoek="thuiszitters")
    assert {"Cijfers", "Bijdragen en duidingen", "Ambities en normen"} <= set(headings(app))
    assert ("Thuiszitters · Waterdam", "gebied=VG0001&indicator=thuiszitters&vergelijk=VL00") in _links(app)
    assert any(label.startswith("Naar het cijfer en het verhaal: Thuiszitters") for label, _ in _links(app))


def test_one_group_is_shown_whole(open_page: Open) -> None:
    app = open_page("search", gebied="VG0001", zoek="school", onderdeel="verhaal")
    assert headings(app) == ["Zoeken", "Bijdragen en duidingen"]


@pytest.mark.parametrize("typed", ["%_*😀", "'\"", "--"])
def test_signs_alone_ask_for_a_word(open_page: Open, typed: str) -> None:
    assert says(open_page("search", gebied="VG0001", zoek=typed), "Typ een woord met letters of cijfers.")


def test_a_real_area_finds_nothing_of_the_example(open_page: Open) -> None:
    app = open_page("search", gebied="GM0034", zoek="thuiszitters")
    assert headings(app) == ["Zoeken", "Cijfers"]


def test_the_words_around_what_was_looked_for_are_cut_at_words_and_marked() -> None:
    long = " ".join(["ervoor"] * 30 + ["Jeugdhulp", "komt", "laat."] + ["erna"] * 60)
    pieces = around(["Kort.", long], typed="hulp")
    assert [text for text, wanted in pieces if wanted] == ["Jeugdhulp"]
    said = "".join(text for text, _ in pieces)
    assert said.startswith("… ervoor")
    assert said.endswith("erna …")
    assert "ervoor Jeugdhulp komt laat. erna" in said
    assert len(said) < 240
    assert around(["<b>*Hulp*</b>"], typed="hulp") == [("", False), ("<b>*Hulp*</b>", True), ("", False)]
