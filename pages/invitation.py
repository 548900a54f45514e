"""Uitnodiging: who was invited says once, without an account, what a figure means to them."""

from dashboard.components.invited import show_invitation
from dashboard.components.layout import reading_width
from dashboard.data.reader import read_now

with reading_width():
    show_invitation(read_now())
