"""Words of the data-ontwikkelagenda: what people want to know and nobody measures."""

MAY_NOT = "Uw rol mag de agenda lezen, maar niet wijzigen."
SIGN_IN_FIRST = "Zeg eerst wie u bent. Dan kunt u iets op de agenda zetten."
TITLE = "Dit willen we weten, maar meten we niet"
INTRODUCTION = "De data-ontwikkelagenda: vragen waar nog geen cijfer bij is, en wie dat zou kunnen meten."
FOR_WHO_TAKES_PART = "Wat een regio nog wil weten, leest wie er meedoet."
NONE = "Er staat nog niets op de agenda."
QUESTION = "Wat willen we weten?"
QUESTION_PLACEHOLDER = "Bijvoorbeeld: hoeveel thuiszitters gaan weer naar school?"
REASON = "Waarom willen we dat weten?"
FOR_WHOM = "Voor wie is dat van belang?"
ORGANISATION = "Wie zou het kunnen meten?"
THEME = "Thema"
NO_THEME = "geen thema"
INDICATOR = "Welk cijfer zegt hier te weinig over?"
NO_INDICATOR = "geen"
STATE = "Stand"
STATES = {
    "open": "nog niemand bezig",
    "in_progress": "er wordt aan gewerkt",
    "measured": "wordt nu gemeten",
    "dropped": "van de agenda af",
}
ADD = "Op de agenda zetten"
ADD_TITLE = "Iets op de agenda zetten"
ADDED = "Het staat op de agenda. U vindt het hierboven."
CHANGE = "Wijzigen"
SAVE = "Wijziging bewaren"
CHANGED = "De wijziging is bewaard."
WITHDRAW = "Van de agenda halen"
WITHDRAW_CONFIRM = "Ja, haal van de agenda"
WITHDRAWN = "Het is van de agenda gehaald."
KEEP = "Niet wijzigen"
BY = "Laatst gewijzigd door {organisation}, {day}"
FOR_WHOM_LINE = "Voor wie: {who}"
ORGANISATION_LINE = "Te meten door: {organisation}"
THE_EXAMPLE = "het voorbeeld"
WHY = "Waarom: {why}"
FAULTS = {
    "question_missing": "Schrijf op wat u wilt weten.",
    "reason_missing": "Schrijf op waarom: dan begrijpt een ander later waar het om ging.",
    "too_long": "Een van de teksten is te lang: {most} tekens mag.",
    "state_unknown": "Kies een stand uit de lijst.",
    "dropped_already": "Dit is al van de agenda gehaald.",
}
CONFLICT = (
    "Iemand anders heeft dit ondertussen gewijzigd. Er is niets overschreven. Hieronder staat wat er nu staat; "
    "wat u typte staat nog in het formulier."
)
