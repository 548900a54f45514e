"""Words of the prompts under each question; these are the ones that stand when a region wrote none itself."""

TITLE = "Hulpvragen"
PROMPTS = {
    1: (
        "Kijk naar het aantal én naar het percentage: zeggen ze hetzelfde?",
        "Past het bij wat u in de praktijk ziet? Bij welke kinderen wel, bij welke niet?",
        "Ontbreekt er een groep in dit cijfer?",
    ),
    2: (
        "Hoe ging het de afgelopen jaren? Wat veranderde er toen het cijfer veranderde?",
        "Is het in alle groepen zo: leeftijd, jongens en meisjes, soort school, wijk?",
        "Wat zeggen ouders en jongeren er zelf over?",
        "Komt het door wat er gebeurt, of door hoe er geteld wordt?",
    ),
    3: (
        "Wat betekent dit voor een kind dat het meemaakt?",
        "Hoe verhoudt het zich tot wat we samen willen bereiken?",
        "Wat gaat er goed en mag zo blijven?",
    ),
    4: (
        "Wat werkt er al, hier of bij de buren, en kan vaker?",
        "Wie kan morgen iets anders doen? Wie heeft u daarbij nodig?",
        "Waaraan merken kinderen en ouders over een jaar dat het beter gaat?",
    ),
}
OF_REGION = "Deze hulpvragen zijn van uw regio."
EDIT = "Hulpvragen aanpassen"
FIELD = "Eén hulpvraag per regel (voor iedereen in uw regio)"
SAVE = "Bewaren"
STOP = "Niet wijzigen"
BACK = "Terug naar de standaardvragen"
SAVED = "De hulpvragen zijn aangepast voor iedereen in uw regio."
SAVED_STANDARD = "De standaardvragen staan er weer."
FAULTS = {
    "too_long": "Dit is te lang: alle hulpvragen bij een vraag mogen samen {most} tekens hebben.",
    "too_many": "Dit zijn er te veel: kies er hoogstens {most_lines}.",
}
CONFLICT = (
    "Iemand anders heeft deze hulpvragen intussen gewijzigd. Er is niets overschreven. Nu staat er: {text} Uw eigen tekst staat nog in "
    "het vak; bewaar opnieuw als die moet gelden."
)
