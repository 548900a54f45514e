"""Screens where people sign in: what a visitor, somebody without a role and each role is shown."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Engine, delete, event, select, update
from streamlit.testing.v1 import AppTest

from dashboard import sign_in
from dashboard.components import signed_in
from dashboard.copying import jobs
from dashboard.data import secrets_file
from dashboard.data.secrets_file import SecretsFile
from dashboard.texts import copies as copy_words
from data_models import database
from data_models.tables import Person, PersonRole, Region, SignIn
from data_models.tables.declaration import now
from tests.data_models.people_rows import add_actor
from tests.pages.conftest import PATIENCE, Open
from tests.pages.screen import says, tables

pytestmark = pytest.mark.usefixtures("quick_children")

ALMERE = {"gebied": "GM0034", "indicator": "jeugdzorg"}
FIELD = "antwoord-1"
ROLES = [
    {"claim": "beleid", "region": "flevoland", "role": "policy_officer"},
    {"claim": "beheer", "region": "flevoland", "role": "administrator"},
    {"claim": "leest", "region": "flevoland", "role": "ambassador"},
    {"claim": "twente", "region": "twente", "role": "participant"},
]
AUTH = {
    "redirect_uri": "http://localhost:8501/oauth2callback",
    "cookie_secret": "q8Zt2LxWn5Rb7VyKc0HjPd4GsFm9TaEu6IoXw1Yk",
    "client_id": "m",
    "client_secret": "geheim-7361",
    "server_metadata_url": "https://inloggen.almere.nl/.well-known/openid-configuration",
}
SignsIn = Callable[..., None]


@pytest.fixture
def signs_in(app_database: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[SignsIn]:
    """People sign in here; call it with the values of the claim of roles to be somebody."""
    content = {"auth": AUTH, "roles": ROLES, "regions": {"flevoland": "Regio Flevoland", "twente": "Regio Twente"}}
    monkeypatch.setattr(secrets_file, "read", lambda: SecretsFile(content=content))
    sign_in.read_again()
    said: dict[str, object] = {}
    monkeypatch.setattr(signed_in, "said", lambda: said)

    def become(*roles: str, organisation: str = "Gemeente Almere", nonce: str = "n") -> None:
        who = {"iss": "https://inloggen.almere.nl", "sub": "1", "name": "Anna Smit", "organisation": organisation}
        said.update(
            {**who, "iat": int(now().timestamp()), "nonce": nonce, "roles": list(roles), "at_hash": "verborgen"}
        )

    yield become
    monkeypatch.undo()
    sign_in.read_again()


def fields(app: AppTest) -> int:
    """How many fields there are to answer in."""
    return len([one for one in app.get("bidi_component") if "antwoord" in str(one.proto)])


def test_a_visitor_reads_figures_and_is_shown_the_way_in(signs_in: SignsIn, open_page: Open) -> None:
    app = open_page("figure", **ALMERE)
    assert says(app, "7.400 van")
    assert says(app, "Meld u aan om mee te doen.")
    assert [one.label for one in app.button if one.label == "Aanmelden"] == ["Aanmelden"]


def test_somebody_without_a_role_sees_what_a_visitor_sees(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("iets-anders")
    app = open_page("figure", **ALMERE)
    assert says(app, "Meedoen kan zodra u een rol hebt in een regio.")
    assert not says(app, "U bent Anna Smit")


def test_somebody_with_a_role_is_at_work_in_their_region(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("beleid")
    app = open_page("figure", **ALMERE)
    assert says(app, "U bent Anna Smit")
    assert fields(app) == 4


def test_that_the_provider_names_no_organisation_is_said(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("beleid", organisation="")
    assert says(open_page("figure", **ALMERE), "organisatie niet bekend")


@pytest.mark.parametrize("column", ["ended_at", "expires_at"])
def test_a_sign_in_that_does_not_count_is_nobody(
    signs_in: SignsIn, open_page: Open, app_database: Engine, column: str
) -> None:
    signs_in("beleid")
    open_page("figure", **ALMERE)
    with database.writing(app_database) as session:
        session.execute(update(SignIn).values({column: now()}))
    app = open_page("figure", **ALMERE)
    assert not says(app, "U bent Anna Smit")
    assert says(app, "Meld u aan om mee te doen.")


def test_in_the_example_region_who_has_no_role_there_reads_only(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("beleid")
    assert says(open_page("figure", gebied="VG0001"), "Uw rol mag hier lezen, maar niet schrijven.")


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("agenda", "Uw rol mag de agenda lezen, maar niet wijzigen."),
        ("inlezen", "Uw rol mag geen cijfers inlezen."),
    ],
)
def test_who_only_reads_is_told_so_and_has_no_forms(
    signs_in: SignsIn, open_page: Open, section: str, said: str
) -> None:
    signs_in("leest")
    app = open_page("data", **ALMERE, onderdeel=section)
    assert says(app, said)
    assert len(app.text_input) == 0


def test_beheer_opened_by_address_says_that_it_is_not_yours(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("beleid")
    app = open_page("administration", **ALMERE, onderdeel="aanmelden")
    assert says(app, "Dit deel is voor de beheerder")
    assert not says(app, "U beheert")


def test_beheer_tells_how_people_sign_in_and_shows_no_secret(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("beheer")
    app = open_page("administration", **ALMERE, onderdeel="aanmelden")
    assert says(app, "U beheert Regio Flevoland.")
    assert says(app, "Mensen melden zich aan bij: inloggen.almere.nl")
    assert says(app, "Dat werd: Regio Flevoland: beheerder")
    shown = " ".join(str(table) for table in tables(app))
    assert "beleidsmedewerker" in shown
    assert "Anna Smit" in shown
    for secret in (AUTH["cookie_secret"], AUTH["client_secret"], "verborgen"):
        assert secret not in shown


@pytest.mark.parametrize("also_loses_the_role", [False, True])
def test_signing_out_somebody_who_is_gone_already_says_so(
    signs_in: SignsIn, open_page: Open, app_database: Engine, also_loses_the_role: bool
) -> None:
    signs_in("beheer")
    open_page("administration", **ALMERE)
    with database.writing(app_database) as session:
        region_id = session.scalars(select(Region.id).where(Region.code == "flevoland")).one()
        bram = add_actor(session, "Bram de Wit", region_id=region_id).person_id
        session.add(SignIn(key="b", person_id=bram, expires_at=now() + timedelta(hours=1)))
    app = open_page("administration", **ALMERE, onderdeel="aanmelden")
    app.selectbox(key="afmelden-wie").set_value(bram).run()
    with database.writing(app_database) as session:
        session.execute(update(SignIn).where(SignIn.person_id == bram).values(ended_at=now()))
        if also_loses_the_role:
            session.execute(delete(PersonRole).where(PersonRole.person_id == bram))
    app.button(key="afmelden-ander").click().run()
    assert [one.value for one in app.exception] == []
    assert says(app, "Deze persoon was al niet meer aangemeld in uw regio. Er is niets veranderd.")
    assert not says(app, "Afgemeld.")


def test_the_region_follows_the_choice_and_else_the_first_by_name(signs_in: SignsIn, open_page: Open) -> None:
    signs_in("leest", "twente")
    assert says(open_page("figure", **ALMERE), "Uw rol mag hier lezen, maar niet schrijven.")
    assert not says(open_page("figure", **ALMERE, regio="twente"), "Uw rol mag hier lezen, maar niet schrijven.")
    assert says(open_page("figure", **ALMERE, regio="elders"), "Uw rol mag hier lezen, maar niet schrijven.")


def test_a_role_that_ended_is_seen_at_the_next_run(signs_in: SignsIn, open_page: Open, app_database: Engine) -> None:
    signs_in("beleid")
    app = open_page("norms", **ALMERE)
    assert [one.label for one in app.button if one.label == "Norm opslaan"]
    with database.writing(app_database) as session:
        session.execute(update(PersonRole).values(valid_until=now()))
    app.run()
    assert not [one.label for one in app.button if one.label == "Norm opslaan"]


def test_knowing_who_is_signed_in_takes_one_query_a_run(
    signs_in: SignsIn, open_page: Open, app_database: Engine
) -> None:
    signs_in("beleid")
    app = open_page("overview", **ALMERE)
    asked: list[str] = []
    event.listen(app_database, "before_cursor_execute", lambda *given: asked.append(given[2]))
    app.run()
    assert len([one for one in asked if "sign_ins" in one or "person_roles" in one]) == 1


def _press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click()
    app.run()
    end = time.monotonic() + PATIENCE
    while (state := jobs.state()) is not None and state.at_work:
        assert time.monotonic() < end, state
        time.sleep(0.1)
    app.run()
    assert [one.value for one in app.exception] == []


def test_putting_a_copy_back_signs_out_who_did_it_and_is_undone_after_signing_in_again(
    signs_in: SignsIn, open_page: Open, app_database: Engine
) -> None:
    def opened() -> AppTest:
        return open_page("administration", **ALMERE, onderdeel="kopie")

    def put_back(app: AppTest) -> None:
        _press(app, copy_words.CHOOSE)
        app.text_input(key="terugzetten-woord").set_value("terugzetten")
        _press(app, copy_words.PUT_BACK)

    signed_in_once = select(SignIn.person_id)

    def named() -> str:
        with database.reading(app_database) as session:
            return session.scalars(select(Person.name).where(Person.id.in_(signed_in_once))).one()

    def rename(name: str) -> None:
        with database.writing(app_database) as session:
            session.execute(update(Person).where(Person.id.in_(signed_in_once)).values(name=name))

    signs_in("beheer")
    app = opened()
    _press(app, copy_words.MAKE)
    _press(app, copy_words.GO_ON)
    rename("Anna Smit-de Boer")
    put_back(opened())
    assert named() == "Anna Smit"
    assert says(opened(), "Meld u aan om mee te doen.")

    signs_in("beheer", nonce="opnieuw")
    app = opened()
    assert says(app, "is teruggezet")
    _press(app, copy_words.GO_ON)
    rename("Anders")
    put_back(app)  # the newest: what stood just before
    assert named() == "Anna Smit-de Boer"
    assert says(opened(), "Meld u aan om mee te doen.")
    signs_in("beheer", nonce="nog eens")
    assert says(opened(), "is teruggezet")
