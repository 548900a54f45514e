"""Cijfer en verhaal: one figure, and beside it what people say it means."""

from dashboard.components.choosing import choose_area, choose_indicator, choose_reference
from dashboard.components.figure import choose_group_and_band, choose_measure, show_details, show_figure, show_title
from dashboard.components.identity import current_actor
from dashboard.components.layout import beside_each_other, choices, more_choices, title
from dashboard.components.neighbours import other_tabs
from dashboard.components.story import show_story
from dashboard.data import catalogue, figure
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    indicator = choose_indicator(catalogue.indicators(reader))
with more_choices():
    reference = choose_reference(areas, area=area)
    breakdown, band = choose_group_and_band(figure.breakdowns(reader, area=area, indicator=indicator))
    measure = choose_measure(indicator)
with heading:
    show_title(indicator, area=area)
view = figure.view(
    reader,
    area=area,
    indicator=indicator,
    reference=reference,
    breakdown=breakdown,
    measure=measure,
    show_interval=band,
)
left, right = beside_each_other()
with left:
    show_figure(view, area=area)
    show_details(view, others=other_tabs(reader, area=area, indicator=indicator))
with right:
    show_story(reader, picture=view.picture, fictional=area.fictional)
