"""Words of the story to take along: the buttons, and what is written on the page."""

TITLE = "Verhaal meenemen"
INTRODUCTION = (
    "Het cijfer met het verhaal erbij, als één pagina om af te drukken of te mailen. Concepten staan er nooit in."
)
AUDIENCE = "Voor wie is deze pagina?"
AUDIENCES = {
    "region": "voor de regio",
    "circle": "alleen voor mijn organisatie",
    "released": "om elders te laten zien",
}
AUDIENCE_MEANS = {
    "region": "Met alles wat in de regio te lezen is. Niet wat alleen uw organisatie mag lezen.",
    "circle": "Ook met wat ‘in deze kring’ staat: dat is alleen voor uw organisatie.",
    "released": "Alleen met bijdragen en praktijkverhalen die zijn vrijgegeven. Wat de regio samen opschreef en afsprak, staat er niet in.",
}
KINDS = {"pdf": "Om af te drukken (PDF)", "html": "Als webpagina, werkt zonder internet (HTML)"}
MIME = {"pdf": "application/pdf", "html": "text/html"}
FILE = "verhaal-{title}-{period}"

# On the page
PLACE = "{theme} · {area}"
SEVERAL = "{titles}"
TITLE_OF_FIGURE = "{indicator}, {area}"
NOTICES = {
    "region": "Bedoeld voor de regio: deel deze pagina niet daarbuiten.",
    "circle": "Alleen voor uw eigen organisatie: hierin staan bijdragen ‘in deze kring’.",
    "released": "Hierin staat alleen wat is vrijgegeven.",
    "example": "Voorbeeld: deze cijfers en verhalen zijn verzonnen.",
}
STORY = "Het verhaal achter de cijfers"
CHART = "De grafiek van {title}"
NUMBERS = "De cijfers van {title}"
NOTHING_SAID = "Hierop is nog niets geantwoord."
TOGETHER = "Samen zeggen we"
CONFIRMED = "Bevestigd door {party} op {day}: {name}"
CONFIRMED_NAMELESS = "Bevestigd door {party} op {day}"
NOT_CONFIRMED = "Nog door niemand bevestigd."
OTHERWISE = "Ziet het anders: {party}"
WHO_ON = "{author} · {day}"
PRACTICE = "Uit de praktijk"
PRACTICE_WHO = "{kind} · {author}"
AGREEMENTS = "Afspraken"
ADDRESS = "Dit scherm: {address}"
PAGE = "Pagina {here} van {all}"
PAPER = {"story": STORY, "together": TOGETHER, "numbers": NUMBERS, "nothing": NOTHING_SAID, "page": PAGE}
