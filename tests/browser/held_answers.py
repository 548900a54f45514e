"""A network that holds back what the server answers, as when it is busy, while clicks go on reaching it."""

from playwright.sync_api import Page, WebSocketRoute
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

STEP = 20  # milliseconds between two looks


class HeldAnswers:
    """Between the browser and the server: `hold`, click, and `let_go`."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._browser: WebSocketRoute | None = None
        self._holding = False
        self._held: list[str | bytes] = []
        page.route_web_socket("**/_stcore/stream", self._between)

    def _between(self, browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()
        self._browser = browser
        browser.on_message(server.send)
        server.on_message(self._pass_on)

    def _pass_on(self, message: str | bytes) -> None:
        if self._holding:
            self._held.append(message)
        elif self._browser:
            self._browser.send(message)

    def hold(self) -> None:
        """From now on the browser hears nothing."""
        self._holding = True

    def wait_for_runs(self, count: int) -> None:
        """Return when the server has finished so many runs of which the browser heard nothing."""
        while self._finished() < count:
            self._page.wait_for_timeout(STEP)

    def let_go(self) -> None:
        """The browser hears everything, in its order."""
        self._holding = False
        while self._held:
            self._pass_on(self._held.pop(0))

    def _finished(self) -> int:
        kinds = [ForwardMsg.FromString(one).WhichOneof("type") for one in self._held if isinstance(one, bytes)]
        return kinds.count("script_finished")
