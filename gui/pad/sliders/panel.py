"""The pad for rows of numbers: enter them by sliders, and see at once what the network makes of them and why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, QSize, Qt, Slot
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from engine.goals import number
from engine.goals.registry import CLASSES
from engine.inputs.entries import MOST_ENTERED, entries_of, usual_row
from engine.inputs.feature import names_of
from gui.bench.replacement import Replacement
from gui.bench.undo_stack import UndoStack
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import Words, follow_language, said
from gui.look.style_sheet import repolish
from gui.look.text_size import follow_size, px, sized
from gui.look.words import listed, percent, plain_number
from gui.pad.answer import Answer, ShownReading
from gui.pad.face import FaceWidget
from gui.pad.probability_bars import ProbabilityBars
from gui.pad.sliders.asking import Asking
from gui.pad.sliders.entry_row import EntryRow, row_for
from gui.pad.sliders.scale import is_within
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.rows_area import UNBOUND, RowsArea

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QShowEvent, QUndoStack

    from engine.inputs.evidence import FeatureEvidence
    from engine.inputs.feature import Feature
    from gui.pad.face import Ask

LEAST_SIZE = 210, 320  # pixels
LIST_HEIGHT = 120  # pixels at least
ANSWER_HEIGHT = 36  # pixels
BAR_HEIGHT, MOST_BARS = 20, 6  # pixels of a class's bar, and classes that all have one
MOST_NAMED = 3  # features beyond their bounds
LEAST = 1e-12  # what is told apart from no difference, of numbers
HELD = 0.05  # log-odds of the greatest evidence below which no bar is long

State = tuple[float, ...]


class SlidersPanel(FaceWidget):
    """A row of numbers, a slider each.

    It starts at the usual values. Each number has a bar that says how much it speaks for the answer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slidersPanel")
        self._features: tuple[Feature, ...] = ()
        self._state: State = ()
        self._before: State | None = None  # what it was when the slider that is held was pressed
        self._rows: list[EntryRow] = []
        self._classes: tuple[str, ...] = ()
        self._gives_number = False
        self._is_coming = False
        self._undo_stack: QUndoStack = UndoStack(self)
        self._build_ui()
        self._connect()
        follow_language(self, self._show_answer)

    def _build_ui(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        said(self.setAccessibleName, lambda: self.tr("Pad"))
        self._notice = dressed(Label(self, wordWrap=True), name="padNotice", banner="warning")
        self._notice.hide()
        self._answer = Answer(self)
        sized(self._answer.setMinimumHeight, ANSWER_HEIGHT)
        follow_size(self._answer, lambda: self._answer.set_scale(theme.scale()))
        self._bars = ProbabilityBars(self)
        head = FlowBox(6, self, last_at_end=True)
        head.add(dressed(Label(lambda: self.tr("Features"), head), role="heading"))
        self._usual = dressed(
            QPushButton(self),
            name="usualValues",
            text=lambda: self.tr("Usual values"),
            tip=lambda: self.tr("Bring every feature to its median among the training rows"),
        )
        head.add(self._usual)
        self._legend = dressed(Label(self._legend_words, self, wordWrap=True), role="muted")
        dressed(self._legend, tip=self._legend_tip)
        self._beyond = dressed(Label(self, wordWrap=True), name="beyondLearnt", role="muted")
        self._beyond.hide()
        self._list = QWidget(self)
        self._column = column_of(on=self._list, margins=(0, 0, 8, 0), spacing=8)
        self._scroll = dressed(RowsArea(self, most=UNBOUND, least=LIST_HEIGHT), name="featureList")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._list)
        column_of(
            self._notice,
            self._answer,
            self._bars,
            head,
            self._legend,
            self._beyond,
            (self._scroll, 1),
            on=self,
            margins=(12, 10, 6, 8),
            spacing=6,
        )
        self._asking = Asking(self)

    def _legend_words(self) -> str:
        if self._gives_number:
            return self.tr("Bars to the right raise the number, to the left they lower it.")
        return self.tr("Bars to the right speak for the answer, to the left against it.")

    def _legend_tip(self) -> str:
        if self._gives_number:
            return self.tr(
                "Each feature alone is brought back to its usual value and the network asked again. To the right: the "
                "number is higher with the value as it is. To the left: it is lower. The longest bar is the feature "
                "that matters most here; what features do only together, no bar says."
            )
        return self.tr(
            "Each feature alone is brought back to its usual value and the network asked again. To the right: the "
            "answer is surer with the value as it is. To the left: it is less sure. The longest bar is the feature "
            "that matters most here; what features do only together, no bar says."
        )

    def _connect(self) -> None:
        self._usual.clicked.connect(self._on_usual_clicked)
        self._asking.answered.connect(self._on_asking_answered)

    # What others set and ask

    def set_undo_stack(self, stack: QUndoStack) -> None:
        """Take the stack on which every change becomes one command."""
        self._undo_stack = stack

    def set_features(self, features: tuple[Feature, ...]) -> None:
        """Show other features, at their usual values; of the same ones, values stay."""
        if features == self._features:
            return
        if names_of(features) != names_of(self._features):
            self._state = tuple(usual_row(features).tolist())
        self._features = features
        self._before = None
        self._build_rows()
        self._show_state()

    def set_predictor(self, predictor: Ask | None, classes: Sequence[str], goal: str = CLASSES.name) -> None:
        """Take the network that is asked, from rows ``(N, F)``, the names of its classes, and what it gives."""
        self._classes, self._gives_number = tuple(classes), goal == number.GOAL.name
        self._bars.setVisible(not self._gives_number)
        said(self._legend.setText, self._legend_words)
        said(self._legend.setToolTip, lambda: plain(self._legend_tip()))
        self._bars.set_classes(self._classes)
        self._fit_bars()
        self._asking.set_predictor(predictor)

    @Slot()
    def refresh(self) -> None:
        """Ask the network anew, as its weights are others."""
        self._asking.refresh()

    def set_coming(self, is_coming: bool) -> None:
        """Say where there is no network yet that one is on its way, or how one comes."""
        if is_coming != self._is_coming:
            self._is_coming = is_coming
            self._show_answer()

    def set_notice(self, text: str) -> None:
        """Show a sentence on top, such as that the model is from older settings; empty hides it."""
        self._notice.setText(text)
        repolish(self._notice)
        self._notice.setVisible(bool(text))

    def set_example(self, example: NDArray[Any]) -> None:
        """Enter a row of the data ``(F,)``, undoably."""
        if example.shape == (len(self._features),):
            self._enter(tuple(example.astype(float).tolist()), lambda: self.tr("enter an example"))

    def example(self) -> NDArray[np.float32] | None:
        """Return the row that is entered, ``(F,)`` float32; None where there are no features."""
        return self.values() if self._features else None

    def values(self) -> NDArray[np.float32]:
        """Return the row that is entered, ``(F,)`` float32."""
        return np.array(self._state, np.float32)

    def probabilities(self) -> NDArray[np.float32] | None:
        """Return the network's answer, ``(classes,)`` float32; None without a network."""
        self._asking.catch_up()
        evidence = self._asking.evidence
        return None if evidence is None else evidence.probabilities

    def newest_readings(self) -> list[tuple[str, float]]:
        """Return the class that is answered and its probability; nothing of a number, or without an answer."""
        evidence = self._asking.evidence
        if evidence is None or self._gives_number:
            return []
        return [(self._classes[evidence.answer], float(evidence.probabilities[evidence.answer]))]

    def rows(self) -> Sequence[EntryRow]:
        """Return the rows in which features are entered."""
        return self._rows

    # Rows

    def _build_rows(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        entries = entries_of(self._features)
        self._rows = [row_for(entry, self._features, self._list) for entry in entries[:MOST_ENTERED]]
        for row in self._rows:
            self._column.addWidget(row)
            row.moved.connect(self._on_row_moved)
            row.entered.connect(self._on_row_entered)
            row.show()
        if len(entries) > MOST_ENTERED:
            note = dressed(Label(self._rest_words, self._list, wordWrap=True), role="muted")
            self._column.addWidget(note)
            note.show()
        self._column.addStretch(1)

    def _rest_words(self) -> str:
        words = self.tr(
            "These are the first {shown} of {count} features. The others have their usual values, or those of the "
            "example that was entered."
        )
        count = QLocale().toString(len(entries_of(self._features)))
        return words.format(shown=QLocale().toString(MOST_ENTERED), count=count)

    @Slot(object)
    def _on_row_moved(self, values: NDArray[np.float32]) -> None:
        """Follow a slider that is held; what it was before is kept for the one command of the whole pull."""
        if self._before is None:
            self._before = self._state
        self._state = self._with(self._sending_row(), values)
        self._asking.set_row(self.values(), self._features)

    @Slot(object)
    def _on_row_entered(self, values: NDArray[np.float32]) -> None:
        row = self._sending_row()
        name = row.entry.name
        after, before, self._before = self._with(row, values), self._before, None
        if before is not None:  # a pull is a command of its own
            self._state = before
            self._enter(after, lambda: self.tr("change {name}").format(name=name))
        else:
            self._enter(after, lambda: self.tr("change {name}").format(name=name), merge_key=name)

    def _sending_row(self) -> EntryRow:
        row = self.sender()
        assert isinstance(row, EntryRow)
        return row

    def _with(self, row: EntryRow, values: NDArray[np.float32]) -> State:
        state = list(self._state)
        for place, value in zip(row.entry.places, values.tolist(), strict=True):
            state[place] = value
        return tuple(state)

    def _enter(self, state: State, words: Words, *, merge_key: str = "") -> None:
        if state != self._state:
            names = names_of(self._features)
            key = merge_key and f"{merge_key} {hash(names)}"  # of other features nothing is merged
            self._undo_stack.push(Replacement(words, self._state, state, partial(self._take, names), key))
        else:
            self._show_state()

    def _take(self, names: tuple[str, ...], state: State) -> None:
        if names == names_of(self._features):  # or it is of features that were there before
            self._state = state
            self._show_state()

    def clear(self) -> None:
        """Bring all to its usual value."""
        self._on_usual_clicked()

    @Slot()
    def _on_usual_clicked(self) -> None:
        before = self._state
        self._enter(
            tuple(usual_row(self._features).tolist()), lambda: self.tr("bring features to their usual values")
        )
        if self._state != before:
            self.emptied.emit()

    def _show_state(self) -> None:
        row = self.values()
        for each in self._rows:
            each.set_values(row[list(each.entry.places)])
        self._asking.set_row(row, self._features)
        self._show_beyond()

    def _show_beyond(self) -> None:
        """Say which numbers lie beyond those that were learnt from: what a network makes of them nobody has checked."""
        beyond = [
            feature.name
            for feature, value in zip(self._features, self._state, strict=True)
            if not is_within(value, feature)
        ]
        self._beyond.setVisible(bool(beyond))
        names = listed(beyond[:MOST_NAMED], goes_on=len(beyond) > MOST_NAMED)
        said(
            self._beyond.setText,
            lambda: self.tr("Beyond what was learnt from: {names}").format(names=names),
        )

    # The answer

    @Slot()
    def _on_asking_answered(self) -> None:
        self._show_answer()
        self.answered.emit()

    def _show_answer(self) -> None:
        evidence = self._asking.evidence
        shares = None if evidence is None or self._gives_number else evidence.probabilities
        self._bars.set_probabilities(shares)
        for place, row in enumerate(self._rows):
            self._show_evidence(row, place, evidence)
        if evidence is not None and self._gives_number:
            value = plain_number(float(evidence.probabilities[0]), 4)
            self._answer.show_readings([ShownReading(self._classes[0], value)], 0)
        elif evidence is not None:
            answer = evidence.answer
            share = self._bars.words_for(float(evidence.probabilities[answer]))
            self._answer.show_readings([ShownReading(self._classes[answer], share)], 0)
        elif self._asking.problem:
            self._answer.say(self._asking.problem, "problem")
        elif self._is_coming:
            self._answer.say(self.tr("The network is on its way …"), "muted")
        else:
            self._answer.say(self.tr("No network yet: press Train"), "muted")

    def _show_evidence(self, row: EntryRow, place: int, evidence: FeatureEvidence | None) -> None:
        if evidence is None:
            row.bar.set_share(None)
            return
        greatest = max(float(np.abs(evidence.speaks).max()), LEAST if self._gives_number else HELD)
        speaks, without = float(evidence.speaks[place]), float(evidence.without[place])
        now, name = float(evidence.probabilities[evidence.answer]), self._classes[evidence.answer]

        def tip() -> str:
            words = self.tr("“{answer}” with this value: {now}; with the usual one: {without}")
            if self._gives_number:
                return words.format(answer=name, now=plain_number(now, 4), without=plain_number(without, 4))
            return words.format(answer=name, now=percent(now, 1), without=percent(without, 1))

        row.bar.set_share(speaks / greatest, tip)

    def _fit_bars(self) -> None:
        count = len(self._classes)
        self._bars.setMinimumHeight(px(BAR_HEIGHT, share=0.5) * min(max(count, 1), MOST_BARS))
        self._bars.setMaximumHeight(px(BAR_HEIGHT, share=0.5) * min(max(count, 1), 2 * MOST_BARS))

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
