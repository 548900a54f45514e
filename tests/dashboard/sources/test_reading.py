"""Text files that are not what they seem get one Dutch sentence; those that are come as text cells with their line."""

from pathlib import Path

import pytest

from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import Findings, RefusedError
from dashboard.sources.table import Opened


def _opened(path: Path, content: bytes) -> Opened:
    path.write_bytes(content)
    return open_file(path)


def _rows(path: Path, content: bytes) -> list[dict[str, object]]:
    findings = Findings()
    (table,) = _opened(path, content).tables
    found = [row for part in table.slices(columns=table.header, findings=findings) for row in part.rows(named=True)]
    findings.refuse()
    return found


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Het bestand is leeg. Download het opnieuw bij de bron."),
        (b"\xef\xbb\xbf \r\n", "Het bestand is leeg. Download het opnieuw bij de bron."),
        (b" \n\t", "Het bestand is leeg. Download het opnieuw bij de bron."),
        (b"a,b\n", "Het bestand heeft alleen een kopregel en geen enkel cijfer. Download het opnieuw bij de bron."),
        (
            "a,b\n1,2\n".encode("utf-16"),
            "Het bestand is opgeslagen als UTF-16. Open het in een spreadsheet en bewaar het als 'CSV UTF-8'.",
        ),
        (
            b"a,b\n1,\x002\n",
            "Regel 2: Het bestand bevat een NUL-teken en is beschadigd of geen tekst. "
            "Download het opnieuw bij de bron.",
        ),
        (
            b"a,b\n\x81\x02\x90,2\n",
            "Het bestand is geen leesbare tekst. Sla het op als Excel-werkmap (.xlsx) of als CSV (UTF-8), "
            "of download de CSV bij de bron.",
        ),
        (
            b"a,b\n\x81\x90,2\n",
            "Het bestand is geen leesbare tekst. Sla het op als Excel-werkmap (.xlsx) of als CSV (UTF-8), "
            "of download de CSV bij de bron.",
        ),
        (
            b"a,b\n1,2\n1,2,3\n",
            "Regel 3: Deze regel heeft 3 cellen, de kopregel heeft er 2. "
            "Controleer of er een scheidingsteken te veel of te weinig staat.",
        ),
        (
            b'a,b\n1,"2\n',
            "Regel 2: Een aanhalingsteken is niet gesloten of staat midden in een cel. "
            "Zoek in deze regel of erboven naar een los aanhalingsteken.",
        ),
        (
            b'a,b\n1,"2\n3"\n',
            "Regel 2: Een cel loopt door op de volgende regel. "
            "Haal het regeleinde uit de cel, of sluit het aanhalingsteken.",
        ),
        (b"a,a\n1,2\n", "Regel 1, kolom a: Deze kolom staat er meer dan één keer in. Haal de kolom weg."),
        (
            b"a,b\n1," + b"2" * 200_000 + b"\n",
            "Regel 2: Een cel is onwaarschijnlijk lang. Zoek in deze regel of erboven naar een los aanhalingsteken.",
        ),
    ],
)
def test_a_broken_file_is_refused_with_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _rows(tmp_path / "cijfers.csv", content)
    assert refused.value.sentences() == [sentence]


def test_cp1252_is_accepted_and_said_so(tmp_path: Path) -> None:
    content = "gemeente,aantal\nSúdwest-Fryslân,12\n".encode("cp1252")
    opened = _opened(tmp_path / "oud.csv", content)
    assert opened.notes == ("Het bestand was niet UTF-8; het is gelezen als Windows-1252 (ú, ë en ï blijven goed).",)
    assert _rows(tmp_path / "oud.csv", content)[0]["gemeente"] == "Súdwest-Fryslân"


def test_cells_are_text_without_padding_and_know_their_line(tmp_path: Path) -> None:
    rows = _rows(tmp_path / "cijfers.csv", b"\xef\xbb\xbfcode,aantal\r\nGM0034    ,         .\r\n\r\n0014,007\r\n")
    assert rows == [
        {"§line": 2, "code": "GM0034", "aantal": "."},
        {"§line": 4, "code": "0014", "aantal": "007"},
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"gebied;aantal\nEde;1,5\n", {"gebied": "Ede", "aantal": "1,5"}),
        (b"gebied,aantal\nEde,1.5\n", {"gebied": "Ede", "aantal": "1.5"}),
        (b"gebied\taantal\nEde\t1,5\n", {"gebied": "Ede", "aantal": "1,5"}),
        (b"gebied;a;b\nEde;1,234;5,678\n", {"gebied": "Ede", "a": "1,234", "b": "5,678"}),
        (b"gebied, plaats of regio;aantal\nEde;1\n", {"gebied, plaats of regio": "Ede", "aantal": "1"}),
    ],
)
def test_the_delimiter_is_the_one_that_fits_header_and_rows(
    tmp_path: Path, content: bytes, expected: dict[str, str]
) -> None:
    assert _rows(tmp_path / "cijfers.csv", content) == [{"§line": 2, **expected}]


def test_a_title_above_and_the_source_below_are_passed_over_and_said_so(tmp_path: Path) -> None:
    content = b'"Jeugdzorg, per gemeente"\r\n"Regio\'s";"Aantal"\r\n"Ede";"1"\r\n"Bron: CBS"\r\n'
    opened = _opened(tmp_path / "statline.csv", content)
    assert opened.notes == (
        "De laatste regel is overgeslagen: 'Bron: CBS'.",
        "Regel 2 is gelezen als kopregel; de titel erboven is overgeslagen.",
    )
    assert _rows(tmp_path / "statline.csv", content) == [{"§line": 3, "Regio's": "Ede", "Aantal": "1"}]


def test_a_problem_below_a_title_names_the_line_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        _rows(tmp_path / "statline.csv", b"Jeugdzorg\n\ngebied;aantal\nEde;1\nEde\n")
    assert refused.value.sentences() == [
        "Regel 5: Deze regel heeft 1 cel, de kopregel heeft er 2. "
        "Controleer of er een scheidingsteken te veel of te weinig staat."
    ]


@pytest.mark.parametrize("last", ["Totaal", "Brondatum: 1-1-2024", "Let op: voorlopig"])
def test_no_other_closing_line_is_passed_over(tmp_path: Path, last: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _rows(tmp_path / "statline.csv", f"gebied;aantal\nEde;1\n{last}\n".encode())
    assert refused.value.problems[0].line == 3


@pytest.mark.parametrize(
    "footer", ["Bron: CBS", "© CBS", '"© Centraal Bureau voor de Statistiek, Den Haag"', "Bron: CBS;"]
)
def test_every_form_of_the_source_line_is_known(tmp_path: Path, footer: str) -> None:
    rows = _rows(tmp_path / "statline.csv", f"gebied;aantal\nEde;1\n\n{footer}\n".encode("cp1252"))
    assert [row["gebied"] for row in rows] == ["Ede"]


def test_at_most_fifty_problems_are_listed(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        _rows(tmp_path / "cijfers.csv", b"a,b\n1,2\n" + b"1\n" * 362)
    sentences = refused.value.sentences()
    assert len(sentences) == 51
    assert sentences[-1] == "… en nog 312 soortgelijke."
