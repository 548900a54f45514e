"""Clicks that come before the browser heard of the last choice: none is lost, and Back and links keep their meaning."""

from dashboard.address_bar import KNOWN_AFTER, AddressBar

STAYS = ("gebied",)
ALMERE = {"gebied": "almere"}


def opened(told: dict[str, str]) -> AddressBar:
    """The address bar of a screen that was opened at this address."""
    bar = AddressBar()
    heard(bar, told)
    return bar


def heard(
    bar: AddressBar,
    told: dict[str, str],
    *,
    page: str = "overzicht",
    led: bool = False,
    back: bool = False,
    at: float = 1.0,
) -> dict[str, str]:
    bar.hear(told, page=page, led=led, back=back, stays=STAYS, at=at)
    return bar.now()


def chosen(bar: AddressBar, *, at: float = 1.0, **choices: str) -> dict[str, str]:
    """A choice of which the run begins: it stands in the URL, which that run then looks at."""
    bar.ask(choices)
    bar.write(bar.now(), at=at)
    return heard(bar, bar.now(), at=at)


def test_three_choices_of_a_browser_that_heard_nothing_stand_all_three() -> None:
    bar = opened(ALMERE)
    chosen(bar, filter="norm")
    heard(bar, ALMERE)
    chosen(bar, thema="zorg")
    heard(bar, ALMERE)
    assert chosen(bar, zoek="jeugd") == {"gebied": "almere", "filter": "norm", "thema": "zorg", "zoek": "jeugd"}


def test_a_choice_whose_run_was_broken_off_stands_with_the_next() -> None:
    bar = opened(ALMERE)
    bar.ask({"filter": "norm"})
    heard(bar, ALMERE)
    assert chosen(bar, thema="zorg") == {"gebied": "almere", "filter": "norm", "thema": "zorg"}


def test_a_browser_that_heard_the_first_of_two_choices_loses_neither() -> None:
    bar = opened(ALMERE)
    first = chosen(bar, filter="norm")
    chosen(bar, thema="zorg")
    assert heard(bar, first) == {"gebied": "almere", "filter": "norm", "thema": "zorg"}


def test_a_choice_that_was_undone_before_the_browser_heard_of_it_stays_undone() -> None:
    bar = opened(ALMERE)
    first = chosen(bar, filter="norm")
    assert chosen(bar, filter="") == ALMERE
    assert heard(bar, first) == ALMERE
    assert heard(bar, ALMERE) == ALMERE


def test_back_goes_to_where_one_came_from_and_drops_what_was_left() -> None:
    bar = opened(ALMERE)
    chosen(bar, filter="norm")
    bar.ask({"thema": "zorg"})
    assert heard(bar, ALMERE, back=True) == ALMERE
    assert chosen(bar, zoek="jeugd") == {"gebied": "almere", "zoek": "jeugd"}


def test_a_link_to_where_one_came_from_leads_there() -> None:
    bar = opened(ALMERE)
    chosen(bar, filter="norm")
    assert heard(bar, ALMERE, led=True) == ALMERE


def test_an_older_address_is_meant_when_the_browser_has_long_known_the_newer() -> None:
    bar = opened(ALMERE)
    newer = chosen(bar, filter="norm", at=100.0)
    assert heard(bar, ALMERE, at=100.0 + KNOWN_AFTER) == newer
    assert heard(bar, ALMERE, at=100.1 + KNOWN_AFTER) == ALMERE


def test_an_address_that_this_session_did_not_write_counts_as_it_is() -> None:
    bar = opened(ALMERE)
    chosen(bar, filter="norm")
    assert heard(bar, {"gebied": "urk"}) == {"gebied": "urk"}


def test_another_page_keeps_its_own_choices_and_an_area_chosen_just_before_goes_along() -> None:
    bar = opened(ALMERE)
    bar.ask({"gebied": "urk", "filter": "norm"})
    told = {"gebied": "almere", "indicator": "jeugdzorg"}
    assert heard(bar, told, page="cijfer") == {"gebied": "urk", "indicator": "jeugdzorg"}


def test_a_link_that_names_another_area_itself_is_followed() -> None:
    bar = opened(ALMERE)
    bar.ask({"gebied": "urk"})
    assert heard(bar, {"gebied": "waterdam"}, page="cijfer") == {"gebied": "waterdam"}
