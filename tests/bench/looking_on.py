"""Somebody with a story open, without a browser: asks whether there is news as the page does, types and shares."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

LOOKS_EVERY = 1.0  # seconds, as dashboard/components/news.js
TYPES_EVERY = 1.5  # seconds between two texts of somebody who types on
QUESTION = "#2"


def introduced(address: str, *, name: str, organisation: str) -> str:
    """The cookie of somebody who said who they are."""
    body = json.dumps({"name": name, "organisation": organisation, "perspective": "gemeente"}).encode()
    request = Request(f"{address}/wie", data=body, headers={"content-type": "application/json"})
    with urlopen(request) as answer:
        return str(answer.headers["set-cookie"]).partition(";")[0]


@dataclass(slots=True)
class _Asking:
    """One connection over which short questions are asked, as a browser keeps one."""

    host: str
    cookie: str
    streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, *, headers: str = "", body: bytes = b"") -> dict[str, Any]:
        if self.streams is None:
            name, _, port = self.host.partition(":")
            self.streams = await asyncio.open_connection("127.0.0.1" if name == "localhost" else name, int(port))
        reader, writer = self.streams
        head = f"{method} {path} HTTP/1.1\r\nHost: {self.host}\r\nCookie: {self.cookie}\r\n{headers}"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answered = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(answered.partition("content-length:")[2].partition("\r\n")[0])
        return dict(json.loads(await reader.readexactly(length)))


@dataclass(slots=True)
class LookingOn:
    """An open page; `saw` says when each text that was waited for was first received."""

    address: str
    page: str
    query: str
    cookie: str
    saw: dict[str, float] = field(default_factory=dict)
    redrawn: int = 0  # times that the chart was drawn, after the first
    received: int = 0  # bytes
    _socket: ClientConnection | None = None
    _script: str = ""
    _parts: dict[str, tuple[str, str, dict[str, Any]]] = field(default_factory=dict)
    _waiting: set[str] = field(default_factory=set)
    _done: asyncio.Event = field(default_factory=asyncio.Event)
    _told: tuple[str, float] = ("", 0.0)

    async def open(self) -> None:
        """Open the page and wait until it is drawn."""
        host = urlsplit(self.address).netloc
        place = f"ws://{host.replace('localhost', '127.0.0.1')}/_stcore/stream"
        self._socket = await connect(place, max_size=None, additional_headers={"Cookie": self.cookie})
        asyncio.get_running_loop().create_task(self._receive())
        await self._send()
        await self._done.wait()
        self.redrawn = 0

    def wait_for(self, text: str) -> None:
        """From now on look out for this text."""
        self._waiting.add(text)

    async def look(self, *, until: float) -> None:
        """Ask whether there is news, and have the story drawn when there is, until this moment."""
        asking = _Asking(urlsplit(self.address).netloc, self.cookie)
        while time.perf_counter() < until:
            words = await asking.ask("GET", "/nieuws")
            seen = self._part("seen")[2]["seen"]
            moved = " ".join(words[topic] for topic in seen if words[topic] != seen[topic])
            if moved and (moved != self._told[0] or time.perf_counter() - self._told[1] > 6):
                self._told = (moved, time.perf_counter())
                await self._trigger("seen", event="moved", value=moved)
            await asyncio.sleep(LOOKS_EVERY)

    async def type(
        self, *, until: float, share_every: int, begun: int, name: str, tell: Callable[[str], None]
    ) -> list[tuple[str, float]]:
        """Type on, and share each so many texts, of which some were `begun`: what was shared, and when that was asked.

        Before something is shared, everybody is told what.
        """
        asking = _Asking(urlsplit(self.address).netloc, self.cookie)
        shared: list[tuple[str, float]] = []
        text, version, count = "", 0, begun
        while time.perf_counter() < until:
            await asyncio.sleep(TYPES_EVERY)
            count += 1
            text = f"{name} {len(shared)}: " + "wij zien dat het langer duurt " * count
            body = json.dumps({"text": text, "seen_version": version, "base_version": 0, "follows": []}).encode()
            token = self._part("subject")[2]["token"]
            headers = f"content-type: application/json\r\nx-concept-token: {token}\r\n"
            version = (await asking.ask("PUT", "/concept", headers=headers, body=body))["version"]
            if count % share_every == 0:
                tell(text.strip())
                shared.append((text.strip(), time.perf_counter()))
                await self._trigger("subject", event="share", value={"version": version, "visibility": "region"})
                version, count = 0, 0
                await asyncio.sleep(1)
        return shared

    def _part(self, name: str) -> tuple[str, str, dict[str, Any]]:
        return self._parts[name]

    async def _trigger(self, part: str, *, event: str, value: object) -> None:
        number, fragment, _ = self._part(part)
        request = BackMsg()
        request.rerun_script.fragment_id = fragment
        state = request.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{number}__events"
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        await self._send(request)

    async def _send(self, request: BackMsg | None = None) -> None:
        assert self._socket is not None
        asked = request or BackMsg()
        asked.rerun_script.query_string = self.query
        asked.rerun_script.page_name = "" if self._script else self.page
        asked.rerun_script.page_script_hash = self._script
        await self._socket.send(asked.SerializeToString())

    async def _receive(self) -> None:
        assert self._socket is not None
        async for message in self._socket:
            assert isinstance(message, bytes)
            self.received += len(message)
            self._take(ForwardMsg.FromString(message))

    def _take(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "navigation":  # a new session names the whole application, this names the screen
            self._script = message.navigation.page_script_hash
        elif kind == "script_finished":
            self._done.set()
        elif kind == "delta":
            element = message.delta.new_element
            if element.WhichOneof("type") == "bidi_component":
                data = json.loads(element.bidi_component.json or "{}")
                part = "seen" if "seen" in data else "subject" if str(data.get("subject")).endswith(QUESTION) else ""
                if part:
                    self._parts[part] = (element.bidi_component.id, message.delta.fragment_id, data)
            elif element.WhichOneof("type") == "plotly_chart":
                self.redrawn += 1
            elif element.WhichOneof("type") in {"html", "text"}:  # a long answer stands folded as text
                shown = element.html.body + element.text.body
                for text in [one for one in self._waiting if one in shown]:
                    self._waiting.discard(text)
                    self.saw[text] = time.perf_counter()
