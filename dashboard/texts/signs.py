"""How a picture of areas or groups beside each other is read."""

EACH_AREA = "Elk teken is een gebied"
EACH_GROUP = "Elk teken is een groep"
EACH_DISTRICT = "Elk teken is een wijk"
ALONE = "{each}."
WITH_INTERVAL = "{each}; de streep erdoor laat zien hoeveel het cijfer door toeval anders had kunnen uitvallen."
HIGHER = "Driehoek naar rechts: hoger dan {reference}."
LOWER = "Driehoek naar links: lager dan {reference}."
NEARLY = "Open vierkantje: vrijwel gelijk; het verschil is te klein om ertoe te doen."
ALIKE = "Open rondje: geen duidelijk verschil."
NOT_COMPARABLE = "Kruisje: niet te vergelijken."
FORMS = {  # by the verdict that the form tells
    "higher": HIGHER,
    "lower": LOWER,
    "nearly equal": NEARLY,
    "no clear difference": ALIKE,
    "not comparable": NOT_COMPARABLE,
}
LINE = "De stippellijn staat voor {reference}."
