"""Words of Veel normen tegelijk: rows from Excel, one norm each."""

CHOICE = "Hoeveel normen?"
ONE = "Eén norm"
MANY = "Veel normen tegelijk"
HOW = (
    "Plak rijen uit Excel in het veld: één norm per rij. Elke rij wordt apart opgeslagen. Een rij waar iets mis mee is, "
    "blijft in het veld staan, met uitleg eronder."
)
FIELD = "Rijen uit Excel"
FIELD_PLACEHOLDER = "Kopieer de rijen in Excel en plak ze hier, met of zonder de rij met kolomnamen."
FILL = {
    "one": "Zet de norm van nu in het veld",
    "many": "Zet de {count} normen van nu in het veld",
}
FILL_NAMES = "Zet de kolomnamen in het veld"
FILL_HELP = "Kopieer ze naar Excel, pas ze daar aan en plak ze terug; of pas ze hier aan."
COLUMNS_TITLE = "Welke kolommen?"
COLUMNS_HELP = (
    "Met een rij kolomnamen mag de volgorde anders zijn en mogen kolommen ontbreken: wat ontbreekt, blijft zoals het is. "
    "Zonder kolomnamen geldt deze volgorde."
)
COLUMN = "Kolom"
MEANING = "Wat erin staat"
COLUMNS = {
    "indicator": "Cijfer",
    "area": "Gebied",
    "group": "Groep",
    "value": "Norm",
    "lower": "Ondergrens",
    "upper": "Bovengrens",
    "year": "Jaar",
    "start_value": "Startwaarde",
    "start_year": "Startjaar",
    "reason": "Waarom",
    "agreed_by": "Afgesproken door",
    "origin": "Herkomst",
    "meeting": "Overleg",
    "met_on": "Datum overleg",
    "direction": "Richting",
    "direction_reason": "Waarom deze richting",
    "change_reason": "Reden van wijziging",
}
MEANINGS = {
    "indicator": "Naam of code van het cijfer",
    "area": "Naam of code van het gebied",
    "group": "Leeg voor alle kinderen van dit cijfer, anders de naam van de groep",
    "value": "Het getal, bijvoorbeeld 10,5; leeg bij een band",
    "lower": "Ondergrens van een band",
    "upper": "Bovengrens van een band",
    "year": "Te bereiken in dit jaar",
    "start_value": "Leeg: het laatste cijfer",
    "start_year": "Leeg: het jaar van het laatste cijfer",
    "reason": "Waarom deze norm er komt",
    "agreed_by": "Wie dit afsprak, of ‘voorstel van …’",
    "origin": "Eigen afspraak, landelijke afspraak, Thuiszitterspact, provincie of jeugdregio, ergens anders; leeg: eigen",
    "meeting": "Het overleg waarin dit besproken is",
    "met_on": "Dag van dat overleg, zoals 12-3-2026",
    "direction": "Lager of hoger: alleen nodig als meer of minder bij dit cijfer niet vanzelf beter is",
    "direction_reason": "Waarom die richting: alleen nodig in datzelfde geval",
    "change_reason": "Alleen nodig bij een norm die er al staat: waarom hij verschuift",
}
ALSO_CALLED = {
    "indicator": ("indicator",),
    "area": ("gemeente",),
    "group": ("voor welke kinderen", "uitsplitsing"),
    "value": ("waarde",),
    "lower": ("onder",),
    "upper": ("boven",),
    "year": ("te bereiken in",),
    "start_value": ("beginwaarde",),
    "start_year": ("beginjaar", "vanaf"),
    "reason": ("waarom deze norm",),
    "agreed_by": ("door",),
    "met_on": ("datum van het overleg",),
    "direction": ("doel",),
    "change_reason": ("waarom wijzigt de norm",),
}
DIRECTIONS = {
    "lager": "down",
    "lager worden": "down",
    "hoger": "up",
    "hoger worden": "up",
    "band": "band",
    "binnen een band blijven": "band",
}
DIRECTION_WORDS = {"down": "lager", "up": "hoger", "band": "band"}
EVERYBODY = ("alle", "allen", "alle kinderen", "totaal", "iedereen")

SAVE = "Rijen opslaan"
SAVE_ANYWAY = "Toch opslaan"
READ = {"one": "{count} rij gelezen.", "many": "{count} rijen gelezen."}
READ_IN_ORDER = "Er staan geen kolomnamen boven: de kolommen zijn gelezen in de vaste volgorde."
NOT_READ = "Deze kolommen zijn niet gelezen, want de naam is onbekend of komt twee keer voor: {names}."
NOTHING = "Er staan geen rijen in het veld. Plak eerst rijen uit Excel."
TOO_MANY = "Er staan {count} rijen in het veld. Plak er hoogstens {most} tegelijk. Er is niets opgeslagen; uw rijen staan er nog."
BUSY = "Rij {done} van {total}"
MOST_NAMES = 5

DONE = "Opgeslagen: {saved}. Niets veranderd: {same}. Nog niet opgeslagen: {left}."
DONE_ALL = {"one": "{count} norm is opgeslagen.", "many": "Alle {count} normen zijn opgeslagen."}
LEFT = "Nog niet opgeslagen"
LEFT_HELP = "Alleen deze rijen staan nog in het veld. Verbeter ze daar en sla opnieuw op."
STORED = "Opgeslagen ({count})"
SAME = "Niets veranderd ({count})"
ROW = "Rij"
WHAT = "Norm"
WHY_NOT = "Wat er mis is"
WHICH = "{indicator}, {area}"
WHICH_GROUP = "{indicator}, {area}, {group}"
SAVED_LINE = "{which}: {norm}."
UNDO_ONE = "{which} ongedaan maken"
UNDO_ALL = "Alle {count} ongedaan maken"
UNDONE = {
    "one": "{count} norm is weer zoals hij was. Wat u plakte, kunt u verbeteren en opnieuw opslaan.",
    "many": "{count} normen zijn weer zoals ze waren. Wat u plakte, kunt u verbeteren en opnieuw opslaan.",
}
NOT_UNDONE = "{which}: {why}"
UNDO_CONFLICT = "iemand anders heeft deze norm ondertussen gewijzigd. Er is niets ongedaan gemaakt."

IN_COLUMN = "{column}: {problem}"
INDICATOR_MISSING = "Vul in over welk cijfer de norm gaat."
INDICATOR_UNKNOWN = "Het cijfer ‘{text}’ is niet bekend. Gebruik de naam of de code van een cijfer."
INDICATOR_UNKNOWN_NEAR = "Het cijfer ‘{text}’ is niet bekend. Bedoelt u ‘{near}’?"
AREA_MISSING = "Vul in voor welk gebied de norm is."
AREA_UNKNOWN = "Het gebied ‘{text}’ is niet bekend. Gebruik de naam of de code van een gebied."
AREA_UNKNOWN_NEAR = "Het gebied ‘{text}’ is niet bekend. Bedoelt u ‘{near}’?"
AREA_AMBIGUOUS = "‘{text}’ kan meer dan één gebied zijn. Gebruik de code: {names}."
GROUP_UNKNOWN = "De groep ‘{text}’ is bij dit cijfer in dit gebied niet bekend. Laat de cel leeg, of kies uit: {names}."
GROUP_NONE = "Van de groep ‘{text}’ is bij dit cijfer in dit gebied geen cijfer bekend. Laat de cel leeg."
ORIGIN_UNKNOWN = "De herkomst ‘{text}’ is niet bekend. Laat de cel leeg, of kies uit: {names}."
DIRECTION_UNKNOWN = "Schrijf bij de richting ‘lager’, ‘hoger’ of ‘band’."
DIRECTION_MISSING = "Schrijf bij de richting ‘lager’ of ‘hoger’: bij dit cijfer is meer of minder niet vanzelf beter."
VALUE_AND_BAND = "Vul óf een norm in, óf een ondergrens en een bovengrens."
START_MISSING = "Vul een startjaar in: van dit cijfer is geen laatste jaar bekend."
TOO_MANY_CELLS = "Deze rij heeft meer cellen dan er kolommen zijn. Haal weg wat te veel is."
NO_CELLS = "Deze regel is geen rij uit Excel: er staan geen tabs tussen de cellen."
TWICE = "Een eerdere rij gaat over dezelfde norm. Haal deze rij weg, of zet erin wat er moet gelden en sla opnieuw op."
CHANGED = "Iemand anders heeft deze norm ondertussen gewijzigd. Er is niets overschreven. {now} Klopt uw rij nog? Sla dan opnieuw op."
GONE = "Er staat nu geen norm meer."
STOPPED_UNDOING = "dit is nog niet ongedaan gemaakt, want opslaan lukte even niet."
STOPPED = "Deze rij is nog niet geprobeerd, want opslaan lukte even niet."
