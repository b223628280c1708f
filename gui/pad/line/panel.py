"""The pad of text: type a line, and the model goes on with it, letter by letter, with the weights of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QSize, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from engine.data.text.asked import ids_of, unknown_in
from engine.data.text.task import END
from engine.goals.registry import CLASSES
from engine.inputs.registry import kind_of
from gui.look import icons
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.style_sheet import repolish
from gui.look.text_size import sized
from gui.look.words import listed
from gui.pad.face import FaceWidget
from gui.pad.line.asking import NextAsking
from gui.pad.line.chance_fields import ChanceFields
from gui.pad.line.entry import LineEntry
from gui.pad.line.known import KnownLines, known_lines, question_of
from gui.pad.line.next_bars import NextBars
from gui.pad.line.page import WrittenPage
from gui.pad.line.prompt_field import PromptField
from gui.pad.line.suggestions import Suggestions
from gui.pad.line.verdict import Verdict
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of
from gui.widgets.text.characters import name_of
from gui.widgets.text.writes import writer_of
from gui.widgets.text.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QShowEvent, QUndoStack

    from gui.pad.face import Ask
    from gui.pad.line.entry import LineState
    from gui.widgets.text.writes import Writes
    from gui.workbench import Workbench

LENGTH = 200  # characters that are written where no answer ends by itself
BARS_HEIGHT, PAGE_HEIGHT = 108, 64  # pixels at least
LEAST_SIZE = 210, 420  # pixels of the pad's width and height
USUAL_TEMPERATURE = 0.8  # of prose; questions are answered by what is likeliest


class LinePad(FaceWidget):
    """Joins the line, what the model writes behind it, and the bars of the next character.

    A question is answered as it is typed and as the network learns; prose is written where it is asked for, and from
    then on written anew with newer weights.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linePad")
        self._bench: Workbench | None = None
        self._known = KnownLines()
        self._known_of: object = None
        self._classes: tuple[str, ...] = ()
        self._steps = 0
        self._entry = LineEntry(self)
        self._written = ""
        self._length = 0  # how much is to be written anew with newer weights; 0 for nothing
        self._is_coming, self._is_behind = False, False
        self._problem = ""
        self._is_empty = True
        self._is_silent = False  # whether nothing at all was found to follow
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        said(self.setAccessibleName, lambda: self.tr("Pad"))
        self._notice = dressed(Label(self, wordWrap=True), name="lineNotice", banner="warning")
        self._notice.hide()
        self._title = dressed(Label(self, wordWrap=True), role="heading")
        self.prompt = dressed(PromptField(self), name="promptField", accessible=lambda: self.tr("Text"))
        self.suggestions = Suggestions(self)
        self.page = WrittenPage(self)
        sized(self.page.setMinimumHeight, PAGE_HEIGHT, share=0.5)
        self._verdict = Verdict(self)
        self.write_button = dressed(QPushButton(self), name="writeButton", main=True)
        self.copy_button = dressed(
            QPushButton(self),
            name="copyButton",
            text=lambda: self.tr("Copy"),
            tip=lambda: self.tr("Put all of the text on the clipboard"),
        )
        icons.set_icon(self.copy_button, "copy")
        buttons = FlowBox(6, self)
        buttons.add(self.write_button)
        buttons.add(self.copy_button)
        self.write_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        fields = ChanceFields(self)
        self._chance = fields
        self.temperature, self.seed = fields.temperature, fields.seed
        self._bars_title = dressed(
            Label(lambda: self.tr("The next character"), self, wordWrap=True),
            name="nextTitle",
            role="heading",
        )
        self.bars = dressed(NextBars(self), name="nextBars")
        said(self.bars.setAccessibleName, lambda: self.tr("The likeliest next characters"))
        sized(self.bars.setMinimumHeight, BARS_HEIGHT)
        self._asking = NextAsking(self)
        self._writing = Writing(self)
        column_of(
            self._notice,
            self._title,
            self.prompt,
            self.suggestions,
            (self.page, 2),
            self._verdict,
            buttons,
            fields,
            self._bars_title,
            (self.bars, 2),
            STRETCH,
            on=self,
            margins=(12, 10, 12, 8),
            spacing=6,
        )

    def _connect(self) -> None:
        self._entry.entered.connect(self._on_entry_entered)
        self.prompt.textEdited.connect(self._entry.type)
        self.prompt.returnPressed.connect(self.write)
        self.suggestions.chosen.connect(self.ask)
        self.write_button.clicked.connect(self._on_write_button_clicked)
        self.copy_button.clicked.connect(self.copy)
        self.temperature.edited.connect(self._entry.set_temperature)
        self.seed.edited.connect(self._entry.set_seed)
        self._asking.answered.connect(self._on_asking_answered)
        self._writing.grown.connect(self._on_writing_grown)
        self._writing.ended.connect(self._on_writing_ended)
        self._writing.failed.connect(self._on_writing_failed)

    # What others set and ask

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change becomes one command."""
        self._entry.set_undo_stack(stack)

    def set_bench(self, bench: Workbench) -> None:
        """Take the workbench, whose model writes and whose data tell what to ask."""
        self._bench = bench
        bench.data_changed.connect(self._look_at_data)
        self._look_at_data()

    def set_predictor(self, predictor: Ask | None, classes: Sequence[str], goal: str = CLASSES.name) -> None:
        """Take the network that is asked; which it is, the workbench knows."""
        del goal
        model = None if self._bench is None or predictor is None else self._bench.model
        writer: Writes | None = None
        if model is not None and kind_of(model.recognizer.image_shape).per_place:
            writer = writer_of(model.recognizer)
            self._steps = model.recognizer.image_shape[0]
        self.set_writer(writer, classes, self._steps)

    def set_writer(self, writer: Writes | None, classes: Sequence[str], steps: int) -> None:
        """Take a model that writes.

        Args:
            writer: The model; None while there is none.
            classes: Its alphabet.
            steps: How many characters it looks back at most.
        """
        is_other = tuple(classes) != self._classes
        if is_other:
            self._stop()
            self._set_written("")
            self._asking.set_writer(None)
        self._classes, self._steps = tuple(classes), steps
        if writer is None:
            self._stop()
        self._look_at_data()
        if is_other and self._unknown():
            self._entry.begin_anew(next(iter(self._known.questions), ""))
        self._asking.set_writer(writer)

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others."""
        self._asking.refresh()

    def set_coming(self, is_coming: bool) -> None:
        """Say where there is no network yet that one is on its way, or how one comes."""
        if is_coming != self._is_coming:
            self._is_coming = is_coming
            self._show()

    def set_notice(self, text: str) -> None:
        """Show a sentence on top, such as that the model is from older settings; empty hides it."""
        self._notice.setText(text)
        repolish(self._notice)
        self._notice.setVisible(bool(text))

    def set_example(self, example: NDArray[Any]) -> None:
        """Ask what an example of the data asks ``(T,)``, undoably."""
        data = None if self._bench is None else self._bench.data
        self.ask(question_of(example, data, self._classes))

    def example(self) -> NDArray[np.uint16] | None:
        """Return all of the text as data sets keep it, ``(T,)`` uint16; None for an empty line."""
        if not self._state.prompt or not self._steps:
            return None
        return ids_of(self._state.prompt + self._written, self._classes, self._steps)

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the character that is likeliest to come next and its probability; empty without an answer."""
        shares = self._asking.probabilities
        if shares is None or len(shares) != len(self._classes):
            return []
        best = int(np.argmax(shares))
        return [(self._classes[best], float(shares[best]))]

    @property
    def written(self) -> str:
        """What the model wrote behind the line."""
        return self._written

    @property
    def _state(self) -> LineState:
        return self._entry.state

    # What is changed

    @Slot(str)
    def ask(self, prompt: str) -> None:
        """Let something else stand in the line, undoably."""
        self._entry.ask(prompt)

    @Slot(bool)
    def _on_entry_entered(self, is_new: bool) -> None:
        self._problem = ""
        self._is_silent = self._is_silent and not is_new
        was_empty, self._is_empty = self._is_empty, not self._state.prompt
        if is_new:
            self._stop()
            self._length = 0
            self._set_written("")
        self._show()
        if is_new:
            self._asking.set_text(self._state.prompt if not self._unknown() else "")
        else:
            self._write_anew(at_once=True)
        if self._is_empty and not was_empty:
            self.emptied.emit()

    # What the model writes

    @Slot()
    def _on_write_button_clicked(self) -> None:
        if self._writing.is_watched:
            self._length = max(1, len(self._written))
            self._stop()
            self._asking.set_text(self._state.prompt)
            self._show()
        else:
            self.write()

    @Slot()
    def write(self) -> None:
        """Let the model go on with the line, letter by letter."""
        if self._can_write():
            self._length = LENGTH
            self._set_written("")
            self._begin(watched=True)
            self._show()

    @Slot()
    def copy(self) -> None:
        """Put all of the text on the clipboard."""
        QGuiApplication.clipboard().setText(self._state.prompt + self._written)

    def _can_write(self) -> bool:
        return self._asking.writer is not None and bool(self._state.prompt) and not self._unknown()

    def _unknown(self) -> tuple[str, ...]:
        return unknown_in(self._state.prompt, self._classes) if self._classes else ()

    def _begin(self, *, watched: bool) -> None:
        writer, state = self._asking.writer, self._state
        assert writer is not None, "it was looked at before"
        letters = writer.write(state.prompt, self._length or LENGTH, self._temperature(), state.seed)
        self._problem, self._is_behind = "", False
        self._writing.begin(letters, watched=watched)

    def _temperature(self) -> float:
        usual = USUAL_TEMPERATURE if self._known.is_prose else 0.0
        return usual if self._state.temperature is None else self._state.temperature

    def _write_anew(self, *, at_once: bool = False) -> None:
        """Write once more with what has changed, where anything is written at all.

        Args:
            at_once: Whether what is being written is begun anew; else that comes to its end first.
        """
        is_wanted = not self._known.is_prose or self._length > 0
        if not (is_wanted and self._can_write()):
            return
        if self._writing.is_active and not at_once:
            self._is_behind = True
        else:
            self._begin(watched=self._writing.is_watched)

    def _stop(self) -> None:
        self._writing.stop()

    @Slot()
    def _on_asking_answered(self) -> None:
        """Show what comes next, and bring what is written up to date, as the line or the weights are others."""
        self._show_bars()
        self._show_verdict()
        self._write_anew()
        if not self._writing.is_watched:
            self.answered.emit()

    @Slot(str)
    def _on_writing_grown(self, text: str) -> None:
        self._set_written(text)
        self._asking.set_text(self._state.prompt + text)

    @Slot(str)
    def _on_writing_ended(self, text: str) -> None:
        self._is_silent = not text
        self._set_written(text)
        self._asking.set_text(self._state.prompt)
        self._show()
        self.answered.emit()
        if self._is_behind:
            self._write_anew()

    @Slot(str)
    def _on_writing_failed(self, words: str) -> None:
        self._problem = words
        self._show()

    def _set_written(self, text: str) -> None:
        self._written = text
        self.page.set_text(self._state.prompt, text)
        self._show_verdict()

    # What is shown

    @Slot()
    def _look_at_data(self) -> None:
        """Take questions from the data at hand, where they are in the model's own alphabet."""
        bench = self._bench
        data = None if bench is None else bench.data
        model = None if bench is None else bench.model
        is_learnt_from = bench is None or model is None or model.experiment.data == bench.experiment.data
        key = data, self._classes, is_learnt_from
        if key == self._known_of:
            return
        self._known_of = key
        fits = data is not None and (not self._classes or data.classes == self._classes)
        # Without data of its own a model still tells by its alphabet whether its answers end.
        self._known = (
            known_lines(data, is_learnt_from=is_learnt_from)
            if fits
            else KnownLines(is_prose=END not in self._classes)
        )
        self.suggestions.set_texts(self._known.questions)
        self._show()

    def _show(self) -> None:
        state = self._state
        if self.prompt.text() != state.prompt:
            self.prompt.setText(state.prompt)
        self.temperature.set_raw(self._temperature())
        self.seed.set_raw(state.seed)
        questions = not self._known.is_prose
        self._title.setText(self.tr("Ask the model") if questions else self.tr("Begin a text"))
        example = next(iter(self._known.questions), "")
        words = self.tr("such as {example}").format(example=example) if example else ""
        self.prompt.setPlaceholderText(words)
        unknown = self._unknown()
        self.prompt.setProperty("problem", bool(unknown))
        repolish(self.prompt)
        self.page.set_text(state.prompt, self._written)
        is_coming = self._writing.is_watched
        self.write_button.setText(self.tr("Stop") if is_coming else self.tr("Write"))
        icons.set_icon(self.write_button, "stop" if is_coming else "play", "on_accent")
        tip = (
            self.tr("Write no further")
            if is_coming
            else self.tr("Let the model go on, letter by letter (Enter in the line)")
        )
        self.write_button.setToolTip(plain(self._why_not() or tip))
        self.write_button.setEnabled(is_coming or self._can_write())
        self.copy_button.setEnabled(bool(state.prompt))
        self._show_verdict()
        self._show_bars()

    def _why_not(self) -> str:
        """Return why nothing can be written, in a sentence; nothing where it can."""
        if self._asking.writer is None:
            if self._is_coming:
                return self.tr("The network is on its way …")
            return self.tr("No network yet: press Train")
        unknown = self._unknown()
        if unknown:
            names = listed(map(name_of, unknown[:5]), goes_on=len(unknown) > 5)
            return self.tr("Not in the model's alphabet: {names}").format(names=names)
        if not self._state.prompt:
            return self.tr("Type something, or take one of the suggestions")
        return self._problem or self._asking.problem

    def _show_verdict(self) -> None:
        """Say whether an answer is right where that is known, or why there is none."""
        why = self._why_not()
        prompt = self._state.prompt
        right, is_unseen = self._known.answers.get(prompt), prompt in self._known.unseen
        role, words = "muted", ""
        if why:
            role, words = ("problem" if self._unknown() or self._problem else "muted"), why
        elif right is not None and self._writing.is_watched:
            words = self.tr("An unseen question") if is_unseen else ""
        elif right is not None and self._written == right:
            role = "success"
            words = self.tr("✓ Right: an unseen question") if is_unseen else self.tr("✓ Right")
        elif right is not None and (self._written or not self._writing.is_active):
            role, words = "problem", self.tr("✗ Right would be {answer}").format(answer=right)
        elif len(prompt) > self._steps:
            words = self.tr("Too long: only the last {count} characters are read").format(count=self._steps)
        elif self._is_silent:
            words = self.tr("The model finds that nothing follows")
        self._verdict.say(words, role)

    def _show_bars(self) -> None:
        self.bars.set_found(self._asking.probabilities, self._classes)

    def clear(self) -> None:
        """Let nothing stand in the line."""
        self.ask("")

    def set_presented(self, presented: bool) -> None:
        """Leave what is written and what comes next the room of what one chooses beforehand, or show all again."""
        for part in (self._chance, self.copy_button):
            part.setVisible(not presented)

    # Geometry

    def sizeHint(self) -> QSize:
        return QSize(284, 620)

    def minimumSizeHint(self) -> QSize:
        """Return what all of it needs, its words being as large as they are; the area around it scrolls."""
        layout = self.layout()
        if layout is None:
            return QSize(*LEAST_SIZE)
        wide = max(LEAST_SIZE[0], layout.minimumSize().width())
        return QSize(wide, max(LEAST_SIZE[1], layout.minimumHeightForWidth(max(wide, self.width()))))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._asking.catch_up_soon()
