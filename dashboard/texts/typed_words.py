"""Words of what was typed and not stored: brought back in its form, or shown where that form is not open."""

TYPED = {
    "back": "Teruggezet: tekst die u nog niet had bewaard.",
    "away": "Weg ermee",
    "gone": "De teruggezette tekst is weggehaald.",
    "again": "Toch terugzetten",
    "fine": "Goed",
    "both": "Hier staat nu iets anders dan toen u begon te typen. Niets is vervangen.",
    "stands": "Dit staat er nu · {label}",
    "mine": "Dit typte u · {label}",
    "empty": "(niets)",
    "use_mine": "Mijn tekst terugzetten",
    "keep_theirs": "Laten staan wat er staat",
    "elsewhere_title": "Nog niet bewaarde tekst",
    "one": "Nog niet bewaarde tekst (1)",
    "many": "Nog niet bewaarde tekst ({count})",
    "explanation": "Dit typte u op dit apparaat en is nog niet bewaard. Het blijft hier staan tot u het bewaart, weghaalt of "
    "u afmeldt, hooguit veertien dagen.",
    "go_on": "Verder schrijven",
    "elsewhere": "Naar {page}",
    "open_again": "Open het formulier opnieuw, dan staat uw tekst er weer in.",
    "copy": "Kopiëren",
    "copied": "Gekopieerd",
    "when": "{page}, {when}",
}
