"""Beelden: up to five figures side by side that mean something together, with one story."""

from dashboard.components.choosing import choose_area, choose_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.components.picture import choose_figures, show_figures, show_story_and_others, show_title
from dashboard.data import catalogue, pictures
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    reference = choose_reference(areas, area=area)
indicators = catalogue.indicators(reader)
codes = choose_figures(reader, area=area, indicators=indicators)
figures = pictures.beside(reader, codes=codes, area=area, reference=reference, indicators=indicators)
with heading:
    show_title(reader, area=area, figures=figures)
show_figures(figures)
show_story_and_others(reader, area=area, figures=figures)
