"""What the bare page holds in memory."""

from functools import lru_cache
from pathlib import Path
from types import CodeType

import plotly.graph_objects as go

YEARS = list(range(2018, 2025))


@lru_cache(maxsize=8)
def figures_of(charts: str) -> tuple[go.Figure, ...]:
    """Charts with the asked numbers of traces, seven points each, made once."""
    return tuple(
        go.Figure([go.Scatter(x=YEARS, y=[number + trace for trace in range(7)]) for number in range(int(count))])
        for count in charts.split(",")
    )


@lru_cache(maxsize=2)
def program(path: Path) -> CodeType:
    """A script, compiled once as Streamlit itself does."""
    return compile(path.read_text(encoding="utf-8"), str(path), "exec")
