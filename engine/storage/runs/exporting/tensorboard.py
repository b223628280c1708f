"""A run for TensorBoard: a folder of its own in a folder of logs, with the events that TensorBoard reads.

TensorBoard takes each sub-folder for a run and draws them over one another. Its package writes its kind of messages and
records; it is an extra (``netsketch[tensorboard]``) and loaded when it is needed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.atomic import new_folder, replace_file, write_error
from engine.errors import Cancelled, ExportError
from engine.file_names import file_name, is_there
from engine.storage.runs.exporting.run_format import EXPORTING, RunFormat, history_of
from engine.storage.runs.summary import read_summary
from engine.training.history import TABLE_HEADER
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.storage.runs.exporting.run_format import IsCancelled, Progress
    from engine.storage.runs.folder import RunFolder
    from engine.storage.runs.summary import RunSummary
    from engine.training.history import History

VERSION = "brain.Event:2"  # of TensorBoard's own files
LONGEST_VALUE = 200  # letters of a setting in the table of runs; the text has all of it
CHUNK = 1000  # events between two questions whether to stop
# What stands before the slash, TensorBoard puts under one heading.
TAGS = {
    "loss": "loss/batch",
    "accuracy": "accuracy/batch",
    "learning_rate": "learning_rate",
    "train_loss": "loss/training",
    "train_accuracy": "accuracy/training",
    "validation_loss": "loss/validation",
    "validation_accuracy": "accuracy/validation",
    "robust_accuracy": "accuracy/attacked",
}
TEST_TAG = "accuracy/test"


class _TensorBoard(RunFormat):
    name = "tensorboard"
    title = Phrase("Folder of logs for TensorBoard")
    use = Phrase("To look at runs beside those of other programs: `tensorboard --logdir logs` shows them.")

    def is_of(self, run: RunSummary, path: Path) -> bool:
        return is_there(path / _events_name(run))

    def write(
        self,
        run: RunFolder,
        path: Path,
        *,
        progress: Progress | None = None,
        cancelled: IsCancelled | None = None,
    ) -> None:
        package = _package()
        history, summary = history_of(run), read_summary(run.path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            there = path.is_dir()
        except OSError as error:
            raise write_error(path, error) from error
        name = _events_name(summary)
        if there:
            _write(package, summary, history, path / name, progress, cancelled)
        else:
            with new_folder(path) as folder:
                _write(package, summary, history, folder / name, progress, cancelled)


TENSORBOARD = _TensorBoard()


class _Package:
    """What is used of TensorBoard's package."""

    def __init__(self) -> None:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.plugins.hparams.summary_v2 import hparams_pb
        from tensorboard.plugins.text.summary_v2 import text_pb
        from tensorboard.summary.writer.record_writer import RecordWriter

        self.event: Any = Event
        self.summary: Any = Summary
        self.text: Callable[[str, str], Any] = text_pb
        self.settings: Callable[..., Any] = hparams_pb
        self.records: Any = RecordWriter


def _package() -> _Package:
    """Load TensorBoard's package.

    Raises:
        ExportError: If it is not there, or broken.
    """
    try:
        return _Package()
    except ImportError as error:
        cause = Phrase("The package tensorboard writes them, and it is not installed.")
        raise _not_written(cause) from error
    except Exception as error:  # two packages that do not fit raise what they like while they are loaded
        cause = Phrase(
            "The package tensorboard writes them, and it does not load here: {reason}.",
            reason=str(error)[:200] or type(error).__name__,
        )
        raise _not_written(cause) from error


def _not_written(cause: Phrase) -> ExportError:
    return ExportError(
        "Logs for TensorBoard cannot be written.",
        cause=cause,
        remedy=Phrase("`pip install tensorboard` brings it, into the Python of NetSketch."),
    )


def _events_name(run: RunSummary) -> str:
    """Return the name of the file of a run: always the same, so that a second export replaces the first.

    TensorBoard looks for ``tfevents`` in it, and adds up all such files of a folder.
    """
    return f"events.out.tfevents.{int(run.created.timestamp())}.{file_name(run.id)}"


def _write(
    package: _Package,
    run: RunSummary,
    history: History,
    path: Path,
    progress: Progress | None,
    cancelled: IsCancelled | None,
) -> None:
    total = max(1, len(history) + len(history.epochs))
    with replace_file(path) as file:
        records = package.records(file)
        for done, event in enumerate(_events(package, run, history)):
            records.write(event.SerializeToString())
            if done % CHUNK == 0:
                if cancelled is not None and cancelled():
                    raise Cancelled
                if progress is not None:
                    progress(EXPORTING, min(1.0, done / total))


def _events(package: _Package, run: RunSummary, history: History) -> Iterator[Any]:
    """Return all of a run as TensorBoard's events, by step; their times are those of the training, pauses left out."""
    event, begun = package.event, run.created.timestamp()
    yield event(wall_time=begun, file_version=VERSION)
    for tag, text in (("settings", _settings(run)), ("result", _result(run))):
        yield event(wall_time=begun, summary=package.text(tag, text))
    values = dict(_flat(run.experiment.model_dump(mode="json")))
    yield event(wall_time=begun, summary=package.settings(values, trial_id=run.id, start_time_secs=begun))
    tags = [TAGS.get(name) for name in TABLE_HEADER[1:]]
    seconds = _seconds(history)
    for (step, *row), second in zip(history.table_rows(), seconds.tolist(), strict=True):
        figures = [(tag, value) for tag, value in zip(tags, row, strict=True) if tag and value is not None]
        yield _scalars(package, begun + second, int(step or 0), figures)
    if run.test_accuracy is not None:
        last = begun + max([history.seconds, *seconds[-1:].tolist()])
        yield _scalars(package, last, run.step, [(TEST_TAG, run.test_accuracy)])


def _scalars(package: _Package, time: float, step: int, values: list[tuple[str, float]]) -> Any:
    parts = [package.summary.Value(tag=tag, simple_value=value) for tag, value in values]
    return package.event(wall_time=time, step=step, summary=package.summary(value=parts))


def _seconds(history: History) -> NDArray[np.float64]:
    """Return the seconds of training until each row of a history's table: between two epochs' ends in even parts."""
    steps = history.table_steps()
    known = np.concatenate([[0], history.epoch_steps])
    seconds = np.concatenate([[0.0], history.epoch_seconds])
    if len(steps) and steps[-1] > known[-1]:
        known = np.append(known, steps[-1])
        seconds = np.append(seconds, max(history.seconds, seconds[-1]))
    between: NDArray[np.float64] = np.interp(steps, known, seconds)
    return between


def _flat(settings: dict[str, Any], above: str = "") -> Iterator[tuple[str, bool | float | str]]:
    """Return settings by their paths, for TensorBoard's table of runs; what is no number is told in words."""
    for name, value in settings.items():
        path = f"{above}{name}"
        if isinstance(value, dict):
            yield from _flat(value, f"{path}.")
        elif isinstance(value, bool | int | float | str):
            yield path, value if not isinstance(value, str) else value[:LONGEST_VALUE]
        elif value is not None:
            yield path, json.dumps(value, ensure_ascii=False)[:LONGEST_VALUE]


def _settings(run: RunSummary) -> str:
    """Return all settings as a block that Markdown shows as it is."""
    text = json.dumps(run.experiment.model_dump(mode="json"), indent=2, ensure_ascii=False)
    return "".join(f"    {line}\n" for line in text.splitlines())


def _result(run: RunSummary) -> str:
    """Return what became of a run as such a block."""
    lines = {
        "id": run.id,
        "name": run.name,
        "created": run.created.isoformat(),
        "status": run.status.value,
        "epoch": run.epoch,
        "epochs": run.epochs,
        "step": run.step,
        "seconds": round(run.seconds, 1),
        "training_images": run.train_count,
        "parameters": run.parameters,
        "best_epoch": run.best_epoch,
        "validation_accuracy": run.validation_accuracy,
        "robust_accuracy": run.robust_accuracy,
        "test_accuracy": run.test_accuracy,
    }
    return "".join(f"    {name}: {value}\n" for name, value in lines.items() if value is not None)
