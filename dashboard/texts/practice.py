"""Words of Praktijkverhalen: the page, the form, and the stories beside a figure."""

TITLE = "Praktijkverhalen rond {area}"
INTRODUCTION = (
    "Wat mensen in de praktijk meemaken: wat goed gaat (een parel) en waar het vastloopt (een knelpunt). Met of zonder "
    "cijfer erbij. Beschrijf de situatie, niet de persoon."
)
EXAMPLE_REGION = "Voorbeeld: deze verhalen zijn verzonnen."
KINDS = {"gem": "parel", "bottleneck": "knelpunt"}
KIND_CHOICES = {"gem": "Parel: dit gaat goed", "bottleneck": "Knelpunt: hier loopt het vast"}

# Choosing what one sees
KIND = "Soort"
KIND_FILTERS = {"": "alles", "parel": "parels", "knelpunt": "knelpunten"}
THEME = "Thema"
ALL_THEMES = "alle thema’s"
SEARCH = "Zoeken"
SEARCH_EXAMPLE = "Bijvoorbeeld: wachten, vroeg erbij"
COUNT = {"one": "{count} verhaal", "many": "{count} verhalen"}
SHOWN = "{shown} van {total}"
FOR_WHO_TAKES_PART = "Verhalen uit de praktijk van deze regio leest wie er meedoet."
NONE = "Er is nog geen praktijkverhaal. Het eerste kan van u zijn."
NOTHING_LEFT = "Geen verhaal past bij wat u koos. Kies iets anders, of toon weer alles."
SHOW_ALL = "Toon weer alles"
MORE = "Toon meer verhalen"

# One story
BETWEEN = " · "
WHOLE_REGION = "hele regio"
BY = "{author} · {day}"
AUTHOR = "{organisation} · {perspective}"
AUTHOR_NAMED = "{name}, {organisation} · {perspective}"
CHANGED_ON = "{line} · bijgewerkt op {day}, versie {version}"
NO_ORGANISATION = "Organisatie niet bekend"
VISIBLE = {
    "circle": "Alleen uw organisatie leest dit.",
    "region": "",
    "released": "Vrijgegeven: mag ook elders getoond worden.",
}
TO_FIGURE = "Naar het cijfer {indicator}"
WITHDRAWN = "{kind} van {organisation}: ingetrokken."
WHOLE = "Lees het hele verhaal"
EXPIRED = "{kind} van {organisation}: tekst weggehaald, de bewaartermijn van de regio is voorbij."
VERSIONS = "Eerdere versies"
VERSION_LINE = "Versie {version}, {day}: {title}"
EDIT = "Wijzigen"
STOP_EDITING = "Niet wijzigen"
WITHDRAW = "Intrekken"
WITHDRAW_EXPLAINED = "Binnen een dag verdwijnt het verhaal helemaal, ook voor uzelf. Daarna blijft ‘ingetrokken’ staan."
WITHDRAW_CERTAIN = "Ja, trek dit verhaal in"
WITHDRAWN_NOW = "Ingetrokken."
REMOVED_NOW = "Weggehaald. Er staat niets meer van."

# Writing one
WRITE = "Vertel een praktijkverhaal"
WHAT = "Wat voor verhaal is het?"
ABOUT_FIGURE = "Bij welk cijfer hoort het?"
NO_FIGURE = "geen cijfer"
ABOUT_THEME = "Bij welk thema hoort het?"
ABOUT_AREA = "Waar speelt het?"
HEADLINE = "Kop"
HEADLINE_PLACEHOLDER = "In een paar woorden, als een krantenkop"
STORY = "Het verhaal"
PLACEHOLDER = "Wat gebeurde er, en wat leert het ons? Schrijf het zonder namen. Het wordt vanzelf bewaard."
SHARED = "Gedeeld."
CHANGED = "De wijziging is bewaard. De eerdere versie blijft bewaard."
FAULTS = {
    "kind_missing": "Kies: parel of knelpunt.",
    "theme_missing": "Kies bij welk thema het verhaal hoort.",
    "title_missing": "Geef het verhaal een kop.",
    "title_too_long": "De kop is te lang: {most} tekens mag.",
    "text_missing": "Schrijf eerst het verhaal.",
    "text_too_long": "Het verhaal is te lang: {longest} tekens mag.",
    "visibility_unknown": "Kies wie dit mag lezen.",
    "indicator_unknown": "Dit cijfer bestaat niet meer. Kies een ander.",
    "area_unknown": "Een verzonnen verhaal hoort bij een verzonnen gebied, een echt verhaal bij een echt gebied.",
    "withdrawn_already": "Dit verhaal is ondertussen ingetrokken. Uw tekst is als concept bewaard.",
}
CONFLICT = (
    "Iemand anders heeft dit verhaal ondertussen gewijzigd. Er is niets overschreven. Hieronder staat de tekst die nu "
    "geldt; uw eigen tekst staat nog in het vak. Neem over wat u wilt en deel opnieuw."
)
CONFLICT_NOW = "Nu staat er: {text}"
DRAFT_MOVED_ON = "Uw tekst is in een ander venster gewijzigd. Laad de pagina opnieuw om verder te gaan."
DRAFT_KEPT = "Uw niet gedeelde tekst: {text}"
MAY_NOT = "Uw rol mag dit lezen, maar niet schrijven."
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u zelf een verhaal vertellen."

# Beside a figure
MORE_BESIDE = {
    "one": "Er is nog {count} verhaal bij dit cijfer.",
    "many": "Er zijn nog {count} verhalen bij dit cijfer.",
}
TAB = "Praktijkverhalen"
NONE_BESIDE = "Bij dit cijfer is nog geen praktijkverhaal."
ELSEWHERE = {
    "one": "Uit andere gebieden van de regio is er nog {count} verhaal bij dit cijfer.",
    "many": "Uit andere gebieden van de regio zijn er nog {count} verhalen bij dit cijfer.",
}
ALL_STORIES = "Alle praktijkverhalen lezen, of er een vertellen"
