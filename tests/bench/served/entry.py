"""The application as it is, or with `?kaal=3,2` a page with charts of three and two traces from memory and no more."""

from pathlib import Path

import streamlit as st

from tests.bench.served.bare import figures_of, program

if charts := st.query_params.get("kaal"):
    st.set_page_config(layout="wide")
    st.title("Kaal")
    for number, figure in enumerate(figures_of(charts)):
        st.plotly_chart(figure, theme=None, key=f"kaal-{number}", alt="kaal", config={"displayModeBar": False})
else:
    path = Path(__file__).resolve().parents[3] / "dashboard" / "app.py"
    exec(program(path), {"__name__": "__main__", "__file__": str(path)})  # noqa: S102  # our own file, as Streamlit does
