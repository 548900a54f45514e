"""Uitleg: how to read the screens, where figures come from, what is fictional."""

from dashboard.components.explanation import show_explanation, show_sources
from dashboard.components.layout import reading_width
from dashboard.data import catalogue
from dashboard.data.reader import read_now

with reading_width():
    show_explanation()
    show_sources(catalogue.sources(read_now()))
