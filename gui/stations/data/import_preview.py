"""What is about to be brought in, before it is: how many images, classes, values, labels, and what is left out."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QWidget,
)

from engine.data.importing.choices import Choices
from engine.data.importing.preparation import Preparation
from engine.data.labels import imported_order
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import listed, translate_engine
from gui.stations.data.looking import Looked, look
from gui.stations.data.preview_dialog import PreviewDialog
from gui.stations.data.value_range import OFFERED, ends_in, range_words
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.images.image_grid import ImageGrid

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray


SHOWN = 120  # images
MOST_CLASSES = 12  # that are named


class ImportPreview(PreviewDialog):
    """Shows what a folder or file becomes; whatever is chosen here changes it at once.

    Args:
        path: The folder or file.
        for_set: Whether it is to become a data set; else it is added to My Digits.
        parent: The window that waits beneath it.

    Signals:
        agreed: The person wants it as it is shown (Looked).
    """

    def __init__(self, path: Path, for_set: bool, parent: QWidget) -> None:
        super().__init__(path, parent)
        self._for_set = for_set
        self._choices = Choices()
        self._was_odd = False  # what was typed for the values was no range
        self._build_ui()
        self._connect()
        self.resize(880, 500)
        self._look()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        for key, title in (
            ("images", lambda: self.tr("Examples")),
            ("parts", lambda: self.tr("Parts")),
            ("classes", lambda: self.tr("Classes")),
            ("sizes", lambda: self.tr("Size")),
        ):
            self._add_fact(key, title)
        self._values = dressed(QComboBox(self, editable=True), name="importValues")
        self._values.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        dressed(
            self._values,
            tip=lambda: self.tr("Which values are black and white, as “0 16”; “255 0” where ink is dark"),
        )
        self._add_row(lambda: self.tr("&Values"), self._values)
        self._labels = dressed(QComboBox(self, editable=True), name="importLabels")
        self._labels.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        dressed(
            self._labels, tip=lambda: self.tr("The column in which the labels are: first, last, or its name")
        )
        self._add_row(lambda: self.tr("&Labels"), self._labels)
        self._how = dressed(ChoiceBox(self), name="importAs")
        self._add_row(lambda: self.tr("&Brought in"), self._how)
        self._transposed = dressed(
            QCheckBox(self), text=lambda: self.tr("E&xchange rows and columns"), name="importTransposed"
        )
        self._form.addRow("", self._transposed)
        self._grid = ImageGrid(self)
        self._grid.setObjectName("importImages")
        self._grid.set_empty_text("")
        self._lay_out(
            lambda: self.tr("Left out"),
            self._grid,
            (5, 4),
            lambda: self.tr("&Make Data Set") if self._for_set else self.tr("&Add to My Digits"),
        )
        self._fill_choices()

    def _say_words(self) -> None:
        """Say what was found in another language; what is typed stays."""
        typed = [(box, box.currentText()) for box in (self._values, self._labels) if _is_typed(box)]
        self._fill_choices()
        for box, text in typed:
            box.setEditText(text)
        if self.looked is not None:
            self._tell(self.looked)

    def _connect(self) -> None:
        for box, slot in ((self._values, self._on_values_chosen), (self._labels, self._on_label_chosen)):
            box.activated.connect(slot)
            text = box.lineEdit()
            assert text is not None
            box.setCompleter(None)  # type: ignore[arg-type]  # it would make “0 1” of “0 ”
            text.editingFinished.connect(slot)
        self._how.activated.connect(self._on_way_chosen)
        self._transposed.toggled.connect(self._on_transposed_toggled)

    @property
    def looked(self) -> Looked | None:
        """What is shown; None while nothing was found yet."""
        found: Looked | None = self._looked
        return found

    # What is chosen

    @Slot()
    def _on_values_chosen(self) -> None:
        text = self._values.currentText()
        if text == self._values.itemText(0):
            self._choose(replace(self._choices, value_range=None))
            return
        ends = ends_in(text)
        if len(ends) != 2 or ends[0] == ends[1]:
            self._was_odd = True
            self._say(
                lambda: self.tr("Two different numbers are a range, such as “0 16”: black, then white.")
            )
            self._make.setEnabled(False)
            return
        self._choose(replace(self._choices, value_range=(ends[0], ends[1])))

    @Slot()
    def _on_label_chosen(self) -> None:
        text = self._labels.currentText().strip()
        place = self._labels.findText(text)
        column = str(self._labels.itemData(place)) if place >= 0 else text
        self._choose(replace(self._choices, label_column=column))

    @Slot()
    def _on_way_chosen(self) -> None:
        self._choose(replace(self._choices, preparation=Preparation(self._how.currentData())))

    @Slot(bool)
    def _on_transposed_toggled(self, is_on: bool) -> None:
        self._choose(replace(self._choices, transposed=is_on))

    def _choose(self, choices: Choices) -> None:
        if choices != self._choices or self._was_odd:
            self._was_odd = False
            self._choices = choices
            self._look()

    def _question(self) -> Callable[..., object]:
        found = None if self.looked is None else self.looked.found
        return partial(look, self._path, found, self._choices, self._for_set)

    # What came of it

    def _on_looked(self, looked: Looked) -> None:
        self._show_rows(read=True, found=looked.prepared is not None)
        self._fill_choices()
        self._tell(looked)

    def _show_nothing(self) -> None:
        self._show_rows(read=self._looked is not None, found=False)

    def _left_out_words(self, count: str) -> str:
        return self.tr("{count} could not be used.").format(count=count)

    def _show_rows(self, *, read: bool, found: bool) -> None:
        """Show what there is to say and to choose, and no empty rows.

        Args:
            read: Whether the place could be read at all, so that something may be chosen.
            found: Whether there are images in it.
        """
        for label in self._facts.values():
            self._form.setRowVisible(label, found)
        for row in (self._values, self._how, self._transposed, self._left_row):
            self._form.setRowVisible(row, read)
        self._grid.setVisible(read)

    def _fill_choices(self) -> None:
        """Offer what may be chosen, with what was found in front."""
        prepared = self.looked.prepared if self.looked is not None else None
        found = ""
        if prepared is not None:
            found = listed(translate_engine(each.words) for each in prepared.ranges)
        first = (
            self.tr("{values} → 0 to 255 (found)").format(values=found)
            if found
            else self.tr("Found by itself")
        )
        chosen = self._choices.value_range
        if chosen is None:
            _fill(self._values, [(first, ""), *((range_words(each), each) for each in OFFERED)], 0)
        else:
            offered = [self.tr("Found by itself"), *map(range_words, OFFERED)]
            for place, text in enumerate(offered):
                self._values.setItemText(place, text)
        table = self.looked.found.table if self.looked is not None else None
        columns, taken = (table.columns, table.taken) if table is not None else ((), "")
        if not self._choices.label_column:
            words = self.tr("{column} (found)").format(column=self._column_words(taken))
            entries = [(words if taken else self.tr("Found by itself"), "")]
            _fill(self._labels, [*entries, *((self._column_words(each), each) for each in columns)], 0)
        else:
            for place in range(1, self._labels.count()):
                self._labels.setItemText(place, self._column_words(str(self._labels.itemData(place))))
        self._form.setRowVisible(self._labels, bool(columns))
        ways = {
            Preparation.INK: self.tr("As ink: cropped and centred"),
            Preparation.SCALE: self.tr("Scaled as it is"),
            Preparation.KEEP: self.tr("Kept as it is"),
        }
        automatic = self.tr("Found by itself")
        if prepared is not None and self._choices.preparation is Preparation.AUTO:
            automatic = self.tr("{way} (found)").format(way=ways[prepared.how])
        ways = {Preparation.AUTO: automatic, **ways}
        place = list(ways).index(self._choices.preparation)
        _fill(self._how, [(words, str(way)) for way, words in ways.items()], place)

    def _column_words(self, column: str) -> str:
        return {"first": self.tr("first column"), "last": self.tr("last column")}.get(column, column)

    def _tell(self, looked: Looked) -> None:
        """Say what was found, and show some of it."""
        prepared, gathered = looked.prepared, looked.gathered
        number = QLocale().toString
        rejected = gathered.rejected if gathered else looked.found.rejected
        if prepared is not None and gathered is None:
            rejected = [*looked.found.rejected, *prepared.rejected]
        self._tell_left_out(rejected, gathered.notes if gathered else looked.found.notes)
        if prepared is None:
            self._grid.set_images(np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64), ())
            return
        names = [item.label for item in prepared.used]
        classes = gathered.classes if gathered else imported_order(names)
        images = gathered.images if gathered else prepared.images
        place = {name: index for index, name in enumerate(classes)}
        labels = gathered.labels if gathered else np.array([place[name] for name in names], np.int64)
        self._facts["images"].setText(number(len(images)))
        self._facts["classes"].setText(self._class_words(labels, classes))
        sizes = [
            self.tr("{width} × {height}").format(width=width, height=height)
            for (height, width), _ in prepared.sizes.most_common(3)
        ]
        self._facts["sizes"].setText(
            self.tr("{sizes} → 28 × 28").format(sizes=listed(sizes, goes_on=len(prepared.sizes) > len(sizes)))
        )
        if gathered is not None:
            tested = int(gathered.test.sum())
            words = (
                self.tr("{learnt} to learn from, {tested} to test with, as the files say")
                if gathered.is_divided
                else self.tr("{learnt} to learn from, {tested} to test with, drawn from each class")
            )
            self._facts["parts"].setText(
                words.format(learnt=number(len(images) - tested), tested=number(tested))
            )
        self._form.setRowVisible(self._facts["parts"], gathered is not None)
        some = np.argsort(np.arange(len(labels)) % max(1, len(labels) // SHOWN), kind="stable")[:SHOWN]
        some = np.sort(some)
        self._grid.set_images(images[some], labels[some], classes)

    def _class_words(self, labels: NDArray[np.int64], classes: tuple[str, ...]) -> str:
        used = [classes[label] for label in np.unique(labels)]
        named = listed(used[:MOST_CLASSES], goes_on=len(used) > MOST_CLASSES)
        counts = np.bincount(labels)
        counts = counts[counts > 0]
        number = QLocale().toString
        least, most = int(counts.min()), int(counts.max())
        words = (
            self.tr("{count}: {names}; {most} images each")
            if least == most
            else self.tr("{count}: {names}; {least} to {most} images each")
        )
        return words.format(count=number(len(used)), names=named, least=number(least), most=number(most))


def _is_typed(box: QComboBox) -> bool:
    return box.currentText() != box.itemText(box.currentIndex())


def _fill(box: QComboBox, entries: list[tuple[str, str]], chosen: int) -> None:
    """Offer entries, words and key, without telling."""
    box.blockSignals(True)
    box.clear()
    for words, key in entries:
        box.addItem(words, key)
    box.setCurrentIndex(chosen)
    box.blockSignals(False)
