"""Words of secretarismodus: one person types for the whole table."""

TOGGLE = "Opschrijven voor de hele tafel"
HELP = (
    "U typt wat anderen zeggen. Elk antwoord komt op naam van de organisatie die het zei. Erbij staat dat uw organisatie "
    "het opschreef. De organisatie zelf kan het later wijzigen of intrekken."
)
ORGANISATION = "Wie zegt het?"
PERSPECTIVE = "Vanuit welk perspectief?"
CHOOSE = "Kies"
OTHER = "Een andere organisatie"
OTHER_ORGANISATION = "Naam van de organisatie"
FIRST = "Kies eerst wie het zegt en vanuit welk perspectief. Daarna kunt u de antwoorden opschrijven."
ANSWER_OF = "Antwoord van {organisation} ({perspective})"
PLACEHOLDER = "Schrijf hier op wat er gezegd wordt. Het wordt vanzelf bewaard."
VISIBILITIES = {
    "region": "in de regio: iedereen die meedoet",
    "released": "vrijgegeven: mag ook elders getoond worden",
}
