"""Words of Inspanningen: goals, activities, what these yield, and figures entered by hand."""

TITLE = "Inspanningen in {area}"
INTRODUCTION = (
    "Van doel naar activiteit, naar wat die oplevert, naar het maatschappelijk resultaat. Output is wat er gedaan is; "
    "outcome is wat het kind ervan merkt."
)
EXAMPLE_REGION = "Voorbeeldregio: deze doelen en activiteiten zijn verzonnen."
FOR_WHO_TAKES_PART = "Doelen en activiteiten van deze regio leest wie er meedoet."
NONE = "Er staan voor deze regio nog geen doelen en activiteiten."

CHAIN = "De keten"
PICTURE = "Keten van {goals}, {efforts} en wat die opleveren. Alles staat ook in de tabel en in de lijst eronder."
GOALS = {"one": "{count} doel", "many": "{count} doelen"}
EFFORTS = {"one": "{count} activiteit", "many": "{count} activiteiten"}
AS_TABLE = "De keten als tabel"
COLUMNS = {
    "goal": "Doel",
    "effort": "Activiteit",
    "output": "Output",
    "outcome": "Outcome",
    "result": "Maatschappelijk resultaat",
}
WHO_AND_WHEN = "Wie en wanneer"
NO_OUTCOME_BOX = "Nog geen outcome"
NO_EFFORT_BOX = "Nog geen activiteit"
WITHOUT_OUTCOME = {
    "one": "Bij {count} doel staat nog geen outcome: het is nog niet gezegd wat kinderen ervan merken.",
    "many": "Bij {count} doelen staat nog geen outcome: het is nog niet gezegd wat kinderen ervan merken.",
}
GOAL_WITHOUT_OUTCOME = "Doel zonder outcome: schrijf bij een activiteit wat kinderen ervan merken."
GOAL_WITHOUT_EFFORT = "Bij dit doel staat nog geen activiteit."
ADDS_TO = "Draagt bij aan: {result}"
ADDS_TO_NOTHING = "Nog niet verbonden met een maatschappelijk resultaat."
LIST = "Doelen en activiteiten"
LOOSE = "Activiteiten zonder doel"
LOOSE_WHY = "Het doel van deze activiteiten is weggehaald. Kies een ander doel, of haal de activiteit weg."
ALSO_FOR = "Ook voor: {goals}"
KINDS = {"output": "Output", "outcome": "Outcome"}
YIELD_LINE = "{kind}: {text}"

FROM_TO = "{start} tot {end}"
FROM = "vanaf {start}"
UNTIL = "tot {end}"
NO_DATES = "geen data ingevuld"
WHO_WHEN = "{organisation} · {when}"

COUNT_LINE = "{year}: {count}"
COUNT_OF_LINE = "{year}: {count} van {whole} · {share}"
COUNT_OF_NOTHING_LINE = "{year}: {count} van {whole}"
WITH_FIGURE = "{text} ({figure})"
NOT_COUNTED = "{text} (nog niet geteld)"
WITH_UNIT = "{said} {unit}"
WITHHELD_LINE = "{year}: niet getoond: {why}"
WITHHELD = {
    "small-count": "minder dan 10",
    "small-group": "kleine groep",
}
WITHDRAWN_LINE = "{year}: weggehaald"
SOURCE_LINE = "{figure} (bron: {source})"
SOURCE_ONLY = "Bron: {source}"
ALL_YEARS = "alle jaren"
YEARS_OF = "Aantallen: {said}"
TOLD_ALREADY = "**{activity}** · *staat hierboven*"
HISTORY = {
    "one": "alle jaren, en wat er eerst stond ({count} keer)",
    "many": "alle jaren, en wat er eerst stond ({count} keer)",
}
HISTORY_LINE = "{day}, {organisation}: {figure}"
SOMEBODY = "iemand in de regio"

SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u doelen en activiteiten toevoegen."
MAY_NOT = "Uw rol mag dit lezen, maar niet toevoegen of wijzigen."
START = "Begin met dit voorbeeld"
START_WHY = (
    "Beginnen met een voorbeeld? Het Doelen-Inspanningen-Netwerk van Met Andere Ogen bracht bij elkaar wat regio's wilden bereiken. Het "
    "voorbeeld volgt die gedachte, in andere woorden: {goals} en {efforts}. U past alles daarna aan."
)
TAKE_OVER = "Doelen overnemen uit het voorbeeld"
TAKE_OVER_WHY = (
    "Het voorbeeld volgt het Doelen-Inspanningen-Netwerk van Met Andere Ogen. Wat u kiest, komt onder uw eigen doelen te "
    "staan, met de activiteiten die erbij horen. U past het daarna aan."
)
TAKE_OVER_WHICH = "Welke doelen neemt u over?"
TAKE_OVER_NOW = "Deze doelen overnemen"
STARTED = "Het voorbeeld staat er. Pas het aan: haal weg wat niet past en vul in wie wat doet en wanneer."
START_UNDONE = "Het voorbeeld is weer weg."

ADD_GOAL = "Doel toevoegen"
ADD_EFFORT = "Activiteit toevoegen"
ADD_YIELD = "Output of outcome toevoegen"
GOAL = "Wat willen we bereiken?"
GOAL_PLACEHOLDER = "Bijvoorbeeld: ouders praten vanaf het begin mee"
RESULT = "Aan welk maatschappelijk resultaat draagt dit bij?"
NO_RESULT = "Nog aan geen"
RESULT_GONE = "Een resultaat dat is weggehaald"
ACTIVITY = "Wat gaan we doen?"
ACTIVITY_PLACEHOLDER = "Bijvoorbeeld: inloopspreekuur op alle scholen"
ORGANISATION = "Wie doet het?"
ORGANISATION_PLACEHOLDER = "Een organisatie, geen persoon"
STARTS_ON = "Vanaf (dag-maand-jaar)"
ENDS_ON = "Tot (dag-maand-jaar)"
FOR_GOALS = "Voor welke doelen?"
FOR_GOALS_PLACEHOLDER = "Kies een of meer doelen"
KIND = "Wat is het?"
KIND_LABELS = {"output": "output: wat er gedaan is", "outcome": "outcome: wat het kind ervan merkt"}
YIELD = "Wat levert het op?"
YIELD_PLACEHOLDER = "Bijvoorbeeld: leerlingen die weer naar school gaan"
UNIT = "Wat telt u? (mag leeg)"
UNIT_PLACEHOLDER = "Bijvoorbeeld: leerlingen"
COUNTS_PEOPLE = "Ik tel kinderen, jongeren of ouders"
COUNTS_PEOPLE_HELP = "Dan tonen we geen aantallen onder de 10, zodat niemand te herkennen is."
YEAR = "Over welk jaar?"
COUNT = "Hoeveel?"
DENOMINATOR = "Van hoeveel? (mag leeg)"
SOURCE = "Waar komt dit aantal vandaan?"
SOURCE_PLACEHOLDER = "Bijvoorbeeld: eigen registratie van het samenwerkingsverband"
SMALL_HELP = (
    "Tellen we kinderen, jongeren of ouders, dan bewaren we een aantal onder de 10 niet, ook nul niet: er staat dan ‘niet getoond’. "
    "Dat geldt ook als de hele groep kleiner is dan 50, of de rest kleiner dan 10."
)

STANDS = "Nu staat er: {figure}. Wat u bewaart, komt ervoor in de plaats; het oude blijft in de geschiedenis."
ENTER_SAVE = "Aantal bewaren"
ENTER_REMOVE = "Aantal van {year} weghalen"
WHAT_TO_DO = "Wat wilt u doen?"
TO_CHANGE_GOAL = "Doel wijzigen"
TO_ADD_EFFORT = "Activiteit toevoegen"
TO_CHANGE_EFFORT = "Activiteit wijzigen: {name}"
TO_ADD_YIELD = "Output of outcome toevoegen bij: {name}"
TO_ENTER = "Aantal invullen: {name}"
TO_CHANGE_YIELD = "{kind} wijzigen: {name}"
CHANGE = "Aanpassen"
REMOVE = "Weghalen"
SAVE = "Bewaren"
CLOSE = "Sluiten"
ADDED = {
    "goal": "Het doel staat erbij.",
    "effort": "De activiteit staat erbij.",
    "yield": "Het staat erbij.",
}
CHANGED = "De wijziging is bewaard."
CHANGED_BACK = "De wijziging is ongedaan gemaakt."
REMOVED = "Weggehaald."
PUT_BACK = "Teruggezet."
ENTERED = "Het aantal is bewaard."
ENTERED_WITHHELD = "Bewaard als ‘niet getoond’: het aantal of de groep is te klein om te laten zien. Het getal dat u typte is niet opgeslagen."
ENTERED_BACK = "Ongedaan gemaakt: nu staat er weer wat er eerst stond."
CONFLICT = (
    "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven. Op het scherm staat wat er nu staat; wat u "
    "typte staat nog in het formulier. Kies nog eens ‘Bewaren’ als uw tekst moet blijven."
)
FAULTS = {
    "goal_missing": "Schrijf op wat u wilt bereiken.",
    "activity_missing": "Schrijf op wat u gaat doen.",
    "organisation_missing": "Schrijf op welke organisatie het doet.",
    "yield_missing": "Schrijf op wat het oplevert.",
    "text_too_long": "De tekst is te lang: {most} tekens mag, bij een organisatie of bron {most_name}.",
    "ends_before_start": "De einddatum ligt voor de begindatum.",
    "date_unreadable": "Schrijf een datum als 1-9-2026.",
    "goals_missing": "Kies minstens één doel.",
    "goal_unknown": "Een van deze doelen bestaat niet meer. Kies opnieuw.",
    "result_unknown": "Dit resultaat bestaat niet meer. Kies opnieuw.",
    "kind_unknown": "Kies: output of outcome.",
    "people_fixed": "Er staan al aantallen bij. Daarom kunt u niet meer wijzigen of u mensen telt.",
    "year_impossible": "Kies een jaar van {first} tot en met dit jaar.",
    "count_missing": "Vul in hoeveel het er zijn.",
    "not_whole": "Schrijf een heel getal, zonder komma en niet onder nul.",
    "more_than_all": "Het aantal is groter dan het geheel.",
    "source_missing": "Schrijf op waar het aantal vandaan komt.",
    "unprotected": "Dit aantal is te klein om te bewaren.",
    "removed_already": "Iemand heeft dit ondertussen weggehaald.",
    "not_removed": "Dit staat er al weer.",
    "goals_already": "Er staan al doelen. Het voorbeeld is er niet bij gezet.",
    "not_a_number": "Schrijf een heel getal, bijvoorbeeld 125.",
}
