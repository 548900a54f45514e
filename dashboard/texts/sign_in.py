"""Words of signing in: why the server refuses its settings, who is signed in, and Aanmelden in Beheer."""

_MAKE_ONE = 'Maak er een met: python -c "import secrets; print(secrets.token_urlsafe(48))"'
_NOT_STARTED = "Tellen en Vertellen start niet: "

# Why the server does not start
UNREADABLE = (
    f"{_NOT_STARTED}{{file}} is niet te lezen. Kijk na of het geldige TOML is, met tekst tussen aanhalingstekens."
)
NO_COOKIE_SECRET = (
    f"{_NOT_STARTED}in secrets.toml staat onder [auth] geen cookie_secret, en dan kan iedereen zich voor een ander "
    f"uitgeven. {_MAKE_ONE}"
)
SHORT_COOKIE_SECRET = (
    f"{_NOT_STARTED}het cookie_secret onder [auth] in secrets.toml is korter dan {{least}} tekens, en dan is het te "
    f"raden. {_MAKE_ONE}"
)
PLACEHOLDER_COOKIE_SECRET = f"{_NOT_STARTED}het cookie_secret onder [auth] in secrets.toml lijkt op een voorbeeld en niet op een geheim. {_MAKE_ONE}"
REDIRECT_URI = (
    f"{_NOT_STARTED}redirect_uri onder [auth] in secrets.toml is '{{address}}'. Het moet het volledige adres zijn "
    "waarop mensen dit programma openen, met /oauth2callback erachter: https://monitor.voorbeeld.nl/oauth2callback"
)
REDIRECT_URI_HTTP = (
    f"{_NOT_STARTED}redirect_uri onder [auth] in secrets.toml is '{{address}}', zonder https. Dan kan een ander op het "
    "netwerk meelezen en zich voor iemand uitgeven. Zet het programma achter https en begin het adres met https://"
)
PROVIDER_MISSING = f"{_NOT_STARTED}in secrets.toml ontbreekt onder {{place}}: {{missing}}. Uw identiteitsleverancier geeft deze gegevens."
METADATA_URL = (
    f"{_NOT_STARTED}server_metadata_url onder {{place}} in secrets.toml is '{{address}}'. Het moet een adres zijn dat met "
    "https:// begint en meestal op /.well-known/openid-configuration eindigt."
)
PROVIDER_NAME = f"{_NOT_STARTED}de naam in {{place}} in secrets.toml mag geen laag streepje (_) hebben."
MAPPING_FORM = f"{_NOT_STARTED}in secrets.toml moeten [claims] en [regions] tabellen zijn, en rollen steeds met [[roles]] beginnen."
CLAIM_UNKNOWN = (
    f"{_NOT_STARTED}in secrets.toml staat onder [claims] '{{key}}', en dat is onbekend of leeg. Kies uit: {{known}}."
)
REGION_NAME = f"{_NOT_STARTED}in secrets.toml staat onder [regions] bij '{{code}}' geen naam."
REFUSED_LINE = f"{_NOT_STARTED}{{start}} {{sentence}}"
LINE = "in secrets.toml klopt de {number}e [[roles]] (claim '{claim}') niet:"
LINE_FORM = "alles daarin moet tekst tussen aanhalingstekens zijn."
LINE_UNKNOWN = "{unknown} is onbekend; het kent claim, region, role, party en provider."
LINE_CLAIM = "claim is leeg. Vul in welke waarde uw identiteitsleverancier meegeeft."
LINE_REGION = "region is leeg. Vul de code van de regio in."
LINE_ROLE = "role '{role}' bestaat niet. Kies uit: {known}."
LINE_PARTY = "bij signatory hoort party: de naam van de partij waarvoor iemand tekent."
LINE_PROVIDER = "provider '{provider}' staat niet onder [auth]."
LINE_WHICH = "er zijn meer identiteitsleveranciers, dus zeg met provider wie deze rol mag geven: {known}."

# Who is signed in, and the way in and out
SIGN_IN = "Aanmelden"
SIGN_IN_AT = "Aanmelden bij {host}"
WHY = "Meld u aan om mee te doen. Daarna komt u op deze plek terug."
SIGNED_IN_AS = "Aangemeld als {name} ({organisation})"
NO_ORGANISATION = "organisatie niet bekend"
ROLES_IN = "{region}: {roles}"
AT_WORK = "{name} · {region}"
NO_ROLE = (
    "U bent aangemeld als {name}, maar hebt nog geen rol in een regio. Vraag de beheerder van uw regio om een rol."
)
NO_ROLE_HERE = "Meedoen kan zodra u een rol hebt in een regio."
REGION = "Aan het werk in"
SIGN_OUT = "Afmelden"
SIGN_OUT_EVERYWHERE = "Overal afmelden"
NOT_SIGNED_OUT = (
    "Afmelden lukte niet: de database antwoordt niet. U bent nog aangemeld; probeer het over een minuut opnieuw."
)
ENDED = "U bent afgemeld, of te lang geleden aangemeld. Meld u opnieuw aan om verder te gaan."
FAILED = "Aanmelden is niet gelukt, of u hebt het afgebroken. Er is niets veranderd; probeer het nog eens."
MODE = "Aanmelden gaat via {hosts}. Openbare cijfers zijn voor iedereen; verhalen en eigen cijfers voor de regio."
AWAY_TITLE = "Aanmelden lukt nu niet"
AWAY = "De aanmelddienst ({hosts}) antwoordt niet. Wat u bekijkt en wat u schreef staat er nog; probeer het over een paar minuten opnieuw."
BACK = "Terug naar waar u was"
SIGNED_OUT_REFUSED = (
    "U bent afgemeld; er is niets opgeslagen. Uw tekst is niet weg. Meld u opnieuw aan om verder te gaan."
)
ROLE_REFUSED = "Uw rol is intussen gewijzigd of verlopen; er is niets opgeslagen. Uw tekst is niet weg. Vraag de beheerder van uw regio om een rol."
TYPED = "U typte: {text}"

# Aanmelden in Beheer
NOT_CONFIGURED = (
    "Lokale modus: er is geen aanmelding. Wie achter deze computer zit, zegt zelf wie hij is en mag alles. Hoe u "
    "aanmelden bij uw eigen organisatie instelt, staat in docs/how-to/aanmelden.md."
)
PROVIDERS = "Mensen melden zich aan bij: {hosts}"
ADDRESS = "Zij komen terug op: {address}"
WHAT = "Wat"
CLAIM = "Claim"
NAME = "Naam"
ORGANISATION = "Organisatie"
PERSPECTIVE = "Perspectief"
ROLES = "Rollen"
MAPPING = "Wie krijgt welke rol"
MAPPING_WHY = (
    "Bij elk aanmelden kijkt het programma welke waarden de aanmelddienst meegeeft. Dit staat in secrets.toml; wie daar "
    "iets wijzigt, start het programma opnieuw. Rollen die u zelf gaf bij Mensen en rollen blijven staan."
)
NO_MAPPING = "Geen enkele waarde geeft een rol. Geef rollen zelf, bij Mensen en rollen."
VALUE = "Waarde"
IN_REGION = "Regio"
ROLE = "Rol"
PARTY = "Partij"
NO_PARTY = "–"
PROVIDER = "Aanmelddienst"
YOURSELF = "Wat de aanmelddienst van u zei"
SAYS = "Inhoud"
BECAME = "Dat werd: {roles}"
NO_ROLES = "geen rol"
PRESENT = "Wie is nu aangemeld"
SINCE = "Sinds"
UNTIL = "Geldt tot"
MOMENT = "{day}, {time}"
SIGN_OUT_SOMEBODY = "Iemand afmelden"
WHOM = "Wie?"
SIGN_OUT_WHAT = "Op al hun apparaten. Wat zij schreven blijft bewaard; zij kunnen zich daarna opnieuw aanmelden."
SIGN_OUT_CERTAIN = "Ja, meld af"
SIGNED_OUT_NOW = "Afgemeld."
NOT_SIGNED_IN = "Deze persoon was al niet meer aangemeld in uw regio. Er is niets veranderd."
