"""The pages of a table, one after another, as far as the links to the next page go."""

from collections.abc import Collection, Iterator, Mapping

from dashboard import formatting
from dashboard.sources.services import kept_pages
from dashboard.sources.services.asking import Answer, Asking
from dashboard.sources.services.kept_pages import KeptPages
from dashboard.sources.services.service import Progress, unseen
from dashboard.texts import services as texts

Row = Mapping[str, object]
NEXT = ("odata.nextLink", "@odata.nextLink")  # v3 and v4


def pages(
    asking: Asking, *, first: str, cache: KeptPages, progress: Progress, total: int | None
) -> Iterator[list[Row]]:
    """The rows of every page from the address `first` on.

    Raises `ServiceError` when a page stays away, the pages go round in a circle, or there are too many rows.
    """
    done = 0
    kept, address = cache.found()
    seen = {first}
    for page in kept:
        answer = asking.parsed(kept_pages.body(page))
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
    nothing_kept = KeptPages(None, first=address, modified="")
    every = pages(asking, first=address, cache=nothing_kept, progress=unseen, total=None)
    return [row for page in every for row in page]


def with_columns(found: list[Row], columns: Collection[str], *, asking: Asking) -> list[Row]:
    """The rows, which must have these columns: a missing one may not pass for cells that cannot exist."""
    if any(not row.keys() >= set(columns) for row in (found[0], found[-1])):
        raise asking.service.error("not-odata", texts.NOT_ODATA, advice=texts.NOT_ODATA_ADVICE)
    return found


def rows(answer: Answer, *, asking: Asking) -> list[Row]:
    """The rows in an answer; `ServiceError` when it has none to speak of."""
    found = answer.get("value")
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise asking.service.error("not-odata", texts.NOT_ODATA, advice=texts.NOT_ODATA_ADVICE)
    return found


def _following(answer: Answer, *, asking: Asking, address: str) -> str:
    link = next((answer[name] for name in NEXT if answer.get(name)), "")
    return asking.same_host(str(link), seen_from=address) if link else ""
