"""What the server says in the terminal, and to requests that are not for it."""

READY = "Tellen en Vertellen staat klaar op {address} (stoppen met Ctrl+C)."
NOT_LOOPBACK = (
    "Tellen en Vertellen start niet: het zou op adres '{address}' voor anderen in het netwerk te openen zijn, "
    "terwijl aanmelden niet is ingesteld. Kies het adres 127.0.0.1 (server.address in .streamlit/config.toml, "
    "of --host van uvicorn), of stel aanmelden in ([auth] in .streamlit/secrets.toml), en start opnieuw."
)
NO_ADDRESS = (
    "Tellen en Vertellen start niet: er is geen adres gekozen, en dan luistert de server op alle adressen, "
    "terwijl aanmelden niet is ingesteld. Zet server.address op 127.0.0.1 (in .streamlit/config.toml), "
    "of stel aanmelden in ([auth] in .streamlit/secrets.toml), en start opnieuw."
)
FOREIGN_HOST = "Deze server is alleen op deze computer te openen, via http://localhost."
FROM_ELSEWHERE = (
    "Deze server is alleen te openen op de computer waarop hij draait, zolang aanmelden niet is ingesteld. "
    "Wie hem voor anderen wil openen, stelt eerst aanmelden in: [auth] in .streamlit/secrets.toml."
)
THROUGH_A_PROXY = (
    "Dit verzoek komt via een proxy, en dat mag pas als aanmelden is ingesteld: [auth] in .streamlit/secrets.toml. "
    "Open de server op deze computer zelf, via http://localhost."
)
OTHER_HOST = (
    "Onder deze naam is Tellen en Vertellen niet te openen. Gebruik het adres dat u van de beheerder kreeg; "
    "het staat als redirect_uri in .streamlit/secrets.toml."
)
NO_WALL = (
    "Tellen en Vertellen start niet: de rol in DATABASE_URL kan langs het slot op de gegevens van elke regio. "
    "Noem de eigenaar van de tabellen in DATABASE_OWNER_URL, en in DATABASE_URL een gewone rol die niets bezit "
    "(docs/reference/configuration.md)."
)
PORT_IN_USE = (
    "Tellen en Vertellen start niet: op poort {port} draait al iets, misschien Tellen en Vertellen zelf. "
    "Open http://localhost:{port}, of start met een andere poort: make run PORT={other}"
)
NO_PORT = "Tellen en Vertellen start niet: '{port}' is geen poort. Kies een getal van 1 tot en met {last}."
PORT_FORBIDDEN = (
    "Tellen en Vertellen start niet: poort {port} is van het systeem. Kies een poort boven 1024: make run PORT=8501"
)
NO_DATABASE_ADDRESS = (
    "Tellen en Vertellen start niet: het adres van de database klopt niet. Geef DATABASE_URL (en DATABASE_OWNER_URL) de "
    "vorm sqlite:///pad/naar/bestand.sqlite of postgresql://gebruiker:wachtwoord@server/naam."
)
