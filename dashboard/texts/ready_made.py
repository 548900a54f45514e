"""Words about the ready-made sources: which file is which, what is missing, what was noticed."""

AND = " en "
COMMA = ", "

# Which file is it
LOOKS_LIKE = "Dit lijkt {source}: kies die bron."
LOOKS_LIKE_NOTHING = "Download de tabel opnieuw bij CBS StatLine, of lees het bestand in als eigen bestand."
FOREIGN = "Dit is geen bestand van {source}: {missing}"
MISSING_COLUMNS = "de kolommen met {names} ontbreken"
MISSING_COLUMN = "de kolom met {names} ontbreekt"
MISSING_AREA = "een kolom met het gebied ontbreekt"
TWO_COLUMNS = "Twee kolommen kunnen {measure} zijn: {columns}"
TWO_COLUMNS_ADVICE = "Download bij CBS StatLine de CSV met titels in plaats van codes."
NO_TOTAL = "In deze kolom staat geen regel voor het totaal"
NO_TOTAL_ADVICE = "Download de tabel met het totaal erbij; een deel kan het totaal niet vervangen."
OUTLINE = "Dit is een indeling van gemeenten in regio's, geen bestand met cijfers"
OUTLINE_ADVICE = "De indeling van een regio past u aan in Beheer."
NO_FIGURES = "Deze tabel heeft geen cijfers: het is een lijst met namen en codes ({columns})"
NO_FIGURES_ADVICE = "Kies een tabel met aantallen of percentages."
NEEDS_MAPPING = "Wijs aan welke kolommen van deze tabel het gebied, de periode en de cijfers zijn."
NOT_BOUNDARIES = "Dit zijn grenzen van gebieden, geen cijfers"
NOT_BOUNDARIES_ADVICE = "Kies de bron Grenzen van gemeenten en wijken."
NO_TABLE = "In dit bestand staat geen tabel"

# The period a file is about
WHICH_YEAR = "Over welk jaar gaat dit bestand? Het staat er zelf niet in."
WHICH_SCHOOL_YEAR = "Over welk schooljaar gaat dit bestand? Het staat er zelf niet in."
BAD_ANSWER = "Dit is geen jaar waarover dit bestand kan gaan"
BAD_ANSWER_ADVICE = "Schrijf het jaar met vier cijfers, bijvoorbeeld 2024."

# Kerncijfers wijken en buurten
KWB_FORMS = (
    "Dit is geen bestand van Kerncijfers wijken en buurten: een kolom met het gebied (WijkenEnBuurten, gwb_code_10 of "
    "Codering) of met cijfers (a_inw, a_00_14, a_jz_tn) ontbreekt"
)
KWB_BUNDLE_MISSING = "In het zip-bestand ontbreekt {name}"
KWB_BUNDLE_MISSING_ADVICE = "Download bij CBS StatLine de onbewerkte dataset opnieuw."
KWB_NOTE_PROVISIONAL = {
    "one": "De aantallen jeugdzorg in dit jaarbestand zijn de eerste publicatie en daarom voorlopig: 1 cijfer. "
    "Ze staan nooit op één lijn met de definitieve.",
    "many": "De aantallen jeugdzorg in dit jaarbestand zijn de eerste publicatie en daarom voorlopig: {count} cijfers. "
    "Ze staan nooit op één lijn met de definitieve.",
}
KWB_NOTE_COUNTS_ONLY = {
    "one": "Van 1 gebied geeft het bestand over {years} wel het aantal kinderen met jeugdzorg maar geen percentage: "
    "het aantal is voorlopig en staat bij Jeugdzorg naar leeftijd.",
    "many": "Van {count} gebieden geeft het bestand over {years} wel het aantal kinderen met jeugdzorg maar geen "
    "percentage: het aantal is voorlopig en staat bij Jeugdzorg naar leeftijd.",
}
KWB_NOTE_NOT_KEPT = {
    "one": "Van 1 wijk geeft het bestand alleen een voorlopig aantal kinderen met jeugdzorg, geen percentage: "
    "dat is niet bewaard.",
    "many": "Van {count} wijken geeft het bestand alleen een voorlopig aantal kinderen met jeugdzorg, geen percentage: "
    "dat is niet bewaard.",
}

# Ready-made tables
NOTE_FIRST_EDITION = "De cijfers komen uit een eerste publicatie en zijn daarom voorlopig."
NOTE_WIJKEN = {
    "one": "1 regel over een wijk of buurt is overgeslagen: de cijfers gaan over gemeenten en groter.",
    "many": "{count} regels over wijken en buurten zijn overgeslagen: de cijfers gaan over gemeenten en groter.",
}
NOTE_ESTIMATED = (
    "De aantallen zijn opgeteld uit afgeronde postcodecijfers, voor de gemeenten zoals ze later waren: ze zijn geschat."
)

# DUO
DUO_OTHER = "Dit is een bestand van DUO met {what}; daarvoor is er nog geen indicator"
DUO_OTHER_ADVICE = "Wilt u het toch gebruiken, lees het dan in als eigen bestand en wijs de kolommen aan."
DUO_KINDS = {
    "eindscores": "gemiddelde eindscores van de doorstroomtoets",
    "referentieniveaus": "referentieniveaus voor taal en rekenen",
    "leerlingen": "aantallen leerlingen",
    "onbekend": "gegevens over scholen",
}
DUO_NOT = "Dit is geen bestand met schooladviezen van DUO: de kolommen {missing} ontbreken"
DUO_NOT_ADVICE = "Download bij DUO het bestand 'Schooladviezen basisonderwijs en speciaal basisonderwijs' als CSV."
DUO_BAD_MUNICIPALITY = "Dit is geen gemeentenummer"
DUO_BAD_MUNICIPALITY_ADVICE = "Een gemeentenummer van DUO heeft vier cijfers, bijvoorbeeld 0034."
DUO_BAD_DATE = "Dit is geen peildatum"
DUO_BAD_DATE_ADVICE = "Een peildatum van DUO ziet er zo uit: 20241001."
DUO_TWICE = "Deze school staat er twee keer in, ook op regel {other}"
DUO_NOTE_SMALL = {
    "one": "DUO toont kleine aantallen als <5. Van 1 gemeente is het percentage daardoor niet zeker; "
    "die is niet getoond.",
    "many": "DUO toont kleine aantallen als <5. Van {count} gemeenten is het percentage daardoor niet zeker; "
    "die zijn niet getoond.",
}
DUO_NOTE_SUMMED = "Opgeteld per gemeente waar de school staat. Schoollocaties: {schools}, gemeenten: {areas}."
DUO_NOTE_NO_ADVICE = "Leerlingen zonder advies tellen niet mee."

# Gemeente boundaries
BOUNDARIES_FOREIGN = "Dit is geen GeoJSON met gebieden"
BOUNDARIES_FOREIGN_ADVICE = "Download de grenzen van gemeenten of wijken als GeoJSON (WGS84) bij PDOK."
BOUNDARIES_RD = "De coördinaten zijn in meters (Rijksdriehoek), niet in graden"
BOUNDARIES_RD_ADVICE = "Download de grenzen in WGS84 (EPSG:4326)."
BOUNDARIES_SWAPPED = "De coördinaten liggen buiten Nederland"
BOUNDARIES_SWAPPED_ADVICE = "In GeoJSON staat de lengtegraad eerst, dan de breedtegraad."
BOUNDARIES_NO_CODE = "Gebied {place} heeft geen code (statcode, gemeentecode of wijkcode)"
BOUNDARIES_UNKNOWN = "De gemeente {place} bestond niet in {year}"
BOUNDARIES_TWICE = "Het gebied {code} staat er twee keer in"
BOUNDARIES_KIND = "De vorm van {code} is geen vlak"
BOUNDARIES_OPEN = "De omtrek van {code} is niet gesloten"
BOUNDARIES_NUMBER = "Een coördinaat van {code} is geen getal"
BOUNDARIES_MOST = "Het bestand heeft meer dan {limit} punten"
BOUNDARIES_MOST_ADVICE = "Gebruik de gegeneraliseerde grenzen."
BOUNDARIES_EMPTY = "Er staat geen enkel gebied in"
BOUNDARIES_YEARS = "Het bestand heeft grenzen van verschillende jaren: {years}"
BOUNDARIES_NOTE = {
    "one": "De grenzen van 1 gemeente in {year}; er zitten geen cijfers bij.",
    "many": "De grenzen van {count} gemeenten in {year}; er zitten geen cijfers bij.",
}
BOUNDARIES_NOTE_DISTRICTS = {
    "one": "De grenzen van 1 wijk in {year}; er zitten geen cijfers bij.",
    "many": "De grenzen van {count} wijken in {year}; er zitten geen cijfers bij.",
}
BOUNDARIES_NOTE_UNKNOWN = {
    "one": "1 wijk is overgeslagen, want daar is in {year} geen cijfer van.",
    "many": "{count} wijken zijn overgeslagen, want daar is in {year} geen cijfer van.",
}
BOUNDARIES_NO_DISTRICT = "Van geen van deze wijken is in {year} een cijfer bekend"
BOUNDARIES_NO_ADVICE = "Lees eerst cijfers van die wijken in, bijvoorbeeld Kerncijfers wijken en buurten."
BOUNDARIES_NOTE_OTHER = {
    "one": "1 gebied is geen gemeente of wijk en is overgeslagen.",
    "many": "{count} gebieden zijn geen gemeente of wijk en zijn overgeslagen.",
}
