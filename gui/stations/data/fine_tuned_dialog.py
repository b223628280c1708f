"""What came of teaching: how many images were read right before and after, and the choice to take it back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QWidget

from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import Words, said
from gui.look.text_size import sized
from gui.look.words import percent
from gui.widgets.label import Label
from gui.widgets.layouts import column_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from engine.evaluation.fine_tune import FineTuned

TAKE_BACK = 2
"""Result of the dialog where the model is to be as it was; closing it in any other way keeps what was learnt."""


def fine_tuned_dialog(taught: FineTuned, parent: QWidget) -> QDialog:
    """Return a dialog with a table of before and after; it ends with ``TAKE_BACK`` or is kept."""
    dialog = QDialog(parent)
    dialog.setObjectName("taughtDialog")
    said(dialog.setWindowTitle, lambda: _tr("Teach My Digits"))
    lesson, before, after = taught.lesson, taught.before, taught.after
    heading = dressed(WholeLabel(partial(_headline, taught), dialog), name="taughtHeadline", role="title")
    drawings = len(lesson.learnt) + len(lesson.kept_back)
    rows: list[tuple[Words, int, int, int]] = [
        (lambda: _tr("My Digits"), before.my_digits, after.my_digits, drawings)
    ]
    if len(lesson.kept_back):
        rows.append(
            (
                lambda: _tr("of these, kept back from learning"),
                before.kept_back,
                after.kept_back,
                len(lesson.kept_back),
            )
        )
    if len(lesson.old.test):
        rows.append((lambda: _tr("Test examples"), before.test, after.test, len(lesson.old.test)))
    table = QGridLayout()
    table.setHorizontalSpacing(28)
    table.setVerticalSpacing(8)
    table.setColumnStretch(0, 1)
    heads: tuple[Words, ...] = ("", lambda: _tr("before"), lambda: _tr("after"))
    for column, text in enumerate(heads):
        table.addWidget(_cell(text, dialog, muted=True, right=column > 0), 0, column)
    for row, (name, old, new, count) in enumerate(rows, start=1):
        table.addWidget(_cell(name, dialog), row, 0)
        table.addWidget(_cell(partial(_share, old, count), dialog, muted=True, right=True), row, 1)
        table.addWidget(_cell(partial(_share, new, count), dialog, right=True), row, 2)
    layout = column_of(heading, table, on=dialog, margins=(20, 18, 20, 16), spacing=14)
    if lesson.skipped:
        layout.addWidget(
            _cell(
                lambda: _tr("Drawings of classes that this model does not know: {count}.").format(
                    count=QLocale().toString(lesson.skipped)
                ),
                dialog,
                muted=True,
                wraps=True,
            )
        )
    buttons = QDialogButtonBox(dialog)
    keep = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
    back = buttons.addButton("", QDialogButtonBox.ButtonRole.DestructiveRole)
    dressed(keep, text=lambda: _tr("Keep"))
    dressed(
        back,
        text=lambda: _tr("Take Back"),
        tip=lambda: _tr("Give the model the weights that it had before"),
    )
    keep.setDefault(True)
    keep.clicked.connect(dialog.accept)
    back.clicked.connect(lambda: dialog.done(TAKE_BACK))
    layout.addWidget(buttons)
    sized(dialog.setMinimumWidth, 460)
    return dialog


def _headline(taught: FineTuned) -> str:
    """Say whether the hand is read better: by drawings alone that were not learnt, for those prove nothing."""
    before, after, count = taught.before.kept_back, taught.after.kept_back, len(taught.lesson.kept_back)
    if taught.steps == 0:
        return _tr("Stopped before anything was learnt.")
    if not count:
        return _tr(
            "The model has learnt your drawings. None was kept back, so nothing shows yet whether it reads new ones "
            "better: draw two or more of each."
        )
    if after > before:
        return _tr("The model reads your hand better now.")
    if after == before:
        return _tr("The model reads your hand as well as before.")
    return _tr("The model reads your hand worse than before.")


def _share(right: int, count: int) -> str:
    return _tr("{right} of {count} · {percent}").format(
        right=QLocale().toString(right),
        count=QLocale().toString(count),
        percent=percent(right / max(count, 1), 1),
    )


def _cell(
    text: Words, parent: QWidget, *, muted: bool = False, right: bool = False, wraps: bool = False
) -> Label:
    label = Label(text, parent, wordWrap=wraps)
    if muted:
        label.setProperty("role", "muted")
    if right:
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        label.setFont(theme.tabular_font(label.font()))
    return label


def _tr(text: str) -> str:
    return QCoreApplication.translate("TaughtDialog", text)
