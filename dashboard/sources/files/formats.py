"""Which kind of file it is, by its first bytes and never by its name."""

from dashboard.sources.problems import Problem, RefusedError
from dashboard.texts import files as texts

BOM = b"\xef\xbb\xbf"
HEAD = 4096  # bytes that are looked at
ZIP, JSON, TEXT = "zip", "json", "text"

_READABLE = {b"PK\x03\x04": ZIP, b"{": JSON, b"[": JSON}
_REFUSED = {
    b"%PDF": "pdf",
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "packed",
    b"Rar!": "packed",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"<!doctype html": "html",
    b"<html": "html",
    b"<?xml": "xml",
}
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"  # a compound file: .xls, and whatever has a password
_EMPTY_ZIP = b"PK\x05\x06"


def kind_of(head: bytes) -> str:
    """`zip`, `json` or `text`; raises `RefusedError` for a kind that is never read."""
    content = head.removeprefix(BOM)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise RefusedError([Problem(texts.UTF_16, advice=texts.UTF_16_ADVICE)])
    content = content.lstrip()
    if content.startswith(_OLD_EXCEL):
        raise RefusedError([Problem(texts.OLD_EXCEL, advice=texts.OLD_EXCEL_ADVICE)])
    if content.startswith(_EMPTY_ZIP):
        raise RefusedError([Problem(texts.EMPTY, advice=texts.DOWNLOAD_AGAIN)])
    for signature, kind in _READABLE.items():
        if content.startswith(signature):
            return kind
    for signature, name in _REFUSED.items():
        if content.lower().startswith(signature.lower()):
            raise other_format(name)
    return TEXT


def other_format(name: str) -> RefusedError:
    """The refusal of a format that is recognised and not read."""
    return RefusedError([Problem(texts.OTHER_FORMAT.format(format=texts.FORMATS[name]), advice=texts.SAVE_AS)])
