"""Words about tables whose columns are told what they mean: cells, areas, periods, herindelingen, checks."""

OR = " of "
AND = " en "
COMMA = ", "
NAME_AND_CODE = "{name} ({code})"
AND_MORE = "{names} en nog {count}"

# Numbers
A_PERCENTAGE = "Dit is een percentage; hier hoort een aantal"
A_PERCENTAGE_ADVICE = "Wijs deze kolom aan als percentage, of vul aantallen in."
A_DATE = "Een spreadsheet heeft hier een datum van gemaakt"
A_DATE_ADVICE = "Geef de kolom in de spreadsheet de opmaak Tekst en vul het getal opnieuw in."
A_FORMULA = "Dit is een formule, geen getal"
A_FORMULA_ADVICE = "Plak in de spreadsheet alleen de waarden."
A_SHEET_ERROR = "Dit is een foutmelding van de spreadsheet, geen getal"
A_SHEET_ERROR_ADVICE = "Herstel de formule in de spreadsheet, of maak de cel leeg."
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
NOTE_NOT_KEPT = "{count} regels zijn overgeslagen: van deze gebieden worden geen cijfers bewaard ({names})."
NOTE_EMPTY_ROWS = "{count} lege regels over gebieden die in de periode niet bestaan, zijn overgeslagen ({names})."
NOTE_LATER = "{count} cijfers zijn overgeslagen: deze gemeenten bestonden toen nog niet ({names})."
NOTE_TOO_EARLY = "{count} cijfers van voor {year} zijn overgeslagen: van die jaren zijn geen gebieden bekend."

# Periods
SHORTER_PERIOD = "Van kwartaal- en maandcijfers worden geen cijfers bewaard"
SHORTER_PERIOD_ADVICE = "Kies jaren, schooljaren of halve jaren."
PERIOD_EMPTY = "Er staat geen periode in deze regel"
NOTE_SHORTER = "{count} regels met kwartaal- en maandcijfers zijn overgeslagen."
TWO_KINDS = "De indicator {indicator} heeft in dit bestand zowel jaren als schooljaren"
TWO_KINDS_ADVICE = (
    "Een cijfer over een jaar en een cijfer over een schooljaar zijn niet hetzelfde; kies één van de twee."
)
