"""What Streamlit's own pages lack: the language of the page, and headers that keep other sites out."""

import json
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import ahead
from dashboard.texts.typed_words import TYPED

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # Streamlit's shell, plotly, and own components
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ONLY_BY_HTTPS = "max-age=31536000"  # seconds: a year
# What the theme cannot say, and what neither it nor Streamlit can do, read once.
STYLE = b"<style>" + Path(__file__).with_name("screen.css").read_bytes() + b"</style>"
SCRIPT = b"".join(
    (
        b"<script>",
        Path(__file__).with_name("screen.js").read_bytes(),
        b"const TYPED = %s;\n" % json.dumps(TYPED).replace("<", "\\u003c").encode(),
        Path(__file__).with_name("typed_choices.js").read_bytes(),
        Path(__file__).with_name("typed_words.js").read_bytes(),
        b"</script>",
    )
)
# Streamlit's half in the browser else looks for the server below the page first, as in /cijfer/, where it is not.
SERVER = b'<script>window.__streamlit = {BACKEND_BASE_URL: location.origin + "/"};</script>'
# Request headers that would be answered with something else than the whole shell as it is now.
NOT_FOR_A_SHELL = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


class SafeHeaders:
    """Adds `HEADERS` to every answer; when people come by https, also that nothing may travel otherwise."""

    def __init__(self, app: ASGIApp, *, secure: bool = False) -> None:
        self.app = app
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if self.secure:
                    headers.setdefault("Strict-Transport-Security", ONLY_BY_HTTPS)
                    _send_cookies_by_https_only(headers)
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def _send_cookies_by_https_only(headers: MutableHeaders) -> None:
    """Streamlit's own cookies, of which the one that signs somebody in, do not ask for it themselves."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        attributes = {part.strip().lower() for part in cookie.split(";")[1:]}
        headers.append("set-cookie", cookie if "secure" in attributes else f"{cookie}; Secure")


class DutchShell:
    """Says in the page's shell that it is Dutch: Streamlit says `en` there (WCAG 3.1.1)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; an HTML answer is held until it is complete and then changed."""
        if scope["type"] != "http" or not _asks_for_a_page(scope):
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name not in NOT_FOR_A_SHELL]
        await self.app({**scope, "headers": plain}, receive, _ShellEditor(send, path=scope["path"]).send)


class _ShellEditor:
    """Collects an HTML answer and sends it on in Dutch."""

    def __init__(self, send: Send, *, path: str) -> None:
        self._send = send
        self._path = path
        self._start: Message | None = None
        self._body = b""

    async def send(self, message: Message) -> None:
        """Take what the application sends; pass it on when it is no HTML, or when the HTML is complete."""
        if message["type"] == "http.response.start":
            if "text/html" in MutableHeaders(scope=message).get("content-type", ""):
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if message.get("more_body"):
                return
            message = {"type": "http.response.body", "body": in_dutch(self._body, path=self._path)}
            headers = MutableHeaders(scope=self._start)
            if "content-length" in headers:
                headers["content-length"] = str(len(message["body"]))
            await self._send(self._start)
        await self._send(message)


def in_dutch(page: bytes, *, path: str = "/") -> bytes:
    """Streamlit's HTML shell with our language, title, style and scripts, and what its page draws with asked for."""
    for theirs, ours in (
        (b'<html lang="en">', b'<html lang="nl">'),
        (b"<title>Streamlit</title>", b"<title>Tellen en Vertellen</title>"),
        (b"</head>", STYLE + SERVER + SCRIPT + ahead.links(path) + b"</head>"),
    ):
        page = page.replace(theirs, ours, 1)
    return page


def _asks_for_a_page(scope: Scope) -> bool:
    return any(name == b"accept" and b"text/html" in value for name, value in scope["headers"])
