"""The Data station: choose the images to learn from, and look at them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
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
from gui.look.spoken import Words, follow_language
from gui.look.text_size import sized
from gui.look.words import joined, plain_number, sentence, translate_engine
from gui.stations.data.augmentation_form import AugmentationForm
from gui.stations.data.class_balance import ClassBalance
from gui.stations.data.digit_preview import DigitPreview
from gui.stations.data.examples_pane import ExamplesPane, are_points
from gui.stations.data.plane_form import PlaneForm
from gui.stations.data.variation_form import VariationForm
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.fields.settings_form import SettingsForm
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

NAME_LETTERS = 14  # of a chosen data set for which there is room
MOST_SIGNS = 200  # of an alphabet that are shown


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
        self._build_ui()
        self._connect()
        follow_language(self, self._show_experiment)
        follow_language(self, self._show_data)
        follow_language(self, self._on_editor_problems_changed)

    def _build_ui(self) -> None:
        self._dataset = dressed(ChoiceBox(self), name="datasetCombo", accessible=lambda: self.tr("Data set"))
        self._dataset.be_narrow(NAME_LETTERS)
        self._description = _label("muted", self)
        self._availability = _label("", self)
        self._fetch = dressed(QPushButton(self), text=lambda: self.tr("Download"), name="fetchButton")
        self._fetch_box = dressed(QFrame(self), banner="info")
        box = QVBoxLayout(self._fetch_box)
        box.addWidget(self._availability)
        box.addWidget(self._fetch, 0, Qt.AlignmentFlag.AlignLeft)
        self._columns = dressed(
            QPushButton(self),
            text=lambda: self.tr("Choose columns …"),
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
        self.examples = ExamplesPane(self._workbench, self)
        pictures = QWidget(self)
        column_of(self._preview_box, (self.examples, 1), on=pictures, margins=(12, 14, 16, 14))
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
        self.examples.example_chosen.connect(self.example_chosen)
        self.examples.counted.connect(self._balance.set_counts)
        self._preview.image_chosen.connect(self.example_chosen)
        self._augmentation.preview().image_chosen.connect(self.example_chosen)

    @Slot(int)
    def _on_dataset_activated(self, index: int) -> None:
        self._workbench.editor.edit("data.dataset", self._dataset.itemData(index))

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
        self.examples.set_import_export(import_export, fine_tuning)
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
        info = datasets.info_of(name)
        can_be_fetched = (info is None or info.needs_download) and not datasets.is_available(name)
        missing = split is None and not loader.loading and can_be_fetched
        self._fetch_box.setVisible(missing)
        if missing:
            self._availability.setText(
                self.tr("These examples are not on this computer yet. They are fetched once, then kept.")
            )
        locale = QLocale()
        if split is None:
            waiting = self.tr("No drawings yet") if name == MY_DIGITS else self.tr("Not loaded")
            self._counts.setText(self.tr("Loading …") if loader.loading else waiting)
        else:
            counts = [locale.toString(len(part)) for part in (split.train, split.validation, split.test)]
            words = self.tr("{train} to train, {validation} to validate, {test} to test").format(
                train=counts[0], validation=counts[1], test=counts[2]
            )
            self._counts.setText(joined((sentence(words), fewer)) if (fewer := self._fewer(split)) else words)
            self._show_variation(split.train)
        has_classes = split is None or split.goal == CLASSES.name
        self._balance.setVisible(split is not None and has_classes)
        self._target.setVisible(split is not None and not has_classes)
        is_varied = split is None or not INPUT_KINDS[split.train.kind].no_variation
        self._augmentation.setVisible(is_varied)
        self._say_balance()
        features = split.train.features if split is not None else ()
        self._figures.set_features(features)
        is_table = bool(features) and not are_points(self._workbench)
        self._figures_title.setVisible(is_table)
        self._figures.setVisible(is_table)
        self.examples.show_data()

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

    def _say_balance(self) -> None:
        """Say of what there is how much: of images, points, rows of a table, letters or numbers."""
        split = self._workbench.data
        if are_points(self._workbench):
            balance = self.tr("Points of each class")
        elif split is not None and split.train.features:
            balance = self.tr("Rows of each class")
        else:
            balance = self.tr("Examples of each class")
        if split is not None and split.train.kind == "text":
            balance = self.tr("Alphabet")
            self._target.setText(self._alphabet_words(split.classes))
        elif split is not None and split.goal == number.GOAL.name:
            balance = self.tr("Target: {name}").format(name=split.classes[0])
            self._target.setText(self._target_words(split.train.labels))
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


def _label(role: str, parent: QWidget, text: Words = "") -> Label:
    label = Label(text, parent, wordWrap=True)
    if role:
        label.setProperty("role", role)
    return label
