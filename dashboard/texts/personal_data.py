"""Words about personal data in what people typed: what is stopped, and what only looks like a name."""

KINDS = {"bsn": "een burgerservicenummer", "email": "een e-mailadres", "phone": "een telefoonnummer"}
FOUND = "Deze tekst bevat {found}. Haal dat weg en beschrijf de situatie zonder de persoon. Er is niets verstuurd of opgeslagen; uw tekst staat er nog."
FOUND_IN_WHO = "Naam of organisatie bevat {found}. Vul alleen een naam in."
FOUND_IN_FILE_NAME = "De naam van het bestand bevat {found}. Geef het bestand een naam zonder gegevens van een persoon."
NAME = "In uw tekst staat {names}. Dat lijkt een naam. Beschrijf de situatie zonder de persoon, of deel toch."
NAME_IN_FORM = "Hier staat {names}. Dat lijkt een naam. Beschrijf de situatie zonder de persoon, of sla toch op."
NAMES = "In uw tekst staan {names}. Dat lijken namen. Beschrijf de situatie zonder de personen, of deel toch."
NAMES_IN_FORM = "Hier staan {names}. Dat lijken namen. Beschrijf de situatie zonder de personen, of sla toch op."
QUOTED = "‘{name}’"
SAVE_ANYWAY = "Toch opslaan"
MOST_NAMES = 5  # told in one sentence


def found(kinds: tuple[str, ...]) -> str:
    """The kinds as one says them."""
    return _listed([KINDS[kind] for kind in kinds])


def names_in_story(names: tuple[str, ...]) -> str:
    """What is said of names in an answer that would be shared; empty when there are none."""
    return _said(names, one=NAME, more=NAMES)


def names_in_form(names: tuple[str, ...]) -> str:
    """What is said of names in a field that would be saved; empty when there are none."""
    return _said(names, one=NAME_IN_FORM, more=NAMES_IN_FORM)


def _said(names: tuple[str, ...], *, one: str, more: str) -> str:
    if not names:
        return ""
    quoted = _listed([QUOTED.format(name=name) for name in names[:MOST_NAMES]])
    return (one if len(names) == 1 else more).format(names=quoted)


def _listed(words: list[str]) -> str:
    *first, last = words
    return " en ".join(filter(None, (", ".join(first), last)))
