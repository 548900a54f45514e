"""The screens that exist, by the name of their picture in docs/screenshots."""

SCREENS = {
    "overzicht": "?gebied=GM0034",
    "cijfer": "cijfer?gebied=GM0034&indicator=jeugdzorg",
    "vergelijken": "vergelijken?gebied=GM0034&indicator=jeugdzorg",
    "normen": "normen?gebied=GM0034&indicator=jeugdzorg",
    "afspraken": "afspraken?gebied=VG0001&indicator=jeugdzorg",
    "zoeken": "zoeken?gebied=VG0001&zoek=school",
    "beelden": "beeld?gebied=VG0001&beeld=thuiszitters,vrijstelling-5a",
    "inspanningen": "inspanningen?gebied=VG0001&indicator=jeugdzorg",
    "praktijkverhalen": "praktijkverhalen?gebied=VG0001&indicator=jeugdzorg",
    "monitoring": "monitoring?gebied=VG0001&indicator=jeugdzorg",
    "samen": "samen?gebied=GM0034&indicator=jeugdzorg",
    "gegevens": "gegevens?gebied=GM0034&onderdeel=bronnen",
    "beheer": "beheer?gebied=GM0034",
    "meekijken": "meekijken",
    "uitleg": "uitleg",
}

VIEWS = SCREENS | {  # what a screen becomes by a choice, and looks like no other
    "boom": "normen?gebied=VG0001&indicator=thuiszitters",
    "blad-van-een-resultaat": "resultaat?gebied=VG0001&resultaat=2",
    "wie-zit-waar": "afspraken?gebied=VG0001&tabblad=wie-zit-aan-welke-tafel",
    "uitnodiging": "uitnodiging?uitnodiging=voorbeeld-van-een-uitnodiging-in-Rivierenri",
    "groepen": "cijfer?gebied=VG0003&indicator=jeugdzorg&vergelijk=VL00&groepen=geslacht",
    "samen-voor-een-deel": "samen?gebied=VG0003",
    "kaart": "vergelijken?gebied=GM0034&indicator=jeugdzorg&jaar=2022&weergave=kaart",
    "vergelijken-met-een-groep": "vergelijken?gebied=GM0796&indicator=jeugdzorg&jaar=2022&tegen=jeugdregio",
}
