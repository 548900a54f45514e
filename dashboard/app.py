"""The page around every screen: its frame, the menu, and what is said when the database is away."""

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.calm import keeping_calm
from dashboard.components.frame import know_who, show_menu, show_mode

st.set_page_config(page_icon="📊", layout="wide")
menu = st.container(key="menu", horizontal=True, vertical_alignment="center", gap="small")
page = st.navigation(list(navigation.MENU), position="hidden")
selection.begin()
with keeping_calm():
    know_who()
    page.run()
with menu:
    show_menu(navigation.IN_SIGHT, more=navigation.UNDER_MORE, managing=navigation.ADMINISTRATION, current=page)
show_mode()
selection.write_down()
