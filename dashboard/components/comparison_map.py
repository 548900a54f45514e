"""The comparison as a map, drawn in the browser from outlines that it fetches from our own route, or from tiles."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from dashboard import theme
from dashboard.charts.area_map import MOST_TOLD, legend, map_text
from dashboard.charts.comparison import Comparison
from dashboard.data.area_map import AreaMap, area_map
from dashboard.data.reader import Reader
from dashboard.texts import area_map as words
from data_models.facts import AreaFacts

_HERE = Path(__file__)
_STYLES = {kind: asdict(style) for kind, style in theme.MAP_CLASSES.items()}
# It travels with each run: without its comments and margins it weighs a fifth less.
_LINES = (line.strip() for line in _HERE.with_suffix(".js").read_text(encoding="utf-8").splitlines())
_SCRIPT = "\n".join(line for line in _LINES if line and not line.startswith("//"))
_map = st.components.v2.component(
    "area_map",
    html='<div class="map"></div>',
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=(f"const WORDS = {json.dumps(words.SCRIPT)};\nconst CLASSES = {json.dumps(_STYLES)};\n{_SCRIPT}"),
)


def show_map(reader: Reader, *, chart: Comparison, areas: Sequence[AreaFacts]) -> None:
    """The areas of a comparison where they lie, each in the class of its verdict; the table tells the same."""
    found = area_map(reader, chart=chart, areas=areas)
    if found.areas:
        _map(
            data={"label": map_text(chart), "legend": [asdict(line) for line in legend(chart)], **_sent(found)},
            key="kaart",
        )
    for remark in found.remarks:
        st.caption(remark)


def _sent(found: AreaMap) -> dict[str, object]:
    """The areas as columns: of 342 rows the names of their fields would weigh more than what is in them."""
    said = sorted({(area.kind, area.words) for area in found.areas})
    areas = found.areas
    return {
        "address": found.address,
        "said": said,
        "classes": [said.index((area.kind, area.words)) for area in areas],
        "codes": [area.code for area in areas] if found.address else [],
        "names": [area.name for area in areas],
        "short": [area.short for area in areas] if len(areas) <= MOST_TOLD else [],
        "values": [area.value for area in areas],
        "chosen": [number for number, area in enumerate(areas) if area.chosen],
        "tiles": [place for area in areas for place in found.tiles.get(area.code, ())],
    }
