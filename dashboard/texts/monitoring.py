"""Words of Monitoringsafspraken: what the parties agree about the monitoring itself, and the calendar."""

TITLE = "Monitoringsafspraken in {area}"
INTRODUCTION = (
    "Wat volgen we samen, waarvoor, en wie ziet wat? Het dashboard volgt deze afspraken: het Overzicht toont eerst de "
    "cijfers die hier gekozen zijn."
)
EXAMPLE_REGION = "Voorbeeldregio: deze afspraken zijn verzonnen."
FOR_WHO_TAKES_PART = "Wat deze regio afsprak om te volgen, leest wie er meedoet."
NONE = "Deze regio heeft nog geen monitoringsafspraken."
AGREED = "Wat is afgesproken"
PURPOSE = "Waarvoor volgen we dit?"
PURPOSE_PLACEHOLDER = "Bijvoorbeeld: samen zien of kinderen eerder en dichterbij hulp krijgen"
DEFINITIONS = "Welke definities gebruiken we?"
DEFINITIONS_HELP = "De definitie van elk cijfer staat in de tabel. Schrijf hier alleen wat u daarnaast afspreekt."
SEES = "Wie ziet wat?"
SEES_HELP = "Bijvoorbeeld wie cijfers onder gemeenteniveau ziet, en wat openbaar is."
RHYTHM = "In welk ritme kijken we samen?"
RHYTHM_PLACEHOLDER = "Bijvoorbeeld: elk half jaar kort, elk jaar in het OOGO"
NOT_FILLED = "Nog niet ingevuld."
INDICATORS = "Welke cijfers kiezen we samen?"
INDICATORS_PLACEHOLDER = "Kies cijfers"
START_SET = "De lijst begint met de beginset van tien. Haal weg en voeg toe wat u samen kiest."
COLLECTOR = "Wie verzamelt: {indicator}"
CHOSEN = "Gekozen cijfers"
NO_INDICATORS = "Er zijn nog geen cijfers gekozen."
INDICATOR = "Cijfer"
DEFINITION = "Wat het is"
COUNTED_OF = "{numerator} Noemer: {denominator}"
COLLECTED_BY = "Wie verzamelt"
COLLECTOR_FALLBACK = "nog niet afgesproken"
SOURCE = "Bron"
PLANS_TITLE = "De plannen die dit voedt"
PLANS = {
    "support_plan": "Ondersteuningsplan",
    "youth_plan": "Jeugdplan",
    "education_agenda": "Lokale educatieve agenda",
    "other_plan": "Ander plan",
}
PLAN = "Plan"
PLAN_RHYTHM = "{plan}: hoe vaak?"
PLAN_RHYTHM_COLUMN = "Hoe vaak"
PLAN_RHYTHM_PLACEHOLDER = "Bijvoorbeeld: elke vier jaar"
PLAN_NEXT = "{plan}: volgende keer (dag-maand-jaar)"
PLAN_NEXT_COLUMN = "Volgende keer"
NO_PLANS = "Er is nog geen plan genoemd."
BY = "Vastgelegd door {organisation}, {day}."
THE_EXAMPLE = "het voorbeeld"
SOMEBODY = "iemand in de regio"
BEFORE = {"one": "Wat er eerst stond (1 wijziging)", "many": "Wat er eerst stond ({count} wijzigingen)"}
CHANGED_ON = "Gewijzigd op {day} door {organisation}"
WAS_BEFORE = "{question} Eerst stond er: {text}"
ADDED_THEN = "Cijfers erbij: {names}."
GONE_THEN = "Cijfers eraf: {names}."
COLLECTED_BEFORE = "Wie verzamelt {indicator}? Eerst stond er: {collector}"
PLANS_BEFORE = "De plannen waren: {plans}"
PLAN_SAID = "{plan}, {rhythm}, volgende keer {on}"
NO_DAY = "nog niet bekend"
AGREED_THEN = "Er werd iets afgesproken; daarvoor stond er niets."
UNDONE_THEN = "De afspraken werden ongedaan gemaakt."
NOTHING_ELSE = "Opnieuw bewaard; er veranderde niets."

WRITE = "Afspraken vastleggen"
CHANGE = "Afspraken wijzigen"
SAVE = "Afspraken bewaren"
KEEP = "Niet wijzigen"
SAVED = "De afspraken zijn bewaard. Het Overzicht volgt ze nu."
SAVED_BACK = "Ongedaan gemaakt: nu staat er weer wat er eerst stond."
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u afspraken vastleggen."
MAY_NOT = "Uw rol mag dit lezen, maar niet wijzigen."

CALENDAR = "Kalender van cijfers"
CALENDAR_INTRODUCTION = "Wanneer komt er een nieuw cijfer? De bronnen geven geen vaste dag. Zet hier de dag die u met elkaar of met de bron hebt afgesproken."
NO_CALENDAR = "Er staat nog geen cijfer op de kalender."
DUE_ON = "Uiterlijk"
OVER_YEAR = "Over"
STATE = "Stand"
ARRIVED = "is er"
LATE = "te laat: het cijfer is er nog niet"
SOON = {"one": "komt uiterlijk morgen", "many": "komt binnen {count} dagen"}
TODAY = "komt uiterlijk vandaag"
TO_COME = "komt nog"
EXPECT = "Op de kalender zetten"
EXPECT_TITLE = "Cijfer op de kalender zetten"
EXPECT_INDICATOR = "Welk cijfer?"
EXPECT_INDICATOR_PLACEHOLDER = "Kies een cijfer"
EXPECT_YEAR = "Over welk jaar?"
EXPECT_DUE = "Uiterlijk op (dag-maand-jaar)"
EXPECTED = "Het staat op de kalender."
DROP = "Van de kalender halen"
DROP_WHICH = "Welk cijfer?"
DROP_OPTION = "{indicator} over {year}"
DROPPED = "Het staat niet meer op de kalender."
PUT_BACK = "Het staat weer op de kalender."
TO_CALENDAR = "Naar de kalender van cijfers"
LATE_NOTICE = {
    "one": "Een cijfer is te laat: {which}.",
    "many": "Er zijn {count} cijfers te laat: {which}.",
}
CONFLICT = (
    "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven. Wat u typte staat nog in het formulier; kies "
    "nog eens ‘Afspraken bewaren’ als uw tekst moet blijven."
)
CALENDAR_CONFLICT = "Iemand anders heeft de kalender ondertussen gewijzigd. Er is niets overschreven."
FAULTS = {
    "purpose_missing": "Schrijf op waarvoor u dit volgt.",
    "text_too_long": "De tekst is te lang: {most} tekens mag, bij wie verzamelt en bij een plan {most_name}.",
    "too_many_indicators": "Kies niet meer dan {most_indicators} cijfers.",
    "indicator_unknown": "Een van deze cijfers bestaat niet meer.",
    "indicator_missing": "Kies een cijfer.",
    "plan_unknown": "Dit plan bestaat niet.",
    "year_impossible": "Schrijf een jaar van {first} tot het jaar waarin het cijfer komt.",
    "date_missing": "Schrijf een datum als 1-9-2026.",
    "expected_already": "Dit cijfer staat al op de kalender.",
    "removed_already": "Iemand heeft dit ondertussen van de kalender gehaald.",
    "not_removed": "Dit staat al weer op de kalender.",
}
