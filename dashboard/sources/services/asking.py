"""One question to a service over the network: retried with patience, limited in time and size, never led elsewhere."""

import json
import random
import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception_type, stop_after_attempt

from dashboard.sources.services.service import FetchCancelledError, Service, ServiceError, never
from dashboard.texts import services as texts

Answer = dict[str, object]
T = TypeVar("T")

USER_AGENT = "tellen-en-vertellen/0.1 (open data)"
MOST_REDIRECTS = 5
FIRST_WAIT = 1.0  # seconds; doubled after every try
LONGEST_COUNT = 12  # digits
STEP = 0.5  # seconds between two looks at whether somebody stopped it


class _PassingError(Exception):
    """What may be over at the next try; `error` is what people read when it is not, `wait` what the service asked."""

    def __init__(self, error: ServiceError, wait: float | None = None) -> None:
        super().__init__(error.kind)
        self.error = error
        self.wait = wait


class Asking:
    """A connection to a service; use it as `with Asking(service, table=…) as asking`."""

    def __init__(self, service: Service, *, table: str, cancelled: Callable[[], bool] = never) -> None:
        self.service = service
        self.table = table
        self._cancelled = cancelled
        limits = service.limits
        self._timeout = httpx.Timeout(limits.read, connect=limits.connect)
        try:
            self._client = httpx.Client(
                headers={"User-Agent": USER_AGENT, "Accept": "application/json"}, follow_redirects=False, trust_env=True
            )
        except (ValueError, ImportError, OSError, httpx.InvalidURL) as error:  # what the environment names is no proxy
            raise self._error("settings", texts.SETTINGS, texts.SETTINGS_ADVICE) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._client.close()

    def answer(self, address: str) -> Answer:
        """The JSON object at this address; raises `ServiceError` or `FetchCancelledError`."""
        return self.answer_and_bytes(address)[0]

    def answer_and_bytes(self, address: str) -> tuple[Answer, bytes]:
        """The JSON object at this address, and the bytes it was made of."""

        def ask() -> tuple[Answer, bytes]:
            body = self._body(address)
            return self.parsed(body), body

        return self._patiently(ask, tries=self.service.limits.tries)

    def count(self, address: str) -> int | None:
        """The number at this address; None when the service has none to give, which is no reason to stop."""
        try:
            body = self._patiently(lambda: self._body(address, soon=True), tries=1)
        except ServiceError:
            return None
        text = body.decode("utf-8-sig", errors="replace").strip()
        return int(text) if text.isdecimal() and len(text) < LONGEST_COUNT else None

    def parsed(self, body: bytes) -> Answer:
        """The bytes of an answer as a JSON object."""
        start = body.lstrip(b"\xef\xbb\xbf \r\n\t")[:1]
        if start == b"<":
            raise self._error("web-page", texts.WEB_PAGE, texts.WEB_PAGE_ADVICE)
        try:
            found = json.loads(body.decode("utf-8-sig"))
        except (ValueError, RecursionError) as error:
            if start == b"{":  # it began well: the rest was lost on the way
                raise _PassingError(self._error("cut-off", texts.CUT_OFF, texts.CUT_OFF_ADVICE)) from error
            raise self._error("not-odata", texts.NOT_ODATA, texts.NOT_ODATA_ADVICE) from error
        if not isinstance(found, dict):
            raise self._error("not-odata", texts.NOT_ODATA, texts.NOT_ODATA_ADVICE)
        return found

    def same_host(self, address: str, *, seen_from: str) -> str:
        """The address that an answer leads to, at the same host and not less safe; else `ServiceError`."""
        try:
            target = urljoin(seen_from, address)
            here, there = urlsplit(seen_from), urlsplit(target)
            host, port = there.hostname, there.port or _port(there.scheme)
        except ValueError:
            raise self._error("other-host", texts.OTHER_HOST, texts.OTHER_HOST_ADVICE, other=address[:80]) from None
        upgrade = (here.scheme, there.scheme) == ("http", "https")
        if host == here.hostname and there.scheme in {"http", "https"}:
            if upgrade or (here.scheme == there.scheme and port == (here.port or _port(here.scheme))):
                return target
            if (here.scheme, there.scheme) == ("https", "http") and there.port in {None, 80, here.port}:
                netloc = here.netloc  # the service forgets in its links that it is asked over https
                return there._replace(scheme="https", netloc=netloc).geturl()
        other = f"{there.scheme}://{there.netloc}" if there.netloc else target
        raise self._error("other-host", texts.OTHER_HOST, texts.OTHER_HOST_ADVICE, other=other[:80])

    def _patiently(self, ask: Callable[[], T], *, tries: int) -> T:
        retrying = Retrying(
            stop=stop_after_attempt(tries),
            wait=self._wait,
            retry=retry_if_exception_type(_PassingError),
            sleep=self._pause,
            reraise=True,
        )
        try:
            return retrying(ask)
        except _PassingError as error:
            raise error.error from error

    def _body(self, address: str, *, soon: bool = False) -> bytes:
        """The bytes at this address, decompressed; redirects are followed as far as they stay at home."""
        self._look()
        timeout = httpx.Timeout(self.service.limits.connect) if soon else self._timeout
        for _ in range(MOST_REDIRECTS):
            try:
                with self._client.stream("GET", address, timeout=timeout) as response:
                    if response.has_redirect_location:
                        address = self.same_host(response.headers["location"], seen_from=address)
                        continue
                    self._judge(response)
                    return self._read(response)
            except httpx.HTTPError as error:
                raise self._translated(error) from error
            except httpx.InvalidURL as error:
                raise self._error(
                    "other-host", texts.OTHER_HOST, texts.OTHER_HOST_ADVICE, other=address[:80]
                ) from error
        raise self._error("redirects", texts.ROUND_AND_ROUND, texts.ROUND_AND_ROUND_ADVICE)

    def _read(self, response: httpx.Response) -> bytes:
        limits = self.service.limits
        started = time.monotonic()
        found = bytearray()
        for piece in response.iter_bytes():
            found += piece
            if len(found) > limits.page_bytes:
                limit = limits.page_bytes // 1_000_000
                raise self._error("too-much", texts.TOO_MUCH, texts.TOO_MUCH_ADVICE, limit=limit)
            if time.monotonic() - started > limits.whole:
                raise _PassingError(self._slow(limits.whole))
            self._look()
        return bytes(found)

    def _judge(self, response: httpx.Response) -> None:
        """Raise what an answer other than 200 means."""
        status = response.status_code
        if status == httpx.codes.OK:
            return
        if status == httpx.codes.NOT_FOUND:
            raise self._error("absent", texts.ABSENT, texts.ABSENT_ADVICE)
        if status in {401, 402, 403, 407, 451}:
            raise self._error("not-allowed", texts.NOT_ALLOWED, texts.NOT_ALLOWED_ADVICE, status=status)
        if status == httpx.codes.TOO_MANY_REQUESTS:
            busy = self._error("busy", texts.BUSY, texts.BUSY_ADVICE)
            raise _PassingError(busy, _asked_wait(response))
        if status == httpx.codes.REQUEST_TIMEOUT or status >= httpx.codes.INTERNAL_SERVER_ERROR:
            broken = self._error("broken", texts.BROKEN, texts.BROKEN_ADVICE, status=status)
            raise _PassingError(broken, _asked_wait(response))
        raise self._error("not-understood", texts.NOT_UNDERSTOOD, texts.NOT_UNDERSTOOD_ADVICE, status=status)

    def _translated(self, error: httpx.HTTPError) -> Exception:
        """What the network's trouble means to people, and whether it may pass."""
        if isinstance(error, httpx.ConnectTimeout):
            return _PassingError(self._error("away", texts.AWAY, texts.AWAY_ADVICE))
        if isinstance(error, httpx.TimeoutException):
            return _PassingError(self._slow(self.service.limits.read))
        if isinstance(error, httpx.ProxyError):
            return self._error("proxy", texts.PROXY, texts.PROXY_ADVICE)
        if _is_about_certificates(error):
            return self._error("untrusted", texts.UNTRUSTED, texts.UNTRUSTED_ADVICE)
        if isinstance(error, httpx.ConnectError):
            return _PassingError(self._error("away", texts.AWAY, texts.AWAY_ADVICE))
        if isinstance(error, httpx.DecodingError | httpx.NetworkError | httpx.RemoteProtocolError):
            return _PassingError(self._error("cut-off", texts.CUT_OFF, texts.CUT_OFF_ADVICE))
        return self._error("not-odata", texts.NOT_ODATA, texts.NOT_ODATA_ADVICE)

    def _slow(self, seconds: float) -> ServiceError:
        return self._error("slow", texts.SLOW, texts.SLOW_ADVICE, seconds=f"{seconds:.0f}")

    def _error(self, kind: str, what: str, advice: str, **facts: object) -> ServiceError:
        return self.service.error(kind, what, advice=advice, table=self.table, **facts)

    def _look(self) -> None:
        if self._cancelled():
            raise FetchCancelledError(self.table)

    def _wait(self, state: RetryCallState) -> float:
        """Seconds before the next try: what the service asked, else twice as long every time and a bit."""
        limits = self.service.limits
        failure = state.outcome.exception() if state.outcome else None
        if isinstance(failure, _PassingError) and failure.wait is not None:
            return min(failure.wait, limits.longest_wait)
        wait = FIRST_WAIT * 2 ** (state.attempt_number - 1)
        return float(min(wait + random.uniform(0, wait / 2), limits.longest_wait))  # noqa: S311 - not a secret

    def _pause(self, seconds: float) -> None:
        """Wait in small steps, so that stopping works while waiting."""
        while seconds > 0:
            self._look()
            step = min(STEP, seconds)
            self.service.sleep(step)
            seconds -= step


def _asked_wait(response: httpx.Response) -> float | None:
    """The seconds in Retry-After, which are a number or a moment; None when it says neither."""
    text = response.headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(0.0, (parsedate_to_datetime(text) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _is_about_certificates(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _port(scheme: str) -> int:
    return 443 if scheme == "https" else 80
