"""Files that are made to hurt are refused within two seconds and 300 MB, whatever would come out of them."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.dashboard.sources.workbooks import part, workbook

SECONDS, MEGABYTES = 2.0, 300.0
SPLIT = (
    "Splits het bestand, bijvoorbeeld per jaar, en lees de delen na elkaar in. "
    "Of lees het in met de opdrachtregel: daar mag een bestand groter zijn."
)
SHEET = "xl/worksheets/sheet1.xml"
MEASURED = """
import json, sys, time
from pathlib import Path
from dashboard.sources.files.limits import BROWSER, COMMAND_LINE
from dashboard.sources.files.opening import open_file
from dashboard.sources.problems import Findings, RefusedError

begun, sentences = time.perf_counter(), []
try:
    opened = open_file(Path(sys.argv[1]), limits=COMMAND_LINE if sys.argv[2] == "command" else BROWSER)
    for table in opened.tables:
        for part in table.slices(columns=table.header, findings=Findings()):
            pass
except RefusedError as refused:
    sentences = refused.sentences()
seconds = time.perf_counter() - begun
status = Path("/proc/self/status")  # where there is none, only the time is looked at
lines = status.read_text().splitlines() if status.exists() else []
most = max([int(line.split()[1]) / 1000 for line in lines if line.startswith("VmHWM")], default=0.0)
print(json.dumps([sentences, seconds, most]))
"""


def _refused(path: Path, *, who: str = "browser") -> list[str]:
    """The sentences a file is refused with in a process of its own, after checking what that took."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path), who], capture_output=True, text=True, check=True, timeout=60
    )
    sentences, seconds, megabytes = json.loads(done.stdout)
    assert seconds < SECONDS
    assert megabytes < MEGABYTES
    return list(sentences)


def _with_sheet(path: Path, *, rows: Callable[[int], bytes], pieces: int) -> Path:
    """A workbook of which the sheet is made of this many pieces."""
    workbook(path, {"Cijfers": [["gebied", "aantal"], ["Ede", 1]]})
    head, _, tail = part(path, SHEET).partition(b"</sheetData>")
    kept = {}
    with zipfile.ZipFile(path) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if name != SHEET}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in kept.items():
            archive.writestr(name, data)
        with archive.open(SHEET, "w", force_zip64=True) as stream:
            stream.write(head)
            for piece in range(pieces):
                stream.write(rows(piece))
            stream.write(b"</sheetData>" + tail)
    return path


@pytest.mark.parametrize("who", ["browser", "command"])
def test_a_zip_bomb_is_refused(tmp_path: Path, who: str) -> None:
    path = _with_sheet(tmp_path / "bom.xlsx", rows=lambda _: b"<row/>" * 100_000, pieces=500)
    assert path.stat().st_size < 3_000_000
    assert _refused(path, who=who) == [
        "Het bestand wordt bij het uitpakken meer dan 250 keer zo groot; dat is geen gewoon bestand. "
        "Download het opnieuw bij de bron."
    ]


def test_a_zip_bomb_whose_directory_lies_is_refused(tmp_path: Path) -> None:
    path = _with_sheet(tmp_path / "bom.xlsx", rows=lambda _: b" " * 1_000_000, pieces=300)
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo(SHEET).file_size
    data = path.read_bytes()
    path.write_bytes(data.replace(size.to_bytes(4, "little"), (5_000_000).to_bytes(4, "little")))
    assert _refused(path) == ["Het bestand is beschadigd of niet compleet. Download het opnieuw bij de bron."]


def test_a_workbook_with_three_million_rows_is_refused_before_any_is_read(tmp_path: Path) -> None:
    def rows(piece: int) -> bytes:
        return b"".join(b'<row r="%d"/>' % (piece * 10_000 + place + 3) for place in range(10_000))

    path = _with_sheet(tmp_path / "lang.xlsx", rows=rows, pieces=300)
    assert _refused(path) == [f"Het bestand heeft meer dan 200.000 regels. {SPLIT}"]


def test_a_file_of_two_hundred_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "groot.csv"
    with path.open("wb") as file:
        file.write(b"gebied;aantal\nEde;1\n")
        os.truncate(file.fileno(), 200_000_000)
    assert _refused(path) == [f"Het bestand is groter dan 90 MB. {SPLIT}"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_file_of_ten_million_rows_is_refused(tmp_path: Path, end: bytes) -> None:
    path = tmp_path / "lang.csv"
    path.write_bytes(b"gebied;aantal" + end + (b"E;1234" + end) * 10_000_000)
    assert _refused(path) == [f"Het bestand heeft meer dan 2.000.000 regels. {SPLIT}"]


def test_a_bundle_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bundel.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", os.urandom(1_000_000) * 40 + b"\n" * 60_000_000)
    assert _refused(path) == [f"Het bestand is uitgepakt groter dan 90 MB. {SPLIT}"]
