"""What people read when the database or the disk fails: what happened to what they did, and what to do."""

# Beside what someone did, or where a screen should have been
SENTENCES = {
    "away": (
        "De database antwoordt niet. Kijk straks eerst of hier staat wat u deed; zo niet, doe het dan nog eens. "
        "Er is nooit iets half opgeslagen."
    ),
    "busy": "De database is te druk. Er is niets opgeslagen. Wacht even en probeer het nog eens.",
    "full": (
        "De schijf van de server is vol. Er is niets opgeslagen. Vraag de beheerder om ruimte te maken en probeer het "
        "daarna nog eens."
    ),
    "read_only": (
        "De gegevens zijn nu alleen te lezen. Er is niets opgeslagen. Vraag de beheerder om te zorgen dat het programma "
        "mag schrijven en probeer het daarna nog eens."
    ),
}
UNFORESEEN = (
    "Er ging iets mis wat niet was voorzien ({moment}). Probeer het nog eens. Blijft het misgaan, geef dit tijdstip "
    "dan aan de beheerder: de oorzaak staat in het logboek van de server."
)
# Where a screen should have been
SCREEN_AWAY = (
    "De gegevens zijn nu niet te bereiken. Laat deze pagina open: het scherm komt vanzelf terug, met wat u al had "
    "ingevuld."
)
SCREEN_LOOKING = "De gegevens zijn even niet te bereiken; dit scherm kijkt vanzelf opnieuw. Wat u typt blijft staan."
TRY_AGAIN = "Opnieuw proberen"

# Under a field in which someone types
DRAFTS = {
    "away": "De database antwoordt niet; er is nog niets opgeslagen. Uw tekst staat op dit apparaat.",
    "busy": "De database is te druk; er is nog niets opgeslagen. Uw tekst staat op dit apparaat.",
    "full": "De schijf van de server is vol; er is nog niets opgeslagen. Uw tekst staat op dit apparaat.",
    "read_only": "De gegevens zijn nu alleen te lezen; er is nog niets opgeslagen. Uw tekst staat op dit apparaat.",
}

# When the server starts
START = {
    "away": (
        "Tellen en Vertellen start niet: de database ({place}) is er niet of antwoordt niet. "
        "Start de database, of verbeter DATABASE_URL, en start daarna dit."
    ),
    "busy": "Tellen en Vertellen start niet: de database ({place}) is bezet door een ander programma. Probeer het zo.",
    "full": "Tellen en Vertellen start niet: de schijf is vol. Maak ruimte op de schijf van {place}, en start opnieuw.",
    "read_only": (
        "Tellen en Vertellen start niet: in de database ({place}) mag niet worden geschreven. Geef het programma "
        "schrijfrecht, en start opnieuw."
    ),
}
