"""A browser's half of a Streamlit session without a browser: asks for a run and waits until it has finished."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 120  # seconds


class Session:
    """One open page on a running server."""

    def __init__(self, connection: ClientConnection, *, page: str, query: str) -> None:
        self._connection = connection
        self._page = page
        self._query = query
        self._script = ""
        self.charts: list[int] = []  # the number of traces of each chart of the last run
        self.images = 0  # of the last run
        self.problems: list[str] = []

    def run(self) -> float:
        """Run the page again; the seconds until the server says that it is done."""
        request = BackMsg()
        request.rerun_script.query_string = self._query
        request.rerun_script.page_name = "" if self._script else self._page
        request.rerun_script.page_script_hash = self._script
        before, self.charts = (self.charts, self.images), []
        self.images = 0
        begun = time.perf_counter()
        self._connection.send(request.SerializeToString())
        while True:
            message = ForwardMsg.FromString(self._received())
            kind = message.WhichOneof("type")
            if kind == "navigation":  # a new session names the whole application, this names the screen
                self._script = message.navigation.page_script_hash
            elif kind == "delta":
                self._look_at(message)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                if request.rerun_script.page_script_hash and (self.charts, self.images) != before:
                    raise RuntimeError(f"{self._page or 'page'} first drew {before}, then {self.charts, self.images}")
                return time.perf_counter() - begun

    def forget(self) -> None:
        """Throw away everything the server has cached."""
        self._connection.send(BackMsg(clear_cache=True).SerializeToString())

    def _received(self) -> bytes:
        message = self._connection.recv(timeout=PATIENCE)
        assert isinstance(message, bytes)
        return message

    def _look_at(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        if element.WhichOneof("type") == "plotly_chart":
            self.charts.append(len(json.loads(element.plotly_chart.spec)["data"]))
        elif element.WhichOneof("type") == "html":
            self.images += element.html.body.count("<img")
        elif element.WhichOneof("type") == "exception":
            self.problems.append(element.exception.message)


@contextmanager
def session(address: str, *, page: str = "", query: str = "", cookie: str = "") -> Iterator[Session]:
    """Open a page on the server at this address, with a cookie if somebody is to be known there; it has run once."""
    with connect(
        address.replace("http://localhost", "ws://127.0.0.1") + "/_stcore/stream",
        max_size=None,
        additional_headers={"Cookie": cookie} if cookie else None,
    ) as connection:
        opened = Session(connection, page=page, query=query)
        opened.run()
        if opened.problems:
            raise RuntimeError(f"{page or 'page'}: {opened.problems}")
        yield opened


def processor_seconds(address: str) -> float:
    """The processor time that the server has used."""
    with urlopen(f"{address}/processor-time", timeout=PATIENCE) as answer:
        return int(answer.read()) / 1e9
