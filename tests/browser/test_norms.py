"""A norm from proposal to adopted by every party, replaced and withdrawn; seen at once by who is looking elsewhere."""

import re

from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from data_models import database
from data_models.access import Role
from data_models.tables import (
    Ambition,
    Indicator,
    Issue,
    Party,
    Person,
    PersonRole,
    Region,
    ResultIndicator,
    SocietalResult,
)
from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, axe, open_page, say_who, wait_until_complete

ABOUT = "gebied=GM0034&indicator=jeugdzorg"
NORMS = f"/normen?{ABOUT}"
AT_ONCE = 30_000  # milliseconds: a screen looks again every three seconds, and is drawn, on a busy machine
PARTIES = {
    "Gemeente Almere": "municipality",
    "Gemeente Zeewolde": "municipality",
    "Gemeente Lelystad": "municipality",
    "Samenwerkingsverband po": "partnership",
    "Samenwerkingsverband vo": "partnership",
}


def _fill(page: Page, label: str, text: str) -> None:
    wait_until_complete(page)
    field = page.get_by_label(label, exact=True)
    field.fill(text, timeout=PATIENCE)
    field.press("Tab")
    wait_until_complete(page)


def _type_norm(page: Page, *, value: str, year: str = "2030") -> None:
    for label, text in (
        ("Norm (%)", value),
        ("Te bereiken in (jaar)", year),
        ("Waarom deze richting?", "Minder is hier beter."),
        ("Waarom deze norm?", "Eerder en lichter helpen."),
        ("Afgesproken door", "alle partijen van de regio"),
    ):
        _fill(page, label, text)


def _propose(page: Page, *, value: str) -> None:
    _type_norm(page, value=value)
    page.get_by_role("button", name="Norm opslaan").click()
    expect(page.get_by_text("De norm is opgeslagen")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)


def _agree(page: Page) -> None:
    page.get_by_role("button", name="Afgesproken", exact=True).click()
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("De afspraak is vastgelegd.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)


def _let_sign_for_all(server: RunningServer) -> None:
    """Three gemeenten and two samenwerkingsverbanden become parties of the region, and Anna signs for each."""
    engine = database.make_engine(server.database)
    with database.writing(engine) as session:
        person_id = session.scalars(select(Person.id).where(Person.name == "Anna", Person.organisation != "")).all()[-1]
        mine = select(PersonRole.region_id).where(PersonRole.person_id == person_id).order_by(PersonRole.id)
        for region_id in set(session.scalars(mine)):
            parties = [Party(region_id=region_id, name=name, kind=kind) for name, kind in PARTIES.items()]
            session.add_all(parties)
            session.flush()
            session.add_all(
                PersonRole(
                    person_id=person_id,
                    region_id=region_id,
                    role=Role.SIGNATORY,
                    party_id=party.id,
                    valid_until=None,
                )
                for party in parties
            )
    engine.dispose()


def _a_result(server: RunningServer) -> int:
    """A result that is followed by this figure, of the region of who sits at this computer; the same one each time."""
    engine = database.make_engine(server.database)
    with database.writing(engine) as session:
        region_id = session.scalars(select(Region.id).where(~Region.fictional)).one()
        known = session.scalar(select(SocietalResult.id).where(SocietalResult.region_id == region_id))
        if known is None:
            issue = Issue(region_id=region_id, matter="Steeds meer jeugdzorg", for_whom="", why_now="", position=1)
            session.add(issue)
            session.flush()
            ambition = Ambition(region_id=region_id, issue_id=issue.id, text="Gewoon opgroeien", position=1)
            session.add(ambition)
            session.flush()
            result = SocietalResult(
                region_id=region_id,
                ambition_id=ambition.id,
                kind="substantive",
                text="Hulp dichtbij",
                target_group="kinderen",
                position=1,
            )
            session.add(result)
            session.flush()
            indicator_id = session.scalars(select(Indicator.id).where(Indicator.code == "jeugdzorg")).one()
            followed = {"result_id": result.id, "indicator_id": indicator_id, "region_id": region_id}
            session.add(ResultIndicator(**followed, position=1))
            known = result.id
    engine.dispose()
    return known


def _taken_sheet(page: Page) -> str:
    """The file that who looks at the sheet takes along at this moment."""
    wait_until_complete(page)
    with page.expect_download(timeout=PATIENCE) as taken:
        page.get_by_role("button", name="Dit blad als bestand").click()
    return taken.value.path().read_text(encoding="utf-8")


def test_a_norm_is_proposed_agreed_adopted_by_five_parties_replaced_and_withdrawn_and_seen_at_once_elsewhere(
    server: RunningServer, browser: Browser, page: Page
) -> None:
    open_page(page, server.address + NORMS)
    say_who(page)
    _let_sign_for_all(server)
    others = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    asked = others.new_page()
    open_page(asked, server.address + NORMS)
    say_who(asked, name="Bram")
    looking = {path: others.new_page() for path in ("cijfer", "vergelijken", "", "resultaat")}
    for path, other in looking.items():
        open_page(other, f"{server.address}/{path}?{ABOUT}&resultaat={_a_result(server)}")

    _type_norm(asked, value="8", year="2035")
    _propose(page, value="10,5")
    wait_until_complete(asked)
    asked.get_by_role("button", name="Norm opslaan").click()
    expect(asked.get_by_text("Een collega heeft intussen ook een norm gezet")).to_be_visible(timeout=PATIENCE)
    expect(asked.get_by_text("U typte: norm 2035: 8,0%.")).to_be_visible(timeout=PATIENCE)
    expect(asked.get_by_text("norm 2030: 10,5%").first).to_be_visible(timeout=PATIENCE)
    asked.close()
    for other in looking.values():
        expect(other.get_by_text(re.compile("norm 2030")).first).to_be_visible(timeout=AT_ONCE)
    assert "norm 2030: 10,5%" in _taken_sheet(looking["resultaat"])
    _agree(page)
    expect(page.get_by_text("afgesproken in het OOGO").first).to_be_visible(timeout=PATIENCE)

    for number, name in enumerate(PARTIES, start=1):
        page.get_by_role("button", name=f"Vaststellen namens {name}", exact=True).click()
        expect(page.get_by_text(f"{name} heeft deze norm vastgesteld.")).to_be_visible(timeout=PATIENCE)
        expect(page.get_by_text(f"Wie heeft vastgesteld ({number} van 5)")).to_be_visible(timeout=PATIENCE)
        wait_until_complete(page)
    expect(page.get_by_text("vastgesteld", exact=True).first).to_be_visible(timeout=PATIENCE)

    page.get_by_text("Een nieuwe norm voorstellen", exact=True).last.click()
    wait_until_complete(page)
    _propose(page, value="9,5")
    _agree(page)
    drawn = looking["cijfer"].locator(".js-plotly-plot").last  # while it is drawn anew the former is still there
    expect(drawn).to_contain_text(re.compile(r"was\s*10,5%"), timeout=AT_ONCE)
    assert axe(page) == []

    wait_until_complete(page)
    page.locator('[class*="st-key-stappen-"]').first.get_by_role("button", name="Intrekken").click()
    reason = page.get_by_label("Waarom trekt u de norm in?")
    reason.fill("De afspraak vervalt.")
    reason.press("Tab")
    wait_until_complete(page)
    page.get_by_role("button", name="Intrekken", exact=True).last.click()
    expect(page.get_by_text("De norm is ingetrokken.")).to_be_visible(timeout=PATIENCE)
    for path in ("vergelijken", "", "resultaat"):
        expect(looking[path].get_by_text(re.compile("norm 2030"))).to_have_count(0, timeout=AT_ONCE)
    others.close()
