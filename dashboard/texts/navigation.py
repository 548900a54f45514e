"""Names of the pages, as the menu, the browser's tab and the address spell them."""

OVERVIEW = "Overzicht"
FIGURE = "Cijfer en verhaal"
COMPARISON = "Vergelijken"
NORMS = "Ambities en normen"
DATA = "Gegevens"
EXPLANATION = "Uitleg"
ADMINISTRATION = "Beheer"
DATABASE_AWAY = (
    "De gegevens zijn nu niet te bereiken. Wat u typt blijft op dit apparaat staan en wordt bewaard zodra de "
    "verbinding terug is. Probeer het over een minuut opnieuw."
)
TRY_AGAIN = "Opnieuw proberen"
LOCAL_MODE = "Lokale modus: dit programma is alleen op deze computer te openen, zonder aanmelding."
