"""Labels: wrapped, and placed where they cover nothing."""

from dashboard.charts.labels import COVERED, Label, Placed, Screen, box, nearby, side_by_side, wrapped

SCREEN = Screen(height=300, narrowest=300, widest=900, years=10)


def middles(placed: list[Placed]) -> list[float]:
    return [one.label.y + one.shift for one in placed]


def test_a_long_name_is_wrapped_at_its_spaces() -> None:
    assert wrapped("Nuenen, Gerwen en Nederwetten 11,7%") == ("Nuenen, Gerwen", "en Nederwetten", "11,7%")


def test_a_long_word_stays_whole() -> None:
    assert wrapped("Zuidoost-Friesland-West 4,0") == ("Zuidoost-Friesland-West", "4,0")


def test_a_label_with_room_stays_beside_its_point() -> None:
    (placed,) = side_by_side([Label(("Boslo",), 5, 100)], screen=SCREEN, segments=(), boxes=())
    assert (placed.side, placed.shift) == ("right", 0)


def test_labels_at_one_height_are_pushed_apart_equally() -> None:
    one, other = Label(("Boslo",), 5, 100), Label(("Waterdam",), 5, 100)
    upper, lower = middles(side_by_side([one, other], screen=SCREEN, segments=(), boxes=()))
    assert lower - upper >= 16
    assert abs((upper + lower) / 2 - 100) <= 4


def test_labels_keep_the_order_of_their_values() -> None:
    labels = [Label((name,), 5, y) for name, y in (("a", 104), ("b", 100), ("c", 102))]
    a, b, c = middles(side_by_side(labels, screen=SCREEN, segments=(), boxes=()))
    assert b < c < a


def test_a_label_makes_room_for_a_line_that_goes_on() -> None:
    label = Label(("Boslo",), 5, 100)
    (placed,) = side_by_side([label], screen=SCREEN, segments=[(5, 100, 10, 100, COVERED)], boxes=())
    assert abs(placed.shift) > label.height / 2


def test_a_label_stays_within_the_plot() -> None:
    labels = [Label((name, "10,0%"), 5, 2) for name in "abcd"]
    assert min(middles(side_by_side(labels, screen=SCREEN, segments=(), boxes=()))) >= 8


def test_more_labels_than_fit_are_still_all_placed() -> None:
    labels = [Label((name,) * 4, 5, 100) for name in "abcdef"]
    assert len(side_by_side(labels, screen=SCREEN, segments=(), boxes=())) == 6


def test_a_single_label_takes_the_side_where_it_covers_nothing() -> None:
    label = Label(("Boslo",), 5, 100)
    beside = (5.2, 10.0, 0.0, 300.0)
    assert nearby(label, sides=("right", "left"), screen=SCREEN, segments=(), boxes=[beside]).side == "left"


def test_what_a_label_covers_includes_the_narrowest_screen() -> None:
    left, right, top, bottom = box(Placed(Label(("Boslo",), 5, 100), "right", 10), screen=SCREEN)
    assert 5 < left < 5.1
    assert right > 6
    assert (top, bottom) == (101.5, 118.5)
