"""Words of the command line about importing: its help, and what it says while it works."""

HELP_SHEET = "het blad van een Excelbestand"
HELP_PERIOD = "het jaar of de periode waarover het hele bestand gaat, bijvoorbeeld 2024"
HELP_MAPPING = "bestand (JSON) dat zegt wat elke kolom is, of auto: de kolommen zoals het programma ze begrijpt"
HELP_REMOVE_GONE = "verwijder cijfers van deze bron en deze perioden die niet meer in het bestand staan"
HELP_FETCH = "haal de cijfers op bij de bron zelf, zonder bestand"
HELP_TABLE = "nummer van de CBS-tabel, bij --source cbs-odata"
HELP_ADDRESS = "ander adres van de dienst, bijvoorbeeld van een eigen kopie"
HELP_REGION = "code van de regio waar eigen cijfers van zijn"
HELP_UNDO = "maak de laatste keer inlezen ongedaan"
FILE_OR_FETCH = "geef een bestand, of --fetch, of --undo"
ONE_OF_THREE = "geef één van de drie: een bestand, --fetch of --undo"
SOURCE_MISSING = "dit ontbreekt: --source"
TABLE_MISSING = "bij --fetch hoort hier --table, bijvoorbeeld --table 85098NED"
STAGES = {
    "fetching": "Ophalen bij de bron …",
    "reading": "Lezen …",
    "checking": "Nakijken …",
    "protecting": "Kleine aantallen beschermen …",
    "auditing": "Nagaan of er niets terug te rekenen is …",
    "comparing": "Vergelijken met wat er al staat …",
    "storing": "Opslaan …",
}
STAGE_OF = "{stage} {done} van {total}"
STAGE_SO_FAR = "{stage} {done}"
QUESTION_SHEET = "{question} Geef --sheet met één van: {options}."
QUESTION_PERIOD = "{question} Geef --period, bijvoorbeeld --period {suggestion}."
QUESTION_MAPPING = "{question} Geef --mapping met een bestand, of --mapping auto voor dit voorstel:"
NO_MAPPING_FILE = "Het bestand met kolommen {file} is niet te lezen."
BAD_MAPPING_FILE = "Het bestand met kolommen {file} klopt niet: {reason}."
THE_SERVICE = "Wat de bron antwoordt"
WARNING = "Let op: {text}"
EXAMPLE_LINE = "  {indicator}, {area}, {period}, {group}: {before} → {after}"
CHANGED_LINES = "Gewijzigd ({count}):"
WITHHELD_LINES = "Niet getoond, om kinderen te beschermen ({count}):"
WITHHELD_LINE = "  {indicator}, {area}, {period}, {group}: {reason}"
NOT_READ = "{file} is niet ingelezen; er is niets opgeslagen."
