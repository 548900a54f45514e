"""The Dutch sentences of `dashboard.statements`: templates, by what there is to say."""

LEVEL_SHARE = "{fraction} {subject}{in_area} {verb} {period} {complement}."
LEVEL_NOBODY = "Niemand van de {subject}{in_area} {verb} {period} {complement}."
LEVEL_HARDLY_ANYBODY = "Bijna niemand van de {subject}{in_area} {verb} {period} {complement}."
LEVEL_COUNT = "{value} {subject}{in_area} {verb} {period} {complement}."
LEVEL_NO_ONE = "Geen {subject}{in_area} {verb} {period} {complement}."
LEVEL_MEASURED = "{name}{in_area} {period}: {value}."
LEVEL_SCALE = "{value} op een schaal van 1 tot 5"
LEVEL_UNCERTAIN = "Onzeker, tussen {lower} en {upper}: {sentence}"
ESTIMATED_LEVEL = "Naar schatting {sentence}"
IN_AREA = " in {area}"
GROUP_WITHIN = "{subject} ({breakdown})"
NO_FIGURE = "Nog geen cijfer."

WITHHELD = {
    "small-count": "Niet getoond: minder dan {minimum} jongeren.",
    "small-group": "Niet getoond: de groep is te klein.",
    "complementary": "Niet getoond: anders is een klein aantal terug te rekenen.",
    "untested": "Niet getoond: aantal of noemer ontbreekt, daarom is niet na te gaan of het veilig is.",
    "source": "Niet getoond: de bron toont dit cijfer niet.",
    "unknown": "Niet getoond: de bron kent dit cijfer niet.",
    "percentage-undecided": "Percentage niet te bepalen: in de bron ontbreken de decimalen.",
}
WITHHELD_OTHERWISE = "Niet getoond."

AMOUNTS = "{count} van {denominator} · {value}"
AMOUNTS_DERIVED = "{count} van {denominator} (noemer afgeleid) · {value}"
AMOUNTS_ESTIMATED = "{count} van {denominator} (geschat) · {value}"
AMOUNTS_NO_DENOMINATOR = "{count} · {value} (noemer onbekend)"
AMOUNTS_NO_COUNT = "{value} (de bron geeft geen aantal)"
AMOUNTS_COUNT_ONLY = "{count} · percentage niet te bepalen"
PROVISIONAL = "{text} · voorlopig"

INTERVAL = "Door toeval had dit ook tussen {lower} en {upper} kunnen liggen ({level}-interval)."
INTERVAL_APPROXIMATE = (
    "Bij benadering: door toeval had dit ook tussen {lower} en {upper} kunnen liggen ({level}-interval)."
)
NO_INTERVAL = "Geen interval: aantal of noemer ontbreekt."

COMPARED = {
    "higher": "Hoger dan {reference}: {value} tegen {reference_value}.",
    "lower": "Lager dan {reference}: {value} tegen {reference_value}.",
    "favourable": "Gunstiger dan {reference}: {value} tegen {reference_value}.",
    "unfavourable": "Ongunstiger dan {reference}: {value} tegen {reference_value}.",
    "no clear difference": "Geen duidelijk verschil met {reference}: {value} tegen {reference_value}.",
    "nearly equal": "Vrijwel gelijk aan {reference}: {value} tegen {reference_value}.",
}
COMPARED_IN_SHORT = {
    "higher": "{area}: hoger.",
    "lower": "{area}: lager.",
    "favourable": "{area}: gunstiger.",
    "unfavourable": "{area}: ongunstiger.",
    "no clear difference": "{area}: geen duidelijk verschil.",
    "nearly equal": "{area}: vrijwel gelijk.",
}
CLEARLY_DIFFERENT = {
    "higher": "{name}: duidelijk hoger dan {reference} {period}, {value} tegen {reference_value}.",
    "lower": "{name}: duidelijk lager dan {reference} {period}, {value} tegen {reference_value}.",
    "favourable": "{name}: duidelijk gunstiger dan {reference} {period}, {value} tegen {reference_value}.",
    "unfavourable": "{name}: duidelijk ongunstiger dan {reference} {period}, {value} tegen {reference_value}.",
}
COMPARED_APPROXIMATELY = "{text} Dit geldt bij benadering."
CONTAINS_AREA = "{text} Dit gebied telt zelf mee in {reference}."
MIXED_STATUS = "{text} Het ene cijfer is voorlopig, het andere definitief."
NOT_COMPARABLE = "Niet te vergelijken met {reference}: {reason}."
NO_TEST = "Geen toets mogelijk met {reference}: {reason}."
NOT_COMPARABLE_REASONS = {
    "indicator": "het is een andere indicator",
    "period": "het is een andere periode",
    "breakdown": "het is een andere groep",
    "absent": "daar is geen cijfer van deze periode",
    "absent group": "daar is geen cijfer van deze groep in deze periode",
    "itself": "het is hetzelfde gebied",
    "withheld": "een van de cijfers is niet getoond",
    "count": "aantallen van verschillende gebieden zeggen dan niets",
    "missing": "aantal of noemer ontbreekt",
}

TREND = {
    "rising": "Dat stijgt: van {first_value} {first_period} naar {last_value} {last_period}.",
    "falling": "Dat daalt: van {first_value} {first_period} naar {last_value} {last_period}.",
    "no clear trend": "Geen duidelijke trend van {first_code} tot en met {last_code}.",
    "too few points": "Te weinig gegevens voor een trend: {points} van de {least} jaren die nodig zijn.",
}
NO_TREND = "Te weinig gegevens voor een trend."
NO_TREND_TEST = "Geen toets mogelijk op een trend: aantal of noemer ontbreekt."
TREND_SINCE = {
    "rising": "Dat stijgt sinds {since}: van {first_value} {first_period} naar {last_value} {last_period}.",
    "falling": "Dat daalt sinds {since}: van {first_value} {first_period} naar {last_value} {last_period}.",
}
CLEARLY_MOVING = {
    "rising": "{name}: een duidelijke stijging, van {first_value} {first_period} naar {last_value} {last_period}.",
    "falling": "{name}: een duidelijke daling, van {first_value} {first_period} naar {last_value} {last_period}.",
}
TREND_APPROXIMATE = "{text} Dit geldt bij benadering."
TREND_CLAUSE = {
    "rising": "dat stijgt",
    "falling": "dat daalt",
    "no clear trend": "geen duidelijke trend",
    "too few points": "te weinig gegevens voor een trend",
}
HEADLINE = "{level}; {trend}."

PROGRESS = {
    "achieved": "Norm gehaald",
    "on course": "Op koers",
    "not yet on course": "Nog niet op koers",
    "achieved, may be chance": "Haalt de norm, maar het verschil kan toeval zijn",
    "on the path, may be chance": "Ligt op de weg, maar het verschil kan toeval zijn",
    "behind, may be chance": "Ligt achter, maar het verschil kan toeval zijn",
    "not yet zero": "Nog niet op 0 (niet getoond: minder dan {minimum})",
    "too early": "Te vroeg: er is nog geen cijfer na {start_year}",
    "not assessable": "Niet te beoordelen: aantal ontbreekt",
    "start missing": "Niet te beoordelen: beginwaarde ontbreekt",
    "broken": "Niet te vergelijken: er is anders geteld sinds {year}",
}
NORM_STANDS_OUT = {
    "achieved": "{name}: norm gehaald, {value} {period} ({norm}).",
    "not yet on course": "{name}: nog niet op koers, {value} {period}; de weg naar de norm ligt dan op {path} ({norm}).",
}
PROGRESS_ONLY = "{verdict}."
PROGRESS_AT = "{verdict}: {value} {period}."
PROGRESS_ON_PATH = "{verdict}: {value} {period}; de weg naar de norm ligt dan op {path}."
PROGRESS_PACE = {  # whether the required and the achieved change are known
    (True, True): "{text} Nodig: {required} per jaar; tot nu toe: {achieved} per jaar.",
    (True, False): "{text} Nodig: {required} per jaar.",
    (False, True): "{text} Tot nu toe: {achieved} per jaar.",
    (False, False): "{text}",
}
PROGRESS_APPROXIMATE = "{text} Dit geldt bij benadering."
PROGRESS_QUESTION = "{text} Bereiken we ook de groepen die het moeilijkst te bereiken zijn?"
ASKED = {  # whether the change that is needed is said already, and whether that of the last years is known
    (False, True): "Nodig tot {year}: {required} per jaar. In de afgelopen {years} jaar was het {achieved} per jaar.",
    (False, False): "Nodig tot {year}: {required} per jaar.",
    (True, True): "In de afgelopen {years} jaar was het {achieved} per jaar.",
    (True, False): "",
}
UNUSUAL = {  # whether it must rise, and whether that was seen before
    (
        False,
        False,
    ): "In de afgelopen {years} jaar daalde het in geen enkele gemeente van deze grootte zo snel ({areas} gemeenten bekeken).",
    (
        False,
        True,
    ): "In de afgelopen {years} jaar daalde het in {as_fast} van {areas} gemeenten van deze grootte minstens zo snel.",
    (
        True,
        False,
    ): "In de afgelopen {years} jaar steeg het in geen enkele gemeente van deze grootte zo snel ({areas} gemeenten bekeken).",
    (
        True,
        True,
    ): "In de afgelopen {years} jaar steeg het in {as_fast} van {areas} gemeenten van deze grootte minstens zo snel.",
}
ASKED_AND_UNUSUAL = "{asked} {unusual}"
YEARS_IN_WORDS = {6: "zes", 7: "zeven"}
NOT_UNUSUAL_KNOWN = (  # why nothing is said about it
    "Hoe ongewoon dat zou zijn, is nog niet te zeggen. Daarvoor zijn van minstens {least} gemeenten van deze grootte de "
    "cijfers van {years} jaren op rij nodig, definitief en steeds op dezelfde manier geteld. Nu zijn die er van {areas}."
)

NORM = "norm {year}: {value}"
NORM_BAND = "norm {year}: {lower} tot {upper}"

POOLED = "{first}–{last} samen: {count} van {denominator} · {value}, tussen {lower} en {upper} ({level}-interval)."
POOLED_APPROXIMATE = "{text} Bij benadering."
WINDOW_WITHHELD = "Niet getoond: van {period} is een van de jaren niet getoond."
POOLED_OFFER = "Eén jaar zegt hier weinig. {text}"
NOT_POOLED = "Eén jaar zegt hier weinig, en drie jaren samen kan niet: {reason}."
NOT_POOLED_REASONS = {
    "withheld": "een van de jaren is niet getoond",
    "break": "er is in die tijd anders geteld",
    "status": "voorlopige en definitieve cijfers tellen we niet op",
    "few": "er zijn geen drie jaren achter elkaar met aantal en noemer",
}

CARRIED_BACK = "{years}: opgeteld uit {formers}."
CARRIED_BACK_APPROXIMATE = "{years}: opgeteld uit {formers}, bij benadering."
JOINED = "Vanaf {year} hoort {formers} erbij; de cijfers daarvoor zijn zonder {formers}."
FORMER_PARTLY = "{name} (voor {share})"
YEARS_TOGETHER = "{first}–{last}"
AND = "{first} en {last}"

REVISED = "{period}: was {earlier} ({status}); gewijzigd op {day}."
REVISED_FROM_WITHHELD = "{period}: was niet getoond; gewijzigd op {day}."
LATEST_REVISED = "{name}: het nieuwste cijfer is bijgesteld. {note}"
LATEST_PROVISIONAL = "{name}: het nieuwste cijfer is voorlopig, {value} {period}."
LATEST_WITHHELD = "Het nieuwste cijfer van {name} is niet getoond; op de kaart staat waarom."
COUNTED_OTHERWISE = (
    "Bij {name} is vanaf {year} anders geteld dan daarvoor: of dit cijfer stijgt of daalt, is nog niet te zeggen."
)
GATHERED = {  # what is said of several figures at once, by the verdict that they share
    "counted otherwise": (
        "Bij {names} is de laatste jaren anders geteld dan daarvoor: of deze cijfers stijgen of dalen, is nog niet te "
        "zeggen."
    ),
    "withheld": "De nieuwste cijfers van {names} zijn niet getoond; op de kaarten staat waarom.",
    "revised": "De nieuwste cijfers van {names} zijn bijgesteld; onder de tabel van elk cijfer staat wat ze waren.",
    "provisional": "De nieuwste cijfers van {names} zijn voorlopig: ze kunnen nog veranderen.",
}
AND_OTHERS = "{names} en nog {count} andere"
REVISED_STATUSES = {
    "final": "definitief",
    "provisional": "voorlopig",
    "revised": "bijgesteld",
    "derived": "berekend",
    "estimated": "geschat",
}

COMPOSED = "berekend uit {used} van {total} {parts}"
OTHER_PARTS = "Andere gemeenten tellen mee"
COMPOSED_PARTLY = "berekend uit {used} van {total} {parts}, bij benadering"
NOT_COMPOSED = {
    "school": "niet berekend uit gemeenten, want dit cijfer telt kinderen bij hun school en die wonen niet altijd in het gebied",
    "no share": "niet berekend uit gemeenten, want daarvoor zijn een aantal en een noemer nodig",
    "too few": "niet berekend uit gemeenten, want van te weinig gemeenten zijn aantal en noemer bekend",
}
