"""What many draw at once is drawn in turns; nobody waits for ever, and who did something themselves does not wait."""

import threading
from concurrent.futures import ThreadPoolExecutor
from time import monotonic, sleep

import pytest

from dashboard import turns


def test_no_more_than_three_are_drawn_at_once() -> None:
    drawing, most = [], []

    def draw(number: int) -> None:
        with turns.in_turn(waits=True):
            drawing.append(number)
            most.append(len(drawing))
            sleep(0.01)
            drawing.remove(number)

    with ThreadPoolExecutor(12) as people:
        list(people.map(draw, range(24)))
    assert (len(most), max(most)) == (24, turns.AT_ONCE)


def test_who_did_something_is_not_kept_waiting_nor_is_anybody_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.05)
    stuck, over = threading.Barrier(turns.AT_ONCE + 1), threading.Event()

    def hang() -> None:
        with turns.in_turn(waits=True):
            stuck.wait()
            over.wait()

    hanging = [threading.Thread(target=hang) for _ in range(turns.AT_ONCE)]
    for one in hanging:
        one.start()
    stuck.wait()
    begun = monotonic()
    with turns.in_turn(waits=False):
        assert monotonic() - begun < 0.05
    with turns.in_turn(waits=True):  # whoever has a turn does not get ready
        assert monotonic() - begun >= 0.05
    over.set()
    for one in hanging:
        one.join()


def test_a_turn_is_given_back_by_what_goes_wrong() -> None:
    for _ in range(turns.AT_ONCE + 1):
        with pytest.raises(ZeroDivisionError), turns.in_turn(waits=True):
            raise ZeroDivisionError
    begun = monotonic()
    with turns.in_turn(waits=True):
        assert monotonic() - begun < 1
