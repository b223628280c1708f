"""The service over real connections: what it answers, several at once, and how it starts and ends."""

from __future__ import annotations

import json
import socket
import threading

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.config import Experiment
from engine.data.ink import image_digits
from engine.data.photo import picture_for
from engine.deploy.reference import probabilities
from engine.deploy.service.served import Served
from engine.deploy.service.service import Service
from engine.deploy.web.format import WEB
from engine.errors import ServiceError
from engine.inference import Recognizer
from engine.storage.model_file import SavedModel
from tests.engine.deploy.networks import network_named, shaken
from tests.engine.deploy.service.conftest import CLASSES, IMAGE, Client, Started, as_json, png


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
        assert client.ask("GET", "/").status == 200
        pixels = np.random.default_rng(1).integers(0, 256, (30, 50, 3), dtype=np.uint8)
        found = client.ask("POST", "/predict", png(pixels), "image/png").record
        recognizer = Recognizer(colours.experiment, colours.classes, state, image_shape=shape)
        [wanted] = recognizer.probabilities(picture_for(pixels, shape)[None])
        [answer] = found["answers"]
        np.testing.assert_allclose(list(answer["probabilities"].values()), wanted, atol=1e-5)
        assert answer["box"] == [14, 0, 36, 30]
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
