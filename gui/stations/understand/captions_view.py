"""Captions: a sentence finds pictures, a drawing finds its sentence, and a map shows both together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QLocale, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QPushButton, QStackedWidget, QWidget

from engine.captions.plan import Plan
from engine.captions.words import parsed, sentence
from engine.data.dataset import Dataset
from engine.data.ink import SIZE
from engine.errors import NetSketchError
from engine.inputs.picture import KIND as PICTURE
from engine.inputs.registry import kind_of
from gui.bench.value_words import duration
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.words import listed, told, translate_engine
from gui.stations.understand.caption_map import CaptionMap
from gui.stations.understand.captioning import MAPPED, Captioning, Captions, Learning
from gui.stations.understand.view import View
from gui.widgets.choice_box import ChoiceBox
from gui.widgets.flow_box import FlowBox
from gui.widgets.images.image_grid import ImageGrid
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.pages import turn_to
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.saving.ask_where import ask_where
from gui.widgets.sides import Sides
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.stations.understand.scene import Scene
    from gui.tasks.worker import Progress
    from gui.workbench import Workbench

SHOWN = 60  # pictures that are found
READ = 3  # sentences that a drawing is read by
LONGEST = 200  # letters of a sentence
PER_MILLE = 1000
SHARES = (420, 420)


class CaptionsView(View):
    """Needs no network at hand: it has a model of its own, which it trains in the time of a cup of tea.

    Args:
        workbench: Whose data can be searched, and whose undo takes back.
        parent: The widget it belongs to.
    """

    name = "captions"
    needs_model = False

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        self.captioning = Captioning(workbench.undo_stack, self)
        self._drawing: NDArray[np.uint8] | None = None
        self._shown: Captions | None = None
        self._found: list[tuple[str, str, float]] = []  # sentence, what the picture shows, likeness
        self._images: NDArray[np.uint8] = np.zeros((0, SIZE, SIZE), np.uint8)
        self._build_ui()
        self._connect()
        follow_language(self, self._say_words)

    def _build_ui(self) -> None:
        self.train = dressed(
            QPushButton(self), text=lambda: self.tr("Train captions"), name="trainCaptions", main=True
        )
        self.stop = dressed(QPushButton(self), text=lambda: self.tr("Stop"), name="stopCaptions")
        dressed(self.stop, tip=lambda: self.tr("What is learnt until now is kept, with a rough map of it"))
        self.bar = dressed(
            ProgressBar(self, textVisible=False), accessible=lambda: self.tr("How far the captions are")
        )
        self.bar.setRange(0, PER_MILLE)
        self._doing = dressed(Label(self), name="captionsDoing", role="muted")
        self.open = dressed(QPushButton(self), text=lambda: self.tr("Open …"), name="openCaptions")
        self.save = dressed(QPushButton(self), text=lambda: self.tr("Save as …"), name="saveCaptions")
        self._under_way = QWidget(self)
        row_of(self.stop, (self.bar, 1), self._doing, on=self._under_way, spacing=8)
        self._why_not = dressed(WholeLabel(self), name="captionsWhyNot", role="muted")
        begin = FlowBox(spacing=8, parent=self)
        for part in (self.train, self._under_way, self.open, self.save):
            begin.add(part)
        self.line = dressed(
            QLineEdit(self), name="captionLine", accessible=lambda: self.tr("A sentence about a picture")
        )
        self.line.setMaxLength(LONGEST)
        said(self.line.setPlaceholderText, lambda: self.tr("a thick slanted three"))
        self.where = dressed(
            ChoiceBox(self), name="captionWhere", accessible=lambda: self.tr("Where to look")
        )
        self.where.addItems(["", ""])
        self._problem = dressed(WholeLabel(self), name="captionProblem", role="problem")
        self._ask = QWidget(self)
        column_of(row_of((self.line, 1), self.where, spacing=8), self._problem, on=self._ask, spacing=2)
        self.grid = dressed(ImageGrid(self), name="captionPictures")
        said(self.grid.setAccessibleName, lambda: self.tr("Pictures that were found"))
        self.map = dressed(CaptionMap(self), accessible=lambda: self.tr("Map of pictures and sentences"))
        sides = Sides(self)
        for title, part in (
            (lambda: self.tr("Pictures for the sentence"), self.grid),
            (lambda: self.tr("Pictures and sentences in one space"), self.map),
        ):
            card = dressed(QFrame(self), card=True)
            heading = dressed(Label(title, card), role="heading")
            column_of(heading, (part, 1), on=card, margins=(10, 4, 8, 6), spacing=4)
            sides.addWidget(card)
        sides.setSizes(SHARES)
        self._reading = dressed(WholeLabel(self), name="captionReading")
        self._body = QWidget(self)
        column_of(self._ask, (sides, 1), self._reading, on=self._body, spacing=8)
        self._empty = QWidget(self)
        words = dressed(
            WholeLabel(
                lambda: self.tr(
                    "A small network learns here, from digits that it draws, what sentences mean: write “a thick "
                    "slanted three”, and it finds such pictures; draw on the pad, and it says what it sees. The time "
                    "that is left is told while it learns."
                ),
                self._empty,
            ),
            role="muted",
        )
        column_of(words, STRETCH, on=self._empty, margins=(0, 12, 0, 0))
        self._pages = QStackedWidget(self)
        for page in (self._empty, self._body):
            self._pages.addWidget(page)
        column_of(begin, self._why_not, (self._pages, 1), on=self, margins=(14, 4, 14, 10), spacing=8)

    def _connect(self) -> None:
        captioning = self.captioning
        self.train.clicked.connect(self._on_train_clicked)
        self.stop.clicked.connect(captioning.stop)
        self.open.clicked.connect(self._on_open_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.line.textChanged.connect(self._find)
        self.where.activated.connect(self._find)
        self.grid.image_activated.connect(self._on_grid_image_activated)
        captioning.changed.connect(self._show)
        captioning.searched.connect(self._find)
        captioning.progressed.connect(self._on_captioning_progressed)
        captioning.failed.connect(self._on_captioning_failed)
        self._workbench.state_changed.connect(self._show_state)
        self._workbench.data_changed.connect(self._on_workbench_data_changed)

    def _say_words(self) -> None:
        self.where.setItemText(0, self.tr("Generated digits"))
        self.where.setItemText(1, self.tr("Test images of the data at hand"))
        self._shown = None
        self._show()

    # For the page

    def title(self) -> str:
        return self.tr("Captions")

    def help_text(self) -> str:
        return self.tr("Write a sentence and find pictures, or draw and find the sentence")

    def set_scene(self, scene: Scene) -> None:
        """Nothing of the network at hand is shown here."""

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        is_picture = drawing is not None and drawing.shape == (SIZE, SIZE) and bool(drawing.any())
        self._drawing = drawing if is_picture else None
        self._read()

    def figure(self) -> QWidget:
        return self.map if self._pages.currentWidget() is self._body else self

    def table(self) -> tuple[list[str], list[list[Any]]]:
        return ["sentence", "picture", "likeness"], [list(row) for row in self._found]

    def shutdown(self) -> None:
        self.captioning.shutdown()
        super().shutdown()

    # What is shown

    @Slot()
    def _show(self) -> None:
        captions = self.captioning.captions
        self._show_state()
        if captions is not self._shown:
            self._shown = captions
            if captions is not None:
                self._show_map(captions)
                self._find()
        turn_to(self._pages, self._empty if captions is None else self._body)
        self._read()

    @Slot()
    def _show_state(self) -> None:
        busy, reason = self.captioning.busy, ""
        if self._workbench.running:
            reason = self.tr("A training is under way. Stop it or wait for its end.")
        had_focus = self.stop.hasFocus() or self.train.hasFocus()
        self._under_way.setVisible(busy)
        self.train.setVisible(not busy)
        if had_focus:
            (self.stop if busy else self.train).setFocus()
        self.train.setEnabled(not reason)
        self.train.setToolTip(plain(reason))
        self._why_not.setText("" if busy else reason)
        self._why_not.setVisible(bool(reason) and not busy)
        self.open.setEnabled(not busy)
        self.save.setEnabled(not busy and self.captioning.captions is not None)
        self._show_where()
        if not busy:
            self.bar.setValue(0)
            self._doing.setText("")

    def _show_where(self) -> None:
        """Offer the data at hand where they are drawings."""
        data = self._data()
        self.where.setVisible(data is not None)
        if data is None:
            self.where.setCurrentIndex(0)

    def _data(self) -> Dataset | None:
        split = self._workbench.data
        is_drawn = split is not None and split.test.images.shape[1:] == (SIZE, SIZE) and len(split.test)
        return split.test if split is not None and is_drawn else None

    def _takes_drawings(self) -> bool:
        """Whether the pad is one to draw on; with points, tables and texts it is another."""
        split = self._workbench.data
        return split is None or kind_of(split.train.image_shape) is PICTURE

    def _show_map(self, captions: Captions) -> None:
        shown = captions.pictures
        labels = shown.facts[:MAPPED, 2] - 1
        classes = tuple(str(digit) for digit in range(10))
        self.map.set_points(
            Dataset("generated", shown.images[:MAPPED], labels, classes), captions.map.pictures
        )
        digits = [self._in_words(np.array([0, 0, digit])) for digit in range(1, 11)]
        self.map.set_sentences(digits, captions.map.sentences)

    @Slot()
    def _find(self) -> None:
        """Find the pictures for what is written; nothing written is no fault."""
        captions, words = self.captioning.captions, self.line.text()
        self._say_problem("")
        if captions is None:
            return
        nothing = np.zeros(0, np.int64)
        if not words.strip():
            self._show_found(captions, None, nothing, nothing.astype(np.float32))
            self.map.set_asked("", None, nothing)
            return
        try:
            wanted = parsed(words)
        except NetSketchError as error:
            self._say_problem(told(error))
            self._show_found(captions, None, nothing, nothing.astype(np.float32))
            self.grid.set_empty_text(lambda: self.tr("No pictures: the sentence above is not understood."))
            self.map.set_asked("", None, nothing)
            return
        data = self._data() if self.where.currentIndex() == 1 else None
        places = captions.places if data is None else self.captioning.places_of(data)
        if places is None:
            return
        likeness = captions.finder.find(wanted, places)
        best = np.argsort(-likeness, kind="stable")[:SHOWN]
        self._show_found(captions, data, best, likeness, self._in_words(wanted))
        place = captions.finder.places_of_sentences(wanted[None])[0]
        self.map.set_asked(
            self._in_words(wanted), captions.map.place_of_sentence(place), best if data is None else nothing
        )

    def _show_found(
        self,
        captions: Captions,
        data: Dataset | None,
        best: NDArray[np.int64],
        likeness: NDArray[np.float32],
        asked: str = "",
    ) -> None:
        number = QLocale().toString
        if data is None:
            self._images = captions.pictures.images[best]
            names = [self._in_words(facts) for facts in captions.pictures.facts[best]]
            labels, classes = captions.pictures.facts[best, 2] - 1, tuple("0123456789")
        else:
            self._images, labels, classes = data.images[best], data.labels[best], data.classes
            names = [classes[label] for label in labels.tolist()]
        shares = likeness[best].tolist()
        self._found = [(asked, name, share) for name, share in zip(names, shares, strict=True)]
        self.grid.set_images(self._images, labels, classes, [number(share, "f", 2) for share in shares])
        self.grid.set_empty_text(
            lambda: self.tr("Write a sentence above: a digit, how thick it is, how it leans")
        )

    def _read(self) -> None:
        """Say by which sentences the drawing is read, and where it lies."""
        captions = self.captioning.captions
        if captions is None:
            return
        if self._drawing is None:
            self.map.set_marker(None)
            self._reading.setText(
                self.tr("Draw a digit on the pad: the sentence for it stands here.")
                if self._takes_drawings()
                else self.tr(
                    "Choose data of digits, and draw one on the pad: the sentence for it stands here."
                )
            )
            return
        place = captions.finder.places_of_pictures(self._drawing[None])[0]
        best, *others = (
            self.tr("“{sentence}” ({likeness})").format(
                sentence=self._in_words(each.caption), likeness=QLocale().toString(each.likeness, "f", 2)
            )
            for each in captions.finder.read(place, READ)
        )
        words = self.tr("Your drawing: {best}. Then: {others}.")
        self._reading.setText(words.format(best=best, others=listed(others)))
        self.map.set_marker(captions.map.place_of_picture(place), self.tr("your drawing"))

    def _in_words(self, caption: NDArray[np.int64]) -> str:
        """Return a caption in the window's language, as far as captions know it."""
        return sentence(caption, chinese=QLocale().language() == QLocale.Language.Chinese)

    def _say_problem(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    # What is heard

    @Slot()
    def _on_train_clicked(self) -> None:
        self._say_problem("")
        self.captioning.train(Plan())

    @Slot()
    def _on_open_clicked(self) -> None:
        pattern = self.tr("Captions (*.safetensors);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open captions"), str(self._folder()), pattern)
        if name:
            self.captioning.open(Path(name))

    @Slot()
    def _on_save_clicked(self) -> None:
        start = self._folder() / "captions.safetensors"
        pattern = self.tr("Captions (*.safetensors)")
        path = ask_where(self, self.tr("Save captions"), start, pattern, ".safetensors")
        if path is None:
            return
        try:
            self.captioning.save(path)
        except NetSketchError as error:
            self.failed.emit(error, "")

    def _folder(self) -> Path:
        recent = self._workbench.preferences.recent_files
        return recent[0].parent if recent else Path.home()

    @Slot(object)
    def _on_captioning_progressed(self, progress: Progress) -> None:
        self.bar.setValue(round(PER_MILLE * progress.share))
        words = translate_engine(progress.text)
        if isinstance(progress, Learning) and progress.seconds_left == progress.seconds_left:
            words = self.tr("{what} · {time} left").format(what=words, time=duration(progress.seconds_left))
        self._doing.setText(words)

    @Slot(object, str)
    def _on_captioning_failed(self, error: NetSketchError, details: str) -> None:
        self.failed.emit(error, details)

    @Slot(int)
    def _on_grid_image_activated(self, index: int) -> None:
        if self._takes_drawings():
            self.example_chosen.emit(self._images[index])
        else:
            self._say_problem(
                self.tr(
                    "A picture goes to the pad, which takes no drawings with the data at hand. Choose data of digits."
                )
            )

    @Slot()
    def _on_workbench_data_changed(self) -> None:
        self._show_where()
        self._find()
        self._read()
