"""What stays is kept out of the collector's sight, and what was closed is let go all the same."""

import asyncio
import gc
import weakref
from collections.abc import Iterator

import pytest

from dashboard import settling


class _Opened:
    """Something that people have open, which refers to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_stays_is_not_gone_through_after_a_run() -> None:
    opened = [_Opened() for _ in range(1000)]
    settling.settle()
    assert not any(isinstance(one, _Opened) for one in gc.get_objects())
    assert len(opened) == 1000


def test_what_was_closed_after_it_was_frozen_is_let_go() -> None:
    opened = _Opened()
    seen = weakref.ref(opened)
    settling.settle()
    del opened
    gc.collect()
    assert seen() is not None  # a collection does not see it
    settling.settle()
    assert seen() is None


def test_the_server_settles_when_much_came_and_now_and_then_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[float] = []
    waited = 0.0

    async def wait(seconds: float) -> None:
        nonlocal waited
        waited += seconds
        if waited > 1300:
            raise asyncio.CancelledError
        came[:] = [[] for _ in range(settling.MANY)] if waited in {30.0, 40.0} else []

    came: list[list[str]] = []
    monkeypatch.setattr(settling.asyncio, "sleep", wait)
    monkeypatch.setattr(settling, "settle", lambda: times.append(waited))
    gc.collect()
    gc.freeze()
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(settling.keep_settled())
    assert times == [30.0, 40.0, 640.0, 1240.0]
