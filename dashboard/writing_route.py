"""The script of the field in which people write: a browser fetches it once, not with every drawing of a story."""

import json
from hashlib import sha256
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.texts import writing as words

_FILE = Path(__file__).parent / "components" / "writing.js"
_SCRIPT = f"const WORDS = {json.dumps(words.WRITING)};\n{_FILE.read_text(encoding='utf-8')}"
ADDRESS = f"/onderdelen/schrijven-{sha256(_SCRIPT.encode()).hexdigest()[:16]}.js"  # another once the script is


async def script(_: Request) -> Response:
    """The script, which stays the same at this address."""
    headers = {"cache-control": "public, max-age=31536000, immutable"}
    return Response(_SCRIPT, media_type="text/javascript; charset=utf-8", headers=headers)


ROUTES = [Route(ADDRESS, script, methods=["GET"])]
