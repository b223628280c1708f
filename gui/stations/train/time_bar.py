"""The time machine's row under the curves: back through the snapshots of a run by hand, by key or as a film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.look import icons, theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import said
from gui.stations.train.film import Film
from gui.stations.train.time_slider import LEAST_WIDTH, TimeSlider
from gui.widgets.label import Label
from gui.widgets.layouts import STRETCH, column_of, row_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from engine.training.moments import Moment

MARGIN, SPACING = 2, 4  # pixels
END = 10  # pixels right of the buttons; the slider needs them for its handle, as the curves end above that


class TimeBar(QWidget):
    """A film button and a slider on the scale of the curves; under it what is shown in words, and what to do with it.

    Signals:
        moment_chosen: Another moment is to be shown, by hand, key or film (``Moment``, or None for the newest
            weights). Also where the moment that was shown is no more.
        moment_shown: The handle stands at a moment, whoever took it there (``Moment``, or None for the newest weights).
        keep_requested: A moment is to become the model (``Moment``).
        branch_requested: A new run is to start from a moment (``Moment``).
    """

    moment_chosen = Signal(object)
    moment_shown = Signal(object)
    keep_requested = Signal(object)
    branch_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeBar")
        self._moments: tuple[Moment, ...] = ()
        self._now = 0  # steps the newest weights have done
        self._place_before_click = 0
        self._epochs = 0
        self._best_epoch = 0
        self._kept: int | None = None
        self._build_ui()
        self._connect()
        self._say_words()
        self._show_moments()

    def _build_ui(self) -> None:
        self._play = self._tool("filmButton", "film")
        self._slider = TimeSlider(self)
        self._slider.setObjectName("timeSlider")
        self._film = Film(self._slider)
        self._label = dressed(Label(self), name="timeLabel")
        self._label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._keep = self._tool("keepButton", "keep")
        self._branch = self._tool("branchButton", "branch")
        above = row_of(self._play, (self._slider, 1), spacing=SPACING)
        words = self._label, STRETCH, self._keep, self._branch
        under = row_of(*words, margins=(0, 0, END, 0), spacing=SPACING)
        layout = column_of(above, under, on=self, margins=(MARGIN, 0, 0, 0), spacing=0)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)  # see minimumSizeHint

    def _tool(self, name: str, icon: str) -> QToolButton:
        button = dressed(QToolButton(self), name=name)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.set_icon(button, icon)
        return button

    def _connect(self) -> None:
        self._play.clicked.connect(self._on_play_clicked)
        self._film.playing_changed.connect(self._show_film)
        self._slider.valueChanged.connect(self._on_slider_value_changed)
        self._slider.sliderPressed.connect(self._film.end)
        self._keep.clicked.connect(self._on_keep_clicked)
        self._branch.clicked.connect(self._on_branch_clicked)

    # What is shown

    def set_moments(self, moments: Sequence[Moment]) -> None:
        """Show the snapshots of a run; while it trains, the list grows.

        A handle at the newest weights stays there, one in the past stays at its step. Where that step is gone the
        handle goes to the newest, and ``moment_chosen`` says so.

        Args:
            moments: By step, the earliest first.
        """
        shown = self.moment()
        self._moments = tuple(moments)
        steps = [moment.step for moment in self._moments]
        is_kept = shown is not None and shown.step in steps
        place = steps.index(shown.step) if shown is not None and is_kept else len(steps)
        if not steps:
            self.stop_film()
        with QSignalBlocker(self._slider):
            self._slider.set_steps(steps, self._now)
            self._slider.setValue(place)
        self._show_moments()
        if shown is not None and not is_kept:
            self.moment_chosen.emit(None)

    def set_epochs(self, epochs: int) -> None:
        """Say how many epochs the run is to have; 0 for not known."""
        if epochs != self._epochs:
            self._epochs = epochs
            self._show_moments()

    def set_now(self, step: int) -> None:
        """Say how many steps the newest weights have done: that is where the curves end."""
        if step != self._now:
            self._now = step
            self._slider.set_now(step)

    def set_scale(self, sight: tuple[float, float] | None, edges: tuple[float, float] | None) -> None:
        """Lay the slider on the scale of the curves.

        Args:
            sight: The steps at the left and the right edge of the curves; None for the whole run.
            edges: Where these edges are, in pixels from the left of this bar; None for the ends of the slider.
        """
        self._slider.set_scale(sight, edges)

    def set_best_epoch(self, epoch: int) -> None:
        """Mark the end of the epoch that did best on the validation images; 0 for none."""
        if epoch != self._best_epoch:
            self._best_epoch = epoch
            self._show_moments()

    def set_kept(self, step: int | None) -> None:
        """Say after how many steps the weights were that are kept in place of the newest; None for the newest."""
        if step != self._kept:
            self._kept = step
            self._show_moment()

    def moments(self) -> tuple[Moment, ...]:
        """Return the snapshots there are."""
        return self._moments

    def moment(self) -> Moment | None:
        """Return the snapshot that is chosen, or None for the newest weights."""
        place = self._slider.value()
        return self._moments[place] if place < len(self._moments) else None

    def go_newest(self) -> None:
        """Take the handle to the newest weights, without a signal, and end the film."""
        self._go(len(self._moments))

    def go_to(self, step: int) -> None:
        """Take the handle to the snapshot after so many steps, if there is one, as ``go_newest`` does."""
        steps = [moment.step for moment in self._moments]
        if step in steps:
            self._go(steps.index(step))

    def go_near(self, step: float) -> None:
        """Go to the snapshot that is nearest to a step, or to the newest weights, as a press on the slider does."""
        if self._moments:
            self.stop_film()
            self._place_before_click = self._slider.value()
            self._slider.setValue(self._slider.place_near(step))

    def go_back(self) -> None:
        """Undo ``go_near``, where the click was the first of a double click."""
        self._slider.setValue(min(self._place_before_click, len(self._moments)))

    def _go(self, place: int) -> None:
        self.stop_film()
        with QSignalBlocker(self._slider):
            self._slider.setValue(place)
        self._show_moment()

    def is_playing(self) -> bool:
        """Tell whether the film runs."""
        return self._film.isActive()

    def _show_moments(self) -> None:
        best = [place for place, moment in enumerate(self._moments) if moment.epoch == self._best_epoch]
        self._slider.set_best(best[-1] if best and self._best_epoch else None)
        self._slider.setEnabled(bool(self._moments))
        self._play.setEnabled(bool(self._moments))
        self._reserve_words()
        self._say_tips()
        self._show_moment()

    def _show_moment(self) -> None:
        moment = self.moment()
        self._label.setText(self._words(moment))
        self._label.setEnabled(bool(self._moments))
        spoken = self._label.text()
        if moment is not None and self._slider.value() == self._slider.best():
            spoken = self.tr("{moment}, the best epoch").format(moment=spoken)
        self._slider.setAccessibleDescription(spoken)
        can = moment is not None and moment.step != self._kept, moment is not None
        if can != (self._keep.isEnabled(), self._branch.isEnabled()):
            self._keep.setEnabled(can[0])
            self._branch.setEnabled(can[1])
            self._say_tips()
        self.moment_shown.emit(moment)

    def _words(self, moment: Moment | None) -> str:
        """Return a moment in words, such as “step 422 · epoch 1 of 10”."""
        if moment is None:
            return self.tr("now")
        if moment.step == self._kept:
            return self._kept_words(moment)
        return self._plain_words(moment)

    def _kept_words(self, moment: Moment) -> str:
        locale = QLocale()
        words = self.tr("step {step} · epoch {epoch}, kept")
        return words.format(step=locale.toString(moment.step), epoch=locale.toString(moment.epoch))

    def _plain_words(self, moment: Moment) -> str:
        locale = QLocale()
        step, epoch = locale.toString(moment.step), locale.toString(moment.epoch)
        if moment.step == 0:
            return self.tr("step 0 · untrained")
        if not self._epochs:
            return self.tr("step {step} · epoch {epoch}").format(step=step, epoch=epoch)
        words = self.tr("step {step} · epoch {epoch} of {epochs}")
        return words.format(step=step, epoch=epoch, epochs=locale.toString(self._epochs))

    # The film

    @Slot()
    def play_film(self) -> None:
        """Go through the snapshots to the newest weights, from the chosen one or else from the first."""
        if self._moments and self.isVisible():
            self._film.play()

    @Slot()
    def stop_film(self) -> None:
        """Let the film stand where it is."""
        self._film.end()

    @Slot()
    def _show_film(self) -> None:
        icons.set_icon(self._play, "pause" if self.is_playing() else "film")
        self._say_tips()

    @Slot()
    def _on_play_clicked(self) -> None:
        if self.is_playing():
            self.stop_film()
        else:
            self.play_film()

    @Slot()
    def _on_slider_value_changed(self) -> None:
        self._show_moment()
        self.moment_chosen.emit(self.moment())

    @Slot()
    def _on_keep_clicked(self) -> None:
        self.stop_film()
        self.keep_requested.emit(self.moment())

    @Slot()
    def _on_branch_clicked(self) -> None:
        self.stop_film()
        self.branch_requested.emit(self.moment())

    # Words and room

    def _say_words(self) -> None:
        said(self.setAccessibleName, lambda: self.tr("Time machine"))
        said(self._slider.setAccessibleName, lambda: self.tr("Moment of the run"))
        said(self._keep.setAccessibleName, lambda: self.tr("Keep this one"))
        said(self._branch.setAccessibleName, lambda: self.tr("Branch from here"))
        self._label.setFont(theme.tabular_font(self.font()))

    def _say_tips(self) -> None:
        """Explain the parts, and why they cannot be used where that is so."""
        film = self.tr("Pause the film") if self.is_playing() else self.tr("Play the run as a film")
        slider = self.tr(
            "Go back through the run: the pad, the examples and the network follow. ▼ marks the best epoch. "
            "A click in a curve goes there, too."
        )
        keep = self.tr("Make this snapshot the model")
        branch = self.tr("Start a new run from this snapshot, with other settings if you like")
        if not self._moments:
            film = slider = keep = branch = self.tr("Snapshots appear here as the network trains.")
        elif self.moment() is None:
            keep = branch = self.tr("Choose a snapshot on the time line first.")
        elif not self._keep.isEnabled():
            keep = self.tr(
                "This snapshot is the model; the right end of the line brings the newest weights back."
            )
        self._play.setAccessibleName(film)
        for part, words in (
            (self._play, film), (self._slider, slider), (self._label, slider), (self._keep, keep),
            (self._branch, branch),
        ):  # fmt: skip
            part.setToolTip(plain(words))

    def _reserve_words(self) -> None:
        """Give the label the room of its longest words, so that the slider stays as long as it is."""
        moments = *self._moments[-1:], *self._moments[:1]
        longest = [self.tr("now"), *map(self._plain_words, moments), *map(self._kept_words, moments)]
        metrics = QFontMetricsF(self._label.font())
        width = max(metrics.horizontalAdvance(words) for words in longest)
        if self._label.minimumWidth() != int(width) + 2:
            self._label.setFixedWidth(int(width) + 2)
            self._fit()

    def _fit(self) -> None:
        """Leave the buttons as many of their words as there is room for beside the moment."""
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        full = self.tr("Keep this one"), self.tr("Branch from here")
        short = self.tr("Keep", "snapshot"), self.tr("Branch", "run")
        for style, words in ((beside, full), (beside, short), (alone, short)):
            for button, text in zip((self._keep, self._branch), words, strict=True):
                button.setText(text)
                button.setToolButtonStyle(style)
            if self._line_width() <= self.width():
                break

    def _line_width(self) -> int:
        """Return what the line under the slider takes, in pixels."""
        buttons = self._keep.sizeHint().width() + self._branch.sizeHint().width()
        return self._label.minimumWidth() + buttons + MARGIN + END + 3 * SPACING

    def minimumSizeHint(self) -> QSize:
        """Return the room with buttons that show no words, whichever they show now."""
        icon = self._play.sizeHint().width()
        words = self._label.minimumWidth() + 2 * icon + 3 * SPACING
        return QSize(max(words + END, icon + SPACING + LEAST_WIDTH) + MARGIN, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(620, self._slider.sizeHint().height() + self._keep.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.stop_film()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say_words()
            self._show_moments()
            self._fit()
        super().changeEvent(event)
