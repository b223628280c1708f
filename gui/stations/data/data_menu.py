"""The Data menu: which images to learn from, and one's own ones in and out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from engine.data import datasets
from engine.data.importing.registry import forms
from engine.data.my_digits import NAME as MY_DIGITS
from gui.look.allowed import allow
from gui.look.plain import caption, plain
from gui.look.spoken import follow_language, said
from gui.look.words import translate_engine
from gui.stations.data.set_shelves import SHELVES, shelf_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.data.datasets import DatasetInfo
    from gui.look.spoken import Words
    from gui.stations.data.import_export import ImportExport
    from gui.workbench import Workbench


class DataMenu(QObject):
    """Fills a menu and keeps it in step with the data sets that there are.

    Args:
        workbench: Whose data set is chosen.
        import_export: What brings images in and out.
        menu: The menu; the data sets come before what is in it, on shelves (``set_shelves``), all else behind it.
        add: Adds an action: menu, words, slot; ``tip`` for the status bar.
    """

    def __init__(
        self,
        workbench: Workbench,
        import_export: ImportExport,
        menu: QMenu,
        add: Callable[..., QAction],
    ) -> None:
        super().__init__(menu)
        self._workbench = workbench
        self._import_export = import_export
        self._add = add
        self._sets: dict[str, QAction] = {}
        self._places: dict[str, str] = {}  # of the data sets that are offered: their shelf's name
        self._group = QActionGroup(self)
        own = import_export
        end_of_sets = menu.insertSeparator(menu.actions()[0])
        self._shelves = {shelf.name: QMenu(menu) for shelf in SHELVES}
        for shelf in SHELVES:
            inner = self._shelves[shelf.name]
            inner.setObjectName(f"{shelf.name}SetsMenu")
            inner.setToolTipsVisible(True)
            inner.menuAction().setCheckable(True)  # it shows where the data set in use stands
            said(inner.setTitle, shelf.title)
            menu.insertMenu(end_of_sets, inner)
        digits = menu.addMenu("")
        said(digits.setTitle, lambda: self.tr("&My Digits"))
        digits.setObjectName("myDigitsMenu")
        add(digits, lambda: self.tr("&Browse"), own.browse)
        add(digits, lambda: self.tr("Import &Folder …"), own.choose_folder_for_digits)
        add(digits, lambda: self.tr("&Import File …"), own.choose_file_for_digits)
        self._export = add(digits, lambda: self.tr("&Export …"), own.choose_export)
        menu.addSeparator()
        add(
            menu,
            lambda: self.tr("Import Image F&older …"),
            own.choose_folder_for_set,
            tip=lambda: self.tr("Make a data set of a folder with one folder of pictures for each class"),
        )
        add(
            menu,
            lambda: self.tr("&Import Images, a Table or a Text …"),
            own.choose_file_for_set,
            tip=lambda: self.tr("Make a data set of {forms}").format(
                forms=translate_engine(forms(files_alone=True))
            ),
        )
        self._remove = add(menu, lambda: self.tr("&Remove Data Set …"), self._on_remove_triggered)
        self._remove.setObjectName("removeDataSet")
        menu.aboutToShow.connect(self.refresh)
        workbench.experiment_changed.connect(self.refresh)
        own.sets_changed.connect(self.refresh)
        follow_language(self, self.refresh)

    @Slot()
    def refresh(self) -> None:
        """Offer the data sets that there are now, and mark the one in use."""
        infos = {info.name: info for info in datasets.names()}
        places = {info.name: shelf_of(info).name for info in infos.values()}
        if list(self._places.items()) != list(places.items()):
            self._fill(infos, places)
        for info in infos.values():
            said(self._sets[info.name].setText, partial(_caption_of, info.title))
            said(self._sets[info.name].setToolTip, partial(_tip_of, info.title))
        chosen = self._workbench.experiment.data.dataset
        if chosen in self._sets:
            self._sets[chosen].setChecked(True)
        for name, inner in self._shelves.items():
            inner.menuAction().setChecked(places.get(chosen) == name)
        none: Words = "" if datasets.is_available(MY_DIGITS) else (lambda: self.tr("My Digits is empty."))
        allow(self._export, none)
        is_imported = chosen in infos and infos[chosen].is_imported
        allow(
            self._remove,
            "" if is_imported else (lambda: self.tr("Only a data set that was imported can be removed.")),
        )

    def _fill(self, infos: dict[str, DatasetInfo], places: dict[str, str]) -> None:
        """Offer other data sets, each on its shelf; a shelf with none is not shown."""
        editor = self._workbench.editor
        for name, action in self._sets.items():
            self._shelves[self._places[name]].removeAction(action)
            action.deleteLater()
        self._sets, self._places = {}, places
        for info in infos.values():
            action = self._add(
                self._shelves[places[info.name]],
                "",
                lambda name=info.name: editor.edit("data.dataset", name),
                tip=partial(translate_engine, info.description),
            )
            action.setCheckable(True)
            self._group.addAction(action)
            self._sets[info.name] = action
        for name, inner in self._shelves.items():
            inner.menuAction().setVisible(name in places.values())

    def _on_remove_triggered(self) -> None:
        self._import_export.ask_to_remove(self._workbench.experiment.data.dataset)


def _caption_of(title: str) -> str:
    return caption(translate_engine(title))


def _tip_of(title: str) -> str:
    return plain(translate_engine(title))
