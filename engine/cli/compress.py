"""The command ``compress``."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic import check_writable
from engine.cli.columns import cells, left, right
from engine.cli.interrupt import Interrupt
from engine.cli.output import write_error
from engine.cli.progress import PreparationProgress, percent
from engine.cli.train import free_path
from engine.data.learnt import Learnt
from engine.errors import Cancelled, ConfigError, NetSketchError
from engine.folders import runs_folder
from engine.language import error_words, said
from engine.numbers import parse_number, parse_whole
from engine.storage import model_file
from engine.storage.runs.library import RunLibrary, free_name
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.recording_status import RecordingStatus, RunWrittenAgain
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.cli.output import Output
    from engine.compress.method import Method
    from engine.compress.trial import Measure, Trial
    from engine.config import Experiment
    from engine.data.dataset import Split
    from engine.storage.model_file import SavedModel
    from engine.training.control import TrainingControl
    from engine.training.events import TrainingEvent

FINETUNE = 2  # epochs, where weights can learn
NOTHING_SAVED = Phrase("Stopped; nothing was saved.")


def compress_file(
    path: Path,
    name: str,
    output: Output,
    *,
    amount: str | None = None,
    per: str | None = None,
    finetune: str | None = None,
    data: str | None = None,
    out: Path | None = None,
    kept: bool = True,
) -> None:
    """Make the model in ``path`` smaller, save what is left, and say how it does beside the original.

    Args:
        path: The model file; it stays as it is unless ``out`` names it.
        name: Of the method.
        output: Where to say so.
        amount: How much; what is usual of the method by default.
        per: Which weights share a scale, where the method knows scales.
        finetune: Epochs of fine-tuning; by default a few, or none where no weight would learn.
        data: Name of the data set, or None for the one it was trained on.
        out: Where to save it; by default beside other files here, under a free name.
        kept: Whether fine-tuning is kept as a run of the library.

    Raises:
        Cancelled: If Ctrl-C came; nothing is left of it then.
        NetSketchError: If the model or the data cannot be had, the flags are wrong, or the file cannot be written.
    """
    from engine.choices import Held
    from engine.compress.registry import method_named
    from engine.compress.trial import check_epochs

    method = method_named(name, **({} if per is None else {"per": per}))
    share = method.amount.usual if amount is None else parsed_amount(amount)
    method.check(share)
    usual = 0 if method.held is Held.WEIGHTS else FINETUNE
    epochs = usual if finetune is None else parsed_epochs(finetune)
    check_epochs(epochs)
    model_file.describe(path)  # before torch is loaded and data are fetched
    target = (
        free_path(Path(model_file.with_suffix(Path(f"{path.stem}-{method.name}"))))
        if out is None
        else model_file.with_suffix(out)
    )
    check_writable(target)
    kept_run = Kept(f"{path.stem} {method.name} {share:g}") if kept and epochs else None
    try:
        with Interrupt(lambda: None) as interrupt:
            before, after = _tried(path, method, share, epochs, data, output, interrupt, kept_run)
            if interrupt():
                raise Cancelled(NOTHING_SAVED)
            _save(target, after.saved)
    except BaseException:
        if kept_run is not None:
            kept_run.forget()
        raise
    run = None if kept_run is None else kept_run.close()
    _record(output, before, after, target, run)
    for line in _lines(before, after):
        output.line(line)
    if run is not None:
        output.line(Phrase("Kept as the run {run}.", run=run))
    output.line(Phrase("Saved to {path}.", path=str(target)))


def parsed_amount(text: str) -> float:
    """Read how much of a model is meant, such as ``0.8`` or ``4``.

    Raises:
        ConfigError: If it is no number.
    """
    number = parse_number(text)
    if number is None:
        raise ConfigError(
            "“{text}” is no amount.", remedy="Give a number, such as 0.8, or 4 for bits.", text=text
        )
    return number


def parsed_epochs(text: str) -> int:
    """Read for how many epochs to fine-tune.

    Raises:
        ConfigError: If it is no whole number.
    """
    epochs = parse_whole(text)
    if epochs is None:
        raise ConfigError(
            "“{text}” is no number of epochs.", remedy="Give a whole number, such as 2.", text=text
        )
    return epochs


class Kept:
    """The run as which fine-tuning is kept in the library.

    Args:
        name: What it is called.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._stack = ExitStack()
        self._recorder: RunRecorder | None = None
        self.saved: SavedModel | None = None
        self.split: Split | None = None

    def follow(
        self, experiment: Experiment, events: Iterator[TrainingEvent], control: TrainingControl
    ) -> Iterator[object]:
        """Pass the events of fine-tuning on and keep what they tell; a disk that is full is no reason to end."""
        assert self.saved is not None
        assert self.split is not None
        before = self.saved.learnt or Learnt.assumed(self.saved.experiment.data)
        try:
            recorder = RunRecorder.create(experiment, self.split, runs=runs_folder(), before=before)
        except NetSketchError as error:
            write_error(Phrase("The run is not kept in the library."), error_words(error))
            yield from events
            return
        self._recorder = self._stack.enter_context(recorder)
        for event in recorder.follow(events, control):
            if isinstance(event, RunWrittenAgain):
                write_error(event.sentence)
            elif isinstance(event, RecordingStatus) and event.error is not None:
                write_error(Phrase("The run goes on, but is not being written."), error_words(event.error))
            yield event

    def measured(self, trial: Trial) -> None:
        """Note what came of it."""
        if self._recorder is not None:
            self._recorder.measured(dict(trial.saved.results))

    def close(self) -> str | None:
        """Write what is left, and return the run's id; None where it is not in the library as a whole."""
        self._stack.close()
        if self._recorder is None:
            return None
        run, failure = self._recorder.run.id, self._recorder.failure
        if failure is not None:
            write_error(
                Phrase("The run {run} is not in the library as a whole.", run=run), error_words(failure)
            )
            return None
        library = RunLibrary()
        taken = {name for summary in library.summaries() for name in (summary.id, summary.name)}
        library.rename(run, free_name(self._name, taken))
        return run

    def forget(self) -> None:
        """Leave nothing of it."""
        self._stack.close()
        if self._recorder is not None:
            shutil.rmtree(self._recorder.run.path, ignore_errors=True)


def _tried(
    path: Path,
    method: Method,
    amount: float,
    epochs: int,
    data: str | None,
    output: Output,
    interrupt: Interrupt,
    kept: Kept | None,
) -> tuple[Trial, Trial]:
    """Return the model as it is and as the method leaves it, both measured."""
    import torch

    from engine.compress.trial import Trial, attempt, original
    from engine.data.datasets import load_split

    torch.set_num_threads(1)
    saved = model_file.load(path)
    if data is not None:
        learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
        saved = replace(saved, experiment=saved.experiment.with_(**{"data.dataset": data}), learnt=learnt)
    found: Trial | None = None
    try:
        with PreparationProgress(output) as progress:
            split = load_split(saved.experiment.data, progress=progress, cancelled=interrupt)
            progress(Phrase("Measuring"), 0.0)
            before = original(saved, split, test=True, cancelled=interrupt)
            if kept is not None:
                kept.saved, kept.split = saved, split
            for told in attempt(
                saved,
                method,
                amount,
                split,
                finetune=epochs,
                test=True,
                cancelled=interrupt,
                follow=None if kept is None else kept.follow,
            ):
                if isinstance(told, Trial):
                    found = told
                else:
                    progress(told.text, told.share)
    except Cancelled:
        raise Cancelled(NOTHING_SAVED) from None
    assert found is not None, "the last that is told is the trial"
    if kept is not None:
        kept.measured(found)
    return before, found


def _save(path: Path, saved: SavedModel) -> None:
    model_file.save(
        path,
        experiment=saved.experiment,
        classes=saved.classes,
        state=saved.state,
        image_shape=saved.image_shape,
        results=saved.results,
        learnt=saved.learnt,
    )


def _record(output: Output, before: Trial, after: Trial, path: Path, run: str | None) -> None:
    counted = after.test or after.validation
    output.record(
        method=after.method,
        amount=after.amount,
        per=after.options.get("per"),
        finetune=after.finetune,
        path=str(path),
        accuracy=_accuracy(after.test),
        bytes=after.size,
        original_accuracy=_accuracy(before.test),
        original_bytes=before.size,
        validation_accuracy=_accuracy(after.validation),
        original_validation_accuracy=_accuracy(before.validation),
        interval=None if counted is None else {"low": counted.interval.low, "high": counted.interval.high},
        milliseconds=after.milliseconds,
        original_milliseconds=before.milliseconds,
        seconds=after.seconds,
        control_validation_accuracy=_accuracy(after.control),
        shares=[
            {"name": each.name, "kept": each.kept, "whole": each.whole, "reason": each.reason or None}
            for each in after.shares
        ],
        run=run,
    )


def _accuracy(measured: Measure | None) -> float | None:
    return None if measured is None else measured.accuracy


def _lines(before: Trial, after: Trial) -> Iterator[Phrase | str]:
    """Yield what a person reads."""
    if before.test is not None and after.test is not None:
        yield Phrase(
            "Test accuracy {accuracy} of {count:,} images, before {before}. With 95\u00a0% confidence it lies between "
            "{low} and {high}.",
            **_told(before.test, after.test),
        )
    if before.validation is not None and after.validation is not None:
        yield Phrase(
            "Validation accuracy {accuracy} of {count:,} images, before {before}. With 95\u00a0% confidence it lies "
            "between {low} and {high}.",
            **_told(before.validation, after.validation),
        )
    if after.validation is None:
        yield Phrase(
            "There are no validation images. The test images prove nothing any more once the amount is chosen by them."
        )
    if after.control is not None:
        yield Phrase(
            "The same network, trained from scratch for as many epochs, reads {accuracy} of the validation images.",
            accuracy=percent(after.control.accuracy),
        )
    yield Phrase("{size:,} bytes packed, before {before:,}.", size=after.size, before=before.size)
    yield Phrase(
        "{milliseconds:.3f} ms a drawing on this machine, before {before:.3f} ms.",
        milliseconds=after.milliseconds,
        before=before.milliseconds,
    )
    width = max((cells(each.name) for each in after.shares), default=0)
    for each in after.shares:
        kept = Phrase("{kept:,} of {whole:,} are left", kept=each.kept, whole=each.whole)
        yield f"  {left(each.name, width)}  {right(said(percent(each.share)), 7)}  {said(kept)}"
        if each.reason:
            yield f"  {left('', width)}           {said(each.reason)}"


def _told(before: Measure, after: Measure) -> dict[str, object]:
    return {
        "accuracy": percent(after.accuracy),
        "count": after.count,
        "before": percent(before.accuracy),
        "low": percent(after.interval.low),
        "high": percent(after.interval.high),
    }
