"""Words of Afspraken: who does what by when, how far it is, and what its figure did since."""

TITLE = "Afspraken"
INTRODUCTION = (
    "Wie doet wat, en wanneer is het klaar? Met het cijfer waar de afspraak uit kwam, en wat dat sindsdien deed."
)
EXAMPLE_REGION = "Voorbeeldregio: deze afspraken zijn verzonnen."
TAB = "Afspraken"

# Which agreements are shown
WHICH = "Toon"
WHICH_OPTIONS = {
    "lopend": "Wat loopt",
    "over-de-datum": "Over de datum",
    "klaar": "Gedaan of gestopt",
    "alle": "Alles",
}
OF_ORGANISATION = "Van wie"
EVERY_ORGANISATION = "Alle organisaties"
OF_FIGURE = "Bij welk cijfer"
EVERY_FIGURE = "Alle cijfers"
NONE_YET = (
    "Er zijn nog geen afspraken. Maak er een van een antwoord bij Cijfer en verhaal, of schrijf er hieronder een op."
)
FOR_WHO_TAKES_PART = "Wat hier is afgesproken, leest wie in deze regio meedoet."
SHOW_ALL = "Toon er nog {count}"
NONE_SHOWN = "Hier zijn geen afspraken van. Kies iets anders."
COUNT = {"one": "1 afspraak", "many": "{count} afspraken"}
COUNT_LATE = "{count}, waarvan {late} over de datum"

# One agreement
STATES = {"open": "nog niet begonnen", "busy": "bezig", "done": "gedaan", "stopped": "gestopt"}
HEADING = "**{what}**"
LINE = "{organisation} · uiterlijk {day} · {state}"
LINE_LATE = "{organisation} · {state} · de datum is voorbij: uiterlijk {day}"
NOTE = "Toelichting: {note}"
WHY_STOPPED = "Waarom gestopt: {note}"
FIGURE = "{indicator} in {area}, {period}"
FIGURE_OF_GROUP = "{indicator} ({group}) in {area}, {period}"
SINCE_CAUTION = "Wat een cijfer sindsdien deed, zegt niet of dat door de afspraak komt."
LOG = {"one": "Logboek: 1 stap", "many": "Logboek: {count} stappen"}
LOG_LINE = "{day}, {organisation}: {what}"
LOG_NOTE = "{line}. {note}"
LOG_MADE = "afspraak gemaakt, uiterlijk {day}"
LOG_STATE = "nu {state}"
LOG_SAID = "toelichting"
LOG_DUE = "datum van {before} naar {after}"
LOG_ORGANISATION = "van {before} naar {after}"
LOG_WHAT = "de tekst gewijzigd; eerst stond er: {before}"
LOG_GONE = "weggehaald"
LOG_BACK = "teruggezet"
LOG_AND = ", "
SOMEBODY = "iemand in de regio"

# Making and changing one
ADD_TITLE = "Nieuwe afspraak"
WHAT = "Wat spreken we af?"
WHAT_PLACEHOLDER = "Bijvoorbeeld: twee dagen per week een jeugdhulpverlener op elke basisschool"
ORGANISATION = "Welke organisatie doet dit?"
ORGANISATION_PLACEHOLDER = "Kies een organisatie"
ANOTHER_ORGANISATION = "Een andere organisatie"
ORGANISATION_NAME = "Hoe heet die organisatie?"
DUE_ON = "Wanneer is het klaar? (dag-maand-jaar)"
DUE_PLACEHOLDER = "31-12-2027"
ABOUT_FIGURE = "Bij welk cijfer van {area} hoort dit?"
NO_FIGURE = "Bij geen cijfer"
ADD = "Afspraak toevoegen"
ADDED = "De afspraak staat erbij."
UPDATE = "Bijwerken"
WHAT_TO_DO = "Wat wilt u doen?"
TO_STEP = "Zeggen hoe ver het is"
TO_CHANGE = "De afspraak wijzigen"
TO_ESCALATE = "Op een andere tafel zetten"
TO_REMOVE = "De afspraak weghalen"
STATE = "Hoe ver is het?"
STEP_NOTE = "Toelichting"
STEP_NOTE_PLACEHOLDER = "Wat is er gedaan, wat is nodig? Als het stopt: waarom?"
SAVE = "Bewaren"
CLOSE = "Sluiten"
STEPPED = "De stand is bewaard."
CHANGED = "De wijziging is bewaard."
REMOVE_WHY = "Alleen voor een afspraak die hier niet hoort. Is zij gestopt? Zeg dat dan bij de stand, met waarom."
REMOVE = "Haal de afspraak weg"
REMOVED = "De afspraak is weggehaald."
PUT_BACK = "De afspraak staat er weer."
UNDONE = "Ongedaan gemaakt: nu staat er weer wat er eerst stond."
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u afspraken maken."
MAY_NOT = "Uw rol mag afspraken lezen. Bij een afspraak van uw eigen organisatie kunt u zeggen hoe ver het is."

# From an answer to question 4, and beneath the story
FROM_ANSWER = "Maak er een afspraak van"
FROM_CIRCLE = "Dit antwoord staat in uw kring. De afspraak ziet de hele regio."
MADE = "De afspraak is gemaakt. Zij staat onder het verhaal en bij Afspraken."
BECAME = "Dit is een afspraak geworden."
KEEP_ANSWER = "Geen afspraak maken"
OF_STORY = "Afspraken bij dit beeld"
NONE_OF_STORY = "Nog geen afspraken. Een antwoord op vraag 4 kan een afspraak worden."
MORE_OF_STORY = {"one": "En nog 1 afspraak bij dit beeld.", "many": "En nog {count} afspraken bij dit beeld."}
TO_AGREEMENTS = "Naar Afspraken"

# The sheet of a result
OF_RESULT = "Wat we afspraken"
NONE_OF_RESULT = "Er zijn nog geen afspraken bij deze cijfers."

CONFLICT = (
    "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven. Hierboven staat wat er nu staat; wat u typte "
    "staat nog in het formulier. Kies nog eens ‘Bewaren’ als uw tekst moet blijven."
)
FAULTS = {
    "what_missing": "Schrijf op wat u afspreekt.",
    "organisation_missing": "Kies of typ welke organisatie dit doet.",
    "due_missing": "Schrijf wanneer het klaar is als datum, zoals 31-12-2027.",
    "day_impossible": "Schrijf een datum van {first} tot en met {last}.",
    "text_too_long": "De tekst is te lang: {most} tekens mag, bij een organisatie {most_name}.",
    "answer_unknown": "Dit antwoord is ondertussen ingetrokken.",
    "state_unknown": "Kies hoe ver het is.",
    "why_missing": "Schrijf op waarom het stopt.",
    "nothing_said": "Kies een andere stand, of schrijf een toelichting.",
    "nothing_to_undo": "Er is niets om ongedaan te maken.",
    "removed_already": "Iemand heeft dit ondertussen weggehaald.",
    "not_removed": "Dit staat er al weer.",
    "matter_missing": "Schrijf op wat u op die tafel legt.",
    "reason_missing": "Schrijf op waarom het daar hoort.",
    "addressee_missing": "Schrijf op aan wie u het richt.",
    "decided_missing": "Schrijf op wie hiertoe besloot.",
    "sent_missing": "Schrijf op wanneer als datum, zoals 1-9-2026.",
    "kind_unknown": "Kies waar het om gaat.",
    "level_unknown": "Kies welke tafel.",
    "sent_too_long": "De tekst is te lang: {most_sent} tekens mag, bij aan wie en door wie {most_name}.",
    "reply_half": "Schrijf het antwoord op én wanneer het kwam, of laat beide leeg.",
    "agreement_unknown": "Deze afspraak is er niet meer.",
    "table_unknown": "Deze tafel is er niet meer. Kies opnieuw.",
    "name_missing": "Schrijf op hoe de tafel heet.",
    "task_missing": "Schrijf op welke opdracht de tafel heeft.",
    "table_too_long": "De tekst is te lang: {most_table} tekens mag, bij een naam {most_name}.",
}
