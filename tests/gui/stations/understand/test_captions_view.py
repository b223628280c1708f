"""Captions in the window: trained and stopped, a sentence finds, a drawing is read, both on one map, undo, files."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from engine.captions import file
from engine.captions.model import CaptionModel
from engine.captions.plan import Plan
from engine.captions.training import Trained
from engine.captions.training import train as learn
from engine.captions.words import parsed
from gui.look import language
from gui.look.spoken import words_of
from gui.stations.understand import captioning, captions_view
from gui.stations.understand.captions_view import SHOWN, CaptionsView
from tests.gui.stations.understand.conftest import LONG, train

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from gui.stations.understand.station import UnderstandStation
    from gui.workbench import Workbench

pytestmark = pytest.mark.slow  # a whole page

SMALL = Plan(pictures=600, steps=60, batch_size=64, learning_rate=0.01)


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of captions that know a little, as if they had been stopped early."""
    *_, last = learn(SMALL)
    assert isinstance(last, Trained)
    return file.save(tmp_path_factory.mktemp("captions") / "c", last.model, SMALL, 40)


@pytest.fixture
def view(joined: UnderstandStation, monkeypatch: pytest.MonkeyPatch) -> Iterator[CaptionsView]:
    """The view, without a network at hand, over few pictures."""
    monkeypatch.setattr(captioning, "SEARCHED", 400)
    monkeypatch.setattr(captioning, "MAPPED", 60)
    monkeypatch.setattr(captions_view, "MAPPED", 60)
    joined.page.show_view("captions")
    found = joined.page.view
    assert isinstance(found, CaptionsView)
    return found


@pytest.fixture
def opened(view: CaptionsView, learnt: Path, qtbot: QtBot) -> CaptionsView:
    view.captioning.open(learnt)
    settle(qtbot, view)
    return view


def settle(qtbot: QtBot, view: CaptionsView) -> None:
    qtbot.waitUntil(lambda: not view.captioning.busy, timeout=LONG)


def words(view: CaptionsView, name: str) -> str:
    label = view.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def test_no_network_is_needed_and_the_others_say_what_they_need(
    view: CaptionsView, joined: UnderstandStation
) -> None:
    page = joined.page
    assert view.isVisible()
    assert view.train.isEnabled()
    assert not view.save.isEnabled()
    assert not view.line.isVisible()
    assert not page.subject.isVisible()
    page.show_view("weights")
    assert page.findChild(object, "understandGoToTrain").isVisible()
    page.show_view("captions")
    assert view.isVisible()


def test_it_learns_tells_how_far_it_is_and_can_be_taken_back(
    view: CaptionsView, bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(captions_view, "Plan", lambda: SMALL)
    told: list[str] = []
    left: list[str] = []
    doing = view.findChild(QLabel, "captionsDoing")
    assert isinstance(doing, QLabel)
    view.captioning.progressed.connect(lambda progress: told.append(str(progress.text)))
    view.captioning.progressed.connect(lambda _progress: left.append(doing.text()))
    view.train.setFocus()
    view.train.click()
    assert view.stop.isVisible()
    assert not view.train.isVisible()
    assert not view.open.isEnabled()
    settle(qtbot, view)
    assert view.train.isVisible()
    assert view.line.isVisible()
    captions = view.captioning.captions
    assert captions is not None
    assert captions.step == SMALL.steps
    assert told[-1] == "Making the map"
    assert any(line.endswith(" left") for line in left)
    assert not any(line.endswith(" s") for line in left)
    assert bench.undo_stack.undoText() == "train captions"
    bench.undo_stack.undo()
    assert view.captioning.captions is None
    assert not view.line.isVisible()
    bench.undo_stack.redo()
    assert view.captioning.captions is captions
    assert view.line.isVisible()


def test_stopped_it_keeps_what_it_has_learnt(view: CaptionsView, qtbot: QtBot) -> None:
    view.captioning.train(Plan(pictures=600, steps=50_000, batch_size=16))
    with qtbot.waitSignal(
        view.captioning.progressed, timeout=LONG, check_params_cb=lambda told: "Step" in told.text
    ):
        pass
    view.stop.click()
    settle(qtbot, view)
    captions = view.captioning.captions
    assert captions is not None
    assert 0 < captions.step < 50_000


def test_stop_ends_the_making_of_the_map(view: CaptionsView, learnt: Path, qtbot: QtBot) -> None:
    shares: list[float] = []
    view.captioning.progressed.connect(lambda progress: shares.append(progress.share))
    view.captioning.progressed.connect(view.stop.click)
    view.captioning.open(learnt)
    settle(qtbot, view)
    captions = view.captioning.captions
    assert captions is not None
    assert max(shares) < 1  # the last of them was not waited for
    assert captions.map.pictures.shape == (60, 2)


def test_a_sentence_finds_pictures_and_lies_among_them(opened: CaptionsView) -> None:
    QTest.keyClicks(opened.line, "a thick zero")
    assert opened.grid.count() == SHOWN
    head, rows = opened.table()
    assert head == ["sentence", "picture", "likeness"]
    assert rows[0][0] == "a thick zero"
    assert sum("zero" in row[1] for row in rows[:10]) >= 7
    shares = [row[2] for row in rows]
    assert shares == sorted(shares, reverse=True)
    captions = opened.captioning.captions
    assert captions is not None
    likeness = captions.finder.find(parsed("a thick zero"), captions.places)
    assert shares[0] == pytest.approx(float(likeness.max()))
    asked = opened.map._asked
    assert asked is not None
    vector = captions.finder.places_of_sentences(parsed("a thick zero")[None])[0]
    assert asked[0] == "a thick zero"
    assert (asked[1] == captions.map.place_of_sentence(vector)).all()
    opened.line.clear()
    assert opened.grid.count() == 0
    assert opened.map._asked is None


def test_what_is_not_known_is_said_and_finds_nothing(opened: CaptionsView) -> None:
    opened.line.setText("a three")
    opened.line.setText("a purple three")
    assert "purple" in words(opened, "captionProblem")
    assert opened.grid.count() == 0
    assert "not understood" in words_of(opened.grid._empty_text)
    assert opened.table()[1] == []
    assert opened.map._asked is None
    opened.line.setText("又粗又直的三")
    assert words(opened, "captionProblem") == ""
    assert opened.table()[1][0][0] == "a thick upright three"


def test_a_drawing_is_read_and_marked_on_the_map(
    opened: CaptionsView, joined: UnderstandStation, drawing: np.ndarray
) -> None:
    assert "Draw a digit" in words(opened, "captionReading")
    captions = opened.captioning.captions
    assert captions is not None
    joined.page.set_drawing(drawing)
    told = captions.finder.read(captions.finder.places_of_pictures(drawing[None])[0])
    best = captions_view.sentence(told[0].caption)
    assert words(opened, "captionReading").startswith(f"Your drawing: “{best}” (")
    assert opened.map.marker is not None
    joined.page.set_drawing(None)
    assert opened.map.marker is None
    joined.page.set_drawing(np.zeros(4, np.float32))  # rows of a table are no drawing
    assert opened.map.marker is None


def test_where_the_pad_takes_no_drawing_it_says_how_it_would(
    opened: CaptionsView, bench: Workbench, qtbot: QtBot, joined: UnderstandStation
) -> None:
    bench.editor.edit("data.dataset", "iris")
    qtbot.waitUntil(lambda: bench.data is not None and bool(bench.data.train.features), timeout=LONG)
    assert words(opened, "captionReading").startswith("Choose data of digits")
    opened.line.setText("a zero")
    sent: list[object] = []
    joined.example_chosen.connect(sent.append)
    opened.grid.activate(0)
    assert not sent
    assert "takes no drawings" in words(opened, "captionProblem")


def test_a_picture_that_was_found_goes_to_the_pad(
    opened: CaptionsView, joined: UnderstandStation, qtbot: QtBot
) -> None:
    opened.line.setText("a zero")
    with qtbot.waitSignal(joined.example_chosen) as caught:
        opened.grid.activate(0)
    assert caught.args[0].shape == (28, 28)
    assert (caught.args[0] == opened.grid.image(0)).all()


def test_the_data_at_hand_can_be_searched(opened: CaptionsView, bench: Workbench, qtbot: QtBot) -> None:
    data = bench.data
    assert data is not None
    assert opened.where.isVisible()
    opened.where.setCurrentIndex(1)
    opened.line.setText("a one")
    settle(qtbot, opened)
    shown = min(SHOWN, len(data.test))
    assert opened.grid.count() == shown
    assert {row[1] for row in opened.table()[1]} <= set(data.test.classes)


def test_captions_are_saved_and_opened_and_what_is_none_is_refused(
    opened: CaptionsView, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = opened.captioning.captions
    assert before is not None
    monkeypatch.setattr(captions_view, "ask_where", lambda *_: tmp_path / "mine.safetensors")
    opened.save.click()
    model, plan, step = file.load(tmp_path / "mine.safetensors")
    assert (plan, step) == (SMALL, 40)
    assert isinstance(model, CaptionModel)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "mine.safetensors"), ""))
    opened.open.click()
    settle(qtbot, opened)
    after = opened.captioning.captions
    assert after is not before
    (tmp_path / "mine.safetensors").write_bytes(b"no captions")
    with qtbot.waitSignal(opened.failed) as caught:
        opened.open.click()
    assert "is damaged" in str(caught.args[0])
    settle(qtbot, opened)
    assert opened.captioning.captions is after


def test_it_speaks_chinese_and_reads_it(opened: CaptionsView, drawing: np.ndarray) -> None:
    opened.line.setText("a thick three")
    opened.set_drawing(drawing)
    assert list(opened.map._sentences)[3] == "a three"
    try:
        assert language.speak("zh_Hans") == "zh_Hans"
        assert list(opened.map._sentences)[3] == "三"
        assert opened.table()[1][0][0] == "粗的三"
        assert any(letter in words(opened, "captionReading") for letter in "零一二三四五六七八九")
        assert parsed(opened.line.placeholderText()).tolist() == [2, 2, 4]
        opened.line.setText("粗大的三")
        assert "大" in words(opened, "captionProblem")
    finally:
        language.speak("en")


def test_while_a_network_learns_captions_wait(
    opened: CaptionsView, bench: Workbench, qtbot: QtBot, tmp_path: Path, joined: UnderstandStation
) -> None:
    seen: list[tuple[bool, bool]] = []
    why = opened.findChild(QLabel, "captionsWhyNot")
    assert isinstance(why, QLabel)
    bench.state_changed.connect(
        lambda: seen.append((opened.train.isEnabled(), why.isVisible() and "under way" in why.text()))
    )
    train(qtbot, bench)
    assert (False, True) in seen
    assert not why.isVisible()
    assert opened.train.isEnabled()
    opened.line.setText("a zero")
    joined.page.save_button.save_menu.save_csv(str(tmp_path / "found.csv"))
    rows = list(csv.reader((tmp_path / "found.csv").read_text("utf-8").splitlines()))
    assert rows[0] == ["sentence", "picture", "likeness"]
    assert len(rows) == SHOWN + 1
