"""Words of how long a region keeps what people told it, on Beheer and on the command line."""

INTRODUCTION = (
    "Bijdragen aan verhalen en praktijkverhalen zijn van mensen. Spreek in uw regio af hoe lang u ze bewaart. Ouder dan dat: dan haalt u de tekst weg. "
    "Dat er een bijdrage was, van welke organisatie en wanneer, blijft staan; ook wat de partijen samen vaststelden en wat zij "
    "afspraken."
)
YEARS = "Hoeveel jaar bewaart uw regio bijdragen?"
NO_YEARS = "geen termijn afgesproken"
YEARS_FORMS = {"one": "{count} jaar", "many": "{count} jaar"}
SAVE = "Bewaar deze termijn"
SAVED = "De termijn is bewaard. Er is nog niets weggehaald."
GOES = "Wat er nu weg mag"
NOTHING_AGREED = "Zolang er geen termijn is, gaat er niets weg."
NOTHING_GOES = "Er is niets ouder dan {years} jaar (van voor {day})."
OLDER = "Ouder dan {years} jaar, van voor {day}:"
YEAR = "Jaar"
CONTRIBUTIONS = "Bijdragen"
INVITED = {
    "one": "Ook {count} antwoord dat via een uitnodiging kwam of nooit is verstuurd.",
    "many": "Ook {count} antwoorden die via een uitnodiging kwamen of nooit zijn verstuurd.",
}
PRACTICE = {"one": "Ook {count} praktijkverhaal.", "many": "Ook {count} praktijkverhalen."}
REMOVE = "Haal deze teksten weg"
CERTAIN = (
    "De teksten verdwijnen uit alle versies en zijn niet terug te halen. In eerder gemaakte kopieën en verslagen staan ze nog. In het "
    "logboek komt te staan wat er is weggehaald en door wie, zonder de woorden."
)
REMOVE_CERTAIN = "Ja, haal deze teksten voorgoed weg"
REMOVED = {
    "one": "De tekst van {count} bijdrage is weggehaald.",
    "many": "De teksten van {count} bijdragen zijn weggehaald.",
}
REMOVED_PRACTICE = {
    "one": "Ook de tekst van {count} praktijkverhaal.",
    "many": "Ook de teksten van {count} praktijkverhalen.",
}
CONFLICT = "Intussen is er iets veranderd; er is niets gedaan. Kijk hieronder hoe het nu staat."
SHOWN_EXPIRED = "{organisation}: tekst weggehaald, de bewaartermijn van de regio is voorbij."

# The command line
HELP = "haal teksten weg die ouder zijn dan de bewaartermijn van hun regio"
HELP_REGION = "alleen deze regio (code); anders elke regio met een bewaartermijn"
HELP_YES = "haal ze echt weg; zonder deze optie staat er alleen wat er weg zou gaan"
LINE_WOULD = (
    "{region}: van voor {day} (bewaartermijn {years} jaar) gaat weg: bijdragen {contributions}, praktijkverhalen {practice}, "
    "antwoorden via uitnodigingen {invited}."
)
LINE_DID = (
    "{region}: van voor {day} (bewaartermijn {years} jaar) is weggehaald: bijdragen {contributions}, praktijkverhalen {practice}, "
    "antwoorden via uitnodigingen {invited}."
)
NO_REGIONS = "Geen enkele regio heeft een bewaartermijn afgesproken; er is niets te doen."
NO_TERM = "De regio {region} heeft geen bewaartermijn afgesproken; er is niets te doen."
UNKNOWN_REGION = "Er is geen regio met de code {region}."
ADD_YES = "Er is niets weggehaald. Voeg --yes toe om het te doen."
