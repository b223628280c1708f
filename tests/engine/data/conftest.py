"""A tiny data set in MNIST's form, and servers on this computer that give it well or badly."""

from __future__ import annotations

import gzip
import hashlib
import socket
import threading
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from engine.data.idx import write_idx
from engine.data.sources.idx_source import IdxSource
from engine.data.sources.published_files import DataFile, FileSet
from engine.data.sources.source import DatasetInfo

NAMES = (
    "train-images-idx3-ubyte",
    "train-labels-idx1-ubyte",
    "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte",
)


@dataclass
class Tiny:
    """Six training and three test images of 100×80 noise, which hardly packs at all."""

    contents: dict[str, bytes]
    arrays: dict[str, np.ndarray]

    def data_set(self, *mirrors: str) -> IdxSource:
        files = tuple(
            DataFile(name, len(content), hashlib.sha256(content).hexdigest(), len(gzip.compress(content)))
            for name, content in self.contents.items()
        )
        info = DatasetInfo("tiny", "Tiny", "Noise.", needs_download=True)
        return IdxSource(info, FileSet("tiny", "Tiny", files, mirrors), ("dark", "light"))

    def packed(self, name: str) -> bytes:
        return gzip.compress(self.contents[name], mtime=0)

    def write(self, folder: Path, *, packed: bool = True) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in self.contents.items():
            if packed:
                (folder / f"{name}.gz").write_bytes(self.packed(name))
            else:
                (folder / name).write_bytes(content)


@pytest.fixture(scope="session")
def tiny() -> Tiny:
    random = np.random.default_rng(0)
    arrays = {
        NAMES[0]: random.integers(0, 256, (6, 100, 80), dtype=np.uint8),
        NAMES[1]: np.array([0, 1, 1, 0, 1, 0], dtype=np.uint8),
        NAMES[2]: random.integers(0, 256, (3, 100, 80), dtype=np.uint8),
        NAMES[3]: np.array([1, 0, 1], dtype=np.uint8),
    }
    return Tiny({name: write_idx(array) for name, array in arrays.items()}, arrays)


@dataclass
class Servers:
    """One server whose first folder says how it behaves: ``mirror("good")``, ``mirror("truncated")`` and so on.

    It has the files of the tiny set, and archives that a test puts there.
    """

    tiny: Tiny
    archives: dict[str, bytes] = field(default_factory=dict)
    port: int = 0
    requests: list[str] = field(default_factory=list)
    stalled: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)

    def mirror(self, behaviour: str) -> str:
        return f"http://127.0.0.1:{self.port}/{behaviour}/"

    def dead_mirror(self) -> str:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            return f"http://127.0.0.1:{taken.getsockname()[1]}/"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        self.requests.append(handler.path)
        _, behaviour, name = handler.path.split("/")
        if name in self.archives:
            content = data = self.archives[name]
        else:
            content = self.tiny.contents[name.removesuffix(".gz")]
            data = self.tiny.packed(name.removesuffix(".gz"))
        half = data[: len(data) // 2]
        if behaviour == "missing":
            handler.send_error(404)
            return
        sent, announced = {
            "good": (data, len(data)),
            "plain": (content, len(content)),
            "broken-off": (half, len(data)),
            "truncated": (half, len(half)),
            "other": (gzip.compress(content[:-1] + b"\0\0"[: 1 + (content[-1] == 0)]), None),
            "portal": (b"<html>Please log in</html>", None),
            "endless": (bytes(1 << 20), None),
            "stalled": (half, len(data)),
        }[behaviour]
        handler.send_response(200)
        if announced is not None:
            handler.send_header("Content-Length", str(announced))
        handler.end_headers()
        handler.wfile.write(sent)
        if behaviour == "stalled":
            handler.wfile.flush()
            self.stalled.set()
            self.release.wait(30)


@pytest.fixture
def servers(tiny: Tiny, monkeypatch: pytest.MonkeyPatch) -> Iterator[Servers]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    servers = Servers(tiny)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with suppress(ConnectionError, TimeoutError):  # whoever asked went away
                servers.answer(self)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        servers.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield servers
        servers.release.set()
        server.shutdown()
        thread.join()
    for thread in threading.enumerate():
        if thread.name == "download":
            thread.join(10)
            assert not thread.is_alive()


@pytest.fixture(autouse=True)
def nothing_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """No data set is there from another test, or for one, and no more of them stay than in the program."""
    from engine.data import datasets

    monkeypatch.setattr(datasets, "KEPT_IN_MEMORY", 2)
    monkeypatch.setattr(datasets, "_memory", OrderedDict())
