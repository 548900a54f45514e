"""Words of Meekijken: on a telephone what is on the beamer."""

TITLE = "Meekijken"
INTRODUCTION = "Kijk op uw eigen telefoon mee met wat in het overleg op het grote scherm staat."
CODE = "Code van het grote scherm"
CODE_PLACEHOLDER = "Bijvoorbeeld K7Q 2MX"
FOLLOW = "Kijk mee"
RIGHTS = "Met de code kijkt u mee. U ziet daarmee alleen wat u ook zonder code mag zien."
CODE_UNREADABLE = "Een code heeft zes letters en cijfers. Kijk op het grote scherm en vul hem opnieuw in."
CODE_UNKNOWN = "Met deze code kijkt nu niemand mee. Kijk of hij klopt, of vraag of het meekijken nog aan staat."
TOO_MANY = "Er is te vaak een verkeerde code ingevuld. Wacht een minuut en probeer het opnieuw."

# Who leads
LEAD_TITLE = "Zelf laten meekijken"
LEAD_EXPLAINED = (
    "Leidt u het overleg? Dan zien de anderen op hun telefoon hetzelfde scherm als u: hetzelfde gebied en dezelfde keuzes. "
    "Wat u typt, zien zij niet. Ieder ziet alleen wat hij of zij zelf mag zien."
)
LEAD = "Laat meekijken"
LEAD_HERE = "Laat anderen op hun telefoon meekijken"
WHO_MAY_LEAD = "Laten meekijken kan wie is aangemeld als voorzitter, beleidsmedewerker, ambassadeur of beheerder."
WHO_MAY_LEAD_LOCAL = "Zeg eerst bij ‘Cijfer en verhaal’ wie u bent. Daarna kunt u hier anderen laten meekijken."
LEADING = "Anderen kunnen meekijken met code {code}"
SCAN = "Scan met de camera van uw telefoon,"
OR_TYPE = "of ga naar {address}"
AND_CODE = "en vul deze code in:"
QR = "QR-code met het adres om mee te kijken"
STOP = "Stop met laten meekijken"
STOPPED = "U laat niemand meer meekijken."
OVER = "Het meekijken is gestopt. Dat gebeurt vanzelf na vier uur, en als u op een ander scherm opnieuw begint."
LOCAL = (
    "Lokale modus: alleen deze computer kan dit adres openen. Op een telefoon meekijken kan zodra aanmelden is ingesteld "
    "en het programma op een eigen adres staat."
)

# Who follows
FOLLOWING = "U kijkt mee met het scherm van {organisation}."
FOLLOWING_SOMEBODY = "U kijkt mee met het grote scherm."
ALONE = "U kijkt nu zelf verder, los van het scherm van {organisation}."
ALONE_SOMEBODY = "U kijkt nu zelf verder, los van het grote scherm."
GO_ALONE = "Zelf verder kijken"
AGAIN = "Weer meekijken"
LEAVE = "Stop met meekijken"
SIGN_IN = "Meld u aan om ook te zien wat alleen voor mensen van de regio is."
ENDED = "Het meekijken is gestopt. U kunt zelf verder kijken."
WATCHING = {
    "moved": "Het scherm is verder gegaan. Wat u typt blijft staan tot u volgt.",
    "go": "Volg het scherm",
}
