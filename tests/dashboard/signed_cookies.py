"""The cookies of a browser in which somebody signed in, as Streamlit sets them."""

import hashlib

from streamlit.auth_util import set_cookie_with_chunks
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME


def told(nonce: str, *, roles: int = 1) -> dict[str, object]:
    """What a provider says of somebody at one sign-in; `roles`: how many, for a cookie that is cut in parts."""
    named = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(roles)]
    return {"iss": "https://in.nl", "sub": "1", "iat": 1_790_000_000, "nonce": nonce, "roles": named}


def cookies(said: dict[str, object]) -> dict[str, str]:
    """The cookies with this in them, in as many parts as it needs."""
    kept: dict[str, str] = {}
    set_cookie_with_chunks(
        kept.__setitem__,
        lambda name, value: create_signed_value(get_cookie_secret(), name, value),
        USER_COOKIE_NAME,
        {**said, "is_logged_in": True, "origin": "http://testserver"},
        cookie_attr_size=100,
    )
    return {name: create_signed_value(get_cookie_secret(), name, value).decode() for name, value in kept.items()}
