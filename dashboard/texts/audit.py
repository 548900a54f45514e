"""Words of the logboek: what every action is called, and what it was done to."""

# Every action string of data_models/commands, as it reads after somebody's name.
ACTIONS = {
    "add_ambition": "schreef een ambitie op",
    "add_issue": "schreef een vraagstuk op",
    "add_observation": "schreef op wat er te merken is van een resultaat",
    "add_result": "schreef een maatschappelijk resultaat op",
    "add_annotation": "zette een gebeurtenis of breuk bij een cijfer",
    "add_agenda_item": "zette een vraag op de data-ontwikkelagenda",
    "add_party": "voegde een partij toe",
    "add_region": "begon een regio",
    "add_dissenting_view": "schreef namens een partij een afwijkende zienswijze op",
    "agree_norm": "legde vast in welk overleg een norm is afgesproken",
    "adopt_norm": "stelde een norm vast namens een partij",
    "change_abolition": "hief een gemeente op",
    "change_annotation": "wijzigde een gebeurtenis of breuk bij een cijfer",
    "change_ambition": "wijzigde een ambitie",
    "change_issue": "wijzigde een vraagstuk",
    "change_observation": "wijzigde wat er te merken is van een resultaat",
    "change_result": "wijzigde een maatschappelijk resultaat",
    "choose_result_indicators": "koos de indicatoren van een resultaat",
    "link_norm": "koos bij welk resultaat een norm hoort",
    "move_ambition": "verplaatste een ambitie",
    "move_issue": "verplaatste een vraagstuk",
    "move_result": "verplaatste een maatschappelijk resultaat",
    "put_result_below": "zette een maatschappelijk resultaat onder een andere ambitie",
    "put_ambition_below": "zette een ambitie onder een ander vraagstuk",
    "put_back_ambition": "zette een ambitie terug",
    "put_back_issue": "zette een vraagstuk terug",
    "put_back_observation": "zette terug wat er te merken is van een resultaat",
    "put_back_result": "zette een maatschappelijk resultaat terug",
    "remove_ambition": "haalde een ambitie weg",
    "remove_issue": "haalde een vraagstuk weg",
    "remove_observation": "haalde weg wat er te merken is van een resultaat",
    "remove_result": "haalde een maatschappelijk resultaat weg",
    "change_agenda_item": "wijzigde een vraag op de data-ontwikkelagenda",
    "change_merger": "voegde samenwerkingsverbanden samen",
    "change_norm": "wijzigde een norm",
    "change_partnership": "maakte een samenwerkingsverband",
    "change_party": "wijzigde een partij",
    "change_person": "wijzigde de eigen gegevens",
    "change_role": "wijzigde tot wanneer iemands rol geldt",
    "change_share": "wijzigde wat bij een samenwerkingsverband hoort",
    "download_audit": "downloadde het logboek",
    "edit_contribution": "wijzigde een bijdrage",
    "end_role": "beëindigde iemands rol",
    "end_sign_in": "meldde iemand af",
    "grant_role": "gaf iemand een rol",
    "import_figures": "las cijfers in",
    "lead_screen": "liet anderen meekijken",
    "register_areas": "voegde gebieden toe",
    "register_boundaries": "las grenzen van gebieden in",
    "register_person": "zei wie hij of zij is",
    "remember_mapping": "liet onthouden wat kolommen betekenen",
    "remove_party": "haalde een partij weg",
    "remove_comparison_group": "haalde een bewaarde groep weg",
    "rename_region": "gaf de regio een andere naam",
    "renew_person": "heet bij het aanmelden anders, of hoort bij een andere organisatie",
    "renew_roles": "kreeg bij het aanmelden andere rollen",
    "replace_norm": "verving een norm",
    "backup": "maakte een kopie van alles",
    "restore": "zette een kopie van alles terug",
    "restore_annotation": "zette een gebeurtenis of breuk terug bij een cijfer",
    "propose_norm": "maakte van een concept een voorgestelde norm",
    "take_back_norm": "maakte de laatste stap met een norm ongedaan",
    "restore_norm": "maakte het intrekken van een norm ongedaan",
    "save_comparison_group": "bewaarde een groep om te vergelijken",
    "set_norm": "stelde een norm voor",
    "set_region_areas": "koos de gebieden van de regio",
    "share_contribution": "deelde een bijdrage",
    "invite": "nodigde iemand zonder account uit",
    "withdraw_invitation": "trok een uitnodiging in",
    "send_invited": "verstuurde een bijdrage via een uitnodiging",
    "fetch_back_invited": "haalde een bijdrage via een uitnodiging terug om te wijzigen",
    "withdraw_invited": "trok een bijdrage via een uitnodiging in",
    "show_sending": "liet een bijdrage via een uitnodiging bij het verhaal zien",
    "refuse_sending": "nam een bijdrage via een uitnodiging niet over",
    "undo_decision": "maakte een besluit over een bijdrage via een uitnodiging ongedaan",
    "change_prompts": "wijzigde de hulpvragen bij een vraag",
    "set_retention": "wijzigde hoe lang teksten worden bewaard",
    "remove_expired": "haalde teksten weg waarvan de bewaartermijn voorbij was",
    "expire_text": "haalde een tekst weg: bewaartermijn voorbij",
    "expire_contribution": "haalde de tekst van een bijdrage weg: bewaartermijn voorbij",
    "sign_in": "meldde zich aan",
    "sign_out": "meldde zich af",
    "stop_leading": "liet niemand meer meekijken",
    "undo_adoption": "maakte een vaststelling van vandaag ongedaan",
    "undo_composition": "maakte een wijziging van gebieden ongedaan",
    "undo_import": "maakte het inlezen van cijfers ongedaan",
    "withdraw_annotation": "haalde een gebeurtenis of breuk weg bij een cijfer",
    "withdraw_agenda_item": "haalde een vraag van de data-ontwikkelagenda",
    "withdraw_contribution": "trok een bijdrage in",
    "withdraw_norm": "trok een norm in",
    "make_agreement": "maakte een afspraak",
    "change_agreement": "wijzigde een afspraak",
    "step_agreement": "zei hoe ver een afspraak is",
    "undo_agreement_step": "maakte een stap bij een afspraak ongedaan",
    "remove_agreement": "haalde een afspraak weg",
    "put_back_agreement": "zette een afspraak terug",
    "escalate": "legde iets op een andere tafel",
    "change_escalation": "wijzigde wat op een andere tafel ligt",
    "keep_reply": "schreef het antwoord van een andere tafel op",
    "remove_escalation": "haalde iets van een andere tafel weg",
    "put_back_escalation": "zette iets terug op een andere tafel",
    "add_table": "zette een tafel in het overzicht",
    "change_table": "wijzigde een tafel in het overzicht",
    "remove_table": "haalde een tafel uit het overzicht",
    "put_back_table": "zette een tafel terug in het overzicht",
    "add_effort": "voegde een activiteit toe",
    "add_goal": "voegde een doel toe",
    "add_yield": "voegde een output of outcome toe",
    "change_effort": "wijzigde een activiteit",
    "change_goal": "wijzigde een doel",
    "change_yield": "wijzigde een output of outcome",
    "clear_monitoring": "maakte de eerste monitoringsafspraken ongedaan",
    "confirm_interpretation": "bevestigde een gezamenlijke duiding namens een partij",
    "drop_expected_figure": "haalde een verwacht cijfer van de kalender",
    "enter_measurement": "vulde een aantal in bij een output of outcome",
    "explain_looking_back": "lichtte toe wat er van een eerdere duiding klopte",
    "expect_figure": "zette een verwacht cijfer op de kalender",
    "look_back": "zei of een eerdere duiding klopte",
    "name_picture": "gaf een beeld een titel",
    "put_back_effort": "zette een activiteit terug",
    "put_back_expected_figure": "zette een verwacht cijfer terug op de kalender",
    "put_back_goal": "zette een doel terug",
    "put_back_joint": "zette de vorige tekst van een gezamenlijke duiding terug",
    "put_back_yield": "zette een output of outcome terug",
    "remove_effort": "haalde een activiteit weg",
    "remove_goal": "haalde een doel weg",
    "remove_yield": "haalde een output of outcome weg",
    "save_joint": "schreef een gezamenlijke duiding",
    "save_monitoring": "legde monitoringsafspraken vast",
    "share_practice_story": "deelde een praktijkverhaal",
    "expire_practice_story": "haalde de tekst van een praktijkverhaal weg: de bewaartermijn is voorbij",
    "edit_practice_story": "wijzigde een praktijkverhaal",
    "withdraw_practice_story": "trok een praktijkverhaal in",
    "take_back_looking_back": "haalde weg wat hij of zij van een eerdere duiding zei",
    "undo_confirmation": "maakte een bevestiging van vandaag ongedaan",
    "undo_measurement": "maakte een aantal bij een output of outcome ongedaan",
    "withdraw_dissenting_view": "trok namens een partij een afwijkende zienswijze in",
    "withdraw_measurement": "haalde een aantal bij een output of outcome weg",
    "write_down_contribution": "schreef een bijdrage op voor een ander",
}

# Every kind of thing that a command changes.
KINDS = {
    "agenda_item": "data-ontwikkelagenda",
    "ambition": "ambities",
    "annotation": "gebeurtenissen en breuken",
    "issue": "vraagstukken",
    "observation": "wat er te merken is van resultaten",
    "result": "maatschappelijke resultaten",
    "area": "gebieden",
    "audit": "logboek",
    "boundary": "grenzen van gebieden",
    "column_mapping": "betekenis van kolommen",
    "comparison_group": "groepen om te vergelijken",
    "composition": "samenstelling van gebieden",
    "contribution": "bijdragen",
    "database": "alles",
    "import_batch": "ingelezen cijfers",
    "invitation": "uitnodigingen",
    "led_screen": "meekijken",
    "prompts": "hulpvragen",
    "retention": "bewaartermijn",
    "norm": "normen",
    "person": "mensen",
    "region": "regio, gebieden en partijen",
    "agreement": "afspraken",
    "escalation": "wat op andere tafels ligt",
    "table": "tafels",
    "effort": "activiteiten",
    "effort_yield": "output en outcome",
    "expected_figure": "kalender van cijfers",
    "goal": "doelen",
    "joint_interpretation": "gezamenlijke duidingen",
    "looking_back": "terugblik op een eerdere duiding",
    "picture": "beelden",
    "measurement": "aantallen bij output en outcome",
    "monitoring": "monitoringsafspraken",
    "practice_story": "praktijkverhalen",
}

# The screen
INTRODUCTION = "Alles wat in uw regio is gewijzigd: wie het deed, wanneer, in welke rol en wat. Niets hiervan is te wijzigen of weg te halen. Wat mensen schreven staat er niet in."
FILTER = "Kiezen wat u ziet"
FILTER_ON = "Kiezen wat u ziet (u ziet nu een deel)"
WHO = "Wie"
ROLE = "Rol"
ACTION = "Wat er gebeurde"
KIND = "Waarover"
SINCE = "Vanaf"
UNTIL = "Tot en met"
SOUGHT = "Zoeken in namen en bijzonderheden"
EVERYBODY = "iedereen"
EVERY_ROLE = "alle rollen"
EVERYTHING = "alles"
DAY_PLACEHOLDER = "31-12-2026"
DAY_UNREADABLE = "‘{typed}’ is geen datum. Schrijf dag, maand en jaar, zoals 31-12-2026."
PERIOD_EMPTY = "‘Vanaf’ ligt na ‘Tot en met’. Zo is er niets te zien."
CLEAR = "Toon weer alles"
EMPTY = "Er is nog niets gebeurd in deze regio."
NOTHING_FOUND = "Hiervan staat niets in het logboek. Kies iets anders, of toon weer alles."
OLDER = "Ouder"
NEWEST = "Terug naar het nieuwste"
SHOWN = "Het nieuwste staat bovenaan."

# A line
WHEN = "Wanneer"
WHAT = "Wat"
WHO_IN_ROLE = "{name} ({roles})"
BETWEEN_ROLES = ", "
BETWEEN_PARTS = " · "
THE_PROJECT = "het programma zelf"
INVITED = "iemand met een uitnodiging"
OF_IN = "{indicator} in {area}"
OF = "{indicator}"
BATCH = "{file}: {new} nieuw, {changed} gewijzigd, {gone} verwijderd"
FIRST_VERSION = "versie {to}"
VERSIONS = "versie {start} → {to}"
ENDLESS = "zonder einddatum"

# The download
DOWNLOAD = "Download dit als bestand"
DOWNLOAD_HELP = (
    "Een csv-bestand voor Excel, met alles wat u nu hebt gekozen. Dat u dit downloadt, komt zelf ook in het logboek."
)
FILE = "logboek-{day}.csv"
COLUMNS = ("Wanneer", "Naam", "Rol", "Wat", "Soort", "Waarover", "Van versie", "Naar versie")
EXPIRED = "Deze link is verlopen. Ga terug naar het logboek, laad de pagina opnieuw en kies nog eens Download."
NOT_OURS = "Deze link klopt niet. Ga naar Beheer, Logboek en kies daar Download."
NOT_ALLOWED = "U mag het logboek niet (meer) downloaden. Meld u opnieuw aan, of vraag het een beheerder."
CUT_OFF = (
    "LET OP: dit bestand is niet volledig. Tijdens het downloaden verviel uw recht op het logboek: u bent afgemeld of uw rol is "
    "gewijzigd. Oudere regels ontbreken. Meld u opnieuw aan, of vraag het een beheerder."
)
DATABASE_AWAY = "De database antwoordt niet. Er is niets kwijt. Probeer het over een minuut opnieuw."
