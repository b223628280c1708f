"""What goes back over the wire: a status, lines that keep browsers careful, and a body."""

from __future__ import annotations

import json
from dataclasses import dataclass
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus
from time import time
from typing import TYPE_CHECKING

from engine.deploy.service.request import Refusal
from engine.errors import TooLargeError
from engine.language import error_words, said

if TYPE_CHECKING:
    from engine.errors import NetSketchError

JSON, HTML = "application/json", "text/html; charset=utf-8"
CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'"
OWN_POLICY = "frame-ancestors 'none'"  # beside what the page says itself
USUAL = "".join(
    f"{name}: {value}\r\n"
    for name, value in (
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    )
)
_PHRASES = {status.value: status.phrase for status in HTTPStatus}


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer.

    Attributes:
        status: Of HTTP.
        body: Its bytes.
        kind: What they are.
        fields: Lines of the head beside the usual ones.
        policy: What a browser may load for it.
    """

    status: int = 200
    body: bytes = b""
    kind: str = JSON
    fields: tuple[tuple[str, str], ...] = ()
    policy: str = NOTHING_ELSE

    def bytes(self, *, keeps: bool, headed: bool = False) -> bytes:
        """Return it as it goes over the wire.

        Args:
            keeps: Whether the connection stays for another request.
            headed: Whether the head alone was asked for.
        """
        lines = "".join(f"{name}: {value}\r\n" for name, value in self.fields)
        told = "" if self.status == HTTPStatus.NO_CONTENT else f"Content-Length: {len(self.body)}\r\n"
        if self.body:
            told += f"Content-Type: {self.kind}\r\n"
        head = (
            f"HTTP/1.1 {self.status} {_PHRASES[self.status]}\r\nDate: {_date(int(time()))}\r\n"
            f"{told}Content-Security-Policy: {self.policy}\r\n{USUAL}{lines}"
            f"Connection: {'keep-alive' if keeps else 'close'}\r\n\r\n"
        ).encode("latin-1")
        return head if headed else head + self.body


@lru_cache(maxsize=1)
def _date(second: int) -> str:
    return formatdate(second, usegmt=True)


def refusing(error: NetSketchError) -> Answer:
    """Return the answer that tells an error, in one sentence or two."""
    status: int = (
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE if isinstance(error, TooLargeError) else HTTPStatus.BAD_REQUEST
    )
    status, fields = (error.status, error.fields) if isinstance(error, Refusal) else (status, ())
    return Answer(status, json.dumps({"error": said(error_words(error))}).encode(), fields=fields)
