"""The experiment as a script: all it says is in it, it runs as it stands, and reads as a person would write it."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import torch

from engine.config import AugmentationConfig, Experiment, list_presets, load_preset
from engine.data.datasets import load_split
from engine.deploy.code import pytorch
from engine.deploy.code.pytorch import Subject, pytorch_script
from engine.evaluation.evaluate import evaluate
from engine.layers import LAYER_KINDS, Form
from engine.models import at_once
from engine.models.build import build
from engine.models.size import numbers_per_image
from engine.settings import Settings
from engine.training import TrainingFinished, train
from engine.training.augment import Augmenter
from engine.training.schedules import factor
from tests.engine.deploy.code.scripts import accuracy_in, run, write_idx_files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PRESETS = [preset.name for preset in list_presets()]
OF_TEXT = {
    name for name in PRESETS if "embedding" in {layer.kind for layer in load_preset(name).network.hidden}
}
WIDEST = 110


def script_of(**changes: Any) -> str:
    """Return the script of the preset “article” with changes, whose keys have __ for dots."""
    paths = {path.replace("__", "."): value for path, value in changes.items()}
    return pytorch_script(Subject(load_preset("article").with_(**paths)))


def subject_of(experiment: Experiment, *, is_text: bool) -> Subject:
    """Return what is written of pictures of digits, or of sums."""
    return Subject(experiment, (9, 13), 13, "characters") if is_text else Subject(experiment)


# Where a setting only counts beside others.
BESIDE: dict[str, dict[str, Any]] = {
    "data.augmentation": {"data.augmentation.enabled": True},
    "data.variation": {"data.dataset": "both"},
    "data.plane": {"data.dataset": "spiral"},
    "data.text": {"data.dataset": "adding", "network.hidden": [{"kind": "embedding"}, {"kind": "attention"}]},
    "data.text.letters": {"data.dataset": "sorting"},
    "data.text.signs": {"data.dataset": "sorting"},
    "data.text.context": {"data.dataset": "grammar-en"},
    "data.generated_count": {"data.dataset": "generated"},
    "training.momentum": {"training.optimizer": "nesterov"},
    "training.schedule_": {"training.schedule": "step"},
    "training.warm_up": {"training.schedule": "cosine"},
    "training.keep_best": {"training.early_stopping": 3},
    "training.plain_statistics": {"network.batch_norm": True},
    "training.privacy_": {"training.privacy_epsilon": 3.0},
    "training.teacher_": {"training.teacher": "teacher.safetensors"},
    "training.adversary_": {"training.adversary": "pgd"},
}
# The first says nothing of a training from the beginning, as the script is one; the others are of tables alone.
OF_OTHER_SCRIPTS = {"training.held", "data.label_column", "data.label_task"}
OTHER: dict[str, Any] = {"data.dataset": "my-digits", "data.text.digits": 3, "training.device": "cuda"}


def leaves(settings: type[Settings], path: str = "") -> Iterator[tuple[str, Any]]:
    """Go through all settings: each dotted path with its default."""
    for name, info in settings.model_fields.items():
        if isinstance(info.annotation, type) and issubclass(info.annotation, Settings):
            yield from leaves(info.annotation, f"{path}{name}.")
        elif name not in ("hidden", "kind"):
            yield path + name, info.default


def another(value: Any) -> Any:
    """Return a value that a setting may have in place of this one."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, StrEnum):
        return next(other for other in reversed(type(value)) if other is not value)
    if isinstance(value, str):
        return f"{value}teacher.safetensors"
    if isinstance(value, tuple):
        return value[:1]
    return value + 7 if isinstance(value, int) else value * 0.5 or 0.25


@pytest.mark.parametrize("path", [path for path, _ in leaves(Experiment) if path not in OF_OTHER_SCRIPTS])
def test_every_setting_is_told(path: str) -> None:
    base = load_preset("article")
    for start, beside in BESIDE.items():
        if path.startswith(start):
            base = base.with_(**beside)
    changed = base.with_(**{path: OTHER.get(path) or another(base.get(path))})

    # Of grey pictures it says nothing of colours, and of no pictures nothing of points.
    shapes = {"data.augmentation.colour": (3, 28, 28)}
    shape = (2,) if path.startswith("data.plane") else shapes.get(path, (1, 28, 28))
    is_text = path.startswith("data.text")
    texts = [
        pytorch_script(
            replace(subject_of(each, is_text=is_text), **({} if is_text else {"image_shape": shape}))
        )
        for each in (base, changed)
    ]

    assert texts[0] != texts[1]
    for text in texts:
        ast.parse(text)


IN_FRONT: dict[str, list[object]] = {
    "attention": [{"kind": "patches", "width": 56}],
    "pool": [{"kind": "patches"}],
}
BEHIND: dict[str, list[object]] = {"patches": [{"kind": "pool"}], "attention": [{"kind": "pool"}]}


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in LAYER_KINDS for name in LAYER_KINDS[kind].model_fields if name != "kind"],
)
def test_every_setting_of_a_layer_is_told(kind: str, name: str) -> None:
    value = another(LAYER_KINDS[kind].model_fields[name].default)
    value = 8 if (kind, name) == ("attention", "heads") else value

    def text(**settings: Any) -> str:
        layers = [*IN_FRONT.get(kind, []), {"kind": kind, **settings}, *BEHIND.get(kind, [])]
        if LAYER_KINDS[kind].takes == {Form.CHARACTERS}:
            return pytorch_script(
                Subject(Experiment().with_(**{"network.hidden": layers}), image_shape=(9, 13), classes=13)
            )
        return script_of(network__hidden=layers)

    assert text() != text(**{name: value})


@pytest.mark.parametrize("name", PRESETS)
def test_reads_as_a_person_would_write_it(name: str) -> None:
    text = pytorch_script(subject_of(load_preset(name), is_text=name in OF_TEXT))

    tree = ast.parse(text)
    modules = {
        (node.module if isinstance(node, ast.ImportFrom) else node.names[0].name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert modules - set(sys.stdlib_module_names) == {"numpy", "torch"}
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    imported = [
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    ]
    assert set(imported) <= used
    assert max(map(len, text.splitlines())) <= WIDEST
    assert "\n\n\n\n" not in text
    assert all(line == line.rstrip() for line in text.splitlines())
    if name == "article":
        assert len(text.splitlines()) <= 88


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in PRESETS if name not in OF_TEXT])
def test_runs_as_it_stands(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {
        "data.dataset": "mnist",
        "training.epochs": 1,
        "training.batch_size": 128,
        "data.train_count": 300,
    }
    experiment = load_preset(name).with_(**changes)
    data = write_idx_files(tmp_path / "mnist")

    names = run(pytorch_script(Subject(experiment)), data, tmp_path, monkeypatch)

    ours = build(experiment.network)
    count = sum(parameter.numel() for parameter in names["network"].parameters())
    assert count == sum(parameter.numel() for parameter in ours.parameters())
    assert 0 <= accuracy_in(capsys.readouterr().out) <= 1
    kept_back = round(experiment.data.validation_share * 300)
    assert names["x_train"].shape == (300 - kept_back, 1, 28, 28)
    assert len(names["x_validation"]) == kept_back


def test_divides_and_prepares_as_training_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_idx_files(tmp_path / "mnist", count=1200)
    experiment = load_preset("no-hidden-layer").with_(
        **{"data.dataset": "mnist", "data.seed": 3, "training.epochs": 1, "data.validation_share": 0.25}
    )

    names = run(pytorch_script(Subject(experiment)), data, tmp_path, monkeypatch)

    from engine.data.dataset import Dataset
    from engine.data.generated import generate
    from engine.data.split import split
    from engine.training.batches import ImageTensors

    images, labels = generate(1200, 1)
    whole = Dataset("mnist", images, labels.astype(np.int64), tuple("0123456789"))
    parts = split(whole, whole, experiment.data)
    for part, found in ((parts.train, names["x_train"]), (parts.validation, names["x_validation"])):
        wanted = {image.tobytes() for image in part.images}
        assert {image.numpy().tobytes() for image in found[:, 0]} == wanted
    [mean], [deviation] = ImageTensors(parts.train, torch.device("cpu")).statistics()
    assert float(names["mean"]) == pytest.approx(mean, rel=1e-4)
    assert float(names["deviation"]) == pytest.approx(deviation, rel=1e-4)


SCHEDULES: list[dict[str, Any]] = [
    {"schedule": "step", "schedule_period": 2, "schedule_factor": 0.5},
    {"schedule": "step", "warm_up": 0.2},
    {"schedule": "cosine"},
    {"schedule": "cosine", "warm_up_steps": 7},
    {"schedule": "one_cycle"},
    {"schedule": "one_cycle", "warm_up": 0.15},
    {"schedule": "one_cycle", "warm_up": 0.02},  # one step exactly
    {"schedule": "one_cycle", "warm_up_steps": 1},
    {"schedule": "one_cycle", "warm_up_steps": 11},
    {"schedule": "one_cycle", "warm_up_steps": 1000},
    {"warm_up": 0.25},
    {"warm_up_steps": 500},
]


@pytest.mark.parametrize("settings", SCHEDULES, ids=str)
def test_the_learning_rate_goes_as_in_training(settings: dict[str, Any]) -> None:
    config = Experiment().training.model_copy(update={"epochs": 5, "learning_rate": 0.01})
    config = type(config).model_validate(config.model_dump() | settings)
    from engine.deploy.code.training import optimizer_line, schedule_lines

    weights = torch.nn.Linear(1, 1)
    lines = ["import math, torch", optimizer_line(config), *schedule_lines(config)]
    names = {"network": weights, "x_train": range(1200)}
    exec("\n".join(lines), names)  # noqa: S102 - text that was made here

    found = []
    for _ in range(50):  # 5 epochs of 10 steps
        found.append(names["optimizer"].param_groups[0]["lr"])
        names["optimizer"].step()
        names["scheduler"].step()

    wanted = [0.01 * factor(config, step, 10) for step in range(50)]
    np.testing.assert_allclose(found, wanted, rtol=1e-6, atol=1e-9)


VARIATIONS: dict[str, dict[str, float]] = {
    "rotation": {"rotation": 40},
    "scale": {"scale": 0.4},
    "shear": {"shear": 40},
    "shift": {"shift": 4},
    "thickness": {"thickness": 0.9},
    "elastic": {"elastic": 2},
    "erasing": {"erasing": 0.6},
    "noise": {"noise": 0.2},
    "mirror": {"mirror": True},
    "colour": {"colour": 0.4},
    "all": {
        "rotation": 20,
        "scale": 0.3,
        "shear": 10,
        "shift": 2,
        "thickness": 0.5,
        "elastic": 1,
        "erasing": 0.3,
        "mirror": True,
        "colour": 0.3,
    },
}


@pytest.mark.parametrize("name", VARIATIONS)
@pytest.mark.parametrize("shape", [(1, 28, 28), (3, 20, 26)], ids=["grey", "colour"])
def test_images_are_varied_as_in_training(name: str, shape: tuple[int, int, int]) -> None:
    from engine.deploy.code.pytorch import IMPORTS
    from engine.deploy.code.variation import variation_lines

    off = dict.fromkeys(
        ("rotation", "scale", "shear", "shift", "thickness", "elastic", "erasing", "noise", "colour"), 0.0
    )
    config = AugmentationConfig(enabled=True, **off | VARIATIONS[name])
    if name == "colour" and shape[0] == 1:
        assert variation_lines(config, shape) == []
        return
    names: dict[str, Any] = {}
    exec("\n".join([IMPORTS, *variation_lines(config, shape)]), names)  # noqa: S102 - text that was made here
    image = torch.zeros(shape, dtype=torch.uint8)
    image[:, 6:16, 8:11] = 250
    image[-1, 12:15, 6:18] = 120
    if shape[0] == 3:
        image[:, 17:19] = torch.tensor([200, 90, 30], dtype=torch.uint8)[:, None, None]
    count = 3000
    many = image.expand(count, *shape)

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(1)
        found = names["varied"](many) / 255
    augmenter = Augmenter(config, shape, torch.Generator().manual_seed(2))
    wanted = augmenter(many.reshape(count, -1).contiguous()).clone()

    assert found.shape == wanted.shape
    for measure in (torch.mean, torch.std):
        difference = measure(found, 0) - measure(wanted, 0)
        assert float(difference.abs().max()) < 0.05  # of 3,000 images: three to four times what chance makes
    middles = [(images.sum((1, 2)) * torch.arange(shape[2])).sum(1) for images in (found, wanted)]
    spreads = [float(each.std()) for each in middles]
    assert spreads[0] == pytest.approx(spreads[1], rel=0.12, abs=1e-3)


@pytest.mark.slow
def test_as_a_program_of_its_own(tmp_path: Path) -> None:
    script = tmp_path / "network.py"
    script.write_text(script_of(training__epochs=1), encoding="utf-8")
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    settings["OMP_NUM_THREADS"] = "1"
    write_idx_files(tmp_path / "mnist")
    found = subprocess.run(  # where the files lie by default
        [sys.executable, "-I", script],
        cwd=tmp_path,
        env=settings,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stderr
    accuracy_in(found.stdout)


def test_data_that_are_not_there_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        run(script_of(training__epochs=1), tmp_path / "mnist", tmp_path, monkeypatch)
    assert ended.value.code == 2
    assert "there is no folder" in capsys.readouterr().err


@pytest.mark.mnist
@pytest.mark.slow
def test_a_short_training_comes_to_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from engine.data.sources import mnist

    experiment = load_preset("article").with_(**{"data.train_count": 12_000, "training.epochs": 4})
    folder = mnist.SOURCE.files.found()[0].parent  # type: ignore[index]

    run(pytorch_script(Subject(experiment)), folder, tmp_path, monkeypatch)

    split = load_split(experiment.data)
    *_, finished = train(experiment, split)
    assert isinstance(finished, TrainingFinished)
    model = build(experiment.network)
    model.load_state_dict(finished.state)
    wanted = evaluate(model, split.test).accuracy
    assert accuracy_in(capsys.readouterr().out) == pytest.approx(wanted, abs=0.012)


@pytest.mark.slow
def test_data_of_this_program_come_by_the_command_that_the_script_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import shlex

    from engine import cli
    from engine.deploy.code.data import export_command

    changes = {"data.generated_count": 300, "data.seed": 4, "data.variation.slant": 2.5, "training.epochs": 1}
    experiment = load_preset("first-try").with_(**changes)
    command = export_command(experiment.data)
    text = pytorch_script(Subject(experiment))
    assert command in text
    monkeypatch.chdir(tmp_path)

    assert cli.main(shlex.split(command)[1:]) == 0
    names = run(text, tmp_path / "generated.npz", tmp_path, monkeypatch)

    accuracy_in(capsys.readouterr().out)
    split = load_split(experiment.data)
    assert len(names["x_train"]) == len(split.train)
    for images, part in ((names["x_test"], split.test),):
        assert {image.numpy().tobytes() for image in images[:, 0]} == {each.tobytes() for each in part.images}
    both = torch.cat([names["x_train"], names["x_validation"]])[:, 0]
    ours = np.concatenate([split.train.images, split.validation.images])
    assert {image.numpy().tobytes() for image in both} == {image.tobytes() for image in ours}


@pytest.mark.parametrize(
    "name", ['a"b', "it's", "x; rm -rf /", "new\nline", "\u202eabc", "数字", '"""', "\\"]
)
def test_names_of_data_do_no_harm(name: str) -> None:
    text = script_of(data__dataset=name)

    tree = ast.parse(text)
    assert [type(node).__name__ for node in tree.body] == [
        type(node).__name__ for node in ast.parse(script_of(data__dataset="my-digits")).body
    ]
    assert "\u202e" not in text


ODD: list[dict[str, Any]] = [
    {"data.validation_share": 0.001, "training.early_stopping": 2},  # one image at least validates
    {
        "training.learning_rate": 1000.0,
        "training.optimizer": "sgd",
        "training.early_stopping": 2,
    },  # no number
    {"training.schedule": "one_cycle", "training.warm_up_steps": 3},  # as many as there are steps
    {"training.schedule": "one_cycle", "training.warm_up_steps": 1},
    {"training.schedule": "one_cycle", "training.warm_up": 0.5, "training.epochs": 2},  # one of two
    {"network.batch_norm": True, "training.batch_size": 269},  # of 270 images: one is left over
    {"training.target_accuracy": 0.01, "training.early_stopping": 1},
    {"training.averaging": 0.6, "network.batch_norm": True, "training.early_stopping": 1},
    {"training.averaging": 0.01, "data.validation_share": 0.0},
    {"training.averaging": 0.3, "training.plain_statistics": True, "network.batch_norm": True},
    {"data.validation_share": 0.0, "training.early_stopping": 1, "training.label_smoothing": 0.1},
]


@pytest.mark.parametrize("changes", ODD, ids=str)
def test_odd_settings_run_as_well(
    changes: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    always = {"data.train_count": 300, "training.epochs": 3, "training.batch_size": 300}
    experiment = load_preset("article").with_(**always | changes)
    data = write_idx_files(tmp_path / "mnist", count=300)

    names = run(pytorch_script(Subject(experiment)), data, tmp_path, monkeypatch)

    accuracy_in(capsys.readouterr().out)
    assert len(names["x_train"]) > 0


@pytest.mark.parametrize("examples", [1000, 150])  # of 270
def test_statistics_of_plain_examples_are_those_of_training(
    examples: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pytorch, "PLAIN_EXAMPLES", examples)
    changes = {
        "data.train_count": 300, "data.augmentation.enabled": True, "network.batch_norm": True,
        "training.epochs": 1, "training.plain_statistics": True,
    }  # fmt: skip
    experiment = load_preset("article").with_(**changes)
    data = write_idx_files(tmp_path / "mnist", count=300)

    names = run(pytorch_script(Subject(experiment)), data, tmp_path, monkeypatch)

    accuracy_in(capsys.readouterr().out)
    _assert_plain(names, examples)


def _assert_plain(names: dict[str, Any], examples: int) -> None:
    """See that a script's network normalises by what plain examples give it."""
    order = torch.randperm(270, generator=torch.Generator().manual_seed(0))  # as in training
    chosen = order[:examples].sort().values
    network, images = names["network"], names["prepared"](names["x_train"][chosen])
    norms = [part for part in network.modules() if isinstance(part, torch.nn.BatchNorm1d)]
    found: list[torch.Tensor] = []
    for norm in norms:
        norm.register_forward_pre_hook(lambda _norm, inputs: found.append(inputs[0]))
    network.eval()(images)
    for norm, numbers in zip(norms, found, strict=True):
        torch.testing.assert_close(norm.running_mean, numbers.mean(0), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(norm.running_var, numbers.var(0), rtol=1e-4, atol=1e-5)


def test_an_adversary_attacks_what_plain_examples_give_beside_a_mean_of_weights(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {
        "data.train_count": 300, "network.batch_norm": True, "training.epochs": 2, "training.averaging": 1.0,
        "training.plain_statistics": True, "training.adversary": "fgsm",
    }  # fmt: skip
    experiment = load_preset("article").with_(**changes)
    data = write_idx_files(tmp_path / "mnist", count=300)

    names = run(pytorch_script(Subject(experiment)), data, tmp_path, monkeypatch)

    accuracy_in(capsys.readouterr().out)
    _assert_plain(names, 270)
    names["network"].load_state_dict(names["own"])  # with which steps would go on
    _assert_plain(names, 270)


def test_a_network_too_large_for_a_hundred_plain_examples_keeps_what_its_steps_gather(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plain = {"network.batch_norm": True, "training.plain_statistics": True}
    subject = Subject(load_preset("article").with_(**plain))
    numbers = numbers_per_image(subject.experiment.network)
    told = {}
    for fit in (99, 100):
        monkeypatch.setattr(at_once, "MOST_AT_ONCE", fit * numbers)
        told[fit] = "measure_plain" in pytorch_script(subject)
    assert told == {99: False, 100: True}


@pytest.mark.slow
@pytest.mark.parametrize("share", [0.0, 0.2])
def test_a_teacher_is_a_place_to_fill_in(
    share: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    changes = {
        "data.validation_share": share, "data.train_count": 300, "training.epochs": 60,
        "training.teacher": '/a/"""\n#.safetensors', "training.teacher_share": 1.0,
    }  # fmt: skip
    text = pytorch_script(Subject(load_preset("article").with_(**changes)))
    data = write_idx_files(tmp_path / "mnist", count=300)
    with pytest.raises(NotImplementedError, match="no part of this script"):
        run(text, data, tmp_path, monkeypatch)
    filled = text.replace(
        "    raise NotImplementedError(",
        "    return 8 * F.one_hot((images.float().mean((1, 2, 3)) > 30).long(), 10).float()\n    (",
    )

    names = run(filled, data, tmp_path, monkeypatch)

    accuracy_in(capsys.readouterr().out)
    answers = names["network"](names["prepared"](names["x_train"])).argmax(1)
    wanted = names["taught"].argmax(1)
    assert 0.2 < wanted.float().mean() < 0.8
    assert (answers == wanted).float().mean() > 0.9
    assert max(map(len, text.splitlines())) <= WIDEST
