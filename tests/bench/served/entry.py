"""The application as it is, or with `?kaal=3,2` a page with charts of three and two traces from memory and no more.

The bare page is what Streamlit gives by itself: garbage is collected after each run of it. With `&afval=blijft` it is
not, as on our pages (docs/adr/0024).
"""

from pathlib import Path

import streamlit as st
from streamlit import config

from tests.bench.served.bare import figures_of, program

charts = st.query_params.get("kaal", "")
config.set_option("runner.postScriptGC", charts != "" and "afval" not in st.query_params)
if charts:
    st.set_page_config(layout="wide")
    st.title("Kaal")
    for number, figure in enumerate(figures_of(charts)):
        st.plotly_chart(figure, theme=None, key=f"kaal-{number}", alt="kaal", config={"displayModeBar": False})
else:
    path = Path(__file__).resolve().parents[3] / "dashboard" / "app.py"
    exec(program(path), {"__name__": "__main__", "__file__": str(path)})  # noqa: S102  # our own file, as Streamlit does
