"""Words of events and breaks that people note beside a figure."""

TAB = "Gebeurtenissen"
INTRODUCTION = (
    "Wat er in de tijd gebeurde, staat als streepje in de grafiek. Een gebeurtenis legt iets uit. Na een breuk is er "
    "anders geteld: daar loopt geen lijn overheen, en we toetsen niet over de breuk heen."
)
FOR_WHO_TAKES_PART = "Wat deze regio erbij noteerde, leest wie er meedoet."
NONE = "Bij dit cijfer is nog niets genoteerd."
KINDS = {"event": "gebeurtenis", "break": "breuk"}
LINE = "{year}, {kind}"
WHERE = {
    "both": "dit cijfer, in {area}",
    "area": "alle cijfers van {area}",
    "region": "dit cijfer, in alle gebieden van de regio",
}
OF_EVERYBODY = "Hoort bij de bron; dit is niet te wijzigen."
BY = "{where}. Door {organisation}."
SOMEBODY = "iemand in de regio"
ADD_TITLE = "Gebeurtenis toevoegen"
KIND = "Wat is het?"
YEAR = "Eerste jaar erna"
YEAR_HELP = "Het streepje komt vóór dit jaar in de grafiek."
YEAR_PLACEHOLDER = "Kies een jaar"
ABOUT = "Waarbij hoort het?"
TEXT = "Wat gebeurde er?"
TEXT_PLACEHOLDER = "Bijvoorbeeld: corona, of: nieuwe registratie"
ADD = "Toevoegen"
ADDED = "Toegevoegd. U ziet het in de grafiek."
CHANGE = "Wijzigen"
SAVE = "Wijziging bewaren"
CHANGED = "De wijziging is bewaard."
KEEP = "Niet wijzigen"
WITHDRAW = "Weghalen"
WITHDRAWN = "Weggehaald. Het staat niet meer in de grafiek."
RESTORED = "Teruggezet."
CHANGED_BACK = "De wijziging is ongedaan gemaakt."
SIGN_IN_FIRST = "Zeg eerst wie u bent, bij ‘Het verhaal achter de cijfers’. Dan kunt u een gebeurtenis toevoegen."
MAY_NOT = "Uw rol mag dit lezen, maar niet toevoegen of wijzigen."
FAULTS = {
    "text_missing": "Schrijf in een paar woorden op wat er gebeurde.",
    "text_too_long": "De tekst is te lang: {most} tekens mag.",
    "year_impossible": "Kies het eerste jaar erna, van {first} tot en met dit jaar.",
    "kind_unknown": "Kies: gebeurtenis of breuk.",
    "about_nothing": "Kies waarbij het hoort.",
    "area_unknown": "Bij een verzonnen gebied hoort een verzonnen gebeurtenis, bij een echt gebied een echte.",
    "withdrawn_already": "Iemand heeft dit ondertussen weggehaald.",
    "not_withdrawn": "Dit staat er al weer.",
}
CONFLICT = (
    "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven. Hierboven staat wat er nu staat; "
    "wat u typte staat nog in het formulier."
)
