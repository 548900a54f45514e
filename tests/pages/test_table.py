"""A table shows what is in it, and nothing that somebody typed becomes part of the page."""

from streamlit.testing.v1 import AppTest

from tests.pages.screen import TABLE, html, tables


def _screen() -> None:
    from dashboard.components.table import show_table

    show_table([{"Partij": "<script>1</script>", "Zegt": "**vet** & [x](http://kwaad.nl)"}], key="tabel-proef")
    show_table([], key="tabel-leeg")


def test_a_cell_is_text_whatever_it_holds() -> None:
    app = AppTest.from_function(_screen).run()
    assert tables(app) == [[{"Partij": "<script>1</script>", "Zegt": "**vet** & [x](http://kwaad.nl)"}]]
    (drawn,) = html(app)
    assert drawn.startswith(TABLE)
    assert "<script>" not in drawn


def test_each_row_is_called_by_its_first_cell_and_each_column_by_its_head() -> None:
    (drawn,) = html(AppTest.from_function(_screen).run())
    assert drawn.count('<th scope="col">') == 2
    assert drawn.count('<th scope="row">') == 1
