"""Whether a request comes from our own pages, and not from a page of somebody else in the same browser."""

from urllib.parse import urlsplit

from starlette.requests import Request


def is_own(request: Request) -> bool:
    """What the browser says about where the request comes from; a program that says nothing is no browser."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")
