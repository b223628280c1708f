"""Reading all of a run to see that it is whole: its texts, its history, and with torch its weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.storage import model_file
from engine.storage.runs.file import history as history_file
from engine.storage.runs.file import snapshots
from engine.storage.runs.file.experiment import read_experiment
from engine.storage.runs.file.header import read_header
from engine.storage.runs.file.label import read_label
from engine.storage.runs.file.notes import read_notes
from engine.storage.runs.file.small_file import damaged
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import torch

    from engine.config import Experiment
    from engine.storage.runs.folder import RunFolder


def check_run(run: RunFolder, advance: Callable[[], None]) -> None:
    """See that every file of a run can be read, and that its weights are those of its network.

    Args:
        run: The run.
        advance: Called after each file.

    Raises:
        RunError: If something is damaged or does not belong to the run; its cause says what.
        ModelFileError: Likewise, of a model file.
    """
    experiment = read_experiment(run.path)
    read_header(run.path)
    read_label(run.path)
    read_notes(run.path)
    check_history(run.path)
    advance()
    weights = [
        _checked_model(run, path, experiment) for path in (run.model_path, run.best_path) if path.exists()
    ]
    expected = weights[0] if weights else None
    for item in run.snapshots():
        state = snapshots.load(item.path)
        if expected is None:
            expected = state
        if _forms(state) != _forms(expected):
            raise damaged(run.path, Phrase("Its file {file} holds another network.", file=item.path.name))
        advance()
    if run.teacher_path.exists():
        model_file.load(run.teacher_path)
        advance()
    if run.checkpoint_path.exists():
        saved = run.checkpoint()
        if saved is not None and expected is not None and _forms(saved.checkpoint.model) != _forms(expected):
            raise damaged(
                run.path, Phrase("Its file {file} holds another network.", file=run.checkpoint_path.name)
            )
        advance()


def check_history(folder: Path) -> None:
    """See that a history tells of a run, as far as it can be read.

    Raises:
        RunError: If a line in it makes no sense.
    """
    if not history_file.is_sound(folder / history_file.HISTORY_NAME):
        raise damaged(folder, Phrase("Its file {file} makes no sense.", file=history_file.HISTORY_NAME))


def _checked_model(run: RunFolder, path: Path, experiment: Experiment) -> Mapping[str, torch.Tensor]:
    saved = model_file.load(path)
    if saved.experiment.network != experiment.network:
        raise damaged(run.path, Phrase("Its file {file} holds another network.", file=path.name))
    return saved.state


def _forms(state: Mapping[str, torch.Tensor]) -> dict[str, tuple[object, ...]]:
    return {name: (tensor.dtype, *tensor.shape) for name, tensor in state.items()}
