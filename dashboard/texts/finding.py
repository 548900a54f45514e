"""Zoeken: words of the screen on which figures and texts are found."""

TITLE = "Zoeken"
INTRODUCTION = (
    "Zoek in de cijfers, de bijdragen en duidingen, praktijkverhalen, afspraken, ambities en normen. U vindt alleen wat "
    "u ook op het scherm zelf mag lezen."
)
FIELD = "Waar zoekt u naar?"
PLACEHOLDER = "Bijvoorbeeld: wachtlijst, thuiszitters, Waterdam"
NO_WORDS = "Typ een woord met letters of cijfers. Leestekens alleen zijn niet te vinden."
NOTHING = "Niets gevonden. Probeer een korter woord, of een ander woord voor hetzelfde."
EXAMPLES = "Voorbeelden van de verzonnen Regio Rivierenrijk"
FOUND = {"one": "1 gevonden", "many": "{count} gevonden"}
GROUP = "Waarin?"
EVERYTHING = "Alles"
GROUPS = {
    "cijfers": "Cijfers",
    "verhaal": "Bijdragen en duidingen",
    "praktijk": "Praktijkverhalen",
    "afspraken": "Afspraken en tafels",
    "ambities": "Ambities en normen",
    "inspanningen": "Inspanningen",
    "agenda": "Data-ontwikkelagenda",
}
KINDS = {
    "contribution": "Bijdrage",
    "joint": "Gezamenlijke duiding",
    "dissent": "Afwijkende zienswijze",
    "practice": "Praktijkverhaal",
    "agreement": "Afspraak",
    "escalation": "Op een andere tafel gelegd",
    "table": "Tafel",
    "norm": "Norm",
    "issue": "Vraagstuk",
    "ambition": "Ambitie",
    "result": "Maatschappelijk resultaat",
    "observation": "Wat mensen merken",
    "goal": "Doel",
    "effort": "Activiteit",
    "agenda": "Willen we weten",
}
GROUP_WITH_COUNT = "{group} ({count})"
SHOW_ALL = "Toon alle {count}"
MORE_THERE_ARE = "Er zijn er meer. Hier staan er {count}; zoek met meer woorden voor de andere."
OF_FIGURE = "{indicator} · {area}"
CAPTION = "{kind} · {organisation}, {day}"
CAPTION_DAY = "{kind} · {day}"
TO = {
    "figure": "Naar het cijfer en het verhaal: {about}",
    "norm": "Naar de norm: {about}",
    "tree": "Naar Ambities en normen",
    "result": "Naar het blad van dit resultaat",
    "practice": "Naar Praktijkverhalen",
    "agreements": "Naar Afspraken",
    "escalations": "Naar wat op een andere tafel ligt",
    "tables": "Naar wie aan welke tafel zit",
    "efforts": "Naar Inspanningen",
    "agenda": "Naar de agenda",
}
