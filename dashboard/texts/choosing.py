"""Words of the choices that more than one screen offers."""

AREA = "Gebied"
INDICATOR = "Cijfer"
REFERENCE = "Vergelijk met"
MEASURE = "Toon"
BREAKDOWN = "Uitsplitsing"
INTERVAL = "Toon onzekerheid"
INTERVAL_HELP = (
    "De band laat zien hoeveel het cijfer door toeval anders had kunnen uitvallen. "
    "De zinnen op het scherm houden daar al rekening mee."
)
SEARCH = "Typ om te zoeken"
NO_BREAKDOWN = "Geen (iedereen)"
MEASURES = {"waarde": "Percentage", "aantal": "Aantal", "per1000": "Per 1.000"}
VALUE = "Waarde"
MORE = "Meer keuzes"
UNDO = "Ongedaan maken"
