"""Settings in files: experiments, presets, preferences, and texts as they come from the command line."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from docs.tools.fuzz import sound
from docs.tools.fuzz.kind import Files, Kind

if TYPE_CHECKING:
    from pathlib import Path

    from engine.config import Experiment

SMALL = 10**6  # trained numbers; a larger network is not built here


class ExperimentFile(Kind):
    """An experiment as a JSON file."""

    name = "experiment"
    modules = ("engine.cli.given_flags", "engine.config.reading", "gui.window.model_files")

    def make(self) -> Files:
        """An experiment with layers of several kinds."""
        layers = ({"kind": "conv", "channels": 4}, {"size": 16, "dropout": 0.1}, {"size": 8})
        rich = sound.experiment().with_(**{"network.hidden": layers})
        return {"experiment.json": sound.json_bytes(rich.model_dump(mode="json"))}

    def read(self, folder: Path) -> bool:
        """Read it as the command line and as the window do, and build its network."""
        from engine.cli.given_flags import read_experiment
        from gui.window import model_files

        path = folder / "experiment.json"
        use(read_experiment(path))
        use(model_files.read_experiment(path))
        return True


class PresetFile(Kind):
    """A preset of the program."""

    name = "preset"
    modules = ("engine.config.presets",)

    def make(self) -> Files:
        """Two of those that come with the program."""
        from engine.config import presets

        found = sorted(presets.preset_folder().iterdir(), key=lambda file: file.name)
        return {file.name: file.read_bytes() for file in found[:2]}

    def read(self, folder: Path) -> bool:
        """List the presets of a folder, and ask for each by its name."""
        from engine.config import presets

        own = presets.preset_folder
        presets.preset_folder = lambda: folder
        presets.list_presets.cache_clear()
        try:
            for preset in presets.list_presets():
                str((preset.title, preset.explanation))
            for path in sorted(folder.iterdir()):
                use(presets.load_preset(path.stem))
        finally:
            presets.preset_folder = own
            presets.list_presets.cache_clear()
        return True


class PreferencesFile(Kind):
    """What a person prefers."""

    name = "preferences"
    modules = ("gui.bench.preferences", "gui.bench.preferences_file")

    def make(self) -> Files:
        """Preferences with all that they may hold."""
        content = {
            "schema_version": 1,
            "theme": "dark",
            "recent_files": ["/tmp/a.safetensors", "b.safetensors"],
            "runs_limit_mb": 200,
            "passed_over_run": "article-1",
            "checkpoint_seconds": 20,
        }
        return {"preferences.json": sound.json_bytes(content)}

    def read(self, folder: Path) -> bool:
        """Begin with them, show them, and change them."""
        from gui.bench.preferences import Preferences

        preferences = Preferences(folder / "preferences.json")
        is_sound = preferences.set_aside is None
        assert preferences.runs_limit_mb >= 0
        str((preferences.theme, preferences.passed_over_run, preferences.checkpoint_seconds))
        for path in preferences.recent_files:
            os.path.exists(path)  # noqa: PTH110 - says no of a name that no file can have
        preferences.add_recent(folder / "c.safetensors")
        preferences.theme = "light"
        again = Preferences(folder / "preferences.json")
        assert again.theme == "light"
        return is_sound


class RecentExportsFile(Kind):
    """The exports of late."""

    name = "exports"
    modules = ("engine.deploy.recent",)

    def make(self) -> Files:
        """Two exports, one of them with rounded weights and without a verdict."""
        whole = {
            "model": "article-1",
            "format": "script",
            "path": "/nowhere/digit.py",
            "bytes": 367063,
            "sha256": "0" * 64,
            "when": "2026-11-29T16:00:00+00:00",
            "max_difference": 2e-6,
            "count": 2000,
            "verdict": "passed",
            "accuracy": 0.975,
            "gate": 0.97,
        }
        rounded = {
            **whole,
            "format": "c",
            "weights": "int8",
            "activations": "int8",
            "rounding": 0.01,
            "changed": 3,
            "verdict": None,
        }
        return {"exports.json": sound.json_bytes({"exports": [whole, rounded]})}

    def read(self, folder: Path) -> bool:
        """List them, see what became of their files, forget one, and note it again."""
        from engine.deploy.recent import RecentExports

        exports = RecentExports(folder / "exports.json")
        found = exports.all()
        for export in found:
            str((export.state, export.record))
        if not found:
            return False
        exports.forget(found[:1])
        exports.note(found[0])
        assert exports.all()[0] == found[0]
        return True


class Texts(Kind):
    """Settings by their paths, numbers as people write them, as flags of the command line give them."""

    name = "settings"
    modules = ("engine.numbers",)

    def make(self) -> Files:
        """A text for settings of every type."""
        changes = {
            "training.epochs": "3",
            "training.learning_rate": "1e-3",
            "training.batch_size": "32",
            "data.validation_share": "0.2",
            "network.hidden": [{"size": "16"}],
            "network.activation": "relu",
        }
        known = sound.experiment().model_dump(mode="json")
        return {
            "settings.json": sound.json_bytes(
                {
                    path: text
                    for path, text in changes.items()
                    if path.split(".")[1] in known[path.split(".")[0]]
                }
            )
        }

    def read(self, folder: Path) -> bool:
        """Change an experiment as they say."""
        from engine.config import Experiment

        try:
            changes = json.loads((folder / "settings.json").read_text(encoding="utf-8", errors="replace"))
        except (ValueError, RecursionError):
            return False
        if not isinstance(changes, dict):
            return False
        use(Experiment().with_(**changes))
        return True


def use(experiment: Experiment) -> None:
    """Write an experiment down and read it again, and build its network where it is small."""
    from engine.config import Experiment
    from engine.models.build import build
    from engine.models.size import parameter_count

    assert Experiment.model_validate_json(experiment.model_dump_json()) == experiment
    str(experiment.network.summary)
    if parameter_count(experiment.network, (1, 28, 28), 10) < SMALL:
        build(experiment.network, image_shape=(1, 28, 28), classes=10)
