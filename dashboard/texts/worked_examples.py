"""The worked examples of Uitleg: the steps of each method, to be filled with figures from the data."""

WHERE = "{indicator}, {area}, {period}: {amounts}."
WHERE_INVENTED = "Voorbeeld, verzonnen. {where}"
ON_SCREEN = "Op het scherm staat dan: {text}"
NO_EXAMPLE = "Geen voorbeeld in de gegevens."

WILSON_SHARE = "Het aandeel is {share}, de noemer {denominator}. Bij 95% hoort z = {z}."
WILSON_MIDDLE = "Het midden: (aandeel + z² / (2 × noemer)) / (1 + z² / noemer) = {middle}."
WILSON_BOUNDS = "Naar beide kanten {half}: van {lower} tot {upper}."
WITH_ROUNDING = "De afronding van de bron telt mee; daarmee wordt het {lower} tot {upper}."

RATE_COUNT = "Bij een aantal van {count} hoort {lower} tot {upper} (95%, volgens Poisson)."
RATE_DIVIDED = "Gedeeld door {denominator}, keer {scale}: {lower} tot {upper}."

REFERENCE_INTERVAL = "Het interval van {area} loopt van {lower} tot {upper}. {reference} heeft {value}."
REFERENCE_SIDE = {
    "higher": "Het hele interval ligt boven {value}.",
    "lower": "Het hele interval ligt onder {value}.",
    "inside": "{value} ligt in het interval.",
}

TWO_DIFFERENCE = "Het verschil is {difference}. De kans dat toeval alleen zo'n verschil geeft is {chance}."
TWO_BELOW = "Dat is minder dan 5%: het verschil is te groot voor toeval."
TWO_ABOVE = "Dat is 5% of meer: het kan ook toeval zijn."
CHANCE = "{percentage}"
CHANCE_SMALL = "minder dan 0,1%"

SMALLEST_DIFFERENCE = (
    "{indicator}, {period}: {area} heeft {value}, {reference} {reference_value}: een verschil van {difference}."
)
SMALLEST_RULE = "Wat er minstens toe doet: 0,5 procentpunt, of 5% van {value} als dat meer is. Hier {smallest}."
SMALLEST_RULE_OTHER = "Wat er minstens toe doet: {smallest}."

ROUNDED = "De bron rondt af op {multiple}-tallen. Het echte aantal ligt tussen {low} en {high}."
ROUNDED_INTERVALS = "Met {low} begint het interval bij {lower}; met {high} eindigt het bij {upper}."
ROUNDED_BOTH = "Wij zeggen alleen wat met allebei klopt."

DERIVED_DIVIDED = "{count} gedeeld door {value} is {denominator}."
DERIVED_ROUNDED = "{value} is afgerond: het kan {low} tot {high} zijn. De noemer ligt dus tussen {least} en {most}."

ESTIMATED_CLASS = "{size} inwoners van {first} t/m {last} jaar: die tellen allemaal mee."
ESTIMATED_PART = "{size} inwoners van {first} t/m {last} jaar: {shared} van de {years} jaren tellen mee, dus {part}."
ESTIMATED_SUM = "Samen {denominator}. {value} daarvan is {count}."

TREND_POINTS = "{indicator}, {area}: {points}."
TREND_POINT = "{period}: {value}"
TREND_TEST = "De toets geeft χ² = {statistic}. Boven {threshold} is het met 99,8% zekerheid geen toeval."
TREND_ONE_OUT = {
    True: "Laten we om de beurt één jaar weg, dan blijft de lijn dezelfde kant op wijzen.",
    False: "Laten we om de beurt één jaar weg, dan wijst de lijn niet steeds dezelfde kant op.",
}

PROGRESS_PATH = (
    "{indicator}, {area}: {norm}, begonnen met {start} in {start_year}. In {year} ligt de weg op "
    "{start} + ({aim} − {start}) × {passed} / {all} = {path}."
)
PROGRESS_NOW = "Het cijfer van {period} is {value}, met een interval van {lower} tot {upper}."

SMALL_COUNT = "{indicator}, {area}, {period}: {text}"
SMALL_OTHERS = "{shown} van de {all} cijfers van deze reeks worden wel getoond."
SMALL_COMPLEMENT = (
    "Stel: een klas van {total} leerlingen in Rivierenrijk, {large} jongens en {small} meisjes. Wie {total} en {large} "
    "ziet, weet {total} − {large} = {small}. Daarom houden we dan ook de jongens achter."
)

PART_WHOLE = "{indicator}, {area}, {period}: {count} van {denominator}."
PART_PARTLY = "{indicator}, {area}, {period}: {count} van {denominator}. Daarvan telt {share} mee."
PARTS_SUM = "Opgeteld: {count} van {denominator}, dat is {value}."

POOLED_YEAR = "{period}: {count} van {denominator}, tussen {lower} en {upper}."

PROVISIONAL = "{indicator}, {area}, {period}: {amounts}."
BREAK = "{indicator}: {text}"
MORE_PARTS = "… en nog {number}."
