"""Streamlit's own scripts as we serve them: what people would read in English is Dutch, the rest is untouched."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dashboard.ahead import SCRIPTS
from dashboard.dutch_scripts import PATH, DutchScripts, in_dutch
from dashboard.texts.streamlit import IN_DUTCH

TEXTS = [(beginning, theirs) for beginning, words in IN_DUTCH.items() for theirs in words]


@pytest.mark.parametrize(("beginning", "theirs"), TEXTS)
def test_the_installed_streamlit_says_each_of_the_english_texts_and_we_none(beginning: str, theirs: str) -> None:
    where = [path for path in SCRIPTS.glob(f"{beginning}.*.js") if theirs in path.read_text(encoding="utf-8")]
    assert len(where) == 1
    ours = in_dutch()[where[0].name]
    assert theirs not in ours
    assert IN_DUTCH[beginning][theirs] in ours


def test_only_words_are_changed() -> None:
    for name, ours in in_dutch().items():
        back = ours
        words = next(words for beginning, words in IN_DUTCH.items() if name.startswith(f"{beginning}."))
        for theirs, dutch in words.items():
            back = back.replace(dutch, theirs)
        assert back == (SCRIPTS / name).read_text(encoding="utf-8")


def test_a_browser_gets_them_as_scripts_and_asks_again_after_a_day() -> None:
    theirs = Route("/{path:path}", lambda _: PlainTextResponse("of Streamlit"))
    client = TestClient(Starlette(routes=[theirs], middleware=[Middleware(DutchScripts)]))
    assert client.get(f"{PATH}another.js").text == "of Streamlit"
    for name, ours in in_dutch().items():
        answer = client.get(PATH + name)
        assert answer.text == ours
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"] == "public, max-age=86400"
