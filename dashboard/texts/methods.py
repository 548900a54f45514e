"""The page Uitleg, second half: how is calculated, method by method, in plain Dutch."""

TITLE = "Hoe we rekenen"
INTRODUCTION = (
    "Elke zin bij een cijfer komt uit een vaste rekenregel. Hier staat elke regel in gewone woorden, met een rekenvoorbeeld "
    "uit de gegevens die nu in dit programma staan. Klik een regel open."
)
EXAMPLE = "Rekenvoorbeeld"

# By key: the name, and the explanation. The keys are those of `dashboard.data.examples`.
METHODS: dict[str, tuple[str, str]] = {
    "interval": (
        "Interval van een percentage",
        "Stel dat u dezelfde groep nog eens kon tellen. Door toeval kwam er dan net iets anders uit. Het interval laat zien "
        "tussen welke waarden dat meestal ligt: in 95 van de 100 keer. Hoe kleiner de groep, hoe breder het interval.\n\n"
        "Wij gebruiken de methode van Wilson. Die klopt ook bij kleine groepen en komt nooit onder 0% of boven 100% uit. Alle "
        "kinderen zijn geteld, er is geen steekproef. Het interval is dus een leeshulp, geen bewijs.",
    ),
    "rate": (
        "Interval van een aantal per 1.000",
        "Zaken die weinig voorkomen tellen we per 1.000 kinderen. Daar hoort een andere rekenregel bij: het exacte interval van "
        "Poisson. Die kijkt hoe groot het echte aantal kan zijn als dit geteld is, en deelt dat door het aantal kinderen.",
    ),
    "reference": (
        "Hoger of lager dan Nederland",
        "Nederland en een provincie zijn zo groot dat toeval daar bijna niets uitmaakt. Daarom leggen we het interval van uw "
        "gebied naast het ene getal van Nederland. Ligt het hele interval aan één kant, dan zeggen we *hoger* of *lager*. Heeft "
        "het cijfer een gewenste richting, dan zeggen we *gunstiger* of *ongunstiger*. Anders: *geen duidelijk verschil*.\n\n"
        "Let op: wie 30 cijfers in 10 gemeenten vergelijkt, vindt door toeval alleen al zo'n 15 verschillen.",
    ),
    "small-areas": (
        "Twee kleine gebieden vergelijken",
        "Bij een buurgemeente of een samenwerkingsverband speelt toeval aan beide kanten. Dan toetsen we het verschil zelf: hoe "
        "groot is de kans dat toeval alleen zo'n verschil geeft? Is die kans kleiner dan 5%, dan noemen we het verschil.",
    ),
    "smallest-difference": (
        "Vrijwel gelijk: een verschil dat te klein is",
        "In een groot gebied is bijna elk verschil te groot voor toeval, ook als het niets betekent. Daarom is er een kleinste "
        "verschil dat ertoe doet: 0,5 procentpunt, of 5% van de waarde als dat meer is. Een cijfer kan ook een eigen grens "
        "hebben. Daaronder zeggen we *vrijwel gelijk*.",
    ),
    "rounding": (
        "Afgeronde aantallen",
        "Het CBS rondt aantallen af, meestal op vijftallen of tientallen. Het echte aantal kan dus iets lager of hoger zijn. "
        "Wij rekenen met allebei de uitersten en zeggen alleen wat met allebei klopt.",
    ),
    "derived": (
        "Afgeleide noemer",
        "Soms geeft een bron wel het aantal en het percentage, maar niet hoeveel kinderen er zijn. Dat rekenen we terug: aantal "
        "gedeeld door percentage. Er staat dan *afgeleid* bij. Omdat het percentage is afgerond, ligt de noemer niet helemaal "
        "vast; de zinnen zeggen dan *bij benadering*.",
    ),
    "estimated": (
        "Geschat aantal",
        "Geeft een bron alleen een percentage, dan schatten we de noemer uit de bevolking naar leeftijd. Een leeftijdsklasse die "
        "maar voor een deel meetelt, verdelen we gelijk over haar jaren. Het aantal is dan het percentage daarvan. Bij noemer en "
        "aantal staat *geschat*, en zinnen zeggen *bij benadering*.\n\n"
        "In een studentenstad klopt die gelijke verdeling minder goed. Zou meer dan de helft van de schatting daarop rusten, dan "
        "schatten we niet.",
    ),
    "trend": (
        "Stijgt of daalt",
        "We zeggen dit pas als vier dingen kloppen: er zijn minstens vijf jaren achter elkaar, er is geen breuk, een toets laat "
        "met 99,8% zekerheid een lijn zien, en die lijn hangt niet aan één jaar. Voorlopige en definitieve cijfers toetsen we "
        "niet samen. Anders staat er *geen duidelijke trend* of *te weinig gegevens*.\n\n"
        "Waarom zo streng? In een groep van 400 waar niets verandert, verschilt een percentage van 8% tussen twee jaren in 65 "
        "van de 100 gevallen toch een heel procentpunt of meer.",
    ),
    "progress": (
        "De weg naar de norm",
        "De weg is de rechte lijn van het begin naar de norm. We kijken waar het laatste cijfer met zijn interval ligt: helemaal "
        "voorbij de norm (*norm gehaald*), helemaal voorbij de weg (*op koers*), of er helemaal achter (*nog niet op koers*). "
        "Ligt het interval over de lijn heen, dan staat erbij dat het verschil toeval kan zijn.\n\n"
        "Is er tussen het begin en nu anders geteld, dan zeggen we niets over de weg: *niet te vergelijken*.",
    ),
    "small-counts": (
        "Kleine aantallen",
        "Bij eigen cijfers tonen we geen aantal van 1 tot en met 9, en niets over een groep van minder dan 50 kinderen. Anders "
        "kan iemand een kind herkennen. Een bron die zelf al beschermt, nemen we over zoals zij is. *Niet getoond* is nooit nul.\n\n"
        "Een klein aantal mag ook niet terug te rekenen zijn uit andere getallen. Daarom houden we soms nog een getal achter. Dat "
        "gebeurt bij het inlezen: wat niet getoond mag worden, staat nergens in dit programma.",
    ),
    "composed": (
        "Samenwerkingsverband of regio",
        "Geeft de bron geen cijfer van een samenwerkingsverband, dan tellen we aantallen en noemers van de gemeenten op, ieder "
        "voor het deel dat erin ligt. Percentages middelen we nooit. Ontbreekt een gemeente, dan kijken we hoe groot zij in een "
        "ander jaar was. Is minder dan 80% van de kinderen bekend, dan tonen we niets.",
    ),
    "carried": (
        "Herindelingen",
        "Als gemeenten samengaan, begint de nieuwe gemeente niet met een lege lijn. We tellen de aantallen en noemers van de "
        "oude gemeenten op, ieder voor het deel dat naar de nieuwe ging. Dat kan alleen als alle oude gemeenten een aantal "
        "hebben. Onder de tabel staat uit welke gemeenten. Een gemeente die er al was en groter werd, houdt haar eigen cijfers.",
    ),
    "together": (
        "Drie jaren samen",
        "Is een groep zo klein dat het interval breder is dan 10 procentpunten, dan zegt de zin eerst het interval. Daarnaast "
        "tellen we de laatste drie jaren op. Dat kan alleen als alle drie getoond worden, op dezelfde manier zijn geteld en "
        "allemaal voorlopig of allemaal definitief zijn. Wie in meer jaren meetelt, telt dan ook meer keren mee.",
    ),
    "status": (
        "Voorlopig, bijgesteld en breuk",
        "Een *voorlopig* cijfer kan nog veranderen. Verandert een cijfer, dan blijft bewaard wat het was en wanneer het "
        "veranderde; onder de tabel staat dat erbij. Een *breuk* betekent dat vanaf dat jaar anders is geteld. Over een breuk "
        "heen vergelijken we niets: geen trend, geen weg naar een norm, geen jaren samen.",
    ),
}
