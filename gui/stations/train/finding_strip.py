"""What the training doctor has found: one line for the gravest, the rest folded under it, each with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.training.doctor.findings import FindingKind
from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import px
from gui.look.words import translate_engine
from gui.tasks.behind_paint import behind_paint
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of
from gui.widgets.whole_label import WholeLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from engine.training.doctor.findings import Finding

ICON = 16  # pixels
OF_GRADIENTS = (FindingKind.VANISHING_GRADIENTS, FindingKind.EXPLODING_GRADIENTS)
MOST_HEIGHT = 190  # pixels of what is folded out; more scrolls


class FindingStrip(QWidget):
    """Hidden while there is nothing to say.

    Signals:
        remedy_wanted: Do what a finding advises (Finding).
        gradients_wanted: Show the gradients that a finding speaks of.
    """

    remedy_wanted = Signal(object)
    gradients_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingStrip")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._findings: tuple[Finding, ...] = ()
        self._trained: tuple[bool, ...] = ()  # whether it takes another run to do what they advise
        self._text = ""
        self.hide()
        behind_paint(self._build)

    def _build(self) -> None:
        self._build_ui()
        self._connect()
        follow_language(self, self._say_findings)

    def _build_ui(self) -> None:
        self._sign = Label(self)
        self._line = WholeLabel(parent=self)
        self._line.setObjectName("findingLine")
        self._line.setMinimumWidth(60)
        self._more = dressed(QToolButton(self), name="findingMore")
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._show = self._show_button(self)
        self._show.setObjectName("findingShow")
        self._do = self._do_button(self)
        self._do.setObjectName("findingDo")
        row = row_of(self._sign, (self._line, 1), self._more, spacing=8)
        acts = row_of(
            STRETCH, self._show, self._do, spacing=8
        )  # below, as a narrow page has no room for them beside
        self._area = _Area(self)
        frame = dressed(QFrame(self), banner="warning")
        self._frame = frame
        frame.hide()  # words may come before the first finding
        self.words = dressed(WholeLabel(self), banner="info")
        self.words.setObjectName("findingWords")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.hide()
        column_of(row, acts, self._area, on=frame, margins=(6, 0, 2, 0), spacing=2)
        column_of(self.words, frame, on=self, spacing=4, margins=(10, 8, 10, 4))
        self._show_look()

    def _connect(self) -> None:
        self._more.toggled.connect(self._on_more_toggled)
        self._do.clicked.connect(self._on_do_clicked)
        theme.notifier.theme_changed.connect(self._show_look)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is shown."""
        return self._findings

    def set_words(self, text: str) -> None:
        """Say something beside the findings, or nothing: what came of a remedy, or what to try."""
        if text == self._text:
            return
        self._text = text
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self.setVisible(bool(self._findings or text))

    def set_findings(
        self,
        findings: Sequence[Finding],
        is_trained_after: Callable[[Finding], bool] = lambda _finding: False,
    ) -> None:
        """Show these, the gravest first.

        Args:
            findings: What was found.
            is_trained_after: Tells of a finding whether it takes another run to do what it advises.
        """
        trained = tuple(map(is_trained_after, findings))
        if (tuple(findings), trained) == (self._findings, self._trained):
            return
        self._findings, self._trained = tuple(findings), trained
        self._frame.setVisible(bool(findings))
        self.setVisible(bool(findings or self._text))
        if not findings:
            self._more.setChecked(False)
            self._say_findings()
            return
        self._show.setVisible(findings[0].kind in OF_GRADIENTS)
        self._do.setVisible(bool(findings[0].changes))
        self._say_findings()

    def _say_findings(self) -> None:
        if not self._findings:
            line, do = self._line, self._do
            for say in (line.setText, line.setToolTip, self._more.setText, do.setText, do.setToolTip):
                say("")
            do.setAccessibleDescription("")
            self._area.set_rows(QWidget(self))
            self.setAccessibleName("")
            return
        first = self._findings[0]
        self._line.setText(translate_engine(first.what))
        self._line.setToolTip(plain(f"{translate_engine(first.what)}\n{translate_engine(first.evidence)}"))
        self.setAccessibleName(translate_engine(first.what))
        self._do.setText(self._act_words(first))
        self._do.setToolTip(plain(translate_engine(first.remedy)))
        self._do.setAccessibleDescription(translate_engine(first.remedy))
        self._show_more()
        self._show_rows()

    def _show_more(self) -> None:
        others = len(self._findings) - 1
        why, several = self.tr("Why?"), self.tr("Why, and {count} more").format(count=others)
        self._more.setText(several if others else why)
        icons.set_icon(self._more, "down" if self._more.isChecked() else "right", "warning")

    def _show_rows(self) -> None:
        self._area.setVisible(self._more.isChecked())
        rows = QWidget(self)
        if not self._more.isChecked():
            self._area.set_rows(rows)  # nothing stays in words that are no longer true
            return
        column = column_of(on=rows, margins=(24, 2, 4, 4), spacing=8)
        for number, finding in enumerate(self._findings):
            column.addWidget(self._row(finding, rows, is_first=number == 0))
        self._area.set_rows(rows)

    def _row(self, finding: Finding, parent: QWidget, *, is_first: bool) -> QWidget:
        row = QWidget(parent)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if not is_first:  # the first one stands above
            column.addWidget(_words(translate_engine(finding.what), row, is_bold=True))
        column.addWidget(_words(translate_engine(finding.evidence), row))
        last = row_of((_words(translate_engine(finding.remedy), row), 1))
        if finding.kind in OF_GRADIENTS and not is_first:
            last.addWidget(self._show_button(row))
        if finding.changes and not is_first:
            button = self._do_button(row)
            button.setText(self._act_words(finding))
            button.setAccessibleDescription(translate_engine(finding.remedy))
            button.clicked.connect(lambda _checked=False, wanted=finding: self.remedy_wanted.emit(wanted))
            last.addWidget(button)
        column.addLayout(last)
        return row

    def _act_words(self, finding: Finding) -> str:
        """Return what a press on its button does."""
        is_trained = self._trained[self._findings.index(finding)]
        act = translate_engine(finding.act)
        return self.tr("{act} and train again").replace("{act}", act) if is_trained else act

    def _do_button(self, parent: QWidget) -> QPushButton:
        button = QPushButton(parent)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return button

    def _show_button(self, parent: QWidget) -> QPushButton:
        def tip() -> str:
            return self.tr("Show the gradients of each layer over the run")

        button = dressed(QPushButton(parent), text=lambda: self.tr("Show"), tip=tip)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said(button.setAccessibleDescription, tip)
        button.clicked.connect(self.gradients_wanted)
        return button

    @Slot()
    def _show_look(self) -> None:
        self._sign.setPixmap(icons.pixmap("warning", px(ICON), "warning"))

    @Slot(bool)
    def _on_more_toggled(self, _is_open: bool) -> None:
        self._show_more()
        self._show_rows()

    @Slot()
    def _on_do_clicked(self) -> None:
        if self._findings:
            self.remedy_wanted.emit(self._findings[0])


class _Area(QScrollArea):
    """As high as its rows, up to a bound."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.hide()

    def set_rows(self, rows: QWidget) -> None:
        """Show other rows."""
        self.setWidget(rows)
        rows.setAutoFillBackground(False)  # which a scroll area takes for wished
        self.updateGeometry()

    def showEvent(self, event: QShowEvent) -> None:
        # Here, as PySide looks at every class of widgets there is when it meets one that Qt made: ten milliseconds of
        # a start, in which nothing is found yet.
        self.viewport().setAutoFillBackground(False)
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        rows = self.widget()
        if rows is None:
            return super().sizeHint()
        width = max(self.viewport().width(), 200)
        layout = rows.layout()
        height = layout.heightForWidth(width) if layout is not None else rows.sizeHint().height()
        return QSize(width, min(height, px(MOST_HEIGHT)))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, 40)


def _words(text: str, parent: QWidget, *, is_bold: bool = False) -> Label:
    label = Label(text, parent, wordWrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if is_bold:
        label.setProperty("role", "heading")
    return label
