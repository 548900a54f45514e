"""The screens that exist, by the name of their picture in docs/screenshots."""

SCREENS = {
    "overzicht": "?gebied=GM0034",
    "cijfer": "cijfer?gebied=GM0034&indicator=jeugdzorg",
    "vergelijken": "vergelijken?gebied=GM0034&indicator=jeugdzorg",
    "normen": "normen?gebied=GM0034&indicator=jeugdzorg",
    "inspanningen": "inspanningen?gebied=VG0001&indicator=jeugdzorg",
    "monitoring": "monitoring?gebied=VG0001&indicator=jeugdzorg",
    "samen": "samen?gebied=GM0034&indicator=jeugdzorg",
    "gegevens": "gegevens?gebied=GM0034&onderdeel=bronnen",
    "beheer": "beheer?gebied=GM0034",
    "meekijken": "meekijken",
    "uitleg": "uitleg",
}
