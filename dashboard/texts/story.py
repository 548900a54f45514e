"""Words of the story beside a figure; the four questions stand here exactly as people know them."""

HEADING = "Het verhaal achter de cijfers"
QUESTIONS = {
    1: "Herkennen we het beeld uit de cijfers?",
    2: "Hoe kunnen we dit verklaren?",
    3: "Wat vinden we ervan?",
    4: "Wat zijn mogelijkheden voor verbetering?",
}
NUMBERED = "{number}. {question}"
ABOUT = "{indicator}, {area}"
TO_STORY = "Naar het verhaal"
TO_QUESTION = "Naar een vraag"
IN_SHORT = {1: "Herkennen", 2: "Verklaren", 3: "Waarderen", 4: "Verbeteren"}
COUNTED = {"one": "1 antwoord", "many": "{count} antwoorden"}
FOR_WHO_TAKES_PART = "Wat mensen bij dit cijfer zeggen, leest wie in deze regio meedoet."
NOT_HEARD = "Nog niet gehoord: {perspectives}"
EVERYBODY_HEARD = "Alle perspectieven zijn gehoord."
EXAMPLE = "Voorbeeld: deze verhalen zijn verzonnen."
ONE_ANSWER = "1 antwoord"
ANSWERS_OF_ONE = "{count} antwoorden van 1 organisatie"
ANSWERS = "{count} antwoorden van {organisations} organisaties"
SHOW_MORE = "Toon meer: nog {hidden} eerdere"
SHOW_LESS = "Toon alleen de nieuwste"
VOICES = {1: "Wie herkent het beeld?", 3: "Wie vindt er wat van?"}
ALL_VOICES = "Wie koos wat: {count} organisaties"
TIMES = "{choice} ({count} keer)"
NOBODY_YET = "Nog geen antwoord."
WITHDRAWN = "{organisation}: ingetrokken."
ANSWER = "Uw antwoord"
PLACEHOLDERS = {
    1: "Schrijf hier wat u herkent en wat niet. Het wordt vanzelf bewaard.",
    2: "Schrijf hier hoe u dit verklaart. Het wordt vanzelf bewaard.",
    3: "Schrijf hier wat u ervan vindt. Het wordt vanzelf bewaard.",
    4: "Schrijf hier wat er beter kan. Het wordt vanzelf bewaard.",
}
NO_ORGANISATION = "Organisatie niet bekend"
VOICE = "<strong>{organisation}</strong> · {perspective}"
VOICE_NAMED = "<strong>{name}, {organisation}</strong> · {perspective}"
AUTHOR = "{organisation} · {perspective}"
AUTHOR_NAMED = "{name}, {organisation} · {perspective}"
ON_BEHALF = "{author} · namens {group}"
WRITTEN_DOWN = "{author} · opgetekend door {writer}"
FOR_WHOM = "{author} · {seen_by}"
SEEN_BY = {"circle": "alleen in uw kring", "released": "vrijgegeven"}
EDITED = "{author} · bijgewerkt op {day}, versie {version}"
WHOLE = "Lees het hele antwoord"
RECOGNISED = "{author} · herkend: {recognition}"
VALUED = "{author} · oordeel: {valuation}"
RECOGNITION = "Herkend: {recognition}"
VALUATION = "Oordeel: {valuation}"
EDIT = "Wijzigen"
STOP_EDITING = "Niet wijzigen"
VERSIONS = "Eerdere versies"
VERSION_LINE = "Versie {version}, {day}:"
EARLIER = "Vorige keer, over {period} ({count})"
EARLIER_MOST = "Dit zijn de nieuwste {shown} van {count}."
SHARED = {
    "circle": "Gedeeld in deze kring: alleen uw organisatie leest het.",
    "region": "Gedeeld met de regio.",
    "released": "Gedeeld met de regio, en vrijgegeven om elders te tonen.",
}
CHANGED = "De wijziging is gedeeld. De eerdere versie blijft bewaard."
WITHDRAW = "Intrekken"
WITHDRAW_EXPLAINED = (
    "Binnen een dag blijft er niets van staan, ook niet voor uzelf. Daarna blijft 'ingetrokken' staan. Wat eruit is aangehaald "
    "in de gezamenlijke duiding of een afspraak werd, blijft daar staan."
)
WITHDRAW_CERTAIN = "Ja, trek deze bijdrage in"
WITHDRAWN_NOW = "Ingetrokken."
CONFLICT = (
    "Iemand anders heeft deze bijdrage ondertussen gewijzigd. Er is niets overschreven. Hieronder staat de tekst die nu "
    "geldt; uw eigen tekst staat nog in het vak. Neem over wat u wilt en deel opnieuw."
)
CONFLICT_NOW = "Nu staat er: {text}"
WITHDRAWN_MEANWHILE = "Deze bijdrage is ondertussen ingetrokken. Uw tekst is als concept bewaard."
DRAFT_KEPT = "Uw niet gedeelde tekst: {text}"
DRAFT_LEFT = "Uw niet gedeelde wijziging: {text}"
DRAFT_MOVED_ON = "Uw tekst is in een ander venster gewijzigd. Laad de pagina opnieuw om verder te gaan."
NOTHING_TO_SHARE = "Schrijf eerst iets, of kies een antwoord."
NOT_ALLOWED = "Uw rol mag hier lezen, maar niet schrijven."
NO_FIGURE = "Zodra er een cijfer is, kan hier het verhaal erachter komen."
