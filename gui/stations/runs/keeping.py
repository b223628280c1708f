"""How much room the runs take, and what is told before less room makes old snapshots go."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from gui.bench.preference_list import MB_IN_GB
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.words import listed, plain_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.storage.runs.disk_use import Going
    from gui.bench.preferences import Preferences
    from gui.bench.run_catalogue import RunCatalogue

ROOM = "runs_limit_mb"
NAMED = 8  # runs that are named before snapshots of them go


class KeepingButton(QToolButton):
    """Says how much room the runs take; a press asks for the preferences.

    Args:
        preferences: Which say how much room there is.
        parent: The widget it belongs to.
    """

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keepingButton")
        self._preferences = preferences
        self._use: int | None = None
        dressed(self, tip=lambda: self.tr("Room on the disk, and how often a run under way is made safe"))
        follow_language(self, self._show)
        preferences.follow(ROOM, self._on_room_changed)

    def set_use(self, use: int | None) -> None:
        """Say how many bytes the runs take; None while that is not known."""
        self._use = use
        self._show()

    def _show(self) -> None:
        limit = plain_number(self._preferences.runs_limit_mb / MB_IN_GB)
        if self._use is None:
            text = self.tr("At most {limit} GB").format(limit=limit)
        else:
            from gui.stations.runs import run_words

            use = run_words.bytes_text(self._use)
            text = self.tr("{use} of at most {limit} GB").format(use=use, limit=limit)
        self.setText(text)
        self.setAccessibleName(text)

    @Slot(object)
    def _on_room_changed(self, _megabytes: int) -> None:
        self._show()


class RoomQuestion(QObject):
    """Tells which snapshots would go before the runs get less room, and asks whether they shall.

    Args:
        catalogue: The runs.
        window: Above which it asks.
    """

    def __init__(self, catalogue: RunCatalogue, window: QWidget) -> None:
        super().__init__(window)
        self._catalogue = catalogue
        self._window = window

    def ask(self, megabytes: int, change: Callable[[], None], leave: Callable[[], None]) -> None:
        """Ask where anything would go.

        Args:
            megabytes: The room that is wished.
            change: Called where nothing would go, or the person agrees.
            leave: Called where the person does not.
        """
        limit, use = megabytes * 1024**2, self._catalogue.use
        if use is not None and use <= limit:
            change()
        else:
            self._catalogue.would_thin(limit, partial(self._ask, megabytes, change, leave))

    def _ask(
        self, megabytes: int, change: Callable[[], None], leave: Callable[[], None], going: tuple[Going, ...]
    ) -> None:
        from gui.widgets.message_box import MessageBox

        if not going:
            change()
            return
        box = MessageBox(
            QApplication.activeModalWidget() or self._window,
            MessageBox.Icon.Question,
            lambda: self.tr("Room for Runs"),
            lambda: self._text(megabytes, going),
            lambda: self._more(going),
        )
        box.setObjectName("roomQuestion")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.add_button(lambda: self.tr("Delete Snapshots"), MessageBox.ButtonRole.AcceptRole)
        keep = box.add_button(lambda: self.tr("Keep the Room"), MessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.buttonClicked.connect(lambda pressed: leave() if pressed is keep else change())
        box.open()

    def _text(self, megabytes: int, going: tuple[Going, ...]) -> str:
        from gui.stations.runs import run_words

        return self.tr("With room for {limit} GB, old snapshots that take {bytes} are deleted.").format(
            limit=plain_number(megabytes / MB_IN_GB),
            bytes=run_words.bytes_text(sum(item.bytes for item in going)),
        )

    def _more(self, going: tuple[Going, ...]) -> str:
        names = listed((self._name(item) for item in going[:NAMED]), goes_on=len(going) > NAMED)
        return self.tr(
            "Snapshots: {count}. Runs that lose some, the first to do so in front: {names}. The best and the last "
            "weights of every run stay, and so do its curves. What is deleted cannot be brought back."
        ).format(count=QLocale().toString(sum(len(item.snapshots) for item in going)), names=names)

    def _name(self, going: Going) -> str:
        run = self._catalogue.get(going.run.name)
        if run is not None:
            return run.name
        return self.tr("“{name}” in the bin").format(name=going.run.name.partition("~")[0])
