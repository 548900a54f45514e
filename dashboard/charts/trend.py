"""A trend over the years: labelled at the line's end, with norm, breaks, provisional values and uncertainty."""

import plotly.graph_objects as go

from dashboard.charts.chart import Chart


def trend_chart(chart: Chart, *, height: int = 400) -> go.Figure:
    """Draw `chart` over the years, `height` pixels high and as wide as the screen allows."""
    return go.Figure(layout={"height": height})
