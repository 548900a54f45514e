"""Words of Gegevens: bringing figures in, what was brought in, what is not shown, sources, and the agenda."""

TITLE = "Gegevens"
INTRODUCTION = "Cijfers inlezen, en zien waar de cijfers vandaan komen en hoe oud ze zijn."
FOR_REGION = "U leest in voor {region}. Openbare cijfers (CBS, DUO) zijn daarna voor iedereen te zien, eigen cijfers alleen voor uw regio."
FOR_EXAMPLE = "U leest in voor {region}, het verzonnen voorbeeld. Kies bij Gebied een echte gemeente om echte cijfers in te lezen."
SECTION = "Onderdeel"
SECTIONS = {
    "inlezen": "Cijfers inlezen",
    "ingelezen": "Ingelezen",
    "niet-getoond": "Niet getoond",
    "bronnen": "Bronnen",
    "agenda": "Data-ontwikkelagenda",
}

# Who may
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u cijfers inlezen, en staat erbij wie dat deed."
MAY_NOT = "Uw rol mag geen cijfers inlezen. Vraag het een beleidsmedewerker van uw regio."
SIGN_IN_FOR_WITHHELD = "Wat niet getoond wordt, ziet alleen een beleidsmedewerker. Zeg eerst wie u bent."

# Choosing
CHOOSE = "1. Wat leest u in?"
SOURCE = "Bron"
ANY_SOURCE = "Herken het bestand"
SOURCE_LINK = "Waar u dit downloadt"
FILE = "2. Kies het bestand"
FILE_LABEL = "Het bestand dat u hebt gedownload"
FILE_LIMITS = "CSV tot 90 MB, Excel (xlsx) tot 10 MB, of het zipbestand van StatLine. Er wordt nog niets opgeslagen: u ziet eerst wat er zou veranderen."
FILE_LIMITS_GEOJSON = "GeoJSON tot 90 MB. Er wordt nog niets opgeslagen: u ziet eerst wat er zou veranderen."
UPLOADER = {
    "field": FILE_LABEL,
    "choose": "Bestand kiezen",
    "other": "Ander bestand kiezen",
    "remove": "{file} weghalen",
}
READ = "Lezen en nakijken"
OR_FETCH = "Of haal de cijfers op bij de bron, zonder bestand."
FETCH = "Ophalen bij {publisher}"
TABLE = "Nummer van de CBS-tabel"
TABLE_HELP = "Bijvoorbeeld 85098NED. Het staat in het adres van de tabel op StatLine."
TABLE_MISSING = "Vul het nummer van de tabel in, bijvoorbeeld 85098NED."
NO_FILE = "Kies eerst een bestand."
GONE_JOB = "Dit inlezen is er niet meer: het is gestopt, ouder dan een dag, van iemand anders of van een andere regio. Begin opnieuw."

# At work
BUSY = "Bezig met {file}"
BUSY_STORING = "Bezig met opslaan"
STAGES = {
    "starting": "Beginnen",
    "fetching": "Ophalen bij de bron",
    "reading": "Lezen",
    "checking": "Nakijken",
    "protecting": "Kleine aantallen beschermen",
    "auditing": "Nagaan of er niets terug te rekenen is",
    "comparing": "Vergelijken met wat er al staat",
    "storing": "Opslaan",
}
STAGE_OF = "{stage}: {done} van {total}"
STAGE_SO_FAR = "{stage}: {done}"
CANCEL = "Stoppen"
CANCELLED = "Gestopt. Er is niets opgeslagen."
CAN_LEAVE = "U kunt deze pagina gerust verlaten en later terugkomen op dit adres."

# A question
QUESTION = "Nog één vraag"
ABOUT_FILE = "Bestand: {file}"
ANSWER_PERIOD = "Jaar of periode"
ANSWER_PERIOD_HELP = "Schrijf 2024, 2023/'24 of 2025H1."
ANSWER_SHEET = "Blad"
GO_ON = "Verder"
PERIOD_MISSING = "Vul in over welk jaar dit bestand gaat, bijvoorbeeld 2024."
MAPPING_INTRODUCTION = (
    "Een kolom die u niet nodig hebt, slaat u over. Wat het programma vermoedt, is al ingevuld: kijk het na. Een volgend bestand met dezelfde kopregel wordt "
    "vanzelf zo gelezen."
)
FIRST_ROWS = "De eerste regels van het bestand"
COLUMN_NAME = "Kolom"
FIRST_CELLS = "Wat erin staat"
BETWEEN_CELLS = " · "
COLUMN = "Kolom ‘{name}’"
COLUMN_MEANS = {
    "skip": "overslaan",
    "area": "het gebied",
    "period": "het jaar of de periode",
    "group": "een groep (uitsplitsing)",
    "numerator": "het aantal (teller)",
    "denominator": "de noemer",
    "value": "de uitkomst zelf",
    "name": "de naam van het cijfer",
    "number": "het getal bij die naam",
}
MEASURE_MEANS = {
    "skip": "overslaan",
    "numerator": "het aantal (teller)",
    "denominator": "de noemer",
    "value": "de uitkomst zelf",
}
MAPPING_NAME = "‘{name}’ is"
MAPPING_INDICATOR = "Cijfer bij ‘{name}’"
MAPPING_WHOLE_PERIOD = "Over welk jaar gaat het hele bestand?"
MAPPING_SOURCE = "Bron die bij de cijfers staat"
MAPPING_GROUP = "Groep in kolom ‘{name}’: “{text}”"
MAPPING_GROUP_HELP = "Bijvoorbeeld leeftijd:12-17. Laat leeg voor het totaal."
MAPPING_FAULTS = {
    "area": "Kies één kolom met het gebied.",
    "period": "Kies een kolom met het jaar, of vul in over welk jaar het hele bestand gaat.",
    "measure": "Kies minstens één kolom met een cijfer.",
    "number": "Kies ook de kolom met het getal bij de naam van het cijfer.",
}

# Refused
REFUSED = "Dit bestand is niet ingelezen"
REFUSED_ONE = "Er is niets opgeslagen. Verbeter dit en lees het bestand opnieuw in."
REFUSED_MANY = "Er is niets opgeslagen. Verbeter wat hieronder staat en lees het bestand opnieuw in."
MORE_PROBLEMS = "Toon ook de rest ({count})"
FAILED = "Dit is niet gelukt"
DOWNLOAD_PROBLEMS = "Bewaar deze lijst"
PROBLEMS_FILE = "wat-er-mis-is.txt"
AGAIN = "Ander bestand inlezen"

# The preview
PREVIEW = "Dit verandert er als u opslaat"
WARNINGS = "Kijk hier goed naar"
MOVED = "Herindelingen"
NOTES = "Wat opviel bij het lezen"
COUNTS = {"new": "Nieuw", "changed": "Gewijzigd", "unchanged": "Ongewijzigd", "gone": "Niet meer in het bestand"}
EXAMPLES = {
    "new": "Nieuw ({count})",
    "changed": "Gewijzigd ({count})",
    "gone": "Niet meer in het bestand ({count})",
}
SOME_OF = "Hier staan er {shown} van de {count}."
INDICATOR = "Cijfer"
AREA = "Gebied"
PERIOD = "Periode"
GROUP = "Groep"
BEFORE = "Was"
AFTER = "Wordt"
REASON = "Waarom"
WITHHELD = "Wordt niet getoond ({count})"
WITHHELD_INTRODUCTION = "Deze cijfers worden bewaard als ‘niet getoond’. Het aantal zelf wordt nergens bewaard."
GONE_STAYS_SHORT = "Wat niet meer in het bestand staat, blijft staan, tenzij u het hieronder laat verwijderen."
BOUNDARIES_ARE_REPLACED = (
    "Deze grenzen komen in de plaats van die er van hetzelfde jaar staan. Zijn ze gelijk, dan verandert er niets."
)
GONE_STAYS = "Deze cijfers van dezelfde bron staan er nu wel, maar niet in dit bestand. Ze blijven staan, tenzij u ze laat verwijderen."
REMOVE_GONE = "Verwijder ze bij het opslaan ({count})"
REMOVE_GONE_HELP = "Alleen cijfers van deze bron over de perioden in dit bestand. Ongedaan maken kan daarna nog."
STORE = "Opslaan"
TOO_LATE = (
    "Dit is niet gelukt: het bestand is intussen al opgeslagen, gestopt of vervallen. Hieronder staat hoe het nu is."
)
DO_NOT_STORE = "Niet opslaan"
NOT_STORED = "Niets opgeslagen."
STORED_TITLE = "Opgeslagen"
NOTHING_CHANGED_TITLE = "Er is niets veranderd"
TO_OVERVIEW = "Naar het overzicht"
UNDO_HINT = "Klopt het toch niet? Kies hierboven ‘Ingelezen’: daar kunt u het ongedaan maken."

# What was brought in
BATCHES = "Wat is ingelezen"
NO_BATCHES = "Er is nog niets ingelezen."
WHEN = "Wanneer en door wie"
WHAT_FILE = "Bestand"
OUTCOME = "Wat er veranderde"
BATCH_WHEN = "{day}, {who}"
BATCH_WHAT = "{file} ({source})"
BATCH_DID = "{new} nieuw, {changed} gewijzigd, {gone} verwijderd"
BATCH_REMARK = "{done}; {remark}"
UNDOES = "maakt een eerdere ongedaan"
UNDONE = "ongedaan gemaakt"
THE_PROJECT = "het programma zelf"
UNDO = "Laatste ongedaan maken"
UNDO_WHAT = (
    "Dit maakt ‘{file}’ van {day} ongedaan. Nieuwe cijfers gaan eruit: {new}. Gewijzigde cijfers krijgen hun vorige waarde terug: {changed}. "
    "Verwijderde cijfers komen terug: {gone}."
)
UNDO_CONFIRM = "Ja, maak ongedaan"
UNDO_STALE = "Dit kan niet meer: er is intussen iets anders ingelezen. Kijk opnieuw wat nu het laatste is."
SEED = "meegeleverd met het programma"

# Not shown
WITHHELD_TITLE = "Eigen cijfers die niet getoond worden"
WITHHELD_WHY = (
    "Bij kleine aantallen zou een kind te herkennen zijn. Daarom tonen we die niet, en soms ook een ander cijfer niet waarmee het terug te "
    "rekenen is. Ook u ziet het aantal hier niet."
)
NO_WITHHELD = "Van uw regio is geen enkel eigen cijfer verborgen."
WITHHELD_ADVICE_TITLE = "Wat u wel kunt doen"
WITHHELD_ADVICE = (
    "- Kijk naar het **samenwerkingsverband** of de hele regio: daar is de groep groter.\n"
    "- Neem **drie jaren samen**: lees het aantal over drie jaar in als één cijfer.\n"
    "- Laat de **uitsplitsing** weg, of maak de groepen groter (bijvoorbeeld 12 tot 18 jaar).\n"
    "- Vertel het verhaal: ervaringen zeggen bij kleine aantallen meer dan een percentage."
)

FIRST_WITHHELD = "Hier staan de eerste {count}."

# Sources
SOURCES_INTRODUCTION = "Waar de cijfers vandaan komen, hoe oud ze zijn, en wat eraan hangt. Is een bron oud, kijk dan of er een nieuwere uitgave is."
FIGURES = {"one": "1 cijfer", "many": "{count} cijfers"}
HANGING_FIGURES = "{figures} over {about}"
HANGING_NORMS = {"one": "1 norm", "many": "{count} normen"}
HANGING_ANSWERS = {"one": "1 bijdrage", "many": "{count} bijdragen"}
WHOSE = "{name} ({publisher}, {licence})"
HOW_OLD = "Opgehaald: {retrieved}. Nieuwste cijfer: {newest}."
NO_FIGURES_YET = "Nog geen cijfers."
SOURCES = "Bronnen"
SOURCE_NAME = "Bron"
AGE = "Hoe oud"
HANGS_ON = "Wat eraan hangt"
RETRIEVED = "{day}, {age}"
NOT_RECORDED = "niet vastgelegd"
TODAY = "vandaag"
DAYS_AGO = "{count} dagen geleden"
ONE_DAY_AGO = "gisteren"
MONTHS_AGO = "{count} maanden geleden"
YEARS_AGO = "{count} jaar geleden"
EXAMPLE = "voorbeeld, verzonnen"

# What can be read in (named in texts/sources.py): what it is, where to get it, who publishes it
SOURCES_TO_READ: dict[str, tuple[str, str, str]] = {
    "herken": (
        "Kies hieronder uw bestand: het programma ziet meestal zelf waar het vandaan komt. U kunt ook eerst de bron kiezen.",
        "",
        "",
    ),
    "cbs-kwb": (
        "Jeugdzorg, leerlingen en bevolking per gemeente en wijk. Elke vorm van dit bestand mag: Excel per jaar, CSV van StatLine, of het zipbestand.",
        "https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten",
        "CBS",
    ),
    "cbs-85098NED": (
        "Jeugdhulp, jeugdbescherming en jeugdreclassering per gemeente.",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85098NED",
        "CBS",
    ),
    "cbs-84780NED": (
        "Leerlingen die zonder startkwalificatie van school gingen.",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/84780NED",
        "CBS",
    ),
    "cbs-85489NED": (
        "Leerlingen in het basisonderwijs en speciaal basisonderwijs, naar woonplaats.",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85489NED",
        "CBS",
    ),
    "cbs-85490NED": (
        "Leerlingen in het speciaal onderwijs, naar woonplaats.",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85490NED",
        "CBS",
    ),
    "cbs-70072ned": (
        "Bevolking naar leeftijd per gemeente en provincie.",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/70072ned",
        "CBS",
    ),
    "cbs-jeugdzorg-leeftijd": (
        "Jongeren met jeugdzorg per leeftijdsgroep.",
        "https://opendata.cbs.nl/statline/#/CBS/nl/dataset/85335NED",
        "CBS",
    ),
    "cbs-odata": (
        "Elke tabel van StatLine: u zegt zelf welke kolom bij welk cijfer hoort.",
        "https://opendata.cbs.nl/statline/",
        "CBS",
    ),
    "duo-schooladviezen": (
        "Adviezen van groep 8 per school en gemeente.",
        "https://duo.nl/open_onderwijsdata/primair-onderwijs/aantal-leerlingen/",
        "DUO",
    ),
    "spreadsheet": (
        "Een tabel van uzelf of van een ander: u zegt van elke kolom wat erin staat. Kleine aantallen worden beschermd.",
        "",
        "",
    ),
    "grenzen": (
        "De grenzen van gemeenten als GeoJSON, voor kaarten.",
        "https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
        "CBS en Kadaster",
    ),
    "tidy": (
        "Een CSV die dit programma zelf heeft afgedrukt.",
        "",
        "",
    ),
}
