"""What of all that a person keeps cannot be read at the start: named in one notice, however much it is."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QLocale, Slot

from engine.errors import NetSketchError
from gui.look.words import error_words, joined, labelled, listed
from gui.tasks.working import Working
from gui.widgets import remembered_layout, text_dialog
from gui.widgets.notice_bar import Notice, NoticeBar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from gui.tasks.task import Job
    from gui.workbench import Workbench

KEY = "told"  # under which it is remembered what the person has closed
NAMED = 3
PREFERENCES, PLACES = "preferences", "places"  # what can be set aside
Why: TypeAlias = NetSketchError | int | Path
"""What cannot be read of it: an error, how many lines, or where the file was set aside."""


class Damage(Working):
    """Looks once, when the runs have been read, and tells what cannot be used; what was closed is not told again.

    Args:
        workbench: Whose runs and preferences.
        bar: Where it is told.
        window: Above which the details open.
    """

    def __init__(self, workbench: Workbench, bar: NoticeBar, window: QWidget) -> None:
        super().__init__("looking", window)
        self._workbench, self._bar, self._window = workbench, bar, window
        self._aside: tuple[Path, ...] = ()
        self._has_looked = False
        workbench.catalogue.changed.connect(self._on_catalogue_changed)

    def add_set_aside(self, paths: tuple[Path, ...]) -> None:
        """Tell of files on the layout of windows as well, which are elsewhere now."""
        self._aside = paths

    @Slot()
    def _on_catalogue_changed(self) -> None:
        if self._workbench.catalogue.is_read and not self._has_looked:
            self._has_looked = True
            self._task.ask(_look, self._tell)

    def _tell(self, found: tuple[tuple[str, Why], ...]) -> None:
        self.shutdown()
        aside, lasting = [*self._set_aside()], [*self._unreadable(), *found]
        marks = {_mark(name, why) for name, why in lasting}
        if marks <= {*remembered_layout.text(KEY, "").split()}:
            lasting = []  # closed on an earlier day
        damaged = [*aside, *lasting]
        if len(damaged) <= (
            self._workbench.preferences.set_aside is not None
        ):  # of them alone it is told already
            return

        def details() -> str:
            return "\n\n".join(self._line(*each) for each in damaged)

        def text() -> str:
            several = self.tr("{count} things that you keep could not be read.")
            one = self.tr("Something that you keep could not be read.")
            return one if len(damaged) == 1 else several.format(count=QLocale().toString(len(damaged)))

        def more() -> str:
            if len(damaged) == 1:
                return self._line(*damaged[0])
            return listed((self._name(*each) for each in damaged[:NAMED]), goes_on=len(damaged) > NAMED)

        def remember() -> None:
            remembered_layout.save(KEY, " ".join(sorted(marks)))

        def show() -> None:
            remember()
            text_dialog.details(self._window, text, details).open()

        self._bar.set_notice(
            Notice("warning", text, more, lambda: self.tr("Show Which"), show, on_close=remember)
        )

    def _set_aside(self) -> Iterator[tuple[str, Why]]:
        preferences = self._workbench.preferences.set_aside
        if preferences is not None:
            yield PREFERENCES, preferences
        for path in self._aside:
            yield PLACES, path

    def _unreadable(self) -> Iterator[tuple[str, Why]]:
        yield from sorted(self._workbench.catalogue.unreadable, key=lambda item: item[0])

    def _name(self, name: str, why: Why) -> str:
        """Return what is damaged, for people."""
        if isinstance(why, Path):
            return {
                PREFERENCES: self.tr("preferences"),
                PLACES: self.tr("places of the window and its parts"),
            }[name]
        return name

    def _line(self, name: str, why: Why) -> str:
        """Return what is damaged, and how."""
        if isinstance(why, NetSketchError):
            words = joined(error_words(why))
        elif isinstance(why, Path):
            words = self.tr("It was no file that can be used. As it was, it is kept as “{name}”.")
            words = words.format(name=why)
        else:
            words = self.tr("{count} of its lines say nothing that can be understood. They stay in the file.")
            words = words.format(count=QLocale().toString(why))
        return labelled(self._name(name, why), words)


def _mark(name: str, why: Why) -> str:
    """Return what is remembered of something damaged, the same in every language."""
    return hashlib.sha256(f"{name}:{why}".encode(errors="replace")).hexdigest()[:16]


def _look(_job: Job) -> tuple[tuple[str, Why], ...]:
    """Return the names of data sets, drawings and marks that cannot be read, and why or how many lines."""
    from engine.data.imported_sets import imported_sets, load_parts
    from engine.data.my_digits import NAME, my_digits
    from engine.evaluation.marks import FOLDER, Marks

    found: list[tuple[str, Why]] = []
    for each in imported_sets():
        if each.count == 0:
            try:
                load_parts(each.name)
            except NetSketchError as error:
                found.append((each.name, error))
    try:
        skipped = my_digits().skipped
        if skipped:
            found.append((NAME, skipped))
    except NetSketchError as error:
        found.append((NAME, error))
    try:
        Marks().entries()
    except NetSketchError as error:
        found.append((FOLDER, error))
    return tuple(found)
