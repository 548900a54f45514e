"""Words of Cijfer en verhaal, apart from the sentences about figures themselves (`dashboard.statements`)."""

TITLE = "{indicator}"
BREADCRUMB = "{theme} · {area}"
BREADCRUMB_EXAMPLE = "{theme} · {area} · voorbeeld, verzonnen cijfers"
NORM = "norm {year}"
OF_ONE_YEAR = "Over {period} alleen: {text}"
EARLIER = "Over {period}, het laatste jaar dat van beide bekend is: {text}"
NORM_AND_PROGRESS = "Voor de {norm}. {progress}"
COMPOSED = "{name}: {composed}, naar hun aandeel."
COMPOSED_OTHERWISE = "{told} In {periods} tellen andere gemeenten mee: vergelijk dat niet met de andere jaren."
NOT_COMPOSED = "{name}: {why}."
TABLE = "Tabel"
NO_ROWS = "Nog geen cijfers."
DEFINITION = "Definitie en bron"
DISTRICTS = "Wijken"
MUNICIPALITIES = "Alle gemeenten"
NO_DISTRICTS = "Van dit cijfer zijn hier geen wijken bekend."
DISTRICTS_NOTE = (
    "Alfabetisch, want een volgorde is geen oordeel. Wijkcodes zijn in 2022 opnieuw gebruikt voor andere gebieden: "
    "vergelijk wijken van vóór en na 2022 niet met elkaar. De wijken tellen niet precies op tot de gemeente."
)
MUNICIPALITIES_NOTE = "Alfabetisch, want een volgorde is geen oordeel. Zoek met Ctrl+F."
NO_MUNICIPALITIES = "Van dit jaar zijn er geen cijfers van andere gemeenten."
YEAR = "Jaar"
AREA = "Gebied"
PERIOD = "Jaar"
COUNT = "Aantal"
DENOMINATOR = "Van"
DERIVED = " (afgeleid)"
ESTIMATED = " (geschat)"
INTERVAL = "Tussen (95%)"
FROM_TO = "{lower} en {upper}"
BESIDE = "Naast elkaar"
VALUE_PROVISIONAL = "{value} ({status})"
NOT_TOGETHER = "Drie jaren samen kan hier niet voor {names}: er zijn geen drie jaren achter elkaar te tellen."
ONLY_COUNTED = (
    "Bij aantallen ziet u alleen {area}: gebieden van een andere grootte zijn in aantallen niet te vergelijken."
)
NOTHING_TO_DRAW = "{name}: van dit cijfer is niets bekend of niets te tonen."
EACH_POINT = "Elk punt telt drie jaren samen, tot en met het jaar waar het staat."
YEARS_OVERLAP = (
    "Drie jaren samen: rijen na elkaar delen twee jaren. Of iets stijgt of daalt, toetsen we op de losse jaren."
)
STATUS = "Status"
VALUE_IN = {
    "percentage": "Percentage",
    "per_1000": "Per 1.000",
    "count": "Aantal",
    "weeks": "Weken",
    "days": "Dagen",
    "scale": "Schaal 1-5",
    "story": "Verhaal",
}
STATUSES = {
    "final": "definitief",
    "provisional": "voorlopig",
    "revised": "bijgesteld",
    "derived": "berekend",
    "estimated": "geschat",
    "withheld": "niet getoond",
}
QUESTION = "De vraag"
NUMERATOR = "Wat wordt geteld"
DENOMINATOR_DEFINITION = "Van wie"
DIRECTION = "Gewenste richting"
DIRECTIONS = {
    "up": "hoger is gunstiger",
    "down": "lager is gunstiger",
    "none": "geen: meer of minder is niet vanzelf beter; partijen kiezen zelf een richting bij een norm",
}
BASIS = "Geteld naar"
BASES = {"residence": "woonplaats van het kind", "school": "school of verantwoordelijk samenwerkingsverband"}
SOURCE = "Bron"
SOURCE_LINE = "{source.name} ({source.publisher}, {source.licence})"
NO_SOURCE = "Er is nog geen bron: dit cijfer kan een regio zelf invoeren."
CAVEATS = "Let op"
REMARKS_IN_TIME = "In de tijd"
IN_YEAR = "{year}: {text}"
EMPTY = (
    "Van dit cijfer is voor {area} nog niets bekend. "
    "Kies hierboven een ander gebied of een ander cijfer, of lees onder ‘Definitie en bron’ waar het vandaan komt."
)
