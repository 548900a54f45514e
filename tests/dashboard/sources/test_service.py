"""A service that fails: what is tried again, what people read, and what it can never do to this computer."""

import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from dashboard.sources.problems import RefusedError
from dashboard.sources.services.odata import fetch_table, metadata
from dashboard.sources.services.service import FetchCancelledError, Limits, Service, ServiceError, service, service_at
from tests.dashboard.sources.odata_cells import cells, hasty
from tests.services.cbs_server import CbsServer

LATER = "Probeer het later nog eens; wat al binnen is, wordt dan niet opnieuw gevraagd."


def refusal(service: Service, *, table: str = "84489NED") -> str:
    with pytest.raises(ServiceError) as refused:
        fetch_table(service, table=table)
    assert isinstance(refused.value, RefusedError)
    (sentence,) = refused.value.sentences()
    return sentence


@pytest.mark.parametrize(
    ("kind", "tries", "sentence"),
    [
        (503, 5, f"127.0.0.1 heeft een storing (antwoord 503). {LATER}"),
        (
            429,
            5,
            "127.0.0.1 heeft het te druk en vraagt om te wachten. "
            "Probeer het over een uur nog eens; wat al binnen is, wordt dan niet opnieuw gevraagd.",
        ),
        ("partial", 5, f"Het antwoord van 127.0.0.1 brak halverwege af. {LATER}"),
        (
            "web-page",
            1,
            "127.0.0.1 geeft een webpagina in plaats van cijfers, waarschijnlijk door onderhoud. "
            "Probeer het later nog eens, of controleer het adres van de dienst.",
        ),
        ("not-json", 1, "Het antwoord van 127.0.0.1 is geen OData-tabel. Controleer het adres van de dienst."),
        (
            "other-host",
            1,
            "127.0.0.1 verwijst door naar een ander adres (http://example.org); dat wordt niet gevolgd. "
            "Controleer het adres van de dienst.",
        ),
        (
            403,
            1,
            "127.0.0.1 geeft deze tabel niet (antwoord 403). Vraag de beheerder of het netwerk 127.0.0.1 toelaat.",
        ),
        (
            400,
            1,
            "127.0.0.1 begrijpt de vraag niet (antwoord 400). Misschien heeft de tabel andere kolommen gekregen; "
            "download de tabel zelf en lees het bestand in.",
        ),
    ],
)
@pytest.mark.parametrize("version", ["v3", "v4"])
def test_every_fault_has_its_sentence_and_its_number_of_tries(
    cbs_server: CbsServer, version: str, kind: str | int, tries: int, sentence: str
) -> None:
    part, asked = ("UntypedDataSet?", hasty("v3", cbs_server.v3_address))
    if version == "v4":
        part, asked = ("Observations", hasty("v4", cbs_server.v4_address))
    cbs_server.fail(kind, on=part)

    assert refusal(asked) == sentence
    assert len([one for one in cbs_server.asked(part) if "$count" not in one]) == tries


@pytest.mark.parametrize("version", ["v3", "v4"])
def test_a_column_that_went_missing_does_not_pass_for_empty_cells(cbs_server: CbsServer, version: str) -> None:
    address = cbs_server.v3_address if version == "v3" else cbs_server.v4_address
    about = metadata(service_at(address), table="84489NED")
    del cbs_server.tables["84489NED"].dimensions[0]
    for row in cbs_server.tables["84489NED"].rows:
        del row[0]
    with pytest.raises(ServiceError) as refused:
        fetch_table(service_at(address), table="84489NED", about=about)
    assert refused.value.kind == "not-odata"


def test_a_table_that_does_not_exist_is_named(cbs_server: CbsServer) -> None:
    for asked in (hasty("v3", cbs_server.v3_address), hasty("v4", cbs_server.v4_address)):
        assert refusal(asked, table="85098ned") == (
            "De tabel 85098ned bestaat niet bij 127.0.0.1. "
            "Controleer de tabelcode op StatLine; let op hoofdletters en kleine letters (85098NED, 70072ned)."
        )
    assert len(cbs_server.requests) == 2


def test_what_is_no_table_code_is_never_asked_for(cbs_server: CbsServer) -> None:
    for table in ("../Users", "85098NED?x", "", "x" * 40):
        with pytest.raises(ServiceError) as refused:
            metadata(service("v3"), table=table)
        assert refused.value.kind == "table"
    assert cbs_server.requests == []


def test_a_service_that_recovers_gives_its_figures(cbs_server: CbsServer) -> None:
    waits: list[float] = []
    cbs_server.fail(500, on="UntypedDataSet?", times=2)

    opened, _ = fetch_table(hasty("v3", cbs_server.v3_address, waited=waits.append), table="84489NED")

    assert cells(opened).height == 12
    assert len(cbs_server.asked("UntypedDataSet?")) == 3
    assert 1 + 2 <= sum(waits) <= 1.5 + 3  # one second, then two, each with at most half as much by chance


def test_the_wait_doubles_from_try_to_try(cbs_server: CbsServer) -> None:
    waits: list[float] = []
    cbs_server.fail(503, on="TableInfos")
    refusal(hasty("v3", cbs_server.v3_address, waited=waits.append))
    assert 15 <= sum(waits) <= 22.5  # 1, 2, 4 and 8 seconds, and at most half of it more


def test_a_service_that_asks_to_wait_is_given_the_time_but_not_more_than_a_minute(cbs_server: CbsServer) -> None:
    waits: list[float] = []
    cbs_server.fail(429, on="TableInfos", times=1, retry_after="7")
    cbs_server.fail(503, on="DataProperties", times=1, retry_after="Fri, 31 Dec 2100 23:59:59 GMT")

    fetch_table(hasty("v3", cbs_server.v3_address, waited=waits.append), table="84489NED")

    assert sum(waits) == pytest.approx(7 + 60)


def test_stopping_works_while_waiting(cbs_server: CbsServer) -> None:
    waits: list[float] = []
    cbs_server.fail(429, on="TableInfos", retry_after="60")
    with pytest.raises(FetchCancelledError):
        fetch_table(
            hasty("v3", cbs_server.v3_address, waited=waits.append),
            table="84489NED",
            cancelled=lambda: sum(waits) >= 3,
        )
    assert sum(waits) == 3


def test_stopping_works_while_a_page_drips_in(cbs_server: CbsServer) -> None:
    cbs_server.fail("drip", on="UntypedDataSet?")
    looks = 0

    def cancelled() -> bool:
        nonlocal looks
        looks += 1
        return looks > 12

    with pytest.raises(FetchCancelledError):
        fetch_table(hasty("v3", cbs_server.v3_address), table="84489NED", cancelled=cancelled)


@pytest.mark.parametrize(
    ("kind", "limits", "seconds"),
    [("silent", Limits(read=0.2, tries=2), "0"), ("drip", Limits(whole=0.2, tries=2), "0")],
)
def test_a_slow_service_is_not_waited_for_without_end(
    cbs_server: CbsServer, kind: str, limits: Limits, seconds: str
) -> None:
    cbs_server.fail(kind, on="UntypedDataSet?")
    assert refusal(hasty("v3", cbs_server.v3_address, limits=limits)) == (
        f"127.0.0.1 antwoordt te langzaam: na {seconds} seconden was het antwoord er niet. {LATER}"
    )
    assert len(cbs_server.asked("UntypedDataSet?")) == 2


def test_a_service_that_is_away_has_its_sentence() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}/ODataFeed/odata"
        waits: list[float] = []
        sentence = refusal(hasty("v3", address, waited=waits.append))
    assert sentence == (
        "127.0.0.1 is niet te bereiken. Controleer de internetverbinding, of probeer het later nog eens. "
        "U kunt de tabel ook zelf downloaden en als bestand inlezen."
    )
    assert sum(waits) >= 15


def test_an_answer_that_is_too_large_is_refused_before_it_fills_the_memory(cbs_server: CbsServer) -> None:
    cbs_server.fail("gzip", on="UntypedDataSet?")
    cbs_server.tables["84489NED"].rows[0][2] = "x" * 3_000_000  # compressed it is a few kilobytes
    limits = Limits(page_bytes=2_000_000)
    assert refusal(hasty("v3", cbs_server.v3_address, limits=limits)) == (
        "Het antwoord van 127.0.0.1 is groter dan 2 MB per bladzijde. "
        "Kies minder onderwerpen of gebieden, of download de tabel zelf."
    )


def test_a_table_with_too_many_rows_is_refused_on_the_way(cbs_server: CbsServer) -> None:
    limits = Limits(rows=1_000)
    cbs_server.tables["84489NED"].rows *= 100
    assert refusal(hasty("v3", cbs_server.v3_address, limits=limits)) == (
        "De tabel 84489NED heeft meer dan 1.000 regels. Kies minder onderwerpen of gebieden."
    )
    assert len(cbs_server.asked("UntypedDataSet?")) == 11


def test_compressed_answers_are_read(cbs_server: CbsServer) -> None:
    cbs_server.fail("gzip")
    assert cells(fetch_table(hasty("v3", cbs_server.v3_address), table="84489NED")[0]).height == 12


def test_a_redirect_at_home_is_followed_but_not_for_ever(cbs_server: CbsServer) -> None:
    cbs_server.fail("moved", on="TableInfos", times=2)
    asked = hasty("v3", cbs_server.v3_address)
    assert cells(fetch_table(asked, table="84489NED")[0]).height == 12

    cbs_server.fail("moved", on="TableInfos")
    assert refusal(asked) == (
        "127.0.0.1 blijft doorverwijzen. Controleer het adres van de dienst, of probeer het later nog eens."
    )


@pytest.mark.parametrize(
    ("here", "link", "target"),
    [
        ("https://cbs.nl/a", "https://cbs.nl/b?$skip=1", "https://cbs.nl/b?$skip=1"),
        ("http://cbs.nl/a", "https://cbs.nl/b", "https://cbs.nl/b"),
        ("https://cbs.nl/a", "http://cbs.nl/b", "https://cbs.nl/b"),  # never less safe than we asked
        ("https://cbs.nl/a/x", "y?$skip=1", "https://cbs.nl/a/y?$skip=1"),
        ("https://cbs.nl/a", "https://cbs.nl:8443/b", None),
        ("https://cbs.nl/a", "//other.nl/b", None),
        ("https://cbs.nl/a", "https://cbs.nl@other.nl/b", None),
        ("https://cbs.nl/a", "file:///etc/passwd", None),
        ("https://cbs.nl/a", "https://[broken/b", None),
    ],
)
def test_an_answer_leads_to_the_same_host_only(here: str, link: str, target: str | None) -> None:
    from dashboard.sources.services.asking import Asking

    with Asking(Service("v3", here), table="84489NED") as asking:
        if target is None:
            with pytest.raises(ServiceError):
                asking.same_host(link, seen_from=here)
        else:
            assert asking.same_host(link, seen_from=here) == target


@pytest.mark.parametrize(
    "address", ["ftp://cbs.nl/x", "cbs.nl", "https://", "file:///etc/passwd", "https://a:b@cbs.nl"]
)
def test_only_addresses_of_the_web_are_asked(address: str) -> None:
    with pytest.raises(ServiceError) as refused:
        service("v3", address=address)
    assert refused.value.sentences() == [
        f"Dit is geen adres van een dienst: '{address}'. "
        "Een adres begint met https:// en een naam, zoals https://opendata.cbs.nl/ODataFeed/odata."
    ]


def test_the_address_is_cbs_itself_unless_the_environment_names_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CBS_ODATA_V3", raising=False)
    monkeypatch.delenv("CBS_ODATA_V4", raising=False)
    assert service("v3").address == "https://opendata.cbs.nl/ODataFeed/odata"
    assert service("v4").address == "https://datasets.cbs.nl/odata/v1/CBS"

    monkeypatch.setenv("CBS_ODATA_V4", "https://spiegel.example/odata/")
    assert service("v4").address == "https://spiegel.example/odata"
    assert service("v4", address="http://127.0.0.1:1").address == "http://127.0.0.1:1"


def test_the_service_is_told_who_asks(cbs_server: CbsServer) -> None:
    fetch_table(service("v3"), table="84489NED")
    assert all(agent.startswith("tellen-en-vertellen/") for agent in cbs_server.agents)


def test_a_certificate_that_is_not_right_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl makes the certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    asked = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    subprocess.run(
        [*asked, "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("NO_PROXY", "localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    monkeypatch.setattr(server, "handle_error", lambda request, client_address: None)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        sentence = refusal(hasty("v3", f"https://localhost:{server.server_address[1]}/odata"))
    finally:
        server.shutdown()
        server.server_close()
    assert sentence == (
        "De verbinding met localhost is niet te vertrouwen: het certificaat klopt niet. "
        "Vraag de beheerder of het netwerk van uw organisatie beveiligde verbindingen opent."
    )


@contextmanager
def proxy(status: int | None = None) -> Iterator[tuple[str, list[str]]]:
    """A proxy server that answers TableInfos itself and notes what it was asked; or refuses with `status`."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            body = b'{"value": [{"Title": "Via de proxy"}]}'
            self.send_response(status or 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_CONNECT(self) -> None:
            asked.append(self.path)
            self.send_response(status or 502)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
    finally:
        server.shutdown()
        server.server_close()


def test_the_proxy_of_the_organisation_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    from dashboard.sources.services.asking import Asking

    with proxy() as (address, asked):
        monkeypatch.setenv("HTTP_PROXY", address)
        monkeypatch.setenv("NO_PROXY", "")
        with Asking(Service("v3", "http://cbs.invalid/odata"), table="84489NED") as asking:
            found = asking.answer("http://cbs.invalid/odata/84489NED/TableInfos")
    assert found == {"value": [{"Title": "Via de proxy"}]}
    assert asked == ["http://cbs.invalid/odata/84489NED/TableInfos"]


def test_a_proxy_that_lets_nothing_through_has_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with proxy(status=407) as (address, asked):
        monkeypatch.setenv("HTTPS_PROXY", address)
        monkeypatch.setenv("NO_PROXY", "")
        sentence = refusal(hasty("v3", "https://cbs.invalid/odata"))
    assert sentence == (
        "De proxyserver van uw organisatie laat cbs.invalid niet door. "
        "Vraag de beheerder om toegang tot cbs.invalid, of download de tabel zelf en lees het bestand in."
    )
    assert asked == ["cbs.invalid:443"]


def test_a_proxy_setting_that_is_nonsense_has_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "ftp://proxy")
    monkeypatch.setenv("NO_PROXY", "")
    assert refusal(hasty("v3", "https://cbs.invalid/odata")) == (
        "De instelling van de proxyserver of van de certificaten op deze computer klopt niet. "
        "Vraag de beheerder om HTTPS_PROXY, NO_PROXY en SSL_CERT_FILE na te kijken."
    )
