"""Inspanningen: the chain as picture, table and list; changing it; and figures that are entered by hand."""

import pytest
from sqlalchemy import Engine, select
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.tables import AuditLine, Goal, YieldMeasurement
from tests.pages.conftest import Open
from tests.pages.screen import headings, rows, says


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _type(app: AppTest, ending: str, text: str) -> None:
    (field,) = (field for field in (*app.text_input, *app.text_area) if str(field.key).endswith(f"-{ending}"))
    field.set_value(text)


def _choose(app: AppTest, ending: str, value: str) -> None:
    (box,) = (box for box in app.selectbox if str(box.key).endswith(f"-{ending}"))
    box.set_value(value)
    app.run()
    assert [one.value for one in app.exception] == []


def _with_a_goal(open_page: Open) -> AppTest:
    app = open_page("efforts", gebied="GM0034")
    _type(app, "tekst", "Kinderen krijgen vroeg steun")
    _press(app, "Doel toevoegen")
    return app


def _with_an_outcome(open_page: Open) -> AppTest:
    app = _with_a_goal(open_page)
    _press(app, "Aanpassen")
    _type(app, "wat", "Spreekuur op school")
    _type(app, "wie", "Gemeente Almere")
    _type(app, "vanaf", "1-8-2025")
    _press(app, "Activiteit toevoegen")
    _press(app, "Aanpassen")
    _choose(app, "keuze", "Output of outcome toevoegen bij: Spreekuur op school")
    (kind,) = app.radio
    kind.set_value("outcome")
    fields = {str(field.key).rpartition("-")[2]: field for field in (*app.text_input, *app.text_area)}
    next(area for area in app.text_area if "opbrengst" in str(area.key)).set_value("Kinderen die geholpen zijn")
    fields["eenheid"].set_value("kinderen")
    _press(app, "Output of outcome toevoegen")
    return app


def _enter(app: AppTest, *, count: str, whole: str = "") -> None:
    _press(app, "Aanpassen")
    _choose(app, "keuze", "Aantal invullen: Kinderen die geholpen zijn")
    _type(app, "jaar", "2025")
    _type(app, "aantal", count)
    _type(app, "van", whole)
    _type(app, "bron", "Eigen registratie")
    _press(app, "Aantal bewaren")


def _kept(engine: Engine) -> list[tuple[float | None, float | None, str]]:
    with database.reading(engine) as session:
        columns = (YieldMeasurement.count, YieldMeasurement.denominator, YieldMeasurement.status)
        newest = select(*columns).where(YieldMeasurement.source == "Eigen registratie").order_by(YieldMeasurement.id)
        return [(count, whole, status) for count, whole, status in session.execute(newest)]


def test_the_example_region_shows_its_chain_with_what_is_withheld_and_what_is_missing(open_page: Open) -> None:
    app = open_page("efforts", gebied="VG0001")
    assert headings(app) == ["Inspanningen in Waterdam", "De keten", "Doelen en activiteiten"]
    assert says(app, "Bij 1 doel staat nog geen outcome")
    assert says(app, "Outcome: Voorbeeld: leerlingen die weer naar school gaan (2025: niet getoond: minder dan 10)")
    assert says(app, "Output: Voorbeeld: scholen met een vaste jeugdhulpverlener (2025: 27 van 38 scholen · 71,1%)")
    assert says(app, "Doel zonder outcome")
    table = rows(app)
    assert [row["Doel"] for row in table].count("Voorbeeld: kinderen krijgen hulp op hun eigen school.") == 2
    assert "Nog geen outcome" in {row["Outcome"] for row in table}


def test_who_takes_no_part_is_not_told_that_there_are_no_goals_but_who_reads_them(open_page: Open) -> None:
    app = open_page("efforts", gebied="GM0034")
    assert says(app, "Doelen en activiteiten van deze regio leest wie er meedoet.")
    assert says(app, "Zeg eerst wie u bent.")
    assert [button.label for button in app.button] == []


@pytest.mark.usefixtures("person_id")
def test_one_button_begins_with_the_example_and_another_takes_it_back(open_page: Open, app_database: Engine) -> None:
    app = open_page("efforts", gebied="GM0034")
    assert says(app, "10 doelen en 6 activiteiten")
    _press(app, "Begin met dit voorbeeld")
    assert says(app, "Het voorbeeld staat er.")
    assert says(app, "Bij 6 doelen staat nog geen outcome")
    _press(app, "Ongedaan maken")
    assert says(app, "Het voorbeeld is weer weg.")
    assert says(app, "Er staan voor deze regio nog geen doelen en activiteiten.")
    with database.reading(app_database) as session:
        assert len(session.scalars(select(Goal.id).where(Goal.removed_at.is_not(None))).all()) == 10


@pytest.mark.usefixtures("person_id")
def test_goals_of_the_example_are_taken_over_beside_ones_own(open_page: Open) -> None:
    app = open_page("efforts", gebied="GM0034")
    assert "Doelen overnemen uit het voorbeeld" not in [one.label for one in app.expander]
    app.text_area(key="doel-nieuw-0-tekst").set_value("Ouders denken vanaf het begin mee.")
    _press(app, "Doel toevoegen")
    (which,) = [one for one in app.multiselect if one.label == "Welke doelen neemt u over?"]
    which.set_value([3]).run()
    _press(app, "Deze doelen overnemen")
    goals = [one.value.replace("\\", "") for one in app.subheader]
    assert goals[0] == "Ouders denken vanaf het begin mee."
    assert goals[1].startswith("Kinderen krijgen vroeg en zonder drempel steun")
    assert says(app, "Vaste jeugdhulpverlener in het team van elke school")


@pytest.mark.usefixtures("person_id")
def test_a_goal_an_activity_and_an_outcome_are_added_and_the_last_is_undone(open_page: Open) -> None:
    app = _with_an_outcome(open_page)
    assert says(app, "Gemeente Almere · vanaf 1 augustus 2025")
    assert says(app, "Outcome: Kinderen die geholpen zijn (nog niet geteld)")
    assert not says(app, "Doel zonder outcome")
    _press(app, "Ongedaan maken")
    assert says(app, "Weggehaald.")
    assert says(app, "Doel zonder outcome")
    _press(app, "Ongedaan maken")
    assert says(app, "Outcome: Kinderen die geholpen zijn (nog niet geteld)")


@pytest.mark.usefixtures("person_id")
def test_a_number_of_children_is_kept_corrected_and_its_history_stays(open_page: Open, app_database: Engine) -> None:
    app = _with_an_outcome(open_page)
    _enter(app, count="40", whole="80")
    assert says(app, "Het aantal is bewaard.")
    assert says(app, "(2025: 40 van 80 kinderen · 50,0%)")
    _enter(app, count="44", whole="80")
    assert says(app, "(2025: 44 van 80 kinderen · 55,0%)")
    assert says(app, "Gemeente Almere: 2025: 40 van 80 kinderen · 50,0%")
    _press(app, "Ongedaan maken")
    assert says(app, "nu staat er weer wat er eerst stond")
    assert says(app, "(2025: 40 van 80 kinderen · 50,0%)")
    assert _kept(app_database) == [(40, 80, "shown"), (44, 80, "shown"), (40, 80, "shown")]


@pytest.mark.usefixtures("person_id")
@pytest.mark.parametrize(("count", "whole", "why"), [("7", "", "minder dan 10"), ("20", "49", "kleine groep")])
def test_a_small_number_of_children_is_never_stored(
    open_page: Open, app_database: Engine, count: str, whole: str, why: str
) -> None:
    app = _with_an_outcome(open_page)
    _enter(app, count=count, whole=whole)
    assert says(app, "Het getal dat u typte is niet opgeslagen.")
    assert says(app, f"(2025: niet getoond: {why})")
    assert _kept(app_database) == [(None, None, "withheld")]


@pytest.mark.usefixtures("person_id")
def test_what_cannot_be_counted_is_said_and_what_was_typed_stays(open_page: Open, app_database: Engine) -> None:
    app = _with_an_outcome(open_page)
    _enter(app, count="veertig")
    assert says(app, "Schrijf een heel getal, bijvoorbeeld 125.")
    _type(app, "bron", "Bel 06-12345678")
    _type(app, "aantal", "40")
    _press(app, "Aantal bewaren")
    assert says(app, "telefoonnummer")
    assert _kept(app_database) == []
    assert [str(field.value) for field in app.text_input if str(field.key).endswith("-aantal")] == ["40"]


@pytest.mark.usefixtures("person_id")
def test_who_changes_a_goal_that_became_another_is_told_and_nothing_is_lost(
    open_page: Open, app_database: Engine
) -> None:
    app = _with_a_goal(open_page)
    _press(app, "Aanpassen")
    _choose(app, "keuze", "Doel wijzigen")
    with database.writing(app_database) as session:
        goal = session.scalars(select(Goal).where(Goal.text == "Kinderen krijgen vroeg steun")).one()
        goal.text = "Iemand was eerder"
    next(area for area in app.text_area if "doel-wijzigen" in str(area.key)).set_value("Mijn tekst")
    _press(app, "Bewaren")
    assert says(app, "Iemand anders heeft dit ondertussen gewijzigd.")
    assert "Iemand was eerder" in [str(one.value) for one in app.subheader]
    _press(app, "Bewaren")
    assert says(app, "De wijziging is bewaard.")
    assert "Mijn tekst" in [str(one.value) for one in app.subheader]
    _press(app, "Ongedaan maken")
    assert says(app, "De wijziging is ongedaan gemaakt.")


@pytest.mark.usefixtures("person_id")
def test_what_happened_is_in_the_logboek_without_what_was_written(open_page: Open, app_database: Engine) -> None:
    _with_a_goal(open_page)
    with database.reading(app_database) as session:
        line = session.scalars(select(AuditLine).order_by(AuditLine.id.desc())).first()
        assert line is not None
        assert (line.action, line.subject_kind, line.detail) == ("add_goal", "goal", "")
