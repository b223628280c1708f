from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.config import Experiment
from engine.deploy.service.served import Served, served
from engine.deploy.service.service import Service
from engine.inference import Recognizer
from engine.storage.model_file import SavedModel
from tests.engine.deploy.networks import SHAPE, network_named, shaken

CLASSES = tuple("0123456789")
IMAGE = np.zeros((28, 28), np.uint8)
IMAGE[5:22, 13:16] = 255


@pytest.fixture(scope="session")
def saved() -> SavedModel:
    network = network_named("dense")
    experiment = Experiment(network=network)
    return SavedModel(experiment, CLASSES, SHAPE, state=shaken(network).state_dict())


@pytest.fixture(scope="session")
def recognizer(saved: SavedModel) -> Recognizer:
    return Recognizer(saved.experiment, saved.classes, saved.state, image_shape=saved.image_shape)


@pytest.fixture(scope="session")
def model(saved: SavedModel) -> Served:
    return served(saved, "digits")


@dataclass
class Told:
    """What came back."""

    status: int
    fields: dict[str, str]
    body: bytes

    @property
    def record(self) -> dict[str, Any]:
        found = json.loads(self.body)
        assert isinstance(found, dict)
        return found


class Client:
    """A connection that sends just what it is told."""

    def __init__(self, service: Service) -> None:
        host, _, port = service.address.removeprefix("http://").strip("/").rpartition(":")
        self.host, self.name = f"{host}:{port}", host
        self.socket = socket.create_connection((host, int(port)), timeout=20)
        self.stream = self.socket.makefile("rb")

    def send(self, content: bytes) -> None:
        self.socket.sendall(content)

    def ask(
        self, method: str, path: str, body: bytes | None = None, kind: str = "application/json", **fields: str
    ) -> Told:
        self.begin(method, path, body, kind, **fields)
        return self.told(headed=method == "HEAD")

    def begin(
        self, method: str, path: str, body: bytes | None = None, kind: str = "application/json", **fields: str
    ) -> None:
        lines = {"Host": self.host} | fields
        if body is not None:
            lines |= {"Content-Type": kind, "Content-Length": str(len(body))}
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
        self.send(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode() + (body or b""))

    def told(self, *, headed: bool = False) -> Told:
        first = self.stream.readline().decode()
        assert first.startswith("HTTP/1.1 "), first
        fields = {}
        while line := self.stream.readline().decode().strip():
            name, _, value = line.partition(":")
            fields[name.lower()] = value.strip()
        body = b"" if headed else self.stream.read(int(fields.get("content-length", 0)))
        return Told(int(first.split()[1]), fields, body)

    def is_closed(self) -> bool:
        try:
            return self.stream.read(1) == b""
        except ConnectionError:
            return True

    def close(self) -> None:
        self.stream.close()
        self.socket.close()


Started = Callable[..., Service]


@pytest.fixture
def started(model: Served) -> Iterator[Started]:
    """Return a function that starts a service; all are stopped in the end."""
    with ExitStack() as stack:

        def start(**settings: Any) -> Service:
            service = Service(model, **settings)
            service.start()
            stack.callback(service.stop)
            return service

        yield start


@pytest.fixture(scope="module")
def service(model: Served) -> Iterator[Service]:
    service = Service(model)
    service.start()
    yield service
    service.stop()


@pytest.fixture
def client(service: Service) -> Iterator[Client]:
    client = Client(service)
    yield client
    client.close()


def as_json(images: NDArray[np.uint8]) -> bytes:
    """Return one image ``(H, W)``, or several ``(N, H, W)``, as the body of a request."""
    return json.dumps({"pixels" if images.ndim == 2 else "images": images.tolist()}).encode()


def png(pixels: NDArray[np.uint8], form: str = "PNG") -> bytes:
    """Return a picture, by default as PNG."""
    content = BytesIO()
    Image.fromarray(pixels).save(content, form)
    return content.getvalue()
