"""A story as an accessible PDF (PDF/UA-1), set by Typst: no browser and no network is needed."""

import json
from dataclasses import asdict
from pathlib import Path

from dashboard.exports.story_page import StoryPage
from dashboard.texts import story_taking as words

_TEMPLATE = Path(__file__).with_name("story_page.typ")


def as_pdf(page: StoryPage) -> bytes:
    """The page on A4; whatever people typed is handed over as data, and never read as Typst."""
    import typst
    from matplotlib import get_data_path

    return typst.compile(
        _TEMPLATE,
        format="pdf",
        pdf_standards="ua-1",
        font_paths=[Path(get_data_path()) / "fonts" / "ttf"],
        ignore_system_fonts=True,
        sys_inputs={"page": json.dumps(asdict(page)), "words": json.dumps(words.PAPER)},
    )
