"""As long as nobody signs in, only this computer may open the application."""

from ipaddress import ip_address

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from dashboard.texts import server as words


def is_loopback(host: str) -> bool:
    """Whether this name or address, without a port, means this computer itself."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return False


def refusal(address: str | None) -> str:
    """Why the server may not start on this address, as a Dutch sentence; empty when it may."""
    if not address:
        return words.NO_ADDRESS
    return "" if is_loopback(address) else words.NOT_LOOPBACK.format(address=address)


class OnlyThisComputer:
    """Refuses requests whose Host is another name: a foreign site that lets its own name point here gets nothing."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 400 (or close the websocket) when it was meant for another host."""
        if scope["type"] not in ("http", "websocket") or is_loopback(_host_of(scope)):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(words.FOREIGN_HOST, status_code=400)(scope, receive, send)
        else:
            await WebSocketClose(code=1008)(scope, receive, send)


def _host_of(scope: Scope) -> str:
    values = [value for name, value in scope["headers"] if name == b"host"]
    if len(values) != 1:
        return ""
    host: str = values[0].decode("latin-1")
    bracketed = host.startswith("[")
    return host[: host.find("]") + 1] if bracketed else host.partition(":")[0]
