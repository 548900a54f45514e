"""Praktijkverhalen: what goes well in practice and where it gets stuck, with or without a figure."""

from dashboard.components.choosing import choose_area
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.components.practice import choose_stories, invite_to_tell, offer_telling, show_stories, show_title
from dashboard.data import catalogue, practice
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
with heading:
    show_title(area)
found = practice.practice(reader, area=area)
offer_telling(found, reader=reader, area=area)
left = choose_stories(found, reader=reader)
show_stories(left, found=found, reader=reader, area=area)
invite_to_tell(reader)
