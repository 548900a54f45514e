"""Wat valt samen?: where gemeenten and samenwerkingsverbanden overlap."""

from dashboard.components.bridge import show_bridge, show_title
from dashboard.components.choosing import choose_area
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.data import catalogue
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
with heading:
    show_title(area)
show_bridge(reader, area=area)
