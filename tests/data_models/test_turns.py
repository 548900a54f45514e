"""Taking turns: in the order of coming, and whoever does not want to wait any longer goes away without harm."""

import time
from threading import Thread

import pytest

from data_models.turns import NoTurnError, Turns


def test_those_who_wait_are_served_in_the_order_in_which_they_came() -> None:
    turns, served = Turns(), []

    def come(number: int) -> None:
        with turns.turn(patience=30):
            served.append(number)

    with turns.turn(patience=30):
        waiting = [Thread(target=come, args=(number,)) for number in range(20)]
        for thread in waiting:
            thread.start()
            time.sleep(0.01)  # so that they come one after the other
        assert served == []
    for thread in waiting:
        thread.join()
    assert served == list(range(20))


def test_who_loses_patience_is_told_and_leaves_the_others_their_turn() -> None:
    turns = Turns()
    with turns.turn(patience=1), pytest.raises(NoTurnError), turns.turn(patience=0.05):
        pytest.fail("two at once")
    with turns.turn(patience=1):
        pass


def test_a_turn_that_fails_is_over() -> None:
    turns = Turns()
    with pytest.raises(ZeroDivisionError), turns.turn(patience=1):
        raise ZeroDivisionError
    with turns.turn(patience=0.05):
        pass


def test_never_two_at_once() -> None:
    turns, inside, most = Turns(), [], []

    def work() -> None:
        for _ in range(50):
            with turns.turn(patience=30):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.0001)
                inside.pop()

    threads = [Thread(target=work) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert max(most) == 1
    assert len(most) == 500
