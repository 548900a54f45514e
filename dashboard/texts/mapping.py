"""Words about tables whose columns are told what they mean: cells, areas, periods, herindelingen, checks."""

OR = " of "
AND = " en "
COMMA = ", "
NAME_AND_CODE = "{name} ({code})"
AND_MORE = "{names} en nog {count}"

# Numbers
A_PERCENTAGE = "Dit is een percentage; hier hoort een aantal"
A_PERCENTAGE_ADVICE = "Wijs deze kolom aan als percentage, of vul aantallen in."
A_POWER = "Dit getal is met een macht van tien geschreven"
A_POWER_ADVICE = "Schrijf het getal voluit."
TOO_LARGE_ADVICE = "Controleer het getal."

# Areas
AREA_EMPTY = "Er staat geen gebied in deze regel"
AREA_EMPTY_ADVICE = "Vul de code of de naam van de gemeente in, of haal de regel weg."
AREA_UNKNOWN = "Dit gebied is niet bekend"
AREA_UNKNOWN_ADVICE = "Gebruik de gemeentecode (GM0034) of de naam die het CBS gebruikt."
AREA_AMBIGUOUS = "Deze naam hoort bij meer dan één gebied"
AREA_AMBIGUOUS_ADVICE = "Kies {names} en schrijf de code."
AREA_NOT_KEPT = "Van dit soort gebied worden geen cijfers bewaard"
AREA_NOT_KEPT_ADVICE = (
    "Haal de regel weg; gemeenten, wijken, provincies, samenwerkingsverbanden en Nederland kunnen wel."
)
AREA_LATER = "{name} bestond nog niet in {period}"
AREA_LATER_ADVICE = "Gebruik de gemeenten zoals ze in {period} waren."
AREA_TOO_EARLY = "Van voor {year} zijn geen gebieden bekend"
AREA_TOO_EARLY_ADVICE = "Haal de regels van voor {year} weg."
AREA_ELSEWHERE = "Dit gebied is van een andere regio"
AREA_ELSEWHERE_ADVICE = "U kunt alleen cijfers inlezen over gebieden van uw eigen regio; haal de regel weg."
NOTE_NOT_KEPT = "Overgeslagen regels: {count}. Van deze gebieden worden geen cijfers bewaard: {names}."
NOTE_EMPTY_ROWS = "Overgeslagen lege regels: {count}. Deze gebieden bestaan in de periode niet: {names}."
NOTE_LATER = "Overgeslagen regels: {count}. Deze gemeenten bestonden toen nog niet: {names}."
NOTE_TOO_EARLY = "Overgeslagen regels: {count}. Van voor {year} zijn geen gebieden bekend."

# Periods
SHORTER_PERIOD = "Van kwartaal- en maandcijfers worden geen cijfers bewaard"
SHORTER_PERIOD_ADVICE = "Kies jaren, schooljaren of halve jaren."
PERIOD_EMPTY = "Er staat geen periode in deze regel"
NOTE_SHORTER = "Overgeslagen regels: {count}. Van kwartaal- en maandcijfers worden geen cijfers bewaard."
TWO_KINDS = "De indicator {indicator} heeft in dit bestand zowel jaren als schooljaren"
TWO_KINDS_ADVICE = (
    "Een cijfer over een jaar en een cijfer over een schooljaar zijn niet hetzelfde; kies één van de twee."
)
OVER_THOUSAND = "Een aantal per 1.000 kan niet boven de 1.000 zijn"

# The mapping itself
COLUMN_MISSING = "Deze kolom is aangewezen maar staat niet in het bestand"
NO_MEASURES = "Er is geen enkele kolom met cijfers aangewezen"
NO_MEASURES_ADVICE = "Wijs aan welke kolom bij welke indicator hoort."
NO_PERIOD = "Er is geen periode aangewezen"
NO_PERIOD_ADVICE = "Wijs de kolom met het jaar aan, of vul de periode van het hele bestand in."
NO_NUMBERS = "De indicator {indicator} bestaat uit verhalen en heeft geen cijfers"
NO_VALUE = "Met de aangewezen kolommen is er geen cijfer voor {indicator}"
NO_VALUE_ADVICE = "Wijs een kolom met het percentage aan, of teller en noemer."
NO_VALUE_ONLY_ADVICE = "Wijs de kolom aan waarin het cijfer zelf staat."
ONE_COLUMN = "Voor {indicator} zijn zowel een aantal als een cijfer aangewezen"
ONE_COLUMN_ADVICE = "Wijs één kolom aan: bij deze indicator zijn ze hetzelfde."
NOT_TO_BE_ADDED = "De cijfers van {indicator} kunnen niet bij elkaar opgeteld worden"
NOT_TO_BE_ADDED_ADVICE = "Wijs teller en noemer aan; die worden wel opgeteld."

# Groups
GROUP_UNKNOWN = "Van deze groep is niet gezegd welke het is"
GROUP_UNKNOWN_ADVICE = "Wijs de groep aan, of laat de regels ervan weg."
NOTE_TWO_GROUPS = "Overgeslagen regels: {count}. Ze gaan over twee groepen tegelijk."

# Herindelingen
MOVED = "{others} → {one}, vanaf {year}"
MOVED_SPLIT = "{one} → {others}, vanaf {year}, verdeeld naar inwoners"
CANNOT_MOVE = "{name} is nu {became}; een percentage zonder teller en noemer kan niet worden overgezet"
CANNOT_MOVE_ADVICE = "Geef ook teller en noemer, of gebruik de gemeenten van nu."
PART_MISSING = "Het cijfer van {successor} over {period} is niet compleet: {missing} ontbreekt"
PART_MISSING_ADVICE = "Voeg de regel toe, of gebruik de gemeenten van nu."
NOTE_INCOMPLETE = "Overgeslagen cijfers: {count}. Een deel van de heringedeelde gemeente ontbreekt: {names}."

# Checks over the whole table
OUT_OF = "{numerator} van {denominator}"
DENOMINATOR_ZERO_ADVICE = "Vul de noemer in, of haal de regel weg."
CONTRADICTION = (
    "Percentage, teller en noemer passen niet bij elkaar: {numerator} van {denominator} is {computed}, er staat {value}"
)
CONTRADICTION_ADVICE = "Controleer of de drie kolommen goed zijn aangewezen."
TOTAL_WRONG = "Deze totaalregel telt niet op: de regels erboven zijn samen {sum}"
TOTAL_WRONG_ADVICE = "Controleer de regels, of haal de totaalregel weg."
NOTE_TOTALS = "De totaalregel klopt met de andere regels en is overgeslagen."
NOTE_TOTALS_UNCHECKED = "De totaalregel is overgeslagen; hij is niet na te tellen, omdat een deel niet getoond is."
NOTE_NOBODY = "Weggelaten cijfers: {count}. Ze gaan over een groep zonder kinderen (de noemer is nul)."
NOTE_SUMS_WITHHELD = "Opgetelde cijfers die niet getoond worden: {count}. De bron toont een deel ervan niet."
NOTE_WITHHELD = "Cijfers die de bron niet toont: {count}. Ze zijn bewaard als niet getoond, niet als nul."
NOTE_ABSENT = "Over {periods} staan er geen cijfers in voor {indicator}; dat is geen nul."
NOTE_COMPUTED = "Uitgerekend uit teller en noemer: {count}."
NOTHING = "Er staat geen enkel cijfer in over een gebied dat bekend is"
NOTHING_ADVICE = "Controleer of de kolommen goed zijn aangewezen."
NOT_ADDING_UP = (
    "{indicator}, {area}, {period}: de groepen naar {dimension} tellen niet op ({sum}, het totaal is {total})."
)
NOT_ADDING_UP_OWN = "{indicator}, {area}, {period}: de groepen naar {dimension} tellen niet op tot het totaal."
NOT_ADDING_UP_MORE = "Ook op andere plaatsen tellen groepen niet op tot hun totaal: {count}."
JUMP = (
    "{indicator}, {area}: van {earlier} in {earlier_period} naar {value} in {period}. "
    "Controleer of er een komma of een kolom is verschoven."
)
JUMP_OWN = (
    "{indicator}, {area}: in {period} tien keer zo hoog of zo laag als in {earlier_period}. "
    "Controleer of er een komma of een kolom is verschoven."
)
JUMP_MORE = "Ook tien keer zo hoog of zo laag als de periode ervoor: {count}."
JUMP_MORE_STORED = "Ook tien keer zo hoog of zo laag als wat er van de periode voor dit bestand al staat: {count}."

# An own table
PERSONAL = "Deze kolom lijkt gegevens van personen te bevatten. Er is niets opgeslagen"
PERSONAL_ADVICE = "Haal de kolom weg; dit programma bewaart alleen cijfers over groepen, om kinderen te beschermen."
WHICH_COLUMNS = "Wat betekenen de kolommen? Wijs aan waar het gebied, de periode en de cijfers staan."
WHICH_PERIOD = "Over welke periode gaat dit bestand? Het staat er zelf niet in."
