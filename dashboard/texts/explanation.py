"""The page Uitleg: how to read the screens, in plain Dutch."""

TITLE = "Uitleg"
INTRODUCTION = "Hoe u de schermen leest, hoe we rekenen, waar de cijfers vandaan komen en wat er verzonnen is."
SCREENS = "Lezen en gebruiken"

SECTIONS: tuple[tuple[str, str], ...] = (
    (
        "Waar is dit voor?",
        "Gemeenten en samenwerkingsverbanden passend onderwijs kijken hier samen naar de staat van de jeugd: hoe gaat het "
        "met kinderen en jongeren, wat willen we bereiken, en wat betekenen de cijfers? Tellen en vertellen horen bij "
        "elkaar. Een cijfer zonder verhaal zegt weinig; een verhaal zonder cijfer is moeilijk te delen.\n\n"
        "Het is bedoeld om van te **leren, niet om op af te rekenen**. Daarom ziet u geen ranglijsten, geen rood en groen, "
        "en geen rapportcijfers.",
    ),
    (
        "Zo leest u een cijfer",
        "- **Eerst de zin.** Boven elke grafiek staat in één zin hoe het is en of het verandert. Die zin houdt al rekening "
        "met toeval.\n"
        "- **Aantal, noemer en percentage staan bij elkaar**, bijvoorbeeld: 7.400 van 63.248 · 11,7%. Geeft de bron geen "
        "noemer, dan rekenen wij die terug uit aantal en percentage. Dan staat er *afgeleid* bij.\n"
        "- **Open punten zijn voorlopig.** Voorlopige en definitieve cijfers staan nooit op één lijn.\n"
        "- **Een verticale lijn is een breuk**: vanaf daar is anders geteld. Over een breuk trekken we geen lijn.\n"
        "- **Niet getoond** betekent: de groep is te klein, of de bron geeft het cijfer niet. Het is nooit nul.",
    ),
    (
        "Wanneer zeggen we ‘stijgt’, ‘daalt’ of ‘hoger’?",
        "Cijfers schommelen altijd. In een groep van 400 jongeren waar niets verandert, verschilt een percentage van 8% "
        "tussen twee jaren in 65 van de 100 gevallen toch een heel procentpunt of meer.\n\n"
        "- **Stijgt of daalt** zeggen we pas bij minstens vijf jaren achter elkaar, als een toets dat met 99,8% zekerheid "
        "laat zien, en als het niet aan één jaar ligt. Anders staat er *geen duidelijke trend* of *te weinig gegevens*.\n"
        "- **Hoger of lager dan Nederland** zeggen we als het hele interval van uw gebied aan één kant ligt. Anders staat er "
        "*geen duidelijk verschil*. Is het verschil heel klein, dan staat er *vrijwel gelijk*.\n"
        "- **Het interval** (‘toon onzekerheid’) laat zien hoeveel het aantal door toeval anders had kunnen uitvallen. Er is "
        "geen steekproef: alle kinderen zijn geteld. En veel kinderen tellen jaar na jaar mee. Zie het interval dus als "
        "leeshulp, niet als bewijs.",
    ),
    (
        "Normen en de weg ernaartoe",
        "Een norm is de waarde die partijen willen bereiken, met een jaar en een reden. De gestreepte lijn is de weg van het "
        "begin naar de norm.\n\n"
        "- **Norm gehaald**: het hele interval ligt op of voorbij de norm.\n"
        "- **Op koers**: het hele interval ligt op of voorbij de weg.\n"
        "- **Nog niet op koers**: het hele interval blijft achter bij de weg.\n"
        "- Ligt het interval eroverheen, dan staat erbij dat **het verschil toeval kan zijn**.\n\n"
        "Een vervangen norm blijft in de grafiek en in de geschiedenis staan. Zo is te zien of de lat verschoof. "
        "Een norm is geen oordeel. Is hij gehaald, vraag dan: bereiken we ook de groepen die het moeilijkst te bereiken zijn?",
    ),
    (
        "Het verhaal achter de cijfers",
        "Naast elke grafiek staan vier duidingsvragen: herkennen we het beeld, hoe verklaren we het, wat vinden we ervan, en "
        "wat kan beter? Iedereen antwoordt vanuit een eigen perspectief. Wat u typt wordt vanzelf bewaard, ook als de "
        "verbinding wegvalt of u het venster sluit. Pas als u op **Delen** drukt, zien anderen het.\n\n"
        "Schrijf nooit over een herkenbaar kind. Een burgerservicenummer, e-mailadres of telefoonnummer houden we tegen.",
    ),
    (
        "Samenwerkingsverbanden",
        "Een samenwerkingsverband valt vaak niet samen met één gemeente. Geeft de bron zelf een cijfer, dan tonen we dat. "
        "Anders tellen we aantallen en noemers van de gemeenten op, naar hun aandeel, en staat erbij uit hoeveel gemeenten het "
        "is berekend. Is minder dan 80% bekend, dan tonen we niets. Percentages middelen we nooit.\n\n"
        "De indeling komt uit de bijlage bij de wet en is van 2017 of eerder; intussen zijn samenwerkingsverbanden samengegaan.",
    ),
    (
        "Wat is verzonnen?",
        "Echte gemeentenamen dragen alleen echte, gepubliceerde cijfers. **Regio Rivierenrijk**, met Waterdam en de andere "
        "gemeenten daar, bestaat niet. Al haar cijfers, normen, mensen en verhalen zijn verzonnen om mee te oefenen. Overal "
        "waar ze staan, staat *voorbeeld*.",
    ),
    (
        "Wie kan meekijken?",
        "Zolang aanmelden niet is ingesteld, draait dit programma alleen op uw eigen computer. Niemand anders kan erbij. "
        "U zegt één keer wie u bent, zodat bij een bijdrage staat vanuit welke organisatie en welk perspectief zij komt. "
        "Het programma vraagt niets op bij andere servers, behalve als u zelf bij Gegevens cijfers laat ophalen bij het CBS.",
    ),
    (
        "Toegankelijkheid",
        "We toetsen elk scherm aan WCAG 2.2, niveau A en AA. Bij elke grafiek staat de boodschap in woorden en een echte "
        "tabel. Alles is met het toetsenbord te bedienen. Enkele woorden van het onderliggende programma zijn nog Engels, "
        "zoals ‘Running…’ rechtsboven; die kunnen wij niet vertalen.",
    ),
)
SOURCES = "Bronnen"
SOURCE = "Bron"
PUBLISHER = "Uitgever"
LICENCE = "Licentie"
RETRIEVED = "Opgehaald"
EXAMPLE = "voorbeeld, verzonnen"
NOT_RECORDED = "niet vastgelegd"
