"""Words about people, their roles, and what each role may do."""

from data_models.access import Action, Role

# Roles and what they may do, as Beheer and docs/reference/rights.md say it
ROLES = {
    Role.GUEST: "gast",
    Role.PARTICIPANT: "deelnemer",
    Role.SIGNATORY: "ondertekenaar",
    Role.CHAIR: "voorzitter",
    Role.POLICY_OFFICER: "beleidsmedewerker",
    Role.AMBASSADOR: "ambassadeur",
    Role.ADMINISTRATOR: "beheerder",
}
ROLE_LINES = {
    Role.GUEST: "Is uitgenodigd voor één gesprek. Ziet de openbare cijfers, en verder nog niets van de regio.",
    Role.PARTICIPANT: "Leest de verhalen en eigen cijfers van de regio, en schrijft zelf mee.",
    Role.SIGNATORY: "Doet mee, en stelt normen vast en bevestigt duidingen namens één partij.",
    Role.CHAIR: "Doet mee, en leidt het overleg.",
    Role.POLICY_OFFICER: "Doet mee, en zorgt voor de cijfers, de normen en de agenda.",
    Role.AMBASSADOR: "Leest mee en vertelt het verhaal verder. Schrijft zelf niets.",
    Role.ADMINISTRATOR: "Doet alles wat een beleidsmedewerker doet, en regelt mensen, regio, logboek en kopieën.",
}
ACTIONS = {
    Action.READ_STORIES: "Verhalen en eigen cijfers van de regio lezen",
    Action.CONTRIBUTE: "Meeschrijven bij een cijfer",
    Action.WRITE_DOWN: "Opschrijven wat anderen aan tafel zeggen, op naam van hun organisatie",
    Action.ADOPT_NORMS: "Normen vaststellen namens een partij",
    Action.COMPOSE_JOINT: "De gezamenlijke duiding schrijven en een beeld een titel geven",
    Action.CONFIRM_JOINT: "De gezamenlijke duiding bevestigen namens een partij",
    Action.SET_NORMS: "Normen voorstellen, wijzigen en intrekken",
    Action.IMPORT_FIGURES: "Cijfers inlezen en dat ongedaan maken",
    Action.EDIT_AGENDA: "De data-ontwikkelagenda bijhouden",
    Action.ANNOTATE: "Gebeurtenissen en breuken bij een cijfer zetten",
    Action.LEAD_SCREENS: "Anderen op de telefoon laten meekijken",
    Action.INVITE: "Mensen zonder account uitnodigen, en kiezen of hun bijdrage erbij komt",
    Action.EDIT_PROMPTS: "De hulpvragen bij de vier vragen aanpassen",
    Action.MAKE_AGREEMENTS: "Afspraken, agendering en tafels bijhouden",
    Action.MANAGE_PEOPLE: "Mensen een rol geven",
    Action.MANAGE_REGION: "Gebieden en partijen van de regio bijhouden",
    Action.READ_AUDIT: "Het logboek lezen",
    Action.COPY_EVERYTHING: "Een kopie maken en terugzetten",
}
ACTION = "Wat"
YES = "ja"
NO = "–"
RIGHTS = (
    "Openbare cijfers mag iedereen lezen. De rest hangt af van de rol, en geldt alleen in de regio waarin iemand die rol heeft. "
    "Wie meer rollen heeft, mag alles wat bij een van die rollen hoort."
)
RIGHTS_TABLE = "Per rol"
RIGHTS_ROLES = "Wat elke rol doet"
ROLE_AND_LINE = "- **{role}**: {line}"

# People of the region
INTRODUCTION = "Een rol bepaalt wat iemand in deze regio mag lezen en doen. Kies iemand om een rol te geven, te wijzigen of te beëindigen."
EVERYBODY = "Iedereen die een rol heeft of had"
LOCAL = (
    "Lokale modus: wie op deze computer zegt wie hij is, krijgt vanzelf de rollen beleidsmedewerker en beheerder. "
    "Zodra aanmelden is ingesteld, geeft u hier iedereen de rol die past."
)
NOBODY = "In deze regio heeft nog niemand een rol."
WAITING = {
    "one": "1 persoon heeft zich aangemeld en heeft nog geen rol: {names}. Geef hieronder de rol die past.",
    "many": "{count} mensen hebben zich aangemeld en hebben nog geen rol: {names}. Geef hieronder de rol die past.",
}
AND_MORE = "{names} en nog {count}"
SEARCH = "Zoek op naam, organisatie of rol"
SEARCH_PLACEHOLDER = "Typ een deel van een naam"
NOT_FOUND = "Niemand gevonden. Typ minder letters, of maak het zoekvak leeg."
FOUND = "{count} van de {total} mensen"
NAME = "Naam"
ORGANISATION = "Organisatie"
HAS = "Rollen"
BETWEEN_ROLES = "; "
ROLE_FOR = "{role} voor {party}"
ROLE_UNTIL = "{role}, tot en met {day}"
ROLE_ENDED = "{role} (verlopen)"

# One person
PERSON = "Wiens rollen wilt u geven of wijzigen?"
PERSON_PLACEHOLDER = "Kies of typ een naam"
NAME_ONLY = "{name}"
NAMESAKE = "{name} ({organisation})"
NAME_WAITING = "{name}, nog geen rol"
THEIR_ROLES = "Rollen van {name}"
HAS_NO_ROLE = "Deze persoon heeft in deze regio nog geen rol."
ENDLESS = "zonder einddatum"
UNTIL = "tot en met {day}"
SINCE_ENDED = "geëindigd op {day}"
BY_CLAIMS = "Komt mee bij het aanmelden. Wijzigen kan alleen bij wie het aanmelden regelt, niet hier."
BY_PERSON = "Gegeven door {name} op {day}"
BY_PROJECT = "Gegeven op {day}"
YOURSELF = "Dit bent u zelf."
CHANGE_UNTIL = "Einddatum wijzigen"
BEGIN_AGAIN = "Weer laten gelden"
SAVE_UNTIL = "Bewaren"
END = "Beëindigen"
END_CONFIRM = "Ja, beëindig deze rol"
END_WHAT = "{name} is daarna geen {role} meer. Wat deze persoon heeft geschreven, blijft staan."
END_OWN = "Let op: dit is uw eigen rol. Daarna kunt u hier niets meer wijzigen."
ENDED = "{name} is geen {role} meer."
UNDONE = "{name} is weer {role}."
CHANGED = "{name} is {role}, {until}."

GIVE = "Een rol geven"
GIVE_ROLE = "Welke rol?"
GIVE_PARTY = "Ondertekent voor"
GIVE_PARTY_PLACEHOLDER = "Kies een partij"
NO_PARTIES = "Deze regio heeft nog geen partijen. Voeg er eerst een toe onder ‘Regio en gebieden’."
GIVE_UNTIL = "Tot wanneer?"
UNTILS = {"endless": "zonder einddatum", "day": "tot en met een dag"}
UNTIL_DAY = "Tot en met welke dag?"
UNTIL_DAY_PLACEHOLDER = "Bijvoorbeeld 31-12-2027"
GIVE_SAVE = "Rol geven"
GIVEN = "{name} is nu {role}, {until}."

BY_NAME = "Iemand die niet in deze lijst staat"
BY_NAME_WHY = (
    "Wie alleen in een andere regio een rol heeft, staat hier niet in de lijst. U kunt die persoon wel een rol geven. Vul "
    "naam en organisatie dan precies zo in als het programma ze kent: die persoon ziet ze zelf in het menu onder de eigen "
    "naam, bij ‘Aangemeld als’."
)
BY_NAME_NAME = "Naam, of nummer bij de aanmelddienst"
BY_NAME_ORGANISATION = "Organisatie"
BY_NAME_HELP = "Laat dit leeg als er ‘organisatie niet bekend’ staat, of als u een nummer invult."
FAULTS = {
    "until_past": "Die dag is voorbij. Kies een dag in de toekomst, of beëindig de rol.",
    "role_missing": "Kies eerst een rol.",
    "until_missing": "Vul in tot en met welke dag de rol geldt.",
    "until_unreadable": "Dit is geen dag. Schrijf hem als 31-12-2027.",
    "until_too_far": "Die dag is meer dan 25 jaar ver weg. Kies een eerdere dag, of ‘zonder einddatum’.",
    "person_unknown": "Deze persoon staat niet (meer) in de lijst van uw regio. Laad de pagina opnieuw, of geef de rol op naam.",
    "name_missing": "Vul in hoe deze persoon heet.",
    "nobody_named": (
        "Er is niemand gevonden die precies zo heet, bij precies die organisatie. Er is niets veranderd. Kijk beide letter "
        "voor letter na, ook de hoofdletters. Iemand die zich nog nooit heeft aangemeld, moet dat eerst doen."
    ),
    "several_named": (
        "Er is meer dan één persoon met deze naam bij deze organisatie. Er is niets veranderd. Vul in plaats van de naam het "
        "nummer in dat de aanmelddienst voor deze persoon gebruikt; wie de aanmelddienst beheert, kan dat opzoeken."
    ),
    "party_missing": "Kies voor welke partij deze persoon ondertekent.",
    "party_unknown": "Die partij hoort niet bij deze regio. Laad de pagina opnieuw.",
    "party_of_nobody": "Alleen een ondertekenaar hoort bij een partij.",
    "granted_already": "Deze persoon heeft die rol al. Er is niets veranderd.",
    "nothing_changed": "Die einddatum stond er al. Er is niets veranderd.",
    "ended_already": "Deze rol was al geëindigd. Er is niets veranderd.",
    "from_claims": BY_CLAIMS,
    "last_administrator": (
        "Dan heeft de regio geen beheerder meer, en kan niemand nog een rol geven. Maak eerst iemand anders beheerder, "
        "minstens even lang."
    ),
}
CONFLICT = (
    "Iemand anders heeft deze rol ondertussen gewijzigd. Er is niets overschreven. Hieronder staat wat er nu geldt."
)
