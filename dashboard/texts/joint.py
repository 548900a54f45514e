"""Words of the gezamenlijke duiding: writing, quoting, confirming, seeing it otherwise, and looking back at it."""

HEADING = "Gezamenlijke duiding"
START = "Gezamenlijke duiding schrijven"
EXPLAINED = (
    "Eén tekst namens alle partijen. Kies bij een antwoord 'Aanhalen' om de woorden hierin te zetten. Ondertekenaars "
    "bevestigen de tekst daarna namens hun partij."
)
LABEL = "Wat zeggen we samen?"
PLACEHOLDER = "Schrijf hier wat de partijen samen zeggen. Het wordt vanzelf bewaard als uw concept."
NOTHING_YET = "Nog geen gezamenlijke duiding."
GO_ON = "Verder met uw concept van de gezamenlijke duiding"
STOP_WRITING = "Sluiten"
WRITTEN = "Opgeschreven door {organisation} op {day}, versie {version}"
NO_ORGANISATION = "een organisatie die niet bekend is"
CHANGE = "Wijzigen"
SAVED = "De gezamenlijke duiding is opgeslagen. Ondertekenaars kunnen haar nu bevestigen."
SAVED_ANEW = "De gezamenlijke duiding is gewijzigd. Wie haar bevestigde, wordt opnieuw om bevestiging gevraagd."
SAVED_THE_SAME = "De tekst is dezelfde gebleven."
PUT_BACK = "De vorige tekst staat er weer."
QUOTE_WITHDRAWN = "Let op: een antwoord van {organisation} dat hierin is aangehaald, is later ingetrokken."
QUOTE_EXPIRED = "Een antwoord van {organisation} dat hierin is aangehaald, is weggehaald: de bewaartermijn is voorbij."
VERSIONS = "Eerdere versies"
NO_WORDS_LEFT = "Van deze versie is geen tekst bewaard."
WHOLE = "Lees de hele tekst"
VERSION_LINE = "Versie {version}, {organisation}, {day}"
VERSION_CONFIRMED = "{line}. Bevestigd door {parties}"

QUOTE = "Aanhalen"
QUOTED = "aangehaald in de gezamenlijke duiding"
QUOTATION = "„{words}” ({organisation})"
QUOTATION_OF_GROUP = "„{words}” ({organisation}, namens {group})"

CONFIRMED_BY = "Bevestigd door {count} van {total} partijen"
CONFIRMED_BY_ONE = "Bevestigd"  # by the only party there is
CONFIRMED_BY_ALL = "Bevestigd door alle {total} partijen"
CONFIRMED_BY_NONE = "Nog door geen partij bevestigd"
PARTY = "Partij"
CONFIRMED_ON = "Bevestigd"
THROUGH = "Door"
CONFIRMED_BEFORE = "{day}, versie {version}"
NOT_YET = "Nog niet bevestigd: {parties}"
ASKED_ANEW = "De tekst is daarna gewijzigd. Opnieuw gevraagd: {parties}"
CONFIRM = "Bevestigen namens {party}"
UNDO_CONFIRMING = "{party}: toch niet bevestigen"
CONFIRMED = "{party} heeft de gezamenlijke duiding bevestigd."
CONFIRMING_UNDONE = "{party} heeft de bevestiging teruggenomen."

DISSENT = "{party} ziet het anders"
DISSENT_GO_ON = "Verder met de zienswijze van {party}"
DISSENT_LABEL = "Afwijkende zienswijze van {party}"
DISSENT_PLACEHOLDER = "Schrijf hier wat uw partij anders ziet. Het wordt vanzelf bewaard als uw concept."
DISSENTING_VIEW = "Afwijkende zienswijze · {party} · {day}"
DISSENTING_VIEW_BEFORE = "Afwijkende zienswijze · {party} · {day}, bij versie {version}"
DISSENT_WITHDRAWN = "Afwijkende zienswijze van {party}: ingetrokken."
DISSENTED = "De afwijkende zienswijze staat naast de gezamenlijke duiding."
WITHDRAW = "Zienswijze intrekken"
WITHDRAW_EXPLAINED = "Binnen een dag verdwijnt de tekst helemaal. Daarna blijft 'ingetrokken' staan."
WITHDRAW_CERTAIN = "Ja, trek deze zienswijze in"
WITHDRAWN = "De afwijkende zienswijze is ingetrokken."

CONFLICT = (
    "Iemand anders heeft de gezamenlijke duiding ondertussen gewijzigd. Er is niets overschreven. Hieronder staat de "
    "tekst die nu geldt; uw eigen tekst staat nog in het vak. Neem over wat u wilt en deel opnieuw."
)
CONFLICT_NOW = "Nu staat er: {text}"
CHANGED_MEANWHILE = "De tekst is ondertussen gewijzigd. Er is niets gedaan: lees eerst wat er nu staat."
DRAFT_MOVED_ON = "Uw tekst is in een ander venster gewijzigd. Laad de pagina opnieuw om verder te gaan."
FAULTS = {
    "text_missing": "Schrijf eerst een tekst.",
    "nothing_stands": "Er staat geen tekst meer om te bevestigen.",
    "confirmed_already": "Deze tekst is al bevestigd namens deze partij.",
    "not_your_party": "U tekent niet voor deze partij.",
    "not_confirmed": "Deze partij had nog niet bevestigd.",
    "confirmed_before_today": "Een bevestiging is alleen op dezelfde dag terug te nemen.",
    "dissents_already": "Van deze partij staat er al een afwijkende zienswijze. Trek die eerst in.",
    "withdrawn_already": "Deze zienswijze was al ingetrokken.",
    "answer_unknown": "Kies ja, deels of nee.",
    "not_earlier": "Deze duiding is niet van een eerder cijfer.",
}

NOT_AGAIN = "Nog niet opnieuw besproken: de laatste gezamenlijke duiding gaat over {period}."
LAST_TIME = {  # what was said of an earlier figure, by question
    1: "Vorige keer, over {period}, zeiden we samen of we het beeld herkenden:",
    2: "Vorige keer, over {period}, verklaarden we samen:",
    3: "Vorige keer, over {period}, vonden we samen:",
    4: "Vorige keer, over {period}, zagen we samen als mogelijkheden:",
}
WAS_IT_RIGHT = {1: "Klopte dat?", 2: "Klopte dat?", 3: "Vinden we dat nog?", 4: "Is dat gelukt?"}
STOOD = "Bevestigd door {parties}"
STOOD_UNCONFIRMED = "Door geen partij bevestigd"
ANSWERS = {"ja": "ja", "deels": "deels", "nee": "nee"}
SAID = "{answer}: {organisations}"
SAID_WHY = "{organisation}: {answer}. {text}"
SAID_CHANGED = "De tekst van toen is daarna nog gewijzigd."
YOU_SAID = "U zei: {answer}"
EXPLAIN = "Toelichten"
EXPLAIN_GO_ON = "Verder met uw toelichting"
EXPLAIN_ANEW = "Toelichting wijzigen"
EXPLAIN_LABEL = "Waarom klopte het wel of niet?"
EXPLAIN_PLACEHOLDER = "Schrijf hier wat er anders was dan we dachten. Het wordt vanzelf bewaard."
TAKE_BACK = "Antwoord weghalen"
LOOKED_BACK = "Uw antwoord is bewaard."
EXPLAINED_NOW = "Uw toelichting is bewaard."
TAKEN_BACK = "Uw antwoord is weggehaald."
ANSWERED_ELSEWHERE = "U gaf in een ander venster al een antwoord. Er is niets overschreven."
