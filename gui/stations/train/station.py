"""The Train station in the window: shown first, with the pad's drawing at each moment of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot

from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from gui.stations.station import StationMenus
    from gui.stations.train.page import TrainPage
    from gui.workbench import Workbench


class TrainStation(Station["TrainPage"]):
    """Describe the network, train it and watch."""

    name = "train"
    icon = "train"
    opens_first = True
    built_at_start = True

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench, window)
        self._code: QAction | None = None
        self._microscope: QAction | None = None

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Train")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("Describe the network, train it and watch")

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Alt+Up / Alt+Down", self.tr("on a layer: move it up or down")),
            ("Del", self.tr("on a layer: take it out")),
            ("Left / Right", self.tr("under the microscope: the phase before or after")),
            ("Up / Down", self.tr("under the microscope: another unit; with Shift, another input of it")),
            ("PgUp / PgDown", self.tr("under the microscope: another layer")),
            ("P", self.tr("under the microscope: play the step, or hold it")),
        )

    def build(self, place: QWidget) -> TrainPage:
        """Make the page."""
        from gui.stations.train.page import TrainPage

        page = TrainPage(self.workbench, place)
        page.time_machine.example_chosen.connect(self.example_chosen)
        page.code_shown.connect(self._on_page_code_shown)
        page.microscope_shown.connect(self._on_page_microscope_shown)
        return page

    def view(self) -> str:
        """Return ``microscope`` where a step lies over the page."""
        return "microscope" if self.is_built and self.page.under.is_open else ""

    def add_actions(self, menus: StationMenus) -> None:
        """Add a layer by the menu, too, and show the code beside the network."""
        view = menus.menu("viewMenu")
        self._code = menus.add(
            view,
            lambda: self.tr("&Code"),
            self.toggle_code,
            "Ctrl+E",
            lambda: self.tr("The experiment as a script in PyTorch, beside the network"),
        )
        self._code.setCheckable(True)
        view.insertAction(next(action for action in view.actions() if action.isSeparator()), self._code)
        self._microscope = menus.add(
            view,
            lambda: self.tr("M&icroscope"),
            self.toggle_microscope,
            "Ctrl+M",
            lambda: self.tr("One step of training, written out: forwards, backwards, and into the weights"),
        )
        self._microscope.setCheckable(True)
        view.insertAction(next(action for action in view.actions() if action.isSeparator()), self._microscope)
        train = menus.menu("trainMenu")
        step = menus.add(
            train,
            lambda: self.tr("One Batch &under the Microscope"),
            self.step_under_microscope,
            "Shift+F6",
            lambda: self.tr("Train one batch, then pause, and look at every number of it"),
        )
        epoch = next(action for action in train.actions() if "F7" in action.shortcut().toString())
        train.insertAction(epoch, step)
        menus.add(menus.menu("modelMenu"), lambda: self.tr("&Add Hidden Layer"), self.add_layer, "Ctrl+L")

    def toggle_code(self) -> None:
        """Show the code beside the network; where it is in sight already, take it away."""
        was_seen = self.is_built and self.page.isVisible() and self.page.is_code_shown
        self.station_wanted.emit(self.name)
        self.page.show_code(shown=not was_seen)
        if not was_seen:
            self.page.read_code()

    def toggle_microscope(self) -> None:
        """Lay one step over the page; where it is in sight already, take it away."""
        was_seen = self.is_built and self.page.isVisible() and self.page.under.is_open
        self.station_wanted.emit(self.name)
        self.page.show_microscope(shown=not was_seen)

    def step_under_microscope(self) -> None:
        """Take one step, with every number of it in sight."""
        self.station_wanted.emit(self.name)
        self.page.look_at_a_step()

    @Slot(bool)
    def _on_page_microscope_shown(self, shown: bool) -> None:
        if self._microscope is not None:
            self._microscope.setChecked(shown)

    @Slot(bool)
    def _on_page_code_shown(self, shown: bool) -> None:
        if self._code is not None:
            self._code.setChecked(shown)

    def add_layer(self) -> None:
        """Append a hidden layer like the last one, in sight of the person."""
        self.station_wanted.emit(self.name)
        self.page.add_layer()

    def set_presented(self, presented: bool) -> None:
        """Show the curves alone, or all again."""
        if presented or self.is_built:
            self.page.set_presented(presented)

    def shutdown(self) -> None:
        """End what looks at the teacher."""
        if self.is_built:
            self.page.teacher_check.shutdown()

    def set_drawing(self, drawing: NDArray[Any] | None) -> None:
        """Show what the network made of the drawing at each moment."""
        if self.is_built:
            self.page.time_machine.set_drawing(drawing)
