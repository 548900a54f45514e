"""Words of the overview."""

TITLE = "Staat van de jeugd in {area}"
INTRODUCTION = (
    "Per thema de cijfers van {area}, naast {reference}. Kies een kaart voor het cijfer en het verhaal erachter."
)
EXAMPLE = "Voorbeeldregio: alle cijfers, normen en verhalen van {area} zijn verzonnen."
NO_NORM = "geen norm"
NORM = "{norm} · {progress}"
DISCUSSED = "besproken op {day}"
NOT_DISCUSSED = "nog niet besproken"
FILTER = "Toon"
FILTERS = {
    "alles": "Alles",
    "met-norm": "Met norm",
    "niet-besproken": "Nog niet besproken",
    "trend": "Duidelijke trend",
}
NOTHING_LEFT = "Geen enkel cijfer past bij deze keuze. Kies ‘Alles’ om weer alle cijfers te zien."
NO_FIGURE_ADVICE = "Een beleidsmedewerker kan dit cijfer inbrengen."
LEGEND = "Lijnen in de kaarten: {area} (doorgetrokken, dik), samenwerkingsverband (doorgetrokken, dun), {reference} (gestippeld), norm (gestreept)."
EXAMPLE_INVITATION = "Eerst oefenen? Bekijk het voorbeeld Waterdam."
