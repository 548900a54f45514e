"""Words of the logboek: what every action is called, and what it was done to."""

# Every action string of data_models/commands, as it reads after somebody's name.
ACTIONS = {
    "add_agenda_item": "zette een vraag op de data-ontwikkelagenda",
    "adopt_norm": "stelde een norm vast namens een partij",
    "change_agenda_item": "wijzigde een vraag op de data-ontwikkelagenda",
    "change_norm": "wijzigde een norm",
    "change_person": "wijzigde de eigen gegevens",
    "change_role": "wijzigde tot wanneer iemands rol geldt",
    "download_audit": "downloadde het logboek",
    "edit_contribution": "wijzigde een bijdrage",
    "end_role": "beëindigde iemands rol",
    "end_sign_in": "meldde iemand af",
    "grant_role": "gaf iemand een rol",
    "import_figures": "las cijfers in",
    "register_areas": "voegde gebieden toe",
    "register_boundaries": "las grenzen van gebieden in",
    "register_person": "zei wie hij of zij is",
    "remember_mapping": "liet onthouden wat kolommen betekenen",
    "renew_person": "heet bij het aanmelden anders, of hoort bij een andere organisatie",
    "renew_roles": "kreeg bij het aanmelden andere rollen",
    "replace_norm": "verving een norm",
    "restore_norm": "maakte het intrekken van een norm ongedaan",
    "set_norm": "stelde een norm voor",
    "share_contribution": "deelde een bijdrage",
    "sign_in": "meldde zich aan",
    "sign_out": "meldde zich af",
    "undo_adoption": "maakte een vaststelling van vandaag ongedaan",
    "undo_import": "maakte het inlezen van cijfers ongedaan",
    "withdraw_agenda_item": "haalde een vraag van de data-ontwikkelagenda",
    "withdraw_contribution": "trok een bijdrage in",
    "withdraw_norm": "trok een norm in",
}

# Every kind of thing that a command changes.
KINDS = {
    "agenda_item": "data-ontwikkelagenda",
    "area": "gebieden",
    "audit": "logboek",
    "boundary": "grenzen van gebieden",
    "column_mapping": "betekenis van kolommen",
    "contribution": "bijdragen",
    "import_batch": "ingelezen cijfers",
    "norm": "normen",
    "person": "mensen",
}
