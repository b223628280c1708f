"""What is told above the page of the window: errors, how a run ended, preferences that could not be read."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from engine.training.events import FinishReason
from gui.look.words import error_words, translate_engine
from gui.tasks.worker import unexpected
from gui.widgets import text_dialog
from gui.widgets.notice_bar import Notice, NoticeBar

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from engine.errors import NetSketchError
    from engine.training.events import TrainingFinished


class WindowNotices(QObject):
    """Words for the bar above the page.

    Args:
        bar: Where they are shown.
        window: Over which details open.
    """

    def __init__(self, bar: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._window = window

    @Slot(object, str)
    @Slot(object)
    def show_error(self, error: NetSketchError, details: str = "") -> None:
        """Tell what went wrong, with the details a click away."""
        what, *rest = error_words(error)
        more = " ".join(part for part in rest if part)
        if details:
            notice = Notice(
                "error",
                what,
                more,
                self.tr("Details"),
                lambda: text_dialog.details(self._window, str(error), details).open(),
            )
        else:
            notice = Notice("error", what, more)
        self._bar.set_notice(notice)

    @Slot(object)
    def show_unexpected(self, error: BaseException) -> None:
        """Tell of an error that nobody caught."""
        self.show_error(unexpected(error), "".join(traceback.format_exception(error)))

    @Slot(str)
    def show_sentence(self, sentence: str) -> None:
        """Tell what did not work, in words that are ready."""
        self._bar.set_notice(Notice("error", sentence))

    @Slot()
    def clear(self) -> None:
        """Tell nothing any more."""
        self._bar.set_notice(None)

    @Slot(object)
    def show_end(self, event: TrainingFinished) -> None:
        """Tell of a run that diverged; of others the curves say enough."""
        if event.reason is FinishReason.DIVERGED:
            text = self.tr("Training was stopped: it ran out of control, the loss grew without end.")
            self._bar.set_notice(Notice("warning", text, translate_engine(event.message)))

    def show_set_aside(self, path: Path) -> None:
        """Tell of preferences that could not be read."""
        text = self.tr("Your preferences could not be read and were set aside.")
        more = self.tr("They are kept as “{name}”.").format(name=path.name)
        self._bar.set_notice(Notice("warning", text, more))
