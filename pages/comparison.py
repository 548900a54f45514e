"""Vergelijken: one figure of many areas beside each other, against one reference."""

from dashboard.components.choosing import choose_area, choose_indicator, choose_reference
from dashboard.components.comparison import choose_group, choose_order, choose_year, show_comparison, show_title
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, more_choices, title
from dashboard.data import catalogue, comparison
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    indicator = choose_indicator(catalogue.indicators(reader))
    reference = choose_reference(areas, area=area)
with more_choices():
    group = choose_group(reader, area=area)
    found = comparison.compared(reader, areas=group, indicator=indicator, reference=reference)
    period = choose_year(found)
    order = choose_order()
with heading:
    show_title(indicator, area=area)
show_comparison(found, area=area, indicator=indicator, reference=reference, period=period, order=order)
