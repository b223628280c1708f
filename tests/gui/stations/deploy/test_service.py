"""The model as a service of the window: started, asked, told about, stopped, and gone with the window."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import TYPE_CHECKING

import numpy as np
import pytest
import segno
from PySide6.QtGui import QGuiApplication

from gui.stations.deploy.qr_picture import QUIET, QrPicture
from tests.gui.stations.deploy.conftest import LONG, settle

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from gui.stations.deploy.station import DeployStation


def serve(qtbot: QtBot, station: DeployStation) -> str:
    """Start the service, and return its address."""
    station.page.show_view("serve")
    station.page.service.start.click()
    qtbot.waitUntil(lambda: not station.serving.busy, timeout=LONG)
    assert station.serving.served is not None
    return station.serving.served.service.address


def test_it_is_asked_and_shows_what_it_was_asked(qtbot: QtBot, trained: DeployStation) -> None:
    bench, box = trained.workbench, trained.page.service
    address = serve(qtbot, trained)
    assert address.startswith("http://127.0.0.1:")
    assert address in box.address.text()
    assert not box._code_part.isVisible()  # nobody else reaches it
    assert box.answer.text() == "Nothing was asked yet."
    image = np.asarray(bench.data.test.images[0])
    asked = urllib.request.Request(
        f"{address}predict",
        json.dumps({"pixels": image.tolist()}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(asked, timeout=20) as answer:
        told = json.load(answer)
    [shares] = bench.model.recognizer.probabilities(image[None])
    assert told["class"] == bench.data.classes[shares.argmax()]
    qtbot.waitUntil(lambda: box.figures.text().startswith("Requests: 1, "), timeout=LONG)
    assert box.answer.text().startswith(f"Asked last: {told['class']}, ")
    assert box.picture.isVisible()
    with urllib.request.urlopen(f"{address}health", timeout=20) as answer:
        assert json.load(answer)["name"] == bench.current_run.run.id
    box.copy.click()
    assert QGuiApplication.clipboard().text() == address
    box.start.click()
    qtbot.waitUntil(lambda: not trained.serving.busy, timeout=LONG)
    assert not box.running.isVisible()
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=5)


def test_another_model_is_served_where_the_one_before_was(qtbot: QtBot, trained: DeployStation) -> None:
    bench, box = trained.workbench, trained.page.service
    address = serve(qtbot, trained)
    settle(qtbot, trained)
    assert not box.other.isVisible()
    bench.actions.view(bench.current_run.moments[0].step)
    settle(qtbot, trained)
    assert box.other.isVisible()
    box.serve_other.click()
    qtbot.waitUntil(lambda: not trained.serving.busy, timeout=LONG)
    assert trained.serving.served.service.address == address
    assert not box.other.isVisible()
    trained.shutdown()  # as the window closes
    assert trained.serving.served is None
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=5)


def test_a_port_that_is_taken_is_told(qtbot: QtBot, trained: DeployStation) -> None:
    box = trained.page.service
    address = serve(qtbot, trained)
    other = type(trained)(trained.workbench, trained.window)
    other.page.service.port.set_raw(int(address.rstrip("/").rpartition(":")[2]))
    with qtbot.waitSignal(other.failed, timeout=LONG) as told:
        other.page._on_serve_wanted()
    assert "is taken" in str(told.args[0])
    assert other.serving.served is None
    assert box.running.isVisible()
    other.shutdown()


def test_other_devices_are_let_in_on_a_warning_alone(qtbot: QtBot, trained: DeployStation) -> None:
    box = trained.page.service
    trained.page.show_view("serve")
    assert not box.reachable.isChecked()
    assert not box.warning.isVisible()
    box.reachable.click()
    assert box.warning.isVisible()
    address = serve(qtbot, trained)
    assert box._code_part.isVisible()
    assert box.warning.isVisible()
    assert box.code.dots == tuple(map(bytes, segno.make(address, error="m", micro=False).matrix))


def test_a_code_is_dark_on_light_with_room_around(qapp: object) -> None:
    code = QrPicture()
    code.set_text("http://192.168.1.5:8000/")
    code.resize(code.sizeHint())
    picture = code.grab().toImage()
    count = len(code.dots) + 2 * QUIET
    dot = min(code.width(), code.height()) // count
    left = (code.width() - dot * count) // 2
    for down in range(-QUIET, len(code.dots) + QUIET):
        for across in range(-QUIET, len(code.dots) + QUIET):
            inside = 0 <= down < len(code.dots) and 0 <= across < len(code.dots)
            is_dark = inside and bool(code.dots[down][across])
            at = (left + dot * (across + QUIET) + dot // 2, left + dot * (down + QUIET) + dot // 2)
            assert picture.pixelColor(*at).lightness() == (0 if is_dark else 255)
    code.set_text("")
    assert code.dots == ()
    code.deleteLater()
