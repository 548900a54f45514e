"""Words of Beheer around its parts."""

TITLE = "Beheer"
INTRODUCTION = "Wie mag wat, waar hoort wat bij, wat is er gebeurd, en een kopie van alles."
FOR_REGION = "U beheert {region}."
SECTION = "Onderdeel"
SECTIONS = {
    "mensen": "Mensen en rollen",
    "rechten": "Wie mag wat",
    "regio": "Regio en gebieden",
    "bewaren": "Hoe lang bewaren",
    "logboek": "Logboek",
    "kopie": "Kopie en terugzetten",
    "aanmelden": "Aanmelden",
}
NOT_YOURS = (
    "Dit deel is voor de beheerder van de regio. Vraag een beheerder om hulp, of om de rol als u die nodig hebt."
)
