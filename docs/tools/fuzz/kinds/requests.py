"""Requests to a service that is running, head and body, over a connection of their own."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import picture

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from engine.deploy.service.served import Served

HEAD = "POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
WORDS = (
    b"\r\n",
    b"\n",
    b"\0",
    b" ",
    b"-1",
    b"99999999999",
    b"chunked",
    b"image/tiff",
    b"HTTP/0.9",
    b"evil.example",
)
PATIENCE = 0.5  # seconds


class Requests(Kind):
    """A request by JSON, one by bytes, and one by a picture."""

    name = "request"
    modules = ("engine.deploy.service.bodies",)

    def make(self) -> Files:
        """Ask about two drawings, one, and a picture."""
        images = sound.drawings(2).images
        bodies = {
            "application/json": json.dumps({"images": images.tolist()}).encode(),
            "application/octet-stream": images[0].tobytes(),
            "image/png": picture("png", sound.sketch()),
        }
        return {
            f"{number}.http": HEAD.format(kind=kind, length=len(body)).encode() + body
            for number, (kind, body) in enumerate(bodies.items())
        }

    def spoilt(self, chance: random.Random) -> Files:
        """Spoil the body, whose length is told as it is then, or the head as well."""
        files = dict(self.sound)
        name = chance.choice(sorted(files))
        head, _, body = files[name].partition(b"\r\n\r\n")
        kind = next(line for line in head.split(b"\r\n") if line.startswith(b"Content-Type")).partition(
            b": "
        )[2]
        from docs.tools.fuzz.faults.registry import spoilt

        form = {b"application/json": "a.json", b"image/png": "a.png"}.get(kind, "a.bin")
        if chance.random() < 0.7:
            body = spoilt(form, body, chance)
            head = HEAD.format(kind=kind.decode(), length=len(body)).encode()[:-4]
        if chance.random() < 0.6:
            place = chance.randrange(len(head))
            head = head[:place] + chance.choice(WORDS) + head[place + chance.randrange(4) :]
        files[name] = head + b"\r\n\r\n" + body
        return files

    def read(self, folder: Path) -> bool:
        """Send each and read what comes back, which is one answer of HTTP; then ask how the service is."""
        from engine.deploy.service.service import Service

        service = Service(_served(), patience=PATIENCE)
        service.start()
        try:
            place = service.address.removeprefix("http://").strip("/").split(":")
            told = [_told(place, path.read_bytes()) for path in sorted(folder.glob("*.http"))]
            assert all(answer.startswith(b"HTTP/1.1 ") for answer in told), "no answer"
            assert not any(answer.startswith(b"HTTP/1.1 500") for answer in told), "a fault of the service"
            assert _told(place, b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").startswith(
                b"HTTP/1.1 200"
            )
        finally:
            service.stop()
        return all(answer.startswith(b"HTTP/1.1 200") for answer in told)


@cache
def _served() -> Served:
    import tempfile
    from pathlib import Path

    from engine.deploy.service.served import served
    from engine.storage import model_file

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "model.safetensors"
        path.write_bytes(sound.model())
        return served(model_file.load(path))


def _told(place: list[str], content: bytes) -> bytes:
    """Send bytes over a connection, end it, and return all that comes back."""
    with socket.create_connection((place[0], int(place[1])), timeout=30) as connection:
        with suppress(OSError):
            connection.sendall(content)
            connection.shutdown(socket.SHUT_WR)
        parts = []
        with suppress(OSError):
            while part := connection.recv(1 << 16):
                parts.append(part)
    return b"".join(parts)
