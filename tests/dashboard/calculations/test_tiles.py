"""A map of tiles: each area its own square, about where it lies."""

from dashboard.calculations.tiles import tiles
from seed_data.centres import centres

SQUARE = {"noordwest": (5.0, 53.0), "noordoost": (6.6, 53.0), "zuidwest": (5.0, 52.0), "zuidoost": (6.6, 52.0)}


def test_four_areas_in_a_square_are_four_tiles_in_a_square() -> None:
    found = tiles(SQUARE)
    assert found["noordwest"] < found["noordoost"]
    assert found["noordwest"][1] < found["zuidwest"][1]
    assert found["zuidwest"][0] < found["zuidoost"][0]


def test_all_gemeenten_have_a_tile_of_their_own_about_where_they_lie() -> None:
    real = {code: place for code, place in centres().items() if code.startswith("GM")}
    found = tiles(real)
    assert len(real) == 342
    assert len(set(found.values())) == 342
    groningen, maastricht, terschelling, sluis = (found[code] for code in ("GM0014", "GM0935", "GM0093", "GM1714"))
    assert groningen[1] < maastricht[1]
    assert terschelling[1] < sluis[1]
    assert sluis[0] < groningen[0]


def test_one_area_is_one_tile_and_none_is_none() -> None:
    assert tiles({"GM0034": (5.2, 52.4)}) == {"GM0034": (0, 0)}
    assert tiles({}) == {}


def test_areas_at_the_same_place_stand_beside_each_other() -> None:
    assert len(set(tiles(dict.fromkeys("abc", (5.0, 52.0))).values())) == 3
