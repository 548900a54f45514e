"""What is chosen: the address is the truth, then what was chosen before, then the default."""

from streamlit.testing.v1 import AppTest


def _screen() -> AppTest:
    def script() -> None:
        import streamlit as st

        from dashboard import selection

        fruit = selection.chosen("gebied", options=["appel", "peer", "kers"], default="appel")
        mode = selection.optional("toon", options=["waarde", "aantal"], default="waarde")
        st.text(f"{fruit} {mode} {selection.address(indicator='x')}")
        st.selectbox(
            "Fruit",
            ["appel", "peer", "kers"],
            key=selection.widget_key("gebied", value=fruit),
            on_change=selection.write_to_url,
            args=("gebied",),
        )
        st.selectbox(
            "Toon",
            ["waarde", "aantal"],
            key=selection.widget_key("toon", value=mode),
            on_change=selection.write_to_url,
            args=("toon", "waarde"),
        )
        selection.write_down()

    return AppTest.from_function(script, default_timeout=60)


def _address(app: AppTest) -> dict[str, str]:
    return {name: value[0] if isinstance(value, list) else value for name, value in dict(app.query_params).items()}


def test_without_anything_the_default_is_chosen_and_written_into_the_address() -> None:
    app = _screen().run()
    assert app.text[0].value.startswith("appel waarde")
    assert _address(app) == {"gebied": "appel"}


def test_the_address_wins_from_what_was_chosen_before() -> None:
    app = _screen().run()
    app.query_params["gebied"] = "peer"
    app.run()
    app.query_params["gebied"] = "kers"
    app.run()
    assert app.text[0].value.startswith("kers")


def test_an_address_that_leaves_it_out_keeps_what_was_chosen_before() -> None:
    app = _screen()
    app.query_params["gebied"] = "peer"
    app.run()
    app.query_params.clear()
    app.run()
    assert app.text[0].value.startswith("peer")
    assert _address(app) == {"gebied": "peer"}


def test_an_address_that_means_nothing_is_corrected() -> None:
    app = _screen()
    app.query_params["gebied"] = "banaan"
    app.query_params["toon"] = "alles"
    app.run()
    assert app.text[0].value.startswith("appel waarde")
    assert _address(app)["gebied"] == "appel"


def test_a_choice_is_written_into_the_address_and_the_default_of_a_screen_leaves_it() -> None:
    app = _screen().run()
    app.selectbox[0].set_value("kers").run()
    app.selectbox[1].set_value("aantal").run()
    assert app.text[0].value.startswith("kers aantal")
    assert _address(app) == {"gebied": "kers", "toon": "aantal"}
    app.selectbox[1].set_value("waarde").run()
    assert _address(app) == {"gebied": "kers"}


def test_a_link_takes_along_what_every_page_keeps_with_its_own_change() -> None:
    app = _screen()
    app.query_params["gebied"] = "peer"
    app.query_params["toon"] = "aantal"
    app.run()
    assert app.text[0].value == "peer aantal {'gebied': 'peer', 'indicator': 'x'}"


def test_a_copied_link_names_a_default_that_other_figures_would_change_and_no_choice_that_cannot_be() -> None:
    def script() -> None:
        import streamlit as st

        from dashboard import selection

        selection.begin()
        selection.chosen("gebied", options=["appel", "peer"], default="appel")
        selection.optional("toon", options=["waarde", "aantal"], default="waarde")
        selection.optional("jaar", options=["2024", "2023"], default="2024")
        st.text(str(selection.everything()))

    app = AppTest.from_function(script, default_timeout=60)
    app.query_params["toon"] = "alles"
    app.run()
    assert app.text[0].value == str({"jaar": "2024", "toon": "waarde", "gebied": "appel"})
