"""Overzicht: the cards of full, sparse and invented areas."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import streamlit as st
from sqlalchemy import Engine, event
from streamlit.testing.v1 import AppTest

from dashboard.data import catalogue, overview
from dashboard.data.reader import read_now
from tests.bench import synthetic
from tests.pages.conftest import Open
from tests.pages.screen import chosen, headings, html, says

MOST_QUERIES = 18  # that an overview takes, however much there is to see


@contextmanager
def counting(engine: Engine) -> Iterator[list[str]]:
    """The questions that the database is asked within the block."""
    asked: list[str] = []

    def note(*event_arguments: object) -> None:
        if str(event_arguments[2]).startswith("SELECT"):
            asked.append(str(event_arguments[2]))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


def test_almere_has_a_card_per_indicator_by_theme(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034")
    assert headings(app) == [
        "Staat van de jeugd in Almere",
        "Wat valt op",
        "Opgroeien en jeugdhulp",
        "Naar school",
        "Passend onderwijs",
        "Samenwerking",
    ]
    assert says(app, "Ruim 1 op de 9 kinderen en jongeren kreeg in 2024 jeugdzorg; te weinig gegevens voor een trend.")
    assert says(app, "Nog geen cijfer.")
    assert says(app, "geen norm")


def test_what_was_discussed_is_told_to_who_takes_part_only(open_page: Open, request: pytest.FixtureRequest) -> None:
    visiting = open_page("overview", gebied="GM0034", filter="niet-besproken")
    assert not says(visiting, "besproken")
    assert [list(one.options) for one in visiting.pills] == [["met norm", "met duidelijke trend"]]
    assert says(open_page("overview", gebied="VG0001"), "nog niet besproken")  # of the example everybody may know
    request.getfixturevalue("person_id")
    assert says(open_page("overview", gebied="GM0034"), "nog niet besproken")


def test_an_invented_gemeente_says_so_with_norms_and_their_progress(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001")
    assert says(app, "norm 2030: 9,0% tot 10,5% · ligt achter, maar het verschil kan toeval zijn")
    assert says(app, "norm 2029: 2,0% · nog niet op koers")


def test_an_invented_gemeente_says_so_with_days_and_what_is_not_shown_nor_a_concept(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0002")
    assert says(app, "Voorbeeldregio: alle cijfers, normen en verhalen van Boslo zijn verzonnen.")
    assert says(app, "Niet getoond: minder dan 10 jongeren.")
    assert says(app, "besproken op 7 november 2024")
    assert not says(app, "norm 2028")


def test_of_an_area_of_which_everything_is_withheld_nothing_is_drawn(open_page: Open) -> None:
    app = open_page("overview", gebied="WK003414")
    assert headings(app)[0] == "Staat van de jeugd in De Steiger"
    assert says(app, "Niet getoond: de bron toont dit cijfer niet.")
    assert says(app, "Er is geen cijfer om te tekenen.")
    assert "<img" not in "".join(html(app))  # the value of Nederland alone would pass for that of De Steiger


def test_a_filter_shows_what_fits(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", filter="trend")
    assert says(app, "dat stijgt")
    assert not says(app, "geen duidelijke trend")
    assert not says(app, "te weinig gegevens")
    norms = open_page("overview", gebied="VG0001", filter="met-norm")
    assert not says(norms, "geen norm")


def test_a_filter_that_nothing_fits_says_so(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034", filter="met-norm")
    assert says(app, "Geen enkel cijfer past bij deze keuze.")


@pytest.mark.parametrize(
    "address", [{}, {"gebied": "onbekend"}, {"gebied": "GM0034", "vergelijk": "VL00", "filter": "rangorde"}]
)
def test_an_address_that_means_nothing_falls_back_to_almere_beside_the_country(
    open_page: Open, address: dict[str, str]
) -> None:
    app = open_page("overview", **address)
    assert says(app, "Per thema de cijfers van Almere, naast Nederland.")
    assert chosen(app) == {"Gebied": "GM0034", "Vergelijk met": "NL00", "Thema": ""}


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ("GM0796", "'s-Hertogenbosch"),
        ("GM0820", "Nuenen, Gerwen en Nederwetten"),
        ("NL00", "Nederland"),
        ("PO2401", "Samenwerkingsverband PO2401 (po)"),
        ("VP0001", "Samenwerkingsverband Rivierenrijk po (voorbeeld)"),
        ("WK003402-2021", "Almere Stad"),
    ],
)
def test_every_kind_of_area_has_the_screen_under_its_whole_name(open_page: Open, area: str, name: str) -> None:
    assert headings(open_page("overview", gebied=area))[0] == f"Staat van de jeugd in {name}"


def test_choosing_another_area_is_written_into_the_address_and_stays(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034")
    (choice,) = (box for box in app.selectbox if box.label == "Gebied")
    choice.set_value("GM0820").run()
    assert headings(app)[0] == "Staat van de jeugd in Nuenen, Gerwen en Nederwetten"
    assert str(app.query_params["gebied"]).strip("[]'") == "GM0820"


def _cards(app: AppTest) -> list[str]:
    """The names on the cards, in the order of the screen: links to Cijfer that are no sentence."""
    links = [link.proto for link in app.get("page_link")]
    return [link.label for link in links if link.page == "cijfer" and not link.label.endswith(".")]


def _noticed(app: AppTest) -> list[tuple[str, str]]:
    """The sentences of what stands out, each with the query of its link."""
    links = [link.proto for link in app.get("page_link")]
    return [
        (plain(link.label), link.query_string) for link in links if link.page == "cijfer" and link.label.endswith(".")
    ]


def plain(markdown: str) -> str:
    """What a reader sees of Markdown whose signs were escaped."""
    return markdown.replace("\\", "")


def test_what_stands_out_is_told_in_the_order_of_the_themes_each_sentence_leading_to_its_figure(
    open_page: Open,
) -> None:
    app = open_page("overview", gebied="VG0001")
    told = _noticed(app)
    # 632 of 15.634 is 40,4 per 1.000; at 99,8% exact Poisson 35,6 to 45,7: above the 32,5 of Voorbeeldland.
    assert told[1][0] == (
        "Relatief verzuim: duidelijk ongunstiger dan Voorbeeldland in schooljaar 2024/'25, "
        "40,4 per 1.000 tegen 32,5 per 1.000."
    )
    assert "indicator=relatief-verzuim" in told[1][1]
    assert "gebied=VG0001" in told[1][1]
    assert [sentence.partition(":")[0] for sentence, _ in told] == [
        "Voortijdig schoolverlaters",
        "Relatief verzuim",
        "Speciaal onderwijs",
    ]
    # What holds of several figures is said once, after what is found, and leads to none of them.
    assert says(
        app,
        "De nieuwste cijfers van Jeugdzorg, Jeugdbescherming, Wachttijd jeugdhulp en nog 7 andere zijn voorlopig: "
        "ze kunnen nog veranderen.",
    )
    assert says(app, "Bij Jeugdzorg, Jeugdbescherming en Relatief verzuim is de laatste jaren anders geteld")


def test_where_nothing_stands_out_that_is_said_calmly(open_page: Open) -> None:
    app = open_page("overview", gebied="WK003448")
    assert _noticed(app) == []
    assert says(app, "Niets dat er duidelijk uitspringt.")


def test_where_there_is_no_figure_to_show_nothing_stands_out_and_that_is_no_good_news(open_page: Open) -> None:
    app = open_page("overview", gebied="WK003414")
    assert _noticed(app) == []
    assert says(app, "Er is hier nog geen cijfer dat getoond kan worden.")
    assert not says(app, "goed nieuws")


def test_filters_hold_together_and_the_screen_tells_how_many_are_left_and_why(open_page: Open) -> None:
    everything = open_page("overview", gebied="VG0001")
    assert says(everything, "U ziet alle 11 cijfers.")
    norms = _cards(open_page("overview", gebied="VG0001", filter="met-norm"))
    not_discussed = _cards(open_page("overview", gebied="VG0001", filter="niet-besproken"))
    both = open_page("overview", gebied="VG0001", filter="niet-besproken,met-norm")
    assert _cards(both) == [name for name in norms if name in not_discussed] == ["Voortijdig schoolverlaters"]
    assert says(both, "U ziet 1 van de 11 cijfers: met norm, nog niet besproken.")


def test_one_theme_is_shown_alone(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", thema="school")
    assert headings(app) == ["Staat van de jeugd in Waterdam", "Wat valt op", "Naar school"]
    assert says(app, "U ziet 4 van de 11 cijfers: thema Naar school.")


def test_a_theme_and_a_search_without_anything_in_common_say_what_to_do(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", thema="samenwerking", zoek="thuiszitters")
    assert says(app, "Geen enkel cijfer past bij ‘thuiszitters’.")
    assert says(app, "U ziet 0 van de 11 cijfers: thema Samenwerking, gezocht op ‘thuiszitters’.")
    assert "Toon weer alle cijfers" in [link.proto.label for link in app.get("page_link")]


def test_a_search_finds_cards_by_another_word_and_names_what_has_no_card_here(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", zoek="spijbelen")
    assert _cards(app) == ["Thuiszitters", "Relatief verzuim", "Absoluut verzuim"]  # the last without a figure here
    assert says(app, "gezocht op ‘spijbelen’")
    assert not says(app, "Wat valt op")
    elsewhere = open_page("overview", gebied="VG0001", zoek="dyslexie")
    assert says(elsewhere, "Ook gevonden, zonder kaart op dit scherm:")
    assert _cards(elsewhere) == ["Aanmeldingen dyslexie"]


def test_what_people_type_is_shown_as_they_typed_it(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", zoek="**[x](http://a.nl)**")
    assert any("\\*\\*\\[x\\]" in str(caption.value) for caption in app.caption)


def test_beside_each_other_each_has_its_count_and_the_words_are_those_of_the_test(open_page: Open) -> None:
    app = open_page("overview", gebied="VG0001", weergave="naast-elkaar")
    told = [plain(str(one.value)) for one in app.markdown]
    assert "**Waterdam**  \n632 van 15.634 · 40,4 per 1.000 · voorlopig" in told
    assert "**Voorbeeldland**  \n49.987 van 1.537.312 · 32,5 per 1.000 · voorlopig  \nWaterdam: ongunstiger." in told
    untested = "Geen toets mogelijk met Voorbeeldland: aantal of noemer ontbreekt."
    assert f"**Voorbeeldland**  \n61 dagen · voorlopig  \n{untested}" in told
    assert _cards(app) == _cards(open_page("overview", gebied="VG0001"))


def test_beside_each_other_says_when_the_partnership_is_the_gemeente_itself(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034", weergave="naast-elkaar")
    assert says(app, "valt samen met Almere")


@pytest.mark.parametrize("area", ["WK003414", "GM0820", "VP0001", "NL00"])
def test_beside_each_other_is_there_for_every_kind_of_area_also_when_everything_is_withheld(
    open_page: Open, area: str
) -> None:
    app = open_page("overview", gebied=area, weergave="naast-elkaar")
    assert _cards(app)


def test_the_overview_takes_as_many_queries_for_thirty_indicators_as_for_ten(app_database: Engine) -> None:
    def asked() -> int:
        st.cache_resource.clear()
        reader = read_now()
        chosen = {one.code: one for one in catalogue.areas(reader)}
        with counting(app_database) as queries:
            overview.overview(reader, area=chosen["VG0001"], reference=chosen["VL00"])
        return len(queries)

    before = asked()
    synthetic.define(app_database)
    assert asked() == before
    assert before <= MOST_QUERIES


def test_who_looks_at_the_country_and_goes_back_sees_the_gemeente_beside_the_country_again(open_page: Open) -> None:
    app = open_page("overview", gebied="GM0034")
    app.selectbox[0].set_value("NL00").run()
    assert chosen(app)["Vergelijk met"] == "NL00"  # itself, called: nothing
    assert says(app, "Per thema de cijfers van Nederland. Kies")
    assert not says(app, "telt zelf mee")
    app.selectbox[0].set_value("GM0034").run()
    assert chosen(app)["Vergelijk met"] == "NL00"
    assert says(app, "Per thema de cijfers van Almere, naast Nederland.")


def test_a_province_that_holds_the_gemeente_says_so_and_another_does_not(open_page: Open) -> None:
    assert says(
        open_page("overview", gebied="GM0034", vergelijk="PV24"), "Almere telt zelf mee in Provincie Flevoland."
    )
    app = open_page("overview", gebied="GM0034", vergelijk="PV20")
    assert not says(app, "telt zelf mee")
    assert "Provincie Groningen" in app.selectbox[1].options
