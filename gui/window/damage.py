"""What of all that a person keeps cannot be read at the start: named in one notice, however much it is."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot

from engine.errors import NetSketchError
from gui.look.words import error_words, joined, labelled, listed
from gui.tasks.working import Working
from gui.widgets import remembered_layout, text_dialog
from gui.widgets.notice_bar import Notice, NoticeBar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from gui.tasks.task import Job
    from gui.workbench import Workbench

KEY = "told"  # under which it is remembered what the person has closed
NAMED = 3


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

    def _tell(self, found: tuple[tuple[str, NetSketchError | int], ...]) -> None:
        self.shutdown()
        aside, lasting = [*self._set_aside()], [*self._unreadable(), *map(self._line, found)]
        marks = {hashlib.sha256(line.encode(errors="replace")).hexdigest()[:16] for _, line in lasting}
        if marks <= {*remembered_layout.text(KEY, "").split()}:
            lasting = []  # closed on an earlier day
        damaged = [*aside, *lasting]
        if len(damaged) <= (
            self._workbench.preferences.set_aside is not None
        ):  # of them alone it is told already
            return
        names, lines = [name for name, _ in damaged], [line for _, line in damaged]

        def remember() -> None:
            remembered_layout.save(KEY, " ".join(sorted(marks)))

        def show() -> None:
            remember()
            text_dialog.details(self._window, text, "\n\n".join(lines)).open()

        one = self.tr("Something that you keep could not be read.")
        several = self.tr("{count} things that you keep could not be read.")
        text = one if len(lines) == 1 else several.format(count=QLocale().toString(len(lines)))
        more = lines[0] if len(lines) == 1 else listed(names[:NAMED]) + (" …" if len(names) > NAMED else "")
        words = self.tr("Show Which")
        self._bar.set_notice(Notice("warning", text, more, words, show, on_close=remember))

    def _set_aside(self) -> Iterator[tuple[str, str]]:
        preferences = self._workbench.preferences.set_aside
        kept = self.tr("It was no file that can be used. As it was, it is kept as “{name}”.")
        named = [(self.tr("preferences"), preferences)] if preferences is not None else []
        named += [(self.tr("places of the window and its parts"), path) for path in self._aside]
        for name, path in named:
            yield name, labelled(name, kept.format(name=path))

    def _unreadable(self) -> Iterator[tuple[str, str]]:
        for name, error in sorted(self._workbench.catalogue.unreadable, key=lambda item: item[0]):
            yield name, labelled(name, joined(error_words(error)))

    def _line(self, found: tuple[str, NetSketchError | int]) -> tuple[str, str]:
        name, why = found
        if isinstance(why, NetSketchError):
            return name, labelled(name, joined(error_words(why)))
        skipped = self.tr("{count} of its lines say nothing that can be understood. They stay in the file.")
        return name, labelled(name, skipped.format(count=QLocale().toString(why)))


def _look(_job: Job) -> tuple[tuple[str, NetSketchError | int], ...]:
    """Return the names of data sets, drawings and marks that cannot be read, and why or how many lines."""
    from engine.data.imported_sets import imported_sets, load_parts
    from engine.data.my_digits import NAME, my_digits
    from engine.evaluation.marks import FOLDER, Marks

    found: list[tuple[str, NetSketchError | int]] = []
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
