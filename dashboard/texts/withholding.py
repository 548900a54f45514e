"""What the officer reads about figures that are not shown: why, what can be done, and why an import stopped."""

WHY = {  # by status; {minimum} children, a group of {group}
    "withheld:small-count": "minder dan {minimum} kinderen",
    "withheld:small-group": "de groep is kleiner dan {group}, of op minder dan {minimum} na telt iedereen in de groep mee",
    "withheld:complementary": "zou een ander klein aantal verraden",
    "withheld:untested": "aantal of noemer ontbreekt, daarom is niet na te gaan of het veilig is",
    "withheld:source": "de bron toont dit cijfer niet",
    "withheld:unknown": "de bron kent dit cijfer niet",
    "withheld:percentage-undecided": "het percentage is niet te bepalen; het aantal staat er wel",
}

ADVICE = {
    "withheld:small-count": "Laat het totaal van het samenwerkingsverband zien, of tel drie jaren samen.",
    "withheld:small-group": "Laat het totaal van het samenwerkingsverband zien, of voeg groepen samen.",
    "withheld:complementary": "Voeg kleine groepen samen, of laat het totaal van het samenwerkingsverband zien.",
    "withheld:untested": "Zet het aantal en de noemer in het bestand.",
}

CANNOT_PROTECT = (
    "Dit bestand kan niet worden opgeslagen: een klein aantal zou terug te rekenen zijn uit cijfers die al te zien zijn. "
    "Het gaat om {count} cijfers, bijvoorbeeld {examples}. Er is niets opgeslagen. "
    "Lees deze cijfers in zonder uitsplitsing, of haal eerst de eerder getoonde cijfers weg."
)
DOES_NOT_ADD_UP = "De onderdelen tellen niet op tot het totaal; het scheelt {count} kinderen."
AUDIT_CANCELLED = "Het controleren is gestopt. Er is niets opgeslagen."
