"""What the server says in the terminal."""

READY = "Tellen en Vertellen staat klaar op {address} (stoppen met Ctrl+C)."
NOT_LOOPBACK = (
    "Tellen en Vertellen start niet: het zou op adres '{address}' voor anderen in het netwerk te openen zijn, "
    "terwijl er nog geen inloggen is. Zet server.address op 127.0.0.1 (in .streamlit/config.toml) en start opnieuw."
)
NO_ADDRESS = (
    "Tellen en Vertellen start niet: er is geen adres gekozen, en dan luistert de server op alle adressen, "
    "terwijl er nog geen inloggen is. Zet server.address op 127.0.0.1 (in .streamlit/config.toml) en start opnieuw."
)
FOREIGN_HOST = "Deze server is alleen op deze computer te openen, via http://localhost."
