"""What the officer reads about figures that are not shown: why, what can be done, and why an import stopped."""

WHY = {  # by reason; {minimum} children, a group of {group}
    "small-count": "minder dan {minimum} kinderen",
    "small-group": "de groep is kleiner dan {group}, of op minder dan {minimum} na telt iedereen in de groep mee",
    "complementary": "zou een ander klein aantal verraden",
    "untested": "aantal of noemer ontbreekt, daarom is niet na te gaan of het veilig is",
    "source": "de bron toont dit cijfer niet",
    "unknown": "de bron kent dit cijfer niet",
    "percentage-undecided": "het percentage is niet te bepalen; het aantal staat er wel",
}
CANNOT_BE_TOLD = "De aantallen spreken elkaar zo tegen dat niet na te gaan is of een klein aantal terug te rekenen is. Controleer of de onderdelen bij het totaal horen. Er is niets opgeslagen."
