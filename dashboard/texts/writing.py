"""Words of the fields in which people write, of the route that keeps their drafts, and of who is writing."""

# What the draft route answers
FOREIGN = "Dit verzoek komt niet van een pagina van deze toepassing; er is niets opgeslagen."
NOT_OURS = "Het bewijs dat u dit mag schrijven klopt niet; er is niets opgeslagen. Herlaad de pagina."
EXPIRED = "De pagina staat te lang open; zij vraagt een nieuw bewijs. Uw tekst staat op dit apparaat."
SIGNED_OUT = "U bent afgemeld; er is niets opgeslagen. Uw tekst staat op dit apparaat: meld u opnieuw aan."
NOT_ALLOWED = "U mag in deze regio niet schrijven; er is niets opgeslagen. Uw tekst staat op dit apparaat."
TOO_LONG = "De tekst is te lang om op te slaan: hij mag {most} tekens hebben."
UNREADABLE = "Dit is niet te lezen; er is niets opgeslagen."
CONFLICT = "Deze tekst is intussen ergens anders gewijzigd; er is niets overschreven."

# What the route for who someone is answers
SIGN_IN_INSTEAD = "Hier melden mensen zich aan: kies Aanmelden. Er is niets opgeslagen."
NAME_MISSING = "Vul uw naam in: zo weten anderen, en u later zelf, van wie een bijdrage komt."
ORGANISATION_MISSING = "Vul uw organisatie in: zij staat bij wat u deelt."
PERSPECTIVE_MISSING = "Kies het perspectief van waaruit u schrijft."
WHO_TOO_LONG = "Naam en organisatie mogen elk {most} tekens hebben."

# Handed to writing.js; {…} is filled in there
WRITING = {
    "share": "Delen",
    "sharing": "Bezig met delen…",
    "share_anyway": "Toch delen",
    "share_hint": "Ctrl+Enter deelt ook.",
    "saved": "Opgeslagen {time}, versie {version}",
    "saved_before": "Opgeslagen concept, versie {version}",
    "typing": "Wordt zo opgeslagen…",
    "offline": "Nog niet opgeslagen: geen verbinding. Uw tekst staat op dit apparaat.",
    "away": "Nog niet opgeslagen: de database antwoordt niet. Uw tekst staat op dit apparaat.",
    "full": "Nog niet opgeslagen: de schijf van de server is vol. Uw tekst staat op dit apparaat.",
    "expired": "Nog niet opgeslagen: de pagina vraagt een nieuw bewijs. Uw tekst staat op dit apparaat.",
    "signed_out": "Nog niet opgeslagen: u bent afgemeld. Uw tekst staat op dit apparaat; meld u opnieuw aan.",
    "refused": "Nog niet opgeslagen: u mag dit hier niet schrijven. Uw tekst staat op dit apparaat; herlaad de pagina.",
    "too_long": "Nog niet opgeslagen: {count} tekens is te lang, {most} mag. Uw tekst staat op dit apparaat.",
    "conflict": "Niets is overschreven. Kies hieronder met welke tekst u verdergaat.",
    "conflict_title": "Deze tekst is intussen ook ergens anders gewijzigd",
    "conflict_mine": "Uw tekst op dit scherm",
    "conflict_other": "De andere tekst, versie {version}",
    "conflict_empty": "(leeg)",
    "keep_mine": "Verder met mijn tekst",
    "take_other": "Neem de andere tekst",
    "empty": "Er is nog niets om te delen: schrijf eerst een antwoord.",
    "not_shared": "Nog niet gedeeld. Uw tekst is bewaard; probeer het nog eens.",
    "counter": "{count} / {most}",
    "visibility": "Wie mag dit lezen?",
    "shows_name": "Toon mijn naam",
    "recognition": "Herkent u het beeld?",
    "valuation": "Wat vindt u ervan?",
}
VISIBILITIES = {
    "circle": "in deze kring: alleen uw organisatie",
    "region": "in de regio: iedereen die meedoet",
    "released": "vrijgegeven: mag ook elders getoond worden",
}
RECOGNITIONS = {"ja": "ja", "deels": "deels", "nee": "nee"}
VALUATIONS = {"1": "zorgelijk", "2": "enigszins zorgelijk", "3": "neutraal", "4": "redelijk goed", "5": "goed"}

# Who is writing
ASK = {
    "title": "Wie bent u?",
    "explanation": "Lokale modus: dit programma draait alleen op deze computer; er is geen aanmelding.",
    "why": "Bij wat u deelt of wijzigt staat uw organisatie; uw naam staat bij een bijdrage alleen als u dat daar aangeeft.",
    "name": "Naam",
    "organisation": "Organisatie",
    "perspective": "Perspectief",
    "choose": "Kies een perspectief",
    "begin": "Dit ben ik",
    "failed": "Dat lukte niet: er is geen verbinding. Wat u invulde staat er nog; probeer het nog eens.",
    "writing_as": "U bent {name} ({organisation}, perspectief {perspective})",
    "change": "Wijzigen",
    "save": "Bewaren",
    "someone_else": "Ik ben iemand anders",
    "cancel": "Niet wijzigen",
}
