"""How areas are named, so that two of the same name can be told apart."""

from collections.abc import Sequence

from data_models.facts import AreaFacts

KINDS = {
    "country": "{name}",
    "province": "{name} (provincie)",
    "youth_region": "{name} (jeugdregio)",
    "municipality": "{name}",
    "district": "{name} (wijk)",
    "neighbourhood": "{name} (buurt)",
    "partnership": "{name}",
    "region": "{name} (regio)",
    "group": "{name}",
}
PROVINCE = "Provincie "  # a name that begins so says of what kind it is
UNTIL = "{name}, tot en met {year}"
EXAMPLE = "{name} (voorbeeld)"
BOTH = "{first} en {second}"
COINCIDES = "{name} valt samen met {area}: één lijn."


def label(area: AreaFacts) -> str:
    """The name in a list of choices: `Appingedam, tot en met 2020`, `Waterdam (voorbeeld)`."""
    name = area.name if area.name.startswith(PROVINCE) else KINDS[area.kind].format(name=area.name)
    if area.valid_until is not None:
        name = UNTIL.format(name=name, year=area.valid_until)
    return EXAMPLE.format(name=name) if area.fictional and "voorbeeld" not in name.lower() else name


def row_name(area: AreaFacts) -> str:
    """The name in a row of areas of different kinds: `swv PO2401 (po)`, `Provincie Utrecht`, `Zuidoost (jeugdregio)`."""
    return label(area).replace("Samenwerkingsverband", "swv").replace(" (voorbeeld)", "")


def line_name(area: AreaFacts) -> str:
    """The name at the end of a line, where there is little room: `swv PO2401 (po)`."""
    return area.name.replace("Samenwerkingsverband", "swv").replace(" (voorbeeld)", "")


def together(names: Sequence[str]) -> str:
    """Several names in a sentence: `Almere, Lelystad en Urk`."""
    *first, last = names
    return BOTH.format(first=", ".join(first), second=last) if first else last
