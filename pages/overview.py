"""Overzicht, "Staat van de jeugd": per theme a card per indicator."""

from dashboard.components.choosing import choose_area, choose_reference
from dashboard.components.identity import current_actor
from dashboard.components.layout import cards, choices, title
from dashboard.components.overview import choose_filter, show_cards, show_legend, show_title
from dashboard.data import catalogue, overview
from dashboard.data.reader import read_now

everyone = read_now()
areas = catalogue.area_choices(everyone)
heading = title()
with choices():
    area = choose_area(areas)
    reader = everyone.seen_by(current_actor(everyone, area=area))
    reference = choose_reference(areas, area=area)
    chosen = choose_filter()
with heading:
    show_title(area, reference=reference)
show_legend(area, reference=reference)
with cards():
    show_cards(
        overview.cards(reader, area=area, reference=reference),
        discussed=overview.discussed(reader, area=area),
        chosen=chosen,
    )
