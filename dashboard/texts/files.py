"""Words about opening files: which kind they are, what is wrong with them as a file, and what to do."""

# Where a problem is: which of these three are known decides the form
PLACES = {
    (): "",
    ("line",): "Regel {line}: ",
    ("column",): "Kolom {column}: ",
    ("line", "column"): "Regel {line}, kolom {column}: ",
    ("sheet",): "{sheet}: ",
    ("sheet", "line"): "{sheet}, regel {line}: ",
    ("sheet", "column"): "{sheet}, kolom {column}: ",
    ("sheet", "line", "column"): "{sheet}, regel {line}, kolom {column}: ",
}
SHEET = "Blad '{name}'"
FILE_IN_ZIP = "Bestand '{name}'"
COLUMN_WITH_LETTER = "{letter} ({column})"

# Files that cannot be opened
NO_FILE = "Dit bestand bestaat niet"
NO_FILE_ADVICE = "Controleer de naam en de map."
NOT_A_FILE = "Dit is geen gewoon bestand maar een map of apparaat"
NOT_A_FILE_ADVICE = "Geef de naam van een bestand."
NOT_READABLE = "Dit bestand mag niet gelezen worden"
NOT_READABLE_ADVICE = "Vraag wie het bestand beheert om leesrechten."
EMPTY = "Het bestand is leeg"
DOWNLOAD_AGAIN = "Download het opnieuw bij de bron."
ONLY_HEADER = "Het bestand heeft alleen een kopregel en geen enkel cijfer"
OTHER_FORMAT = "Dit is een {format}; dat kan niet worden ingelezen"
SAVE_AS = "Sla het op als Excel-werkmap (.xlsx) of als CSV (UTF-8), of download de CSV bij de bron."
FORMATS = {
    "pdf": "PDF-bestand",
    "gzip": "ingepakt bestand (gzip)",
    "packed": "ingepakt bestand (7z of rar)",
    "picture": "afbeelding",
    "html": "webpagina",
    "xml": "XML-bestand",
    "xlsb": "binair Excel-bestand (.xlsb)",
    "document": "Word- of PowerPoint-bestand",
    "opendocument": "OpenDocument-bestand",
}
OLD_EXCEL = "Dit is een oud Excel-bestand (.xls), of een Excel-bestand met een wachtwoord"
OLD_EXCEL_ADVICE = "Haal het wachtwoord weg en sla het op als Excel-werkmap (.xlsx)."
MACROS = "Dit Excel-bestand bevat macro's"
MACROS_ADVICE = "Sla het op als Excel-werkmap zonder macro's (.xlsx)."
UTF_16 = "Het bestand is opgeslagen als UTF-16"
UTF_16_ADVICE = "Open het in een spreadsheet en bewaar het als 'CSV UTF-8'."
NUL_BYTE = "Het bestand bevat een NUL-teken en is beschadigd of geen tekst"
NOT_TEXT = "Het bestand is geen leesbare tekst"
READ_AS_CP1252 = "Het bestand was niet UTF-8; het is gelezen als Windows-1252 (ú, ë en ï blijven goed)."

# Too large
TOO_LARGE = "Het bestand is groter dan {limit} MB"
TOO_LARGE_ZIP = "Het bestand is groter dan {limit} MB (voor een Excel-bestand is de grens {workbook} MB)"
TOO_LARGE_UNPACKED = "Het bestand is uitgepakt groter dan {limit} MB"
TOO_MANY_ROWS = "Het bestand heeft meer dan {limit} regels"
TOO_MANY_COLUMNS = "Er zijn meer dan {limit} kolommen"
TOO_MANY_COLUMNS_ADVICE = "Haal de kolommen weg die u niet nodig hebt."
TOO_MANY_PARTS = "Het bestand bestaat uit meer dan {limit} ingepakte onderdelen"
TOO_DENSE = "Het bestand wordt bij het uitpakken meer dan {limit} keer zo groot; dat is geen gewoon bestand"
SPLIT_OR_COMMAND_LINE = (
    "Splits het bestand, bijvoorbeeld per jaar, en lees de delen na elkaar in. "
    "Of lees het in met de opdrachtregel: daar mag een bestand groter zijn."
)
SPLIT = "Splits het bestand, bijvoorbeeld per jaar, en lees de delen na elkaar in."

# Zip files
DAMAGED = "Het bestand is beschadigd of niet compleet"
ENCRYPTED = "Dit ZIP-bestand heeft een wachtwoord"
ENCRYPTED_ADVICE = "Pak het uit met het wachtwoord en lees de CSV-bestanden in."
ODDLY_PACKED = "Dit bestand is op een ongewone manier ingepakt"
ODDLY_PACKED_ADVICE = "Pak het uit en lees de CSV-bestanden in."
ZIP_IN_ZIP = "In dit ZIP-bestand zit weer een ingepakt bestand: '{name}'"
ZIP_IN_ZIP_ADVICE = "Pak het uit en lees de bestanden één voor één in."
NO_CSV_IN_ZIP = "In dit ZIP-bestand zit geen CSV-bestand"
SAME_NAME_IN_ZIP = "In dit ZIP-bestand zit '{name}' er twee keer in"
PASSED_OVER_IN_ZIP = "In het ZIP-bestand zitten ook andere bestanden; die zijn overgeslagen: {names}."
MORE_NAMES = "{names} en nog {count}"

# Rows of a text file
DUPLICATE_COLUMN = "Deze kolom staat er meer dan één keer in"
DUPLICATE_COLUMN_ADVICE = "Haal de kolom weg."
RAGGED = {
    "one": "Deze regel heeft 1 cel, de kopregel heeft er {expected}",
    "many": "Deze regel heeft {count} cellen, de kopregel heeft er {expected}",
}
RAGGED_ADVICE = "Controleer of er een scheidingsteken te veel of te weinig staat."
UNCLOSED_QUOTE = "Een aanhalingsteken is niet gesloten of staat midden in een cel"
UNCLOSED_QUOTE_ADVICE = "Zoek in deze regel of erboven naar een los aanhalingsteken."
LONG_CELL = "Een cel is onwaarschijnlijk lang"
LINE_BREAK_IN_CELL = "Een cel loopt door op de volgende regel"
LINE_BREAK_IN_CELL_ADVICE = "Haal het regeleinde uit de cel, of sluit het aanhalingsteken."
TITLE_PASSED_OVER = "Regel {line} is gelezen als kopregel; de titel erboven is overgeslagen."
FOOTER_PASSED_OVER = "De laatste regel is overgeslagen: '{footer}'."
OF_ONE_FILE = "{file}: {note}"

# Excel sheets
SHEET_TITLE_PASSED_OVER = "Blad '{sheet}': regel {line} is gelezen als kopregel; wat erboven staat is overgeslagen."
SHEETS_HIDDEN = "Verborgen bladen zijn niet gelezen: {names}."
SHEETS_EMPTY = "Lege bladen zijn overgeslagen: {names}."
NO_SHEET = "Dit Excel-bestand heeft geen zichtbaar blad met gegevens"
NO_SHEET_ADVICE = "Maak het blad met de gegevens zichtbaar en sla het bestand opnieuw op."
UNNAMED_COLUMN = "kolom {letter}"
OUTSIDE_TABLE = "Hier staat iets buiten de tabel, waar geen kop boven staat"
OUTSIDE_TABLE_ADVICE = "Haal het weg, of zet er een kop boven."
MERGED = "De cellen {cells} zijn samengevoegd"
MERGED_ADVICE = "Splits ze, en vul in elke cel in wat er hoort."
FORMULA = "Dit is een formule"
FORMULA_ADVICE = "Kopieer de kolom en plak haar als waarden."
DATE = "Excel heeft hier een datum van gemaakt"
DATE_ADVICE = "Zet de kolom op Tekst en vul de waarde opnieuw in."
EXCEL_ERROR = "Excel geeft hier een fout"
EXCEL_ERROR_ADVICE = "Herstel de fout, of maak de cel leeg."
EXCEL_ERRORS = {
    "#N/A": "#N/B",
    "#DIV/0!": "#DEEL/0!",
    "#VALUE!": "#WAARDE!",
    "#REF!": "#VERW!",
    "#NAME?": "#NAAM?",
    "#NUM!": "#GETAL!",
    "#NULL!": "#LEEG!",
}
TRUE, FALSE = "WAAR", "ONWAAR"

# Which sheet
WHICH_SHEET = "Dit bestand heeft meer dan één blad. Welk blad moet worden ingelezen?"
WHICH_FILE = "In dit ZIP-bestand zit meer dan één tabel. Welke moet worden ingelezen?"
NO_SUCH_SHEET = "Dit blad zit niet in het bestand"
SHEETS_THERE = "Kies uit: {names}."
NO_TABLE = "In dit bestand staat geen tabel met cijfers"
NO_TABLE_ADVICE = "Kies een CSV- of Excel-bestand."

# JSON
BAD_JSON = "Dit is geen leesbaar JSON-bestand"
OTHER_JSON = "Dit JSON-bestand is geen antwoord van CBS (OData) en geen kaart (GeoJSON)"
OTHER_JSON_ADVICE = "Download de tabel bij de bron als CSV."
EMPTY_JSON = "Dit antwoord van CBS heeft geen enkele rij"
UNEVEN_JSON = "Deze rij heeft andere velden dan de eerste rij"
