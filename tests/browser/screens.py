"""The screens that exist, by the name of their picture in docs/screenshots."""

SCREENS = {
    "overzicht": "?gebied=GM0034",
    "cijfer": "cijfer?gebied=GM0034&indicator=jeugdzorg",
    "normen": "normen?gebied=GM0034&indicator=jeugdzorg",
    "gegevens": "gegevens?gebied=GM0034&onderdeel=bronnen",
    "uitleg": "uitleg",
}
