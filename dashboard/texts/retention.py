"""Words of how long a region keeps what was written, on Beheer and on the command line."""

INTRODUCTION = (
    "Wat mensen vertellen is van mensen, en wat partijen samen besluiten is van de partijen. Spreek in uw regio af hoe lang u beide "
    "bewaart. Is die tijd om, dan haalt u de woorden weg. Dat er iets stond, van welke organisatie en wanneer, blijft te zien of staat "
    "in het logboek."
)
YEARS = "Hoeveel jaar bewaart uw regio wat mensen vertelden?"
YEARS_ABOUT = (
    "Bijdragen, praktijkverhalen, antwoorden op uitnodigingen, wat mensen merken van resultaten, toelichtingen bij een terugblik, "
    "duidingen die geen partij bevestigde, en concepten die blijven liggen."
)
DECISION_YEARS = "Hoeveel jaar bewaart uw regio wat de partijen besloten?"
DECISION_YEARS_ABOUT = (
    "Bevestigde duidingen met de afwijkende zienswijzen, afspraken die klaar of gestopt zijn met hun verloop, en agenderingen met een "
    "antwoord. Zonder termijn blijven ze staan, ook waar er uit een bijdrage is geciteerd. Afspraken die nog lopen, ambities, normen en "
    "monitoringsafspraken blijven altijd staan."
)
NO_YEARS = "geen termijn afgesproken"
YEARS_FORMS = {"one": "{count} jaar", "many": "{count} jaar"}
SAVE = "Bewaar deze termijnen"
SAVED = "De termijnen zijn bewaard. Er is nog niets weggehaald."
GOES = "Wat er nu weg mag"
NOTHING_AGREED = "Zolang er geen termijn is, gaat er niets weg."
NOTHING_GOES = "Er is niets ouder dan uw regio afsprak: {since}."
SINCE = {"told": "verteld voor {day}", "decided": "besloten voor {day}"}
AND = " of "
OLDER = {"told": "Verteld voor {day}:", "decided": "Besloten voor {day}:"}
OF_YEAR = {"one": "{count} bijdrage uit {year}", "many": "{count} bijdragen uit {year}"}
KINDS = {
    "contribution": {"one": "{count} bijdrage", "many": "{count} bijdragen"},
    "practice": {"one": "{count} praktijkverhaal", "many": "{count} praktijkverhalen"},
    "invited": {
        "one": "{count} antwoord op een uitnodiging, ook als het nooit is verstuurd",
        "many": "{count} antwoorden op uitnodigingen, ook die nooit zijn verstuurd",
    },
    "refusal": {
        "one": "{count} reden om een bijdrage niet over te nemen",
        "many": "{count} redenen om een bijdrage niet over te nemen",
    },
    "invitee": {
        "one": "{count} aantekening voor wie een uitnodiging was",
        "many": "{count} aantekeningen voor wie een uitnodiging was",
    },
    "observation": {
        "one": "{count} verhaal over wat mensen merken van een resultaat",
        "many": "{count} verhalen over wat mensen merken van een resultaat",
    },
    "looking_back": {
        "one": "{count} toelichting bij een terugblik",
        "many": "{count} toelichtingen bij een terugblik",
    },
    "concept": {
        "one": "{count} duiding die geen partij bevestigde",
        "many": "{count} duidingen die geen partij bevestigde",
    },
    "wording": {
        "one": "{count} eerdere tekst van een duiding, die geen partij bevestigde",
        "many": "{count} eerdere teksten van een duiding, die geen partij bevestigde",
    },
    "withdrawn_view": {
        "one": "{count} afwijkende zienswijze die is ingetrokken of waarvan de duiding weggaat",
        "many": "{count} afwijkende zienswijzen die zijn ingetrokken of waarvan de duiding weggaat",
    },
    "draft": {
        "one": "{count} concept dat bleef liggen, of van een tekst die weggaat",
        "many": "{count} concepten die bleven liggen, of van een tekst die weggaat",
    },
    "joint": {"one": "{count} bevestigde duiding", "many": "{count} bevestigde duidingen"},
    "view": {"one": "{count} afwijkende zienswijze", "many": "{count} afwijkende zienswijzen"},
    "agreement": {
        "one": "{count} afspraak die klaar of gestopt is",
        "many": "{count} afspraken die klaar of gestopt zijn",
    },
    "escalation": {"one": "{count} agendering die is beantwoord", "many": "{count} agenderingen die zijn beantwoord"},
}
REMOVE = "Haal deze teksten weg"
CERTAIN = (
    "De woorden verdwijnen uit alle versies en uit Zoeken, en zijn niet terug te halen. In eerder gemaakte kopieën en verslagen staan ze "
    "nog. In het logboek komt te staan wat er is weggehaald en door wie, zonder de woorden."
)
REMOVE_CERTAIN = "Ja, haal deze teksten voorgoed weg"
REMOVED = "Weggehaald: {what}. In eerder gemaakte kopieën en verslagen staan de woorden nog."
CONFLICT = "Intussen is er iets veranderd; er is niets gedaan. Kijk hieronder hoe het nu staat."
SHOWN_EXPIRED = "{organisation}: tekst weggehaald, de bewaartermijn van de regio is voorbij."

# The command line
HELP = "haal teksten weg die ouder zijn dan de bewaartermijnen van hun regio"
HELP_REGION = "alleen deze regio (code); anders elke regio met een bewaartermijn"
HELP_YES = "haal ze echt weg; zonder deze optie staat er alleen wat er weg zou gaan"
LINE_WOULD = "{region} ({since}) gaat weg: {what}."
LINE_DID = "{region} ({since}) is weggehaald: {what}."
NOTHING = "niets"
COPIES = "In eerder gemaakte kopieën en verslagen staan de woorden nog."
NO_REGIONS = "Geen enkele regio heeft een bewaartermijn afgesproken; er is niets te doen."
NO_TERM = "De regio {region} heeft geen bewaartermijn afgesproken; er is niets te doen."
UNKNOWN_REGION = "Er is geen regio met de code {region}."
ADD_YES = "Er is niets weggehaald. Voeg --yes toe om het te doen."
