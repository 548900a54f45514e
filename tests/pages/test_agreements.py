"""Afspraken: what is agreed, how far it is, what lies on other tables, who sit where; and agreements of a story."""

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from dashboard.components import agreement_making, agreements
from data_models import database
from data_models.tables import Agreement, Escalation, TalkTable
from tests.pages.conftest import Open
from tests.pages.screen import rows, says


def _press(app: AppTest, label: str) -> None:
    button = next(button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _type(app: AppTest, beginning: str, ending: str, text: str) -> None:
    (field,) = (
        field
        for field in (*app.text_input, *app.text_area)
        if str(field.key).startswith(beginning) and str(field.key).endswith(f"-{ending}")
    )
    field.set_value(text)


def _choose(app: AppTest, beginning: str, ending: str, value: object) -> None:
    (box,) = (
        box for box in app.selectbox if str(box.key).startswith(beginning) and str(box.key).endswith(f"-{ending}")
    )
    box.set_value(value)
    app.run()
    assert [one.value for one in app.exception] == []


def _agree(app: AppTest, *, what: str = "Op elke school een vast gezicht", due: str = "31-12-2029") -> None:
    _type(app, "afspraak-nieuw", "wat", what)
    _choose(app, "afspraak-nieuw", "wie", "")  # another organisation than those in the list
    _type(app, "afspraak-nieuw", "anders", "Gemeente Almere")
    _type(app, "afspraak-nieuw", "wanneer", due)
    _press(app, "Afspraak toevoegen")


def test_the_example_shows_what_runs_with_its_figures_and_what_is_over_its_day(open_page: Open) -> None:
    app = open_page("agreements", gebied="VG0001")
    assert says(app, "3 afspraken, waarvan 1 over de datum")
    assert says(app, "de datum is voorbij: uiterlijk 31 december 2025")
    assert says(
        app,
        "In 2024: 2.770 van 25.216 · 11,0% · voorlopig. Te weinig gegevens",
    )
    assert says(app, "Wat een cijfer sindsdien deed, zegt niet of dat door de afspraak komt.")
    assert says(app, "20 maart 2025, Gemeente Waterdam (voorbeeld): afspraak gemaakt, uiterlijk 31 december 2025")
    assert not says(app, "Waarom gestopt")


@pytest.mark.parametrize(
    ("address", "there", "gone"),
    [
        ({"filter": "over-de-datum"}, "1 afspraak, waarvan 1 over de datum", "uiterlijk 1 augustus 2029"),
        ({"filter": "klaar"}, "Waarom gestopt: Voorbeeld: aanbieders mogen", "de datum is voorbij"),
        ({"organisatie": "Jeugdhulp De Oever (voorbeeld)"}, "1 afspraak", "de datum is voorbij"),
        ({"van-cijfer": "thuiszitters"}, "de datum is voorbij", "uiterlijk 1 augustus 2029"),
        ({"filter": "klaar", "van-cijfer": "thuiszitters"}, "Hier zijn geen afspraken van.", "afspraken,"),
    ],
)
def test_the_address_says_which_agreements_are_shown(
    open_page: Open, address: dict[str, str], there: str, gone: str
) -> None:
    app = open_page("agreements", gebied="VG0001", **address)
    assert says(app, there)
    assert not says(app, gone)


def test_of_many_agreements_the_first_are_drawn_and_the_others_on_demand(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreements, "MOST", 2)
    app = open_page("agreements", gebied="VG0001")
    assert says(app, "3 afspraken, waarvan 1 over de datum")
    assert not says(app, "uiterlijk 1 augustus 2029")
    _press(app, "Toon er nog 1")
    assert says(app, "uiterlijk 1 augustus 2029")


def test_the_other_tabs_show_what_lies_elsewhere_and_who_sit_where(open_page: Open) -> None:
    app = open_page("agreements", gebied="VG0001", tabblad="op-andere-tafels")
    assert says(app, "2 punten op andere tafels, waarvan 1 zonder antwoord")
    assert says(app, "Antwoord, 2 februari 2026: Voorbeeld: er komt een handreiking")
    seats = {row["Organisatie"].replace("\\", ""): row["Zit aan"].replace("\\", "") for row in rows(app)}
    assert seats["Gemeente Waterdam (voorbeeld)"] == "Voorbeeld: wijkoverleg Waterdam, Voorbeeld: OOGO Rivierenrijk"


def test_who_is_not_known_reads_and_is_asked_who_it_is(open_page: Open) -> None:
    app = open_page("agreements", gebied="GM0034")
    assert says(app, "Wat hier is afgesproken, leest wie in deze regio meedoet.")
    assert says(app, "Zeg eerst wie u bent. Dan kunt u afspraken maken.")
    assert [button.label for button in app.button] == []


@pytest.mark.usefixtures("person_id")
def test_an_agreement_is_made_stepped_and_each_step_can_be_undone(open_page: Open, app_database: Engine) -> None:
    app = open_page("agreements", gebied="GM0034")
    _press(app, "Afspraak toevoegen")
    assert any("Schrijf op wat u afspreekt." in str(error.value) for error in app.error)
    _agree(app)
    assert says(app, "De afspraak staat erbij.")
    assert says(app, "Gemeente Almere · uiterlijk 31 december 2029 · nog niet begonnen")
    _press(app, "Bijwerken")
    next(radio for radio in app.radio if radio.label == "Hoe ver is het?").set_value("done")
    _press(app, "Bewaren")
    assert says(app, "De stand is bewaard.")  # said, though what is done is not among what runs
    assert says(app, "Hier zijn geen afspraken van.")
    _press(app, "Ongedaan maken")
    assert says(app, "Ongedaan gemaakt")
    with database.reading(app_database) as session:
        made = session.scalars(select(Agreement).where(Agreement.what.startswith("Op elke school"))).one()
        assert (made.state, made.version, made.picture_id) == ("open", 3, None)


@pytest.mark.usefixtures("person_id")
def test_what_cannot_be_agreed_is_said_and_what_was_typed_stays(open_page: Open) -> None:
    app = open_page("agreements", gebied="GM0034")
    _agree(app, what="Bel 06-12345678", due="31-12-2029")
    assert any("telefoonnummer" in str(error.value) for error in app.error)
    _type(app, "afspraak-nieuw", "wat", "Op elke school een vast gezicht")
    _type(app, "afspraak-nieuw", "wanneer", "31-31-2029")
    _press(app, "Afspraak toevoegen")
    assert any("als datum" in str(error.value) for error in app.error)
    assert "Gemeente Almere" in [str(field.value) for field in app.text_input]


@pytest.mark.usefixtures("person_id")
def test_who_changes_what_became_another_is_told_and_nothing_is_lost(open_page: Open, app_database: Engine) -> None:
    app = open_page("agreements", gebied="GM0034")
    _agree(app)
    _press(app, "Bijwerken")
    _choose(app, "afspraak-", "keuze", "De afspraak wijzigen")
    with database.writing(app_database) as session:
        made = session.scalars(select(Agreement).where(Agreement.what.startswith("Op elke school"))).one()
        made.what = "Iemand was eerder"
    _type(app, "afspraak-wijzigen", "wat", "Mijn tekst")
    _press(app, "Bewaren")
    assert any("Iemand anders heeft dit ondertussen gewijzigd." in str(error.value) for error in app.error)
    assert says(app, "Iemand was eerder")
    _press(app, "Bewaren")
    assert says(app, "Mijn tekst")


@pytest.mark.usefixtures("person_id")
@pytest.mark.parametrize(("chosen", "stands"), [(None, "busy"), ("stopped", "stopped")])
def test_who_only_explains_leaves_how_far_somebody_else_said_it_is(
    open_page: Open, app_database: Engine, chosen: str | None, stands: str
) -> None:
    app = open_page("agreements", gebied="GM0034", filter="alles")
    _agree(app)
    _press(app, "Bijwerken")
    _type(app, "afspraak-stand", "toelichting", "De zaal is gehuurd")
    if chosen:
        next(radio for radio in app.radio if radio.label == "Hoe ver is het?").set_value(chosen)
        app.run()
    with database.writing(app_database) as session:
        made = session.scalars(select(Agreement).where(Agreement.what.startswith("Op elke school"))).one()
        made.state = "busy"
    _press(app, "Bewaren")
    _press(app, "Bewaren")
    with database.reading(app_database) as session:
        made = session.scalars(select(Agreement).where(Agreement.what.startswith("Op elke school"))).one()
        assert (made.state, made.note) == (stands, "De zaal is gehuurd")


@pytest.mark.usefixtures("person_id")
def test_an_obstacle_goes_to_another_table_and_its_answer_is_kept(open_page: Open, app_database: Engine) -> None:
    app = open_page("agreements", gebied="GM0034", tabblad="op-andere-tafels")
    _type(app, "tafel-nieuw", "naam", "Stuurgroep")
    _type(app, "tafel-nieuw", "opdracht", "Knelpunten oplossen")
    _press(app, "Tafel toevoegen")
    (where,) = (box for box in app.selectbox if box.label == "Welke tafel?")
    where.select_index(0).run()
    _type(app, "agendering-nieuw", "wat", "Twee budgetten")
    _type(app, "agendering-nieuw", "waarom", "Alleen daar op te lossen")
    _type(app, "agendering-nieuw", "door", "Het OOGO")
    _press(app, "Op die tafel leggen")
    assert says(app, "1 punt op een andere tafel, waarvan 1 zonder antwoord")
    assert says(app, "Gericht aan: Stuurgroep. Besloten door: Het OOGO.")  # the table itself, unless another is named
    _press(app, "Bijwerken")
    _type(app, "agendering-antwoord", "antwoord", "Dat mag vanaf januari")
    _type(app, "agendering-antwoord", "wanneer", "1-9-2026")
    _press(app, "Bewaren")
    assert says(app, "Antwoord, 1 september 2026: Dat mag vanaf januari")
    _press(app, "Ongedaan maken")
    assert says(app, "Nog geen antwoord.")
    with database.reading(app_database) as session:
        kept = session.scalars(select(Escalation).where(Escalation.matter == "Twee budgetten")).one()
        assert (kept.level, kept.reply, kept.version) == ("regional", "", 3)
        assert session.get(TalkTable, kept.table_id) is not None


@pytest.mark.usefixtures("person_id")
def test_an_answer_to_question_four_becomes_an_agreement_under_the_story(open_page: Open) -> None:
    app = open_page("figure", gebied="VG0001", indicator="jeugdzorg", vergelijk="VL00")
    assert says(app, "Dit is een afspraak geworden.")
    made = [button for button in app.button if button.label == "Maak er een afspraak van"]
    assert len(made) == 3  # the answers that the reader can see, to question 4 only
    made[-1].click()
    app.run()
    (what,) = (field for field in app.text_area if field.label == "Wat spreken we af?")
    assert "samen met de intern begeleider aan tafel" in str(what.value)
    beginning = str(what.key).removesuffix("-wat")
    _choose(app, beginning, "wie", "Gemeente Waterdam (voorbeeld)")
    _type(app, beginning, "wanneer", "1-9-2029")
    _press(app, "Afspraak toevoegen")
    assert says(app, "De afspraak is gemaakt.")
    assert says(app, "Gemeente Waterdam (voorbeeld) · uiterlijk 1 september 2029 · nog niet begonnen")


@pytest.mark.usefixtures("person_id")
def test_of_many_agreements_under_a_story_the_newest_that_go_on_stand_there(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agreement_making, "MOST", 1)
    for what in ("Eerst dit", "Daarna dat"):
        app = open_page("agreements", gebied="GM0034", indicator="jeugdzorg")
        _type(app, "afspraak-nieuw", "wat", what)
        _choose(app, "afspraak-nieuw", "cijfer", "jeugdzorg")
        _agree(app, what=what)
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg")
    assert says(app, "Daarna dat")
    assert not says(app, "Eerst dit")
    assert says(app, "En nog 1 afspraak bij dit beeld.")
