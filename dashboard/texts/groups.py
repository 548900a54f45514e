"""Words of Uitsplitsing: groups beside each other, and the gap between two of them."""

VIEW = "Bekijk"
THROUGH_THE_YEARS = "door de jaren"
BY_DIMENSION = "naar {dimension}"
DISTRICT = "wijk"
CALLED = {DISTRICT: "wijken"}  # by the name of a dimension
CALLED_ELSE = "groepen"
TITLE = "{indicator}, {area}: {dimension}"
EVERYBODY = "iedereen samen"
PERIOD = "Jaar van de groepen"
GROUP = "Groep"
FIGURE = "Cijfer"
INTERVAL = "Tussen (95%)"
AGAINST = "Naast {whole}"
NOT_KNOWN = "niet bekend"
NO_PERIOD = "Van deze groepen is nog niets bekend."
TABLE = "Tabel van de groepen"
DISTRICTS_NOTE = (
    "De wijken tellen niet precies op tot de gemeente, en wijkcodes zijn in 2022 voor andere gebieden gebruikt."
)
WITHHELD_NOTE = "Een cijfer dat niet is getoond, kunt u ook niet uitrekenen uit de andere groepen: daar is bij het inlezen op gelet."
COUNTS_IN = "Elk teken telt daar zelf in mee."
LEGEND_COUNTS = (
    "{each}. Dit zijn aantallen: waar meer kinderen zijn, is een aantal vanzelf hoger. Daarom is er geen vergelijking."
)
VERDICTS = {
    "higher": "hoger dan {whole}",
    "lower": "lager dan {whole}",
    "no clear difference": "geen duidelijk verschil met {whole}",
    "nearly equal": "vrijwel gelijk aan {whole}",
    "not comparable": "{reason}",
}
REASONS = {
    "absent": "geen cijfer van {whole} om naast te leggen",
    "source": "het cijfer van {whole} komt uit een andere bron",
    "status": "het ene cijfer is voorlopig, het andere definitief",
    "withheld": "niet getoond",
    "whole-withheld": "het cijfer van {whole} is niet getoond",
    "count": "aantallen van groepen zijn niet te vergelijken",
    "missing": "geen toets mogelijk: aantal of noemer ontbreekt",
}
MESSAGE = "{period}, naast {whole}: {found}."
MESSAGE_PARTS = {
    "higher": "hoger bij {names}",
    "lower": "lager bij {names}",
    "same": "geen duidelijk verschil bij {names}",
    "nearly equal": "vrijwel gelijk bij {names}",
    "withheld": "niet getoond van {names}",
    "not comparable": "niet te vergelijken bij {names}",
}
MESSAGE_COUNTS = "Aantallen van {total} {called} in {period}. Waar meer kinderen zijn, is een aantal vanzelf hoger."
MESSAGE_NOTHING = "Van {period} is van geen van deze {called} een cijfer te tonen."
SOME = "{count} {called}"
AND = "{first} en {last}"

GAP_HEADING = "Het verschil tussen twee groepen"
FIRST, SECOND = "Eerste groep", "Tweede groep"
GAP_TABLE = "Tabel van het verschil"
GAP_TITLE = "{indicator}: {first} min {second}, {area}"
GAP = {
    "higher": "{period}: hoger bij {first} dan bij {second}, {value} tegen {other}. Het verschil is {difference}; "
    "door toeval kan het tussen {lower} en {upper} liggen.",
    "lower": "{period}: lager bij {first} dan bij {second}, {value} tegen {other}. Het verschil is {difference}; "
    "door toeval kan het tussen {lower} en {upper} liggen.",
    "nearly equal": "{period}: vrijwel gelijk bij {first} en {second}, {value} en {other}.",
    "no clear difference": "{period}: {value} bij {first} en {other} bij {second}. Het verschil kan toeval zijn: "
    "het ligt tussen {lower} en {upper}.",
}
GAP_SHORT = {
    "higher": "hoger bij {first}",
    "lower": "hoger bij {second}",
    "nearly equal": "vrijwel gelijk",
    "no clear difference": "verschil kan toeval zijn",
}
GAP_APPROXIMATE = "{text} Dit geldt bij benadering."
GAP_MIXED = "{text} Het ene cijfer is voorlopig, het andere definitief."
NO_GAP = "{period}: geen verschil te geven, want {reason}."
NO_GAP_REASONS = {
    "withheld": "een van de twee is niet getoond",
    "absent": "van een van de twee is niets bekend",
    "source": "de twee komen uit verschillende bronnen",
    "count": "aantallen van groepen zijn niet te vergelijken",
    "missing": "aantal of noemer ontbreekt",
}
NO_DIFFERENCE = "geen verschil"
HIGHER_AT = "{sign} {unit} hoger bij {name}"
GAP_UNITS = {"percentage": "procentpunt", "per_1000": "per 1.000"}
GAP_LEGEND = (
    "De streep bij elk jaar laat zien tussen welke waarden het verschil door toeval kan liggen. Raakt een streep de nullijn, "
    "dan kan het verschil toeval zijn. Overlappen de strepen van twee jaren, dan is niet te zeggen dat het verschil veranderde."
)
GAP_BREAK = "Vanaf {years} is anders geteld: daar loopt geen lijn door."
GAP_TAKE = "Verschil meenemen"
GAP_IN_UNIT = "Verschil: {first} min {second} ({unit})"
GAP_LOWER = "Verschil, ondergrens 95%"
GAP_UPPER = "Verschil, bovengrens 95%"
GAP_YEAR, GAP_DIFFERENCE, GAP_WORDS = "Jaar", "{first} min {second}", "Wat het zegt"
ALT_GAP = "{title}. {message} {years}"
ALT_YEAR = "{period}: {difference}, {words}."
