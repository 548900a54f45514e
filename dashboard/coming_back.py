"""Back to the same page and choices after signing in, which Streamlit ends at its first page; Dutch when it fails."""

from collections.abc import Iterable
from html import escape
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard.sign_in import Provider
from dashboard.texts import sign_in as words

LOGIN, CALLBACK = "/auth/login", "/oauth2callback"
COOKIE = "tev-terug"
REMEMBERED_FOR = 900  # seconds: as long as signing in may take
LONGEST = 2_000  # characters of an address that is remembered
IDENTITY = "_streamlit_user="  # how the cookie begins with which Streamlit signs somebody in
FAILED = "aanmelden"  # the parameter that dashboard/selection.py reads
_FAULT = 400


class ComingBack:
    """Remembers where somebody was when they went to sign in, and takes them there when they come back."""

    def __init__(self, app: ASGIApp, *, providers: Iterable[Provider]) -> None:
        self.app = app
        self.hosts = ", ".join(one.host for one in providers)  # for the sentence that says who does not answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; change the answer of signing in and of coming back from it."""
        if scope["type"] != "http" or scope["path"] not in (LOGIN, CALLBACK):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        if scope["path"] == CALLBACK:
            await self.app(scope, receive, _taking_back(request, send))
            return
        answers = _Collected()
        await self.app(scope, receive, answers.take)
        place = place_of(request.headers)
        if answers.status >= _FAULT:
            away = HTMLResponse(_away(self.hosts, place=place), status_code=503)
            await away(scope, receive, send)
            return
        headers = MutableHeaders(scope=answers.start)
        headers.append("set-cookie", _cookie(place, age=REMEMBERED_FOR))
        await answers.send_on(send)


class _Collected:
    """An answer that is looked at before it is sent."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.rest: list[Message] = []

    async def take(self, message: Message) -> None:
        """Keep a part of the answer."""
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.rest.append(message)

    @property
    def status(self) -> int:
        """The status of the answer."""
        return int(self.start["status"])

    async def send_on(self, send: Send) -> None:
        """Send it after all."""
        for message in (self.start, *self.rest):
            await send(message)


def place_of(headers: Headers) -> str:
    """The path and choices of the page that somebody comes from; the first page when it is not one of ours."""
    parts = urlsplit(headers.get("referer", ""))
    own = parts.netloc == headers.get("host") and not parts.path.startswith(("//", LOGIN, CALLBACK))
    place = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    return place if own and len(place) <= LONGEST and _is_local(place) else "/"


def _is_local(place: str) -> bool:
    """Whether this is a place on this server: a browser takes `//host` and `/\\host` for another one."""
    return place.startswith("/") and not place.startswith(("//", "/\\")) and place.isprintable() and place.isascii()


def _taking_back(request: Request, send: Send) -> Send:
    async def send_changed(message: Message) -> None:
        if message["type"] == "http.response.start" and _is_about_signing_in(request):
            headers = MutableHeaders(scope=message)
            if "location" in headers:
                signed_in = any(
                    one.startswith(IDENTITY) and not one.startswith((f"{IDENTITY};", f'{IDENTITY}"";'))
                    for one in headers.getlist("set-cookie")
                )
                place = unquote(request.cookies.get(COOKIE, "/"))
                place = place if _is_local(place) else "/"
                headers["location"] = place if signed_in else _with_failure(place)
                headers.append("set-cookie", _cookie("", age=0))
        await send(message)

    return send_changed


def _is_about_signing_in(request: Request) -> bool:
    """Rather than about signing out. Some providers leave `state` out when they refuse, against RFC 6749 4.1.2.1."""
    return "state" in request.query_params or "error" in request.query_params


def _with_failure(place: str) -> str:
    path, _, query = place.partition("?")
    kept = [(name, value) for name, value in parse_qsl(query) if name != FAILED]
    return f"{path}?{urlencode([*kept, (FAILED, 'mislukt')])}"


def _cookie(place: str, *, age: int) -> str:
    return f"{COOKIE}={quote(place, safe='')}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}"


def _away(hosts: str, *, place: str) -> str:
    return _AWAY.format(
        title=escape(words.AWAY_TITLE),
        sentence=escape(words.AWAY.format(hosts=hosts)),
        place=escape(place, quote=True),
        back=escape(words.BACK),
    )


_AWAY = """<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ font-family: sans-serif; color: #1f2933; max-width: 40rem; margin: 3rem auto; padding: 0 1rem;
line-height: 1.5; }} a {{ color: #00588f; }}</style></head>
<body><main><h1>{title}</h1><p>{sentence}</p><p><a href="{place}">{back}</a></p></main></body></html>
"""
