"""Dutch numbers: a point between thousands, a comma before decimals."""

_SWAP = str.maketrans(",.", ".,")

_FORM_PER_UNIT = {
    "percentage": "{}%",
    "per_1000": "{} per 1.000",
    "weeks": "{} weken",
    "days": "{} dagen",
}


def number(value: float, *, decimals: int) -> str:
    """Write `value` with exactly `decimals` decimals: `12.345,6`."""
    return f"{value:,.{decimals}f}".translate(_SWAP)


def count(value: float) -> str:
    """Write a number of children: `63.248`."""
    return number(value, decimals=0)


def percentage(value: float, *, decimals: int = 1) -> str:
    """Write a percentage, given in percents: `11,7%`."""
    return f"{number(value, decimals=decimals)}%"


def value_with_unit(value: float, *, unit: str, decimals: int) -> str:
    """Write `value` in an indicator's unit (`data_models.tables.indicators.UNITS`): `4,3 per 1.000`, `9 weken`."""
    return _FORM_PER_UNIT.get(unit, "{}").format(number(value, decimals=decimals))
