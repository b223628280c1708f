"""The copy of its teacher that a run keeps."""

from __future__ import annotations

from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind
from docs.tools.fuzz.kinds.weights import EVENTS

if TYPE_CHECKING:
    from pathlib import Path


class TeacherFile(Kind):
    """The teacher of a run that is gone on with."""

    name = "teacher"
    modules = ("engine.data.learnt", "engine.storage.model_file", "engine.storage.model_header")

    def make(self) -> Files:
        """The model of another run."""
        return {"teacher.safetensors": sound.run()["model.safetensors"]}

    def read(self, folder: Path) -> bool:
        """Ask it about the images, and learn from what it says; the file that the settings name is gone."""
        from engine.inference.teacher import ask_teacher
        from engine.storage.runs.folder import RunFolder
        from engine.training import train

        experiment = sound.experiment().with_(**{"training.teacher": str(folder / "gone.safetensors")})
        teaching = ask_teacher(experiment, sound.split(), run=RunFolder(folder))
        assert teaching is not None
        with closing(train(experiment, sound.split(), teacher=teaching.logits)) as training:
            for _ in islice(training, EVENTS):
                pass
        return True
