"""The pad of text: typed, answered, written letter by letter, undone, and kept up with newer weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from engine.data.dataset import Dataset, Split
from engine.data.text.asked import shown_text
from engine.data.text.coding import coded_questions
from gui.bench.undo_stack import UndoStack
from gui.look import text_size
from gui.pad.line.known import known_lines
from gui.pad.line.panel import LENGTH, LinePad
from tests.engine.training.texts import CLASSES, WIDTH, backwards, prose, questions, reversed_words
from tests.gui.pad.line.typed import Backwards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from gui.workbench import Workbench


class Bench:
    """As much of a workbench as the pad looks at: its data."""

    def __init__(self, data: Split | None) -> None:
        self.data, self.model = data, None
        self.data_changed = self

    def connect(self, _slot: Any) -> None:
        """Take who listens; nothing changes here."""


@pytest.fixture
def writer() -> Backwards:
    return Backwards()


def made(qtbot: QtBot, writer: Backwards, data: Split | None) -> LinePad:
    pad = LinePad()
    qtbot.addWidget(pad)
    pad.set_bench(cast("Workbench", Bench(data)))
    classes = CLASSES if data is None else data.classes
    pad.set_writer(writer, classes, WIDTH)
    pad.resize(300, 620)
    pad.show()
    return pad


@pytest.fixture
def pad(qtbot: QtBot, writer: Backwards) -> Iterator[LinePad]:
    made_pad = made(qtbot, writer, backwards())
    yield made_pad
    made_pad.close()


def verdict(pad: LinePad) -> str:
    return pad.findChild(QLabel, "verdict").text()


def asked(qtbot: QtBot, pad: LinePad, prompt: str) -> None:
    pad.ask(prompt)
    qtbot.waitUntil(lambda: pad.written != "")


def test_a_question_is_answered_as_it_is_typed(qtbot: QtBot, pad: LinePad, writer: Backwards) -> None:
    pad.prompt.setFocus()
    QTest.keyClicks(pad.prompt, "abc=")
    qtbot.waitUntil(lambda: pad.written == "cba")
    assert pad.page.typed + pad.page.written == "abc=cba"
    assert writer.asked[-1] == ("abc=", LENGTH, 0.0, 0)
    assert pad.bars.classes[0] == "c"
    example = pad.example()
    assert example is not None
    assert shown_text(example, CLASSES) == "abc=cba"


def test_suggestions_are_unseen_questions_and_their_answers_are_judged(
    qtbot: QtBot, pad: LinePad, writer: Backwards
) -> None:
    known = questions(13, seed=1)
    buttons = pad.findChildren(QToolButton, "suggestion")
    assert [button.text() for button in buttons] == list(dict.fromkeys(q for q, _ in known))[:3]
    buttons[0].click()
    qtbot.waitUntil(lambda: pad.written == known[0][1])
    assert verdict(pad).startswith("✓")
    writer.says = "b"
    pad.refresh()
    qtbot.waitUntil(lambda: pad.written == "b")
    assert known[0][1] in verdict(pad)
    assert verdict(pad).startswith("✗")
    before = pad.suggestions.shown
    pad.findChild(QToolButton, "otherSuggestions").click()
    assert pad.suggestions.shown != before


def test_write_shows_letter_by_letter_and_stops(qtbot: QtBot, pad: LinePad, writer: Backwards) -> None:
    asked(qtbot, pad, "abc=")
    seen: list[str] = []
    writer.says = "abcabcabcabc"
    pad._writing.grown.connect(seen.append)
    QTest.keyClick(pad.prompt, Qt.Key.Key_Return)
    assert pad.write_button.text() == "Stop"
    qtbot.waitUntil(lambda: len(seen) >= 3)
    pad.write_button.click()
    assert pad.write_button.text() == "Write"
    stopped = pad.written
    assert seen[:3] == ["a", "ab", "abc"]
    assert 3 <= len(stopped) < 12
    qtbot.waitUntil(lambda: writer.asked[-1][1] == len(stopped))  # newer weights write as much anew


def test_typing_examples_temperature_and_seed_are_undone(
    qtbot: QtBot, pad: LinePad, writer: Backwards
) -> None:
    stack = UndoStack(pad)
    pad.set_undo_stack(stack)
    QTest.keyClicks(pad.prompt, "ab")
    asked(qtbot, pad, "abc=")
    pad.temperature.setValue(0.5)
    pad.seed.setValue(7)
    qtbot.waitUntil(lambda: writer.asked[-1] == ("abc=", LENGTH, 0.5, 7))
    stack.undo()
    stack.undo()
    assert (pad.temperature.value(), pad.seed.value()) == (0, 0)
    assert stack.undoText() == "enter an example"
    stack.undo()
    assert pad.prompt.text() == "ab"
    stack.undo()
    assert pad.prompt.text() == ""
    assert not stack.canUndo()
    stack.redo()
    assert pad.prompt.text() == "ab"


def test_all_of_the_text_is_copied(qtbot: QtBot, pad: LinePad) -> None:
    asked(qtbot, pad, "ab=")
    pad.copy_button.click()
    assert QGuiApplication.clipboard().text() == "ab=ba"


def test_an_unknown_character_is_named_and_nothing_is_asked(pad: LinePad, writer: Backwards) -> None:
    pad.ask("a?")
    assert "?" in verdict(pad)
    assert not pad.write_button.isEnabled()
    assert writer.asked == []
    assert pad.example() is None


def test_what_is_too_long_to_be_read_wholly_is_said(qtbot: QtBot, pad: LinePad) -> None:
    prompt = "ab" * WIDTH + "="
    asked(qtbot, pad, prompt)
    assert verdict(pad) == f"Too long: only the last {WIDTH} characters are read"
    asked(qtbot, pad, "ab=")
    assert verdict(pad) == ""


def test_a_model_that_finds_nothing_to_follow_is_not_silent(
    qtbot: QtBot, pad: LinePad, writer: Backwards
) -> None:
    writer.says = ""
    pad.ask("cccc=")
    qtbot.waitUntil(lambda: "nothing follows" in verdict(pad))
    writer.says = "c"
    pad.refresh()
    qtbot.waitUntil(lambda: pad.written == "c")
    assert verdict(pad) == ""


def test_a_line_of_another_alphabet_is_not_asked_and_what_was_wrong_is_forgotten(
    qtbot: QtBot, pad: LinePad, writer: Backwards, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(qtbot, pad, "abc=")
    others = ("x", "y", "=")
    digits = Backwards(others)
    pad.set_writer(digits, others, WIDTH)
    assert pad.bars.classes == ()
    assert pad._asking.problem == ""
    with monkeypatch.context() as patch:
        patch.setattr(digits, "next", lambda _prompt: 1 / 0)
        pad.ask("xx=")
        qtbot.waitUntil(lambda: "no answer" in verdict(pad))
    pad.ask("xy=")
    qtbot.waitUntil(lambda: pad.bars.classes != ())
    assert "no answer" not in verdict(pad)


def test_without_a_network_it_says_how_one_comes(pad: LinePad) -> None:
    pad.set_writer(None, CLASSES, WIDTH)
    assert "Train" in verdict(pad)
    pad.set_coming(True)
    assert "on its way" in verdict(pad)
    assert not pad.write_button.isEnabled()


def test_without_data_of_its_own_the_alphabet_tells_whether_it_answers(
    qtbot: QtBot, writer: Backwards
) -> None:
    pad = made(qtbot, writer, None)
    assert pad.temperature.value() == 0
    asked(qtbot, pad, "ab=")
    assert pad.written == "ba"
    pad.set_writer(writer, ("a", "b", " "), WIDTH)
    assert pad.temperature.value() == 0.8
    pad.close()


def test_an_example_of_the_data_is_asked_as_its_question(pad: LinePad) -> None:
    test = backwards().test
    pad.set_example(test.images[3])
    assert pad.prompt.text() == questions(20, seed=2)[3][0]


def test_prose_is_written_where_it_is_asked_for_and_kept_up(qtbot: QtBot, writer: Backwards) -> None:
    pieces = prose()
    writer.classes = pieces.classes
    pad = made(qtbot, writer, Split(pieces, pieces, pieces))
    writer.says = "abc abc"
    pad.ask("abc a")
    with qtbot.waitSignal(pad.answered):
        pad.refresh()
    assert pad.written == ""
    assert writer.asked == []
    pad.write_button.click()
    qtbot.waitUntil(lambda: pad.written == "abc abc")
    assert writer.asked[-1] == ("abc a", LENGTH, 0.8, 0)
    writer.says = "cab"
    pad.refresh()
    qtbot.waitUntil(lambda: pad.written == "cab")
    assert pad.bars.classes[0] == "space"
    pad.close()


def test_with_another_alphabet_a_question_of_it_takes_the_place_and_the_former_line_is_gone(
    qtbot: QtBot, writer: Backwards
) -> None:
    pad = made(qtbot, writer, None)
    stack = UndoStack(pad)
    pad.set_undo_stack(stack)
    others = ("x", "y", "=")
    pad.set_writer(Backwards(others), others, WIDTH)
    pad.ask("xy=")
    pad.set_bench(cast("Workbench", Bench(backwards())))
    assert pad.prompt.text() == "xy="  # it is still that model that is asked
    pad.set_writer(writer, CLASSES, WIDTH)
    assert pad.prompt.text() == questions(13, seed=1)[0][0]
    assert not pad.prompt.property("problem")
    assert not stack.canUndo()
    qtbot.waitUntil(lambda: pad.written != "")
    pad.close()


def test_the_button_stays_where_it_is_whatever_is_said(qtbot: QtBot, pad: LinePad) -> None:
    places = set()
    for prompt in ("", "abc=", questions(13, seed=1)[0][0]):
        pad.ask(prompt)
        qtbot.waitUntil(lambda: pad._asking.text == pad.prompt.text())
        QCoreApplication.processEvents()
        places.add(pad.write_button.mapTo(pad, QPoint()).y())
    assert len(places) == 1


def test_only_what_it_has_not_learnt_from_is_called_unseen(qtbot: QtBot, writer: Backwards) -> None:
    learnt = reversed_words(8)
    fresh = ("ccc=", "ccc")
    images, labels = coded_questions([fresh, questions(8)[0]], CLASSES, WIDTH)
    held = Dataset("held", images, labels, CLASSES)
    pad = made(qtbot, writer, Split(learnt, held, held))
    asked(qtbot, pad, fresh[0])
    assert verdict(pad) == "✓ Right: an unseen question"
    asked(qtbot, pad, questions(8)[0][0])
    assert verdict(pad) == "✓ Right"
    nothing = held.subset(slice(0, 0))
    assert known_lines(Split(learnt, nothing, nothing)).unseen == frozenset()
    assert known_lines(Split(learnt, held, held), is_learnt_from=False).unseen == frozenset()
    pad.close()


def test_with_large_words_nothing_is_cut(qtbot: QtBot, qapp: QApplication, writer: Backwards) -> None:
    pad = made(qtbot, writer, backwards())
    host = QWidget()  # a window would not let it be smaller than its parts
    qtbot.addWidget(host)
    pad.setParent(host)
    host.show()
    pad.show()
    text_size.apply(qapp, 200)
    for _ in range(3):  # what wraps asks for more height only once it has its width
        pad.resize(pad.minimumSizeHint())
        QCoreApplication.processEvents()
    parts = [pad.write_button, pad.copy_button, pad.temperature, pad.seed]
    cut = [part.objectName() for part in parts if part.width() < part.minimumSizeHint().width()]
    inside = [pad.rect().contains(QRect(part.mapTo(pad, QPoint()), part.size())) for part in parts]
    text_size.apply(qapp, 100)
    pad.setParent(None)
    host.close()
    assert cut == []
    assert all(inside)


def test_the_next_character_is_its_reading_and_an_emptied_line_is_told(qtbot: QtBot, pad: LinePad) -> None:
    told: list[bool] = []
    pad.emptied.connect(lambda: told.append(True))
    pad.clear()
    assert told == []
    asked(qtbot, pad, "abc=")
    [(name, share)] = pad.newest_readings()
    assert (name, round(share, 2)) == ("c", 0.8)
    pad.clear()
    assert told == [True]
    pad.clear()
    assert told == [True]
    qtbot.waitUntil(lambda: pad.newest_readings() == [])
