"""Words of Vergelijken."""

TITLE = "{indicator} vergeleken"
GROUP = "Welke gebieden"
GROUPS = {
    "swv": "gemeenten van het samenwerkingsverband",
    "grootte": "gemeenten van ongeveer dezelfde grootte",
    "provincie": "gemeenten van de provincie",
    "eigen": "eigen keuze",
    "alle": "alle gemeenten",
    "voorbeeld": "gemeenten van het voorbeeld",
}
OWN_CHOICE = "Kies de gebieden"
ORDER = "Volgorde"
ORDERS = {"alfabet": "op naam", "waarde": "op waarde"}
NO_JUDGEMENT = "Een volgorde is geen oordeel: verschillen kunnen toeval zijn, en elk gebied is anders."
YEAR = "Jaar"
VIEW = "Bekijk als"
VIEWS = {"stippen": "stippen", "kaart": "kaart", "jaren": "door de jaren", "tabel": "tabel"}
LEGEND = (
    "Elk teken is een gebied; de streep erdoor laat zien hoeveel het cijfer door toeval anders had kunnen uitvallen. "
    "Driehoek naar rechts: hoger dan {reference}. Driehoek naar links: lager. Open rondje: geen duidelijk verschil. "
    "Kruisje: niet te vergelijken. De stippellijn is {reference}."
)
VERDICTS = {
    "higher": "hoger dan {reference}",
    "lower": "lager dan {reference}",
    "no clear difference": "geen duidelijk verschil met {reference}",
    "nearly equal": "vrijwel gelijk aan {reference}",
    "not comparable": "niet te vergelijken met {reference}",
}
MESSAGE = "Van de {total} gebieden met een cijfer: {higher} hoger dan {reference}, {lower} lager, {same} zonder duidelijk verschil."
MESSAGE_WITHOUT_TEST = "Van {total} gebieden is in {period} een cijfer bekend; een toets tegen {reference} is er niet."
NOTHING = "Van dit cijfer is in {period} van geen van deze gebieden iets bekend."
NOT_KNOWN = "niet bekend"
NO_PERIOD = "Van dit cijfer is nog niets bekend om te vergelijken."
ALONE = "Er zijn geen andere gebieden om mee te vergelijken: kies hierboven een andere groep."
AGAINST = "Tegen {reference}"
AREA = "Gebied"
FIGURE = "Cijfer"
