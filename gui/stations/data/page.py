"""The Data station: choose the images to learn from, and look at them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.config import DataConfig, TextConfig
from engine.data import datasets
from engine.data.my_digits import NAME as MY_DIGITS
from engine.data.sources.paths import is_table_path
from engine.data.text.asked import is_prose
from engine.goals import number
from engine.goals.registry import CLASSES
from engine.inputs.registry import INPUT_KINDS
from gui.look.dressed import dressed
from gui.look.spoken import Words, follow_language, said
from gui.look.text_size import sized
from gui.look.words import joined, plain_number, sentence, translate_engine
from gui.stations.data.augmentation_form import AugmentationForm
from gui.stations.data.class_balance import ClassBalance
from gui.stations.data.digit_preview import DigitPreview
from gui.stations.data.my_digits_browser import MyDigitsBrowser
from gui.stations.data.plane_form import PlaneForm
from gui.stations.data.variation_form import VariationForm
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.examples.examples import Examples
from gui.widgets.fields.settings_form import SettingsForm
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.sides import Sides
from gui.widgets.tables.feature_figures import FeatureFigures
from gui.widgets.text.characters import in_a_row

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.data.dataset import Dataset, Split
    from gui.stations.data.fine_tuning import FineTuning
    from gui.stations.data.import_export import ImportExport
    from gui.workbench import Workbench

SIDE_WIDTH = 330
SHOWN_SETTINGS = ("validation_share", "train_count", "generated_count", "seed")

MOST_SIGNS = 200  # of an alphabet that are shown
NAME_LETTERS = 14  # of a chosen data set or class for which there is room
CLASS_WIDTH = 104  # pixels, in the smallest window


class DataPage(QWidget):
    """The data set, its settings, its balance, and its images.

    Args:
        workbench: Whose data are shown and chosen.

    Signals:
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
    """

    example_chosen = Signal(object)

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dataStation")
        self._workbench = workbench
        self._shown: tuple[Split | None, str, int] | None = None
        self._build_ui()
        self._connect()
        follow_language(self, self._show_experiment)
        follow_language(self, self._show_data)
        follow_language(self, self._on_editor_problems_changed)

    def _build_ui(self) -> None:
        self._dataset = dressed(ChoiceBox(self), name="datasetCombo", accessible=lambda: self.tr("Data set"))
        _be_narrow(self._dataset)
        self._description = _label("muted", self)
        self._availability = _label("", self)
        self._fetch = dressed(QPushButton(self), text=lambda: self.tr("Download"), name="fetchButton")
        self._fetch_box = dressed(QFrame(self), banner="info")
        box = QVBoxLayout(self._fetch_box)
        box.addWidget(self._availability)
        box.addWidget(self._fetch, 0, Qt.AlignmentFlag.AlignLeft)
        self._columns = dressed(
            QPushButton(self),
            text=lambda: self.tr("Choose Columns …"),
            tip=lambda: self.tr("Show what its columns are, choose the label, and keep it as a data set"),
            name="chooseColumnsButton",
        )
        self._form = SettingsForm(DataConfig, "data", SHOWN_SETTINGS, parent=self)
        self._plane = dressed(PlaneForm(self), name="planeForm")
        self._text = dressed(SettingsForm(TextConfig, "data.text", parent=self), name="textForm")
        self._variation = VariationForm(self)
        self._augmentation = AugmentationForm(self)
        self._no_variation = dressed(_label("muted", self), name="noVariation")
        self._counts = dressed(_label("", self), name="partCounts")
        self._balance = ClassBalance(self)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(_label("heading", self, lambda: self.tr("Data set")))
        column.addWidget(self._dataset)
        column.addWidget(self._description)
        column.addWidget(self._columns, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._fetch_box)
        column.addWidget(self._plane)
        column.addWidget(self._text)
        column.addSpacing(6)
        column.addWidget(_label("heading", self, lambda: self.tr("Division")))
        column.addWidget(self._counts)
        column.addWidget(self._form)
        column.addWidget(self._variation)
        column.addWidget(self._augmentation)
        column.addWidget(self._no_variation)
        column.addSpacing(6)
        self._balance_title = _label("heading", self)
        column.addWidget(self._balance_title)
        column.addWidget(self._balance)
        self._target = dressed(Label(self, wordWrap=True), name="targetFigures", role="muted")
        column.addWidget(self._target)
        self._figures_title = _label("heading", self, lambda: self.tr("Features"))
        self._figures = FeatureFigures(self)
        column.addSpacing(6)
        column.addWidget(self._figures_title)
        column.addWidget(self._figures)
        column.addStretch(1)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setWidget(side)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(scroll.setMinimumWidth, SIDE_WIDTH, share=0.5)

        self._part = dressed(
            ChoiceBox(self), name="partCombo", accessible=lambda: self.tr("Part of the data")
        )
        self._part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for name in ("train", "validation", "test"):
            self._part.addItem("", name)
        self._class = dressed(ChoiceBox(self), name="classCombo", accessible=lambda: self.tr("Class"))
        _be_narrow(self._class)
        self._class.setMinimumContentsLength(9)  # as long as “All classes”
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
        self._preview = DigitPreview(self)
        self._preview_box = QWidget(self)
        box = QVBoxLayout(self._preview_box)
        box.setContentsMargins(0, 0, 0, 8)
        box.addWidget(
            _label(
                "muted", self, lambda: self.tr("Digits as these settings draw them; the data set follows.")
            )
        )
        box.addWidget(self._preview)
        pictures = QWidget(self)
        column_of(self._preview_box, top, (self._examples, 1), on=pictures, margins=(12, 14, 16, 14))
        self.browser = MyDigitsBrowser(self._workbench.my_digits, self._examples)
        splitter = Sides(self)
        splitter.addWidget(scroll)
        splitter.addWidget(pictures)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([SIDE_WIDTH, 700])
        column_of(splitter, on=self)

    def _connect(self) -> None:
        bench = self._workbench
        bench.experiment_changed.connect(self._show_experiment)
        bench.data_changed.connect(self._show_data)
        bench.editor.problems_changed.connect(self._on_editor_problems_changed)
        self._dataset.activated.connect(self._on_dataset_activated)
        self._form.edited.connect(bench.editor.edit)
        self._plane.edited.connect(bench.editor.edit)
        self._text.edited.connect(bench.editor.edit)
        self._variation.edited.connect(bench.editor.edit)
        self._variation.toggled.connect(self._show_preview)
        self._augmentation.edited.connect(bench.editor.edit)
        bench.loader.warmed_up.connect(self._augmentation.set_ready)
        self._fetch.clicked.connect(self._on_fetch_clicked)
        self._examples.image_activated.connect(self._on_examples_image_activated)
        self._preview.image_chosen.connect(self.example_chosen)
        self._augmentation.preview().image_chosen.connect(self.example_chosen)
        self._part.currentIndexChanged.connect(self._show_images)
        self._class.activated.connect(self._show_images)

    @Slot(int)
    def _on_dataset_activated(self, index: int) -> None:
        self._workbench.editor.edit("data.dataset", self._dataset.itemData(index))

    @Slot(int)
    def _on_examples_image_activated(self, index: int) -> None:
        self.example_chosen.emit(self._examples.image(index))

    @Slot()
    def _on_fetch_clicked(self) -> None:
        self._workbench.loader.load(download=True)

    @Slot()
    def _on_editor_problems_changed(self) -> None:
        self._form.set_problems(self._workbench.editor.problem_texts)
        self._plane.set_problems(self._workbench.editor.problem_texts)
        self._text.set_problems(self._workbench.editor.problem_texts)
        self._variation.set_problems(self._workbench.editor.problem_texts)
        self._augmentation.set_problems(self._workbench.editor.problem_texts)

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
        self._columns.clicked.connect(
            lambda: import_export.preview_set(Path(self._workbench.experiment.data.dataset))
        )

    @Slot()
    def refresh_datasets(self) -> None:
        """Offer the data sets that there are now."""
        infos = datasets.names()
        current = datasets.info_of(self._workbench.experiment.data.dataset)
        if current is not None and current.name not in {info.name for info in infos}:
            infos = (*infos, current)  # a table that is read from where it lies
        if [self._dataset.itemData(place) for place in range(self._dataset.count())] != [
            info.name for info in infos
        ]:
            self._dataset.clear()
            for info in infos:
                self._dataset.addItem("", info.name)
        for place, info in enumerate(infos):
            self._dataset.setItemText(place, translate_engine(info.title))
        self._dataset.setCurrentIndex(self._dataset.findData(self._workbench.experiment.data.dataset))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Relabel or delete the selected one of My Digits."""
        if not (self._examples.grid.hasFocus() and self.browser.take_key(event)):
            super().keyPressEvent(event)

    @Slot()
    def _show_experiment(self) -> None:
        config = self._workbench.experiment.data
        self.refresh_datasets()
        info = datasets.info_of(config.dataset)
        self._description.setText(translate_engine(info.description) if info else "")
        self._columns.setVisible(is_table_path(config.dataset))
        self._form.set_values(self._workbench.experiment)
        self._plane.set_values(config.plane)
        self._plane.setVisible(info is not None and info.has_plane)
        self._plane.set_drawn(info is not None and info.is_built_in)
        self._text.set_values(config.text)
        self._text.set_shown(info.text if info is not None else ())
        self._text.setVisible(info is not None and bool(info.text))
        self._variation.set_values(config.variation)
        self._augmentation.set_values(config.augmentation)
        self._variation.setVisible(info is not None and info.has_drawn_digits)
        self._show_preview()

    @Slot()
    def _show_preview(self) -> None:
        """Show what the variations do while their settings are in sight."""
        config = self._workbench.experiment.data
        self._preview.set_variation(config.variation, config.seed)
        self._preview_box.setVisible(self._variation.isVisibleTo(self) and self._variation.is_open())

    @Slot()
    def _show_data(self) -> None:
        split, loader = self._workbench.data, self._workbench.loader
        name = self._workbench.experiment.data.dataset
        own = name == MY_DIGITS
        for widget in (self._import, self._export, self._teach):
            widget.setVisible(own)
        self._part.setHidden(own)
        info = datasets.info_of(name)
        can_be_fetched = (info is None or info.needs_download) and not datasets.is_available(name)
        missing = split is None and not loader.loading and can_be_fetched
        self._fetch_box.setVisible(missing)
        if missing:
            self._availability.setText(
                self.tr("These examples are not on this computer yet. They are fetched once, then kept.")
            )
        locale = QLocale()
        self._examples.set_empty_text(self.tr("Loading …") if loader.loading else self.tr("No examples"))
        if split is None:
            waiting = self.tr("No drawings yet") if own else self.tr("Not loaded")
            self._counts.setText(self.tr("Loading …") if loader.loading else waiting)
        else:
            counts = [locale.toString(len(part)) for part in (split.train, split.validation, split.test)]
            words = self.tr("{train} to train, {validation} to validate, {test} to test").format(
                train=counts[0], validation=counts[1], test=counts[2]
            )
            self._counts.setText(joined((sentence(words), fewer)) if (fewer := self._fewer(split)) else words)
            self._show_classes(split.classes)
            self._show_variation(split.train)
        has_classes = split is None or split.goal == CLASSES.name
        self._balance.setVisible(split is not None and has_classes)
        self._class.setVisible(has_classes)
        self._target.setVisible(split is not None and not has_classes)
        is_varied = split is None or not INPUT_KINDS[split.train.kind].no_variation
        self._augmentation.setVisible(is_varied)
        self._say_kind()
        features = split.train.features if split is not None else ()
        self._figures.set_features(features)
        is_table = bool(features) and not self._are_points()
        self._figures_title.setVisible(is_table)
        self._figures.setVisible(is_table)
        self._show_images()

    def _fewer(self, split: Split) -> str:
        """Say why fewer questions are there than were to be made up; of all other data nothing."""
        config = self._workbench.experiment.data
        info = datasets.info_of(config.dataset)
        made = len(split.train) + len(split.validation)
        is_task = info is not None and "count" in info.text and not is_prose(split.train.labels)
        if not is_task or config.train_count or made >= config.text.count:
            return ""
        words = self.tr("That is fewer than {count}: there are no more different questions to learn from.")
        return words.format(count=QLocale().toString(config.text.count))

    def _show_variation(self, train: Dataset) -> None:
        """Offer to vary training images where that can be, and say why not where it cannot."""
        against = INPUT_KINDS[train.kind].no_variation
        self._augmentation.setVisible(not against)
        self._no_variation.setVisible(bool(against))
        self._no_variation.setText(translate_engine(against))
        if not against:
            self._augmentation.set_images(train.images)

    def _show_classes(self, classes: tuple[str, ...]) -> None:
        if tuple(self._class.itemText(index) for index in range(1, self._class.count())) != classes:
            self._class.clear()
            self._class.addItem("", -1)
            said(partial(self._class.setItemText, 0), lambda: self.tr("All classes"))
            for index, name in enumerate(classes):
                self._class.addItem(name, index)

    def _say_kind(self) -> None:
        """Call the examples what they are: images, points, or rows of a table."""
        split = self._workbench.data
        if self._are_points():
            titles = self.tr("Training points"), self.tr("Validation points"), self.tr("Test points")
            balance = self.tr("Points of each class")
        elif split is not None and split.train.features:
            titles = self.tr("Training rows"), self.tr("Validation rows"), self.tr("Test rows")
            balance = self.tr("Rows of each class")
        else:
            titles = self.tr("Training examples"), self.tr("Validation examples"), self.tr("Test examples")
            balance = self.tr("Examples of each class")
        if split is not None and split.train.kind == "text":
            balance = self.tr("Alphabet")
            self._target.setText(self._alphabet_words(split.classes))
        elif split is not None and split.goal == number.GOAL.name:
            balance = self.tr("Target: {name}").format(name=split.classes[0])
            self._target.setText(self._target_words(split.train.labels))
        for place, title in enumerate(titles):
            self._part.setItemText(place, title)
        self._balance_title.setText(balance)

    def _alphabet_words(self, classes: tuple[str, ...]) -> str:
        """Say of how many different characters texts are, and which."""
        return self.tr("{count}: {signs}").format(
            count=QLocale().toString(len(classes)), signs=in_a_row(classes, MOST_SIGNS)
        )

    def _target_words(self, targets: NDArray[np.float32]) -> str:
        """Say between which bounds numbers lie, and how they are spread."""
        mean, deviation = number.GOAL.fitted(targets).scale
        words = self.tr("{low} to {high}, mean {mean}, standard deviation {deviation}")
        return words.format(
            low=plain_number(float(targets.min())),
            high=plain_number(float(targets.max())),
            mean=plain_number(mean),
            deviation=plain_number(deviation),
        )

    def _are_points(self) -> bool:
        """Whether the data are points on this program's plane."""
        info = datasets.info_of(self._workbench.experiment.data.dataset)
        return info is not None and info.has_plane

    def _count_words(self, count: int, *, is_table: bool) -> str:
        words = self.tr("{count} rows") if is_table else self.tr("{count} examples")
        if is_table and self._are_points():
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
            self._balance.set_counts(dataset.class_counts(), dataset.classes)
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
            self._balance.set_counts(own.class_counts(), own.classes)
        count = self.browser.show(self._class.itemText(self._class.findData(chosen)) if chosen >= 0 else "")
        said(
            self._shown_count.setText,
            lambda: self.tr("{count} drawings").format(count=QLocale().toString(count)),
        )
        self._export.setEnabled(count > 0)
        self._teach.setEnabled(count > 0)


def _be_narrow(box: ChoiceBox) -> None:
    """Let no long name of a data set or class make the page wider; the list shows it."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(NAME_LETTERS)


def _label(role: str, parent: QWidget, text: Words = "") -> Label:
    label = Label(text, parent, wordWrap=True)
    if role:
        label.setProperty("role", role)
    return label
