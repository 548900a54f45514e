"""What Streamlit's own scripts say in English, in our words: by the beginning of the script's name, then as it stands there.

A back tick closes a text that stands there whole; `${…}` is what the script fills in.
"""

_WAITS = "Wat u typte staat nog op dit apparaat, en zodra er weer verbinding is gaat u vanzelf verder."
_NOTHING_FOUND = {"`No results`": "`Niets gevonden`"}

IN_DUTCH = {
    "index": {
        "children:`Skip to main content`": "children:`Naar de inhoud`",
        "`Connection error`": "`Geen verbinding`",
        "`Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:`": (
            "`Het programma op deze computer antwoordt niet. Start het opnieuw als het is gestopt. " + _WAITS + "`"
        ),
        "`streamlit run yourscript.py`": "`make run`",
        "`Streamlit server is not responding. Are you connected to the internet?`": (
            "`Het programma antwoordt niet. Kijk of u verbinding hebt met het internet. " + _WAITS + "`"
        ),
        "message:`Connection timed out.`": "message:`Het programma antwoordt niet op tijd. " + _WAITS + "`",
        "message:`Connection failed with status ${r}": "message:`Het programma antwoordt met een fout (${r})",
        "{s?`, and response:`:`.`}": "{s?`:`:`.`}",
        "`Connecting`": "`Verbinden`",
        "`Connecting to Streamlit server`": "`Verbinding zoeken met het programma`",
        "`Running...`": "`Bezig …`",
        '"aria-label":`Close`': '"aria-label":`Sluiten`',
    },
    "StreamlitMarkdown": {
        "`Help for ${": "`Uitleg bij ${",
        "?`Help`:": "?`Uitleg`:",
        '"aria-label":`Link to heading`': '"aria-label":`Link naar dit kopje`',
    },
    "Selectbox": {**_NOTHING_FOUND, '"aria-label":`Clear value`': '"aria-label":`Leegmaken`'},
    "Multiselect": {
        **_NOTHING_FOUND,
        '"aria-label":`Remove ${e}`': '"aria-label":`${e} weghalen`',
        "`You can only select up to ${t.maxSelections} ${e}. Remove an option first.`": (
            "`U kunt er hoogstens ${t.maxSelections} kiezen. Haal er eerst een weg.`"
        ),
        '"aria-label":`Clear all`': '"aria-label":`Alles weghalen`',
    },
    "utils": {"`Choose an option`": "`Kies`", "`Choose options`": "`Kies er een of meer`"},
}
