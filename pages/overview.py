"""Overzicht, "Staat van de jeugd": what stands out, and per theme a card per indicator."""

from dashboard.components.choosing import choose_area, choose_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import cards, choices, more_choices, title
from dashboard.components.looking_again import look_again_for_norms
from dashboard.components.monitoring_calendar import show_late
from dashboard.components.overview import show_figures, show_noticed, show_title
from dashboard.components.overview_choices import (
    choose_agreed,
    choose_filters,
    choose_theme,
    choose_view,
    choose_words,
    show_count,
)
from dashboard.components.taking_along import show_overview_to_take
from dashboard.components.waiting import show_how_many_wait
from dashboard.data import catalogue, monitoring, overview, pictures
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    reference = choose_reference(areas, area=area)
    typed = choose_words()
with heading:
    show_title(area, reference=reference)
found = overview.overview(reader, area=area, reference=reference)
show_noticed(found, area=area, reference=reference, typed=typed)
show_late(reader, area=area)
show_how_many_wait(reader)
with more_choices():
    agreed = monitoring.agreed(reader, fictional=area.fictional)
    only = choose_agreed(found, agreed=agreed)
    theme = choose_theme(found)
    wanted = choose_filters(reader, area=area)
    view = choose_view()
discussed = overview.discussed(reader, area=area)
not_again = pictures.not_again(reader, area=area, found=found)
shown = overview.shown(
    found, theme=theme, wanted=wanted, typed=typed, discussed=discussed, not_again=not_again, only=only
)
show_count(shown, found=found, theme=theme, wanted=wanted, typed=typed, only=only)
with cards():
    show_figures(
        shown, reader=reader, area=area, reference=reference, view=view, discussed=discussed, not_again=not_again
    )
show_overview_to_take(reader, shown=shown, area=area, reference=reference)
look_again_for_norms(reader)
