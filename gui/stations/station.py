"""What a station is: how it is called, its page, and what it and the window do for each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from engine.records import dataclass
from gui.widgets.lazy_page import LazyPage, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray
    from PySide6.QtGui import QAction, QKeySequence
    from PySide6.QtWidgets import QMenu, QWidget

    from gui.look.spoken import Words
    from gui.workbench import Workbench


class StationMenus(Protocol):
    """The menu bar, as far as stations add to it."""

    def menu(self, name: str, title: Words = "") -> QMenu:
        """Return the menu of this object name, such as ``trainMenu``; put in under ``title`` where there is none."""

    def add(
        self,
        menu: QMenu,
        text: Words,
        slot: Callable[..., object],
        keys: QKeySequence | QKeySequence.StandardKey | str | None = None,
        tip: Words = "",
    ) -> QAction:
        """Append an action to a menu."""


@runtime_checkable
class FollowsPad(Protocol):
    """A page that does something with what is on the pad."""

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Take what is on the pad, ``(28, 28)`` uint8 or ``(F,)`` float32; None for an empty one."""


class Station(QObject, Generic[Page]):
    """One station of the window.

    A subclass says how it is called and builds its page; all else it may leave as it is. It is made with the window,
    its page when it is first shown.

    Args:
        workbench: What it shows and steers.
        window: What it belongs to, and above which its dialogs open.

    Attributes:
        name: Under which it is remembered and asked for.
        icon: Its icon on the rail, one of ``resources/icons``.
        opens_first: Whether it is shown where none is remembered.
        built_at_start: Whether its page is built with the window, as others look for its widgets by their names.
        place: Where the page is put when it is built.

    Signals:
        failed: Something could not be done (NetSketchError, traceback or empty string).
        notice_raised: Something is to be told above the page (Notice).
        station_wanted: A station is to be shown (its name).
        model_wanted: A model file is to be opened (Path).
        example_chosen: An image is to be tried on the pad (``(H, W)`` or ``(H, W, 3)`` uint8).
        preferences_wanted: What is preferred is to be shown, one of it first (its key).
        requested: Another station is to do something (one of the requests below).
        read_so_far: How far the drawing on the pad is read is to be shown there (ReadPart), or no more (None).
        achieved: Something was done that a lesson may wait for (Deed).
    """

    name: ClassVar[str]
    icon: ClassVar[str]
    opens_first: ClassVar[bool] = False
    built_at_start: ClassVar[bool] = False

    failed = Signal(object, str)
    notice_raised = Signal(object)
    station_wanted = Signal(str)
    model_wanted = Signal(object)
    example_chosen = Signal(object)
    preferences_wanted = Signal(str)
    requested = Signal(object)
    read_so_far = Signal(object)
    achieved = Signal(object)

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self.workbench = workbench
        self.window = window
        self._drawing: NDArray[Any] | None = None
        self._follower: FollowsPad | None = None  # its page, where that is one
        self.place = LazyPage(self._build_following, window)

    # How it is called

    def title(self) -> str:
        """Return its name for people."""
        raise NotImplementedError

    def help_text(self) -> str:
        """Say in a line what one does here."""
        raise NotImplementedError

    def first_step(self) -> str:
        """Return what the help for beginners says of it, or nothing."""
        return ""

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of its page that no menu names, for the list of keys: ``("F2", "rename the run")``."""
        return ()

    # Its page

    def build(self, place: QWidget) -> Page:
        """Make the page in its place; asked for once."""
        raise NotImplementedError

    def _build_following(self, place: QWidget) -> Page:
        """Make the page, and tell it what is on the pad already, where it follows it."""
        page = self.build(place)
        built: object = page
        if isinstance(built, FollowsPad):  # asked once: it takes as long as the answer of a small network
            self._follower = built
            built.set_drawing(self._drawing)
        return page

    @property
    def page(self) -> Page:
        """The page, built now where it was not."""
        return self.place.built()

    @property
    def is_built(self) -> bool:
        """Whether the page was built."""
        return self.place.page is not None

    def view(self) -> str:
        """Return the name of the view in sight; empty for a page that has but one, or was not built."""
        return ""

    def show_view(self, name: str) -> None:
        """Turn to a view of the page, where there is one of this name."""

    # What it does for the window and for other stations

    def add_menus(self, menus: StationMenus) -> None:
        """Put in the menus of its own: their names stand in the window."""

    def add_actions(self, menus: StationMenus) -> None:
        """Add to the menus what is seen once they are opened."""

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Take what is on the pad, or None for an empty one; a page that follows it is told."""
        self._drawing = drawing
        if self._follower is not None:
            self._follower.set_drawing(drawing)

    def opener(self, path: Path) -> Callable[[Path], object] | None:
        """Return what opens a file that is dropped on the window, or None where it is none for this station."""
        return None

    def offers(self) -> Mapping[type, Callable[[Any], object]]:
        """Return what does which requests of other stations."""
        return {}

    def reset(self) -> None:
        """Let nothing be chosen or typed in it any more, for the next class; what lies on the disk stays."""

    def set_presented(self, presented: bool) -> None:
        """Show what is to be seen from the last row alone, in front of a class, or all again."""

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""


# What one station may ask of another without knowing it


@dataclass(frozen=True, slots=True)
class CompareRuns:
    """Measure two kept runs on the same images and show how they differ.

    Attributes:
        this: Id of the run whose model is taken to hand.
        other: Id of the run that is subtracted.
    """

    this: str
    other: str


@dataclass(frozen=True, slots=True)
class ShowRun:
    """Show a kept run in the list of runs.

    Attributes:
        run: Its id.
    """

    run: str


@dataclass(frozen=True, slots=True)
class OverlayRuns:
    """Show kept runs in the list of runs, their curves over each other.

    Attributes:
        runs: Their ids.
    """

    runs: tuple[str, ...]
