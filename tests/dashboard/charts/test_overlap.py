"""The picture of gemeenten and a partnership: bars as long as their parts, and everything in words too."""

import re
from xml.etree import ElementTree as ET

from dashboard.charts.overlap import BAR, OverlapBar, overlap_picture, overlap_text

SVG = "{http://www.w3.org/2000/svg}"
BARS = (
    OverlapBar(
        name="Heuveloord", of_area=0.65, of_whole=0.125, of_area_words="65%", of_whole_words="12,5%", chosen=True
    ),
    OverlapBar(
        name="Nuenen, Gerwen en Nederwetten & een naam die niet op één regel past",
        of_area=1.0,
        of_whole=None,
        of_area_words="100%",
        of_whole_words="niet bekend",
    ),
)


def _elements(kind: str) -> list[ET.Element]:
    return list(ET.fromstring(overlap_picture(BARS, title="Swv")).iter(f"{SVG}{kind}"))  # noqa: S314 - our own


def test_a_bar_is_filled_as_far_as_its_part_goes_within_a_frame_of_a_hundred_percent() -> None:
    filled = [float(one.attrib["width"]) for one in _elements("rect") if one.attrib["fill"] != "none"]
    frames = [float(one.attrib["width"]) for one in _elements("rect") if one.attrib["fill"] == "none"]
    assert filled == [round(0.65 * BAR, 1), round(0.125 * BAR, 1), BAR]
    assert frames == [BAR] * 3  # what is not known has no bar


def test_the_numbers_stand_beside_the_bars_and_the_chosen_gemeente_is_bold() -> None:
    texts = {one.text: one.attrib for one in _elements("text")}
    assert {"65%", "12,5%", "100%", "niet bekend"} <= texts.keys()
    assert texts["Heuveloord"]["font-weight"] == "700"


def test_long_names_are_wrapped_and_the_picture_is_as_high_as_its_rows() -> None:
    height = int(re.findall(r'height="(\d+)"', overlap_picture(BARS, title="Swv"))[0])
    last = max(float(one.attrib["y"]) for one in _elements("text"))
    assert last < height < last + 40
    assert all(len(one.text or "") <= 44 for one in _elements("text"))


def test_the_picture_in_words() -> None:
    assert overlap_text(BARS[:1], title="Swv") == "Swv. Heuveloord: 65% hoort erbij, 12,5% van de jeugd woont hier."
