"""The formats as cards: the registry's, so that one more there is one more here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from engine.deploy.registry import FORMATS
from gui.stations.deploy.card import FormatCard
from gui.widgets.flow_box import FlowBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.stations.deploy.exporting import Exporting
    from gui.stations.deploy.looking import Looked
    from gui.stations.deploy.recents import Recents
    from gui.tasks.worker import Progress


class Cards(FlowBox):
    """A card for each format, as many to a row as there is room for.

    Args:
        exporting: What writes.
        recents: What was written of late; a card follows what becomes of its file.
        parent: The widget it belongs to.

    Signals:
        export_wanted: The model is to be written (the form).
        open_wanted: What was written is to be opened (Path).
        folder_wanted: The folder of what was written is to be opened (Path).
    """

    export_wanted = Signal(object)
    open_wanted = Signal(object)
    folder_wanted = Signal(object)

    def __init__(self, exporting: Exporting, recents: Recents, parent: QWidget | None = None) -> None:
        super().__init__(spacing=10, parent=parent, fill=True)
        self.setObjectName("formatCards")
        self._exporting = exporting
        self._recents = recents
        self.cards = {form.name: FormatCard(form, self) for form in FORMATS}
        for card in self.cards.values():
            self.add(card)
            card.export_wanted.connect(self.export_wanted)
            card.open_wanted.connect(self.open_wanted)
            card.folder_wanted.connect(self.folder_wanted)
            card.cancel_wanted.connect(exporting.cancel)
        exporting.progressed.connect(self._on_exporting_progressed)
        recents.changed.connect(self._on_recents_changed)

    def show_offers(self, looked: Looked | None, refusal: str) -> None:
        """Say what each format can make of the model.

        Args:
            looked: What was found of it; None while nothing is.
            refusal: Why nothing can be exported now; empty where something can.
        """
        busy = self._exporting.form
        for name, card in self.cards.items():
            card.set_offer(None if looked is None else looked.offers.get(name), refusal)
            card.set_busy(name == busy)

    def forget_exports(self) -> None:
        """Show no more what was exported, as another model is chosen."""
        for card in self.cards.values():
            card.set_export(None)

    @Slot(object)
    def _on_exporting_progressed(self, progress: Progress) -> None:
        if self._exporting.form in self.cards:
            self.cards[self._exporting.form].show_progress(progress)

    @Slot()
    def _on_recents_changed(self) -> None:
        found = {(export.path, export.when): state for export, state in self._recents.items}
        for card in self.cards.values():
            export = card.export
            if export is not None and (export.path, export.when) in found:
                card.set_export(export, found[export.path, export.when])
