"""Files that are not what they seem get one Dutch sentence."""

import os
from pathlib import Path

import pytest

from dashboard.sources.problems import Findings, RefusedError
from dashboard.sources.reading import MOST_BYTES, TextTable, read_text


def _rows(path: Path, content: bytes) -> list[dict[str, object]]:
    path.write_bytes(content)
    findings = Findings()
    table = TextTable(read_text(path), delimiter=",")
    found = [row for part in table.slices(columns=table.header, findings=findings) for row in part.rows(named=True)]
    findings.refuse()
    return found


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Het bestand is leeg. Download het opnieuw bij de bron."),
        (b"\xef\xbb\xbf \r\n", "Het bestand is leeg. Download het opnieuw bij de bron."),
        (b"a,b\n", "Het bestand heeft alleen een kopregel en geen enkel cijfer. Download het opnieuw bij de bron."),
        (
            b"%PDF-1.7 \x00",
            "Dit is een PDF-bestand, geen CSV-bestand. Sla het op als CSV (UTF-8) of download de CSV bij de bron.",
        ),
        (
            b"PK\x03\x04\x14\x00",
            "Dit is een Excel- of ZIP-bestand, geen CSV-bestand. "
            "Sla het op als CSV (UTF-8) of download de CSV bij de bron.",
        ),
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
            "Het bestand is geen leesbare tekst. Sla het op als CSV (UTF-8) of download de CSV bij de bron.",
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
    ],
)
def test_a_broken_file_is_refused_with_one_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(RefusedError) as refused:
        _rows(tmp_path / "cijfers.csv", content)
    assert refused.value.sentences() == [sentence]


def test_a_huge_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        os.truncate(file.fileno(), MOST_BYTES + 1)
    with pytest.raises(RefusedError) as refused:
        read_text(path)
    assert refused.value.sentences() == [
        "Het bestand is groter dan 90 MB. Splits het bestand, bijvoorbeeld per jaar, en lees de delen na elkaar in."
    ]


def test_cp1252_is_accepted_and_said_so(tmp_path: Path) -> None:
    path = tmp_path / "oud.csv"
    path.write_bytes("gemeente,aantal\nSúdwest-Fryslân,12\n".encode("cp1252"))
    file = read_text(path)
    assert file.notes == ("Het bestand was niet UTF-8; het is gelezen als Windows-1252 (ú, ë en ï blijven goed).",)
    assert _rows(path, path.read_bytes())[0]["gemeente"] == "Súdwest-Fryslân"


def test_cells_are_text_without_padding_and_know_their_line(tmp_path: Path) -> None:
    rows = _rows(tmp_path / "cijfers.csv", b"\xef\xbb\xbfcode,aantal\r\nGM0034    ,         .\r\n\r\n0014,007\r\n")
    assert rows == [
        {"§line": 2, "code": "GM0034", "aantal": "."},
        {"§line": 4, "code": "0014", "aantal": "007"},
    ]


def test_at_most_fifty_problems_are_listed(tmp_path: Path) -> None:
    with pytest.raises(RefusedError) as refused:
        _rows(tmp_path / "cijfers.csv", b"a,b\n" + b"1\n" * 362)
    sentences = refused.value.sentences()
    assert len(sentences) == 51
    assert sentences[-1] == "… en nog 312 soortgelijke."
