"""Words of the choices that more than one screen offers."""

AREA = "Gebied"
INDICATOR = "Cijfer"
REFERENCE = "Vergelijk met"
NOTHING = "niets"
MEASURE = "Toon"
BREAKDOWN = "Uitsplitsing"
INTERVAL = "Toon onzekerheid"
INTERVAL_HELP = (
    "De band laat zien hoeveel het cijfer door toeval anders had kunnen uitvallen. "
    "De zinnen op het scherm houden daar al rekening mee."
)
OTHERS = "Ook tonen (hoogstens 2)"
TOGETHER = "Drie jaar samen"
TOGETHER_HELP = (
    "Telt steeds drie jaren op. Bij een kleine groep schommelt het cijfer dan minder door toeval. "
    "Over een breuk heen, en met jaren die niet getoond zijn, tellen we niet op."
)
SEARCH = "Typ om te zoeken"
NO_BREAKDOWN = "Geen (iedereen)"
MEASURES = {"waarde": "Percentage", "aantal": "Aantal", "per1000": "Per 1.000"}
VALUE = "Waarde"
MORE = "Meer keuzes"
UNDO = "Ongedaan maken"
