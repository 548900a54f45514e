"""Words about a copy of everything and putting it back: on the command line and on Beheer."""

# The command line
HELP_BACKUP = "maak een kopie van alles in één bestand, terwijl iedereen doorwerkt"
HELP_BACKUP_FILE = "het bestand dat gemaakt wordt, bijvoorbeeld kopie.zip"
HELP_OVERWRITE = "vervang het bestand als het er al is"
HELP_RESTORE = "zet een kopie van alles terug; wat er nu staat, verdwijnt"
HELP_RESTORE_FILE = "het bestand dat 'backup' of het scherm Beheer maakte"
HELP_YES = "vraag niet om bevestiging"
HELP_NO_SAFETY_COPY = "bewaar niet eerst een kopie van wat er nu staat"
STAGES = {
    "checking": "Het bestand nakijken …",
    "writing": "Kopie maken …",
    "restoring": "Terugzetten …",
}
STAGE_OF = "{stage} {done} van {total} regels"
MADE = "De kopie staat in {file} ({size}): {rows} regels, van {moment}."
PERSONAL = (
    "In dit bestand staan namen en wat mensen schreven, ook hun concepten. Alleen u kunt het openen; bewaar het daarom"
    " op een plek waar niemand anders bij kan."
)
SIGN_INS = "Wie is aangemeld, staat er niet in. Na terugzetten meldt iedereen zich opnieuw aan."
PERSONAL_ON_SCREEN = "In een kopie staan namen en wat mensen schreven, ook hun concepten. Bewaar die op een plek waar niemand anders bij kan."
WHAT_IS_IN_IT = "In {file} staat een kopie van {moment}, gemaakt met versie {version}: {what}."
WHAT_IS_REPLACED = "Dit komt in de plaats van alles wat er nu staat in {place}: {what}."
WHAT = "{rows} regels, waarvan {figures} cijfers, {contributions} bijdragen, {norms} normen en {people} mensen; regio's: {regions}"
NO_REGIONS = "geen"
NEWER_THAN_COPY = "Wat na {moment} is gemaakt of gewijzigd, verdwijnt."
ASK = "Typ 'terugzetten' en druk op Enter om door te gaan: "
WORD = "terugzetten"
NOT_CONFIRMED = "Er is niets teruggezet."
SAFETY = "Wat er stond, is bewaard in {file}. Terug naar die stand kan met: python -m dashboard restore {file}"
DONE = "De kopie van {moment} is teruggezet: {rows} regels. Iedereen meldt zich opnieuw aan."

# Why there is no copy
NOT_WRITTEN = {
    "exists": "Het bestand {file} is er al. Kies een andere naam, of geef --overwrite.",
    "busy": "Er wordt op dit moment al een kopie gemaakt in {file}.",
    "full": "De schijf is vol: er is geen kopie gemaakt in {file}. Maak ruimte, of kies een andere schijf.",
    "place": "In {file} kan niet worden geschreven. Bestaat de map, en mag u daar schrijven?",
}
NOT_ALL_SEEN = (
    "Met dit adres van de database zijn niet alle regio's te zien, dus een kopie zou niet volledig zijn. Zet"
    " DATABASE_OWNER_URL op het adres van de eigenaar van de tabellen."
)

# Why a file is not put back
REFUSED = {
    "missing": "Het bestand {file} is er niet, of u mag het niet lezen.",
    "other": "{file} is geen kopie die dit programma maakte.",
    "damaged": "{file} is beschadigd of niet volledig ({where}). Haal het bestand opnieuw op, of neem een andere kopie.",
    "newer": "{file} is gemaakt met een nieuwere versie van dit programma. Werk eerst het programma bij.",
    "larger": "{file} is niet zoals dit programma een kopie maakt ({where} is veel te groot).",
    "unfit": "Wat in {file} staat, past niet in elkaar ({where}).",
}
NOTHING_CHANGED = "Er is niets veranderd."

# Beheer
INTRODUCTION = (
    "Een kopie is één bestand met alles van alle regio's: cijfers, verhalen, normen, mensen en het logboek. U zet het"
    " terug als er iets ergs is gebeurd, of op een andere server."
)
NOT_EVERY_REGION = (
    "Een kopie bevat alle regio's. Maken en terugzetten kan alleen wie beheerder is van elke regio. U bent geen beheerder"
    " van: {regions}."
)
NO_REAL_REGION = "Er is nog geen regio behalve het voorbeeld. Maak eerst een regio; daarna kunt u hier een kopie maken."
COMMAND_LINE = "Wie bij de server kan, kan het ook met de opdrachtregel:"
COMMANDS = "python -m dashboard backup kopie.zip\npython -m dashboard restore kopie.zip"
LAST = {
    "backup": "De laatste kopie is gemaakt op {moment} door {who}.",
    "restore": "Voor het laatst teruggezet op {moment} door {who}.",
}
ON_THE_COMMAND_LINE = "iemand op de opdrachtregel"
NEVER_COPIED = "Er is nog nooit een kopie gemaakt."
MAKE_TITLE = "Kopie maken"
MAKE_HOW = "Iedereen kan doorwerken. U haalt het bestand daarna hier op."
MAKE = "Kopie maken"
KEPT_TITLE = "Kopieën op deze server"
KEPT_HOW = (
    "Hier staan de laatste kopie en de laatste drie standen van vlak voor een keer terugzetten. Bewaar een kopie ook op"
    " een andere plek: gaat deze server stuk, dan zijn deze weg."
)
NONE_KEPT = "Er staat geen kopie op deze server."
KINDS = {"copy": "Kopie van {moment}", "before": "Stand van vlak voor het terugzetten op {moment}"}
KEPT_LINE = "{name} ({size})"
DOWNLOAD = "Ophalen"
CHOOSE = "Terugzetten …"
PUT_BACK_TITLE = "Een bestand terugzetten"
PUT_BACK_HOW = "Kies een bestand dat u eerder maakte. U ziet eerst wat erin staat; pas daarna verandert er iets."
FILE = "Bestand met een kopie"
FILE_LIMIT = "Tot 90 MB. Een groter bestand zet u terug met de opdrachtregel."
NO_FILE = "Kies eerst een bestand."
LOOK = "Nakijken"
BUSY = {
    "copy": "De kopie wordt gemaakt",
    "look": "Het bestand wordt nagekeken",
    "restore": "De kopie wordt teruggezet",
}
STARTING = "Beginnen …"
MAY_LEAVE = "U mag deze pagina verlaten; het gaat door."
WHAT_TITLE = "Wat staat erin?"
IN_THE_FILE = "In het bestand"
NOW = "Wat er nu staat"
ROWS = {
    "made": "Van",
    "regions": "Regio's",
    "figures": "Cijfers",
    "contributions": "Bijdragen",
    "drafts": "Concepten",
    "norms": "Normen",
    "people": "Mensen",
    "audit_lines": "Regels in het logboek",
}
FACT = "Wat"
MOMENT_NOW = "nu"
WARNING = (
    "Alles wat er nu staat, verdwijnt en dit komt ervoor in de plaats. Wat na {moment} is gemaakt of gewijzigd, is dan weg."
    " Iedereen meldt zich opnieuw aan. Eerst wordt bewaard wat er nu staat, zodat u terug kunt."
)
TYPE_WORD = "Typ ‘terugzetten’ om te bevestigen"
WRONG_WORD = "Typ het woord terugzetten, zonder hoofdletters of punt."
PUT_BACK = "Alles terugzetten"
NOT_NOW = "Niet terugzetten"
COPY_READY = "De kopie is klaar: {rows} regels, {size}. Haal die hieronder op."
RESTORED = (
    "De kopie van {moment} is teruggezet: {rows} regels. Was dit niet de bedoeling? Zet dan hieronder de stand van vlak"
    " voor het terugzetten terug."
)
GO_ON = "Verder"
INTERRUPTED = {
    "copy": "Het maken van de kopie is onderbroken. Er is geen bestand gemaakt. Begin opnieuw.",
    "look": "Het nakijken is onderbroken. Er is niets veranderd. Begin opnieuw.",
    "restore": "Het terugzetten is onderbroken. Alles staat er nog zoals het was.",
}
UNFORESEEN = (
    "Dit is niet gelukt door een fout in het programma. Er is niets veranderd. Meld dit met het tijdstip: {moment}."
)
NOT_ALLOWED = "Dit mag u niet (meer): wie kopieën maakt, is beheerder van elke regio. Er is niets veranderd."
ALREADY_BUSY = "Er is al iemand bezig met een kopie. Wacht tot dat klaar is."

# The route that hands out the file
LINK_EXPIRED = "Deze link is verlopen. Ga terug naar Beheer, Kopie en terugzetten, en laad die pagina opnieuw."
LINK_WRONG = "Deze link klopt niet. Ga naar Beheer, Kopie en terugzetten, en haal de kopie daar op."
LINK_NOT_ALLOWED = "U mag deze kopie niet (meer) ophalen: dat mag wie beheerder is van elke regio en is aangemeld."
FILE_GONE = "Deze kopie staat niet meer op de server."
