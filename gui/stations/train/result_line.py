"""What came of the newest run, in a line above its curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from engine import file_names
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language
from gui.look.words import say_kept, translate_engine
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from gui.workbench import Workbench


class ResultLine(WholeLabel):
    """The engine's sentence on the run whose curves are shown; its room is kept while there is none: nothing jumps.

    Args:
        workbench: Whose run.
    """

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="resultLine")
        self.setContentsMargins(14, 6, 14, 2)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._workbench = workbench
        workbench.run_started.connect(self._show)
        workbench.run_finished.connect(self._show)
        workbench.model_changed.connect(self._show)
        follow_language(self, self._show)

    @Slot()
    def _show(self) -> None:
        bench = self._workbench
        words, kept, model = translate_engine(bench.outcome), bench.moment_kept_by_hand, bench.model
        if words and model is not None and model.path is not None and not bench.current_model.is_of_run:
            words = self.tr("{outcome} At hand is the model of {file} instead.").format(
                outcome=words, file=file_names.model_name(model.path)
            )
        elif words and kept:
            words = self.tr("{outcome} You kept another moment: {moment}.").format(outcome=words, moment=kept)
        self.setText(words)
        self.setToolTip(plain(say_kept(bench.history.message)))
