"""Inspanningen: from goal to activity, to what that yields, to the societal result."""

from dashboard.components.choosing import choose_area
from dashboard.components.efforts import show_chain, show_list, show_title
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.components.looking_again import look_again_for_plans
from dashboard.data import catalogue, efforts
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
with heading:
    show_title(area)
found = efforts.chain(reader, area=area)
show_chain(found)
show_list(found, reader=reader, area=area)
look_again_for_plans(reader)
