"""Words of what areas are compared with on Vergelijken: the groups that can be chosen, and what must be said of them."""

OPTIONS = {
    "zelf": "{name} zelf",
    "jeugdregio": "jeugdregio {name}, {year} ({count})",
    "grootte": "gemeenten van ongeveer dezelfde grootte ({count})",
    "regio": "gemeenten van mijn regio ({count})",
    "bewaard": "groep {name} ({count})",
    "eigen": "eigen groep ({count})",
}
NAMES = {
    "jeugdregio": "jeugdregio {name}",
    "grootte": "gemeenten van dezelfde grootte",
    "regio": "de gemeenten van mijn regio",
    "bewaard": "groep {name}",
    "eigen": "de eigen groep",
}
COMPOSED_OF = "Vergeleken met {reference}, {composed}: {names}."
COMPOSED_WHOLE = "Vergeleken met {reference}, {composed}."
NOT_COMPOSED = "Van {names} is er geen cijfer: {why}."
SIZE = "Dezelfde grootte: tussen twee derde en anderhalf keer zoveel kinderen en jongeren als {area}."
YOUTH_REGION = (
    "De jeugdregio is die van {year} (bron: CBS, gelegd over de gemeenten van 2025) en kan intussen anders zijn. "
    "Klopt zij niet? Kies de gemeenten zelf en bewaar ze als groep: dan kunt u met die groep vergelijken."
)
OUTSIDE = "{area} telt daar zelf niet in mee."
INSIDE_ONE = "{names} telt zelf mee in {reference}; daardoor lijkt het verschil iets kleiner."
INSIDE = "{names} tellen zelf mee in {reference}; daardoor lijkt hun verschil iets kleiner."
INSIDE_ALL = "Alle gebieden hier tellen zelf mee in {reference}."
INSIDE_COUNTRY = "{names} telt zelf mee in {reference}."
