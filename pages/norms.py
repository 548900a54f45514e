"""Ambities en normen: what the parties want to reach, by when and why; with the chart previewing a new norm."""

from dashboard.components.choosing import choose_area, choose_indicator, choose_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, title
from dashboard.components.looking_again import look_again_for_plans
from dashboard.components.norm_table import choose_many, set_many
from dashboard.components.norms import set_or_change, show_norms, show_title
from dashboard.components.tree import show_tree
from dashboard.data import catalogue, norms
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    indicator = choose_indicator(catalogue.indicators(reader))
    reference = choose_reference(areas, area=area)
with heading:
    show_title(area)
views = norms.norms(reader, area=area, reference=reference)
tree = show_tree(reader, area=area, views=views)
if choose_many(reader):
    set_many(reader, area=area)
else:
    set_or_change(reader, area=area, reference=reference, indicator=indicator, views=views)
show_norms(views, reader=reader, area=area, tree=tree)
look_again_for_plans(reader)
