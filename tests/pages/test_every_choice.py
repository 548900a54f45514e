"""Every choice of a screen about figures stands in its address: what stands elsewhere could not be sent to others."""

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import selection
from tests.pages.conftest import Open
from tests.pages.screen import tables

CHOICES = ("selectbox", "multiselect", "toggle", "checkbox", "radio", "button_group", "segmented_control", "text_input")


def choices(app: AppTest) -> dict[str, str]:
    """The key of everything that can be chosen, by its label."""
    return {getattr(one, "label", ""): getattr(one, "key", None) or "" for kind in CHOICES for one in app.get(kind)}


@pytest.mark.parametrize(
    ("screen", "address"),
    [
        ("figure", {}),
        ("figure", {"tabblad": "wijken"}),
        ("figure", {"tabblad": "alle-gemeenten"}),
        ("comparison", {}),
        ("comparison", {"groep": "eigen"}),
        ("overview", {}),
    ],
)
def test_every_choice_is_kept_in_the_address(screen: str, address: dict[str, str], open_page: Open) -> None:
    app = open_page(screen, gebied="GM0034", indicator="jeugdzorg", **address)
    found = choices(app)
    assert {"Gebied", "Vergelijk met"} <= set(found)
    assert {label for label, key in found.items() if not key.startswith("kies-")} == set()


def test_the_open_tab_and_its_year_come_from_the_address(open_page: Open) -> None:
    app = open_page("figure", gebied="GM0034", indicator="jeugdzorg", tabblad="alle-gemeenten", jaar="2021")
    assert len(tables(app)[-1]) > 300
    assert app.session_state[f"kies-{selection.TAB}"] == "Alle gemeenten"


def test_a_copied_link_holds_what_next_years_figures_would_change(open_page: Open) -> None:
    app = open_page("comparison", gebied="GM0034", indicator="jeugdzorg")
    (link,) = [one for one in app.get("bidi_component") if "chosen" in str(one.proto)]
    told = str(link.proto)
    assert "jaar" in told
    assert "GM0034" in told
