"""As long as nobody signs in, only this computer may open the application; afterwards only under its own name."""

from collections.abc import Collection, Iterator
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from dashboard.texts import server as words

HEALTH = "/health"
FORWARDED = frozenset((b"forwarded", b"x-real-ip", b"via"))  # with all of x-forwarded-*: what a proxy says of itself


def is_loopback(host: str) -> bool:
    """Whether this name or address, without a port, means this computer itself."""
    if host.lower() == "localhost":
        return True
    try:
        address = ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return (mapped or address).is_loopback


def refusal(address: str | None, *, listening: Collection[str] = ()) -> str:
    """Why the server may not start on this address, as a Dutch sentence; empty when it may.

    `listening`: the addresses on which it listens or will, whatever it was told to.
    """
    if not address:
        return words.NO_ADDRESS
    public = next((one for one in (address, *sorted(listening)) if not is_loopback(one)), None)
    return "" if public is None else words.NOT_LOOPBACK.format(address=public)


class OnlyOurHosts:
    """Refuses requests that are not for this application, whatever the server in front of it lets in.

    Without `hosts` (nobody signs in) both ends of the connection must be this computer, and so must the name that was
    asked for: a foreign site that lets its own name point here gets nothing, nor does a proxy. With `hosts`, the name
    must be one of them; only whether the server is healthy may be asked under this computer's own name too. A page of
    another site gets nothing either way.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = ()) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 400 (or close the websocket) with the sentence that says why not."""
        problem = self._problem(scope) if scope["type"] in ("http", "websocket") else ""
        if not problem:
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(problem, status_code=400)(scope, receive, send)
        else:
            await WebSocketClose(code=1008)(scope, receive, send)

    def _problem(self, scope: Scope) -> str:
        host = _host_of(scope)
        asking = [urlsplit(origin).hostname or "" for origin in _values(scope, b"origin") if not _hides(origin, scope)]
        if self.hosts:
            own = host in self.hosts or (scope["path"] == HEALTH and is_loopback(host))
            return "" if own and self.hosts.issuperset(asking) else words.OTHER_HOST
        if not (_is_here(scope.get("client")) and _is_here(scope.get("server"))):
            return words.FROM_ELSEWHERE
        if any(name in FORWARDED or name.startswith(b"x-forwarded-") for name, _ in scope["headers"]):
            return words.THROUGH_A_PROXY
        return "" if all(is_loopback(one) for one in (host, *asking)) else words.FOREIGN_HOST


def _hides(origin: str, scope: Scope) -> bool:
    """Whether a browser may keep to itself where this is from: after other sites sent it on, never for a stream."""
    return origin == "null" and scope["type"] == "http"


def _is_here(end: tuple[str, int | None] | None) -> bool:
    """Whether this end of a connection is this computer; a socket in a file has no address, and a proxy before it."""
    return end is not None and is_loopback(str(end[0]))


def _values(scope: Scope, header: bytes) -> Iterator[str]:
    yield from (value.decode("latin-1") for name, value in scope["headers"] if name == header)


def _host_of(scope: Scope) -> str:
    values = list(_values(scope, b"host"))
    if len(values) != 1:
        return ""
    host = values[0].lower()
    return host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
