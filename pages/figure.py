"""Cijfer en verhaal: one figure, and beside it what people say it means."""

from dashboard.components.annotations import annotation_tab
from dashboard.components.choosing import choose_area, choose_breakdown, choose_compared, choose_indicator
from dashboard.components.figure import choose_how_drawn, choose_measure, show_details, show_figure, show_title
from dashboard.components.groups import are_asked_for, show_groups
from dashboard.components.identity import current_actor
from dashboard.components.layout import beside_each_other, choices, more_choices, title
from dashboard.components.neighbours import other_tabs
from dashboard.components.picture import offer_beside
from dashboard.components.practice_card import practice_tab
from dashboard.components.story import show_story
from dashboard.components.taking_along import show_figure_to_take
from dashboard.data import catalogue, figure
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    indicator = choose_indicator(catalogue.indicators(reader))
lines = not are_asked_for(reader, area=area, indicator=indicator)
with more_choices():
    reference, others = choose_compared(areas, area=area)
    group = choose_breakdown(figure.breakdowns(reader, area=area, indicator=indicator))
    measure = choose_measure(indicator, lines=lines)
    found = figure.lines(reader, area=area, indicator=indicator, reference=reference, others=others, breakdown=group)
    possible = figure.can_be_together(found, indicator=indicator, measure=measure)
    band, together = choose_how_drawn(lines=lines, can_be_together=possible)
with heading:
    show_title(indicator, area=area)
view = figure.view(
    reader,
    area=area,
    indicator=indicator,
    reference=reference,
    others=others,
    breakdown=group,
    measure=measure,
    show_interval=band,
    together=together,
)
left, right = beside_each_other()
with left:
    if not show_groups(reader, area=area, indicator=indicator, chosen=group):
        show_figure(view, area=area)
        show_figure_to_take(
            reader, view=view, lines=found, area=area, indicator=indicator, reference=reference, breakdown=group
        )
    offer_beside(reader, area=area, indicator=indicator, breakdown=group)
    other = other_tabs(reader, area=area, indicator=indicator)
    events = annotation_tab(reader, area=area, indicator=indicator, noted=found.annotations)
    told = practice_tab(reader, area=area, indicator=indicator)
    show_details(view, others={**other, **events, **told})
with right:
    show_story(reader, picture=view.picture, fictional=area.fictional)
