"""Words about files that are read: what is wrong, where, and what to do."""

# A problem, with where it is (`files.PLACES`)
PROBLEM = "{where}{what}{value}.{advice}"
VALUE = ": '{value}'"
ADVICE = " {advice}"
MORE = "… en nog {count} soortgelijke."
REFUSED = "Het bestand {file} is niet ingelezen; er is niets opgeslagen."

# Columns
DUPLICATE_COLUMN_ADVICE = "Haal de kolom weg."

# Cells
NOT_A_NUMBER = "Dit is geen getal"
NOT_A_NUMBER_ADVICE = "Vul een getal in, of laat de cel leeg."
AMBIGUOUS_NUMBER = "Dit getal is op twee manieren te lezen"
AMBIGUOUS_NUMBER_ADVICE = "Schrijf het zonder teken tussen de duizendtallen."
NUMBER_TOO_LARGE = "Dit getal is te groot"
NEGATIVE = "Een aantal of percentage kan niet negatief zijn"
NOT_A_COUNT = "Een aantal kinderen is een heel getal"
OVER_HUNDRED = "Een percentage kan niet boven de 100 zijn"
FUTURE = "Dit jaar ligt in de toekomst"
FUTURE_ADVICE = "Controleer het jaartal."
SAME_KEY = "Dit cijfer staat er twee keer in, ook op regel {other}"
SAME_KEY_UNSEEN = "Een cijfer staat er twee keer in. Er is niets opgeslagen."
SAME_KEY_ADVICE = "Laat één van de twee staan."

# The project's own form
TIDY_COLUMNS_MISSING = "De kopregel hoort te zijn: {expected}"
TIDY_COLUMNS_ADVICE = "Gebruik komma's tussen de kolommen en een punt voor de decimalen."
TIDY_KWB_ADVICE = "Dit lijkt Kerncijfers wijken en buurten: gebruik --source cbs-kwb."
TIDY_UNKNOWN_COLUMN = "Deze kolom hoort niet in dit formaat"
UNKNOWN_INDICATOR = "Deze indicator is niet bekend"
UNKNOWN_AREA = "Dit gebied is niet bekend"
AREA_NOT_THEN = "Dit gebied bestond niet in {period}"
DID_YOU_MEAN = "Bedoelt u {name}?"
BAD_PERIOD = "Dit is geen periode"
BAD_PERIOD_ADVICE = "Schrijf 2023, 2023/'24 of 2025H1."
BAD_BREAKDOWN = "Dit is geen uitsplitsing"
BAD_BREAKDOWN_ADVICE = "Schrijf bijvoorbeeld leeftijd:12-17, of laat de cel leeg voor het totaal."
WRONG_UNIT = "Deze eenheid hoort niet bij de indicator {indicator}"
WRONG_UNIT_ADVICE = "De eenheid is {unit}."
BAD_STATUS = "Deze status is niet bekend"
BAD_STATUS_ADVICE = "Kies uit {statuses}."
UNKNOWN_SOURCE = "Deze bron is niet bekend"
WITHHELD_WITH_VALUE = "Een cijfer dat niet getoond wordt, kan geen waarde hebben"
WITHHELD_WITH_VALUE_ADVICE = "Maak de waarde leeg, of geef een andere status."
WITHHELD_WITH_COUNT = "Het aantal hoort leeg te zijn bij deze status"
VALUE_MISSING = "De waarde ontbreekt"
VALUE_MISSING_ADVICE = "Vul de waarde in, of geef als status withheld:source of withheld:unknown."
DENOMINATOR_ZERO = "De noemer is nul"
COUNT_ABOVE_DENOMINATOR = "De teller is groter dan de noemer"
COUNT_ABOVE_DENOMINATOR_ADVICE = "Controleer of teller en noemer verwisseld zijn."

# Kerncijfers wijken en buurten
KWB_FOREIGN = "Dit is geen CSV van Kerncijfers wijken en buurten: de kolommen {missing} ontbreken"
KWB_FOREIGN_ADVICE = "Download de tabel bij CBS StatLine als CSV met alle onderwerpen."
KWB_BAD_DATE = "Dit is geen peildatum"
KWB_BAD_DATE_ADVICE = "De peildatum hoort er zo uit te zien: 1-1-2024."
KWB_BAD_KIND = "Deze soort regio is niet bekend"
KWB_BAD_KIND_ADVICE = "Verwacht wordt Land, Gemeente, Wijk of Buurt."
KWB_BAD_CODE = "Dit is geen gebiedscode van deze soort regio"
KWB_BAD_CODE_ADVICE = "Een gemeente heeft vier cijfers (GM0034), een wijk zes (WK003401)."
KWB_TWO_VALUES = "Twee kolommen van hetzelfde onderwerp zijn allebei gevuld en verschillen"
KWB_NOTHING = "Er staat geen enkel cijfer in over een gemeente of wijk"
KWB_DISTRICT = "{municipality}, wijk {number}"
KWB_NOTE_DECIMALS = (
    "De percentages in dit bestand hebben hun komma verloren (117 is 11,7 en 10 kan 10,0 of 1,0 zijn). "
    "Per cel is beslist met het aantal en de bevolking van 0 tot 25 jaar. Herstelde percentages: {decided}."
)
KWB_NOTE_UNDECIDED = {
    "one": "1 percentage is leeg gelaten, omdat aantal en bevolking niet beslissen waar de komma hoort: {cells}.",
    "many": "{count} percentages zijn leeg gelaten, omdat aantal en bevolking niet beslissen waar de komma hoort: {cells}.",
}
KWB_NOTE_REUSED = (
    "Wijkcodes betekenen vanaf {year} een ander gebied ({codes}): het zijn aparte gebieden, "
    "hun cijfers van ervoor en erna staan niet op één lijn."
)
KWB_NOTE_WITHHELD = {
    "one": "1 cijfer toont de bron niet; het is bewaard als niet getoond, niet als nul.",
    "many": "{count} cijfers toont de bron niet; ze zijn bewaard als niet getoond, niet als nul.",
}
KWB_NOTE_ABSENT = "Over {years} staan er geen cijfers in voor {indicator}; dat is geen nul."
KWB_NOTE_NEIGHBOURHOODS = {
    "one": "1 regel over een buurt is overgeslagen: de cijfers gaan over gemeenten en wijken.",
    "many": "{count} regels over buurten zijn overgeslagen: de cijfers gaan over gemeenten en wijken.",
}
KWB_NOTE_UNINHABITED = {
    "one": "1 niet getoond cijfer van een wijk zonder inwoners is weggelaten.",
    "many": "{count} niet getoonde cijfers van wijken zonder inwoners zijn weggelaten.",
}

# Which source a file is of
SOURCE_NAMES = {
    "cbs-kwb": "CBS Kerncijfers wijken en buurten",
    "cbs-85098NED": "CBS Indicatoren jeugdzorg in natura (85098NED)",
    "cbs-84780NED": "CBS Voortijdig schoolverlaters (84780NED)",
    "cbs-85489NED": "CBS Leerlingen in (speciaal) basisonderwijs naar woonregio (85489NED)",
    "cbs-85490NED": "CBS Leerlingen op speciale scholen naar woonregio (85490NED)",
    "cbs-70072ned": "CBS Regionale kerncijfers (70072ned)",
    "cbs-jeugdzorg-leeftijd": "CBS Jongeren met jeugdzorg naar leeftijd (85075NED, 85335NED)",
    "cbs-odata": "een andere tabel van het CBS",
    "duo-schooladviezen": "DUO Schooladviezen",
    "grenzen": "Grenzen van gemeenten en wijken",
    "spreadsheet": "een eigen bestand",
    "tidy": "het eigen formaat",
}

# The command line
PROGRAM = "Tellen & Vertellen: cijfers inlezen, opvragen en uitleggen."
COMMAND = "opdracht"
HELP = "toon deze hulp en stop"
HELP_IMPORT = "lees cijfers uit een bestand; alles wordt opgeslagen, of niets"
HELP_IMPORT_SOURCE = "de soort bestand: {sources}"
HELP_IMPORT_FILE = "het CSV-bestand"
HELP_DRY_RUN = "doe alleen voor wat er zou gebeuren; sla niets op"
HELP_FIGURES = "druk cijfers af als CSV in het eigen formaat"
HELP_EXPLAIN = "druk als JSON af wat de schermen over een cijfer zeggen"
HELP_INDICATOR = "code van de indicator, bijvoorbeeld jeugdzorg"
HELP_AREA = "code van het gebied, bijvoorbeeld GM0034"
HELP_REFERENCE = "code van het gebied om mee te vergelijken, bijvoorbeeld NL00"
HELP_PERIOD = "periode, bijvoorbeeld 2024; zonder: de laatste"
USAGE = "gebruik: "
OPTIONS = "opties"
ARGUMENTS = "invoer"
COMMANDS = "opdrachten"
CODE_AND_NAME = "{code} ({name})"
USE_NO_VALUE = "achter {name} hoort nog iets"
WRONG_USE = "De opdracht klopt niet: {reason}. Probeer --help."
USE_MISSING = "dit ontbreekt: {names}"
USE_UNKNOWN_CHOICE = "{value} is geen keuze; kies uit {choices}"
USE_UNKNOWN = "{names} is niet bekend"
USE_OTHER = "controleer de opdracht"
NO_SUCH_INDICATOR = "De indicator '{code}' is niet bekend. {advice}"
NO_SUCH_AREA = "Het gebied '{code}' is niet bekend. {advice}"
NO_SUCH_PERIOD = "Over {indicator} in {area} is er geen cijfer over '{period}'. Wel over: {known}."
NO_FIGURES_YET = "Over {indicator} in {area} is er nog geen cijfer."
UNKNOWN_CODES = "De database kent deze {kind} niet: {codes}. Er is niets opgeslagen."
KINDS_OF_CODES = {
    "indicator": "indicatoren",
    "area": "gebieden",
    "period": "perioden",
    "breakdown": "uitsplitsingen",
    "source": "bronnen",
}
OWNED_ELSEWHERE = {
    "one": "1 cijfer hoort bij een regio en kan niet openbaar vervangen worden. Er is niets opgeslagen.",
    "many": "{count} cijfers horen bij een regio en kunnen niet openbaar vervangen worden. Er is niets opgeslagen.",
}
OWNED_UNSEEN = "In dit bestand staan cijfers die bij een andere regio horen. Er is niets opgeslagen."
DATABASE_UNREACHABLE = (
    "De database is niet bereikbaar of niet beschrijfbaar ({place}). "
    "Controleer of hij bestaat, of er schijfruimte is en of u erin mag schrijven. Er is niets opgeslagen."
)
DATABASE_BUSY = (
    "De database is bezet door een andere opdracht ({place}). Probeer het zo nog eens. Er is niets opgeslagen."
)
DATABASE_ADDRESS = "Het adres van de database (DATABASE_URL) klopt niet. Er is niets opgeslagen."
STOPPED = "Gestopt. Er is niets opgeslagen."
