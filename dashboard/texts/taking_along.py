"""Words of Meenemen: the buttons, the file names, and what is written in the files."""

TITLE = "Meenemen"
INTRODUCTION = "Een bestand om te bewaren, te mailen of in een verslag te zetten. Er staat in wat het scherm nu toont."
WITH_STORY = "Het cijfer met het verhaal erbij neemt u mee onder het verhaal, bij ‘Verhaal meenemen’."
NOTHING = "Er is hier nog niets om als bestand mee te nemen."
PICTURES = {"png": "Afbeelding (PNG)", "svg": "Afbeelding, scherp op elke maat (SVG)"}
TABLES = {"xlsx": "Tabel voor Excel (XLSX)", "csv": "Tabel als tekst (CSV)"}
KINDS = PICTURES | TABLES
MIME = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
COPY = {
    "copy": "Kopieer link",
    "copied": "Link gekopieerd",
    "select": "Het adres is geselecteerd: kopieer het met Ctrl+C, of houd het ingedrukt op een telefoon.",
    "address": "Het adres van dit scherm",
}
COMPARISON_FILE = "{indicator}-vergeleken-{area}"
OVERVIEW_FILE = "staat-van-de-jeugd-{area}"

ORIGIN = {
    "fictional": "Voorbeeld, verzonnen cijfers.",
    "source": "Bron: {sources}.",
    "retrieved": "{source}, opgehaald {day}",
    "provisional": "Voorlopig: {periods}.",
    "made": "Gemaakt op {day} met Tellen & Vertellen.",
}
NO_SOURCE = "Bron: nog niet vastgelegd."

FIGURES = "Cijfers"
DEFINITIONS = "Definities"
THREE_YEARS = "Drie jaar samen"
PERIODS = "Jaren"
REMARKS = "Breuken en opmerkingen"
ABOUT = "Over dit bestand"

THEME = "Thema"
INDICATOR = "Cijfer"
AREA = "Gebied"
CODE = "Gebiedscode"
PERIOD = "Jaar"
GROUP = "Groep"
COUNT = "Aantal (kinderen en jongeren)"
DENOMINATOR = "Van (kinderen en jongeren)"
VALUE = "Waarde"
UNIT = "Eenheid"
LOWER = "Ondergrens 95%"
UPPER = "Bovengrens 95%"
IN_UNIT = "{name} ({unit})"
UNITS = {
    "percentage": "%",
    "per_1000": "per 1.000",
    "count": "aantal",
    "weeks": "weken",
    "days": "dagen",
    "scale": "schaal 1-5",
    "story": "verhaal",
}
STATUS = "Status"
NOTE = "Let op"
NOTES = {"derived": "noemer afgeleid", "estimated": "aantal en noemer geschat"}
REASON = "Niet getoond omdat"
BASIS = "Geteld naar"
SOURCE = "Bron"
LICENCE = "Licentie"
RETRIEVED = "Opgehaald op"
NOT_RECORDED = "niet vastgelegd"
AGAINST = "Tegen {reference}"
SENTENCE = "Zin op het scherm"
NORM = "Norm"
EVERYBODY = "iedereen"
ALL_INDICATORS = "alle cijfers"
ALL_AREAS = "alle gebieden"

WHAT = "Wat"
TEXT = "Tekst"
YEAR = "Vanaf"
KIND = "Soort"
KINDS_OF_REMARK = {"break": "breuk", "event": "gebeurtenis", "composition": "samenstelling"}
ABOUT_ROWS = {
    "title": "Titel",
    "message": "Boodschap",
    "origin": "Herkomst",
    "address": "Adres van dit scherm",
}
