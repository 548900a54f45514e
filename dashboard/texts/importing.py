"""Words of an import: what is read, what would change, what was stored, and why not. Screen and command line say the same."""

# What was read
READ = "{file} gelezen als {source}: {figures} over {areas}, {first} tot en met {last}."
READ_ONE_PERIOD = "{file} gelezen als {source}: {figures} over {areas} in {first}."
READ_BOUNDARIES = "{file} gelezen als {source}: de grenzen van {areas} in {years}."
REMEMBERED_MAPPING = "De kolommen zijn gelezen zoals de vorige keer bij een bestand met dezelfde kopregel."

NOTHING_RECOGNISED = "Aan dit bestand is niet te zien van welke bron het is"
NOTHING_RECOGNISED_ADVICE = "Kies zelf de bron, of download het bestand opnieuw."

FIGURES = {"one": "1 cijfer", "many": "{count} cijfers"}
AREAS = {"one": "1 gebied", "many": "{count} gebieden"}

# What would happen, and what happened
NOTHING_CHANGED = "Er is niets veranderd: alle {unchanged} cijfers stonden er al zo in."
NOTHING_CHANGED_ONE = "Er is niets veranderd: het cijfer stond er al zo in."
NO_BOUNDARIES_CHANGED = "Er is niets veranderd: alle grenzen stonden er al zo in."
STORED = "Opgeslagen: {new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd."
STORED_WITH_GONE = "Opgeslagen: {new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd, {gone} verwijderd."
WOULD_STORE = "Proef, niets is opgeslagen. Het zou worden: {new} nieuw, {changed} gewijzigd, {unchanged} ongewijzigd."
GONE = {
    "one": "1 cijfer van deze bron en deze perioden staat niet meer in het bestand. Het blijft staan, tenzij u het laat verwijderen.",
    "many": "{count} cijfers van deze bron en deze perioden staan niet meer in het bestand. Ze blijven staan, tenzij u ze laat verwijderen.",
}
COUNTS_LOST = {
    "one": "Bij 1 cijfer staat nu ook het aantal kinderen; dit bestand heeft alleen de uitkomst, zoals een percentage. Slaat u het op, dan is dat aantal weg: het "
    "cijfer krijgt geen of een ruwere marge en telt niet meer mee in een groter gebied. Kies liever een bestand met aantallen.",
    "many": "Bij {count} cijfers staat nu ook het aantal kinderen; dit bestand heeft alleen de uitkomst, zoals een percentage. Slaat u het op, dan zijn die "
    "aantallen weg: de cijfers krijgen geen of een ruwere marge en tellen niet meer mee in een groter gebied. Kies liever een bestand met aantallen.",
}
AREAS_ADDED = {"one": "1 gebied is toegevoegd.", "many": "{count} gebieden zijn toegevoegd."}
BOUNDARIES_FOUND = {
    "one": "De grenzen van 1 gebied zijn nieuw of anders.",
    "many": "De grenzen van {count} gebieden zijn nieuw of anders.",
}
BOUNDARIES_STORED = {
    "one": "De grenzen van 1 gebied zijn opgeslagen.",
    "many": "De grenzen van {count} gebieden zijn opgeslagen.",
}
UNDONE = (
    "Ongedaan gemaakt. Nieuwe cijfers weg: {gone}. Vorige waarde terug: {changed}. Verwijderde cijfers terug: {new}."
)
CANNOT_UNDO = (
    "De laatste keer inlezen is niet meer ongedaan te maken: een deel van de cijfers is daarna opnieuw ingelezen."
)
GONE_LEFT = {
    "one": "1 cijfer van deze bron en deze perioden staat niet in het bestand. Het blijft staan; met --remove-gone gaat het weg.",
    "many": "{count} cijfers van deze bron en deze perioden staan niet in het bestand. Ze blijven staan; met --remove-gone gaan ze weg.",
}
NOTHING_TO_UNDO = "Er is niets ongedaan te maken."
SHOWN_WITHHELD = "niet getoond"
AMOUNT = "{count} ({value})"
WITH_SOURCE = "{amount}, bron {source}"
WITH_DENOMINATOR = "{amount}, noemer {denominator}"
GROUP = "{dimension}: {name}"
EVERYBODY = "iedereen"

KEPT_FINAL = (
    "Hier voorlopig of geschat, terwijl er al een definitief cijfer staat: {count}. Het definitieve blijft staan."
)
STATUSES = {"provisional": "voorlopig", "revised": "bijgesteld", "derived": "berekend", "estimated": "geschat"}

# Why not
STALE = (
    "Terwijl u keek zijn er andere cijfers opgeslagen. Er is nog niets van dit bestand opgeslagen. "
    "Kies het bestand nog een keer en lees het opnieuw in: dan ziet u wat er nu verandert."
)
LOST_REFERENCE = "Terwijl u keek is iets verwijderd waar deze cijfers bij horen. Er is niets opgeslagen; lees het bestand opnieuw in."
IMPOSSIBLE_FIGURE = (
    "Een cijfer is geen getal, of het heeft geen waarde en ook geen reden waarom niet. Er is niets opgeslagen."
)
INTERRUPTED = "Het lezen is onderbroken. Er is niets opgeslagen; begin opnieuw."
STORING_INTERRUPTED = (
    "Het opslaan is onderbroken. Kijk bij ‘Ingelezen’ of het bestand er staat. Staat het er niet, dan is er niets "
    "opgeslagen; begin opnieuw."
)
TOO_MUCH_MEMORY = "Het bestand vraagt te veel geheugen om hier te lezen. Splits het, bijvoorbeeld per jaar."
UNFORESEEN = (
    "Er ging iets mis dat dit programma niet had voorzien. Er is niets opgeslagen. Bewaar het bestand en meld het aan "
    "de beheerder, met het tijdstip {moment}."
)
NOT_ALLOWED = "Uw rol mag geen cijfers inlezen. Vraag het een beleidsmedewerker van uw regio."
SIGNED_OUT = "U bent intussen afgemeld, of uw aanmelding is verlopen. Er is niets opgeslagen. Meld u opnieuw aan en lees het bestand nog een keer in."
NO_SUCH_REGION = "De regio '{code}' is niet bekend. De regio's zijn: {regions}."
LOCAL_AND_PUBLIC = "Dit bestand bevat openbare cijfers ({public}) en cijfers van een eigen registratie ({local})"
LOCAL_AND_PUBLIC_ADVICE = "Lees ze apart in: openbare cijfers zijn voor iedereen, eigen cijfers voor uw regio."
LOCAL_WITHOUT_REGION = "Dit zijn cijfers van een eigen registratie, en die horen bij een regio"
LOCAL_WITHOUT_REGION_ADVICE = "Zeg van welke regio ze zijn, met --region."
NOT_OWN_AREA = "Dit gebied hoort niet bij uw regio"
NOT_OWN_AREA_ADVICE = "Eigen cijfers kunt u alleen over gebieden van uw regio inlezen."
INVENTED_AREA = "Dit gebied is verzonnen"
INVENTED_AREA_ADVICE = "Kies bij Gebied een gebied van de voorbeeldregio om daar cijfers van in te lezen."
REAL_AREA = "Dit gebied bestaat echt"
REAL_AREA_ADVICE = "In de voorbeeldregio staan alleen verzonnen cijfers. Kies bij Gebied eerst een echt gebied."
NO_SERVICE = "Deze bron heeft geen dienst om bij op te vragen. Kies een bestand."
LEAKS = (
    "Met wat er al openbaar staat zijn kleine aantallen in dit bestand terug te rekenen, ook als we ze niet tonen. Er is niets opgeslagen. "
    "Maak de groepen groter, of laat de uitsplitsing weg."
)
LEAKS_LINE = "{indicator}, {area}, {period}, {group}: dit aantal is terug te rekenen."
LEAKS_MORE = "… en nog {count} soortgelijke."
