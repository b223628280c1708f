"""The Deploy station in the window, with what looks at models, writes and serves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from engine.errors import NetSketchError
from engine.lessons import state
from gui.stations.deploy.subject import AT_HAND, BEST, NEWEST, Subjects
from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from gui.stations.deploy.exporting import Done
    from gui.stations.deploy.page import DeployPage
    from gui.stations.station import StationMenus
    from gui.workbench import Workbench


class DeployStation(Station["DeployPage"]):
    """Let a model leave the program, as a file or as a service."""

    name = "deploy"
    icon = "deploy"

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench, window)
        self._is_failure_told = False
        self.subjects = Subjects(workbench, self)

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Deploy")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr(
            "Let the model leave the program: as a file or as a service that answer as it does here"
        )

    def first_step(self) -> str:
        """Return what the help for beginners says of it."""
        return self.tr(
            "Take the network with you in <b>Deploy</b>: as a web page to give away, as a script, or as a service."
        )

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Return", self.tr("on a recent export: open it, or its folder")),
            ("Del", self.tr("on a recent export: take it from the list")),
        )

    def build(self, place: QWidget) -> DeployPage:
        """Make the page, and what works for it."""
        from gui.stations.deploy.exporting import Exporting
        from gui.stations.deploy.looking import Looking
        from gui.stations.deploy.opening import Opening
        from gui.stations.deploy.page import DeployPage
        from gui.stations.deploy.recents import Recents
        from gui.stations.deploy.serving import Serving

        self.looking, self.exporting, self.serving = Looking(self), Exporting(self), Serving(self)
        self.recents, self.opening = Recents(self), Opening(self)
        self._works = (self.looking, self.exporting, self.serving, self.recents, self.opening)
        for work in (self.exporting, self.serving, self.recents):
            work.failed.connect(self._on_failed)
        for work in (self.exporting, self.serving):
            work.changed.connect(self._on_work_changed)
        self.opening.refused.connect(self.notice_raised)
        page = DeployPage(
            self.workbench,
            self.subjects,
            self.looking,
            self.exporting,
            self.serving,
            self.recents,
            self.opening,
            place,
        )
        page.evaluate_wanted.connect(self._on_page_evaluate_wanted)
        page.station_wanted.connect(self.station_wanted)
        page.model_wanted.connect(self.model_wanted)
        page.notice_raised.connect(self.notice_raised)
        page.failed.connect(self._on_failed)
        self.exporting.done.connect(self._on_exporting_done)
        return page

    def view(self) -> str:
        """Return ``export`` or ``serve``."""
        return self.page.view.value if self.is_built else ""

    @Slot(object)
    def _on_exporting_done(self, done: Done) -> None:
        self.achieved.emit(state.Deed("exported", done.export.format))

    def add_actions(self, menus: StationMenus) -> None:
        """Lead here from the menu of the model, too."""
        menu = menus.menu("modelMenu")
        menus.add(
            menu,
            lambda: self.tr("&Export Model …"),
            lambda: self._show("export"),
            tip=lambda: self.tr("Write the model to a file that others use"),
        )
        menus.add(
            menu,
            lambda: self.tr("&Serve Model …"),
            lambda: self._show("serve"),
            tip=lambda: self.tr("Let the model answer other programs"),
        )

    def shutdown(self) -> None:
        """End what is under way, the service too; nothing starts after this."""
        if self.is_built:
            for work in self._works:
                work.shutdown()

    def _show(self, view: str) -> None:
        self.station_wanted.emit(self.name)
        self.page.show_view(view)

    @Slot(object, str)
    def _on_failed(self, error: NetSketchError, details: str) -> None:
        self._is_failure_told = True
        self.failed.emit(error, details)

    @Slot()
    def _on_work_changed(self) -> None:
        """Take back what failed before, once it is tried again."""
        if self._is_failure_told and (self.exporting.busy or self.serving.busy):
            self._is_failure_told = False
            self.notice_raised.emit(None)

    @Slot()
    def _on_page_evaluate_wanted(self) -> None:
        """Turn to Evaluate, the chosen model at hand there: its report, the pass mark and the advice."""
        subjects, bench = self.subjects, self.workbench
        choice, path = subjects.choice, subjects.path
        if path is not None:
            self.model_wanted.emit(path)  # may ask what becomes of unsaved work first
            subjects.choose(AT_HAND)
        elif choice in (NEWEST, BEST):
            best = bench.current_run.best
            try:
                bench.actions.view(best.step if choice == BEST and best is not None else None)
            except NetSketchError as error:
                self.failed.emit(error, "")
                return
            subjects.choose(AT_HAND)
        self.station_wanted.emit("evaluate")
