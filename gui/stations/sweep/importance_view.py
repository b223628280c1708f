"""Shows which settings matter: how strongly each decides whether a trial is among the best."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt

from engine.sweep.importance import LEAST_TRIALS, importance
from engine.sweep.trial import TrialState
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.spoken import follow_language
from gui.look.text_size import px
from gui.look.words import labelled, listed, percent
from gui.stations.sweep.view import View
from gui.tasks.task import Task
from gui.widgets.label import Label
from gui.widgets.layouts import row_of
from gui.widgets.painted import Painted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from engine.sweep.plan import SweepPlan
    from engine.sweep.sweep import Sweep
    from engine.sweep.trial import Trial
    from gui.stations.sweep.scene import Scene
    from gui.tasks.task import Job

    Shares = tuple[tuple[str, float], ...]


class ImportanceView(View):
    """Bars, the longest first; worked out anew on a thread when more trials have ended."""

    name = "importance"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._shares: Shares = ()
        self._of: tuple[object, int] = (None, -1)  # the sweep, and how many trials were counted
        self._task = Task("importance", self)
        self._task.failed.connect(self.failed)
        self.picture = ShareBars(self)
        self._note = dressed(Label(self, wordWrap=True), role="muted", name="importanceNote")
        self.lay_out(row_of((self._note, 1)), self.picture)
        follow_language(self, self._say)

    def title(self) -> str:
        return self.tr("What matters")

    def help_text(self) -> str:
        return self.tr("How strongly each setting decides whether a trial is among the best")

    def figure(self) -> QWidget:
        return self.picture

    def set_scene(self, scene: Scene) -> None:
        if self._scene is not None and self._scene.sweep is not scene.sweep:
            self._shares, self._of = (), (None, -1)
            self._task.give_up()
        self._scene = scene
        count = _measured(scene)
        if count >= LEAST_TRIALS and self._of != (scene.sweep, count):
            self._of = (scene.sweep, count)
            self._task.ask(
                partial(_importance, scene.sweep.plan, scene.trials),
                partial(self._take, scene.sweep),
                calm=True,
            )
        self._say()

    def _take(self, sweep: Sweep, shares: Shares) -> None:
        if self._scene is not None and self._scene.sweep is sweep:
            self._shares = shares
            self._say()

    def _say(self) -> None:
        scene = self._scene
        if scene is None:
            return
        count = _measured(scene)
        if count < LEAST_TRIALS:
            note = self.tr(
                "From {least} trials on that went to their end it can be told which settings matter; so far "
                "there are {count}."
            ).format(least=LEAST_TRIALS, count=count)
        elif not self._shares:
            note = (
                self.tr("Working it out …") if self._task.busy else self.tr("The trials do not differ yet.")
            )
        else:
            note = self.tr(
                "How strongly each setting decides whether a trial is among the best: from {count} trials, within the "
                "values that were tried (PED-ANOVA). A short bar can mean that its values were all good ones."
            ).format(count=count)
        shares = self._shares if count >= LEAST_TRIALS else ()
        self._note.setText(note if shares else "")
        self._note.setVisible(bool(shares))
        self.picture.set_shares(shares, scene.labels, why_none="" if shares else note)

    def table(self) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
        labels: Mapping[str, str] = self._scene.labels if self._scene is not None else {}
        return (self.tr("Setting"), self.tr("Share")), [
            (labels.get(path, path), share) for path, share in self._shares
        ]


def _measured(scene: Scene) -> int:
    """Return how many trials went to their end: what was ended early was not measured as the others were."""
    return sum(trial.state is TrialState.DONE and trial.goal is not None for trial in scene.trials)


def _importance(plan: SweepPlan, trials: tuple[Trial, ...], _job: Job) -> Shares:
    return importance(plan, trials)


class ShareBars(Painted):
    """Bars with names in front of them and percents behind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="importanceBars", accessible=lambda: self.tr("Which settings matter"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._shares: Shares = ()
        self._labels: Mapping[str, str] = {}
        self._why_none = ""

    def sizeHint(self) -> QSize:
        return QSize(520, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240, share=0.5), px(120, share=0.5))

    def set_shares(self, shares: Shares, labels: Mapping[str, str], *, why_none: str = "") -> None:
        """Draw how much each setting matters, 0 to 1, by its path; where nothing can be told yet, say why."""
        self._why_none = why_none
        self._shares = tuple(sorted(shares, key=lambda item: -item[1]))
        self._labels = labels
        said = listed(self._words(number) for number in range(len(self._shares)))
        self.setAccessibleDescription(said or why_none)
        self.update()

    def _words(self, number: int) -> str:
        path, share = self._shares[number]
        return labelled(self._labels.get(path, path), percent(share, 0))

    def _row(self) -> float:
        return min(2.4 * self.fontMetrics().height(), (self.height() - 8) / max(1, len(self._shares)))

    def tip_at(self, point: QPoint) -> str:
        number = int((QPointF(point).y() - 4) / max(1.0, self._row()))
        return self._words(number) if 0 <= number < len(self._shares) else ""

    def paint(self, painter: QPainter) -> None:
        look, metrics = theme.current(), self.fontMetrics()
        painter.fillRect(self.rect(), look.color("surface"))
        painter.setFont(theme.tabular_font(self.font()))
        if not self._shares:
            painter.setPen(look.color("text_muted"))
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(16, 4, -16, -4), wrapped, self._why_none)
        names = [self._labels.get(path, path) for path, _share in self._shares]
        left = min(max(map(metrics.horizontalAdvance, names), default=0) + 16, 0.45 * self.width())
        after = metrics.horizontalAdvance(percent(1.0, 0)) + 14
        row, room = self._row(), max(10.0, self.width() - left - after)
        for number, (_path, share) in enumerate(self._shares):
            top = 4 + number * row
            painter.setPen(look.color("text"))
            name = metrics.elidedText(names[number], Qt.TextElideMode.ElideRight, int(left) - 12)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(4, top, left - 12, row), side, name)
            bar = QRectF(left, top + 0.22 * row, max(2.0, share * room), 0.56 * row)
            painter.fillRect(QRectF(left, bar.top(), room, bar.height()), look.color("sunken"))
            painter.fillRect(bar, look.series_color(0))
            beside = QRectF(left + room + 6, top, after, row)
            painter.drawText(
                beside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, percent(share, 0)
            )
        if self.hasFocus():
            painter.setPen(look.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
