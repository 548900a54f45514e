"""Words of Beheer, Regio en gebieden."""

AND = " en "
PARTLY = "{name} ({share})"

# What is there
INTRODUCTION = (
    "Waar uw regio over gaat, en uit welke gemeenten een samenwerkingsverband bestaat. Het cijfer van een samenwerkingsverband wordt opgeteld "
    "uit zijn gemeenten, naar hun aandeel."
)
NO_AREAS = (
    "Uw regio noemt nog geen gebieden. Zij gaat nu over elk gebied{world}: u kunt bij elk samenwerkingsverband en elke gemeente wijzigen wat "
    "erbij hoort. Kiest u hieronder gebieden, dan gaat de regio alleen nog daarover."
)
REAL_WORLD, EXAMPLE_WORLD = " in Nederland", " in het voorbeeld"
PARTNERSHIPS = "Samenwerkingsverbanden"
PARTNERSHIP = "Samenwerkingsverband"
CONSISTS_OF = "Bestaat uit"
NOTHING = "nog geen gemeenten"
COINCIDES = "{area}: valt samen met deze gemeente"
NAMED_UNTIL = "{name}, tot en met {year}"
NAMED_FROM = "{name}, vanaf {year}"
MUNICIPALITIES = "Gemeenten"
MUNICIPALITY = "Gemeente"
BELONGS_TO = "Hoort bij"
NO_PARTNERSHIP = "geen samenwerkingsverband"
OTHER_AREAS = "Verder gaat de regio over: {names}."
PARTIES = "Partijen"
PARTY = "Partij"
PARTY_AREA = "Gebied"
NO_AREA = "geen"
NO_PARTIES = "Uw regio heeft nog geen partijen."

# What one can do
CHANGE = "Iets wijzigen"
TASK = "Wat wilt u wijzigen?"
TASKS = {
    "share": "Het aandeel van een gemeente",
    "merger": "Samenwerkingsverbanden samenvoegen",
    "partnership": "Een nieuw samenwerkingsverband",
    "abolition": "Een gemeente opheffen (herindeling)",
    "areas": "De gebieden van de regio",
    "parties": "De partijen van de regio",
    "name": "De naam van de regio",
}
SHARE = "Aandeel in procenten"
SHARE_HELP = "Welk deel van de kinderen van deze gemeente hoort bij dit samenwerkingsverband? 0 is: hoort er niet bij. Laat ‘Tot en met’ leeg als het zo blijft."
SHARE_OF = "Aandeel van {name} in procenten"
FROM_YEAR = "Vanaf jaar"
UNTIL_YEAR = "Tot en met jaar"
STAYS = "blijft zo"
FORMERS = "Welke samenwerkingsverbanden gaan op in een ander?"
CHOOSE = "Kies"
SUCCESSOR = "Waarin gaan ze op?"
NEW_PARTNERSHIP = "een nieuw samenwerkingsverband"
NEW_MUNICIPALITY = "een nieuwe gemeente"
CODE = "Code"
CODE_HELP = {
    "partnership": "Een code is PO of VO en vier cijfers, zoals PO2401.",
    "partnership_example": "In het voorbeeld: VP of VV en vier cijfers, zoals VP0002.",
    "municipality": "Een code is GM en vier cijfers, zoals GM0034.",
    "municipality_example": "In het voorbeeld: VG en vier cijfers, zoals VG0009.",
}
NAME = "Naam"
FORMER = "Welke gemeente wordt opgeheven?"
HEIRS = "In welke gemeenten gaat zij op?"
NOTHING_TO_CHOOSE = "Er is niets om uit te kiezen. Kies eerst bij ‘De gebieden van de regio’ waar uw regio over gaat."
REGION_AREAS = "Waar gaat de regio over?"
REGION_AREAS_HELP = "Wat in een samenwerkingsverband ligt, hoort er vanzelf bij."
REGION_NAME = "Naam van de regio"
WHICH_PARTY = "Welke partij?"
NEW_PARTY = "een nieuwe partij"
KIND = "Wat voor partij is het?"
KINDS = {"municipality": "gemeente", "partnership": "samenwerkingsverband", "other": "iets anders"}
NO_AREA_CHOICE = "hoort niet bij één gebied"
REMOVE_PARTY = "Partij weghalen"
REMOVE_PARTY_CONFIRM = "Ja, haal {name} weg"
PARTY_STAYS = "Deze partij kunt u niet weghalen: er {hangs} in haar naam. Een andere naam geven kan wel."
HANGS_ONE, HANGS_MANY = "is 1 rol of vaststelling", "zijn {count} rollen of vaststellingen"

# What it means
MEANS = "Dit betekent het"
AREA_BEGINS = "{name} ({code}) bestaat vanaf {year}."
AREA_ENDS = "{name} bestaat tot en met {year}. Cijfers, normen en verhalen van toen blijven staan."
BUILT = "Het cijfer van {name} wordt vanaf {year} opgebouwd uit {parts}."
BUILT_OF_NOTHING = "{name} bestaat vanaf {year} uit geen enkele gemeente, en heeft dan geen opgebouwd cijfer."
EARLIER_YEARS = "De jaren voor {year} van {name} worden opgeteld uit {formers}."
EARLIER_YEARS_WITHOUT = "Vanaf {year} hoort {formers} bij {name}. De jaren daarvoor blijven zoals ze waren."
BEFORE_STAYS = "Eerdere jaren veranderen niet."
AREAS_COME = "Nieuw in de regio: {names}."
AREAS_GO = "Niet meer in de regio: {names}."
AREA_STAYS = "Over {name} blijven {norms} en {stories} gewoon staan."
NORMS_ONE, NORMS_MANY = "1 norm", "{count} normen"
STORIES_ONE, STORIES_MANY = "1 beeld met een verhaal", "{count} beelden met een verhaal"
EVERYTHING = "Zonder gekozen gebieden gaat de regio over alle gebieden{world}."
CONFIRM = "Zo vastleggen"
DONE = "Vastgelegd. Overzicht en Cijfer laten het meteen zo zien."
DONE_REGION = "Vastgelegd."

# What was changed
HISTORY = "Laatste wijzigingen van samenstellingen"
WHEN = "Wanneer"
WHAT = "Wat er wijzigde"
BY_ON = "{day}, {name}"
UNDONE = "Ongedaan gemaakt: {what}"
UNDO = "Laatste wijziging ongedaan maken"
UNDO_MEANS = "Dan staat er weer wat er voor deze wijziging stond: {what}"
UNDO_CONFIRM = "Ja, maak ongedaan"
IS_UNDONE = "Ongedaan gemaakt. Het staat weer zoals het was."

# The command line
HELP_REGION = "begin een regio"
HELP_CODE = "kleine letters, cijfers en streepjes, zoals foodvalley"
HELP_NAME = "hoe de regio heet"
A_REGION = "een andere regio"
BEGUN = "{name} ({code}) is begonnen. Een beheerder kiest op Beheer de gebieden en partijen."

NOT_A_SHARE = "‘{typed}’ is geen percentage. Schrijf een getal van 0 tot en met 100, zoals 65 of 12,5."
NOT_A_YEAR = "‘{typed}’ is geen jaar. Schrijf vier cijfers, zoals 2025."
CONFLICT = "Iemand anders wijzigde intussen ook iets. Er is niets vastgelegd. Kijk nog eens naar wat er nu staat, en leg het dan vast."
PERSONAL_DATA = "Deze naam bevat gegevens van een persoon. Haal die weg."
MAY_NOT = "Uw rol mag dit niet (meer). Er is niets vastgelegd."
SECTORS = {"po": "primair onderwijs", "vo": "voortgezet onderwijs", "": "onderwijs"}
FAULTS = {
    "share_impossible": "Een aandeel is 0 tot en met 100 procent.",
    "year_impossible": "Schrijf een jaar van {first} tot en met {last}.",
    "years_reversed": "Het laatste jaar ligt voor het eerste. Draai ze om.",
    "not_there": "{name} bestond niet in (al) die jaren: kijk naar {year} en later. Kies andere jaren.",
    "not_there_before": "{name} bestond niet zowel in {before} als in {year}. Kies een ander jaar.",
    "nothing_changes": "Zo staat het er al. Er valt niets vast te leggen.",
    "over_whole": "Van {name} zou vanaf {year} {share} bij samenwerkingsverbanden voor {sector} horen. Meer dan 100% kan niet: verlaag eerst een ander aandeel.",
    "nothing_merges": "Kies minstens één samenwerkingsverband dat in een ander opgaat.",
    "with_itself": "Iets kan niet in zichzelf opgaan. Kies een ander gebied.",
    "other_sector": "Primair en voortgezet onderwijs kunnen niet samengaan. Kies samenwerkingsverbanden van dezelfde soort.",
    "no_heirs": "Kies minstens één gemeente waarin zij opgaat.",
    "heirs_not_whole": "De aandelen moeten samen 100% zijn, en elk meer dan 0.",
    "heir_not_part": "{former} hoort bij {whole}, maar {heir} niet. Leg eerst vast welk deel van {heir} vanaf {year} bij {whole} hoort.",
    "name_missing": "Schrijf een naam op.",
    "name_too_long": "De naam is te lang: {most} tekens mag.",
    "code_of_partnership": "Schrijf als code PO of VO en vier cijfers, zoals PO2401.",
    "code_of_partnership_example": "Schrijf als code VP of VV en vier cijfers, zoals VP0002: dit is het voorbeeld.",
    "code_of_municipality": "Schrijf als code GM en vier cijfers, zoals GM0034.",
    "code_of_municipality_example": "Schrijf als code VG en vier cijfers, zoals VG0009: dit is het voorbeeld.",
    "code_taken": "De code {code} is al van {name}. Kies een andere code.",
    "name_taken": "{name} bestaat al, met code {code}. Kies een andere naam.",
    "unknown_area": "Het gebied {code} kennen we niet. Kies een gebied uit de lijst.",
    "not_own_area": "{name} hoort niet bij uw regio. Voeg het eerst toe bij ‘De gebieden van de regio’.",
    "no_partnership": "{name} is geen samenwerkingsverband.",
    "no_municipality": "{name} is geen gemeente.",
    "other_world": "Echte en verzonnen gebieden gaan niet samen.",
    "not_the_last": "Dit is niet (meer) de laatste wijziging. Kijk opnieuw.",
    "changed_since": "Dit is daarna nog eens gewijzigd, misschien door een andere regio. Ongedaan maken kan niet meer: leg vast wat het moet zijn.",
    "in_use": "Over {name} zijn al cijfers, normen of verhalen, of een andere regio koos het. Ongedaan maken kan niet meer.",
    "unknown_party": "Deze partij is er niet meer.",
    "party_taken": "Er is al een partij die {name} heet.",
    "party_in_use": "{name} kan niet weg: er zijn rollen of vaststellingen in haar naam.",
    "unknown_kind": "Kies wat voor partij het is.",
    "code_wrong": "Een code bestaat uit kleine letters, cijfers en streepjes, zoals foodvalley.",
}
