"""Breakdowns as codes: `leeftijd:12-17`, `geslacht:meisjes`; the empty code is everybody."""

import re

_CODE = re.compile(r"[a-z][a-z0-9-]{0,39}:[a-z0-9][a-z0-9+-]{0,59}")


def is_breakdown(code: str) -> bool:
    """Whether this may be the code of a breakdown."""
    return code == "" or _CODE.fullmatch(code) is not None
