"""The page around every screen: its frame, the menu, and what is said when the database is away."""

import streamlit as st

from dashboard import navigation, selection
from dashboard.components.calm import keeping_calm
from dashboard.components.following import follow, remember_place
from dashboard.components.frame import Menu, know_who, show_mode
from dashboard.components.keeping import tell_who_types
from dashboard.components.leading import keep_leading, offer_to_lead_from, show_leading

st.set_page_config(page_icon="📊", layout="wide")
page, draw = navigation.opened()
with st.container(key="menu", horizontal=True, vertical_alignment="center", gap="small"):
    menu = Menu(navigation.IN_SIGHT, more=navigation.UNDER_MORE, managing=navigation.ADMINISTRATION, current=page)
selection.begin()
with keeping_calm():
    know_who()
    follow(page, pages=navigation.LED)
    show_leading()
    menu.point(selection.asked_address())
    draw()
keep_leading(page, pages=navigation.LED)
menu.point(selection.address())
menu.show_identity()
offer_to_lead_from(page, pages=navigation.LED)
show_mode()
selection.write_down()
remember_place(page)
tell_who_types()
