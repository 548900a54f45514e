"""Colours, lines and symbols: the same area looks the same on every screen, slide and report."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

INK = "#1F2933"  # contrast 14 on white
QUIET_INK = "#5F6B76"  # contrast 5.4 on white
HAIRLINE = "#E4E8EC"
BASELINE = "#9AA5B1"
PAPER = "#FFFFFF"
VEIL = "rgba(255,255,255,0.8)"  # behind words, so that a line below them does not hinder reading
FONT_STACK = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif'


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a role is drawn: plotly's names for dash and symbol, SVG's own for `dash_array`, widths in pixels.

    `text_colour` is the colour of its words, at least 4.5 : 1 on white where `colour`, for lines, needs only 3 : 1.
    """

    colour: str
    text_colour: str
    dash: str
    dash_array: str
    symbol: str
    width: float
    marker_size: float


STYLES = MappingProxyType(
    {
        "area": Style(
            colour="#0072B2",
            text_colour="#0072B2",
            dash="solid",
            dash_array="",
            symbol="circle",
            width=3.5,
            marker_size=8,
        ),
        "partnership": Style(
            colour="#D55E00",
            text_colour="#A84A00",
            dash="solid",
            dash_array="",
            symbol="square",
            width=2,
            marker_size=7,
        ),
        "second_partnership": Style(
            colour="#A84A00",
            text_colour="#A84A00",
            dash="solid",
            dash_array="",
            symbol="triangle-down",
            width=2,
            marker_size=9,
        ),
        "reference": Style(
            colour="#5F6B76",
            text_colour="#5F6B76",
            dash="dot",
            dash_array="1.5 3",
            symbol="diamond",
            width=2,
            marker_size=8,
        ),
        "first_other": Style(
            colour="#007A5A",
            text_colour="#007A5A",
            dash="dashdot",
            dash_array="7 3 1.5 3",
            symbol="triangle-up",
            width=2,
            marker_size=9,
        ),
        "second_other": Style(
            colour="#9C4A82",
            text_colour="#9C4A82",
            dash="dashdot",
            dash_array="7 3 1.5 3",
            symbol="x",
            width=2,
            marker_size=7,
        ),
        "replaced_norm": Style(
            colour="#7B8794",
            text_colour="#5F6B76",
            dash="dot",
            dash_array="1.5 3",
            symbol="",
            width=1.25,
            marker_size=0,
        ),
        "norm": Style(
            colour="#1F2933", text_colour="#1F2933", dash="dash", dash_array="6 4", symbol="", width=1.75, marker_size=0
        ),
    }
)

_AXIS = {
    "automargin": False,
    "fixedrange": True,
    "zeroline": False,
    "ticks": "",
    "title": {"text": ""},
    "tickfont": {"size": 13, "color": QUIET_INK},
}

# Plain dictionaries, not plotly objects: plotly.py checks and copies those anew for every figure.
PLOTLY_TEMPLATE: dict[str, Any] = {
    "layout": {
        "separators": ",.",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT_STACK, "size": 14, "color": INK},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 24,
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": BASELINE,
            "align": "left",
            "font": {"family": FONT_STACK, "size": 14, "color": INK},
        },
        "xaxis": {**_AXIS, "showgrid": False, "showline": True, "linecolor": BASELINE, "linewidth": 1},
        "yaxis": {**_AXIS, "showgrid": True, "gridcolor": HAIRLINE, "gridwidth": 1, "showline": False},
    }
}

PLOTLY_CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "displaylogo": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "locale": "nl",
    "locales": {
        "nl": {
            "dictionary": {
                "Autoscale": "Automatisch schalen",
                "Double-click to zoom back out": "Dubbelklik om weer uit te zoomen",
                "Download plot as a png": "Grafiek opslaan als afbeelding",
                "Reset axes": "Assen terugzetten",
                "Zoom": "Zoomen",
                "Pan": "Schuiven",
            },
            "format": {
                "days": ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
                "shortDays": ["zo", "ma", "di", "wo", "do", "vr", "za"],
                "months": [
                    "januari",
                    "februari",
                    "maart",
                    "april",
                    "mei",
                    "juni",
                    "juli",
                    "augustus",
                    "september",
                    "oktober",
                    "november",
                    "december",
                ],
                "shortMonths": ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
                "date": "%d-%m-%Y",
                "decimal": ",",
                "thousands": ".",
            },
        }
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MapClass:
    """How a class of areas is filled on a map: its colour, the pattern over it, and the sign on it in `ink`.

    The colours differ in lightness as well, so a greyscale print keeps them apart; blue and ochre are told apart by
    people who do not see red or green, and neither is a judgement.
    """

    fill: str
    ink: str
    pattern: str  # "", "lines", "crossed" or "dots"
    sign: str  # "up", "down", "round", "cross" or ""


MAP_CLASSES = MappingProxyType(
    {
        "higher": MapClass(fill="#0B4F80", ink=PAPER, pattern="", sign="up"),
        "same": MapClass(fill="#E3E8ED", ink=INK, pattern="", sign="round"),
        "lower": MapClass(fill="#E3B04B", ink=INK, pattern="lines", sign="down"),
        "incomparable": MapClass(fill="#C3CAD2", ink=INK, pattern="crossed", sign="cross"),
        "withheld": MapClass(fill=PAPER, ink=QUIET_INK, pattern="dots", sign=""),
    }
)
