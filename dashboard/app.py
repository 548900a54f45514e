"""What every screen shares: the page's setup and the navigation. Runs again with every interaction."""

import streamlit as st

from dashboard.navigation import pages

st.set_page_config(page_icon="📊", layout="wide")
st.navigation(pages(), position="top").run()
