"""A run in full: what became of it, what it was made of, and the notes on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSplitter, QStyle, QWidget

from engine.choices import Precision
from engine.config.experiment import label_of
from engine.shares import reaches
from engine.training.thread_course import in_words
from gui.bench.value_words import duration
from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.moments import full_moment
from gui.look.plain import escaped, plain
from gui.look.spoken import follow_language, said
from gui.look.text_size import px, sized
from gui.look.words import choice_label, say_advice, translate_engine
from gui.stations.runs import run_words
from gui.widgets.label import Label
from gui.widgets.layouts import column_of, row_of

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from engine.storage.runs.summary import RunSummary

KEEP_AFTER = 1500  # milliseconds from the last key to keeping the notes
ICON = 16  # pixels


class RunDetails(QWidget):
    """Facts above, notes below.

    Signals:
        notes_edited: The notes on a run are to be kept (its id, the text, and what it was)
    """

    notes_edited = Signal(str, str, str)

    _columns = _stack = ""  # the facts beside what they are about, and below it
    _least = 0  # pixels that the columns need

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("runDetails")
        self._run: RunSummary | None = None
        self._kept = ""  # the notes as they are on the disk
        self._build_ui()
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self.keep_notes)
        self._notes.textChanged.connect(self._timer.start)
        theme.notifier.theme_changed.connect(self._show)
        follow_language(self, self._show)

    def _build_ui(self) -> None:
        self._sign = Label(self)
        self._title = dressed(Label(self), role="heading")
        self._title.setMinimumWidth(40)
        head = row_of(self._sign, (self._title, 1), spacing=6)
        self._facts = Label(self, wordWrap=True)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._facts.setFont(theme.tabular_font(self._facts.font()))
        scroll = QScrollArea(self, widgetResizable=True)
        scroll.setWidget(self._facts)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sized(scroll.setMinimumHeight, 60)
        self._notes = dressed(
            QPlainTextEdit(self), name="runNotes", accessible=lambda: self.tr("Notes on this run")
        )
        said(self._notes.setPlaceholderText, lambda: self.tr("Notes: what you tried, and what came of it"))
        self._notes.setTabChangesFocus(True)
        sized(self._notes.setMinimumHeight, 48)
        splitter = QSplitter(Qt.Orientation.Vertical, self, childrenCollapsible=False)
        splitter.addWidget(scroll)
        splitter.addWidget(self._notes)
        splitter.setSizes([170, 80])
        column_of(head, (splitter, 1), on=self)

    @property
    def run(self) -> RunSummary | None:
        """The run that is shown."""
        return self._run

    def set_run(self, run: RunSummary | None) -> bool:
        """Show a run, and return whether it is another one, whose notes are still to come."""
        is_other = (run.id if run else "") != (self._run.id if self._run else "")
        if is_other:
            self.keep_notes()
            self._show_notes("", is_ready=False)
        self._run = run
        self._show()
        return is_other and run is not None

    def set_notes(self, name: str, text: str) -> None:
        """Show the notes on a run, if it is the one shown and nothing was typed meanwhile."""
        if self._run is not None and name == self._run.id and self._notes.toPlainText() == self._kept:
            self._show_notes(text, is_ready=True)

    @Slot()
    def keep_notes(self) -> None:
        """Hand on what was typed and not yet kept."""
        self._timer.stop()
        text = self._notes.toPlainText()
        if self._run is not None and text != self._kept:
            before, self._kept = self._kept, text
            self.notes_edited.emit(self._run.id, text, before)

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the page or the window goes."""
        super().hideEvent(event)
        self.keep_notes()

    def _show_notes(self, text: str, *, is_ready: bool) -> None:
        with QSignalBlocker(self._notes):
            self._notes.setPlainText(text)
        self._kept = self._notes.toPlainText()
        self._notes.setEnabled(is_ready)

    @Slot()
    def _show(self) -> None:
        run = self._run
        if run is None:
            self._title.clear()
            self._sign.clear()
            self._columns = ""
            self._facts.setText(self.tr("Choose a run in the table to read more of it."))
            return
        sign = run_words.SIGNS[run.status]
        self._sign.setPixmap(icons.pixmap(sign.icon, px(ICON), sign.role))
        self._title.setText(run.name)
        self._title.setToolTip(plain(run.name))
        muted = theme.current().text_muted
        first, rows = escaped(run_words.status_help(run)), self._rows(run)
        columns = "".join(
            f'<tr><td style="color:{muted}; padding-right:10px">{escaped(label)}</td><td>{escaped(text)}</td></tr>'
            for label, text in rows
        )
        stack = "".join(
            f'<br><span style="color:{muted}">{escaped(label)}</span><br>{escaped(text)}'
            for label, text in rows
        )
        self._columns, self._stack = f"{first}<table>{columns}</table>", f"{first}<br>{stack}"
        self._facts.set_markup(self._columns)
        self._least = self._facts.minimumSizeHint().width()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the facts below what they are about where they have no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._columns:
            room = self.width() - self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
            self._facts.set_markup(self._columns if self._least <= room else self._stack)

    def _rows(self, run: RunSummary) -> list[tuple[str, str]]:
        number = QLocale().toString
        rows = [
            (self.tr("Settings"), run_words.changes_text(run) or self.tr("as in its preset")),
            (self.tr("Validation"), run_words.best_accuracy(run)),
            (self.tr("Lowest loss"), run_words.best_loss(run)),
            (self.tr("Test"), run_words.measured(run, run.test_accuracy)),
            (self.tr("Time"), duration(run.seconds)),
            (self.tr("Examples"), self.tr("{count} to train").format(count=number(run.train_count))),
            (self.tr("Network"), run_words.network(run.experiment)),
            (self.tr("Parameters"), number(run.parameters)),
            (self.tr("Steps"), number(run.step)),
            (self.tr("Begun"), full_moment(run.created)),
            (self.tr("On the disk"), run_words.bytes_text(run.size)),
            (self.tr("Folder"), run.id),
        ]
        gate = run.experiment.evaluation.gate
        if run.advice and run.test_accuracy is not None and not reaches(run.test_accuracy, gate):
            rows.insert(4, (self.tr("What to try"), say_advice(run.advice)))
        if run.kept_epoch:
            words = self.tr("of epoch {epoch}, the best").format(epoch=run.kept_epoch)
            rows.insert(4, (self.tr("Weights"), words))
        if spent := run_words.privacy(run):
            rows.insert(4, (self.tr("Privacy"), spent))
        if attacked := run_words.best_attacked(run):
            rows.insert(2, (self.tr("Attacked"), attacked))
        place = 1 + [label for label, _ in rows].index(self.tr("Parameters"))
        rows[place:place] = self._machine_rows(run)
        if run.preset:
            rows.insert(0, (self.tr("Preset"), run_words.preset_title(run.preset)))
        if run.sweep:
            rows.append((self.tr("Trial of"), run.sweep))
        if run.parent:
            rows.append((self.tr("Branched from"), run.parent))
        return rows

    def _machine_rows(self, run: RunSummary) -> list[tuple[str, str]]:
        """Return by what its steps were done, as far as that was kept."""
        rows = []
        if run.ranks > 1:
            rows.append((self.tr("Processes"), QLocale().toString(run.ranks)))
        if run.threads:
            rows.append((self.tr("Threads"), translate_engine(in_words(run.threads))))
        if run.precision:
            rows.append(
                (translate_engine(label_of("training.precision")), choice_label(Precision(run.precision)))
            )
        return rows
