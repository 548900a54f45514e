"""Words for who is writing in a form while somebody else changes the screen."""

CHANGED = (
    "Iemand anders heeft hier iets gewijzigd. U bent nog aan het schrijven, daarom blijft het scherm zoals het is."
)
LOOK = "Tonen"
WAITS = "Er is iets nieuws; u ziet het zodra u dit lijstje of menu sluit."
