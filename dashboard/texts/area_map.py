"""Words of the map on Vergelijken."""

CLASSES = {
    "higher": "hoger dan {reference}",
    "same": "geen duidelijk verschil met {reference}, of zo klein dat het er niet toe doet",
    "lower": "lager dan {reference}",
    "incomparable": "niet te vergelijken met {reference}",
    "withheld": "niet getoond of niet bekend",
}
AREAS = {"one": "{count} gebied", "many": "{count} gebieden"}
LEGEND = "Wat de vlakken betekenen"
POINT = (
    "Tik op een gebied om te lezen wat er staat, of ga er met de pijltjestoetsen langs. "
    "In de tabel onder de kaart staan ze allemaal."
)
KEYS = "Kaart: ga met de pijltjestoetsen van gebied naar gebied"
TOLD = "{name}: {value}, {words}."
AWAY = "De kaart kon niet worden opgehaald. In de tabel hieronder staat hetzelfde."
SCRIPT = {"point": POINT, "keys": KEYS, "away": AWAY, "legend": LEGEND}
BOUNDARIES = "Grenzen van {year}. Bron: CBS en Kadaster."
OTHER_YEAR = "Het cijfer is van {period}; de grenzen zijn die van {year}. Bron grenzen: CBS en Kadaster."
TILES = "Elk vierkant is een gebied, ongeveer waar het ligt. Zonder ingelezen grenzen is dit geen echte kaart."
ELSEWHERE = "Niet op de kaart, wel in de tabel: {names}."
AND_MORE = "{names} en nog {count}"
NOWHERE = (
    "Van de meeste van deze gebieden zijn nog geen grenzen ingelezen, daarom is er geen kaart. Wie dat mag, leest ze in bij Gegevens. "
    "In de tabel hieronder staat hetzelfde."
)
NO_SHAPES = (
    "Een kaart is er van gemeenten en van wijken, niet van samenwerkingsverbanden, provincies of regio's. "
    "In de tabel hieronder staat hetzelfde."
)
ALT_REST = "De tabel onder de kaart noemt alle {count} gebieden."
NO_SUCH_FILE = "Deze grenzen zijn er niet."
FILE_AWAY = "De grenzen zijn nu niet te lezen. Probeer het straks opnieuw."
