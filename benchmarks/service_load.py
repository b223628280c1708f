"""Claim: `netsketch serve` answers 3,000 requests a second of 16 clients, and bad ones do not make it grow.

It is started with a network of the preset `article`; clients in a process of their own ask it over connections that
stay open, each the next time when it has its answer. In turns with it the standard library's `ThreadingHTTPServer` does
the same work one request at a time, and gives a constant without doing any. What a request takes of the processor is
told, too, as that depends less on what else the machine does. Then come bad requests. With `--address` another server
is asked instead, and nothing is claimed.

Run: python benchmarks/service_load.py [--rounds 3] [--seconds 2] [--bad 10000] [--address http://127.0.0.1:8000/predict]
"""

from __future__ import annotations

import json
import multiprocessing
import os
import selectors
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from _claims import Claim, arguments, conclude, median, ratio
from _measure import ROOT, machine, percentile

from engine.deploy.operations import PlainNetwork
from engine.deploy.reference import probabilities

CLIENTS = (1, 4, 16, 64)
AIM = 16  # clients of the claim
GROWTH = 8.0  # MB
IMAGE = np.random.default_rng(0).integers(0, 256, (28, 28)).tolist()
BODIES = {
    "application/json": json.dumps({"pixels": IMAGE}).encode(),
    "application/octet-stream": np.array(IMAGE, np.uint8).tobytes(),
}
CONSTANT = json.dumps(
    {"class": "7", "probability": 0.9, "probabilities": dict.fromkeys("0123456789", 0.1)}
).encode()
BAD = (
    ("POST", "/predict", "application/json", b'{"pixels": 1}'),
    ("POST", "/predict", "image/png", b"\x89PNG\r\n\x1a\n nothing of the kind"),
    ("GET", "/nothing", "", b""),
    ("POST", "/predict", "text/plain", b"digits"),
)


@dataclass(frozen=True)
class Load:
    """What a server did under load.

    Attributes:
        rate: Requests a second.
        median: Milliseconds of half of them at most.
        slowest: Milliseconds of 99 in 100 at most.
        wrong: Answers that were none of the kind asked for.
        used: Microseconds of the processor that the server took for each.
    """

    rate: float
    median: float
    slowest: float
    wrong: int
    used: float = float("nan")


def request(address: str, method: str, kind: str, body: bytes, path: str = "") -> bytes:
    """Return a request as it goes over the wire."""
    parts = urlsplit(address)
    about = f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n" if body else ""
    return f"{method} {path or parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n{about}\r\n".encode() + body


def ask(address: str, contents: list[bytes], clients: int, seconds: float, count: int = 0) -> Load:
    """Ask by so many clients, each again when it has its answer, for so long or so often.

    Args:
        address: Where the server listens.
        contents: Requests, which each client makes in turn.
        clients: How many there are.
        seconds: For how long.
        count: How many requests instead; 0 for as many as there is time for.
    """
    parts = urlsplit(address)
    chosen = selectors.DefaultSelector()
    begun: dict[socket.socket, float] = {}
    buffers: dict[socket.socket, bytes] = {}
    turn, wrong, times = 0, 0, []

    def begin() -> None:
        connection = socket.create_connection((parts.hostname, parts.port), timeout=30)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        chosen.register(connection, selectors.EVENT_READ)
        send(connection)

    def send(connection: socket.socket) -> None:
        nonlocal turn
        buffers[connection], begun[connection] = b"", time.perf_counter()
        connection.sendall(contents[turn % len(contents)])
        turn += 1

    def end(connection: socket.socket) -> None:
        chosen.unregister(connection)
        connection.close()

    start = time.perf_counter()
    for _ in range(clients):
        begin()
    until = start + seconds
    while len(times) < count if count else time.perf_counter() < until:
        for key, _ in chosen.select(1.0):
            connection = key.fileobj
            assert isinstance(connection, socket.socket)
            part = connection.recv(1 << 16)
            buffers[connection] += part
            head, gap, body = buffers[connection].partition(b"\r\n\r\n")
            lower = head.lower()
            length = int(lower.partition(b"content-length:")[2].split(b"\r\n", 1)[0] or 0) if gap else 0
            if part and not (gap and len(body) >= length):
                continue
            times.append(time.perf_counter() - begun[connection])
            wrong += not head.startswith(b"HTTP/1.1 200")
            if part and b"connection: close" not in lower:
                send(connection)
            else:
                end(connection)
                begin()
    spent = time.perf_counter() - start
    for key in list(chosen.get_map().values()):
        end(key.fileobj)  # type: ignore[arg-type]
    return Load(len(times) / spent, 1000 * statistics.median(times), 1000 * percentile(times, 0.99), wrong)


def apart(
    server: int, address: str, contents: list[bytes], clients: int, seconds: float, count: int = 0
) -> Load:
    """Ask as ``ask`` does, from a process of its own; ``server`` is the process that answers."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        before, asked = processor_seconds(server), count or 0
        load = pool.apply(ask, (address, contents, clients, seconds, count))
        asked = count or round(load.rate * seconds)
        return replace(load, used=1e6 * (processor_seconds(server) - before) / asked)


def processor_seconds(process: int) -> float:
    """Return what a process and its threads have used; not a number where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return float("nan")
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def memory(process: int) -> float:
    """Return the megabytes of memory that a process has; not a number where the system does not tell."""
    try:
        told = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return float("nan")
    return int(told.partition("VmRSS:")[2].split()[0]) / 1024


def untrained(folder: Path) -> Path:
    """Write a model that knows nothing."""
    from engine.config import load_preset  # here: clients, which are started often, need nothing of it
    from engine.models.build import build
    from engine.storage import model_file

    experiment = load_preset("article")
    path = folder / "article.safetensors"
    state = build(experiment.network).state_dict()
    model_file.save(
        path, experiment=experiment, classes=tuple("0123456789"), state=state, image_shape=(1, 28, 28)
    )
    return path


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int, float]]:
    """Serve a model; yield the address, the process, and the seconds until it answered."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "serve", str(path), "--port", "0", "--json"],
        stdout=subprocess.PIPE,
    ) as process:
        try:
            assert process.stdout is not None, "asked for"
            told = json.loads(process.stdout.readline())
            yield told["address"], process.pid, time.perf_counter() - start
        finally:
            process.terminate()


class Bare(BaseHTTPRequestHandler):
    """Gives the same answer each time."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body go out together

    def do_POST(self) -> None:
        """Answer."""
        told = self.told(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def told(self, body: bytes) -> bytes:
        """Return the answer."""
        del body
        return CONSTANT

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class OneByOne(Bare):
    """Asks the network about each image by itself."""

    network: PlainNetwork

    def told(self, body: bytes) -> bytes:
        """Return the answer."""
        is_json = "json" in self.headers["Content-Type"]
        values = json.loads(body)["pixels"] if is_json else np.frombuffer(body, np.uint8).reshape(28, 28)
        shares = probabilities(self.network, np.array(values, np.uint8)[None])[0].tolist()
        best = max(range(10), key=shares.__getitem__)
        every = dict(zip("0123456789", shares, strict=True))
        return json.dumps({"class": str(best), "probability": shares[best], "probabilities": every}).encode()


class Server(ThreadingHTTPServer):
    """The library's server, with room for clients that come together."""

    request_queue_size = 128

    def handle_error(self, request: object, address: object) -> None:
        """Say nothing of clients that go away."""


def serve_library(path: str, told: Connection) -> None:
    """Run the library's server with the model in a file, or with a constant where that is empty."""
    from engine.deploy.service.served import served_from

    handler: type[Bare] = Bare
    if path:
        handler, OneByOne.network = OneByOne, served_from(Path(path)).network
    with Server(("127.0.0.1", 0), handler) as server:
        told.send(server.server_address[1])
        server.serve_forever()


@contextmanager
def library(path: str) -> Iterator[tuple[str, int]]:
    """Run the library's server in a process of its own; yield its address and the process."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=serve_library, args=(path, there), daemon=True)
    process.start()
    assert process.pid is not None, "started"
    try:
        yield f"http://127.0.0.1:{here.recv()}/predict", process.pid
    finally:
        process.terminate()
        process.join()


def shown(name: str, kind: str, clients: int, loads: list[Load]) -> None:
    """Print what came of some rounds."""
    figures = zip(*((load.rate, load.median, load.slowest, load.used) for load in loads), strict=True)
    rate, middle, slowest, used = (statistics.median(values) for values in figures)
    wrong = sum(load.wrong for load in loads)
    print(
        f"{name:19} {kind:16} {clients:3} clients {rate:7,.0f} a second, half within {middle:6.2f} ms, "
        f"99 % within {slowest:7.2f} ms{f', {used:4.0f} µs of the processor' if used == used else ''}"
        f"{f', {wrong} WRONG' if wrong else ''}",
        flush=True,
    )


def measure(rounds: int, seconds: float, bad: int) -> list[Claim]:
    """Ask all servers in turns, then send bad requests."""
    with ExitStack() as stack:
        path = untrained(Path(stack.enter_context(tempfile.TemporaryDirectory())))
        address, process, start = stack.enter_context(served(path))
        print(f"the service answered {start:.1f} s after it was started, and has {memory(process):.0f} MB")
        servers = {
            "netsketch serve": (f"{address}predict", process),
            "library, one by one": stack.enter_context(library(str(path))),
            "library, a constant": stack.enter_context(library("")),
        }
        rates: dict[str, list[float]] = {}
        for kind, body in BODIES.items():
            for clients in CLIENTS:
                found: dict[str, list[Load]] = {name: [] for name in servers}
                for _ in range(rounds):
                    for name, (place, server) in servers.items():
                        content = [request(place, "POST", kind, body)]
                        found[name].append(apart(server, place, content, clients, seconds))
                for name, loads in found.items():
                    shown(name, kind.partition("/")[2], clients, loads)
                if (kind, clients) == ("application/json", AIM):
                    rates = {name: [load.rate for load in loads] for name, loads in found.items()}
        contents = [request(address, method, kind, body, path) for method, path, kind, body in BAD]
        sizes = [memory(process)]
        for count in (bad // 4, bad):
            load = apart(process, address, contents, AIM, 0.0, count)
            sizes.append(memory(process))
        print(
            f"{bad:,} bad requests, {load.rate:,.0f} a second: {sizes[0]:.1f} MB before, {sizes[1]:.1f} MB after "
            f"{bad // 4:,} of them, {sizes[2]:.1f} MB after all"
        )
    ours, theirs = (rates[name] for name in list(servers)[:2])
    return [
        median(f"requests answered for {AIM} clients", "", ours, 3000.0, "a second", at_least=True),
        ratio(
            f"requests answered for {AIM} clients, times as many",
            "the library's server with the same network, in turns",
            ours,
            theirs,
            1.0,
            at_least=True,
        ),
        Claim(f"growth of the service by {bad:,} bad requests", "", GROWTH, "MB", sizes[2] - sizes[1]),
    ]


def main() -> int:
    """Measure; the exit code says whether the claims are met."""
    parser = arguments(__doc__, rounds=3)
    parser.add_argument("--seconds", type=float, default=2.0, help="of load in each round")
    parser.add_argument("--bad", type=int, default=10_000, help="bad requests")
    parser.add_argument("--address", help="ask this server by JSON, and nothing else")
    options = parser.parse_args()
    print(f"{machine()}; {options.rounds} rounds of {options.seconds:g} s")
    if options.address:
        kind, body = next(iter(BODIES.items()))
        for clients in CLIENTS:
            content = [request(options.address, "POST", kind, body)]
            shown(
                "as asked",
                kind,
                clients,
                [apart(0, options.address, content, clients, options.seconds) for _ in range(options.rounds)],
            )
        return 0
    return conclude(measure(options.rounds, options.seconds, options.bad), as_json=options.json)


if __name__ == "__main__":
    sys.exit(main())
