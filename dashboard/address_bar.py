"""What this session wrote in the URL and its browser may not know yet: no choice is lost when clicks come quickly.

With each click Streamlit sends the URL that the browser knew then. When the server is busy that is the URL of before
the last choice, which would undo that choice (docs/adr/0005).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

MOST = 20  # addresses that are kept; nobody clicks so often before an answer
KNOWN_AFTER = 10.0  # seconds after which a browser knows what was written; an older address is then meant
Address = dict[str, str]


@dataclass(slots=True)
class AddressBar:
    """The addresses of one page that this session wrote, oldest first; the browser knows one of them."""

    page: str = ""
    written: list[Address] = field(default_factory=lambda: [{}])
    asked: Address | None = None  # by a choice whose run has not begun
    at: float = 0.0  # when the last was written, in seconds

    def hear(self, told: Address, *, page: str, led: bool, back: bool, stays: Iterable[str], at: float) -> None:
        """Learn what the browser knew when it asked for this run.

        `led`: a link led here, so that it counts although it was left before; `back`: Back or Forward did. `stays` are
        the parameters that go along to every page: a link may not know yet what was chosen just before it.
        """
        if page == self.page and told == self.written[-1]:
            return  # the browser knows it, or it was written in this run
        if page != self.page or led or back or told not in self.written:
            taken_along = {} if back else self._unknown_to(told, stays=stays)
            self.page, self.written, self.asked = page, [told], None
            self.write({**told, **taken_along}, at=at)
        elif self.asked is None and at - self.at > KNOWN_AFTER:
            self.written = [told]
        else:
            self.written = self.written[self.written.index(told) :]

    def ask(self, choices: Mapping[str, str]) -> None:
        """Keep these choices, and leave out what is empty, until the run that shows them has begun."""
        self.asked = {name: value for name, value in {**self.now(), **choices}.items() if value}

    def now(self) -> Address:
        """The address that counts."""
        return self.written[-1] if self.asked is None else self.asked

    def write(self, address: Address, *, at: float) -> None:
        """Know that this is in the URL from now on."""
        self.asked = None
        if self.written[-1] != address:
            self.written = [*self.written, address][-MOST:]
            self.at = at

    def _unknown_to(self, told: Address, *, stays: Iterable[str]) -> Address:
        """What was chosen of these after the link was drawn that led here."""
        chosen, former = self.asked or {}, self.written[-1]
        return {
            name: chosen[name]
            for name in stays
            if name in chosen and chosen[name] != former.get(name) and told.get(name) == former.get(name)
        }
