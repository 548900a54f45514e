"""Cijfer en verhaal with full, empty and withheld data, and with what people share."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
import streamlit as st
from sqlalchemy import Engine, select, update
from streamlit.testing.v1 import AppTest

from dashboard import formatting
from dashboard.components import story
from dashboard.components.writing import Shared
from data_models import database
from data_models.access import Actor
from data_models.commands import drafts
from data_models.facts import FigureSubject, PictureSubject
from data_models.queries import people, stories
from data_models.tables import Area, Breakdown, Figure, Indicator, Period
from tests.pages.conftest import Open
from tests.pages.screen import alternative, chosen, headings, rows, says, tables

Typing = Callable[[str], int]

PICTURE = PictureSubject((FigureSubject("jeugdzorg", "", "GM0034", "2024"),))

EMPTY = "Van dit cijfer is voor Almere nog niets bekend."


def test_almere_has_its_message_numbers_chart_and_table(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    message = (
        "Ruim 1 op de 9 kinderen en jongeren in Almere kreeg in 2024 jeugdzorg; te weinig gegevens voor een trend."
    )
    assert headings(app) == [
        "Kinderen en jongeren (0 t/m 22 jaar) met jeugdzorg in natura",
        message,
        "Het verhaal achter de cijfers",
    ]
    assert says(app, "7.400 van 63.248 (noemer afgeleid) · 11,7%")
    assert message in alternative(app)
    assert "Almere: van 9,6% in 2018 naar 11,7% in 2024." in alternative(app)
    assert [(row["Jaar"], row["Aantal"], row["Percentage"]) for row in rows(app)] == [
        ("2024", "7.400", "11,7%"),
        ("2023", "7.160", "11,4%"),
        ("2022", "6.680", "10,8%"),
        ("2021", "6.585", "10,7%"),
        ("2020", "5.960", "9,7%"),
        ("2019", "5.885", "9,7%"),
        ("2018", "5.805", "9,6%"),
    ]
    assert {row["Status"] for row in rows(app)} == {"definitief"}


def test_an_invented_area_says_so_and_has_its_norm_and_stories(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0001", indicator="jeugdzorg")
    assert says(app, "Waterdam · voorbeeld, verzonnen cijfers")
    assert says(app, "Voorbeeld: deze verhalen zijn verzonnen.")
    assert says(app, "Voor de norm 2030: 9,0% tot 10,5%.")
    assert "Dit is een voorbeeld met verzonnen cijfers." in alternative(app)
    assert rows(app)[0]["Status"] == "voorlopig"


def test_a_trend_that_is_clear_is_said(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0001", indicator="vsv")
    assert headings(app)[1].endswith("het onderwijs zonder startkwalificatie; dat stijgt.")


def test_an_area_without_the_figure_says_what_to_do_and_draws_no_chart(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="thuiszitters")
    assert says(app, EMPTY)
    assert says(app, "Zodra er een cijfer is, kan hier het verhaal erachter komen.")
    assert says(app, "Bron: Er is nog geen bron: dit cijfer kan een regio zelf invoeren.")
    assert alternative(app) == ""
    assert says(app, "Nog geen cijfers.")
    assert tables(app) == []


def test_a_withheld_figure_says_why_and_is_never_a_number(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0002", indicator="thuiszitters")
    assert headings(app)[1] == "Niet getoond: minder dan 10 jongeren."
    first = rows(app)[0]
    assert (first["Aantal"], first["Van"], first["Per 1.000"], first["Status"]) == (
        "",
        "",
        "Niet getoond: minder dan 10 jongeren.",
        "niet getoond",
    )


@pytest.mark.parametrize(
    ("area", "indicator"), [("WK003414", "jeugdzorg"), ("GM0820", "jeugdreclassering")], ids=["wijk", "gemeente"]
)
def test_an_area_of_which_all_is_withheld_still_has_its_screen(open_page: Open, area: str, indicator: str) -> None:
    app = open_page("figure", gebied=area, indicator=indicator)
    assert headings(app)[1] == "Niet getoond: de bron toont dit cijfer niet."
    assert {row["Status"] for row in rows(app)} == {"niet getoond"}
    assert "Nederland:" in alternative(app)


def test_one_year_is_a_figure_without_a_trend(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdhulp")
    assert [(row["Jaar"], row["Percentage"]) for row in rows(app)] == [("2022", "13,0%")]
    assert headings(app)[1].endswith("te weinig gegevens voor een trend.")
    assert "Almere: 13,0% in 2022." in alternative(app)


@pytest.mark.parametrize(
    ("area", "name"), [("GM0796", "'s-Hertogenbosch"), ("GM0820", "Nuenen, Gerwen en Nederwetten")]
)
def test_a_long_or_quoted_name_stands_whole_in_title_and_message(open_page: Open, area: str, name: str) -> None:
    app = open_page("figure", gebied=area, indicator="jeugdzorg")
    assert f"in {name} kreeg in 2022 jeugdzorg" in headings(app)[1]
    assert f"{name}:" in alternative(app)


def test_wijken_that_shared_a_code_are_two_areas(open_page: Open) -> None:
    new = open_page("figure", gebied="WK003402", indicator="jeugdzorg")
    old = open_page("figure", gebied="WK003402-2021", indicator="jeugdzorg")
    assert [row["Jaar"] for row in rows(new)] == ["2024", "2023", "2022"]
    assert [row["Jaar"] for row in rows(old)] == ["2021", "2020", "2019", "2018"]
    assert says(new, "De Werven")
    assert says(old, "Almere Stad")


def test_wijken_that_shared_a_code_can_stand_beside_each_other(open_page: Open) -> None:
    app = open_page("figure", gebied="WK003402", indicator="jeugdzorg", vergelijk="WK003402-2021")
    assert [row["Jaar"] for row in rows(app)] == ["2024", "2023", "2022"]
    assert "Almere Stad: van 6,8% in 2018 naar 7,0% in 2021." in alternative(app)


@pytest.mark.parametrize(
    "address",
    [
        {"gebied": "XX9999", "indicator": "jeugdzorg"},
        {"gebied": "GM0034", "indicator": "bestaat-niet"},
        {"gebied": "GM0034", "indicator": "jeugdzorg", "vergelijk": "GM0034"},
        {"gebied": "GM0034", "indicator": "jeugdzorg", "vergelijk": "<script>", "toon": "x", "onzekerheid": "?"},
        {"gebied": "", "indicator": "", "vergelijk": "", "uitsplitsing": "leeftijd:999"},
    ],
)
def test_an_address_that_means_nothing_falls_back(open_page: Open, address: dict[str, str]) -> None:
    app = open_page("figure", **address)
    assert says(app, "7.400 van 63.248 (noemer afgeleid) · 11,7%")
    assert chosen(app) == {"Gebied": "GM0034", "Cijfer": "jeugdzorg", "Vergelijk met": "NL00"}


def test_the_count_can_be_chosen_in_the_address(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", toon="aantal")
    assert "Almere: van 5.805 in 2018 naar 7.400 in 2024." in alternative(app)
    assert "Nederland" not in alternative(app).split("Breuk")[0].split("jeugdzorg in natura, Almere. ")[1]
    assert says(app, "Bij aantallen ziet u alleen Almere")
    assert list(rows(app)[0].items()) == [
        ("Jaar", "2024"),
        ("Aantal", "7.400"),
        ("Van", "63.248 (afgeleid)"),
        ("Percentage", "11,7%"),
        ("Status", "definitief"),
    ]
    beside = open_page("figure", gebied="GM0034", indicator="jeugdzorg", toon="aantal", ook="GM0995")
    assert len(tables(beside)) == 1  # other areas are not drawn, so they do not stand beside it either


def test_the_table_is_in_the_unit_that_is_drawn(open_page: Open) -> None:
    own = rows(open_page("figure", gebied="GM0034", indicator="jeugdzorg"))[0]
    assert (own["Percentage"], own["Tussen (95%)"]) == ("11,7%", "11,4 en 12,0")
    drawn = rows(open_page("figure", gebied="GM0034", indicator="jeugdzorg", toon="per1000"))[0]
    assert "Percentage" not in drawn
    # 11,7% is rounded: 7.400 of 63.519 to of 62.979, Wilson at 95% from 114,03 to 120,04 per 1.000.
    assert (drawn["Aantal"], drawn["Per 1.000"], drawn["Tussen (95%)"]) == ("7.400", "117", "114 en 120")


def test_three_years_together_are_per_1000_in_the_table_where_that_is_drawn(open_page: Open) -> None:
    chosen = {"gebied": "VG0002", "indicator": "vsv", "samen": "ja"}
    own = rows(open_page("figure", **chosen))
    drawn = rows(open_page("figure", **chosen, toon="per1000"))
    assert "–" in drawn[0]["Jaar"]
    assert [row["Aantal"] for row in own] == [row["Aantal"] for row in drawn]
    # A percentage with one decimal is ten times as much per 1.000, without decimals.
    known = [(one["Percentage"], other["Per 1.000"]) for one, other in zip(own, drawn, strict=True)]
    assert any(one.endswith("%") for one, _ in known)
    for one, other in known:
        if one.endswith("%"):
            assert abs(float(one.rstrip("%").replace(",", ".")) * 10 - float(other)) < 1
        else:
            assert one == other


@pytest.mark.parametrize(("measure", "column"), [("aantal", "Aantal"), ("per1000", "Per 1.000")])
def test_what_is_withheld_is_withheld_in_every_unit(open_page: Open, measure: str, column: str) -> None:
    app = open_page("figure", gebied="GM0820", indicator="jeugdreclassering", toon=measure)
    for row in rows(app):
        assert row[column].startswith("Niet getoond: ")
        assert not any(character.isdigit() for name, cell in row.items() if name != "Jaar" for character in cell)


def test_a_breakdown_can_be_chosen_in_the_address(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0002", indicator="vsv", uitsplitsing="geslacht:jongens")
    assert len(rows(app)) == 8
    assert "jongens" in headings(app)[1]


def test_the_other_tabs_are_empty_until_opened(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert [tab.label for tab in app.tabs] == [
        "Tabel",
        "Definitie en bron",
        "Wijken",
        "Alle gemeenten",
        "Gebeurtenissen",
        "Praktijkverhalen",
    ]
    assert [len(tab.children) > 0 for tab in app.tabs] == [True, True, False, False, False, False]


def test_gemeenten_stand_as_dutch_lists_do_below_nederland(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", tabblad="alle-gemeenten", jaar="2022")
    names = [row["Gebied"].replace("\\", "") for row in rows(app, number=1)]
    assert names[:2] == ["Nederland", "Aa en Hunze"]
    assert names.index("Rozendaal") < names.index("'s-Gravenhage") < names.index("Schagen")


def test_the_country_stands_beside_nothing_unless_an_area_is_chosen(open_page: Open) -> None:
    app = open_page("figure", gebied="NL00", indicator="jeugdhulp")
    box = next(one for one in app.selectbox if one.label == "Vergelijk met")
    assert box.options[:2] == ["niets", "Aa en Hunze"]
    assert "Nederland" in alternative(app)
    assert not any(says(app, words) for words in ("telt zelf mee", "Vergeleken met", "Aa en Hunze", "gelijk aan"))
    box.set_value("GM0034").run()
    assert chosen(app)["Vergelijk met"] == "GM0034"
    assert "Almere" in alternative(app)
    next(one for one in app.selectbox if one.label == "Vergelijk met").set_value("NL00").run()
    assert chosen(app)["Vergelijk met"] == "NL00"
    assert "Almere" not in alternative(app)


def _written_in(app: AppTest) -> list[str | None]:
    """The components that take what people write."""
    return [one.key for one in app.get("bidi_component") if one.key not in ("kopieer-link", "nieuws")]


def test_nobody_known_is_asked_who_they_are_and_reads_the_questions(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert _written_in(app) == ["wie"]
    for question in (
        "1. Herkennen we het beeld uit de cijfers?",
        "2. Hoe kunnen we dit verklaren?",
        "3. Wat vinden we ervan?",
        "4. Wat zijn mogelijkheden voor verbetering?",
    ):
        assert says(app, question)
    assert says(app, "Wat mensen bij dit cijfer zeggen, leest wie in deze regio meedoet.")
    assert not any(says(app, untrue) for untrue in ("Nog geen antwoord.", "Nog niet gehoord", "Nog geen afspraken"))


def test_who_is_known_can_answer_all_four_questions(open_page: Open, person_id: int) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert person_id
    assert _written_in(app) == ["wie", *(f"antwoord-{number}" for number in (1, 2, 3, 4))]


@pytest.fixture
def typed(person_id: int, app_database: Engine) -> Typing:
    """Type an answer to question 2 about Almere's jeugdzorg; answers the version of the draft."""

    def type_answer(text: str) -> int:
        with database.writing(app_database) as session:
            return drafts.save_draft(
                session,
                actor=_actor(app_database, person_id),
                subject="jeugdzorg||GM0034|2024#2",
                text=text,
                seen_version=0,
                base_version=0,
            ).version

    return type_answer


def _actor(engine: Engine, person_id: int) -> Actor:
    with database.reading(engine) as session:
        region_id = people.region_of_kind(session, fictional=False)
        assert region_id is not None
        actor = people.actor(session, person_id=person_id, region_id=region_id)
    assert actor is not None
    return actor


def _press_share(monkeypatch: pytest.MonkeyPatch, *, version: int, visibility: str = "region") -> None:
    """Let the field of question 2 say once that its draft is shared: AppTest does not run its script."""
    waiting = [Shared(version=version, visibility=visibility)]

    def field(*, subject: str, **_: object) -> Shared | None:
        return waiting.pop() if subject.endswith("#2") and waiting else None

    monkeypatch.setattr(story, "write_answer", field)


def test_a_shared_answer_stands_beside_the_figure_without_the_name(
    open_page: Open, typed: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    _press_share(monkeypatch, version=typed("Meer *vragen* uit groep 8 <b>."))
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    (voice,) = [str(element.value) for element in app.html if 'class="stem"' in str(element.value)]
    assert '<div class="stem">Meer *vragen* uit groep 8 &lt;b&gt;.</div>' in voice
    assert says(app, "Gedeeld met de regio.")
    assert says(app, "Gemeente Almere · gemeente")
    assert not says(app, "Anna,")
    assert says(app, "Nog niet gehoord: ouders, jongeren, professionals, onderwijs, jeugdhulp")


def test_who_shares_within_the_circle_reads_that_only_the_organisation_sees_it(
    open_page: Open, typed: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    _press_share(monkeypatch, version=typed("Dit zien wij zelf."), visibility="circle")
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Gedeeld in deze kring: alleen uw organisatie leest het.")
    assert not says(app, "Gedeeld met de regio.")


def test_an_answer_with_a_number_of_a_person_is_not_shared_and_stays_a_draft(
    open_page: Open, typed: Typing, monkeypatch: pytest.MonkeyPatch, app_database: Engine, person_id: int
) -> None:
    _press_share(monkeypatch, version=typed("Bel 06-12345678 over 111222333."))
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Deze tekst bevat een burgerservicenummer en een telefoonnummer.")
    actor = _actor(app_database, person_id)
    with database.reading(app_database) as session:
        assert stories.contributions(session, asker=actor, picture=PICTURE) == []
        draft = stories.own_draft(session, actor=actor, subject="jeugdzorg||GM0034|2024#2")
    assert draft is not None
    assert draft.text == "Bel 06-12345678 over 111222333."


def test_an_older_draft_than_the_one_that_stands_is_not_shared(
    open_page: Open, typed: Typing, monkeypatch: pytest.MonkeyPatch
) -> None:
    _press_share(monkeypatch, version=typed("half") - 1)
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Uw tekst is in een ander venster gewijzigd.")
    assert not says(app, "Gedeeld met de regio.")


TODAY = formatting.day(datetime.now(UTC).date())
ALMERE_REVISED = [  # the seed's provisional edition, which its final one replaced when the database was filled
    f"2022: was 6.660 (geschat); gewijzigd op {TODAY}.",
    f"2021: was 6.555 (geschat); gewijzigd op {TODAY}.",
]


def test_a_revised_figure_says_what_it_was_and_when_it_changed(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert _foot(app)[1:] == ALMERE_REVISED
    assert not any("gewijzigd" in note for note in _foot(open_page("figure", gebied="GM0034", indicator="jeugdhulp")))


def _foot(app: AppTest) -> list[str]:
    """What stands at the foot of the table."""
    return [str(note.value) for note in app.tabs[0].caption]


def test_a_merged_gemeente_keeps_the_years_of_its_predecessors_and_says_so(open_page: Open) -> None:
    # Heerhugowaard 2,000 of 16,132 and Langedijk 642 or 645 of 7,375, of which the final edition stands.
    app = open_page("figure", gebied="GM1980", indicator="jongeren")
    assert [(row["Jaar"], row["Aantal"], row["Status"]) for row in rows(app)][-3:] == [
        ("2022", "25.539", "definitief"),
        ("2021", "25.422", "berekend"),
        ("2020", "25.358", "berekend"),
    ]
    assert _foot(app) == ["2020–2021: opgeteld uit Heerhugowaard en Langedijk."]
    app = open_page("figure", gebied="GM1980", indicator="jeugdzorg")
    assert [row["Jaar"] for row in rows(app)] == ["2022", "2021"]
    assert _foot(app) == ["2021: opgeteld uit Heerhugowaard en Langedijk, bij benadering."]
    assert "Breuk" in alternative(app)


def test_a_gemeente_that_grew_keeps_its_own_years_and_says_since_when(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0363", indicator="jongeren")
    assert {row["Status"] for row in rows(app)} == {"definitief"}
    assert _foot(app) == ["Vanaf 2023 hoort Weesp erbij; de cijfers daarvoor zijn zonder Weesp."]


def test_a_partnership_has_the_sum_of_its_gemeenten_on_its_own_screen(open_page: Open) -> None:
    app = open_page("figure", gebied="PO2703", indicator="jeugdzorg")
    assert [row["Jaar"] for row in rows(app)] == ["2022", "2021"]
    assert says(app, "berekend uit 4 van 4 gemeenten, bij benadering, naar hun aandeel.")


def test_three_years_together_stand_at_the_foot_of_the_table(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert _foot(app) == [
        "2022–2024 samen: 21.240 van 187.907 · 11,3%, tussen 11,1% en 11,5% (95%-interval). Bij benadering.",
        *ALMERE_REVISED,
    ]


def test_a_percentage_without_count_has_an_estimated_one(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdhulp")
    assert says(app, "6.268 van 48.214 (geschat) · 13,0% · voorlopig")
    (row,) = rows(app)
    assert (row["Aantal"], row["Van"], row["Percentage"]) == ("6.268 (geschat)", "48.214 (geschat)", "13,0%")
    assert says(app, "Geen duidelijk verschil met Nederland: 13,0% tegen 13,2%.")


def test_a_share_of_something_else_than_everybody_stays_without_count(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdhulp-met-verblijf")
    assert says(app, "8,2% (de bron geeft geen aantal)")


def _replace_figures(engine: Engine, shares: dict[int, tuple[float, float]]) -> None:
    """Give Waterdam's voortijdig schoolverlaters other counts in these years."""
    with database.writing(engine) as session:
        for year, (numerator, denominator) in shares.items():
            ids = (
                select(Figure.id)
                .join(Period, Figure.period_id == Period.id)
                .join(Area, Figure.area_id == Area.id)
                .join(Indicator, Figure.indicator_id == Indicator.id)
                .join(Breakdown, Figure.breakdown_id == Breakdown.id)
                .where(Area.code == "VG0001", Indicator.code == "vsv", Breakdown.code == "", Period.year == year)
            )
            session.execute(
                update(Figure)
                .where(Figure.id.in_(ids.scalar_subquery()))
                .values(
                    numerator=numerator,
                    denominator=denominator,
                    value=100 * numerator / denominator,
                    status="final",
                )
            )


def test_what_one_year_cannot_settle_is_offered_as_three_years(open_page: Open, app_database: Engine) -> None:
    years = [row["Jaar"] for row in rows(open_page("figure", gebied="VG0001", indicator="vsv"))]
    last = int(years[0][:4])
    _replace_figures(app_database, {last - 2: (12, 80), last - 1: (9, 90), last: (15, 100)})
    st.cache_resource.clear()
    app = open_page("figure", gebied="VG0001", indicator="vsv")
    assert headings(app)[1].startswith("Onzeker, tussen 9,3% en 23,3%: ruim 1 op de 7 leerlingen")
    together = f"{years[2]}–{years[0]} samen: 36 van 270 · 13,3%, tussen 9,8% en 17,9% (95%-interval)."
    assert says(app, f"Eén jaar zegt hier weinig. {together}")
    assert _foot(app) == []
