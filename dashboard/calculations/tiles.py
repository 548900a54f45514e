"""A map of tiles: every area one square of the same size, as near as possible to where it lies.

So a small town is as visible as a large municipality, and no outline is needed. The assignment with the least squared
distance in total: Kuhn, H.W. (1955), The Hungarian method for the assignment problem, with scipy's implementation.
"""

from collections.abc import Mapping
from math import ceil, cos, radians, sqrt

import numpy as np

Degrees = tuple[float, float]  # longitude and latitude
Tile = tuple[int, int]  # column from the west and row from the north, both from 0

_SPARE = 1.35  # cells per area: room for coasts and corners
_MIDDLE = 52.2  # degrees of latitude: the middle of the Netherlands, where a degree east is this much shorter


def tiles(places: Mapping[str, Degrees]) -> dict[str, Tile]:
    """The tile of each area, by its code; rows and columns that stay empty on the outside are left out."""
    if not places:
        return {}
    from scipy.optimize import linear_sum_assignment

    codes = sorted(places)
    degrees = np.array([places[code] for code in codes])
    easts, souths = degrees[:, 0] * cos(radians(_MIDDLE)), -degrees[:, 1]
    width, height = max(float(np.ptp(easts)), 1e-6), max(float(np.ptp(souths)), 1e-6)
    columns = max(1, ceil(sqrt(len(codes) * _SPARE * width / height)))
    rows = ceil(len(codes) * _SPARE / columns)
    column, row = (axis.ravel() for axis in np.meshgrid(np.arange(columns), np.arange(rows)))
    across = (easts - easts.min()) / width * (columns - 1)
    down = (souths - souths.min()) / height * (rows - 1)
    costs = (across[:, None] - column) ** 2 + (down[:, None] - row) ** 2
    _, chosen = linear_sum_assignment(costs)
    west, north = int(column[chosen].min()), int(row[chosen].min())
    return {code: (int(column[cell]) - west, int(row[cell]) - north) for code, cell in zip(codes, chosen, strict=True)}
