"""Words of the tree on Ambities en normen: from issue to norm, and what people notice."""

TITLE = "Van vraagstuk naar norm"
INTRODUCTION = "Wat is er aan de hand, wat willen we voor kinderen bereiken, en waaraan zien we dat?"
ISSUE = "Vraagstuk"
AN_AMBITION = "Ambitie"
KINDS = {
    "substantive": "Inhoudelijk: wat kinderen ervan merken",
    "process": "Proces: hoe wij samenwerken",
    "conditional": "Randvoorwaarde: wat daarvoor nodig is",
}
KINDS_IN_SHORT = {"substantive": "Inhoudelijk", "process": "Proces", "conditional": "Randvoorwaarde"}
FOR_WHOM_LINE = "Voor wie: {who}"
WHY_NOW_LINE = "Waarom nu: {why}"
TARGET_GROUP_LINE = "{kind} · voor {group}"
NONE_BELOW = {"ambition": "Nog geen ambitie.", "result": "Nog geen resultaat."}
NO_INDICATOR = "Nog geen indicator: dit resultaat is nu alleen merkbaar, niet meetbaar."
NO_NORM_HERE = "Nog geen norm in {area}."
NORM_LINE = "{norm} · {state}"
NORMS_ELSEWHERE = {"one": "Ook een norm in {areas}.", "many": "Ook normen in {areas}."}
NOTICED = {"one": "Merkbaar: {count} verhaal", "many": "Merkbaar: {count} verhalen"}
NOTHING_NOTICED = "Merkbaar: nog geen verhalen"
OBSERVATION_KINDS = {"story": "Verhaal", "quote": "Uitspraak", "observation": "Wat ons opvalt"}
OBSERVATION_BY = "{kind} · {organisation} · {day}"
NO_ORGANISATION = "iemand uit de regio"
SHEET = "Blad van dit resultaat"

EMPTY_REGION = (
    "Deze regio heeft nog geen vraagstukken en ambities. Begin met één vraagstuk: wat is er aan de hand, voor wie, en "
    "waarom nu? Daarna schrijft u op wat u wilt bereiken, en waaraan u ziet dat het lukt."
)
EMPTY_TO_READ = "De partijen van deze regio hebben hier nog niets opgeschreven."
SEE_EXAMPLE = "Bekijk hoe het eruitziet in de voorbeeldregio"
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan ziet u de vraagstukken en ambities van uw regio, en kunt u eraan schrijven."
NUDGE = (
    "Alle resultaten gaan nu over samenwerken of over wat daarvoor nodig is. Welk verschil merkt een kind of jongere "
    "ervan? Een inhoudelijk resultaat maakt dat zichtbaar."
)
NUDGE_SEEN = "Begrepen"

EDIT = "Aanpassen"
EDIT_HELP = "Met knoppen om te schrijven, te ordenen en weg te halen."
ADD = {
    "issue": "+ Vraagstuk toevoegen",
    "ambition": "+ Ambitie toevoegen",
    "result": "+ Resultaat toevoegen",
    "observation": "+ Verhaal toevoegen",
}
MENU_OF = {"issue": "Dit vraagstuk", "ambition": "Deze ambitie", "result": "Dit resultaat"}
CHANGE = "Wijzigen"
CHOOSE_INDICATORS = "Indicatoren kiezen"
UP = "Omhoog"
DOWN = "Omlaag"
ELSEWHERE = {"ambition": "Naar een ander vraagstuk", "result": "Naar een andere ambitie"}
BELOW_WHICH = {"ambition": "Onder welk vraagstuk?", "result": "Onder welke ambitie?"}
PLACE = "Verplaatsen"
LEAVE = "Niet verplaatsen"
REMOVE = "Weghalen"
SAVE = "Bewaren"
KEEP = "Niet bewaren"

MATTER = "Wat is er aan de hand?"
MATTER_PLACEHOLDER = "Bijvoorbeeld: steeds meer leerlingen zitten lang thuis"
FOR_WHOM = "Voor wie? (mag leeg)"
FOR_WHOM_PLACEHOLDER = "Bijvoorbeeld: leerplichtige kinderen en hun ouders"
WHY_NOW = "Waarom nu? (mag leeg)"
WHY_NOW_PLACEHOLDER = "Bijvoorbeeld: het ondersteuningsplan wordt herzien"
AMBITION = "Wat willen we voor kinderen bereiken?"
AMBITION_PLACEHOLDER = "Bijvoorbeeld: elk kind gaat naar een school die past"
RESULT = "Wat is er dan anders?"
RESULT_PLACEHOLDER = "Bijvoorbeeld: minder kinderen zitten langer dan vier weken thuis"
KIND = "Wat voor resultaat is het?"
TARGET_GROUP = "Voor welke doelgroep?"
TARGET_GROUP_PLACEHOLDER = "Bijvoorbeeld: leerplichtige kinderen"
INDICATORS = "Waaraan zien we dat? In de volgorde waarin u kiest."
INDICATORS_PLACEHOLDER = "Kies indicatoren, of geen"
OBSERVATION = "Wat merkt u?"
OBSERVATION_PLACEHOLDER = (
    "Een verhaal, een uitspraak of iets wat opvalt. Zonder namen: beschrijf de situatie, niet de persoon."
)
OBSERVATION_KIND = "Wat is het?"
RESULT_LINE = "Hoort bij het resultaat: {result}"
RESULT_OF_NORM = "Bij welk resultaat hoort deze norm?"
NO_RESULT_OF_NORM = "Nog bij geen resultaat"

DONE = {
    "add": "Het staat erbij.",
    "change": "De wijziging is bewaard.",
    "back": "De wijziging is ongedaan gemaakt.",
    "remove": "Weggehaald, met alles wat eronder staat.",
    "put_back": "Teruggezet.",
    "move": "Verplaatst.",
    "link": "De norm hoort nu bij dit resultaat.",
    "unlink": "De norm hoort nu bij geen resultaat.",
}
CONFLICT = (
    "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven. Hieronder staat wat er nu staat; wat u "
    "typte staat nog in het formulier. Kies nog eens ‘Bewaren’ als uw tekst moet blijven."
)
STANDS_NOW = "Er staat nu: {text}"
GONE_NOW = "Iemand anders heeft dit weggehaald. Wat u typte staat hier nog, zodat u het kunt kopiëren."
FAULTS = {
    "matter_missing": "Schrijf op wat er aan de hand is.",
    "ambition_missing": "Schrijf op wat u wilt bereiken.",
    "result_missing": "Schrijf op wat er dan anders is.",
    "target_group_missing": "Schrijf op voor welke doelgroep het is.",
    "kind_unknown": "Kies wat voor soort het is.",
    "text_too_long": "De tekst is te lang: {most} tekens mag per vak.",
    "observation_missing": "Schrijf op wat u merkt.",
    "observation_too_long": "De tekst is te lang: {most_noticed} tekens mag.",
    "issue_unknown": "Dit vraagstuk is ondertussen weggehaald. Wat u typte staat er nog.",
    "ambition_unknown": "Deze ambitie is ondertussen weggehaald. Wat u typte staat er nog.",
    "result_unknown": "Dit resultaat is ondertussen weggehaald. Wat u typte staat er nog.",
    "indicator_unknown": "Een van deze indicatoren bestaat niet meer. Kies opnieuw.",
    "too_many_indicators": "Kies hoogstens {most_indicators} indicatoren. Meer? Dan zijn het eigenlijk twee resultaten.",
    "removed_already": "Iemand heeft dit ondertussen weggehaald.",
    "moved_already": "Iemand anders heeft dit ondertussen al verplaatst. Er is niets veranderd.",
    "not_removed": "Dit staat er al weer.",
    "link_changed": "Iemand anders heeft ondertussen een ander resultaat gekozen. Er is niets veranderd.",
}
