"""A story as a page: what people typed is text and nothing else, in HTML and in PDF; and the page can be read aloud."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from dashboard.charts.trend import trend_chart
from dashboard.exports.heading import Heading
from dashboard.exports.picture import picture
from dashboard.exports.story_html import as_html
from dashboard.exports.story_page import Part, Said, StoryFigure, StoryPage, StoryQuestion, TogetherText
from dashboard.exports.story_pdf import as_pdf
from tests.dashboard.charts.examples import ALMERE, chart, series

TYPED = 'Regel één\n<script>alert("x")</script> #strong[nee] $x$ *ster* https://voorbeeld.nl 😀 漢字'
SVG = picture(trend_chart(chart(series(ALMERE))), heading=Heading("Almere", "", ""), kind="svg", bare=True).decode()
FIGURE = StoryFigure(
    title="Jeugdzorg, Almere",
    message="Ruim 1 op de 9 jongeren kreeg jeugdzorg.",
    amounts="7.400 van 63.248",
    chart=SVG,
    alternative="Van 9,6% in 2018 naar 11,7% in 2024.",
    remarks=("Hoger dan Nederland.",),
    rows=({"Jaar": "2024", "Aantal": "7.400"}, {"Jaar": "2023", "Aantal": "niet getoond: minder dan 10"}),
    notes=(),
    origin="Bron: CBS.",
)
PAGE = StoryPage(
    place="Opgroeien · Almere",
    title="Jeugdzorg, Almere",
    notices=("Bedoeld voor de regio.",),
    figures=(FIGURE,),
    questions=(
        StoryQuestion(
            question="1. Herkennen we het beeld?",
            answers=(Said(who="Gemeente <Almere>", text=TYPED, chosen="Herkend: ja"),),
            together=TogetherText(
                text=TYPED, confirmed=("Bevestigd door de gemeente",), otherwise=(Said(who="Het swv", text=TYPED),)
            ),
        ),
        StoryQuestion(question="2. Hoe verklaren we dit?", answers=()),
    ),
    parts=(Part(heading="Afspraken", said=(Said(who="Gemeente", text=TYPED),)),),
    foot=("Dit scherm: http://localhost:8501/cijfer?gebied=GM0034&indicator=jeugdzorg",),
)


class _Read(HTMLParser):
    """The tags of a page in their order, and its words outside the drawing and the style."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self._within: list[str] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag in ("svg", "style"):
            self._within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._within and tag == self._within[-1]:
            self._within.pop()

    def handle_data(self, data: str) -> None:
        self.words += "" if self._within else data


def test_what_people_typed_is_text_and_no_markup() -> None:
    read = _Read(as_html(PAGE))
    assert read.words.count(TYPED) == 4
    assert {tag for tag, _ in read.tags} & {"script", "a", "img", "link", "iframe"} == set()
    assert "Gemeente <Almere>" in read.words


def test_the_page_needs_no_network() -> None:
    said = as_html(PAGE).decode().replace("https://voorbeeld.nl", "")
    fetched = re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|url\((?!#)[^)]*\)|@import", said)
    assert fetched == []


def test_the_page_can_be_read_aloud() -> None:
    read = _Read(as_html(PAGE))
    tags = [tag for tag, _ in read.tags]
    assert dict(read.tags)["html"] == {"lang": "nl"}
    assert [tag for tag in tags if tag in ("h1", "h2", "h3")] == ["h1", "h2", "h3", "h3", "h2"]
    assert {"main", "footer", "caption"} <= set(tags)
    assert [of["aria-label"] for tag, of in read.tags if tag == "figure"] == [FIGURE.alternative]
    assert [of["scope"] for tag, of in read.tags if tag == "th"] == ["col", "col", "row", "row"]
    assert "Hierop is nog niets geantwoord." in read.words
    assert "niet getoond: minder dan 10" in read.words


def test_figures_that_mean_something_together_each_have_their_heading() -> None:
    read = _Read(as_html(replace(PAGE, figures=(FIGURE, replace(FIGURE, title="Thuiszitters, Almere", chart="")))))
    assert [tag for tag, _ in read.tags].count("h2") == 4
    assert [tag for tag, _ in read.tags].count("figure") == 1


def test_the_pdf_is_tagged_titled_and_in_dutch() -> None:
    made = as_pdf(PAGE)
    assert made.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in made
    assert b"/Lang (nl-NL)" in made or b"/Lang(nl-NL)" in made
    assert b"pdfuaid:part" in made


def test_a_page_without_a_chart_or_rows_is_still_a_page() -> None:
    bare = replace(FIGURE, chart="", rows=(), remarks=(), amounts="")
    assert as_pdf(replace(PAGE, figures=(bare,))).startswith(b"%PDF")
    assert "<table" not in as_html(replace(PAGE, figures=(bare,))).decode()
