"""The list of what the report can be compared with: reports of this session, and kept runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from engine.storage.runs.summary import RunSummary
from gui.bench.run_picker import run_entry
from gui.look.dressed import dressed
from gui.look.text_size import sized
from gui.stations.evaluate.comparing import RunChoice
from gui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gui.stations.evaluate.measuring_job import Measured

MOST_RUNS = 8  # in the list; all of them are in the dialog behind its last entry
LENGTH = 11  # characters
POPUP_LENGTH = 340  # pixels
MORE = object()


class CompareBox(ChoiceBox):
    """Offers nothing, the reports before, the newest runs, and a dialog with all runs.

    Signals:
        report_chosen: A report of this session, or nothing (Measured or None).
        run_chosen: A kept run (RunSummary).
        more_wanted: All runs are to be offered.
    """

    report_chosen = Signal(object)
    run_chosen = Signal(object)
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="compareWith", accessible=lambda: self.tr("Compare with"))
        dressed(
            self,
            tip=lambda: self.tr("Show the difference to a report that was measured before, or to a kept run"),
        )
        self.setMinimumContentsLength(LENGTH)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMaxVisibleItems(20)
        sized(self.view().setMinimumWidth, POPUP_LENGTH)
        self._entries: list[object] = []  # what each line stands for
        self._shown = 0
        self.activated.connect(self._on_activated)

    def set_choices(
        self,
        reports: Sequence[tuple[str, Measured]],
        runs: Sequence[RunSummary],
        chosen: Measured | RunChoice | None,
    ) -> None:
        """Offer these.

        Args:
            reports: Titles and reports of this session.
            runs: The runs that can be compared with, the newest first.
            chosen: What is compared with now.
        """
        self.clear()
        self._entries = []
        self._add(self.tr("Compare with …"), None)
        if isinstance(chosen, RunChoice):
            words = self.tr("{name}, best weights")
            if chosen.which != "best":
                words = self.tr("{name}, final weights")
            self._add(words.replace("{name}", chosen.name), chosen)
        for title, report in reports:
            self._add(title, report)
        if runs:
            self.insertSeparator(self.count())
            self._entries.append(None)
        for run in runs[:MOST_RUNS]:
            self._add(run_entry(run), run)
        if runs:
            self._add(self.tr("Choose a run …"), MORE)
        self.setEnabled(bool(reports) or bool(runs) or chosen is not None)
        self._shown = next((place for place, item in enumerate(self._entries) if item is chosen), 0)
        self.setCurrentIndex(self._shown)

    def _add(self, words: str, entry: object) -> None:
        self.addItem(words)
        self._entries.append(entry)

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        entry = self._entries[place]
        if entry is MORE:
            self.setCurrentIndex(self._shown)
            self.more_wanted.emit()
        elif isinstance(entry, RunSummary):
            self.setCurrentIndex(self._shown)  # until the entry of its weights is there
            self.run_chosen.emit(entry)
        elif place != self._shown:
            self._shown = place
            self.report_chosen.emit(entry)
