"""Words of "Wat valt samen?": where gemeente and samenwerkingsverband overlap, and which figures can stand beside each other."""

TITLE = "Wat valt samen?"
SUBTITLE = "Gemeente en samenwerkingsverband"
LINK = "Wat valt samen met het samenwerkingsverband?"
TITLE_OF = "{whole}: welk deel van elke gemeente erbij hoort, en welk deel van de jeugd daar woont"
PARTNERSHIP = "Samenwerkingsverband"
NOT_HERE = "Kies hierboven een gemeente of een samenwerkingsverband: alleen die worden hier naast elkaar gelegd."
NO_PARTNERSHIP = "Van {area} is niet bekend bij welk samenwerkingsverband het hoort."
NO_PARTS = "Van {whole} is niet bekend uit welke gemeenten het bestaat."

SAME = "{whole} valt samen met {area}: het is hetzelfde gebied."
ONE_LINE = (
    "{whole} valt bijna samen met {area}: {area} hoort er {share} bij, en {part} van de jeugd van het "
    "samenwerkingsverband woont daar. "
    "In grafieken is dat één lijn."
)
PARTS = "{area} hoort {share} bij {whole}. Van de jeugd van dit samenwerkingsverband woont {part} in {area}."
PARTS_UNKNOWN = "{area} hoort {share} bij {whole}. Welk deel van de jeugd daar woont, is niet bekend."
WHOLLY = "helemaal"
FOR_SHARE = "voor {share}"
CONSISTS = "{whole} bestaat uit {count} gemeenten. De meeste jeugd woont in {area}: {part}."
CONSISTS_EQUALLY = "{whole} bestaat uit {count} gemeenten."

YOUTH_YEAR = (
    "Jeugd: alle kinderen en jongeren van 0 tot 25 jaar, {year}. Hoort een gemeente er voor een deel bij, dan is haar aantal "
    "een schatting: het aandeel keer alle jeugd van de gemeente."
)
NO_YOUTH = (
    "Van niet elke gemeente is bekend hoeveel jeugd er woont. Daarom staat er geen deel van het samenwerkingsverband."
)
COLUMN_OF_AREA = ("van de gemeente", "hoort erbij")
COLUMN_OF_WHOLE = ("van de jeugd van het", "swv woont hier")
UNKNOWN = "niet bekend"
ALT = "{title}. {rows}"
ALT_ROW = "{name}: {share} hoort erbij, {part} van de jeugd woont hier."

MUNICIPALITY = "Gemeente"
BELONGS = "Hoort erbij"
INSIDE = "Jeugd in beide"
PART = "Deel van het swv"
INSIDE_OF = "{inside} van {people}"
SINCE = "{share}, sinds {year}"
BETWEEN = "{share}, {first} tot en met {last}"
WHERE = "Waar {area} bij hoort"
SHARE = "Aandeel"
YEARS = "Jaren"
YEARS_SINCE = "sinds {first}"
YEARS_BETWEEN = "{first} tot en met {last}"

CHANGES = "Wat veranderde"
CAME = "Sinds {first} hoort {name} er {share} bij."
LEFT = "{name} hoorde er tot en met {last} {share} bij."
LEFT_GONE = "{name} hoorde er tot en met {last} {share} bij; de gemeente bestaat sindsdien niet meer."
CAME_AND_LEFT = "{name} hoorde er van {first} tot en met {last} {share} bij."

FIGURES = "Welke cijfers kunt u naast elkaar zetten?"
BASES = {
    "residence": (
        "Geteld naar woonplaats",
        "Een kind telt mee waar het woont. Cijfers van gemeente en samenwerkingsverband kunt u daarom naast elkaar zetten.",
    ),
    "school": (
        "Geteld naar school of samenwerkingsverband",
        "Een kind telt mee bij zijn school of bij het samenwerkingsverband dat verantwoordelijk is, ook als het in een andere "
        "gemeente woont. Zet deze cijfers daarom niet naast cijfers naar woonplaats.",
    ),
}
FIGURE = "Cijfer"
OF_PARTNERSHIP = "Cijfer van het samenwerkingsverband"
PUBLISHED = "de bron geeft het zelf"
COMPOSED = "{composed}, naar hun aandeel"
SAME_FIGURE = "hetzelfde als het cijfer van {area}"
