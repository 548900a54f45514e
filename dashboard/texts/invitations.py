"""Words of inviting people without an account, and of reading what they sent."""

INVITE = "Iemand uitnodigen zonder account"
INTRODUCTION = (
    "Maak een link voor ouders, jongeren of anderen die geen account hebben. Wie de link opent, ziet dit cijfer en de vier vragen, "
    "en antwoordt één keer. U leest het eerst; daarna staat het bij het verhaal, of de afzender leest waarom niet."
)
PERSPECTIVE = "Vanuit welk perspectief?"
DAYS = "Hoe lang kan iemand antwoorden?"
DAYS_FORMS = {7: "een week", 14: "twee weken", 30: "een maand", 60: "twee maanden", 90: "drie maanden"}
FOR_WHOM = "Voor wie is het? (alleen voor u en uw regio)"
FOR_WHOM_PLACEHOLDER = "Bijvoorbeeld: ouderraad van een basisschool"
MINORS = "Er zijn jongeren onder de 16 bij"
MINORS_HELP = (
    "De uitnodiging zegt dan dat wie jonger is dan 16 alleen meedoet als een ouder of voogd dat goedvindt, en vraagt dat te "
    "bevestigen. Voor een groep op school of in een jongerenraad regelt u die toestemming vooraf."
)
MAKE = "Maak de link"
MADE = "De link is klaar. Hij geeft toegang tot één bijdrage over dit cijfer en tot niets anders."
ONCE = (
    "Kopieer hem nu: uit voorzorg bewaren wij de link zelf niet. Bent u hem kwijt, maak dan een nieuwe en trek deze in."
)
LOCAL = "Lokale modus: de link werkt alleen op deze computer."
QR = "QR-code van de uitnodiging"
COPY = {
    "copy": "Kopieer de uitnodiging",
    "copied": "De uitnodiging staat klaar om te plakken.",
    "select": "Kopiëren mag hier niet. De link is geselecteerd: druk op Ctrl+C.",
    "address": "De link van de uitnodiging",
}
COPIED_WITH = (
    "Wat is uw kijk op dit cijfer? Met deze link antwoordt u één keer, zonder account, tot en met {day}: {address}"
)
HIDE = "Klaar met deze link"
FAULTS = {
    "unknown_choice": "Kies een perspectief en hoe lang de uitnodiging geldt.",
    "for_whom_too_long": "‘Voor wie’ mag {most} tekens hebben.",
    "reason_missing": "Schrijf een reden: de afzender leest waarom de bijdrage er niet bij komt.",
    "reason_too_long": "De reden mag {most_reason} tekens hebben.",
}

# What is out
OUT = "Uitnodigingen bij dit beeld"
LINE = "{perspective}, {for_whom}: {state}"
LINE_FOR_NOBODY = "{perspective}: {state}"
OPEN_UNTIL = "kan antwoorden tot en met {day}"
STATES = {
    "ended": "verlopen op {day}, niet beantwoord",
    "taken_back": "ingetrokken",
    "waiting": "verstuurd op {day}, wacht op u",
    "shown": "verstuurd op {day}, staat bij het verhaal",
    "refused": "verstuurd op {day}, niet overgenomen",
    "withdrawn": "door de afzender ingetrokken",
    "expired": "verstuurd op {day}, weggehaald: bewaartermijn voorbij",
}
TAKE_BACK = "Intrekken"
TAKEN_BACK = "De uitnodiging is ingetrokken. Wie haar opent, leest dat antwoorden niet meer kan."
TAKE_BACK_CERTAIN = "Ja, trek deze uitnodiging in"
TAKE_BACK_EXPLAINED = "Wie de link heeft kan dan niet meer antwoorden. Wat nog niet was verstuurd, is weg."

# What waits
WAITING = {"one": "Er wacht {count} bijdrage op uw lezing", "many": "Er wachten {count} bijdragen op uw lezing"}
WAITING_ELSEWHERE = {
    "one": "Bij een ander cijfer wacht nog {count} bijdrage:",
    "many": "Bij andere cijfers wachten nog {count} bijdragen:",
}
WAITING_AT = "{indicator}, {area}"
FROM = "Perspectief {perspective}, verstuurd op {day}"
FROM_GROUP = "Namens {group} · perspectief {perspective}, verstuurd op {day}"
FOR = "Uw uitnodiging: {for_whom}"
QUESTION = "Vraag {number}: {question}"
SHOW = "Toon bij het verhaal"
SHOWN = "De bijdrage staat bij het verhaal. De afzender ziet dat op de eigen link."
SHOWN_AS = "{group}, op uitnodiging"
SHOWN_AS_NOBODY = "Op uitnodiging"
REFUSE = "Niet overnemen"
REASON = "Waarom niet? De afzender leest dit."
REASON_PLACEHOLDER = (
    "Bijvoorbeeld: er staat een naam in. Schrijf het gerust opnieuw zonder die naam; vraag ons een nieuwe link."
)
REFUSE_CERTAIN = "Neem niet over en stuur de reden"
REFUSED = "De bijdrage komt niet bij het verhaal. De afzender leest uw reden op de eigen link."
UNDONE = "De bijdrage wacht weer op uw lezing."
CONFLICT = "Er is intussen iets anders met deze bijdrage gedaan. Hieronder staat hoe het nu is."
NAMES = "Let op: hierin staat {names}. Dat lijkt een naam. Is het iemand, neem de bijdrage dan niet over en vraag haar opnieuw zonder naam."
NAMES_MORE = "Let op: hierin staan {names}. Dat lijken namen. Zijn het mensen, neem de bijdrage dan niet over en vraag haar opnieuw zonder namen."
STOP_SHOWING = "Niet meer tonen"
