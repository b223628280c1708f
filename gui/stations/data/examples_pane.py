"""The examples of the data set: a part of it, one class or all, and what can be done with My Digits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QSizePolicy, QWidget

from engine.data import datasets
from engine.data.my_digits import NAME as MY_DIGITS
from engine.goals.registry import CLASSES
from gui.look.dressed import dressed
from gui.look.spoken import said
from gui.look.text_size import sized
from gui.stations.data.my_digits_browser import MyDigitsBrowser
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.examples.examples import Examples
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from engine.data.dataset import Dataset, Split
    from gui.stations.data.fine_tuning import FineTuning
    from gui.stations.data.import_export import ImportExport
    from gui.workbench import Workbench

CLASS_WIDTH = 104  # pixels, in the smallest window


class ExamplesPane(QWidget):
    """Examples, and above them which they are.

    Args:
        workbench: Whose data they are.
        parent: The widget it belongs to.

    Signals:
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
        counted: How many of each class the part has (``(classes,)`` int64, their names).
    """

    example_chosen = Signal(object)
    counted = Signal(object, object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._shown: tuple[Split | None, str, int] | None = None
        self._build_ui()
        self._examples.image_activated.connect(self._on_examples_image_activated)
        self._part.currentIndexChanged.connect(self._show_images)
        self._class.activated.connect(self._show_images)

    def _build_ui(self) -> None:
        self._part = dressed(
            ChoiceBox(self), name="partCombo", accessible=lambda: self.tr("Part of the data")
        )
        self._part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name in ("train", "validation", "test"):
            self._part.addItem("", name)
        self._class = dressed(ChoiceBox(self), name="classCombo", accessible=lambda: self.tr("Class"))
        self._class.be_narrow(9)  # as long as “All classes”
        sized(self._class.setMinimumWidth, CLASS_WIDTH)
        self._examples = Examples("imageGrid", self)
        self._shown_count = dressed(Label(self), name="shownCount", role="muted")
        self._shown_count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown_count.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._import = dressed(QPushButton(self), text=lambda: self.tr("Import"))
        self._import.setMenu(QMenu(self._import))
        dressed(self._import, tip=lambda: self.tr("Add images that are named already to My Digits"))
        self._export = dressed(QPushButton(self), text=lambda: self.tr("Export …"), name="exportButton")
        dressed(self._export, tip=lambda: self.tr("Write My Digits to files that other programs read"))
        self._teach = dressed(QPushButton(self), text=lambda: self.tr("Teach"), name="teachButton")
        dressed(
            self._teach,
            tip=lambda: self.tr("Train the model on a little with your own drawings among the old images"),
        )
        sized(self._part.setMinimumWidth, CLASS_WIDTH)
        top = FlowBox(spacing=6, parent=self)  # beside a lesson there is no room for all in one row
        for part in (self._part, self._class, self._shown_count, self._import, self._export, self._teach):
            top.add(part)
        column_of(top, (self._examples, 1), on=self)
        self.browser = MyDigitsBrowser(self._workbench.my_digits, self._examples)

    def set_import_export(self, import_export: ImportExport, fine_tuning: FineTuning) -> None:
        """Take what brings images in and out, and what teaches them."""
        self._teach.clicked.connect(fine_tuning.start)
        menu = self._import.menu()
        said(
            menu.addAction("", import_export.choose_folder_for_digits).setText,
            lambda: self.tr("Folder of Images …"),
        )
        said(menu.addAction("", import_export.choose_file_for_digits).setText, lambda: self.tr("File …"))
        self._export.clicked.connect(import_export.choose_export)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Relabel or delete the selected one of My Digits."""
        if not (self._examples.grid.hasFocus() and self.browser.take_key(event)):
            super().keyPressEvent(event)

    @Slot(int)
    def _on_examples_image_activated(self, index: int) -> None:
        self.example_chosen.emit(self._examples.image(index))

    def show_data(self) -> None:
        """Show the data that there are now, in the language of now."""
        split, loader = self._workbench.data, self._workbench.loader
        own = self._workbench.experiment.data.dataset == MY_DIGITS
        for widget in (self._import, self._export, self._teach):
            widget.setVisible(own)
        self._part.setHidden(own)
        self._examples.set_empty_text(self.tr("Loading …") if loader.loading else self.tr("No examples"))
        if split is not None:
            self._show_classes(split.classes)
        self._class.setVisible(split is None or split.goal == CLASSES.name)
        self._say_parts()
        self._show_images()

    def _show_classes(self, classes: tuple[str, ...]) -> None:
        if tuple(self._class.itemText(index) for index in range(1, self._class.count())) != classes:
            self._class.clear()
            self._class.addItem("", -1)
            said(partial(self._class.setItemText, 0), lambda: self.tr("All classes"))
            for index, name in enumerate(classes):
                self._class.addItem(name, index)

    def _say_parts(self) -> None:
        """Call the parts what they are of: images, points, or rows of a table."""
        split = self._workbench.data
        if are_points(self._workbench):
            titles = self.tr("Training points"), self.tr("Validation points"), self.tr("Test points")
        elif split is not None and split.train.features:
            titles = self.tr("Training rows"), self.tr("Validation rows"), self.tr("Test rows")
        else:
            titles = self.tr("Training examples"), self.tr("Validation examples"), self.tr("Test examples")
        for place, title in enumerate(titles):
            self._part.setItemText(place, title)

    def _count_words(self, count: int, *, is_table: bool) -> str:
        words = self.tr("{count} rows") if is_table else self.tr("{count} examples")
        if is_table and are_points(self._workbench):
            words = self.tr("{count} points")
        return words.format(count=QLocale().toString(count))

    @Slot()
    def _show_images(self) -> None:
        split = self._workbench.data
        part, wanted = str(self._part.currentData()), self._class.currentData()
        chosen = -1 if wanted is None else int(wanted)
        if self._workbench.experiment.data.dataset == MY_DIGITS:
            self._show_own(split, chosen)
            return
        if self.browser.active:
            self.browser.leave()
            self._shown = None
        if self._shown is not None and self._shown[0] is split and self._shown[1:] == (part, chosen):
            return
        self._shown = (split, part, chosen)
        if split is None:
            self._examples.set_examples(np.zeros((0, 28, 28), np.uint8), np.zeros(0, np.int64), ())
            said(self._shown_count.setText, "")
            return
        dataset: Dataset = getattr(split, part)
        if dataset.goal == CLASSES.name:
            self.counted.emit(dataset.class_counts(), dataset.classes)
        else:
            chosen = -1
        if chosen >= 0:
            dataset = dataset.subset(np.flatnonzero(dataset.labels == chosen))
        self._examples.set_examples(
            dataset.images, dataset.labels, dataset.classes, features=dataset.features
        )
        count = len(dataset)
        said(
            self._shown_count.setText,
            partial(self._count_words, count, is_table=bool(dataset.features)),
        )

    def _show_own(self, split: Split | None, chosen: int) -> None:
        """Show all drawings, whatever each is for, so that one finds them and can change them."""
        if split is not None:
            drawings = self._workbench.my_digits
            own = drawings.store.dataset(drawings.entries())
            self.counted.emit(own.class_counts(), own.classes)
        count = self.browser.show(self._class.itemText(self._class.findData(chosen)) if chosen >= 0 else "")
        said(
            self._shown_count.setText,
            lambda: self.tr("{count} drawings").format(count=QLocale().toString(count)),
        )
        self._export.setEnabled(count > 0)
        self._teach.setEnabled(count > 0)


def are_points(workbench: Workbench) -> bool:
    """Tell whether the data are points on this program's plane."""
    info = datasets.info_of(workbench.experiment.data.dataset)
    return info is not None and info.has_plane
