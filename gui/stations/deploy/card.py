"""A format in which the model can leave: what one needs it for, how large it is, and what came of exporting it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QPushButton, QSizePolicy, QWidget

from engine.deploy.recent import State
from engine.deploy.weights import Activations, Weights
from engine.words import Phrase
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import sized
from gui.look.words import size_words, translate_engine
from gui.stations.deploy.opening import is_openable, is_page
from gui.stations.deploy.words import export_words, weights_words
from gui.widgets.choice_box import ChoiceBox, set_choosable
from gui.widgets.flow_box import FlowBox
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.progress_bar import ProgressBar
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.deploy.export_format import ExportFormat
    from engine.deploy.recent import RecentExport
    from gui.stations.deploy.looking import Offer
    from gui.tasks.worker import Progress

WIDTH = 330  # pixels that it has at least
PER_MILLE = 1000

Kinds = tuple[Weights, Activations]


def kinds_of(form: ExportFormat) -> tuple[Kinds, ...]:
    """Return of what kinds weights and activations can be, those that the form cannot hold among them, to be seen."""
    if len(form.weights) < 2:
        return ((form.weights[0], Activations.FLOAT32),)
    whole = ((Weights.INT8, Activations.INT8),) if Activations.INT8 in form.activations else ()
    return (*((kind, Activations.FLOAT32) for kind in Weights), *whole)


class FormatCard(QFrame):
    """One format.

    Args:
        form: The format.
        parent: The widget it belongs to.

    Signals:
        export_wanted: The model is to be written (the form).
        cancel_wanted: What is being written is to be given up.
        open_wanted: What was written is to be opened (Path).
        folder_wanted: The folder of what was written is to be opened (Path).
    """

    export_wanted = Signal(object)
    cancel_wanted = Signal()
    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, form: ExportFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._offer: Offer | None = None
        self._refusal = ""
        self._is_busy = False
        self._export: RecentExport | None = None
        self._state = State.THERE
        self._build_ui()
        self._connect()
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        form = self.form
        dressed(self, name=f"{form.name}Card", card=True)
        said(self.setAccessibleName, partial(translate_engine, form.title))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        sized(self.setMinimumWidth, WIDTH)
        title = dressed(Label(partial(translate_engine, form.title), self), role="heading")
        self.size_label = dressed(Label(self), name=f"{form.name}Size", role="muted")
        use = dressed(WholeLabel(partial(translate_engine, form.use), self), role="muted")
        self.obstacle = dressed(WholeLabel(self), name=f"{form.name}Obstacle", role="problem")
        self.weights = dressed(ChoiceBox(self), name=f"{form.name}Weights")
        said(self.weights.setAccessibleName, lambda: self.tr("How weights are stored"))
        self.weights.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._kinds = kinds_of(form)
        for kind, activations in self._kinds:
            self.weights.addItem(weights_words(kind, activations=activations))
        self.weights.setVisible(len(self._kinds) > 1)
        self.button = dressed(QPushButton(self), name=f"{form.name}Export")
        said(
            self.button.setAccessibleName,
            lambda: self.tr("Export: {format}").format(format=translate_engine(form.title)),
        )
        self._bar = ProgressBar(self, textVisible=False)
        self._bar.setRange(0, PER_MILLE)
        said(self._bar.setAccessibleName, lambda: self.tr("Progress of the export"))
        self._doing = dressed(Label(self), role="muted")
        self.cancel = dressed(QPushButton(self), name=f"{form.name}Cancel")
        self._progress = QWidget(self)
        column_of(self._doing, row_of((self._bar, 1), self.cancel, spacing=8), on=self._progress, spacing=2)
        self.result = dressed(WholeLabel(self), name=f"{form.name}Result")
        self.result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (use, self.obstacle, self.result):
            label.setMinimumWidth(1)
        self.folder = dressed(QPushButton(self), name=f"{form.name}Folder")
        self.open = dressed(QPushButton(self), name=f"{form.name}Open")
        self._after = FlowBox(spacing=6, parent=self)
        for button in (self.folder, self.open):
            self._after.add(button)
        column_of(
            row_of(title, STRETCH, self.size_label, spacing=8),
            use,
            self.obstacle,
            STRETCH,
            row_of(self.weights, STRETCH, self.button, spacing=8),
            self._progress,
            self.result,
            self._after,
            on=self,
            margins=(12, 9, 12, 10),
            spacing=6,
        )

    def _connect(self) -> None:
        self.button.clicked.connect(lambda: self.export_wanted.emit(self.form))
        self.cancel.clicked.connect(self._on_cancel_clicked)
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._path()))
        self.folder.clicked.connect(lambda: self.folder_wanted.emit(self._path()))
        self.weights.activated.connect(self._show_size)

    @property
    def chosen(self) -> Weights:
        """How weights are to be stored."""
        return self._chosen[0]

    @property
    def chosen_activations(self) -> Activations:
        """In what kind of numbers activations are to be multiplied."""
        return self._chosen[1]

    @property
    def _chosen(self) -> Kinds:
        return self._kinds[max(0, self.weights.currentIndex())]  # Qt would make a bare word of the choice

    @property
    def export(self) -> RecentExport | None:
        """What was exported, as the card shows it."""
        return self._export

    def set_offer(self, offer: Offer | None, refusal: str = "") -> None:
        """Say what the format can make of the model.

        Args:
            offer: What is known of that; None while nothing is.
            refusal: Why nothing can be exported at this moment; empty where something can.
        """
        self._offer, self._refusal = offer, refusal
        self._show()

    def set_busy(self, is_busy: bool) -> None:
        """Show that the model is being written, or no more."""
        if is_busy and not self._is_busy:
            self._bar.setRange(0, PER_MILLE)
            self._bar.setValue(0)
            said(self._doing.setText, "")
        self._is_busy = is_busy
        self._show()

    @Slot(object)
    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        if progress.share == progress.share and self.cancel.isEnabled():
            self._bar.setValue(round(PER_MILLE * progress.share))
        said(self._doing.setText, partial(translate_engine, progress.text))

    def set_export(self, export: RecentExport | None, state: State = State.THERE) -> None:
        """Show what was exported, and what became of the file."""
        if (export, state) != (self._export, self._state):
            self._export, self._state = export, state
            self._show()

    def _path(self) -> object:
        return None if self._export is None else self._export.path

    def _show(self) -> None:
        offer, export = self._offer, self._export
        obstacle = "" if offer is None else translate_engine(offer.obstacle)
        self.obstacle.setText(obstacle)
        self.obstacle.setVisible(bool(obstacle))
        self.button.setText(self.tr("Export …"))
        self.button.setEnabled(not obstacle and not self._refusal)
        self.button.setToolTip(plain(obstacle or self._refusal))
        self.button.setVisible(not self._is_busy)
        self.weights.setEnabled(self.button.isEnabled())
        self.weights.setVisible(len(self._kinds) > 1 and not self._is_busy)
        with QSignalBlocker(self.weights):
            for place, (kind, activations) in enumerate(self._kinds):
                size = None if offer is None else offer.sizes.get(kind)
                if activations is not Activations.FLOAT32:
                    size = None  # as without; there is no room for it
                self.weights.setItemText(place, weights_words(kind, size, activations))
                reason = self.form.not_held.get(kind, Phrase(""))
                if activations is not Activations.FLOAT32 and offer is not None:
                    reason = offer.not_rounded
                can_be = kind in self.form.weights and not reason
                set_choosable(self.weights, place, can_be, translate_engine(reason))
            if not self._can_be(self.weights.currentIndex()):
                self.weights.setCurrentIndex(0)
        self._show_size()
        self._progress.setVisible(self._is_busy)
        self.cancel.setEnabled(self._is_busy)
        self.cancel.setText(self.tr("Cancel"))
        is_shown = export is not None and not self._is_busy
        is_there = is_shown and self._state is not State.GONE
        self.result.setVisible(is_shown)
        self._after.setVisible(is_shown)
        if export is None:
            self.result.setText("")
        else:
            self.result.setText(export_words(export, self._state))
            self.open.setVisible(is_there and is_openable(export.path))
        is_of_page = export is not None and is_page(export.path)
        self.open.setText(self.tr("Open page") if is_of_page else self.tr("Open"))
        self.folder.setText(self.tr("Open folder"))
        self.updateGeometry()

    def _can_be(self, place: int) -> bool:
        item = self.weights.model().index(max(0, place), 0)
        return bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)

    @Slot()
    def _show_size(self) -> None:
        offer = self._offer
        size = None if offer is None else offer.sizes.get(self.chosen)
        footprint = None if offer is None else offer.footprints.get(self.chosen)
        words = ""
        if footprint is not None:
            words = self.tr("{flash} of flash, {ram} of RAM").format(
                flash=size_words(footprint.flash), ram=size_words(footprint.ram)
            )
        elif size is not None and len(self._kinds) < 2:
            words = self.tr("weights of {size}").format(size=size_words(size))
        self.size_label.setText(words)

    @Slot()
    def _on_cancel_clicked(self) -> None:
        self.cancel.setEnabled(False)
        self._bar.setRange(0, 0)  # nobody knows how long what is under way takes
        said(self._doing.setText, lambda: self.tr("Cancelling …"))
        self.cancel_wanted.emit()
