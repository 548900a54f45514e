"""Uitleg: how to read the screens, where figures come from, what is fictional."""

from dashboard.components.explanation import show_explanation, show_methods, show_sources
from dashboard.components.layout import reading_width
from dashboard.data import catalogue, examples
from dashboard.data.reader import read_now

everyone = read_now()
with reading_width():
    show_explanation()
    show_methods(examples.explained(everyone))
    show_sources(catalogue.sources(everyone))
