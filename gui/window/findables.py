"""All that can be found in the window by its words: read from the menus, pages, preferences and runs there are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollBar,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from gui.bench.preference_list import PREFERENCES
from gui.look import language
from gui.look.allowed import refusal_of
from gui.look.spoken import words_of, words_said
from gui.look.words import label_of_field
from gui.stations.station import ShowRun
from gui.widgets.fields.fold import Fold, bring_focus
from gui.widgets.fields.segments import Choice
from gui.widgets.fields.settings_form import SettingsForm
from gui.window.finding import Findable
from gui.window.key_list import bare_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from PySide6.QtGui import QAction

    from engine.storage.runs.summary import RunSummary
    from gui.look.spoken import Words
    from gui.stations.station import Station
    from gui.window.body import WindowBody
    from gui.workbench import Workbench

    # A key, the words of its name and of each place above it, and what else a ``Findable`` holds.
    Found = tuple[str, Words, tuple[Words, ...], Callable[[], object], str, Callable[[], str]]

MOST_RECENT = 20


class Findables(QObject):
    """Knows what there is, and what was looked for.

    Args:
        window: Whose menus and pages are read.
        workbench: Whose runs.
        body: What is in the window.

    Signals:
        changed: There is something else, or something can be done now, or no more.
        preference_wanted: What is preferred is to be shown, one of it first (its key).
    """

    changed = Signal()
    preference_wanted = Signal(str)

    def __init__(self, window: QMainWindow, workbench: Workbench, body: WindowBody) -> None:
        super().__init__(window)
        self._window = window
        self._workbench = workbench
        self._body = body
        self._recent: list[str] = []
        self._sources: list[Callable[[], Iterable[Findable]]] = []
        workbench.catalogue.changed.connect(self.changed)
        workbench.state_changed.connect(self.changed)

    @property
    def recent(self) -> tuple[str, ...]:
        """Keys of what was gone to, the last first."""
        return tuple(self._recent)

    def go(self, thing: Findable) -> None:
        """Go where a thing leads, unless one cannot any more, and remember it."""
        if thing.refusal():
            return
        self._recent = [thing.key, *(key for key in self._recent if key != thing.key)][:MOST_RECENT]
        thing.go()

    def build_next(self) -> bool:
        """Build a page that nobody has looked at yet, so that it can be searched; tell whether there was one."""
        for station in self._body.stations:
            if not station.is_built:
                station.place.built()
                return True
        return False

    def all(self) -> list[Findable]:
        """Return all there is at this moment, but for what stands on pages that are not built."""
        found = [*self._actions(), *self._settings(), *self._controls(), *self._preferences()]
        spoken = language.in_all_languages(
            [words for _, name, where, *_ in found for words in (name, *where)]
        )
        things, place = [], 0
        for key, _, where, go, keys, refusal in found:
            names, *places = spoken[place : place + 1 + len(where)]
            place += 1 + len(where)
            paths = tuple(" ▸ ".join(map(bare_words, path)) for path in zip(*places, strict=True))
            bare = tuple(bare_words(name.partition("\t")[0]) for name in names)
            things.append(Findable(key, bare, paths, go, keys, refusal))
        return [*things, *self._runs(), *(thing for source in self._sources for thing in source())]

    def add_source(self, source: Callable[[], Iterable[Findable]]) -> None:
        """Let what another part knows of be found, too; asked each time."""
        self._sources.append(source)

    def _actions(self) -> Iterator[Found]:
        for action in self._window.menuBar().actions():
            yield from self._below(action, ())

    def _below(self, action: QAction, menus: tuple[QAction, ...]) -> Iterator[Found]:
        menu = action.menu()
        if isinstance(menu, QMenu):
            for inner in menu.actions():
                yield from self._below(inner, (*menus, action))
        # What belongs to the menu alone only says there that there is nothing.
        elif action.text() and action.isVisible() and not isinstance(action.parent(), QMenu):
            name = words_said(action.setText) or action.text()
            where = tuple(_title_of(above) for above in menus)
            key = " ".join(above.objectName() or above.text() for above in menus) + action.text()
            yield (
                key,
                name,
                where,
                partial(_trigger, action),
                _keys_of(action),
                partial(self._against_action, action, menus),
            )

    def _against_action(self, action: QAction, menus: tuple[QAction, ...]) -> str:
        """Return why an action cannot be done now."""
        for item in (*menus, action):
            if not isValid(item):
                return self.tr("This is not there any more.")
            menu = item.menu()
            for thing in (item, menu) if isinstance(menu, QMenu) else (item,):
                if not thing.isEnabled():
                    against = menu if isinstance(menu, QMenu) else item
                    return refusal_of(against) or self.tr("This cannot be done now.")
        return ""

    def _settings(self) -> Iterator[Found]:
        for station, page in self._pages():
            for form in page.findChildren(SettingsForm):
                for path in form.paths():
                    name = partial(label_of_field, form.info(path))
                    go = partial(self._lead_to_setting, station, form, path)
                    refusal = partial(self._against_setting, form, path, page)
                    yield path, name, (station.title, *_headings(form)), go, "", refusal

    def _controls(self) -> Iterator[Found]:
        """Name what else stands on the pages and the pad in words: buttons, boxes, lines and sliders."""
        for station, page in self._pages():
            yield from self._controls_of(page, station.name, station.title, partial(self._lead_to, station))
        pad = self._body.pad.face or self._body.pad
        yield from self._controls_of(pad, "pad", lambda: self.tr("Pad"), self._lead_to_pad)

    def _controls_of(
        self, page: QWidget, key: str, title: Callable[[], str], lead: Callable[[QWidget], object]
    ) -> Iterator[Found]:
        fields = {row.field for form in page.findChildren(SettingsForm) for row in form.rows()}
        for widget in page.findChildren(QWidget):
            name = _name_of(widget)
            if not name or any(field is widget or field.isAncestorOf(widget) for field in fields):
                continue  # nothing to find it by, or a setting
            go, against = partial(lead, widget), partial(self._against_control, widget, page, title)
            yield f"{key} {widget.objectName()} {words_of(name)}", name, (title,), go, "", against
            menu = widget.menu() if isinstance(widget, QPushButton) else None
            for action in menu.actions() if menu is not None else ():  # as of layers beyond the first kinds
                words = words_said(action.setText) or action.text()
                if words:
                    yield f"{key} {action.objectName()}", words, (title, name), go, "", against

    def _pages(self) -> Iterator[tuple[Station[QWidget], QWidget]]:
        for station in self._body.stations:
            if station.is_built:
                yield station, station.page

    def _lead_to(self, station: Station[QWidget], widget: QWidget) -> None:
        self._body.stations.show(station.name)
        bring_focus(widget)
        if isinstance(widget, Choice):
            widget.click()  # the view is looked for, and not its button

    def _lead_to_setting(self, station: Station[QWidget], form: SettingsForm, path: str) -> None:
        self._body.stations.show(station.name)
        form.focus_field(path)

    def _lead_to_pad(self, widget: QWidget) -> None:
        self._body.pad_placement.bring_back()
        bring_focus(widget)

    def _against_setting(self, form: SettingsForm, path: str, page: QWidget) -> str:
        """Return why the keyboard cannot be brought to a setting now."""
        if isValid(form) and _is_put_away(form, page):
            if self._body.stations.rail.isHidden():
                return self.tr("Not shown in presenter mode.")
            return self.tr("The data set that is chosen does not use this.")
        return self._against(form) or ("" if form.can_be_edited(path) else self._locked())

    def _against_control(self, widget: QWidget, page: QWidget, title: Callable[[], str]) -> str:
        """Return why the keyboard cannot be brought to another widget now."""
        if isValid(widget) and _is_put_away(widget, page):
            return self.tr("“{place}” does not show this now.").format(place=title())
        return self._against(widget)

    def _against(self, widget: QWidget) -> str:
        if not isValid(widget):
            return self.tr("This is not there any more.")
        return "" if widget.isEnabled() else self._locked()

    def _locked(self) -> str:
        return self.tr("This cannot be changed now.")

    def _preferences(self) -> Iterator[Found]:
        for entry in PREFERENCES:
            go = partial(self.preference_wanted.emit, entry.key)
            yield f"preference {entry.key}", entry.label, (lambda: self.tr("Preferences"),), go, "", str

    def _runs(self) -> Iterator[Findable]:
        titles = language.in_all_languages([lambda: self.tr("Runs")])[0]
        own = (run for run in self._workbench.catalogue.summaries if not run.sweep)
        for run in own:
            go = partial(self._body.stations.request, ShowRun(run.id))
            yield Findable(f"run {run.id}", (run.name,), titles, go, refusal=partial(self._against_run, run))

    def _against_run(self, run: RunSummary) -> str:
        is_there = self._workbench.catalogue.get(run.id) is not None
        return "" if is_there else self.tr("This run was deleted.")


def _headings(widget: QWidget) -> list[Words]:
    """Return the headings of the folds that a widget stands in, the outermost first."""
    found: list[Words] = []
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, Fold):
            heading = above.heading()
            found.insert(0, words_said(heading.setText) or heading.text())
        above = above.parentWidget()
    return found


def _name_of(widget: QWidget) -> Words | None:
    """Return what a part of a page is called; None for what has no words of its own, or only says some."""
    if isinstance(widget.parent(), QTabBar | QAbstractSpinBox | QComboBox) or isinstance(
        widget, QLabel | QScrollBar
    ):
        return None  # a part of another
    if isinstance(widget, QAbstractButton):
        is_heading = bool(widget.property("heading"))  # of a fold, which opens by itself
        return None if is_heading else words_said(widget.setText) or words_said(widget.setAccessibleName)
    return words_said(widget.setAccessibleName)


def _trigger(action: QAction) -> None:
    action.trigger()


def _title_of(above: QAction) -> Words:
    menu = above.menu()
    return (words_said(menu.setTitle) if isinstance(menu, QMenu) else None) or above.text()


def _keys_of(action: QAction) -> str:
    named = action.text().partition("\t")[2]
    return named or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _is_put_away(widget: QWidget, page: QWidget) -> bool:
    """Whether a widget stands in a part of the page that is not used now; what is merely folded away does not."""
    above = widget
    while above is not page:
        over = above.parentWidget()
        if over is None:
            return True
        is_folded = isinstance(over, Fold) and above is over.content()
        was_hidden = above.isHidden() and above.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if was_hidden and not is_folded:  # a page that was never seen is hidden, too, but by nobody
            return True
        above = over
    return False
