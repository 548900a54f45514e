"""Beheer, Mensen en rollen and Wie mag wat: who may what, giving a role, changing and ending it."""

import pytest
from sqlalchemy import Engine, delete, select, update
from streamlit.testing.v1 import AppTest

from data_models import database
from data_models.access import Role
from data_models.queries import people
from data_models.tables import Party, Person, PersonRole, Region
from tests.pages.conftest import Open
from tests.pages.screen import rows, says, tables

WHO = "Wiens rollen wilt u geven of wijzigen?"


def _press(app: AppTest, label: str) -> None:
    (button,) = (button for button in app.button if button.label == label)
    button.click()
    app.run()
    assert [one.value for one in app.exception] == []


def _choose(app: AppTest, name: str, *, engine: Engine) -> int:
    """Choose somebody by name, and answer their number."""
    with database.reading(engine) as session:
        number = session.scalars(select(Person.id).where(Person.name == name)).one()
    (box,) = (box for box in app.selectbox if box.label == WHO)
    box.set_value(number).run()
    assert [one.value for one in app.exception] == []
    return number


def _roles(engine: Engine, person_id: int, *, fictional: bool = True) -> set[Role]:
    with database.reading(engine) as session:
        region_id = people.region_of_kind(session, fictional=fictional)
        assert region_id is not None
        found = people.actor(session, person_id=person_id, region_id=region_id)
        return set(found.roles) if found else set()


@pytest.fixture
def newcomer(app_database: Engine) -> str:
    """Somebody who signed in and has no role anywhere; their name means something in Markdown."""
    name = "Evi *van* den [Berg]-de Grootaanhuisinghe-Ter Braak, adviseur passend onderwijs en jeugdhulp"
    with database.writing(app_database) as session:
        session.add(Person(subject="https://aanmelden|7", name=name, organisation="swv", perspective="onderwijs"))
    return name


def test_the_people_of_the_example_stand_in_alphabetical_order_with_their_roles(
    open_page: Open, person_id: int
) -> None:
    app = open_page("administration", gebied="VG0001")
    names = [row["Naam"].replace("\\", "") for row in rows(app)]
    assert names == sorted(names)
    assert len(names) == 16
    cells = {row["Naam"].replace("\\", ""): row["Rollen"].replace("\\", "") for row in rows(app)}
    assert cells["Noor Waterink, wethouder jeugd"] == "ondertekenaar voor Gemeente Waterdam (voorbeeld)"
    assert cells["Anna"] == "beleidsmedewerker; beheerder"
    assert {"ambassadeur", "gast", "beheerder", "deelnemer"} <= set(cells.values())
    assert says(app, "Lokale modus: wie op deze computer zegt wie hij is")


def test_the_list_is_searched_when_it_is_long(open_page: Open, person_id: int) -> None:
    app = open_page("administration", gebied="VG0001")
    (field,) = (field for field in app.text_input if field.label.startswith("Zoek op naam"))
    field.set_value("WETHOUDER jeugd").run()
    assert [row["Naam"].replace("\\", "").partition(",")[0] for row in rows(app)] == ["Hilde Oordman", "Noor Waterink"]
    assert says(app, "2 van de 16 mensen")
    field.set_value("zzz").run()
    assert says(app, "Niemand gevonden.")


def test_a_region_of_one_shows_that_one_without_a_search(open_page: Open, person_id: int) -> None:
    app = open_page("administration", gebied="GM0034")
    assert [row["Naam"] for row in rows(app)] == ["Anna"]
    assert [field.label for field in app.text_input] == []


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_who_is_no_beheerder_sees_nobody(open_page: Open, person_id: int, app_database: Engine, role: Role) -> None:
    with database.writing(app_database) as session:
        session.execute(delete(PersonRole).where(PersonRole.person_id == person_id, PersonRole.role == "administrator"))
        session.execute(update(PersonRole).where(PersonRole.person_id == person_id).values(role=role))
    app = open_page("administration", gebied="VG0001")
    assert says(app, "Dit deel is voor de beheerder van de regio.")
    assert tables(app) == []
    assert WHO not in [box.label for box in app.selectbox]


def test_who_has_no_role_yet_is_named_and_given_one(
    open_page: Open, person_id: int, app_database: Engine, newcomer: str
) -> None:
    app = open_page("administration", gebied="VG0001")
    assert "1 persoon heeft zich aangemeld en heeft nog geen rol: Evi \\*van\\* den" in app.info[0].value
    number = _choose(app, newcomer, engine=app_database)
    assert says(app, "Deze persoon heeft in deze regio nog geen rol.")
    _press(app, "Rol geven")
    assert says(app, "Kies eerst een rol.")
    app.radio(key=f"rol-geven-{number}-0-rol").set_value(Role.CHAIR).run()
    _press(app, "Rol geven")
    assert says(app, "is nu voorzitter, zonder einddatum.")
    assert _roles(app_database, number) == {Role.CHAIR}
    assert says(app, "Gegeven door Anna op ")
    assert not any("aangemeld" in info.value for info in app.info)


def test_a_signatory_is_given_a_party_and_a_last_day(
    open_page: Open, person_id: int, app_database: Engine, newcomer: str
) -> None:
    app = open_page("administration", gebied="VG0001")
    number = _choose(app, newcomer, engine=app_database)
    key = f"rol-geven-{number}-0"
    app.radio(key=f"{key}-rol").set_value(Role.SIGNATORY).run()
    app.radio(key=f"{key}-tot").set_value("day").run()
    for typed, sentence in (
        ("", "Vul in tot en met welke dag de rol geldt."),
        ("straks", "Dit is geen dag. Schrijf hem als 31-12-2027."),
        ("1-1-2090", "meer dan 25 jaar ver weg"),
        ("31-12-2027", "Kies voor welke partij deze persoon ondertekent."),
    ):
        app.text_input(key=f"{key}-dag").set_value(typed)
        _press(app, "Rol geven")
        assert says(app, sentence), typed
    with database.reading(app_database) as session:
        boslo = session.scalars(select(Party.id).where(Party.name == "Gemeente Boslo (voorbeeld)")).one()
    app.selectbox(key=f"{key}-partij").set_value(boslo)
    app.text_input(key=f"{key}-dag").set_value("1-1-2020")
    _press(app, "Rol geven")
    assert says(app, "Die dag is voorbij.")
    app.text_input(key=f"{key}-dag").set_value("31-12-2030")
    _press(app, "Rol geven")
    assert says(app, "is nu ondertekenaar voor Gemeente Boslo")
    assert says(app, "tot en met 31 december 2030")
    assert _roles(app_database, number) == {Role.SIGNATORY}


def test_a_role_is_ended_and_that_is_undone(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("administration", gebied="VG0001")
    number = _choose(app, "Olga Thuis, ouder", engine=app_database)
    _press(app, "Ja, beëindig deze rol")
    assert says(app, "Olga Thuis\\, ouder is geen deelnemer meer.")
    assert _roles(app_database, number) == set()
    assert says(app, "geëindigd op ")
    _press(app, "Ongedaan maken")
    assert says(app, "Olga Thuis\\, ouder is weer deelnemer.")
    assert _roles(app_database, number) == {Role.PARTICIPANT}


def test_the_end_of_a_role_is_changed_unless_another_did_meanwhile(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    app = open_page("administration", gebied="VG0001")
    number = _choose(app, "Olga Thuis, ouder", engine=app_database)
    with database.reading(app_database) as session:
        role_id = session.scalars(select(PersonRole.id).where(PersonRole.person_id == number)).one()
    app.radio(key=f"rol-{role_id}-0-tot").set_value("day").run()
    app.text_input(key=f"rol-{role_id}-0-dag").set_value("31-12-2027")
    _press(app, "Bewaren")
    assert says(app, "is deelnemer, tot en met 31 december 2027.")
    assert app.text_input(key=f"rol-{role_id}-1-dag").value == "31-12-2027"
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).where(PersonRole.id == role_id).values(valid_until=None))
    app.text_input(key=f"rol-{role_id}-1-dag").set_value("30-6-2028")
    _press(app, "Bewaren")
    assert says(app, "Iemand anders heeft deze rol ondertussen gewijzigd. Er is niets overschreven.")
    with database.reading(app_database) as session:
        assert session.get_one(PersonRole, role_id).valid_until is None


def test_the_last_beheerder_cannot_stop(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("administration", gebied="GM0034")
    assert _choose(app, "Anna", engine=app_database) == person_id
    assert says(app, "Dit bent u zelf.")
    assert says(app, "Let op: dit is uw eigen rol.")
    with database.reading(app_database) as session:
        region_id = people.region_of_kind(session, fictional=False)
        mine = (PersonRole.person_id == person_id, PersonRole.region_id == region_id)
        own = session.scalars(select(PersonRole.id).where(*mine, PersonRole.role == Role.ADMINISTRATOR)).one()
    app.button(key=f"beeindig-{own}").click().run()
    assert says(app, "Dan heeft de regio geen beheerder meer")
    assert Role.ADMINISTRATOR in _roles(app_database, person_id, fictional=False)


def test_a_role_from_signing_in_is_shown_and_left_alone(open_page: Open, person_id: int, app_database: Engine) -> None:
    with database.writing(app_database) as session:
        olga = session.scalars(select(Person.id).where(Person.name == "Olga Thuis, ouder")).one()
        session.execute(update(PersonRole).where(PersonRole.person_id == olga).values(origin=people.FROM_CLAIMS))
    app = open_page("administration", gebied="VG0001")
    _choose(app, "Olga Thuis, ouder", engine=app_database)
    assert says(app, "Komt mee bij het aanmelden.")
    assert [button.label for button in app.button] == ["Rol geven"]


def test_a_region_without_parties_says_where_to_add_one(
    open_page: Open, person_id: int, app_database: Engine, newcomer: str
) -> None:
    app = open_page("administration", gebied="GM0034")
    number = _choose(app, newcomer, engine=app_database)
    app.radio(key=f"rol-geven-{number}-0-rol").set_value(Role.SIGNATORY).run()
    assert says(app, "Deze regio heeft nog geen partijen.")
    _press(app, "Rol geven")
    assert says(app, "Kies voor welke partij")


def test_choosing_another_region_forgets_who_was_chosen(open_page: Open, person_id: int, app_database: Engine) -> None:
    app = open_page("administration", gebied="VG0001")
    _choose(app, "Olga Thuis, ouder", engine=app_database)
    app.query_params["gebied"] = "GM0034"
    app.run()
    assert [one.value for one in app.exception] == []
    assert not says(app, "Olga")


def test_who_may_what_is_a_table_with_words(open_page: Open, person_id: int) -> None:
    app = open_page("administration", gebied="VG0001", onderdeel="rechten")
    table = {row.pop("Wat"): row for row in rows(app)}
    names = [
        "gast",
        "deelnemer",
        "ondertekenaar",
        "voorzitter",
        "beleidsmedewerker",
        "ambassadeur",
        "beheerder",
    ]
    assert all(list(row) == names for row in table.values())
    assert list(table["Meeschrijven bij een cijfer"].values()) == ["–", "ja", "ja", "ja", "ja", "–", "ja"]
    assert list(table["Normen vaststellen namens een partij"].values()) == ["–", "–", "ja", "–", "–", "–", "–"]
    assert len(table) == 18
    assert says(app, "- **ondertekenaar**: Doet mee, en stelt normen vast en bevestigt duidingen namens één partij.")


def test_the_region_that_nobody_knows_is_never_shown(open_page: Open, person_id: int, app_database: Engine) -> None:
    """People of a region of others do not appear in one's own."""
    with database.writing(app_database) as session:
        other = Region(code="elders", name="Elders", fictional=False)
        person = Person(subject="x|1", name="Iemand Elders", organisation="Elders", perspective="gemeente")
        session.add_all([other, person])
        session.flush()
        session.add(PersonRole(person_id=person.id, region_id=other.id, role=Role.ADMINISTRATOR))
    app = open_page("administration", gebied="GM0034")
    assert [row["Naam"] for row in rows(app)] == ["Anna"]
    assert not says(app, "Iemand Elders")


def test_somebody_of_another_region_is_given_a_role_by_their_exact_name(
    open_page: Open, person_id: int, app_database: Engine
) -> None:
    with database.writing(app_database) as session:
        other = Region(code="elders", name="Elders", fictional=False)
        person = Person(subject="x|1", name="Iemand *Elders*", organisation="Elders", perspective="gemeente")
        session.add_all([other, person])
        session.flush()
        session.add(PersonRole(person_id=person.id, region_id=other.id, role=Role.ADMINISTRATOR))
        number = person.id
    app = open_page("administration", gebied="GM0034")
    (box,) = (box for box in app.selectbox if box.label == WHO)
    assert box.options == ["Iemand die niet in deze lijst staat", "Anna"]
    box.set_value(0).run()
    app.radio(key="rol-op-naam-0-rol").set_value(Role.PARTICIPANT).run()
    for name, organisation, sentence in (
        ("", "Elders", "Vul in hoe deze persoon heet."),
        ("Iemand", "Elders", "Er is niemand gevonden die precies zo heet"),
        ("Iemand *Elders*", "", "Kijk beide letter voor letter na"),
    ):
        app.text_input(key="rol-op-naam-0-naam").set_value(name)
        app.text_input(key="rol-op-naam-0-organisatie").set_value(organisation)
        _press(app, "Rol geven")
        assert says(app, sentence), name
        assert _roles(app_database, number, fictional=False) == set()
    assert app.text_input(key="rol-op-naam-0-naam").value == "Iemand *Elders*"
    app.text_input(key="rol-op-naam-0-organisatie").set_value("Elders")
    _press(app, "Rol geven")
    assert says(app, "Iemand \\*Elders\\* is nu deelnemer, zonder einddatum.")
    assert _roles(app_database, number, fictional=False) == {Role.PARTICIPANT}
    assert app.text_input(key="rol-op-naam-1-naam").value == ""
    assert [row["Naam"] for row in rows(app)] == ["Anna", "Iemand *Elders*"]
