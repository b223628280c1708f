"""The Data station in the window: its page, its menu, and images of one's own that come in and go out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from engine.data.text.limits import is_text
from gui.look.allowed import allow
from gui.stations.data.fine_tuning import FineTuning
from gui.stations.data.import_export import ImportExport
from gui.stations.station import Station

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gui.look.spoken import Words
    from gui.stations.data.page import DataPage
    from gui.stations.station import StationMenus
    from gui.workbench import Workbench


class DataStation(Station["DataPage"]):
    """Choose the images to learn from, look at them, bring some in, and fine-tune a model with them."""

    name = "data"
    icon = "data"
    built_at_start = True

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(workbench, window)
        self.import_export = ImportExport(workbench, window)
        self.fine_tuning = FineTuning(workbench, window)
        self.import_export.failed.connect(self.failed)
        self.import_export.notice_raised.connect(self.notice_raised)
        self.import_export.station_wanted.connect(self.station_wanted)
        self.fine_tuning.failed.connect(self.failed)

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Data")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr("Choose the examples to learn from and look at them")

    def first_step(self) -> str:
        """Return what the help for beginners says of it."""
        return self.tr(
            "Look at the examples it learns from in <b>Data</b>. MNIST is fetched once, generated digits are built in."
        )

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("0 … 9", self.tr("on a drawing of My Digits: say what it is")),
            ("Del", self.tr("on a drawing of My Digits: delete it")),
        )

    def build(self, place: QWidget) -> DataPage:
        """Make the page."""
        from gui.stations.data.page import DataPage

        page = DataPage(self.workbench, place)
        page.set_import_export(self.import_export, self.fine_tuning)
        self.import_export.sets_changed.connect(page.refresh_datasets)
        page.example_chosen.connect(self.example_chosen)
        return page

    def add_menus(self, menus: StationMenus) -> None:
        """Put in the Data menu."""
        menus.menu("dataMenu", lambda: self.tr("&Data"))

    def add_actions(self, menus: StationMenus) -> None:
        """Fill the Data menu, and add fine-tuning to what trains."""
        from gui.stations.data.data_menu import DataMenu

        menu = menus.menu("dataMenu")
        menus.add(menu, lambda: self.tr("&Look at the Data"), self._show)
        DataMenu(self.workbench, self.import_export, menu, menus.add)
        training = menus.menu("trainMenu")
        training.addSeparator()
        self.teach = menus.add(
            training,
            lambda: self.tr("Teach &My Digits"),
            self.fine_tuning.start,
            tip=lambda: self.tr("Train the model on a little with your own drawings among the old images"),
        )
        self.teach.setObjectName("teachAction")
        self.workbench.state_changed.connect(self._on_workbench_changed)
        self.workbench.model_changed.connect(self._on_workbench_changed)
        self._on_workbench_changed()

    def opener(self, path: Path) -> Callable[[Path], object] | None:
        """Make a data set of images with labels, of a table, or of a text."""
        from engine.data.importing.registry import is_image_source

        return self.import_export.preview_set if is_image_source(path) or is_text(path) else None

    def shutdown(self) -> None:
        """Stop what is under way; nothing starts after this."""
        self.import_export.shutdown()
        self.fine_tuning.shutdown()

    def _show(self) -> None:
        self.station_wanted.emit(self.name)

    @Slot()
    def _on_workbench_changed(self) -> None:
        no_model: Words = (
            "" if self.workbench.model is not None else (lambda: self.tr("There is no model yet."))
        )
        running = self.workbench.running
        allow(self.teach, (lambda: self.tr("Stop the training first.")) if running else no_model)
