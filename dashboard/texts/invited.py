"""Words of the page for who was invited to say once what they think of a figure, and of the route that keeps it."""

TITLE = "Uw kijk op dit cijfer"
NO_LINK = (
    "Deze pagina hoort bij een uitnodiging. Open de link die u kreeg, of scan de QR-code. Werkt de link niet, vraag dan een "
    "nieuwe aan wie u uitnodigde."
)
UNKNOWN = (
    "Deze uitnodiging kennen we niet. Misschien is de link niet helemaal meegekomen. Open de link die u kreeg nog eens, of "
    "vraag een nieuwe aan wie u uitnodigde."
)
INVITED_BY = "{organisation} nodigt u uit ({region})."
INVITED_IN = "U bent uitgenodigd in {region}."
EXAMPLE = "Dit is een voorbeeld: het cijfer en de regio zijn verzonnen."
AS_PERSPECTIVE = "U kijkt vanuit: {perspective}."
WHAT = (
    "Hieronder staat een cijfer over kinderen en jongeren, en vier vragen. U mag ze allemaal beantwoorden of alleen wat u "
    "wilt. Wat u schrijft wordt vanzelf bewaard; niemand leest het voordat u op Versturen drukt."
)
UNTIL = "U kunt antwoorden tot en met {day}."
HOW = (
    "Na het versturen leest {organisation} wat u schreef. Daarna komt het bij het verhaal achter het cijfer te staan, of u leest "
    "op deze pagina waarom niet. Uw naam staat er nooit bij. Bewaar deze link: hier ziet u later wat ermee is gedaan."
)
SOMEBODY = "de organisatie die u uitnodigde"
FIGURE = "Waar het over gaat"
NO_PUBLIC_FIGURE = "{indicator}, {area}: dit cijfer is niet openbaar. Vraag het aan wie u uitnodigde."
QUESTIONS_TITLE = "Vier vragen"
FIELD = "Uw antwoord"
GROUP = "Schrijft u namens een groep? Hoeveel mensen en wie (mag leeg blijven)"
GROUP_PLACEHOLDER = "Bijvoorbeeld: 12 ouders"
NO_NAMES = (
    "Noem geen namen van kinderen of van andere mensen, en geen telefoonnummers of e-mailadressen. Beschrijf wat u ziet, niet wie het "
    "is."
)
MINORS = "Bent u jonger dan 16?"
MINORS_EXPLAINED = (
    "Vraag dan eerst aan uw vader, moeder of voogd of u mag meedoen. Schrijft u namens een groep jongeren, dan geldt dat voor "
    "ieder van hen die jonger dan 16 is."
)
CONSENT = "Wij zijn 16 jaar of ouder, of onze ouder of voogd vindt het goed dat wij meedoen."
CONSENT_MISSING = "Zet eerst het vinkje: wie jonger is dan 16 doet alleen mee als een ouder of voogd dat goedvindt."
RECOGNITION = "Herkent u het beeld?"
VALUATION = "Wat vindt u ervan?"
SENDING = {
    "send": "Versturen",
    "anyway": "Toch versturen",
    "busy": "Bezig met versturen…",
    "unsaved": "Nog niet verstuurd: niet alles is bewaard. Kijk bij elk vak wat er staat en probeer het nog eens.",
    "failed": "Nog niet verstuurd. Uw tekst is bewaard; probeer het nog eens.",
}
NAMED = "In uw tekst staat {names}. Dat lijkt een naam. Beschrijf de situatie zonder de persoon, of verstuur toch."
NAMED_MORE = "In uw tekst staan {names}. Dat lijken namen. Beschrijf de situatie zonder de personen, of verstuur toch."
NOTHING = "Er is nog niets om te versturen: schrijf of kies eerst een antwoord."
MOVED_ON = "Uw tekst is in een ander venster gewijzigd. Laad de pagina opnieuw, kijk hem na en verstuur hem dan."
OVER = "Deze uitnodiging is voorbij; er is niets opgeslagen. Uw tekst staat op dit apparaat."
SENT_ALREADY = "Uw bijdrage is al verstuurd; er is niets opgeslagen. Herlaad de pagina."
TOO_FAST = "Er wordt te vaak opgeslagen. Uw tekst staat op dit apparaat en wordt zo opnieuw geprobeerd."
TOO_LONG = "De tekst is te lang om op te slaan."

# When it cannot be answered any more
ENDED = "U kon antwoorden tot en met {day}. Vraag een nieuwe uitnodiging aan wie u uitnodigde."
WITHDRAWN_BY_INVITER = "Deze uitnodiging is ingetrokken door wie haar maakte. U kunt niet meer antwoorden."
YOUR_WORDS = "Wat u schreef en niet verstuurde, leest niemand:"

# What was done with it
SENT = "Verstuurd op {moment}. Dank u wel."
STATES = {
    "waiting": "Uw bijdrage wacht tot iemand haar gelezen heeft. Kom later op deze pagina terug om te zien wat ermee is gedaan.",
    "shown": "Uw bijdrage staat sinds {day} bij het verhaal achter het cijfer.",
    "refused": "Uw bijdrage is niet overgenomen. De reden:",
    "withdrawn": "U trok uw bijdrage in. Uw woorden zijn weggehaald. Wat de partijen eruit aanhaalden of afspraken, staat er nog.",
    "expired": "Uw bijdrage is niet overgenomen, en uw woorden zijn weggehaald: de tijd is voorbij dat de regio ze bewaart.",
}
YOUR_ANSWERS = "Wat u stuurde"
ON_BEHALF = "Namens: {group}"
QUOTED = "Hieruit is geciteerd in de gezamenlijke duiding."
AGREED = "Hieruit kwam een afspraak."
FETCH_BACK = "Toch nog wijzigen"
FETCHED_BACK = "U kunt uw antwoorden wijzigen. Druk daarna opnieuw op Versturen."
TOO_LATE = "Er is intussen iets met uw bijdrage gedaan. Kijk hieronder hoe het nu staat."
WITHDRAW = "Mijn bijdrage intrekken"
WITHDRAW_EXPLAINED = (
    "Uw woorden verdwijnen dan, ook bij het verhaal. Wat de partijen eruit aanhaalden in hun gezamenlijke duiding of afspraken, "
    "blijft daar staan. Dat kunt u niet ongedaan maken."
)
WITHDRAW_CERTAIN = "Ja, trek mijn bijdrage in"
FURTHER = "Bekijk alle cijfers"
