"""The page around every screen: its frame, the menu, and what is said when the database is away."""

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.calm import keeping_calm
from dashboard.components.frame import Menu, know_who, show_mode

st.set_page_config(page_icon="📊", layout="wide")
page = st.navigation(list(navigation.MENU), position="hidden")
with st.container(key="menu", horizontal=True, vertical_alignment="center", gap="small"):
    menu = Menu(navigation.IN_SIGHT, more=navigation.UNDER_MORE, managing=navigation.ADMINISTRATION, current=page)
selection.begin()
with keeping_calm():
    know_who()
    menu.point(selection.asked_address())
    page.run()
menu.point(selection.address())
menu.show_identity()
show_mode()
selection.write_down()
