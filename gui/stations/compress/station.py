"""The Compress station in the window, with what measures and tries for it."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from engine.errors import NetSketchError
from engine.lessons import state
from gui.look.words import joined, percent, told, translate_engine
from gui.stations.station import Station
from gui.widgets.notice_bar import Notice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from engine.compress.trial import Trial
    from gui.stations.compress.page import CompressPage
    from gui.stations.compress.trying import Tested, Unkept
    from gui.stations.station import StationMenus


class CompressStation(Station["CompressPage"]):
    """See how far down the model can go, and what each step costs."""

    name = "compress"
    icon = "compress"

    def title(self) -> str:
        """Return its name for people."""
        return self.tr("Compress")

    def help_text(self) -> str:
        """Say in a line what one does here."""
        return self.tr(
            "Make the model smaller, and see what each step costs: accuracy, bytes and milliseconds"
        )

    def first_step(self) -> str:
        """Return what the help for beginners says of it."""
        return self.tr(
            "See in <b>Compress</b> how small the network can become before it forgets what it has learnt."
        )

    def page_keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the page."""
        return (
            ("Left / Right", self.tr("on the slider: a little less or more of the model taken away")),
            ("Up / Down", self.tr("in the table of what was tried: from row to row, the pad is read by it")),
        )

    def build(self, place: QWidget) -> CompressPage:
        """Make the page, and what works for it."""
        from gui.stations.compress.answering import Answering
        from gui.stations.compress.looking import Looking
        from gui.stations.compress.page import CompressPage
        from gui.stations.compress.subject import Subject
        from gui.stations.compress.trying import Trying

        self.subject, self.looking = Subject(self.workbench, self), Looking(self)
        self.trying, self.answering = Trying(self), Answering(self)
        self._works = (self.subject, self.looking, self.trying, self.answering)
        for work in self._works:
            work.failed.connect(self.failed)
        self.trying.tried.connect(self._on_trying_tried)
        self.trying.tested.connect(self._on_trying_tested)
        self.trying.unkept.connect(self._on_trying_unkept)
        self.workbench.state_changed.connect(self._on_workbench_state_changed)
        self.workbench.weights_changed.connect(self._on_workbench_weights_changed)
        page = CompressPage(self.workbench, self.subject, self.looking, self.trying, self.answering, place)
        page.station_wanted.connect(self.station_wanted)
        page.model_chosen.connect(self._on_page_model_chosen)
        page.file_wanted.connect(self._on_page_file_wanted)
        return page

    def add_actions(self, menus: StationMenus) -> None:
        """Lead here from the menu of the model, too."""
        menus.add(
            menus.menu("modelMenu"),
            lambda: self.tr("&Compress Model …"),
            lambda: self.station_wanted.emit(self.name),
            tip=lambda: self.tr("Make the model smaller, and see what that costs"),
        )

    def shutdown(self) -> None:
        """End what is under way; nothing starts after this."""
        if self.is_built:
            for work in self._works:
                work.shutdown()

    @Slot(object)
    def _on_trying_tried(self, trial: Trial) -> None:
        study = self.subject.study
        if study is None or study.original is None or not trial.method:
            return
        figures = {"share": trial.size / study.original.size}
        if trial.validation is not None and study.original.validation is not None:
            figures["lost"] = study.original.validation.accuracy - trial.validation.accuracy
        self.achieved.emit(state.Deed("compressed", trial.method, figures))

    # What becomes the model

    @Slot(object)
    def _on_page_model_chosen(self, trial: Trial) -> None:
        if self.subject.study is not None:
            self.trying.test(self.subject.study, trial)

    @Slot(object)
    def _on_trying_tested(self, tested: Tested) -> None:
        """Make a trial the model, once it is known what it does on the test images."""
        from gui.stations.compress.words import trial_words

        study, trial = tested.study, tested.trial
        if study is not self.subject.study or study.split is None:
            return  # another model has come meanwhile
        results = dict(trial.saved.results)
        if tested.after is not None:
            results["test_accuracy"] = tested.after.accuracy
        steps = trial.finetune * math.ceil(
            len(study.split.train) / trial.saved.experiment.training.batch_size
        )
        words = partial(trial_words, trial)
        try:
            self.workbench.adoption.take(
                replace(trial.saved, results=results),
                study.split,
                steps,
                lambda: self.tr("smaller model ({what})").format(what=words()),
            )
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        model = self.workbench.model
        self.notice_raised.emit(
            Notice(
                "success",
                lambda: self.tr("The model is smaller now: {what}.").format(what=words()),
                partial(self._tested_words, tested),
                stands=lambda: self.workbench.model is model,
            )
        )

    def _tested_words(self, tested: Tested) -> str:
        from gui.stations.compress.words import measure_words

        undo = self.tr("Edit ▸ Undo brings the one before back.")
        if tested.after is None or tested.before is None:
            return undo
        words = self.tr("Of the test examples it reads {share} right; the one before, {before}.")
        said = words.format(share=measure_words(tested.after), before=percent(tested.before.accuracy))
        return joined((said, undo))

    @Slot(object)
    def _on_page_file_wanted(self, trial: Trial) -> None:
        """Ask where a trial is to be saved, and write it there."""
        from gui.bench.model_saving import save_model

        try:
            notice = save_model(
                self.window, self.workbench.preferences, trial.saved, trial.method, f"{trial.amount:g}"
            )
        except NetSketchError as error:
            self.failed.emit(error, "")
            return
        if notice is not None:
            self.notice_raised.emit(notice)

    # What ends a try, or goes wrong beside it

    @Slot(object)
    def _on_trying_unkept(self, unkept: Unkept) -> None:
        """Say that a run is not kept as it should be; the try itself goes on."""
        error = unkept.error
        said = lambda: translate_engine(unkept.sentence)  # noqa: E731
        self.notice_raised.emit(Notice("warning", said, lambda: "" if error is None else told(error)))

    @Slot()
    def _on_workbench_state_changed(self) -> None:
        if self.workbench.running:
            self._give_up(lambda: self.tr("A training has begun: what was being tried was given up."))

    @Slot()
    def _on_workbench_weights_changed(self) -> None:
        if not self.workbench.running:
            self._give_up(lambda: self.tr("Another model is at hand: what was being tried was given up."))

    def _give_up(self, words: object) -> None:
        """End a try of a model that is at hand no more, and say so."""
        if self.trying.busy:
            self.trying.give_up()
            self.notice_raised.emit(Notice("info", words))  # type: ignore[arg-type]
