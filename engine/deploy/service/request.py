"""What a request asks for: the head of HTTP/1.1, read strictly, so that nothing is taken for what it is not.

Source: RFC 9110, HTTP Semantics, and RFC 9112, HTTP/1.1, 2022.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.errors import NetSketchError
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_HEAD = 8 << 10  # bytes
END = b"\r\n\r\n"
GLANCE = 24  # bytes by which something else than HTTP is known at once
CLEAR_TEXT = Phrase("This service speaks HTTP/1.1 in clear text.")

_UNFIT = re.compile(r"[^\t\r\n -~\x80-\xff]|\r(?!\n|\Z)|(?<!\r)\n")
_FIRST = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([!-~]+) HTTP/(\d)\.(\d)")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*?)[ \t]*")
_ABSOLUTE = re.compile(r"http://([^/?#@]+)([/?].*|)", re.IGNORECASE)
# A second one of these would leave open which of them counts.
_ONCE = {"host", "origin", "content-length", "content-type", "transfer-encoding", "expect"}


class Refusal(NetSketchError):
    """A request that is not answered as it was meant.

    Args:
        what: As for every error, and so are ``cause``, ``remedy`` and the values.
        status: Of HTTP.
        fields: Lines of the answer's head beside the usual ones.
    """

    def __init__(
        self,
        what: str,
        *,
        status: int = 400,
        fields: Sequence[tuple[str, str]] = (),
        cause: str = "",
        remedy: str = "",
        **values: object,
    ) -> None:
        super().__init__(what, cause=cause, remedy=remedy, **values)
        self.status, self.fields = status, tuple(fields)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a request.

    Attributes:
        method: Such as ``POST``.
        path: Without what follows a question mark.
        host: Whom it was sent to, as it says itself; empty where an old client does not.
        origin: The page that sends it, where a browser says so.
        kind: What its body is, such as ``image/png``.
        length: Bytes of the body.
        keeps: Whether the connection stays for another request.
        expects: Whether the client waits for a word before it sends the body.
    """

    method: str
    path: str
    host: str = ""
    origin: str | None = None
    kind: str = ""
    length: int = 0
    keeps: bool = True
    expects: bool = False


def end_of_head(buffer: bytearray) -> int:
    """Return how many bytes the head has that a buffer begins with; 0 where it is not whole yet.

    Raises:
        Refusal: If it is too long, or no HTTP.
    """
    if buffer[:2] == b"\r\n":  # some clients send a line too much behind a body
        del buffer[:2]
    end = buffer.find(END, 0, MOST_HEAD)
    if end >= 0:
        return end + len(END)
    if len(buffer) >= MOST_HEAD:
        raise Refusal("The head of the request has more than {most:,} bytes.", status=431, most=MOST_HEAD)
    if _UNFIT.search(buffer[:GLANCE].decode("latin-1")):
        raise Refusal("This is no request of HTTP.", remedy=CLEAR_TEXT)
    return 0


@lru_cache(maxsize=64)  # over one connection they are all alike
def head_of(content: bytes) -> Head:
    """Read a head, its empty line included.

    Raises:
        Refusal: If it breaks the rules, or asks for what this service does not do.
    """
    text = content.decode("latin-1")
    if _UNFIT.search(text):
        raise Refusal("The head of the request has signs that do not belong there.")
    first, *lines = text[: -len(END)].split("\r\n")
    asked = _FIRST.fullmatch(first)
    if asked is None:
        raise Refusal("This is no request of HTTP.", remedy=CLEAR_TEXT)
    method, target, *version = asked.groups()
    if version not in (["1", "0"], ["1", "1"]):
        raise Refusal("This version of HTTP is not spoken here.", status=505, remedy=CLEAR_TEXT)
    is_new = version == ["1", "1"]
    fields = _fields(lines)
    host = fields.get("host", "")
    if is_new and not host:
        raise Refusal("The request does not say whom it is for: “Host” is missing.")
    absolute = _ABSOLUTE.fullmatch(target)
    if absolute:
        target = absolute[2]
        if absolute[1].lower() != host.lower():
            raise Refusal("The request says in two ways whom it is for.")
    elif not target.startswith("/"):
        raise Refusal("The request is for “{target}”, which is no path.", target=target[:80])
    expected = fields.get("expect", "").lower()
    if expected not in ("", "100-continue"):
        raise Refusal("The request expects what this service does not know.", status=417)
    wishes = {wish.strip().lower() for wish in fields.get("connection", "").split(",")}
    return Head(
        method,
        target.partition("?")[0] or "/",
        host,
        fields.get("origin"),
        fields.get("content-type", "").partition(";")[0].strip().lower(),
        _length(fields, method),
        "close" not in wishes and (is_new or "keep-alive" in wishes),
        is_new and expected != "",
    )


def _fields(lines: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        field = _FIELD.fullmatch(line)
        if field is None:
            raise Refusal("A line of the request's head is none.")
        name, value = field[1].lower(), field[2]
        if name in fields:
            if name in _ONCE:
                raise Refusal("The request says “{name}” twice.", name=name)
            value = f"{fields[name]}, {value}"
        fields[name] = value
    return fields


def _length(fields: dict[str, str], method: str) -> int:
    """Return how long the body is.

    Raises:
        Refusal: If that is not told beforehand, or in two ways.
    """
    told = fields.get("content-length")
    if "transfer-encoding" in fields:
        if told is not None:
            raise Refusal("The request says in two ways how long its body is.")
        raise Refusal(
            "The body comes in pieces.", remedy="Say by “Content-Length” how long it is.", status=411
        )
    if told is None:
        if method in ("POST", "PUT", "PATCH"):
            raise Refusal("Say by “Content-Length” how long the body is.", status=411)
        return 0
    if not re.fullmatch("[0-9]{1,18}", told):
        raise Refusal("“Content-Length” is no length.")
    return int(told)
