"""CBS on this computer: serves tables in the true formats of OData v3 and v4, and fails in every way a service can.

`with serving() as cbs:` gives `cbs.v3_address` and `cbs.v4_address`; run as a program it serves until it is stopped.
"""

import gzip
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from tests.services.cbs_tables import CbsTable, condition, tables

MAINTENANCE = b"<!DOCTYPE html><html><head><title>Onderhoud</title></head><body>Even geduld</body></html>"
ATOM = b'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>'
API_LIMIT = 10_000  # records that ODataApi answers at most


@dataclass
class Fault:
    """What goes wrong, with requests whose address contains `on`, after `after` of them went well, `times` times.

    `kind`: a status (`500`, `503`, `429`), `web-page`, `not-json`, `partial` (cut off), `drip` (a byte now and then),
    `silent` (no answer), `loop` (the next page is the same page), `other-host` (redirect), `moved` (redirect at
    home), `gzip` (no fault: compressed).
    """

    kind: str
    on: str = ""
    after: int = 0
    times: int = sys.maxsize
    retry_after: str = ""


@dataclass
class CbsServer:
    """A running server; `requests` are the addresses that were asked for, in order."""

    port: int
    page: int
    tables: dict[str, CbsTable]
    requests: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    @property
    def v3_address(self) -> str:
        return f"http://127.0.0.1:{self.port}/ODataFeed/odata"

    @property
    def api_address(self) -> str:
        return f"http://127.0.0.1:{self.port}/ODataApi/odata"

    @property
    def v4_address(self) -> str:
        return f"http://127.0.0.1:{self.port}/odata/v1/CBS"

    def fail(
        self, kind: str | int, *, on: str = "", after: int = 0, times: int = sys.maxsize, retry_after: str = ""
    ) -> None:
        """From now on something goes wrong, see `Fault`."""
        self.faults.append(Fault(str(kind), on=on, after=after, times=times, retry_after=retry_after))

    def asked(self, part: str) -> list[str]:
        """The addresses with this in them that were asked for, readable."""
        return [unquote(request) for request in self.requests if part in unquote(request)]

    def answer(self, path: str, options: dict[str, str]) -> tuple[int, bytes]:
        """The status and the body for an address."""
        parts = path.strip("/").split("/")
        v4 = parts[:3] == ["odata", "v1", "CBS"]
        feed = parts[0] == "ODataFeed"
        rest = parts[3:] if v4 else parts[2:]
        if not (v4 or parts[:2] in (["ODataFeed", "odata"], ["ODataApi", "odata"])) or len(rest) < 2:
            return 404, MAINTENANCE
        table = self.tables.get(rest[0])
        if table is None:
            return 404, MAINTENANCE
        if v4 and rest[1] == "Properties":
            return 200, json.dumps(table.properties_v4()).encode()
        rows = table.v4(rest[1]) if v4 else table.v3(rest[1])
        if rows is None:
            return 404, MAINTENANCE
        counts = condition(options.get("$filter", ""))
        chosen = [row for row in rows if counts(row)]
        if rest[2:] == ["$count"]:
            return 200, str(len(chosen)).encode()
        if not v4 and feed and options.get("$format") != "json":
            return 200, ATOM
        if not v4 and not feed and len(chosen) > API_LIMIT and "$top" not in options:
            return 500, b'{"odata.error": {"code": "", "message": {"value": "more than 10000 records"}}}'
        return 200, json.dumps(self._one_page(path, options, chosen, v4=v4, whole=not v4 and not feed)).encode()

    def _one_page(
        self, path: str, options: dict[str, str], rows: list[dict[str, Any]], *, v4: bool, whole: bool
    ) -> dict[str, Any]:
        skip = int(options.get("$skip", "0"))
        size = len(rows) if whole else self.page
        names = options["$select"].split(",") if "$select" in options else None
        page = rows[skip : skip + size]
        found: dict[str, Any] = {"@odata.context" if v4 else "odata.metadata": f"http://127.0.0.1{path}"}
        found["value"] = [{name: row[name] for name in names} for row in page] if names else page
        if skip + size < len(rows):
            again = "&".join(f"{name}={quote(value)}" for name, value in options.items() if name != "$skip")
            following = f"{again}&$skip={skip + size}" if again else f"$skip={skip + size}"
            link = f"http://127.0.0.1:{self.port}{path}?{following}"
            found["@odata.nextLink" if v4 else "odata.nextLink"] = link
        return found

    def fault_for(self, address: str) -> Fault | None:
        """What goes wrong with this request."""
        for fault in self.faults:
            if fault.on in unquote(address):
                if fault.after:
                    fault.after -= 1
                elif fault.times:
                    fault.times -= 1
                    return fault
        return None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # else every answer waits 40 ms for the client's acknowledgement
    cbs: CbsServer

    def do_GET(self) -> None:
        cbs = self.cbs
        parts = urlsplit(self.path)
        address = f"{parts.path}?{parts.query}" if parts.query else parts.path
        cbs.requests.append(self.path)
        cbs.agents.add(self.headers.get("User-Agent", ""))
        fault = cbs.fault_for(self.path)
        options = {name: values[0] for name, values in parse_qs(parts.query).items()}
        with suppress(BrokenPipeError, ConnectionResetError):
            self._respond(fault, address, *cbs.answer(parts.path, options))

    def _respond(self, fault: Fault | None, address: str, status: int, body: bytes) -> None:
        kind = fault.kind if fault else ""
        if fault and kind.isdigit():
            self._send(int(kind), MAINTENANCE, **({"Retry-After": fault.retry_after} if fault.retry_after else {}))
        elif kind == "web-page":
            self._send(200, MAINTENANCE, **{"Content-Type": "text/html"})
        elif kind == "not-json":
            self._send(200, b"OK")
        elif kind == "gzip":
            self._send(status, gzip.compress(body), **{"Content-Encoding": "gzip"})
        elif kind == "other-host":
            self._send(302, b"", Location="http://example.org/elsewhere")
        elif kind == "moved":
            self._send(302, b"", Location=address)
        elif kind == "loop":
            found = json.loads(body)
            found["odata.nextLink"] = f"http://127.0.0.1:{self.cbs.port}{address}"
            self._send(200, json.dumps(found).encode())
        elif kind == "silent":
            time.sleep(1)
            self.close_connection = True
        elif kind in {"partial", "drip"}:
            self._send(status, body, pieces=kind)
        else:
            self._send(status, body)

    def _send(self, status: int, body: bytes, *, pieces: str = "", **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in {"Content-Type": "application/json;charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if pieces == "partial":
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
        elif pieces == "drip":
            for place in range(len(body)):
                self.wfile.write(body[place : place + 1])
                time.sleep(0.02)
        else:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the standard library's name
        pass


@contextmanager
def serving(*, page: int = 100, port: int = 0) -> Iterator[CbsServer]:
    """A server with the tables of the folder, `page` rows to a page, until the block ends."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    server.daemon_threads = True
    cbs = CbsServer(port=server.server_address[1], page=page, tables=tables())
    handler.cbs = cbs  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield cbs
    finally:
        server.shutdown()
        server.server_close()


if __name__ == "__main__":
    with serving(port=int(sys.argv[1]) if len(sys.argv) > 1 else 0) as running:
        print(f"CBS_ODATA_V3={running.v3_address} CBS_ODATA_V4={running.v4_address}", flush=True)
        with suppress(KeyboardInterrupt):
            while True:
                time.sleep(60)
