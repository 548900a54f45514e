"""Words of Ambities en normen."""

TITLE = "Ambities en normen in {area}"
INTRODUCTION = (
    "Een norm zegt wat partijen willen bereiken, en wanneer. Hij is bedoeld om van te leren, niet om op af te rekenen."
)
EXAMPLE = "Voorbeeldregio: deze normen zijn verzonnen."
STANDING = "Normen van {area}"
FOR_WHO_TAKES_PART = "Normen van {area} leest wie in deze regio meedoet."
NONE = "Er is voor {area} nog geen norm. Stel hierboven de eerste voor."
SET = "Een norm voorstellen"
CHANGE = "Norm wijzigen"
STATES = {
    "concept": "concept",
    "proposed": "voorgesteld",
    "agreed": "afgesproken in het OOGO",
    "adopted": "vastgesteld",
    "replaced": "vervangen",
    "withdrawn": "vervallen",
}
AGREED_BY_LINE = "Afgesproken door: {agreed_by}"
REASON_LINE = "Waarom: {reason}"
MEETING_LINE = "In: {meeting}, {day}"
MEETING_LINE_WITHOUT_DAY = "In: {meeting}"
ORIGIN_LINE = "Herkomst: {origin}"
DIRECTION_LINE = "Waarom deze richting: {reason}"
TITLE_OF_GROUP = "{norm}, {group}"
CONCEPT_HELP = "Alleen wie in uw regio normen opstelt, ziet dit concept. Het staat in geen enkele grafiek."
START_LINE = "Vanaf {value} in {year}"
HISTORY = "Geschiedenis ({count})"
ADOPTIONS = "Wie heeft vastgesteld ({count} van {total})"
PARTY = "Partij"
ADOPTED_ON = "Vastgesteld op"
ADOPTED_BEFORE_CHANGE = "{day}, vóór de laatste wijziging van de norm"
ASKED_ANEW = "De norm vraagt nu iets anders. Opnieuw gevraagd aan: {parties}."
NOT_YET_BY = "Nog niet vastgesteld door: {parties}."
ADOPT = "Vaststellen namens {party}"
ADOPTED = "{party} heeft deze norm vastgesteld."
ADOPTED_TODAY = "Vaststellen namens {party} ongedaan maken"
ADOPTION_UNDONE = "De vaststelling van vandaag door {party} is weer weg."
UNKNOWN = "voorbeeld"
VERSION_LINE = "Versie {version}, {day}, {who}: {state}, {norm}. {why}"
BAND = "{lower} tot {upper}"
VALUE_BY_YEAR = "{value} in {year}"
PROPOSE = "Voorstellen"
PROPOSED = "De norm is nu een voorstel: iedereen in de regio ziet hem."
AGREE = "Afgesproken"
AGREE_HELP = "Leg vast in welk overleg de partijen dit afspraken. Daarna kan elke partij de norm vaststellen."
AGREE_NOW = "Vastleggen"
AGREED = "De afspraak is vastgelegd. Elke partij kan de norm nu zelf vaststellen."
USUAL_MEETING = "OOGO"
TAKEN_BACK = "Dat is weer ongedaan gemaakt."
WITHDRAW = "Intrekken"
WITHDRAW_ANYWAY = "Toch intrekken"
RESTORE = "Intrekken ongedaan maken"

DIRECTION = "Wat is het doel?"
DIRECTION_HELP = "Bij dit cijfer is meer of minder niet vanzelf beter. Kies samen een richting, of een band."
DIRECTIONS = {"down": "Lager worden", "up": "Hoger worden", "band": "Binnen een band blijven"}
DIRECTION_REASON = "Waarom deze richting?"
DIRECTION_REASON_PLACEHOLDER = "Bijvoorbeeld: minder is hier beter, want wij helpen liever eerder."
WHICH = "Welke norm?"
WHICH_OF = "{norm} ({state}) wijzigen"
WHICH_NEW = "Een nieuwe norm voorstellen"
GROUP = "Voor welke kinderen?"
EVERYBODY = "alle kinderen van dit cijfer"
ORIGIN = "Waar komt de norm vandaan?"
ORIGINS = {
    "eigen": "eigen afspraak",
    "landelijk": "landelijke afspraak",
    "thuiszitterspact": "Thuiszitterspact",
    "provincie": "provincie of jeugdregio",
    "anders": "ergens anders",
}
MEETING = "In welk overleg?"
MET_ON = "Datum van het overleg"
DAY_PLACEHOLDER = "12-3-2026"
VALUE = "Norm ({unit})"
LOWER = "Ondergrens ({unit})"
UPPER = "Bovengrens ({unit})"
YEAR = "Te bereiken in (jaar)"
START_YEAR = "Vanaf (jaar)"
START_VALUE = "Beginwaarde ({unit})"
REASON = "Waarom deze norm?"
REASON_PLACEHOLDER = "Bijvoorbeeld: wij willen eerder en lichter helpen, en zien dat het elders lukt."
AGREED_BY = "Afgesproken door"
AGREED_BY_PLACEHOLDER = "Bijvoorbeeld: gemeente en samenwerkingsverband, OOGO van 12 maart 2026"
CHANGE_REASON = "Waarom wijzigt de norm?"
WITHDRAW_REASON = "Waarom trekt u de norm in?"
UNITS = {
    "percentage": "%",
    "per_1000": "per 1.000",
    "count": "aantal",
    "weeks": "weken",
    "days": "dagen",
    "scale": "1-5",
    "story": "",
}
SAVE = "Norm opslaan"
SAVE_CHANGE = "Wijziging opslaan"
SAVE_CONCEPT = "Als concept bewaren"
SAVE_CONCEPT_ANYWAY = "Toch als concept bewaren"
SAVED_CONCEPT = "Het concept is bewaard. Alleen wie in uw regio normen opstelt, ziet het."
SAVED = "De norm is opgeslagen en staat nu in alle grafieken van {area}."
WITHDRAWN = "De norm is ingetrokken. Hij blijft in de geschiedenis staan."
RESTORED = "De norm geldt weer."
CONFLICT = (
    "Iemand anders heeft deze norm ondertussen gewijzigd. Er is niets overschreven. Hieronder staat wat er nu geldt; "
    "wat u typte staat nog in het formulier. Kijk het na en sla opnieuw op."
)
OVERTAKEN = (
    "Een collega heeft intussen ook een norm gezet voor dit cijfer. Er is niets vervangen. Lees wat er nu staat; slaat u "
    "nog eens op, dan komt uw voorstel in de plaats van een ander voorstel."
)
NOW_STANDS = "Nu staat er: {norm} ({state})."
YOU_TYPED = "U typte: {norm}."
CONFLICT_STEP = "Iemand anders heeft deze norm ondertussen gewijzigd. Er is niets gedaan. Lees eerst wat er nu staat."
OVERTAKEN_STEP = (
    "Voor dit cijfer is intussen een andere norm gezet. Er is niets vervangen. Lees eerst wat er nu staat, en kies dan "
    "opnieuw."
)
FAULTS = {
    "value_missing": "Vul een getal in voor de norm.",
    "value_negative": "Een norm kan niet onder 0 liggen. Vul een getal van 0 of hoger in.",
    "value_above_100": "Een percentage kan niet boven 100 liggen. Vul een getal van 0 tot en met 100 in.",
    "band_upside_down": "De ondergrens moet lager zijn dan de bovengrens.",
    "year_past": "Het jaar van de norm moet in de toekomst liggen. Kies {year} of later.",
    "year_too_far": "Het jaar van de norm ligt te ver weg. Kies een jaar binnen 25 jaar.",
    "year_missing": "Vul een jaar in van vier cijfers, bijvoorbeeld {year}.",
    "start_after_norm": "Het beginjaar moet vóór het jaar van de norm liggen.",
    "reason_missing": "Schrijf op waarom deze norm er komt: dat is later nodig om te begrijpen wat u bedoelde.",
    "agreed_by_missing": "Vul in wie deze norm heeft afgesproken, of ‘voorstel van …’.",
    "not_standing": "Deze norm geldt niet meer: hij is vervangen of ingetrokken. Laad de pagina opnieuw.",
    "not_withdrawn": "Deze norm is niet ingetrokken, dus er is niets ongedaan te maken.",
    "change_reason_missing": "Schrijf op waarom: dan is later te begrijpen waarom de norm verschoof.",
    "adopted_already": "Deze partij heeft de norm al vastgesteld. Er is niets veranderd.",
    "not_adopted": "Deze partij heeft de norm niet vastgesteld. Er is niets veranderd.",
    "adopted_before_today": "Ongedaan maken kan alleen op de dag zelf. Bespreek het met elkaar, en stel zo nodig een nieuwe norm voor.",
    "not_your_party": "U ondertekent niet (meer) voor deze partij. Er is niets veranderd.",
    "direction_against": "Bij dit cijfer is de andere kant op beter. Kies die richting, of een band.",
    "direction_reason_missing": "Schrijf op waarom u deze richting kiest: bij dit cijfer is meer of minder niet vanzelf beter.",
    "meeting_missing": "Vul in welk overleg de norm is afgesproken.",
    "met_on_missing": "Vul de datum van het overleg in.",
    "met_on_later": "Het overleg moet al geweest zijn. Vul de dag in waarop de norm is afgesproken.",
    "not_a_day": "De datum van het overleg is geen datum. Schrijf dag, maand en jaar, zoals 12-3-2026.",
    "not_concept": "Deze norm is geen concept meer. Laad de pagina opnieuw.",
    "not_proposed": "Deze norm is geen voorstel (meer). Laad de pagina opnieuw.",
    "not_agreed": "Deze norm is nog niet afgesproken. Een partij kan hem daarna pas vaststellen.",
    "adopted_meanwhile": "Een partij heeft de norm intussen vastgesteld. Ongedaan maken kan niet meer; wijzig de norm of trek hem in.",
    "not_a_number": "Een van de waarden is geen getal. Schrijf een getal zoals 9,5.",
}
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u een norm voorstellen."
ADOPTION_CONFLICT = "Deze norm is ondertussen gewijzigd. Er is niets vastgesteld. Lees eerst wat er nu staat."
MAY_NOT = "Uw rol mag normen lezen, maar niet wijzigen."
NOTHING_TO_PREVIEW = "Vul een norm en een jaar in: dan ziet u hier de lijn en de weg ernaartoe."
