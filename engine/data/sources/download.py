"""Fetch one file from the first of several mirrors that gives it whole; stops at once when cancelled."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from engine.errors import Cancelled, DataError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import BinaryIO

    from requests import Response

CONNECT_TIMEOUT = 6.0  # seconds
READ_TIMEOUT = 20.0  # seconds without a single byte
CHUNK = 1 << 14  # bytes; progress is told and a cancelled download ends after each
POLL = 0.05  # seconds between two looks at progress and cancellation
HEADERS = {"Accept-Encoding": "identity"}  # the files are packed already


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that arrived whole.

    Attributes:
        data: The bytes as sent.
        content: What ``check`` made of them.
        mirror: Who sent them.
    """

    data: bytes
    content: bytes
    mirror: str


class DownloadError(DataError):
    """No mirror gave the file.

    Args:
        path: Which file.
        failures: What each mirror did, by its host.
        unreachable: Whether not one of them answered.

    """

    def __init__(self, path: str, failures: dict[str, Phrase], *, unreachable: bool) -> None:
        reasons = (Phrase("{host}: {reason}", host=host, reason=reason) for host, reason in failures.items())
        super().__init__(
            "“{path}” could not be downloaded.",
            cause="No server can be reached. Is this computer offline? ({failures})"
            if unreachable
            else "No server gave the whole file ({failures}).",
            remedy="Try again later.",
            path=path,
            failures=Phrase.joined(reasons, "; "),
        )


class _Abandoned(Exception):
    """Nobody waits for this download any more."""


@dataclass(slots=True)
class _Receiver:
    """Takes what pooch's downloader receives: its output file and its progress bar in one.

    Attributes:
        limit: More bytes than this are refused.
        keep: Takes each piece that arrives.
        total: How many bytes the server announced; 0 if it did not.
        unkept: Why a piece could not be kept, which is no fault of the server.
    """

    limit: int
    keep: Callable[[bytes], object]
    total: int = 0
    count: int = 0
    unkept: OSError | None = None
    abandoned: threading.Event = field(default_factory=threading.Event)
    error: Exception | None = None
    responses: list[Response] = field(default_factory=list)

    def write(self, chunk: bytes) -> int:
        if self.abandoned.is_set():
            raise _Abandoned
        self.count += len(chunk)
        if self.count > self.limit:
            raise ValueError("more was sent than the file can hold")
        try:
            self.keep(chunk)
        except OSError as error:
            self.unkept = error
            raise
        return len(chunk)

    def flush(self) -> None: ...

    def update(self, count: int) -> None: ...

    def reset(self) -> None: ...

    def close(self) -> None: ...


def fetch(
    path: str,
    mirrors: Sequence[str],
    *,
    check: Callable[[bytes], bytes],
    limit: int,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Fetched:
    """Fetch a file.

    Args:
        path: The file's path below each mirror.
        mirrors: Addresses that end in a slash, the one to try first in front.
        check: Returns the content of what arrived, or raises a DataError if that is not the file.
        limit: The most bytes the file can have.
        progress: Called with the bytes received from the present mirror and the bytes it announced (0: not said).
        cancelled: Asked many times a second whether to stop; also while a server is silent.

    Raises:
        DownloadError: If no mirror gave the file; its cause names each mirror's failure.
        Cancelled: If ``cancelled`` said so.
    """
    failures: dict[str, Phrase] = {}
    unreachable = True
    for mirror in mirrors:
        host = _host(mirror)
        chunks: list[bytes] = []
        try:
            _fetch_from(mirror + path, _Receiver(limit, chunks.append), progress, cancelled)
            data = b"".join(chunks)
            content = check(data)
        except DataError:
            failures[host] = Phrase("what it sent is damaged")
            unreachable = False
        except _download_errors() as error:
            failures[host], reached = _reason(error)
            unreachable &= not reached
        else:
            return Fetched(data, content, mirror)
    raise DownloadError(path, failures, unreachable=unreachable)


def fetch_into(
    file: BinaryIO,
    path: str,
    mirrors: Sequence[str],
    *,
    sha256: str,
    size: int,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Fetch a file that is too large for memory into an open one, which holds exactly that in the end.

    Args:
        file: Open for writing bytes, and empty.
        path: The file's path below each mirror.
        mirrors: Addresses that end in a slash, the one to try first in front.
        sha256: Of its bytes, hexadecimal.
        size: Bytes that it has.
        progress: As in ``fetch``.
        cancelled: As in ``fetch``.

    Raises:
        DownloadError: If no mirror gave the file; its cause names each mirror's failure.
        OSError: If it could not be written.
        Cancelled: If ``cancelled`` said so.
    """
    failures: dict[str, Phrase] = {}
    unreachable = True
    for mirror in mirrors:
        file.seek(0)  # what another sent is overwritten, as it is no longer than the file itself
        digest = hashlib.sha256()

        def keep(chunk: bytes, digest: hashlib._Hash = digest) -> None:
            file.write(chunk)
            digest.update(chunk)

        receiver = _Receiver(size, keep)
        try:
            _fetch_from(mirror + path, receiver, progress, cancelled)
        except _download_errors() as error:
            if receiver.unkept is not None:
                raise receiver.unkept from error
            failures[_host(mirror)], reached = _reason(error)
            unreachable &= not reached
        else:
            if digest.hexdigest() == sha256:
                return
            failures[_host(mirror)] = Phrase("what it sent is damaged")
            unreachable = False
    raise DownloadError(path, failures, unreachable=unreachable)


def _fetch_from(
    url: str,
    receiver: _Receiver,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> None:
    """Download in a thread of its own, since a silent server would hold up whoever waits for it.

    A cancelled download ends with its next bytes or at its time limit; it has no file open and harms nobody.
    """
    if cancelled is not None and cancelled():
        raise Cancelled("The download was cancelled.")
    done = threading.Event()
    thread = threading.Thread(target=_receive, args=(url, receiver, done), name="download", daemon=True)
    thread.start()
    try:
        while not done.wait(POLL):
            if cancelled is not None and cancelled():
                raise Cancelled("The download was cancelled.")
            if progress is not None and receiver.count:
                progress(receiver.count, receiver.total)
    finally:
        receiver.abandoned.set()
    thread.join()
    if receiver.error is not None:
        raise receiver.error


def _receive(url: str, receiver: _Receiver, done: threading.Event) -> None:
    from pooch import HTTPDownloader

    def keep(response: Response, *_: object, **__: object) -> None:
        receiver.responses.append(response)

    try:
        download = HTTPDownloader(
            progressbar=receiver,
            chunk_size=CHUNK,
            timeout=(CONNECT_TIMEOUT, READ_TIMEOUT),
            headers=HEADERS,
            hooks={"response": keep},
        )
        download(url, receiver, None)
    except Exception as error:  # noqa: BLE001 - told to the thread that waits
        receiver.error = error
    finally:
        for response in receiver.responses:  # a download that failed leaves its connection open
            response.close()
        done.set()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address


def _download_errors() -> tuple[type[Exception], ...]:
    from urllib3.exceptions import HTTPError

    return (OSError, ValueError, HTTPError)  # every error of requests is an OSError


def _reason(error: Exception) -> tuple[Phrase, bool]:
    """Say in a few words why a download failed, and whether the server was reached at all."""
    from requests import exceptions

    if isinstance(error, exceptions.HTTPError) and error.response is not None:
        return Phrase("it answered with error {code}", code=error.response.status_code), True
    if isinstance(error, exceptions.SSLError):
        return Phrase("the connection is not secure"), True
    if isinstance(error, exceptions.ConnectTimeout):
        return Phrase("it did not answer in time"), False
    if isinstance(error, exceptions.Timeout):
        return Phrase("it fell silent"), True
    if isinstance(error, exceptions.ProxyError):
        return Phrase("the proxy did not let it through"), False
    if isinstance(error, exceptions.ChunkedEncodingError):
        return Phrase("the download broke off"), True
    if isinstance(error, exceptions.ConnectionError):
        return Phrase("it cannot be reached"), False
    return Phrase(str(error)), True
