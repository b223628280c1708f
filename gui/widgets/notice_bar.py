"""A banner above the page: what happened, why, and what to do, with at most one button."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget

from engine.records import dataclass
from gui.look.dressed import dressed
from gui.look.plain import escaped
from gui.look.spoken import Words, follow_language, words_of
from gui.look.style_sheet import repolish
from gui.look.words import joined
from gui.widgets.label import Label
from gui.widgets.layouts import row_of

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["info", "success", "warning", "error"]


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """Something to tell.

    Attributes:
        kind: How grave it is.
        text: What happened, in bold where ``more`` follows.
        more: Why, and what to do.
        action: Words on the button, empty for no button.
        on_action: What the button does.
        stands: Whether its cause is still there; asked whenever that may have changed.
        on_close: What is done where the person closes it without that.
        is_patient: Whether it waits where a warning or an error stands, rather than taking its place unread.
    """

    kind: Kind
    text: Words
    more: Words = ""
    action: Words = ""
    on_action: Callable[[], None] | None = None
    stands: Callable[[], bool] = lambda: True
    on_close: Callable[[], None] = lambda: None
    is_patient: bool = False


class NoticeBar(QFrame):
    """Shows one notice at a time; hidden while there is none.

    Signals:
        dismissed: The person closed it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._notice: Notice | None = None
        self._waiting: Notice | None = None
        self._build_ui()
        self._connect()
        self.hide()
        follow_language(self, self._say_notice)

    def _build_ui(self) -> None:
        self._label = dressed(Label(self, wordWrap=True), name="noticeLabel")
        self._label.setMinimumWidth(1)  # no word in it, such as a path, makes the window wider
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = dressed(QPushButton(self), name="noticeAction")
        self._close = dressed(QToolButton(self, autoRaise=True), name="noticeClose")
        self._close.setText("✕")
        dressed(
            self._close,
            tip=lambda: self.tr("Close this message"),
            accessible=lambda: self.tr("Close this message"),
        )
        row_of((self._label, 1), self._action, self._close, on=self, margins=(4, 0, 0, 0))

    def _connect(self) -> None:
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self._on_close_clicked)

    @property
    def notice(self) -> Notice | None:
        """What is shown, or None."""
        return self._notice

    def set_notice(self, notice: Notice | None) -> None:
        """Show a notice in place of the last one, or nothing; a patient one may have to wait until that is gone."""
        if notice is None:
            notice, self._waiting = self._waiting, None
            if notice is not None and not notice.stands():
                notice = None
        elif notice.is_patient and self._notice is not None and self._notice.kind in ("warning", "error"):
            self._waiting = notice
            return
        elif self._notice is not None and self._notice.is_patient:
            self._waiting = self._notice  # it comes again
        self._notice = notice
        self._say_notice()
        if notice is None:
            self.hide()
            return
        self._action.setVisible(bool(notice.action))
        self.setProperty("banner", notice.kind)
        repolish(self)
        self.show()

    def _say_notice(self) -> None:
        said = self._notice or Notice("info", "")
        text, more = words_of(said.text), words_of(said.more)
        self._label.set_markup(joined((f"<b>{escaped(text)}</b>", escaped(more))) if more else escaped(text))
        self.setAccessibleName(joined((text, more)))
        self._action.setText(words_of(said.action))

    @Slot()
    def review(self) -> None:
        """Take a notice away whose cause is gone."""
        if self._notice is not None and not self._notice.stands():
            self.set_notice(None)

    @Slot()
    def _on_action_clicked(self) -> None:
        notice = self._notice
        self.set_notice(None)
        if notice is not None and notice.on_action is not None:
            notice.on_action()

    @Slot()
    def _on_close_clicked(self) -> None:
        notice = self._notice
        self.set_notice(None)
        if notice is not None:
            notice.on_close()
        self.dismissed.emit()
