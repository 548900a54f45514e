"""An outage as a Dutch sentence: the one place that turns what failed into what people read."""

from datetime import datetime
from zoneinfo import ZoneInfo

from dashboard.texts import outages as words
from data_models.outages import Outage, outage

_HERE = ZoneInfo("Europe/Amsterdam")


def sentence(error: BaseException) -> str:
    """What is said of something that was done; empty when the program itself is wrong."""
    found = outage(error)
    return words.SENTENCES[found.value] if found else ""


def of_a_screen(error: BaseException) -> str:
    """What stands where a screen should have been."""
    found = outage(error)
    return words.SCREEN_AWAY if found is Outage.AWAY else sentence(error) or unforeseen()


def unforeseen() -> str:
    """What is said of a mistake in the program: when it was, by which it can be found in the log."""
    moment = datetime.now(_HERE).strftime("%d-%m-%Y %H:%M:%S")
    return words.UNFORESEEN.format(moment=moment)
