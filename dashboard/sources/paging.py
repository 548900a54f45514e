"""The pages of a table, one after another; what came in is kept, so a next attempt goes on from there."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import cast

from dashboard import formatting
from dashboard.sources.asking import Answer, Asking
from dashboard.sources.service import Progress, unseen
from dashboard.texts import services as texts

Row = Mapping[str, object]
NEXT = ("odata.nextLink", "@odata.nextLink")  # v3 and v4


@dataclass(frozen=True, slots=True)
class _State:
    """How far an earlier attempt came."""

    first: str
    modified: str
    pages: tuple[str, ...]  # the fingerprint of each
    next: str


class PageCache:
    """The pages of one question in a folder; a folder that cannot be used is passed over in silence."""

    def __init__(self, folder: Path | None, *, first: str, modified: str) -> None:
        self._folder = folder / hashlib.sha256(first.encode()).hexdigest()[:20] if folder else None
        self._first = first
        self._modified = modified
        self._state = _State(first=first, modified=modified, pages=(), next=first)

    def kept(self) -> tuple[int, str]:
        """How many pages are there already and the address of the next; none when the table changed since."""
        nothing = (0, self._first)
        if self._folder is None or not self._modified:
            return nothing
        try:
            found = _State(**json.loads((self._folder / "state.json").read_text(encoding="utf-8")))
            whole = all(_fingerprint(self.page(at)) == found.pages[at - 1] for at in range(1, len(found.pages) + 1))
        except (OSError, ValueError, TypeError):
            whole = False
        if not whole or (found.first, found.modified) != (self._first, self._modified):
            self.forget()
            return nothing
        self._state = found
        return len(found.pages), found.next

    def keep(self, body: bytes, *, following: str) -> None:
        """Keep the next page, and then that it is there."""
        if self._folder is None or not self._modified:
            return
        pages = (*self._state.pages, _fingerprint(body))
        self._state = replace(self._state, pages=pages, next=following)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._place(len(pages)).write_bytes(body)
            written = self._folder / "state.new"
            written.write_text(json.dumps(asdict(self._state)), encoding="utf-8")
            written.replace(self._folder / "state.json")

    def page(self, number: int) -> bytes:
        """A page that was kept; the first has number 1."""
        return self._place(number).read_bytes()

    def forget(self) -> None:
        """Throw the pages away: they are used, or of no use."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _place(self, number: int) -> Path:
        return cast("Path", self._folder) / f"page-{number:05}.json"


def pages(
    asking: Asking, *, first: str, cache: PageCache, progress: Progress, total: int | None
) -> Iterator[list[Row]]:
    """The rows of every page from the address `first` on.

    Raises `ServiceError` when a page stays away, the pages go round in a circle, or there are too many rows.
    """
    done = 0
    kept, address = cache.kept()
    seen = {first}
    for number in range(1, kept + 1):
        answer = asking.parsed(cache.page(number))
        seen.add(_following(answer, asking=asking, address=first))
        found = rows(answer, asking=asking)
        done += len(found)
        yield found
    progress(done, total)
    while address:
        answer, body = asking.answer_and_bytes(address)
        found = rows(answer, asking=asking)
        following = _following(answer, asking=asking, address=address)
        if following and (following in seen or not found):
            raise asking.service.error("pages-repeat", texts.PAGES_REPEAT, advice=texts.PAGES_REPEAT_ADVICE)
        seen.add(following)
        done += len(found)
        if done > asking.service.limits.rows:
            limit = formatting.count(asking.service.limits.rows)
            raise asking.service.error(
                "too-many-rows", texts.TOO_MANY_ROWS, advice=texts.TOO_MANY_ROWS_ADVICE, table=asking.table, limit=limit
            )
        if following:
            cache.keep(body, following=following)
        address = following
        progress(done, total)
        yield found


def all_rows(asking: Asking, address: str) -> list[Row]:
    """Every row of a short list, over its pages: a dimension's codes, the table's properties."""
    nothing_kept = PageCache(None, first=address, modified="")
    every = pages(asking, first=address, cache=nothing_kept, progress=unseen, total=None)
    return [row for page in every for row in page]


def rows(answer: Answer, *, asking: Asking) -> list[Row]:
    """The rows in an answer; `ServiceError` when it has none to speak of."""
    found = answer.get("value")
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise asking.service.error("not-odata", texts.NOT_ODATA, advice=texts.NOT_ODATA_ADVICE)
    return found


def _fingerprint(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def _following(answer: Answer, *, asking: Asking, address: str) -> str:
    link = next((answer[name] for name in NEXT if answer.get(name)), "")
    return asking.same_host(str(link), seen_from=address) if link else ""
