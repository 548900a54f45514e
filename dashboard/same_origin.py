"""Whether a request comes from our own pages, and not from a page of somebody else in the same browser."""

from urllib.parse import urlsplit

from starlette.requests import Request


class ForeignError(Exception):
    """A page of somebody else sent this request."""


def require(request: Request) -> None:
    """Raise `ForeignError` when the browser says so; a program that says nothing is no browser."""
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None:
        own = site == "same-origin"
    else:
        own = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not own:
        raise ForeignError(origin)
