"""Afspraken: who does what by when, what was put on other tables, and who sit at which table."""

from dashboard.components.agreements import show_all, show_title
from dashboard.components.choosing import choose_area
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.data import agreements, catalogue
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
with heading:
    show_title(area)
show_all(agreements.agreed(reader, area=area), reader=reader, area=area)
