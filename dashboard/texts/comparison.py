"""Words of Vergelijken."""

TITLE = "{indicator} vergeleken"
TITLE_IN = "{indicator} vergeleken, {when}"
ORDER = "Volgorde"
ORDERS = {"alfabet": "op naam", "eigen": "mijn volgorde", "waarde": "op waarde"}
NO_JUDGEMENT = "Een volgorde is geen oordeel: verschillen kunnen toeval zijn, en elk gebied is anders."
YEAR = "Jaar"
VIEW = "Bekijk als"
VIEWS = {"stippen": "stippen", "kaart": "kaart", "jaren": "door de jaren"}
TABLE = "Dezelfde gebieden als tabel"
VERDICTS = {
    "higher": "hoger dan {reference}",
    "lower": "lager dan {reference}",
    "no clear difference": "geen duidelijk verschil met {reference}",
    "nearly equal": "vrijwel gelijk aan {reference}",
    "not comparable": "niet te vergelijken met {reference}: {why}",
}
MESSAGE = "{parts} ({period})."
MESSAGE_PARTS = {
    "higher": "{count} hoger dan {reference}",
    "lower": "{count} lager",
    "nearly equal": "{count} vrijwel gelijk",
    "no clear difference": "{count} niet duidelijk anders",
}
MESSAGE_ALL_ALIKE = "Geen van de {total} gebieden verschilt duidelijk van {reference} ({period})."
MESSAGE_OF_ONE = "{name}: {words} ({period})."
MESSAGE_WITHOUT_TEST = "Van {total} gebieden is {when} een cijfer bekend, maar het is {why}."
NOTHING = "Van dit cijfer is {when} van geen van deze gebieden iets bekend."
NOTHING_SHOWN = "Van geen van deze gebieden mag dit cijfer {when} worden getoond."
NOTHING_EVER_SHOWN = "Van geen van deze gebieden mag dit cijfer worden getoond."
NOT_KNOWN = "niet bekend"
NOT_ADDED_UP = "niet berekend: telt bij de school"
ABSENT = (NOT_KNOWN, NOT_ADDED_UP)  # beside what may not be shown
NO_PERIOD = "Van dit cijfer is nog niets bekend om te vergelijken."
AGAINST = "Tegen {reference}"
AREA = "Gebied"
FIGURE = "Cijfer"
COMPOSED = "{note} · {composed}"
MISSING_ONE = "Van 1 gebied is er geen cijfer, of mag het niet worden getoond; dat telt niet mee in de zin hierboven."
MISSING = (
    "Van {count} gebieden is er geen cijfer, of mag het niet worden getoond; die tellen niet mee in de zin hierboven."
)
BASES = {
    "school": (
        "Dit cijfer telt leerlingen bij hun school of samenwerkingsverband, niet waar zij wonen. "
        "Leg het niet naast cijfers die naar woonplaats tellen: dat zijn andere kinderen."
    ),
}
ADDED_UP = (
    "Wat uit gemeenten is opgeteld, zoals een samenwerkingsverband of provincie, telt wie er woont, "
    "niet wie er naar school gaat."
)

# Through the years
YEARS_MOST = (
    "Naast elkaar zijn {count} gebieden te veel om te lezen. Kies hierboven een kleinere groep, "
    "of een eigen keuze van ten hoogste {most} gebieden."
)
YEARS_LEGEND = (
    "Elk grafiekje loopt van 0 tot {highest}, {years}: overal dezelfde schaal. "
    "De lijn met het laatste cijfer is het gebied, de stippellijn is {reference}."
)
YEARS_LEGEND_ALONE = "Elk grafiekje loopt van 0 tot {highest}, {years}: overal dezelfde schaal."
YEARS_BETWEEN = "en van {first} tot en met {last}"
YEARS_ONE = "en laat alleen {first} zien"
YEARS_MARKS = "Een dunne rechte streep is een jaar waarin iets veranderde: {marks}."
YEARS_CUTS = (
    "De lijn van {names} stopt waar andere gemeenten meetellen dan in het jaar ervoor: "
    "die jaren kunt u niet met elkaar vergelijken."
)
YEARS_CUT = "Vóór {year} stopt de lijn: vanaf dan tellen andere gemeenten mee."
YEARS_FEW = {  # by the kind of what parts the years
    "break": "de manier van tellen veranderde in {periods}",
    "composition": "in {periods} tellen andere gemeenten mee dan in het jaar ervoor",
}
YEARS_WHY_FEW = "{words}: {why}"
YEARS_CHOSEN = "{name} (gekozen)"
YEARS_MESSAGE = "{rising} duidelijk gestegen, {falling} duidelijk gedaald, {other} zonder duidelijke trend."
YEARS_ALL_ALIKE = "Bij geen van de {total} gebieden is er een duidelijke trend."
YEARS_TOO_FEW = "Er zijn te weinig jaren om bij deze gebieden van een trend te spreken."
YEARS_OF_ONE = "{name}: {words}."
YEARS_EARLIER = "{why} Het getal is van een eerder jaar."
YEARS_UNTESTED = "Zo liep het van {first} tot en met {last}."
NO_FIGURE = "Geen cijfer om te tonen."

# Which areas
GROUP = "Welke gebieden"
GROUPS = {
    "swv": "gemeenten van het samenwerkingsverband ({count})",
    "jeugdregio": "gemeenten van de jeugdregio ({count})",
    "provincie": "gemeenten van de provincie ({count})",
    "grootte": "gemeenten van ongeveer dezelfde grootte ({count})",
    "regio": "gemeenten van mijn regio ({count})",
    "swvs": "samenwerkingsverbanden in de buurt ({count})",
    "wijken": "wijken van de gemeente ({count})",
    "alle": "alle gemeenten ({count})",
    "voorbeeld": "gemeenten van het voorbeeld ({count})",
}
OWN_CHOICE = "eigen keuze"
SAVED = "bewaard: {name} ({count})"
OWN_AREAS = "Kies de gebieden"
OWN_AREAS_HELP = "Kies ze in de volgorde waarin u ze wilt zien; bij Volgorde kiest u dan ‘mijn volgorde’."
OWN_AREAS_EMPTY = "Typ om te zoeken"
NONE_CHOSEN = "Kies hierboven een of meer gebieden om naast elkaar te zien."
ONLY_REFERENCE = "U koos alleen {reference}, en daarmee vergelijkt u al. Kies er een ander gebied bij."
REFERENCE_AMONG = "{reference} staat er als stippellijn, want daarmee vergelijkt u."
SAVE = "Groep bewaren"
SAVE_WHAT = "Bewaart deze {count} gebieden in deze volgorde, voor iedereen van uw regio."
SAVE_NAME = "Naam van de groep"
SAVE_EXAMPLE = "Bijvoorbeeld: onze buren"
SAVE_BUTTON = "Bewaren"
IS_SAVED = "De groep is bewaard. U vindt hem terug bij ‘Welke gebieden’."
REMOVE = "Groep weghalen"
REMOVE_WHAT = "‘{name}’ verdwijnt voor iedereen van uw regio. Wat u nu ziet, blijft staan."
REMOVE_CONFIRM = "Ja, haal weg"
IS_REMOVED = "De groep is weggehaald."
IS_GONE = "Deze groep was al weggehaald."
FAULTS = {
    "name_missing": "Geef de groep een naam.",
    "name_too_long": "De naam is te lang: ten hoogste {most} tekens.",
    "name_taken": "Er is al een groep ‘{name}’. Kies een andere naam, of haal die groep eerst weg.",
    "too_few": "Kies eerst ten minste {fewest} gebieden.",
    "too_many": "Een groep kan ten hoogste {most} gebieden hebben.",
    "unknown_area": "Een van deze gebieden bestaat niet meer, of is verzonnen terwijl de andere echt zijn. Kies opnieuw.",
}
NORM_LINE = "norm {year} van {area}"
NORM_AND_PROGRESS = "{area}: {norm}, {progress}."
