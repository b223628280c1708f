"""Requests that break the rules or bring nothing that the model takes: each is told, and the next is answered."""

from __future__ import annotations

import json
import socket

import numpy as np
import pytest

from engine.deploy.service.service import Service
from tests.engine.deploy.service.conftest import IMAGE, Client, Started, as_json, png

LARGE = str(1 << 40)
REFUSED: dict[str, tuple[int, str]] = {
    # the head
    "GET /": (400, ""),  # HTTP/0.9
    "GET / HTTP/0.9|Host: {host}": (505, ""),
    "GET / HTTP/2.0|Host: {host}": (505, ""),
    "GET /health HTTP/1.1": (400, ""),
    "GET /health HTTP/1.1|Host: {host}|Host: {host}": (400, ""),
    "GET /health HTTP/1.1|Host: {host}| folded": (400, ""),
    "GET /health HTTP/1.1|Host : {host}": (400, ""),
    "GET /health HTTP/1.1|Host: {host}|X: a\0b": (400, ""),
    "GET /health HTTP/1.1|Host: {host}|X: a\rb": (400, ""),
    "GET /health HTTP/1.1|Host: {host}|X: a\nb": (400, ""),
    "GET /hea\0lth HTTP/1.1|Host: {host}": (400, ""),
    "GET  /health HTTP/1.1|Host: {host}": (400, ""),
    "G(T /health HTTP/1.1|Host: {host}": (400, ""),
    "GET health HTTP/1.1|Host: {host}": (400, ""),
    "\x16\x03\x01\x02\x00\x01\x00\x01\xfc": (400, ""),  # TLS
    "GET /health HTTP/1.1|Host: {host}|X: " + "a" * 9000: (431, ""),
    "GET /health HTTP/1.1|Host: {host}|Expect: tea": (417, ""),
    # whom it is for
    "GET /health HTTP/1.1|Host: evil.example": (403, ""),
    "GET /health HTTP/1.1|Host: 127.0.0.1.evil.example": (403, ""),
    "GET /health HTTP/1.1|Host: 192.168.1.9": (403, ""),
    "GET http://evil.example/health HTTP/1.1|Host: {host}": (400, ""),
    "GET http://{host}/health HTTP/1.1|Host: evil.example": (400, ""),
    "GET http://evil.example/health HTTP/1.1|Host: evil.example": (403, ""),
    "GET http://{host}@evil.example/health HTTP/1.1|Host: {host}": (400, ""),
    "GET /health HTTP/1.1|Host: a@{host}": (400, ""),
    "GET /health HTTP/1.1|Host:": (400, ""),
    "GET /health HTTP/1.1|Host: {host}|Origin: http://evil.example": (403, ""),
    "GET /health HTTP/1.1|Host: {host}|Origin: null": (403, ""),
    "GET /health HTTP/1.1|Host: {host}|Origin: https://{host}": (403, ""),
    # where it goes
    "GET /nothing HTTP/1.1|Host: {host}": (404, ""),
    "GET /../../etc/passwd HTTP/1.1|Host: {host}": (404, ""),
    "GET /%2e%2e/etc/passwd HTTP/1.1|Host: {host}": (404, ""),
    "GET //health HTTP/1.1|Host: {host}": (404, ""),
    "GET /predict HTTP/1.1|Host: {host}": (405, "POST"),
    "POST /health HTTP/1.1|Host: {host}|Content-Length: 0": (405, "GET, HEAD"),
    "OPTIONS /predict HTTP/1.1|Host: {host}": (405, "POST"),
    "TRACE / HTTP/1.1|Host: {host}": (405, "GET, HEAD"),
    "CONNECT {host} HTTP/1.1|Host: {host}": (400, ""),
    # its body
    "POST /predict HTTP/1.1|Host: {host}": (411, ""),
    "POST /predict HTTP/1.1|Host: {host}|Transfer-Encoding: chunked": (411, ""),
    "POST /predict HTTP/1.1|Host: {host}|Transfer-Encoding: chunked|Content-Length: 3": (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: 3|Content-Length: 3": (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: -1": (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: +1": (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: 1_0": (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: 0x9": (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: " + "9" * 99: (400, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: {json}|Content-Length: " + LARGE: (413, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: image/png|Content-Length: " + LARGE: (413, ""),
    "GET /health HTTP/1.1|Host: {host}|Content-Length: 9": (413, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Length: 9": (415, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: text/plain|Content-Length: 9": (415, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: multipart/form-data; boundary=a|Content-Length: 9": (415, ""),
    "POST /predict HTTP/1.1|Host: {host}|Content-Type: image/svg+xml|Content-Length: 9": (415, ""),
}  # fmt: skip


class TestRefuses:
    @pytest.mark.parametrize("told", REFUSED, ids=lambda told: ascii(told[:70]))
    def test_what_breaks_the_rules(self, told: str, client: Client, service: Service) -> None:
        wanted, allow = REFUSED[told]
        text = told.replace("{host}", client.host).replace("{json}", "application/json").replace("|", "\r\n")
        client.send(text.encode("latin-1") + b"\r\n\r\n")
        found = client.told()
        assert (found.status, found.fields.get("allow", "")) == (wanted, allow)
        assert set(found.record) == {"error"}
        assert found.record["error"].endswith(".")
        probe = Client(service)
        assert probe.ask("GET", "/health").status == 200
        probe.close()

    @pytest.mark.parametrize(
        ("body", "kind", "told"),
        [
            (b"", "application/json", "no JSON"),
            (b"{", "application/json", "no JSON"),
            (b"\xff\xfe{", "application/json", "no JSON"),
            (b"[" * 100_000, "application/json", "no JSON"),
            (b'{"pixels": 1' + b"0" * 10_000 + b"}", "application/json", "no JSON"),
            (b"NaN", "application/json", "no JSON"),
            (b"[]", "application/json", "“pixels”"),
            (b'{"pixels": [], "images": []}', "application/json", "“pixels”"),
            (b'{"pixels": []}', "application/json", "28×28"),
            (b'{"pixels": "' + b"a" * 784 + b'"}', "application/json", "28×28"),
            (b'{"images": []}', "application/json", "no list"),
            (b'{"images": {"0": 1}}', "application/json", "no list"),
            (json.dumps({"pixels": [0] * 784}).encode(), "application/json", "28×28"),
            (json.dumps({"pixels": [[256] * 28] * 28}).encode(), "application/json", "0 to 255"),
            (json.dumps({"pixels": [[-1] * 28] * 28}).encode(), "application/json", "0 to 255"),
            (json.dumps({"pixels": [[0.5] * 28] * 28}).encode(), "application/json", "0 to 255"),
            (json.dumps({"pixels": [[True] * 28] * 28}).encode(), "application/json", "0 to 255"),
            (json.dumps({"pixels": [["9"] * 28] * 28}).encode(), "application/json", "0 to 255"),
            (json.dumps({"pixels": [[0] * 28] * 27 + [[0] * 29]}).encode(), "application/json", "28×28"),
            (b"", "application/octet-stream", "0 bytes"),
            (b"\0" * 785, "application/octet-stream", "785 bytes"),
            (b"", "image/png", "not a picture"),
            (b"nothing", "image/png", "not a picture"),
            (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image/png", "picture"),
            (png(np.full((50, 50), 255, np.uint8)), "image/png", "shows nothing"),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png", "not a picture"),
            (b"P5 28 28 255\n" + bytes(784), "image/png", "not a picture"),
        ],
        ids=lambda value: ascii(value)[:40],
    )
    def test_bad_bytes_and_goes_on_by_the_same_connection(
        self, body: bytes, kind: str, told: str, client: Client
    ) -> None:
        found = client.ask("POST", "/predict", body, kind)
        assert found.status == 400
        assert told in found.record["error"]
        assert client.ask("POST", "/predict", as_json(IMAGE)).status == 200

    def test_more_images_than_one_request_may_have(self, client: Client) -> None:
        blank = np.zeros((28, 28), np.uint8)
        for body, kind in (
            (as_json(np.stack([blank] * 257)), "application/json"),
            (bytes(257 * 784), "application/octet-stream"),
        ):
            probe = client.ask("POST", "/predict", body, kind)
            assert probe.status == 413

    def test_more_pixels_than_a_picture_may_have(self, client: Client) -> None:
        told = client.ask("POST", "/predict", png(np.zeros((4100, 4000), np.uint8)), "image/png")
        assert told.status == 413
        assert "16 million" in told.record["error"]

    def test_bodies_for_which_there_is_no_room(
        self, started: Started, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("engine.deploy.service.desk.MOST_WAITING", 5000)
        service = started()
        slow, quick = Client(service), Client(service)
        slow.send(b"POST /predict HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                  b"Content-Length: 4500\r\nExpect: 100-continue\r\n\r\n")  # fmt: skip
        assert slow.stream.readline() == b"HTTP/1.1 100 Continue\r\n"
        told = quick.ask("POST", "/predict", as_json(IMAGE))
        assert (told.status, told.fields["retry-after"]) == (503, "1")
        slow.close()
        third = Client(service)
        while (told := third.ask("POST", "/predict", as_json(IMAGE))).status == 503:
            third.close()
            third = Client(service)
        assert told.status == 200
        quick.close()
        third.close()

    def test_the_page_that_it_serves_itself_is_not_refused(self, client: Client) -> None:
        assert client.ask("GET", "/health", Origin=f"http://{client.host}").status == 200

    @pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:80", "localhost."])
    def test_names_of_this_machine_are_no_other_service(self, host: str, client: Client) -> None:
        client.send(f"GET /health HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        assert client.told().status == 200

    def test_one_for_all_addresses_goes_by_all_names_of_this_machine_and_no_other(
        self, started: Started
    ) -> None:
        service = started(host="0.0.0.0")
        assert service.is_open
        client, own = Client(service), socket.gethostname()
        for host in (client.host, client.name, "localhost", "127.0.0.1:80", own, f"{own}.local", own.upper()):
            client.send(f"GET /health HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            assert client.told().status == 200, host
        for host in ("evil.example", "192.0.2.9", f"{own}.evil.example", f"{client.name}.evil.example"):
            client.send(f"GET /health HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
            assert client.told().status == 403, host
        client.close()

    def test_one_for_this_machine_alone_does_not_go_by_its_name_in_the_network(self, client: Client) -> None:
        client.send(f"GET /health HTTP/1.1\r\nHost: {socket.gethostname()}.local\r\n\r\n".encode())
        assert client.told().status == 403
