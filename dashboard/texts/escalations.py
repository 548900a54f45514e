"""Words of agendering: what is put on another table, and what that table answers."""

TAB = "Op andere tafels"
INTRODUCTION = (
    "Wat u hier niet kunt oplossen, of wat elders goed van pas komt, legt u op een andere tafel. Zo is te zien waarom, "
    "wie daartoe besloot en wat het antwoord was."
)
NONE = "Er ligt nog niets op een andere tafel."
KINDS = {
    "budget": "budget",
    "law": "wet of regels",
    "professional_standard": "professionele standaard",
    "cooperation": "samenwerking",
    "data_sharing": "gegevensdeling",
    "facilities": "voorzieningen",
    "good_practice": "goede praktijk om te delen",
}
OBSTACLE = "Knelpunt: {kind}"
GOOD_PRACTICE = "Goede praktijk om te delen"
LEVELS = {"local": "lokaal", "regional": "regionaal", "supraregional": "bovenregionaal", "national": "landelijk"}
LEVEL_TABLE = "{level}: {table}"
OTHER_TABLE = "Een andere tafel, {level}"
HEADING = "**{matter}**"
LINE = "{where} · {kind} · {day}"
REASON_LINE = "Waarom daar: {reason}"
ADDRESSEE_LINE = "Gericht aan: {addressee}. Besloten door: {decided_by}."
CHANGE = "Bijwerken"
WHAT_TO_DO = "Wat wilt u doen?"
CLOSE = "Sluiten"
OF_AGREEMENT = "Bij de afspraak: {what}"
NO_REPLY = "Nog geen antwoord."
REPLY_LINE = "Antwoord, {day}: {reply}"
IN_SHORT = "Op een andere tafel ({where}) sinds {day}: {reply}"
WAITING = "nog geen antwoord"
ANSWERED = "er is een antwoord"
COUNT = {"one": "1 punt op een andere tafel", "many": "{count} punten op andere tafels"}
COUNT_WAITING = "{count}, waarvan {waiting} zonder antwoord"

ADD_TITLE = "Iets op een andere tafel leggen"
MATTER = "Wat legt u daar op tafel?"
MATTER_PLACEHOLDER = "Bijvoorbeeld: hulp en onderwijs worden uit twee budgetten betaald die niet samen mogen"
KIND = "Waar gaat het om?"
WHERE = "Welke tafel?"
REASON = "Waarom hoort het daar?"
REASON_PLACEHOLDER = "Bijvoorbeeld: dit kan alleen het Rijk veranderen"
ADDRESSEE = "Aan wie richt u het?"
ADDRESSEE_PLACEHOLDER = "Bijvoorbeeld: de stuurgroep onderwijs en jeugd"
DECIDED_BY = "Wie besloot hiertoe?"
DECIDED_PLACEHOLDER = "Bijvoorbeeld: het OOGO van 12 maart 2026"
SENT_ON = "Wanneer? (dag-maand-jaar)"
ADD = "Op die tafel leggen"
ADDED = "Het ligt op de andere tafel. U vindt het bij ‘Op andere tafels’."
TO_REPLY = "Het antwoord opschrijven"
TO_CHANGE = "Wijzigen wat u daar legde"
TO_REMOVE = "Weghalen"
REPLY = "Wat was het antwoord?"
REPLIED_ON = "Wanneer kwam het? (dag-maand-jaar)"
REPLIED = "Het antwoord is bewaard."
CHANGED = "De wijziging is bewaard."
REMOVE = "Haal dit weg"
REMOVED = "Weggehaald."
PUT_BACK = "Het staat er weer."
MAY_NOT = "Uw rol mag dit lezen, maar niet wijzigen."
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u iets op een andere tafel leggen."
