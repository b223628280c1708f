"""The line at the bottom: data, network, parameters and device in one glance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Slot
from PySide6.QtWidgets import QStatusBar

from engine.config import Device, Precision
from engine.data.sources import alone
from engine.inputs.registry import kind_of
from engine.models.size import layer_problems, parameter_count
from engine.training.events import ThreadsChanged
from gui.look import theme
from gui.look.dressed import dressed
from gui.look.plain import plain
from gui.look.spoken import follow_language
from gui.look.text_size import follow_size
from gui.look.words import choice_label, listed, translate_engine
from gui.widgets.short_label import ShortLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.workbench import Workbench


class StatusSummary(ShortLabel):
    """Says what would be trained on what, kept up to date."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dressed(self, name="statusSummary", role="muted")
        self.setFont(theme.tabular_font(self.font()))
        self.setContentsMargins(10, 0, 0, 0)
        self._workbench = workbench
        workbench.experiment_changed.connect(self._show)
        workbench.data_changed.connect(self._show)
        workbench.state_changed.connect(self._show)  # the device is known when training begins
        workbench.run_started.connect(self._show)  # and known no more when a run makes room for none
        workbench.training_event.connect(self._on_workbench_training_event)
        follow_language(self, self._show)
        follow_size(self, self._fit_bar)

    def _fit_bar(self) -> None:
        """Let the bar be as high as the words are by now: while it says something else, nothing asks it to."""
        bar = self.parentWidget()
        if isinstance(bar, QStatusBar):
            QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.LayoutRequest))

    @Slot(str)
    def yield_to_message(self, message: str) -> None:
        """Make room while the status bar shows a passing message."""
        self.setVisible(not message)

    @Slot(object)
    def _on_workbench_training_event(self, event: object) -> None:
        if isinstance(event, ThreadsChanged):
            self._show()

    @Slot()
    def _show(self) -> None:
        bench = self._workbench
        experiment, split = bench.experiment, bench.data
        locale = QLocale()
        info = alone.info_of(experiment.data.dataset)
        title = translate_engine(info.title) if info else experiment.data.dataset
        shape: tuple[int, ...] = (1, 28, 28)
        classes = 10
        if split is not None:
            shape, classes = split.train.image_shape, len(split.classes)
            counts = " / ".join(
                locale.toString(len(part)) for part in (split.train, split.validation, split.test)
            )
            title = f"{title} {counts}"
        network = experiment.network
        given = math.prod(kind_of(shape).given(shape))
        sizes = "-".join(filter(None, (str(given), network.summary, str(classes))))
        parts = [title, sizes]
        if not layer_problems(network, shape):
            count = parameter_count(network, shape, classes)
            parts.append(self.tr("{count} parameters").format(count=locale.toString(count)))
        started = bench.history.started
        if started is not None:
            course = bench.history.thread_course
            count = course[-1][1] if course else started.threads
            threads = self.tr("threads: {count}").format(count=count)
            device = choice_label(Device(started.device.partition(":")[0]))
            rounded = started.precision != Precision.FLOAT32
            parts.append(listed((device, *([started.precision] * rounded), threads)))
        words = " · ".join(parts)
        self.set_words(words)
        help_text = self.tr("Examples for training / validation / test") if split is not None else ""
        self.setToolTip(plain(f"{words}\n{help_text}".strip()))
