"""Vergelijken: one figure of many areas beside each other, against one reference."""

from dashboard.components.choosing import choose_area, choose_indicator
from dashboard.components.comparison import (
    choose_order,
    choose_part,
    choose_view,
    choose_year,
    show_comparison,
    show_title,
)
from dashboard.components.comparison_groups import choose_group, show_saving
from dashboard.components.comparison_reference import choose_against
from dashboard.components.identity import current_actor
from dashboard.components.layout import choices, more_choices, title
from dashboard.components.looking_again import look_again_for_norms
from dashboard.data import catalogue, comparison
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    indicator = choose_indicator(catalogue.indicators(reader))
    against = choose_against(reader, area=area, areas=areas)
with more_choices():
    group = choose_group(reader, area=area, areas=areas)
    breakdown = choose_part(reader, group=group.areas, indicator=indicator)
    found = comparison.compared(
        reader, area=area, areas=group.areas, indicator=indicator, against=against, breakdown=breakdown
    )
    period = choose_year(found)
    order = choose_order(own=group.is_own)
    form = choose_view()
with heading:
    show_title(indicator, area=area)
show_saving(reader, group=group)
show_comparison(
    reader,
    found=found,
    area=area,
    indicator=indicator,
    reference=against.area,
    period=period,
    order=order,
    form=form,
)
look_again_for_norms(reader)
