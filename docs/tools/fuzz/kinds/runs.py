"""Runs: their folders in the library, and one that comes as a zip."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.data_files import zipped
from docs.tools.fuzz.kinds.weights import EVENTS
from engine.errors import NetSketchError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.storage.runs.library import RunLibrary

ID = "article-1"


class Run(Kind):
    """A run in the library, with a fault in one of its texts."""

    name = "run"
    modules = (
        "engine.storage.failures",
        "engine.storage.runs.folder",
        "engine.storage.runs.file.experiment",
        "engine.storage.runs.file.header",
        "engine.storage.runs.file.history",
        "engine.storage.runs.file.label",
        "engine.storage.runs.file.notes",
        "engine.storage.runs.file.progress",
        "engine.storage.runs.file.small_file",
        "engine.storage.runs.file.snapshots",
        "engine.storage.runs.listing",
        "engine.storage.runs.recorder",
        "engine.storage.runs.resuming",
        "engine.storage.runs.summary",
        "engine.storage.runs.whole_run",
    )

    def make(self) -> Files:
        """A run beside one that nothing is wrong with."""
        return {
            f"runs/{run_id}/{name}": content
            for run_id in (ID, "b-1")
            for name, content in sound.run().items()
        }

    def targets(self, names: list[str]) -> list[str]:
        """Return the texts of the first run, each several times, and its weights once."""
        own = [name for name in names if name.startswith(f"runs/{ID}/")]
        texts = [name for name in own if not name.endswith(".safetensors")]
        return texts * 4 + own

    def read(self, folder: Path) -> bool:
        """List, open, describe, go on with, rename and delete it; the other run is there all the time."""
        from engine.storage.runs.library import RunLibrary

        library = RunLibrary(folder / "runs")
        runs = {run.id: run for run in library.summaries()}
        assert "b-1" in runs
        for run in runs.values():
            str(run)
        told = [str(error) for _, error in library.unreadable]
        steps: tuple[Callable[[RunLibrary], object], ...] = (
            lambda library: library.find(ID),
            lambda library: library.open(ID).experiment(),
            lambda library: library.open(ID).history(),
            lambda library: library.notes(ID),
            _check,
            _go_on,
            lambda library: library.find(ID),
            lambda library: library.set_notes(ID, "More."),
            lambda library: library.rename(ID, "Another"),
            lambda library: library.set_baseline(ID),
            lambda library: library.delete(ID),
            lambda library: library.restore(*(run_id for run_id, _ in library.deleted())),
            lambda library: library.disk_use(),
        )
        for step in steps:
            try:
                step(library)
            except NetSketchError as error:
                told.append(str(error))
        return not told


class RunArchive(Kind):
    """A run that was exported as a zip."""

    name = "run-archive"
    modules = ("engine.storage.runs.archive", "engine.zip_files")

    def make(self) -> Files:
        """The files of a run in a zip."""
        return {"run.zip": zipped({f"{ID}/{name}": content for name, content in sound.run().items()})}

    def read(self, folder: Path) -> bool:
        """Bring it in, and look at it among the others."""
        from engine.storage.runs.archive import import_run
        from engine.storage.runs.library import RunLibrary

        library = RunLibrary(folder / "runs")
        try:
            run_id = import_run(folder / "run.zip", library)
        finally:
            left = list(library.folder.iterdir()) if library.folder.exists() else []
            assert not [path for path in left if path.name.startswith(".") and path.is_dir()], left
        library.get(run_id)
        library.open(run_id).history()
        return True


def _check(library: RunLibrary) -> None:
    from engine.storage.runs.whole_run import check_run

    check_run(library.open(ID), lambda: None)


def _go_on(library: RunLibrary) -> None:
    """Train one epoch more, a part of it."""
    from engine.storage.runs.recorder import RunRecorder
    from engine.training import TrainingControl, train

    control = TrainingControl()
    with RunRecorder.resume(library.open(ID), sound.split(), epochs=3) as recorder:
        training = train(recorder.experiment, sound.split(), control, recorder.checkpoint)
        with closing(training):
            for _ in islice(recorder.follow(training, control), EVENTS):
                pass
