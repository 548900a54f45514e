"""What is slow the first time, done before anyone asks: imports, and the questions every screen begins with."""

from dashboard.data import catalogue, figure, overview
from dashboard.data.reader import read_now

FIRST_AREA = "GM0034"  # Almere, the gemeente with the longest series; where a first visitor starts
FIRST_INDICATOR = "jeugdzorg"
COUNTRY = "NL00"


def warm_up() -> None:
    """Ask what a first visitor asks: the catalogue, and the first area's overview and first figure."""
    reader = read_now()
    areas = {area.code: area for area in catalogue.areas(reader)}
    indicators = {one.code: one for one in catalogue.indicators(reader)}
    area, country = areas.get(FIRST_AREA), areas.get(COUNTRY)
    if area and country and FIRST_INDICATOR in indicators:
        overview.overview(reader, area=area, reference=country)
        figure.view(reader, area=area, indicator=indicators[FIRST_INDICATOR], reference=country)
