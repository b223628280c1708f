"""What a file becomes before it is brought in: the frame that all previews share, around what each of them finds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLayout,
    QPushButton,
    QScrollArea,
    QWidget,
)

from gui.look.dressed import dressed
from gui.look.plain import breakable, window_title
from gui.look.spoken import Words, said
from gui.look.words import error_words, joined, labelled, translate_engine
from gui.tasks.task import Task
from gui.widgets import text_dialog
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.progress_bar import ProgressBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from engine.data.importing.item import Rejected
    from engine.errors import NetSketchError
    from gui.tasks.worker import Progress


class PreviewDialog(QDialog):
    """Shows what a file becomes; whatever is chosen here changes it at once.

    A subclass fills ``_form``, lays everything out by ``_lay_out``, and looks by ``_look``.

    Args:
        path: The file or folder.
        parent: The window that waits beneath it.

    Signals:
        agreed: The person wants it as it is shown; what was found.
    """

    agreed = Signal(object)

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("importPreview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        said(self.setWindowTitle, lambda: window_title(bring_in_words(path.name)))
        self._path = path
        self._looked: Any = None
        self._rejected: Sequence[Rejected] = ()
        self._task = Task("preview", self)
        self._task.progressed.connect(self._on_progressed)
        self._task.failed.connect(self._on_failed)
        self._facts: dict[str, Label] = {}
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(7)

    # What a subclass says

    def _question(self) -> Callable[..., object]:
        """Return what finds out what the file becomes, with what is chosen now; it runs beside the window."""
        raise NotImplementedError

    def _on_looked(self, looked: Any) -> None:
        """Show what was found."""
        raise NotImplementedError

    def _show_nothing(self) -> None:
        """Show no rows that say what was found: nothing was."""
        raise NotImplementedError

    def _left_out_words(self, count: str) -> str:
        """Say how many could not be used."""
        raise NotImplementedError

    # Its parts

    def _add_row(self, title: Words, part: QWidget | QLayout) -> None:
        label = Label(title, self)
        if isinstance(part, QWidget):
            label.setBuddy(part)
            self._form.addRow(label, part)
        else:
            self._form.addRow(label, part)

    def _add_fact(self, key: str, title: Words) -> None:
        """Add a row of what was found."""
        self._facts[key] = self._text(key)
        self._add_row(title, self._facts[key])

    def _text(self, name: str) -> Label:
        label = Label("", self, wordWrap=True)
        return dressed(label, name="import" + name[:1].upper() + name[1:])

    def _lay_out(self, left_out: Words, right: QWidget, shares: tuple[int, int], make: Words) -> None:
        """End the form by what is left out, and put everything in its place.

        Args:
            left_out: Title of that row.
            right: What stands beside the form.
            shares: How form and that share the width.
            make: Words of the button that agrees.
        """
        self._left_out = self._text("leftOut")
        self._show = dressed(QPushButton(self), text=lambda: self.tr("Show Which"), name="importShowWhich")
        self._show.hide()  # until something is left out
        self._show.clicked.connect(self._show_left_out)
        self._left_row = row_of((self._left_out, 1), self._show)
        self._add_row(left_out, self._left_row)
        self._problem = dressed(self._text("problem"), role="problem")
        self._notes = dressed(self._text("notes"), role="muted")
        left = QWidget(self)
        column_of(self._form, self._problem, self._notes, STRETCH, on=left, margins=(0, 0, 10, 0), spacing=10)
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(left)
        self._progress = dressed(ProgressBar(self, textVisible=False), name="importProgress")
        self._progress.setRange(0, 100)
        self._doing = dressed(Label(self), role="muted")
        self._buttons = QDialogButtonBox(self)
        self._make = dressed(
            self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole), name="importMake", text=make
        )
        self._make.setDefault(True)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self._agree)
        self._buttons.rejected.connect(self.reject)
        column_of(
            (row_of((scroll, shares[0]), (right, shares[1]), spacing=14), 1),
            row_of((self._doing, 1), (self._progress, 1), self._buttons, spacing=12),
            on=self,
            margins=(18, 16, 18, 14),
            spacing=12,
        )

    # What it does

    def done(self, result: int) -> None:
        """End what is under way before the dialog goes."""
        self._task.shutdown()
        super().done(result)

    @property
    def busy(self) -> bool:
        """Whether something is being read or prepared."""
        return self._task.busy

    def _look(self) -> None:
        self._make.setEnabled(False)
        self._say("")
        self._progress.setValue(0)
        self._progress.show()
        said(self._doing.setText, lambda: self.tr("Looking at it …"))
        self._task.give_up()
        self._task.ask(self._question(), self._on_task_answered)

    def _on_task_answered(self, looked: Any) -> None:
        self._looked = looked
        self._end_wait()
        self._on_looked(looked)
        if looked.error is not None:
            self._say_error(looked.error)
        self._make.setEnabled(looked.error is None)

    @Slot(object, str)
    def _on_failed(self, error: NetSketchError, _trace: str) -> None:
        self._end_wait()
        self._show_nothing()
        self._say_error(error)

    def _end_wait(self) -> None:
        self._progress.hide()
        said(self._doing.setText, "")

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        said(self._doing.setText, partial(translate_engine, progress.text))
        if 0 <= progress.share <= 1:
            self._progress.setValue(round(100 * progress.share))

    def _say_error(self, error: NetSketchError) -> None:
        self._say(lambda: joined(error_words(error)))

    def _say(self, problem: Words) -> None:
        words = problem if callable(problem) else lambda: problem
        said(self._problem.setText, lambda: breakable(words()))
        self._problem.setVisible(bool(problem))

    def _tell_left_out(self, rejected: Sequence[Rejected], notes: Sequence[str]) -> None:
        """Say how much is left out, and what else is to be known."""
        self._rejected = rejected
        count = QLocale().toString(len(rejected))
        self._left_out.setText(count if rejected else self.tr("nothing"))
        self._show.setVisible(bool(rejected))
        self._notes.setText(breakable("\n".join(map(translate_engine, notes))))

    @Slot()
    def _show_left_out(self) -> None:
        rejected = tuple(self._rejected)

        def lines() -> str:
            return "\n".join(
                labelled(translate_engine(item.name), translate_engine(item.why)) for item in rejected
            )

        text_dialog.details(
            self, lambda: self._left_out_words(QLocale().toString(len(rejected))), lines
        ).open()

    @Slot()
    def _agree(self) -> None:
        looked = self._looked
        if looked is not None and looked.error is None and not self.busy:
            self.agreed.emit(looked)
            self.accept()


def bring_in_words(name: str) -> str:
    """Return the title of the dialog for a folder or file of this name."""
    return QCoreApplication.translate("ImportPreview", "Bring in “{name}”").format(name=name)
