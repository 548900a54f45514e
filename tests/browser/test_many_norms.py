"""Thirty norms pasted from a spreadsheet with three mistakes: 27 saved, three explained, nothing lost."""

from playwright.sync_api import Page, expect
from sqlalchemy import select

from data_models import database
from data_models.tables import Area, Norm
from tests.browser.running_server import RunningServer
from tests.browser.screen import PATIENCE, SIZES, axe, open_page, say_who, wait_until_complete

PASTE = """(field, text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    field.focus();
    if (field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})))
        document.execCommand('insertText', false, text);
}"""
NAMES = "Gebied\tCijfer\tNorm\tJaar\tWaarom\tAfgesproken door\tRichting\tWaarom deze richting"


def _row(area: str, *, norm: str = "9,5") -> str:
    return f"{area}\tJeugdzorg\t{norm}\t2040\teerder helpen\tde gemeenten\tlager\tminder is hier beter"


def _values(server: RunningServer) -> list[float | None]:
    engine = database.make_engine(server.database)
    with database.reading(engine) as session:
        invented = select(Area.id).where(Area.fictional)
        found = list(session.scalars(select(Norm.value).where(Norm.area_id.not_in(invented), Norm.state == "proposed")))
    engine.dispose()
    return found


def _gemeenten(server: RunningServer) -> list[str]:
    engine = database.make_engine(server.database)
    real = (Area.kind == "municipality", Area.fictional.is_(False), Area.valid_until.is_(None), Area.code > "GM0100")
    with database.reading(engine) as session:
        found = list(session.scalars(select(Area.name).where(*real).order_by(Area.code).limit(30)))
    engine.dispose()
    return found


def test_thirty_norms_pasted_with_three_mistakes_are_saved_mended_and_taken_back(
    server: RunningServer, page: Page
) -> None:
    open_page(page, f"{server.address}/normen?gebied=GM0034&indicator=jeugdzorg")
    say_who(page)
    wait_until_complete(page)
    page.get_by_test_id("stButtonGroup").get_by_text("Veel normen tegelijk", exact=True).click()
    wait_until_complete(page)
    names = _gemeenten(server)
    lines = [_row(name) for name in names]
    lines[3], lines[17], lines[24] = _row(names[3], norm="140"), _row("Nergenshuizen"), _row(names[24], norm="veel")
    field = page.get_by_label("Rijen uit Excel")
    field.evaluate(PASTE, "\n".join((NAMES, *lines)))
    field.blur()
    expect(page.get_by_text("30 rijen gelezen.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    page.get_by_role("button", name="Rijen opslaan").click()
    expect(page.get_by_text("Opgeslagen: 27. Niets veranderd: 0. Nog niet opgeslagen: 3.")).to_be_visible(
        timeout=PATIENCE
    )
    wait_until_complete(page)
    expect(page.get_by_text("Het gebied ‘Nergenshuizen’ is niet bekend.")).to_be_visible()
    assert field.input_value() == "\n".join((NAMES, lines[3], lines[17], lines[24]))
    assert _values(server) == [9.5] * 27
    for width, height in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        wait_until_complete(page)
        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.get_by_role("link", name="Cijfer en verhaal").click()
    wait_until_complete(page)
    page.go_back()
    expect(field).to_have_value("\n".join((NAMES, lines[3], lines[17], lines[24])), timeout=PATIENCE)
    wait_until_complete(page)

    field.fill("\n".join((NAMES, _row(names[3], norm="8,5"), _row(names[17]), _row(names[24]))))
    field.blur()
    wait_until_complete(page)
    page.get_by_role("button", name="Rijen opslaan").click()
    expect(page.get_by_text("Alle 3 normen zijn opgeslagen.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    assert field.input_value() == ""
    page.get_by_text("Opgeslagen (30)").click()
    page.get_by_role("button", name="Alle 30 ongedaan maken").click()
    expect(page.get_by_text("30 normen zijn weer zoals ze waren.")).to_be_visible(timeout=PATIENCE)
    wait_until_complete(page)
    assert _values(server) == []
    assert len(field.input_value().splitlines()) == 31
