"""All that can be found in the window: what its menus do, settings, preferences and runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedWidget, QTabWidget, QWidget

from engine.visible import visible
from gui.bench.preference_list import PREFERENCES
from gui.look.meanings import also_called, bare
from gui.look.spoken import words_of
from gui.widgets.fields.fold import Fold
from gui.widgets.fields.settings_form import SettingsForm
from gui.window.finding import Findable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenuBar

    from gui.bench.run_catalogue import RunCatalogue
    from gui.window.stations import Stations

ARROW = " › "
RUNS = "runs"  # the station of the runs


def all_findables(
    bar: QMenuBar, stations: Stations, catalogue: RunCatalogue, show_preferences: Callable[[str], object]
) -> Iterator[Findable]:
    """Go through all that can be found, what the menus do first.

    Args:
        bar: The menus.
        stations: Whose settings are found, and where one is led.
        catalogue: The runs.
        show_preferences: Shows what is preferred, one of it first (its key).
    """
    yield from of_menus(bar)
    yield from of_settings(stations)
    for entry in PREFERENCES:
        title = words_of(entry.label)
        yield Findable(
            title, _tr("Preferences"), partial(show_preferences, entry.key), also=also_called(title)
        )
    place = stations[RUNS].title()
    for run in catalogue.summaries:
        yield Findable(visible(run.name), place, partial(_show_run, stations, run.id), also=(run.id,))


def of_menus(bar: QMenuBar) -> Iterator[Findable]:
    """Go through what menus do, however deep it lies."""
    for action in bar.actions():
        yield from _of_menu(action, "", is_possible=True)


def _of_menu(action: QAction, place: str, *, is_possible: bool) -> Iterator[Findable]:
    menu, words = action.menu(), action.text().partition("\t")
    title, is_possible = bare(words[0]), is_possible and action.isEnabled()
    if isinstance(menu, QMenu):
        for inner in menu.actions():
            yield from _of_menu(inner, f"{place}{ARROW}{title}" if place else title, is_possible=is_possible)
    elif title:
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()]
        reason = "" if is_possible else action.statusTip() or _tr("This is not possible now.")
        yield Findable(
            title,
            place,
            action.trigger,
            words[2] or " / ".join(keys),
            also_called(title),
            is_possible,
            reason,
        )


def of_settings(stations: Stations) -> Iterator[Findable]:
    """Go through the settings of the pages that are built; going there leads to the field."""
    for station in stations:
        for form in station.page.findChildren(SettingsForm) if station.is_built else ():
            for path, title in form.titles().items():
                go = partial(_show_setting, stations, station.name, form, path)
                yield Findable(title, station.title(), go, also=also_called(title))


def _show_setting(stations: Stations, station: str, form: SettingsForm, path: str) -> None:
    stations.show(station)
    reveal(form)
    form.focus_field(path)
    field = form.window().focusWidget()
    if field is not None:
        reveal(field)


def reveal(widget: QWidget) -> None:
    """Bring a widget into sight: open what folds it away, turn to its page, scroll to it."""
    part, parent = widget, widget.parentWidget()
    while parent is not None and not widget.isWindow():
        if isinstance(parent, Fold):
            parent.set_open(True, remember=False)
        elif isinstance(parent, QStackedWidget):
            outer = parent.parentWidget()
            if isinstance(outer, QTabWidget):
                outer.setCurrentWidget(part)
            else:
                parent.setCurrentWidget(part)
        part, parent = parent, parent.parentWidget()
    QCoreApplication.sendPostedEvents()  # what was just opened gets its place
    part = widget
    while (parent := part.parentWidget()) is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget)
        part = parent


def _show_run(stations: Stations, run_id: str) -> None:
    stations.show(RUNS)
    stations[RUNS].page.choose(run_id)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Palette", text)
