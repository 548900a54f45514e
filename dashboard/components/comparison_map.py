"""The comparison as a map, drawn in the browser from outlines that it fetches from our own route, or from tiles."""

import json
from dataclasses import asdict
from pathlib import Path

import streamlit as st

from dashboard import theme
from dashboard.charts.area_map import legend, map_text
from dashboard.charts.comparison import Comparison
from dashboard.data.area_map import area_map
from dashboard.data.reader import Reader
from dashboard.texts import area_map as words

_HERE = Path(__file__)
_STYLES = {kind: asdict(style) for kind, style in theme.MAP_CLASSES.items()}
_map = st.components.v2.component(
    "area_map",
    html='<div class="map"></div>',
    css=_HERE.with_suffix(".css").read_text(encoding="utf-8"),
    js=(
        f"const WORDS = {json.dumps(words.SCRIPT)};\nconst CLASSES = {json.dumps(_STYLES)};\n"
        f"{_HERE.with_suffix('.js').read_text(encoding='utf-8')}"
    ),
)


def show_map(reader: Reader, *, chart: Comparison) -> None:
    """The areas of a comparison where they lie, each in the class of its verdict; the table tells the same."""
    found = area_map(reader, chart=chart)
    if found.areas:
        told = {kind: number for number, kind in enumerate(theme.MAP_CLASSES)}
        sentences = sorted({area.words for area in found.areas})
        _map(
            data={
                "label": map_text(chart),
                "address": found.address,
                "legend": [asdict(line) for line in legend(chart)],
                "words": sentences,
                # Lists, not names and values: of 342 areas the names would weigh more than what they say.
                "areas": [
                    [
                        area.code,
                        area.name,
                        area.short,
                        area.value,
                        told[area.kind],
                        sentences.index(area.words),
                        int(area.chosen),
                        *found.tiles.get(area.code, ()),
                    ]
                    for area in found.areas
                ],
            },
            key="kaart",
        )
    for remark in found.remarks:
        st.caption(remark)
