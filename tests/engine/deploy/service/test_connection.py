"""Connections: what follows each other on one, and clients that are slow, say nothing, do not read, or are too many."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from time import monotonic

import pytest

from engine.deploy.service.served import Served
from engine.deploy.service.service import Service
from tests.engine.deploy.service.conftest import IMAGE, Client, Started, as_json


def until_alone(service: Service) -> None:
    """Ask until the service has left all others."""
    probe, until = Client(service), monotonic() + 30
    assert probe.ask("GET", "/health").status == 200  # from now on it is one of the connections
    while len(service._desk.connections) > 1:  # type: ignore[union-attr]
        assert monotonic() < until
        assert probe.ask("GET", "/health").status == 200
    probe.close()


class TestConnections:
    def test_requests_follow_each_other_without_waiting(self, client: Client) -> None:
        one = b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n"
        body = as_json(IMAGE)
        asked = (
            f"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        ).encode() + body
        client.send((one + asked) * 20)
        for _ in range(20):
            assert client.told().record["status"] == "ok"
            assert "class" in client.told().record

    def test_byte_by_byte(self, client: Client) -> None:
        for byte in b"\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n":
            client.send(bytes([byte]))
        assert client.told().status == 200

    def test_what_was_asked_before_the_client_ended_is_answered(self, client: Client) -> None:
        for _ in range(2):
            client.begin("POST", "/predict", as_json(IMAGE))
        client.socket.shutdown(socket.SHUT_WR)
        assert [client.told().status for _ in range(2)] == [200, 200]
        assert client.is_closed()

    @pytest.mark.parametrize(
        ("head", "keeps"),
        [
            ("HTTP/1.1\r\nHost: localhost\r\nConnection: close", False),
            ("HTTP/1.0", False),
            ("HTTP/1.0\r\nConnection: Keep-Alive", True),
            ("HTTP/1.1\r\nHost: localhost", True),
        ],
    )
    def test_stay_as_wished(self, head: str, keeps: bool, client: Client) -> None:
        client.send(f"GET /health {head}\r\n\r\n".encode())
        assert client.told().fields["connection"] == ("keep-alive" if keeps else "close")
        if keeps:
            assert client.ask("GET", "/health").status == 200
        else:
            assert client.is_closed()

    def test_a_refusal_is_read_before_the_connection_goes(self, client: Client) -> None:
        client.send(b"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\n"
                    b"Content-Length: 99999999\r\n\r\n")  # fmt: skip
        with suppress(OSError):
            for _ in range(20):
                client.send(bytes(1 << 20))
        assert client.told().status == 413

    def test_one_that_waits_makes_room(self, started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("engine.deploy.service.desk.MOST_CONNECTIONS", 2)
        service = started()
        oldest, busy = Client(service), Client(service)
        assert oldest.ask("GET", "/health").status == 200
        busy.begin("GET", "/health")
        busy.send(b"GET /h")
        assert busy.told().status == 200
        newest = Client(service)
        newest.send(b"GET /h")
        assert oldest.is_closed()
        refused = Client(service)
        assert refused.told().status == 503
        for client in (busy, newest):
            client.send(b"ealth HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert client.told().status == 200
        for client in (oldest, busy, newest, refused):
            client.close()

    def test_one_beyond_the_most_is_told_and_left(
        self, started: Started, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("engine.deploy.service.desk.MOST_CONNECTIONS", 1)
        service = started()
        busy = Client(service)
        busy.send(b"GET /health HTTP/1.1\r\nHost: localhost\r\n\r\nGET /h")
        assert busy.told().status == 200
        refused = Client(service)
        told = refused.told()
        assert (told.status, told.fields["retry-after"]) == (503, "1")
        with pytest.raises(OSError):  # noqa: PT011 - reset, or a broken pipe
            refused.send(bytes(64 << 20))  # nobody takes it
        assert service.figures().refused == 1
        busy.send(b"ealth HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert busy.told().status == 200
        for client in (busy, refused):
            client.close()


class TestTime:
    @pytest.mark.parametrize(
        "begun",
        [
            b"GET /health HTTP/1.1\r\nHost:",
            b"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/png\r\nContent-Length: 9\r\n\r\nab",
        ],
        ids=["head", "body"],
    )
    def test_what_stalls_is_given_up(self, begun: bytes, started: Started) -> None:
        client = Client(started(patience=0.2))
        client.send(begun)
        assert client.told().status == 408
        assert client.is_closed()
        client.close()

    def test_a_head_that_only_drips_is_given_up(self, started: Started) -> None:
        client = Client(started(patience=0.3))
        stop = threading.Event()

        def drip() -> None:
            with suppress(OSError):
                while not stop.wait(0.05):
                    client.send(b"a")

        dripping = threading.Thread(target=drip)
        dripping.start()
        assert client.told().status == 408
        stop.set()
        dripping.join()
        client.close()

    def test_a_connection_that_says_nothing_is_closed(self, started: Started) -> None:
        client = Client(started(patience=0.2))
        assert client.is_closed()
        client.close()

    @pytest.mark.parametrize("path", ["/health", "/"])
    def test_a_client_that_does_not_read_is_left(self, path: str, started: Started) -> None:
        service = started(patience=0.3)
        client, asked = Client(service), 0
        client.socket.settimeout(0.3)
        with suppress(OSError):
            while asked < 2_000_000:  # some of the answers fit into the system's buffers
                client.send(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() * 100)
                asked += 100
        assert asked < 2_000_000
        until_alone(service)
        client.close()

    @pytest.mark.parametrize("after", ["keep-alive", "close"])
    def test_a_client_that_leaves_one_large_answer_unread_is_left(
        self, after: str, started: Started, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(
            "engine.deploy.service.connection.IDLE", 10_000
        )  # that is for those who have read
        monkeypatch.setattr(Served, "page", lambda _: bytes(64 << 20))  # more than the system's buffers hold
        service = started(patience=0.3)
        client = Client(service)
        client.begin("GET", "/", Connection=after)
        assert client.socket.recv(1, socket.MSG_PEEK)  # the answer has begun
        until_alone(service)
        client.close()
