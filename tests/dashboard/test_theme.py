"""Colours people can see, and plotly in Dutch."""

import plotly.graph_objects as go
import pytest

from dashboard import theme


def contrast_on_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2, between `colour` and white."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#0072B2") == pytest.approx(5.2, abs=0.05)


@pytest.mark.parametrize("style", theme.STYLES.values(), ids=list(theme.STYLES))
def test_lines_stand_out_and_words_can_be_read(style: theme.Style) -> None:
    assert contrast_on_white(style.colour) >= 3
    assert contrast_on_white(style.text_colour) >= 4.5


def test_no_two_roles_look_alike_without_colour() -> None:
    looks = [(style.dash, style.symbol, style.width) for style in theme.STYLES.values()]
    assert len(set(looks)) == len(looks)


def test_plotly_accepts_the_template_and_writes_numbers_in_dutch() -> None:
    assert go.layout.Template(theme.PLOTLY_TEMPLATE).layout.separators == ",."


def test_the_configuration_is_dutch_and_adds_no_tab_stops() -> None:
    assert theme.PLOTLY_CONFIG["locale"] in theme.PLOTLY_CONFIG["locales"]
    assert theme.PLOTLY_CONFIG["displayModeBar"] is False
