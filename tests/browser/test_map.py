"""The map on Vergelijken in a browser: drawn from our own outlines, told at a touch, and asking no other host."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from data_models.database import make_engine
from tests.browser.running_server import RunningServer
from tests.browser.screen import axe, open_page
from tests.pages.test_area_map import FLEVOLAND, add_outlines

ADDRESS = "vergelijken?gebied=GM0034&indicator=jeugdzorg&jaar=2022&weergave=kaart"


def test_a_map_is_drawn_on_a_telephone_from_outlines_of_our_own(page: Page, reading_server: RunningServer) -> None:
    engine = make_engine(reading_server.database)
    add_outlines(engine, *FLEVOLAND)
    engine.dispose()
    asked: list[str] = []
    page.context.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda websocket: asked.append(websocket.url))
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"{reading_server.address}/{ADDRESS}")
    areas = page.locator(".st-key-kaart [data-area]")
    expect(areas).to_have_count(6)
    assert sorted(set(areas.evaluate_all("all => all.map(one => one.dataset.class)"))) == ["higher", "lower", "same"]
    almere = page.get_by_role("img", name="Almere: 10,8%")
    expect(almere).to_be_visible()

    areas.last.click()  # the area that the screen is about is drawn over the others
    expect(page.locator(".st-key-kaart .told")).to_have_text("Almere: 10,8%, vrijwel gelijk aan Nederland.")
    page.locator(".st-key-kaart .place").focus()
    told = []
    for key in ("ArrowRight", "ArrowUp", "ArrowDown"):  # Zeewolde lies east of Almere, Lelystad north of that
        page.keyboard.press(key)
        told.append(page.locator(".st-key-kaart .told b").text_content())
    assert told == ["Zeewolde", "Lelystad", "Zeewolde"]
    words, drawing = (
        page.locator(".st-key-kaart .told").bounding_box(),
        page.locator(".st-key-kaart .place").bounding_box(),
    )
    assert words and drawing and words["y"] < drawing["y"]  # also of a map that is higher than the window
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert axe(page) == []

    outlines = [url for url in asked if urlsplit(url).path == "/grenzen/2025/gemeenten.json"]
    assert len(outlines) == 1
    assert [
        url for url in asked if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "localhost"
    ] == []
