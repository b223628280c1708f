"""Kill whatever writes, at random moments, and look: all that was whole before is there, and everything opens.

A process of its own does one thing again and again (it teaches, imports, exports, trains, prefers …), says after each
time that it is done, and is killed (SIGKILL) somewhere amid the next ones. What it said was done must be there then,
what it was at must be there whole or not at all, the next one must not be hindered, and nothing may be left beside but
what is named ``.netsketch-….tmp``. Each kind goes on with what the kills before have left.

Run: python tests/e2e/kill_writers.py [--kills 300] [--minutes 60] [--seed 0] [--json] [KIND…]
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from abc import ABC, abstractmethod
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
import torch

from engine.atomic import is_temporary
from engine.config import Experiment
from engine.data import ink
from engine.data.dataset import Dataset
from engine.data.datasets import load_split
from engine.data.exporting.registry import FORMATS, export
from engine.data.import_set import import_set
from engine.data.imported_sets import imported_sets, load_parts
from engine.data.importing.choices import Choices
from engine.data.importing.gathering import gather
from engine.data.my_digits import MyDigits
from engine.evaluation.marks import Marks
from engine.storage import model_file
from engine.storage.runs.archive import export_run, import_run
from engine.storage.runs.file.lock import is_held
from engine.storage.runs.folder import is_stillborn
from engine.storage.runs.library import RunLibrary
from engine.storage.runs.recorder import RunRecorder
from engine.storage.runs.whole_run import check_run
from engine.training import EpochDone, TrainingControl, train

KNOWN = (".lock", ".bin")  # hidden, and there for good
FEW = 3  # times that may be done before the one that is killed
EXPERIMENT = Experiment().with_(
    **{
        "data.dataset": "generated", "data.generated_count": 200, "network.hidden": "8",
        "training.epochs": 6, "training.batch_size": 32, "training.threads": 1,
    }
)  # fmt: skip


class Writer(ABC):
    """One thing that writes.

    Args:
        home: A folder for all it writes; ``NETSKETCH_HOME``, too.
    """

    name = ""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.begin()

    def begin(self) -> None:
        """Make what is needed before the first kill."""
        return

    @abstractmethod
    def write(self, number: int) -> str:
        """Do it, and return what stands for it."""

    @abstractmethod
    def check(self, told: list[str]) -> None:
        """See that everything opens, and that all that was told is there.

        Raises:
            Exception: Whatever is wrong.
        """

    def leftovers(self) -> tuple[list[Path], list[Path]]:
        """Return the temporary files and folders that lie in the home, and what else is hidden there."""
        temporary, strange = [], []
        for path in self.home.rglob("*"):
            above = path.relative_to(self.home).parts[:-1]
            if is_temporary(path.name):
                temporary.append(path)
            elif path.name.startswith(".") and path.name not in KNOWN and not any(map(is_temporary, above)):
                strange.append(path)
        return temporary, strange


class Preferring(Writer):
    """Preferences are changed."""

    name = "preferences"

    def write(self, number: int) -> str:
        from gui.bench.preferences import Preferences

        preferences = Preferences(self.home / "preferences.json")
        preferences.theme = ("dark", "light")[number % 2]
        preferences.add_recent(Path(f"/{number}.safetensors"))
        return str(number)

    def check(self, told: list[str]) -> None:
        from gui.bench.preferences import Preferences

        preferences = Preferences(self.home / "preferences.json")
        assert preferences.set_aside is None
        found = [int(path.stem) for path in preferences.recent_files]
        assert set(map(int, told[-4:])) <= set(found), (told, found)


class Teaching(Writer):
    """Drawings are kept, relabelled and deleted."""

    name = "teaching"

    def write(self, number: int) -> str:
        store = MyDigits(self.home / "my-digits")
        strokes = [np.array([[number % 90, 10.0], [50.0, 90.0]])]
        added = store.add(strokes, str(number % 10))
        store.relabel(added, "z")
        return added

    def check(self, told: list[str]) -> None:
        store = MyDigits(self.home / "my-digits")
        labels = {entry.id: entry.label for entry in store.entries()}
        assert all(labels[name] == "z" for name in told)
        assert len(store.dataset()) == len(labels)


class Marking(Writer):
    """Images are marked as mislabelled."""

    name = "marks"

    def write(self, number: int) -> str:
        image = np.full((28, 28), number % 251, np.uint8)
        Marks(self.home / "marks.jsonl").add("mnist", image, str(number % 10), should_be=str(number))
        return str(number)

    def check(self, told: list[str]) -> None:
        found = {mark.should_be for mark in Marks(self.home / "marks.jsonl").entries()}
        assert set(told[-100:]) <= found


class Saving(Writer):
    """A model is saved to the same file again and again."""

    name = "model"

    def begin(self) -> None:
        self.split = load_split(EXPERIMENT.data)
        control = TrainingControl()
        *_, self.end = train(EXPERIMENT.with_(**{"training.epochs": 1}), self.split, control)

    def write(self, number: int) -> str:
        state = {name: torch.full_like(tensor, number) for name, tensor in self.end.state.items()}
        model_file.save(
            self.home / "m.safetensors",
            experiment=EXPERIMENT,
            classes=self.split.classes,
            state=state,
            image_shape=self.split.train.image_shape,
        )
        return str(number)

    def check(self, told: list[str]) -> None:
        if not told and not (self.home / "m.safetensors").exists():
            return
        state = model_file.load(self.home / "m.safetensors").state
        values = {float(value) for tensor in state.values() for value in tensor.unique()}
        assert len(values) == 1
        assert values.pop() >= int(told[-1] if told else 0)


class Importing(Writer):
    """Data sets are brought in."""

    name = "imports"

    def begin(self) -> None:
        self.source = self.home.parent / "source.npz"
        export(sample(), self.source, "npz")

    def write(self, number: int) -> str:
        return import_set(self.source, name=f"set {number}").name

    def check(self, told: list[str]) -> None:
        found = {each.name: each for each in imported_sets()}
        assert set(told) <= found.keys()
        for name, each in found.items():
            assert each.count == sum(map(len, load_parts(name))) == 12


class Exporting(Writer):
    """Data sets and tables are written."""

    name = "exports"

    def begin(self) -> None:
        (self.home / "out").mkdir()
        self.data = sample()

    def write(self, number: int) -> str:
        form = FORMATS[number % len(FORMATS)].name
        path = self.home / "out" / f"{number}-{form}"
        export(self.data, path, form)
        from gui.widgets.saving.long_table import written

        for _rows in written(("number",), [(number,)] * 2000, str(self.home / "out" / "table.csv")):
            pass
        return str(number)

    def check(self, told: list[str]) -> None:
        table = self.home / "out" / "table.csv"
        if table.exists():
            lines = table.read_text().splitlines()
            assert len(lines) == 2001, len(lines)
            assert int(lines[-1]) >= int(told[-1] if told else 0)
        there = {path.name.partition("-")[0] for path in (self.home / "out").iterdir()}
        assert set(told) <= there
        for path in (self.home / "out").iterdir():
            is_whole_set = path.suffix in (".npz", ".csv") or path.is_dir()
            if is_whole_set and path != table and not is_temporary(path.name):
                assert len(gather(path, Choices()).images) == 12, path.name


class Training(Writer):
    """Runs are trained, with checkpoints every few hundredths of a second."""

    name = "runs"

    def begin(self) -> None:
        self.split = load_split(EXPERIMENT.data)

    def write(self, number: int) -> str:
        control = TrainingControl()
        runs = self.home / "runs"
        with RunRecorder.create(
            EXPERIMENT, self.split, runs=runs, preset="killed", safe_seconds=0.03
        ) as recorder:
            for event in recorder.follow(train(EXPERIMENT, self.split, control), control):
                if isinstance(event, EpochDone):
                    control.request_checkpoint()
        return recorder.run.id

    def check(self, told: list[str]) -> None:
        library = RunLibrary(self.home / "runs")
        runs = {run.id: run for run in library.summaries()}
        assert library.unreadable == ()
        assert all(runs[name].status.value == "done" for name in told)
        for name in runs:
            check_run(library.open(name), lambda: None)
            assert not is_held(library.folder / name)
        unborn = [path.name for path in library.folder.iterdir() if path.name not in runs]
        assert all(is_stillborn(library.folder / name) for name in unborn)


class RunWriter(Writer):
    """Base of what works on runs that are there."""

    def begin(self) -> None:
        trained = Training(self.home)
        for number in range(3):
            trained.write(number)
        self.library = RunLibrary(self.home / "runs")


class Archiving(RunWriter):
    """Runs go out as zip files and come in again."""

    name = "archives"

    def write(self, number: int) -> str:
        library = RunLibrary(self.home / "runs")
        path = self.home / f"{number}.zip"
        export_run(library.open("killed-1"), path)
        return import_run(path, library)

    def check(self, told: list[str]) -> None:
        library = RunLibrary(self.home / "runs")
        runs = [run.id for run in library.summaries()]
        assert set(told) <= {*runs, *(name for name, _ in library.deleted())}
        assert library.unreadable == ()
        for name in runs[:5]:
            check_run(library.open(name), lambda: None)
        for path in sorted(self.home.glob("*.zip"))[-3:]:
            with tempfile.TemporaryDirectory() as other:
                import_run(path, RunLibrary(Path(other)))
        for name in runs[:-20]:
            library.delete(name)


class Library(RunWriter):
    """Runs are named, noted, coloured, deleted and brought back."""

    name = "library"

    def write(self, number: int) -> str:
        library = RunLibrary(self.home / "runs")
        library.rename("killed-1", f"name {number}")
        library.set_notes("killed-1", "x" * 5000 + str(number))
        library.set_baseline(("killed-1", "killed-2")[number % 2])
        library.delete("killed-3")
        library.restore("killed-3")
        return str(number)

    def check(self, told: list[str]) -> None:
        library = RunLibrary(self.home / "runs")
        there = {run.id for run in library.summaries()}
        if any(name == "killed-3" for name, _ in library.deleted()):
            library.restore("killed-3")
            there |= {"killed-3"}
        assert there == {"killed-1", "killed-2", "killed-3"}, there
        least = int(told[-1] if told else 0)
        name, notes = library.get("killed-1").name, library.notes("killed-1")
        assert name == "killed-1" or int(name.removeprefix("name ")) >= least
        assert not notes or int(notes[5000:]) >= least


KINDS: list[type[Writer]] = [
    Preferring, Teaching, Marking, Saving, Importing, Exporting, Training, Archiving, Library
]  # fmt: skip


def main() -> int:
    """Kill as often as was asked for; the exit code says whether all was well."""
    options = _options()
    torch.set_num_threads(1)
    chosen = [kind for kind in KINDS if not options.kinds or kind.name in options.kinds]
    chance = random.Random(options.seed)
    kills: Counter[str] = Counter()
    done: Counter[str] = Counter()
    left: Counter[str] = Counter()
    faults: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        writers = []
        for kind in chosen:
            home = Path(folder) / kind.name / "home"
            home.mkdir(parents=True)
            os.environ["NETSKETCH_HOME"] = str(home)
            writers.append(kind(home))
            writers[-1].write(0)  # all that is imported for it is in memory then
        numbers = itertools.count(1)
        told: dict[str, list[str]] = {kind.name: [] for kind in chosen}
        until = time.monotonic() + 60 * options.minutes
        while kills.total() < options.kills and not faults and time.monotonic() < until:
            for writer in writers:
                os.environ["NETSKETCH_HOME"] = str(writer.home)
                said = _killed(writer, next(numbers) * 1000, chance)
                kills[writer.name] += 1
                done[writer.name] += len(said)
                told[writer.name] += said
                try:
                    writer.check(told[writer.name])
                except Exception as error:  # noqa: BLE001 - whatever is wrong is what is looked for
                    faults.append(f"{writer.name}: {type(error).__name__}: {error}")
                    traceback.print_exc()
        for writer in writers:
            temporary, strange = writer.leftovers()
            left[writer.name] = len(temporary)
            faults += [f"{writer.name}: {path} is left" for path in strange]
    tally = {"kills": dict(kills), "done": dict(done), "temporary": dict(left), "faults": faults}
    if options.json:
        print(json.dumps(tally))
    else:
        for name in kills:
            print(
                f"{name:12} {kills[name]:5} kills, {done[name]:6} times done before, {left[name]:4} temporary files"
            )
        print(f"{kills.total()} kills, {len(faults)} with anything lost or not to be opened")
    return 1 if faults else 0


def _killed(writer: Writer, first: int, chance: random.Random) -> list[str]:
    """Let a process of its own write, kill it, and return what it said was done."""
    heard, saying = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        os.close(heard)
        try:
            for number in itertools.count(first):
                os.write(saying, f"{writer.write(number)}\n".encode())
        except BaseException:  # noqa: BLE001 - told, and seen by the one that kills
            traceback.print_exc()
        os._exit(1)
    os.close(saying)
    said = b""
    began = time.monotonic()
    for _ in range(chance.randrange(1, FEW + 1)):  # how long one takes is known then
        said += os.read(heard, 4096)
    took = (time.monotonic() - began) / max(1, said.count(b"\n"))
    deadline = time.monotonic() + chance.uniform(0, 1.5 * took)
    while time.monotonic() < deadline:
        time.sleep(0.0002)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while chunk := os.read(heard, 4096):
        said += chunk
    os.close(heard)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"What writes ({writer.name}) failed by itself; see above.")
    return said.decode().split("\n")[:-1]


def sample() -> Dataset:
    """Return twelve drawings, each another, of two classes."""
    lines = [[np.array([[100.0 + 9 * number, 40.0], [138.0, 200.0 - 7 * number]])] for number in range(12)]
    return Dataset("sample", ink.render_many(lines), np.arange(12) % 2, ("a", "b"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join(kind.name for kind in KINDS))
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--minutes", type=float, default=60.0, help="after which it ends at the latest")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
