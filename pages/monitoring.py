"""Monitoringsafspraken: what the parties follow together, why, who sees what, and when figures are due."""

from dashboard.components.choosing import choose_area
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.components.looking_again import look_again_for_plans
from dashboard.components.monitoring import show_agreement, show_title
from dashboard.components.monitoring_calendar import show_calendar
from dashboard.data import catalogue, monitoring
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
with heading:
    show_title(area)
found = monitoring.monitoring(reader, area=area)
show_agreement(found, reader=reader, area=area)
show_calendar(found, reader=reader)
look_again_for_plans(reader)
