"""What a network gains from a teacher: `article` with and without one, on few and on many of MNIST's images.

The teacher is the preset `cnn` as it is, trained once on 54,000 of MNIST's training examples and kept in a file
(`--teacher`); where the pupil gets fewer images, it has seen more than that. So a second teacher stands beside it: the
same network, trained on the very images that the pupil gets. All pupils of a size see them equally often, seed after
seed, and are measured on MNIST's test images, which neither they nor any teacher learnt from.

Each run is printed and, with `--results`, added to a file as soon as it is done, and not run again if the file has it.

Run: python benchmarks/distillation.py [--sizes 1000,5000,60000] [--seeds 0,1,2] [--teacher FILE] [--results FILE]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from _kept import keep_rows, rows_in
from _measure import command_line, machine, mnist_is_here

from engine.config import Experiment, load_preset
from engine.data import datasets
from engine.data.learnt import Learnt
from engine.evaluation.evaluate import evaluate
from engine.inference.teacher import ask_teacher
from engine.models.build import build
from engine.storage import model_file
from engine.training import TrainingFinished, train

TEACHER, PUPIL = "cnn", "article"
EPOCHS = {1000: 80, 5000: 40, 60000: 10}  # of the pupil: fewer images are seen more often
TEACHER_EPOCHS = {1000: 40, 5000: 20}  # of a teacher that gets as few
ALL = 60_000
NONE, WHOLE, SAME = "none", "54,000 images", "the same images"


@dataclass(frozen=True)
class Row:
    """One pupil.

    Attributes:
        images: How many it learnt from.
        teacher: What its teacher learnt from: ``none``, ``54,000 images`` or ``the same images``.
        seed: Of its first weights and of the order of the images.
        epochs: How often it saw them.
        accuracy: Share of MNIST's test images that it reads.
        teacher_accuracy: The same of its teacher; None without one.
        cpu_seconds: Processor time of the training, on one thread; the teacher is asked in it.
    """

    images: int
    teacher: str
    seed: int
    epochs: int
    accuracy: float
    teacher_accuracy: float | None
    cpu_seconds: float


def settings(preset: str, images: int, seed: int, epochs: int | None = None) -> Experiment:
    """Return the settings of a preset on so many of MNIST's training examples, none kept back."""
    changes: dict[str, object] = {
        "data.dataset": "mnist", "data.validation_share": 0.0, "data.train_count": 0 if images == ALL else images,
        "training.seed": seed, "training.threads": 1,
    }  # fmt: skip
    if epochs is not None:
        changes["training.epochs"] = epochs
    return load_preset(preset).with_(**changes)


def trained(experiment: Experiment) -> tuple[dict[str, torch.Tensor], float, float]:
    """Train; return the weights, the share of test images they read, and the seconds of the processor."""
    data = datasets.load_split(experiment.data)
    started = time.process_time()
    teaching = ask_teacher(experiment, data)
    for event in train(experiment, data, teacher=None if teaching is None else teaching.logits):
        if isinstance(event, TrainingFinished):
            state = event.state
    seconds = time.process_time() - started
    model = build(experiment.network, image_shape=data.train.image_shape, classes=len(data.classes))
    model.load_state_dict(state)
    return state, float(evaluate(model, data.test).accuracy), round(seconds, 1)


def teacher_in(path: Path, experiment: Experiment) -> float:
    """Train a teacher and keep it in a file, unless it is there; return the share of test images it reads."""
    if path.exists():
        return model_file.describe(path).results["test_accuracy"]
    state, accuracy, seconds = trained(experiment)
    data = datasets.load_split(experiment.data)
    model_file.save(
        path,
        experiment=experiment,
        classes=data.classes,
        state=state,
        image_shape=data.train.image_shape,
        results={"test_accuracy": accuracy},
        learnt=Learnt().and_division(experiment.data, data.train),
    )
    print(
        f"teacher of {len(data.train):,} images: {accuracy:.2%} of the test images, {seconds:.0f} s",
        flush=True,
    )
    return accuracy


def run(images: int, kind: str, seed: int, folder: Path, whole: Path) -> Row:
    """Train a pupil of one kind of teacher."""
    experiment = settings(PUPIL, images, seed, EPOCHS.get(images))
    told = None
    if kind != NONE:
        path = whole if kind == WHOLE else folder / f"teacher-{images}.safetensors"
        as_it_is = load_preset(TEACHER).with_(**{"data.dataset": "mnist", "training.threads": 1})
        of_teacher = as_it_is if kind == WHOLE else settings(TEACHER, images, 0, TEACHER_EPOCHS[images])
        told = teacher_in(path, of_teacher)
        experiment = experiment.with_(**{"training.teacher": str(path)})
    _, accuracy, seconds = trained(experiment)
    return Row(images, kind, seed, experiment.training.epochs, accuracy, told, seconds)


def table(rows: list[Row]) -> str:
    """Return the rows as a table in Markdown: a line for each size and teacher, the middle of its seeds."""
    lines = [
        "| images | teacher learnt from | teacher | pupil | seed by seed |",
        "| --: | --- | --: | --: | --- |",
    ]
    for images, kind in dict.fromkeys((row.images, row.teacher) for row in rows):
        those = [row for row in rows if (row.images, row.teacher) == (images, kind)]
        told = those[0].teacher_accuracy
        each = ", ".join(f"{row.accuracy:.2%}" for row in those)
        middle = statistics.mean(row.accuracy for row in those)
        lines.append(
            f"| {images:,} | {kind} | {'–' if told is None else f'{told:.2%}'} | {middle:.2%} | {each} |"
        )
    return "\n".join(lines)


def main() -> int:
    """Train what is asked for and print the table."""
    parser = command_line(__doc__)
    parser.add_argument("--sizes", default="1000,5000,60000")
    parser.add_argument("--seeds", default="0,1,2")
    parser.add_argument(
        "--teacher", type=Path, help="where the teacher of 54,000 images is kept; trained if it is not there"
    )
    parser.add_argument("--results", type=Path)
    options = parser.parse_args()
    if not mnist_is_here():
        return 0
    torch.set_num_threads(1)
    rows = rows_in(options.results, Row)
    with tempfile.TemporaryDirectory() as scratch:
        whole = options.teacher or Path(scratch) / "teacher.safetensors"
        folder = whole.parent
        for seed in map(int, options.seeds.split(",")):
            for images in map(int, options.sizes.split(",")):
                for kind in (NONE, WHOLE, *([SAME] if images in TEACHER_EPOCHS else [])):
                    if any((row.images, row.teacher, row.seed) == (images, kind, seed) for row in rows):
                        continue
                    row = run(images, kind, seed, folder, whole)
                    rows.append(row)
                    print(f"{images:,} images, teacher {kind}, seed {seed}: {row.accuracy:.2%}", flush=True)
                    rows.sort(
                        key=lambda each: (each.images, (NONE, SAME, WHOLE).index(each.teacher), each.seed)
                    )
                    keep_rows(options.results, rows, machine=machine())
    print(f"\n{table(rows)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
