"""Fine-tuning kept as a run of the library; nothing that goes wrong with that is a reason to end it."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from engine.data.learnt import Learnt
from engine.errors import NetSketchError
from engine.folders import runs_folder
from engine.storage.runs.library import RunLibrary, free_name
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.recording_status import RecordingStatus, RunWrittenAgain
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.compress.trial import Follow, Trial
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from engine.training.control import TrainingControl
    from engine.training.events import TrainingEvent


class Keeping:
    """The run as which one fine-tuning is kept.

    Args:
        name: What it is called, where no other run is.
        complain: Told in a sentence that the run is not kept as it should be, and by which error, if any.
    """

    def __init__(self, name: str, complain: Callable[[Phrase, NetSketchError | None], object]) -> None:
        self._name = name
        self._complain = complain
        self._stack = ExitStack()  # what is followed may be ended only after the folder was taken away
        self._recorder: RunRecorder | None = None

    def following(self, saved: SavedModel, split: Split) -> Follow:
        """Return what passes events of fine-tuning on and keeps what they tell.

        Args:
            saved: The model that it begins with, before it was made smaller.
            split: What it is trained on.
        """
        return partial(self._follow, saved.learnt or Learnt.assumed(saved.experiment.data), split)

    def _follow(
        self,
        before: Learnt,
        split: Split,
        experiment: Experiment,
        events: Iterator[TrainingEvent],
        control: TrainingControl,
    ) -> Iterator[object]:
        try:
            made = RunRecorder.create(experiment, split, runs=runs_folder(), before=before)
        except NetSketchError as error:  # a disk that is full
            self._complain(Phrase("The run is not kept in the library."), error)
            yield from events
            return
        self._recorder = recorder = self._stack.enter_context(made)
        for event in recorder.follow(events, control):
            if isinstance(event, RunWrittenAgain):
                self._complain(event.sentence, None)
            elif isinstance(event, RecordingStatus) and event.error is not None:
                self._complain(Phrase("The run goes on, but is not being written."), event.error)
            yield event

    def close(self, trial: Trial) -> str | None:
        """Note what came of it, and write what is left.

        Returns:
            The id of the run; None where it is not in the library as a whole.
        """
        recorder = self._recorder
        if recorder is not None:
            recorder.measured(dict(trial.saved.results))
        self._stack.close()
        if recorder is None:
            return None
        run, failure = recorder.run.id, recorder.failure
        if failure is not None:
            self._complain(Phrase("The run {run} is not in the library as a whole.", run=run), failure)
            return None
        library = RunLibrary()
        taken = {name for summary in library.summaries() for name in (summary.id, summary.name)}
        try:
            library.rename(run, free_name(self._name, taken))
        except NetSketchError as error:
            self._complain(Phrase("The run {run} could not be given a name.", run=run), error)
        return run

    def forget(self) -> None:
        """Leave nothing of it."""
        self._stack.close()
        if self._recorder is not None:
            shutil.rmtree(self._recorder.run.path, ignore_errors=True)
