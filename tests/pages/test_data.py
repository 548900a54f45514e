"""Gegevens: every step of bringing figures in, and what everybody may see."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, update
from streamlit.testing.v1 import AppTest

from dashboard.components.data_sources import how_long_ago
from dashboard.importing import job_folder, jobs
from dashboard.importing.records import as_json
from dashboard.importing.report import Progress, Request
from dashboard.sources.connectors import CONNECTORS
from dashboard.sources.reader import Answers
from dashboard.texts import data as words
from data_models import database
from data_models.access import Role
from data_models.commands import agenda
from data_models.facts import AgendaProposal
from data_models.queries import people
from data_models.tables import PersonRole
from tests.pages.conftest import Open
from tests.pages.screen import headings, rows, says, tables

pytestmark = pytest.mark.usefixtures("quick_children")

TIDY = "indicator,area,period,breakdown,numerator,denominator,value,unit,status,source\n"
PATIENCE = 90  # seconds, on a busy machine


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A room for imports of this test alone."""
    monkeypatch.setenv("IMPORT_ROOM", str(tmp_path / "imports"))
    yield
    for folder in job_folder.all_folders():
        jobs.cancel(folder.id, person_id=None, region_id=None)


def _region(engine: Engine) -> int:
    with database.reading(engine) as session:
        region_id = people.region_of_kind(session, fictional=False)
    assert region_id is not None
    return region_id


def _read(engine: Engine, person_id: int, text: str, *, source: str = "tidy", name: str = "cijfers.csv") -> str:
    """A file that was read, up to its preview."""
    region_id = _region(engine)
    request = Request(source, file_name=name, person_id=person_id, region_id=region_id)
    job = jobs.start(request, upload=text.encode())
    _wait(job, person_id, region_id)
    return job


def _wait(job: str, person_id: int, region_id: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        state = jobs.state(job, person_id=person_id, region_id=region_id)
        assert state is not None
        if not state.at_work:
            assert state.failed == ""
            return
        time.sleep(0.05)
    pytest.fail("the import did not end")


def _figure(value: str, *, area: str = "GM0034") -> str:
    return f"{TIDY}jeugdzorg,{area},2024,,7400,,{value},percentage,final,cbs-kwb\n"


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _labels(app: AppTest) -> list[str]:
    return [str(button.label) for button in app.button]


def test_nobody_known_is_told_what_to_do_to_import(open_page: Open) -> None:
    app = open_page("data", gebied="GM0034")
    assert headings(app) == ["Gegevens"]
    assert says(app, "Zeg eerst wie u bent. Dan kunt u cijfers inlezen")
    assert _labels(app) == []


@pytest.mark.parametrize("role", [Role.PARTICIPANT, Role.GUEST, Role.AMBASSADOR])
def test_a_role_that_may_not_import_is_told_whom_to_ask(
    open_page: Open, person_id: int, app_database: Engine, role: Role
) -> None:
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=role))
    app = open_page("data", gebied="GM0034")
    assert says(app, "Uw rol mag geen cijfers inlezen. Vraag het een beleidsmedewerker van uw regio.")
    assert _labels(app) == []


def test_an_officer_chooses_a_source_and_a_file(open_page: Open, person_id: int) -> None:
    app = open_page("data", gebied="GM0034", bron="cbs-kwb")
    assert says(app, "U leest in voor Eigen regio.")
    assert headings(app) == ["Gegevens", "1. Wat leest u in?", "2. Kies het bestand"]
    assert app.selectbox[1].value == "cbs-kwb"
    _press(app, "Lezen en nakijken")
    assert says(app, "Kies eerst een bestand.")


def test_in_the_example_region_it_is_said_that_everything_is_invented(open_page: Open, person_id: int) -> None:
    app = open_page("data", gebied="VG0001")
    assert says(app, "U leest in voor Regio Rivierenrijk, het verzonnen voorbeeld.")


def test_every_source_that_can_be_read_says_what_it_is() -> None:
    assert set(words.SOURCES_TO_READ) == {"herken", *CONNECTORS}


def test_the_preview_shows_what_changes_and_confirming_stores_it(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert headings(app)[1] == "Dit verandert er als u opslaat"
    assert says(app, "cijfers.csv gelezen als het eigen formaat: 1 cijfer over 1 gebied in 2024.")
    assert rows(app)[0]["Gewijzigd"] == "1"
    assert rows(app, 1)[0] == {
        "Cijfer": "Jeugdzorg",
        "Gebied": "Almere",
        "Periode": "2024",
        "Groep": "iedereen",
        "Was": "7.400 (11,7%)",
        "Wordt": "7.400 (12,9%)",
    }
    _press(app, "Opslaan")
    _wait(job, person_id, _region(app_database))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert says(app, "Opgeslagen: 0 nieuw, 1 gewijzigd, 0 ongewijzigd.")
    again = _read(app_database, person_id, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=again)
    assert headings(app)[1] == "Er is niets veranderd"
    assert says(app, "Er is niets veranderd: het cijfer stond er al zo in.")
    assert "Opslaan" not in _labels(app)


def test_what_is_not_stored_is_forgotten(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    _press(app, "Niet opslaan")
    assert says(app, "Niets opgeslagen.")
    assert job_folder.found(job) is None
    assert headings(app)[1] == "1. Wat leest u in?"


def test_a_refused_file_lists_its_problems(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id, _figure("140"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert headings(app)[1] == "Dit bestand is niet ingelezen"
    assert says(app, "Regel 2, kolom value: Een percentage kan niet boven de 100 zijn: '140'.")
    assert "Opslaan" not in _labels(app)


def test_invented_areas_are_refused_in_a_real_region(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id, _figure("12.9", area="VG0001"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert says(app, "Dit gebied is verzonnen: 'VG0001'. Kies bij Gebied een gebied van de voorbeeldregio")


def test_the_import_of_somebody_else_is_not_there(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id + 1, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert says(app, "Dit inlezen is er niet meer")


OWN = (
    "Gemeente;Jaar;Aantal thuiszitters;Aantal leerplichtigen\n"
    "Almere;2023;45;30000\nUrk;2023;4;5000\nLelystad;2023;25;12000\n"
)


def test_an_own_table_asks_what_its_columns_mean_and_remembers_the_answer(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    job = _read(app_database, person_id, OWN, source="spreadsheet", name="eigen.csv")
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert headings(app)[1] == "Nog één vraag"
    assert rows(app)[0] == {"Kolom": "Gemeente", "Wat erin staat": "Almere · Urk · Lelystad"}
    meanings = {box.label: box.value for box in app.selectbox}
    assert meanings["Kolom ‘Gemeente’"] == "area"
    assert meanings["Kolom ‘Aantal thuiszitters’"] == "numerator"
    assert meanings["Cijfer bij ‘Aantal thuiszitters’"] == "thuiszitters"
    _press(app, "Verder")
    _wait(job, person_id, _region(app_database))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert "Wordt niet getoond (1)" in [one.label for one in app.expander]
    assert {"Gebied": "Urk", "Waarom": "minder dan 10 kinderen"}.items() <= tables(app)[-1][0].items()
    _press(app, "Opslaan")
    _wait(job, person_id, _region(app_database))
    again = _read(app_database, person_id, OWN.replace("45", "48"), source="spreadsheet", name="nieuwer.csv")
    app = open_page("data", gebied="GM0034", inlezen=again)
    assert says(app, "De kolommen zijn gelezen zoals de vorige keer bij een bestand met dezelfde kopregel.")


def test_a_mapping_without_an_area_is_not_read(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id, OWN, source="spreadsheet", name="eigen.csv")
    app = open_page("data", gebied="GM0034", inlezen=job)
    (box,) = (box for box in app.selectbox if box.label == "Kolom ‘Gemeente’")
    box.set_value("skip").run()
    _press(app, "Verder")
    assert says(app, "Kies één kolom met het gebied.")


def test_the_last_import_is_undone_from_the_list(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    _press(app, "Opslaan")
    _wait(job, person_id, _region(app_database))
    app = open_page("data", gebied="GM0034", onderdeel="ingelezen")
    assert rows(app)[0]["Bestand"] == "cijfers.csv (het eigen formaat)"
    assert rows(app)[0]["Wanneer en door wie"].endswith(", Gemeente Almere")
    assert rows(app)[0]["Wat er veranderde"] == "0 nieuw, 1 gewijzigd, 0 verwijderd"
    assert says(app, "Dit maakt ‘cijfers.csv’ van")
    _press(app, "Ja, maak ongedaan")
    assert says(app, "Ongedaan gemaakt. Nieuwe cijfers weg: 0. Vorige waarde terug: 1. Verwijderde cijfers terug: 0.")
    assert rows(app)[0]["Wat er veranderde"].endswith("; maakt een eerdere ongedaan")
    assert rows(app)[1]["Wat er veranderde"].endswith("; ongedaan gemaakt")


def test_who_lost_their_role_meanwhile_undoes_nothing_and_is_told(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    _press(app, "Opslaan")
    _wait(job, person_id, _region(app_database))
    app = open_page("data", gebied="GM0034", onderdeel="ingelezen")
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=Role.PARTICIPANT))
    _press(app, "Ja, maak ongedaan")
    told = app.session_state["gezegd"]  # said above the screen, which app.py draws
    assert told.problems[0].startswith("Uw rol is intussen gewijzigd of verlopen; er is niets opgeslagen.")
    assert rows(app)[0]["Wat er veranderde"] == "0 nieuw, 1 gewijzigd, 0 verwijderd"


def test_what_came_with_the_program_is_listed_and_cannot_be_undone(open_page: Open, person_id: int) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="ingelezen")
    assert all(row["Wat er veranderde"].endswith("; meegeleverd met het programma") for row in rows(app))
    assert _labels(app) == []


def test_everybody_sees_every_source_with_its_licence_and_what_hangs_on_it(open_page: Open) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="bronnen")
    sources = {row["Bron"]: row for row in rows(app)}
    assert "Jeugdzorg" in sources["Kerncijfers wijken en buurten (CBS, CC BY 4.0)"]["Wat eraan hangt"]
    invented = sources["Voorbeeldcijfers (verzonnen) (Tellen & Vertellen, voorbeeld, verzonnen)"]
    assert "Nieuwste cijfer: " in invented["Hoe oud"]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "vandaag"),
        (1, "gisteren"),
        (45, "45 dagen geleden"),
        (245, "8 maanden geleden"),
        (800, "2 jaar geleden"),
    ],
)
def test_an_age_is_said_as_people_say_it(days: int, said: str) -> None:
    assert how_long_ago(days) == said


def test_what_is_not_shown_is_for_the_officer_with_the_reason_and_what_to_do(open_page: Open, person_id: int) -> None:
    app = open_page("data", gebied="VG0001", onderdeel="niet-getoond")
    assert rows(app)[0]["Waarom"] == "minder dan 10 kinderen"
    assert says(app, "Neem **drie jaren samen**")


def test_a_region_without_withheld_figures_says_so(open_page: Open, person_id: int) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="niet-getoond")
    assert says(app, "Van uw regio is geen enkel eigen cijfer verborgen.")


def test_nobody_known_does_not_see_what_is_withheld(open_page: Open) -> None:
    app = open_page("data", gebied="VG0001", onderdeel="niet-getoond")
    assert says(app, "Wat niet getoond wordt, ziet alleen een beleidsmedewerker.")
    assert tables(app) == []


def _type(app: AppTest, ending: str, text: str) -> None:
    (field,) = (field for field in (*app.text_input, *app.text_area) if str(field.key).endswith(f"-{ending}"))
    field.set_value(text)


def test_the_agenda_is_added_to_changed_and_taken_off(open_page: Open, person_id: int) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="agenda")
    _type(app, "vraag", "Hoeveel thuiszitters gaan terug naar school?")
    _press(app, "Op de agenda zetten")
    assert says(app, "Schrijf op waarom: dan begrijpt een ander later waar het om ging.")
    _type(app, "waarom", "Dan weten we wat helpt.")
    _press(app, "Op de agenda zetten")
    assert says(app, "Het staat op de agenda.")
    assert says(app, "nog niemand bezig")
    _press(app, "Wijzigen")
    (changed,) = (field for field in app.text_area if "nieuw" not in str(field.key))
    changed.set_value("Dan weten we wie wat helpt.")
    _press(app, "Wijziging bewaren")
    assert says(app, "De wijziging is bewaard.")
    assert says(app, "Waarom: Dan weten we wie wat helpt.")
    _press(app, "Ja, haal van de agenda")
    assert says(app, "van de agenda af")


def test_a_change_of_the_agenda_does_not_overwrite_that_of_a_colleague(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    region_id = _region(app_database)
    with database.writing(app_database) as session:
        actor = people.actor(session, person_id=person_id, region_id=region_id)
        assert actor is not None
        number = agenda.add(session, actor=actor, item=AgendaProposal(question="Wie?", reason="Daarom."))
    app = open_page("data", gebied="GM0034", onderdeel="agenda")
    _press(app, "Wijzigen")
    with database.writing(app_database) as session:
        theirs = AgendaProposal(question="Wie dan?", reason="Daarom.")
        agenda.change(session, actor=actor, item_id=number, seen_version=1, item=theirs)
    app.text_area(key=f"agenda-{number}-waarom").set_value("Omdat het moet.")
    _press(app, "Wijziging bewaren")
    assert says(app, "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven.")
    assert app.text_area(key=f"agenda-{number}-waarom").value == "Omdat het moet."
    assert says(app, "**Wie dan\\?**")


def _at_work(engine: Engine, person_id: int, *, stage: Progress) -> tuple[str, int]:
    """An import whose child is at work: this test holds its lock."""
    folder = job_folder.new()
    request = Request("cbs-kwb", file_name="groot.csv", person_id=person_id, region_id=_region(engine))
    folder.write(jobs.REQUEST, as_json(request))
    folder.write(jobs.PROGRESS, as_json(stage))
    lock = folder.lock()
    assert lock is not None
    return folder.id, lock


def test_while_it_works_one_sees_how_far_it_is_and_can_stop_it(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    job, lock = _at_work(app_database, person_id, stage=Progress("auditing", 20, 160))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert headings(app)[1] == "Bezig met groot\\.csv"
    (bar,) = app.get("progress")
    assert bar.proto.text == "Nagaan of er niets terug te rekenen is: 20 van 160"
    assert _labels(app) == ["Stoppen"]
    _press(app, "Stoppen")
    os.close(lock)
    assert says(app, "Gestopt. Er is niets opgeslagen.")
    assert job_folder.found(job) is None


def test_an_import_that_died_says_so_and_one_begins_anew(open_page: Open, person_id: int, app_database: Engine) -> None:
    job, lock = _at_work(app_database, person_id, stage=Progress("reading"))
    os.close(lock)
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert app.error[0].value == "Het lezen is onderbroken. Er is niets opgeslagen; begin opnieuw."
    _press(app, "Ander bestand inlezen")
    assert headings(app)[1] == "1. Wat leest u in?"


def test_storing_that_died_says_where_to_look(open_page: Open, person_id: int, app_database: Engine) -> None:
    job, lock = _at_work(app_database, person_id, stage=Progress("storing"))
    folder = job_folder.found(job)
    assert folder is not None
    folder.write(jobs.CONFIRMATION, "{}")
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert headings(app)[1] == "Bezig met opslaan"
    assert _labels(app) == []
    os.close(lock)
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert "Kijk bij ‘Ingelezen’ of het bestand er staat." in app.error[0].value


def test_a_name_in_a_file_is_shown_as_it_is_written_and_never_as_markdown(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    folder = job_folder.found(job)
    assert folder is not None
    report = json.loads(folder.read(jobs.REPORT) or "")
    name = "[Almere](https://voorbeeld.nl) *nieuw*"
    report["examples_changed"][0].update(area=name, group="soort: *a*")
    report["withheld"] = [
        {"indicator": "Jeugdzorg", "area": name, "period": "2024", "group": "soort: *a*", "reason": "te weinig"}
    ]
    report["withheld_total"] = 1
    folder.write(jobs.REPORT, json.dumps(report))
    app = open_page("data", gebied="GM0034", inlezen=job)
    shown = [tables(app)[table][0] for table in (1, -1)]  # what changes, and what is not shown
    assert [row["Gebied"] for row in shown] == [name, name]
    assert [row["Groep"] for row in shown] == ["soort: *a*", "soort: *a*"]


def test_of_many_problems_the_first_are_shown_and_the_rest_folds(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    lines = "".join(f"jeugdzorg,GM9{place:03},2024,,7400,,12.9,percentage,final,cbs-kwb\n" for place in range(24))
    job = _read(app_database, person_id, TIDY + lines)
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert says(app, "Verbeter wat hieronder staat en lees het bestand opnieuw in.")
    assert says(app, "Bestand: cijfers.csv")
    assert [one.label for one in app.expander] == ["Toon ook de rest (4)"]
    assert says(app, "Regel 25, kolom area: Dit gebied is niet bekend")


def test_when_nothing_differs_what_is_gone_is_told_without_a_table_of_noughts(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    first = _read(app_database, person_id, _figure("11.7"))
    app = open_page("data", gebied="GM0034", inlezen=first)
    if "Opslaan" in _labels(app):
        _press(app, "Opslaan")
        _wait(first, person_id, _region(app_database))
    again = _read(app_database, person_id, _figure("11.7"))
    app = open_page("data", gebied="GM0034", inlezen=again)
    assert headings(app)[1] == "Er is niets veranderd"
    assert "Ander bestand inlezen" in _labels(app)
    assert "Niet opslaan" not in _labels(app)


def test_a_question_says_of_which_file_and_can_be_left(open_page: Open, person_id: int, app_database: Engine) -> None:
    job = _read(app_database, person_id, OWN, source="spreadsheet", name="eigen.csv")
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert says(app, "Bestand: eigen\\.csv")
    _press(app, "Stoppen")
    assert says(app, "Gestopt. Er is niets opgeslagen.")
    assert job_folder.found(job) is None


def test_boundaries_say_what_saving_does_instead_of_four_noughts(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    square = "[[[5.1,52.3],[5.4,52.3],[5.4,52.5],[5.1,52.5],[5.1,52.3]]]"
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
        '{"statcode":"GM0034","statnaam":"Almere","jaar":2025},'
        f'"geometry":{{"type":"Polygon","coordinates":{square}}}}}]}}'
    )
    request = Request(
        "grenzen",
        file_name="grenzen.geojson",
        person_id=person_id,
        region_id=_region(app_database),
        answers=Answers(period="2025"),
    )
    job = jobs.start(request, upload=text.encode())
    _wait(job, person_id, _region(app_database))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert says(app, "Deze grenzen komen in de plaats van die er van hetzelfde jaar staan.")
    assert tables(app) == []


def test_a_preview_that_is_stale_says_to_choose_the_file_again(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    other = _read(app_database, person_id, _figure("13.1"))
    for one in (other, job):
        jobs.confirm(one, person_id=person_id, region_id=_region(app_database))
        _wait(one, person_id, _region(app_database))
    app = open_page("data", gebied="GM0034", inlezen=job)
    assert headings(app)[1] == "Dit is niet gelukt"
    assert "Kies het bestand nog een keer" in app.error[0].value
    assert "Ander bestand inlezen" in _labels(app)


def test_an_agenda_item_that_seems_to_name_somebody_is_put_on_it_only_by_whoever_says_so(
    open_page: Open, person_id: int
) -> None:
    app = open_page("data", gebied="GM0034", onderdeel="agenda")
    (question,) = (one for one in app.text_input if one.label == "Wat willen we weten?" and "nieuw" in str(one.key))
    question.set_value("Waarom wacht Fatima zo lang?")
    (reason,) = (one for one in app.text_area if "nieuw" in str(one.key))
    reason.set_value("Bel 06-12345678")
    _press(app, "Op de agenda zetten")
    assert says(app, "Hier staat ‘Fatima’. Dat lijkt een naam.")
    _press(app, "Toch opslaan")
    assert says(app, "Deze tekst bevat een telefoonnummer.")
    assert not says(app, "Het staat op de agenda.")
    (reason,) = (one for one in app.text_area if "nieuw" in str(one.key))
    reason.set_value("Wachten maakt het erger.").run()
    _press(app, "Toch opslaan")
    assert says(app, "Het staat op de agenda.")


def test_saving_that_somebody_else_began_or_that_is_gone_says_so(
    open_page: Open, person_id: int, app_database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = _read(app_database, person_id, _figure("12.9"))
    app = open_page("data", gebied="GM0034", inlezen=job)
    monkeypatch.setattr(jobs, "confirm", lambda *_, **__: False)
    _press(app, words.STORE)
    assert says(app, "Dit is niet gelukt: het bestand is intussen al opgeslagen, gestopt of vervallen.")


def test_an_answer_that_comes_too_late_says_so(
    open_page: Open, person_id: int, app_database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = _read(app_database, person_id, OWN, source="spreadsheet", name="eigen.csv")
    app = open_page("data", gebied="GM0034", inlezen=job)
    monkeypatch.setattr(jobs, "answer", lambda *_, **__: False)
    _press(app, words.GO_ON)
    assert says(app, "Dit is niet gelukt: het bestand is intussen al opgeslagen, gestopt of vervallen.")


def test_boundaries_that_stand_already_are_not_offered_to_be_saved(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    square = "[[[5.1,52.3],[5.4,52.3],[5.4,52.5],[5.1,52.5],[5.1,52.3]]]"
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":'
        '{"statcode":"GM0034","statnaam":"Almere","jaar":2025},'
        f'"geometry":{{"type":"Polygon","coordinates":{square}}}}}]}}'
    )
    region_id = _region(app_database)
    request = Request(
        "grenzen",
        file_name="grenzen.geojson",
        person_id=person_id,
        region_id=region_id,
        answers=Answers(period="2025"),
    )
    for _ in range(2):
        job = jobs.start(request, upload=text.encode())
        _wait(job, person_id, region_id)
        app = open_page("data", gebied="GM0034", inlezen=job)
        if words.STORE in _labels(app):
            jobs.confirm(job, person_id=person_id, region_id=region_id)
            _wait(job, person_id, region_id)
    assert words.STORE not in _labels(app)
    assert says(app, "Er is niets veranderd: alle grenzen stonden er al zo in.")
