"""The cookie in which Streamlit keeps what the identity provider said, as our own routes read it (docs/adr/0014)."""

import json
from collections.abc import Mapping

from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


def said(cookies: Mapping[str, str]) -> Mapping[str, object]:
    """What the provider said of who sends these cookies; empty without one, or when it was not signed here."""
    secret = get_cookie_secret()

    def part(name: str) -> bytes | None:
        value = cookies.get(name)
        return None if value is None else decode_signed_value(secret, name, value.encode("latin-1"))

    whole = get_cookie_with_chunks(part, USER_COOKIE_NAME)
    content = json.loads(whole) if whole else {}
    return content if isinstance(content, dict) and content.get("is_logged_in") else {}
