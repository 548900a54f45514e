"""Percentages whose decimal comma was lost on the way: which of the two readings do count and population allow?"""

COUNT_ROUNDING = 5  # children: CBS rounds the count, and below gemeente the population too
SLACK = 0.1  # of the population: it is counted on 1 January, the youth care over the whole year
HIGHEST = 100.0


def restored(digits: float, *, count: float | None, youngest: float, oldest: float) -> float | None:
    """The percentage that `digits` stands for, or None when count and population do not decide.

    `117` is 11,7 (the comma was lost) and `10` is 10,0 or 1,0 (its `,0` was lost, or its comma). The percentage is
    `count` of the children of 0-22; of those there are at least `youngest` (0-14) and at most `oldest` (0-24).
    """
    readings = {reading for reading in (digits, digits / 10) if reading <= HIGHEST}
    if count is None:
        return None
    possible = [reading for reading in readings if _allows(reading, count=count, youngest=youngest, oldest=oldest)]
    return possible[0] if len(possible) == 1 else None


def _allows(percentage: float, *, count: float, youngest: float, oldest: float) -> bool:
    half = COUNT_ROUNDING / 2
    fewest = max(youngest * (1 - SLACK) - half, 0.0)
    most = oldest * (1 + SLACK) + half
    lowest = max(count - half, 0.0) / most * HIGHEST
    highest = (count + half) / fewest * HIGHEST if fewest else HIGHEST
    return lowest <= percentage <= highest
