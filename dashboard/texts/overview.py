"""Words of the overview."""

TITLE = "Staat van de jeugd in {area}"
INTRODUCTION = (
    "Per thema de cijfers van {area}, naast {reference}. Kies een kaart voor het cijfer en het verhaal erachter."
)
INTRODUCTION_ALONE = "Per thema de cijfers van {area}. Kies een kaart voor het cijfer en het verhaal erachter."
EXAMPLE = "Voorbeeldregio: alle cijfers, normen en verhalen van {area} zijn verzonnen."
NO_NORM = "geen norm"
NORM = "{norm} · {progress}"
DISCUSSED = "besproken op {day}"
NOT_DISCUSSED = "nog niet besproken"
NOT_AGAIN = "nog niet opnieuw besproken (laatste duiding: {period})"
NO_FIGURE_ADVICE = "Een beleidsmedewerker kan dit cijfer inbrengen."
NO_FIGURE = "Nog geen cijfer. Een beleidsmedewerker kan dit cijfer inbrengen."
NOTHING_TO_DRAW = "Er is geen cijfer om te tekenen."
LEGEND = "Lijnen in de kaarten: {area} (doorgetrokken, dik), samenwerkingsverband (doorgetrokken, dun), {reference} (gestippeld), norm (gestreept)."
LEGEND_ALONE = "Lijnen in de kaarten: {area} (doorgetrokken, dik), norm (gestreept)."
EXAMPLE_INVITATION = "Eerst oefenen? Bekijk het voorbeeld Waterdam."

NOTICED = "Wat valt op"
NOTHING_NOTICED = (
    "Niets dat er duidelijk uitspringt. Dat kan goed nieuws zijn; de kaarten hieronder zeggen per cijfer wat er is."
)
NOTHING_TO_NOTICE = "Er is hier nog geen cijfer dat getoond kan worden. Daarom is niet te zeggen wat opvalt."
NOTICED_MORE = {
    "one": "Ook over {count} ander cijfer is iets te zeggen; dat staat op de kaart.",
    "many": "Ook over {count} andere cijfers is iets te zeggen; dat staat op de kaarten.",
}
NOTICED_HOW = "In de volgorde van de thema's; een verschil of trend staat er alleen als het geen toeval lijkt."
NOTICED_PROVISIONAL = "Een of meer van deze cijfers zijn voorlopig; dat staat bij het cijfer zelf."
CONTAINS = "{area} telt zelf mee in {reference}."

SEARCH = "Zoek een cijfer"
SEARCH_EXAMPLE = "bijvoorbeeld verzuim"
THEME = "Thema"
ALL_THEMES = "Alle thema's"
FILTER = "Alleen cijfers"
FILTERS = {
    "met-norm": "met norm",
    "niet-besproken": "nog niet besproken",
    "trend": "met duidelijke trend",
}
VIEW = "Bekijk als"
VIEWS = {"kaarten": "kaarten", "naast-elkaar": "naast elkaar"}
AGREED = "Welke cijfers"
AGREED_OPTIONS = {"afgesproken": "afgesproken", "alle": "alle"}
WHY_AGREED = "gekozen in de monitoringsafspraken"
COUNT = {"one": "{count} cijfer", "many": "{count} cijfers"}
SHOWN_ALL = "U ziet alle {count}."
SHOWN_SOME = "U ziet {shown} van de {total} cijfers: {why}."
WHY_THEME = "thema {theme}"
WHY_SEARCH = "gezocht op ‘{typed}’"
SHOW_ALL = "Toon weer alle cijfers"
NOTHING_LEFT = "Geen enkel cijfer past bij deze keuze."
NOTHING_FOUND = (
    "Geen enkel cijfer past bij ‘{typed}’. Probeer een korter of ander woord, bijvoorbeeld verzuim, thuiszitters of "
    "jeugdhulp, of kijk in de lijst bij Cijfer en verhaal."
)
ELSEWHERE = "Ook gevonden, zonder kaart op dit scherm:"

BESIDE = "{area} naast het samenwerkingsverband en {reference}: aantal, noemer en cijfer van hetzelfde jaar. Een verschil telt pas als het geen toeval lijkt."
BESIDE_WITHOUT = "{area} naast {reference}: aantal, noemer en cijfer van hetzelfde jaar. Een verschil telt pas als het geen toeval lijkt."
BESIDE_NOTHING = "{area}: aantal, noemer en cijfer. Naast {area} staat niets; kies bij 'Vergelijk met' een gebied."
QUESTION_IN_PERIOD = "{question} Cijfers {period}."
PARTY = "**{name}**  \n{amounts}  \n{verdict}"
OWN_PARTY = "**{name}**  \n{amounts}"
NOT_KNOWN = "geen cijfer {period}"
