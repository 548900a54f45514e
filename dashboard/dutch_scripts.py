"""Streamlit's own scripts with our words in place of the English ones that people would meet (docs/adr/0027)."""

from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.ahead import SCRIPTS
from dashboard.texts.streamlit import IN_DUTCH

PATH = "/static/js/"
# Another edition of Streamlit names its scripts otherwise; other words of ours are everywhere after a day.
_FOR_A_DAY = {"Cache-Control": "public, max-age=86400"}


def in_dutch() -> dict[str, str]:
    """Each script that says one of the English texts, by its name, with all of them in Dutch."""
    found = {}
    for beginning, words in IN_DUTCH.items():
        for path in SCRIPTS.glob(f"{beginning}.*.js"):
            script = path.read_text(encoding="utf-8")
            if any(theirs in script for theirs in words):
                for theirs, ours in words.items():
                    script = script.replace(theirs, ours)
                found[path.name] = script
    return found


class DutchScripts:
    """Answers with these scripts where the browser asks for Streamlit's; Streamlit lets no route of ours do that."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._answers = {
            PATH + name: Response(script.encode(), media_type="text/javascript", headers=_FOR_A_DAY)
            for name, script in in_dutch().items()
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request for one of them, and pass every other on."""
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
        await (self._answers.get(scope["path"], self.app) if asked else self.app)(scope, receive, send)
