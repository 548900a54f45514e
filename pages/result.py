"""Blad van een resultaat: one societal result with its figures, norms, efforts and story, to print or to project."""

from dashboard.components.choosing import choose_area, choose_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices
from dashboard.components.looking_again import look_again_for_sheet
from dashboard.components.result_sheet import show_sheet
from dashboard.data import catalogue
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    reference = choose_reference(areas, area=area)
show_sheet(reader, area=area, reference=reference)
look_again_for_sheet(reader)
