"""The sources that can be read, by the code people give on the command line: a source is one line here."""

from dashboard.sources import kwb, tidy
from dashboard.sources.reader import Reader

CONNECTORS: dict[str, Reader] = {
    "cbs-kwb": kwb.read,
    "tidy": tidy.read,
}
