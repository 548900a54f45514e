"""What stands in Streamlit's secrets.toml: the one place where the settings of signing in are kept."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError


@dataclass(frozen=True, slots=True)
class SecretsFile:
    """Its content by section; `unreadable` names the file when there is one that cannot be read."""

    content: dict[str, Any] = field(default_factory=dict)
    unreadable: str = ""


def read() -> SecretsFile:
    """The files of the option `secrets.files` together, as Streamlit reads them too."""
    try:
        return SecretsFile(content=st.secrets.to_dict())
    except StreamlitSecretNotFoundError:
        there = [name for name in st.get_option("secrets.files") if Path(name).exists()]
        return SecretsFile(unreadable=there[0] if there else "")
