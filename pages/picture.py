"""Beelden: up to five figures side by side that mean something together, with one story."""

from dashboard.components.choosing import choose_area, choose_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import beside_each_other, choices, more_choices, title
from dashboard.components.picture import choose_figures, show_figures, show_known, show_story_of, show_title
from dashboard.data import catalogue, pictures
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    indicators = catalogue.indicators(reader)
    codes = choose_figures(reader, area=area, indicators=indicators)
with more_choices():
    reference = choose_reference(areas, area=area)
figures = pictures.beside(reader, codes=codes, area=area, reference=reference, indicators=indicators)
with heading:
    show_title(reader, area=area, figures=figures)
left, right = beside_each_other()
with left:
    show_figures(figures)
    show_known(reader, area=area)
with right:
    show_story_of(reader, area=area, figures=figures)
