"""The service over real connections: what it answers, what it refuses, and that nothing keeps it from going on."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress
from io import BytesIO

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from engine.config import Experiment
from engine.data.ink import image_digits
from engine.deploy.reference import probabilities
from engine.deploy.service.served import Served
from engine.deploy.service.service import Service
from engine.deploy.web.format import WEB
from engine.errors import ServiceError
from engine.inference import Recognizer
from engine.storage.model_file import SavedModel
from tests.engine.deploy.networks import network_named, shaken
from tests.engine.deploy.service.conftest import CLASSES, Client, Started, as_json

IMAGE = np.zeros((28, 28), np.uint8)
IMAGE[5:22, 13:16] = 255


def png(pixels: NDArray[np.uint8], form: str = "PNG") -> bytes:
    content = BytesIO()
    Image.fromarray(pixels).save(content, form)
    return content.getvalue()


class TestAnswers:
    def test_pixels_as_the_model_answers_inside(
        self, client: Client, recognizer: Recognizer, digits: NDArray[np.uint8]
    ) -> None:
        for image in digits[:5]:
            told = client.ask("POST", "/predict", as_json(image))
            assert (told.status, told.fields["content-type"]) == (200, "application/json")
            wanted = recognizer.probabilities(image)[0]
            found = told.record
            assert list(found["probabilities"]) == list(CLASSES)
            np.testing.assert_allclose(list(found["probabilities"].values()), wanted, atol=1e-5)
            assert found["class"] == CLASSES[int(wanted.argmax())]
            assert found["probability"] == max(found["probabilities"].values())
            assert found["ms"] > 0
            assert "answers" not in found

    @pytest.mark.parametrize("kind", ["application/json", "application/octet-stream"])
    def test_several_images(
        self, kind: str, client: Client, recognizer: Recognizer, digits: NDArray[np.uint8]
    ) -> None:
        body = as_json(digits[:7]) if kind.endswith("json") else digits[:7].tobytes()
        found = client.ask("POST", "/predict", body, kind).record
        rows = [list(answer["probabilities"].values()) for answer in found["answers"]]
        np.testing.assert_allclose(rows, recognizer.probabilities(digits[:7]), atol=1e-5)
        assert found["class"] == found["answers"][0]["class"]

    def test_a_picture_as_predict_reads_it(
        self, client: Client, recognizer: Recognizer, digits: NDArray[np.uint8]
    ) -> None:
        sheet = 255 - np.pad(np.concatenate([np.pad(each, 9) for each in digits[:3]], axis=1), 20)
        found = image_digits(sheet)
        assert len(found) == 3
        wanted = recognizer.probabilities(np.stack([digit.stages[-1].image for digit in found]))
        for form in ("PNG", "GIF", "BMP"):
            told = client.ask("POST", "/predict", png(sheet, form), f"image/{form.lower()}").record
            rows = [list(answer["probabilities"].values()) for answer in told["answers"]]
            np.testing.assert_allclose(rows, wanted, atol=1e-5)
            assert [answer["box"] for answer in told["answers"]] == [list(digit.box) for digit in found]

    def test_health(self, started: Started) -> None:
        client = Client(started())
        client.ask("POST", "/predict", as_json(IMAGE))
        client.ask("POST", "/predict", b"{}")
        told = client.ask("GET", "/health?now").record
        assert (told["status"], told["name"], told["classes"]) == ("ok", "digits", list(CLASSES))
        assert (told["requests"], told["refused"], told["image"]) == (1, 1, [28, 28])
        assert told["uptime"] > 0
        client.close()

    def test_the_page_is_the_one_that_is_exported(self, client: Client, model: Served) -> None:
        told = client.ask("GET", "/")
        assert told.fields["content-type"] == "text/html; charset=utf-8"
        assert told.fields["content-security-policy"] == "frame-ancestors 'none'"
        assert told.body == WEB.written(model.network, model.about)
        client.send(f"GET http://{client.host}/health HTTP/1.1\r\nHost: {client.host}\r\n\r\n".encode())
        assert client.told().record["name"] == "digits"

    def test_images_of_another_form(self, started: Started) -> None:
        network = network_named("conv")
        shape = (3, 12, 9)
        state = shaken(network, shape=shape, classes=4).state_dict()
        colours = SavedModel(Experiment(network=network), ("a", "b", "c", "d"), shape, state=state)
        images = np.random.default_rng(0).integers(0, 256, (3, 12, 9, 3), dtype=np.uint8)
        wanted = Recognizer(colours.experiment, colours.classes, state, image_shape=shape).probabilities(
            images
        )
        service = Service(colours)
        service.start()
        client = Client(service)
        found = client.ask("POST", "/predict", json.dumps({"images": images.tolist()}).encode()).record
        rows = [list(answer["probabilities"].values()) for answer in found["answers"]]
        np.testing.assert_allclose(rows, wanted, atol=1e-5)
        assert client.ask("GET", "/").status == 404
        assert client.ask("POST", "/predict", b"", "image/png").status == 415
        assert service.figures().last_image is None
        client.close()
        service.stop()

    def test_head_has_no_body_and_the_icon_is_none(self, client: Client) -> None:
        told = client.ask("HEAD", "/health")
        assert (told.status, told.body) == (200, b"")
        assert int(told.fields["content-length"]) > 0
        assert client.ask("GET", "/favicon.ico").status == 204
        assert client.ask("GET", "/health").status == 200  # nothing was left over in between

    def test_browsers_are_kept_careful(self, client: Client) -> None:
        for path in ("/health", "/nothing"):
            fields = client.ask("GET", path).fields
            assert fields["x-content-type-options"] == "nosniff"
            assert fields["cache-control"] == "no-store"
            assert "default-src 'none'" in fields["content-security-policy"]
            assert "access-control-allow-origin" not in fields

    def test_figures(self, started: Started) -> None:
        service = started()
        assert (service.figures().requests, service.figures().last_image) == (0, None)
        client = Client(service)
        answer = client.ask("POST", "/predict", as_json(IMAGE)).record
        client.ask("GET", "/nothing")
        figures = service.figures()
        assert (figures.requests, figures.refused) == (1, 1)
        assert figures.per_second > 0
        np.testing.assert_array_equal(figures.last_image, IMAGE)
        assert figures.last_answer == (answer["class"], answer["probability"])
        client.close()

    def test_small_answers_are_not_held_back(self, started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
        seen = []
        enter = "engine.deploy.service.desk.Desk.enter"

        def note(_desk: object, connection: object) -> bool:
            opened = connection._transport.get_extra_info("socket")  # type: ignore[attr-defined]
            seen.append(opened.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            return True

        monkeypatch.setattr(enter, note)
        client = Client(started())
        client.ask("GET", "/health")
        client.close()
        assert seen
        assert all(seen)


class TestOneBatch:
    def test_of_all_that_waits(self, started: Started, model: Served, digits: NDArray[np.uint8]) -> None:
        held, go_on, sizes = threading.Event(), threading.Event(), []

        def network(images: NDArray[np.uint8]) -> NDArray[np.float32]:
            sizes.append(len(images))
            if len(sizes) == 1:
                held.set()
                assert go_on.wait(20)
            return probabilities(model.network, images)

        service = started(network=network)
        first, *others = [Client(service) for _ in range(9)]
        first.begin("POST", "/predict", as_json(IMAGE))
        assert held.wait(20)
        for client, image in zip(others, digits, strict=False):
            client.begin("POST", "/predict", as_json(image))
        probe = Client(service)
        while probe.ask("GET", "/health").record["waiting"] < 9:
            pass
        go_on.set()
        found = [client.told().record for client in others]

        assert sizes == [1, 8]
        wanted = probabilities(model.network, digits[:8])
        rows = [list(each["probabilities"].values()) for each in found]
        np.testing.assert_allclose(rows, wanted, atol=1e-6)
        for client in (first, probe, *others):
            client.close()

    def test_one_that_is_refused_spoils_none(self, started: Started, model: Served) -> None:
        held, go_on = threading.Event(), threading.Event()

        def network(images: NDArray[np.uint8]) -> NDArray[np.float32]:
            held.set()
            assert go_on.wait(20)
            return probabilities(model.network, images)

        service = started(network=network)
        clients = [Client(service) for _ in range(4)]
        clients[0].begin("POST", "/predict", as_json(IMAGE))
        assert held.wait(20)
        for client, body in zip(clients[1:], (b"no", as_json(IMAGE), b"[]"), strict=True):
            client.begin("POST", "/predict", body)
        go_on.set()
        assert [client.told().status for client in clients] == [200, 400, 200, 400]
        for client in clients:
            client.close()

    def test_a_fault_in_the_network_is_told_and_the_next_is_answered(
        self, started: Started, model: Served
    ) -> None:
        faults = [ZeroDivisionError(), MemoryError(), None]

        def network(images: NDArray[np.uint8]) -> NDArray[np.float32]:
            fault = faults.pop(0)
            if fault is not None:
                raise fault
            return probabilities(model.network, images)

        client = Client(started(network=network))
        statuses = [client.ask("POST", "/predict", as_json(IMAGE)).status for _ in range(3)]
        assert statuses == [500, 503, 200]
        client.close()

    def test_what_is_no_number_is_no_answer(self, started: Started) -> None:
        client = Client(started(network=lambda images: np.full((len(images), 10), np.nan, np.float32)))
        told = client.ask("POST", "/predict", as_json(IMAGE))
        assert told.status == 500
        assert "no number" in told.record["error"]
        client.close()


LARGE = str(1 << 40)
HOST = "127.0.0.1"
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
        probe = Client(service)
        while len(service._desk.connections) > 1:  # type: ignore[union-attr]
            assert probe.ask("GET", "/health").status == 200
        client.close()
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


class TestStartAndStop:
    def test_a_port_that_is_taken(self, started: Started, model: Served) -> None:
        port = int(started().address.rstrip("/").rpartition(":")[2])
        with pytest.raises(ServiceError, match=f"Port {port} is taken"):
            Service(model, port=port).start()

    @pytest.mark.parametrize(
        ("settings", "told"),
        [
            ({"host": "nowhere.invalid"}, "no address of this machine"),
            ({"host": ""}, "no address of this machine"),
            ({"host": "a" * 300}, "no address of this machine"),
            ({"host": "192.0.2.77"}, "no address of this machine"),
            ({"port": 65536}, "no port"),
            ({"port": -1}, "no port"),
        ],
    )
    def test_what_cannot_be(self, settings: dict[str, object], told: str, model: Served) -> None:
        service = Service(model, **settings)  # type: ignore[arg-type]
        with pytest.raises(ServiceError, match=told):
            service.start()
        assert not service.is_running
        service.stop()

    def test_stop_answers_what_was_asked(self, model: Served) -> None:
        held, go_on = threading.Event(), threading.Event()

        def network(images: NDArray[np.uint8]) -> NDArray[np.float32]:
            held.set()
            assert go_on.wait(20)
            return probabilities(model.network, images)

        service = Service(model, network=network)
        service.start()
        client, idle = Client(service), Client(service)
        client.begin("POST", "/predict", as_json(IMAGE))
        assert held.wait(20)
        stopping = threading.Thread(target=service.stop)
        stopping.start()
        assert idle.is_closed()
        go_on.set()
        told = client.told()
        stopping.join(20)
        assert (told.status, told.fields["connection"]) == (200, "close")
        assert not service.is_running
        with pytest.raises(OSError):  # noqa: PT011 - refused here, reset there
            Client(service)
        client.close()
        idle.close()

    def test_stop_does_not_wait_for_ever(self, model: Served, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("engine.deploy.service.service.STOPPING", 0.2)
        held, go_on = threading.Event(), threading.Event()

        def network(images: NDArray[np.uint8]) -> NDArray[np.float32]:
            held.set()
            assert go_on.wait(20)
            return probabilities(model.network, images)

        service = Service(model, network=network)
        service.start()
        client = Client(service)
        client.begin("POST", "/predict", as_json(IMAGE))
        assert held.wait(20)
        service.stop()
        assert not service.is_running
        assert client.is_closed()
        go_on.set()
        client.close()

    def test_again(self, model: Served) -> None:
        service = Service(model)
        for _ in range(2):
            service.start()
            client = Client(service)
            assert client.ask("GET", "/health").status == 200
            client.close()
            service.stop()
            service.stop()
