"""Zoeken: figures and texts by the words in them."""

from dashboard.components.choosing import choose_area, kept_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices
from dashboard.components.searching import choose_words, show_found
from dashboard.data import catalogue
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
typed = choose_words()
with choices():
    area = choose_area(areas)
    kept_reference(areas, area=area)
    reader = everyone.seen_by(current_actor(everyone, area=area))
show_found(reader, typed=typed, area=area)
