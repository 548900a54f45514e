"""Meekijken: on one's own telephone what is on the big screen, by a code; or let others do so."""

from dashboard.components.following import show_code_field, show_title
from dashboard.components.layout import reading_width
from dashboard.components.leading import show_how_to_lead

with reading_width():
    show_title()
    show_code_field()
    show_how_to_lead()
