"""Editing settings: every change is checked, named, undoable; problems stay beside what is valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from engine.config import Experiment, Preset, list_presets, load_preset
from engine.data import datasets
from engine.errors import ConfigError
from gui.bench import experiment_editor
from gui.bench.experiment_editor import ExperimentEditor
from gui.bench.undo_stack import UndoStack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def editor(qtbot: QtBot) -> Iterator[ExperimentEditor]:
    editor = ExperimentEditor(UndoStack())
    yield editor
    editor.deleteLater()


def test_the_first_start_has_the_first_preset_on_generated_digits(editor: ExperimentEditor) -> None:
    assert editor.preset_name == "first-try"
    assert editor.experiment.data.dataset == "generated"


@pytest.mark.usefixtures("damaged_first")
def test_the_first_start_passes_over_a_damaged_preset(editor: ExperimentEditor) -> None:
    assert editor.preset_name == list_presets()[1].name


@pytest.mark.parametrize("changes", [{"nosuch": {}}, {"training": 3}, {"training": {"epochs": -1}}])
def test_a_damaged_preset_is_told_when_it_is_taken(
    editor: ExperimentEditor, monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any]
) -> None:
    before = editor.experiment
    monkeypatch.setattr(experiment_editor, "preset", lambda name: Preset(name, "Odd", "One.", 1, changes))
    told: list[ConfigError] = []
    editor.failed.connect(told.append)
    editor.apply_preset("odd")
    assert [type(error) for error in told] == [ConfigError]
    assert "The preset “odd” is damaged" in str(told[0])
    with pytest.raises(ConfigError, match="The preset “odd” is damaged"):
        editor.set_up("odd", {}, lambda: "odd")
    assert editor.experiment == before


@pytest.mark.parametrize(
    ("begun_with", "epochs", "told"),
    [
        ("wide", 77, ("", "wide")),
        ("wide", None, ("wide", "")),
        ("", 77, ("", "")),
        ("gone-since", 77, ("", "")),
    ],
)
def test_settings_from_elsewhere_name_the_preset_that_they_were_made_from(
    editor: ExperimentEditor, begun_with: str, epochs: int | None, told: tuple[str, str]
) -> None:
    wide = load_preset("wide")
    experiment = wide if epochs is None else wide.with_(**{"training.epochs": epochs})
    editor.replace(experiment, lambda: "theirs", begun_with=begun_with)
    assert (editor.preset_name, editor.changed_from) == told
    assert editor.preset_at_work == told[0]
    editor.undo_stack.undo()
    assert (editor.preset_name, editor.changed_from) == ("first-try", "")


def test_undo_and_redo_carry_names(editor: ExperimentEditor) -> None:
    before = editor.experiment
    assert editor.edit("training.batch_size", 77)
    assert "Batch size" in editor.undo_stack.undoText()
    editor.undo_stack.undo()
    assert editor.experiment == before
    editor.undo_stack.redo()
    assert editor.experiment.training.batch_size == 77


def test_neighbouring_changes_of_one_setting_are_one_step(editor: ExperimentEditor) -> None:
    for epochs in (16, 17, 18):
        editor.edit("training.epochs", epochs)
    editor.edit("training.batch_size", 16)
    assert editor.undo_stack.count() == 2
    editor.undo_stack.undo()
    editor.undo_stack.undo()
    assert editor.preset_name == "first-try"


def test_undo_leads_back_to_settings_that_were_used(editor: ExperimentEditor) -> None:
    editor.edit("training.epochs", 16)
    editor.note_use()
    used = editor.experiment
    for epochs in (17, 18):
        editor.edit("training.epochs", epochs)
    editor.undo_stack.undo()
    assert editor.experiment == used


def test_a_change_and_back_leaves_nothing_to_undo(editor: ExperimentEditor) -> None:
    epochs = editor.experiment.training.epochs
    editor.edit("training.epochs", epochs + 1)
    editor.edit("training.epochs", epochs)
    assert editor.undo_stack.count() == 0


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        ("training.epochs", 0),
        ("training.learning_rate", "fast"),
        ("training.learning_rate", float("nan")),
        ("data.validation_share", 1.0),
        ("network.hidden", [{"size": 0}]),
        ("training.seed", -1),
    ],
)
def test_what_is_wrong_is_kept_beside_the_valid(editor: ExperimentEditor, path: str, bad: object) -> None:
    before = editor.experiment
    assert not editor.edit(path, bad)
    assert editor.experiment is before
    (problem,) = editor.problems
    assert problem.path.startswith(path)
    assert editor.problem_texts[problem.path]
    error = editor.mend_first()
    assert error is not None
    assert editor.edit("training.batch_size", 33)
    assert editor.problems == (problem,), "another field's change does not hide it"
    assert editor.edit(path, before.get(path))
    assert not editor.problems


@pytest.mark.parametrize(
    ("layers", "path"),
    [
        ([{"kind": "conv", "kernel": 29, "padding": "valid"}], "network.hidden.0.kernel"),
        ([{"kind": "conv"}] * 5, "network.hidden.4.pooling"),
        ([8, {"kind": "conv"}], "network.hidden.1"),
    ],
)
def test_layers_that_cannot_be_are_a_problem_at_the_layer(
    editor: ExperimentEditor, layers: list[object], path: str
) -> None:
    before = editor.experiment
    assert not editor.edit("network.hidden", layers)
    assert editor.experiment is before
    assert [problem.path for problem in editor.problems] == [path]
    assert editor.mend_first() is not None
    assert editor.edit("network.hidden", [{"kind": "conv"}, 8])
    assert not editor.problems


def test_layers_fit_the_images_at_hand(editor: ExperimentEditor) -> None:
    layers = [{"kind": "conv"}] * 5
    editor.set_image_shape((3, 64, 64))
    assert editor.edit("network.hidden", layers)


def test_leaving_the_augmentation_of_a_preset(editor: ExperimentEditor) -> None:
    editor.edit("data.augmentation.enabled", True)
    editor.apply_preset("wide")
    assert not editor.experiment.data.augmentation.enabled


@pytest.mark.parametrize("name", [preset.name for preset in list_presets()])
def test_presets_are_applied_and_recognised(editor: ExperimentEditor, name: str) -> None:
    editor.edit("training.seed", 5)
    editor.apply_preset(name)
    is_here = datasets.is_available(load_preset(name).data.dataset)
    assert (editor.preset_name, editor.changed_from) == ((name, "") if is_here else ("", name))
    editor.undo_stack.undo()
    assert editor.experiment.training.seed == 5


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("data.dataset", "my-digits"),
        ("data.validation_share", 0.5),
        ("data.train_count", 200),
        ("data.generated_count", 5000),
        ("data.augmentation.enabled", True),
        ("data.variation.slant", 0.0),
        ("network.hidden", [32]),
        ("training.epochs", 3),
        ("training.keep_best", False),
    ],
)
def test_a_preset_is_named_only_while_all_that_it_decides_holds(
    editor: ExperimentEditor, path: str, value: object
) -> None:
    editor.apply_preset("no-hidden-layer")
    for free in ("training.seed", "data.seed", "training.threads"):
        editor.edit(free, 7)
    assert (editor.preset_name, editor.changed_from) == ("no-hidden-layer", "")
    editor.edit(path, value)
    assert (editor.preset_name, editor.changed_from) == ("", "no-hidden-layer")
    editor.undo_stack.undo()
    assert (editor.preset_name, editor.changed_from) == ("no-hidden-layer", "")


def test_what_was_begun_with_is_undone_with_the_preset(editor: ExperimentEditor) -> None:
    editor.edit("training.epochs", 3)
    assert editor.changed_from == "first-try"
    editor.apply_preset("no-hidden-layer")
    editor.edit("training.epochs", 4)
    assert editor.changed_from == "no-hidden-layer"
    editor.undo_stack.undo()
    editor.undo_stack.undo()
    assert editor.changed_from == "first-try"
    editor.replace(editor.experiment.with_(**{"training.epochs": 4}), "a file")
    assert (editor.preset_name, editor.changed_from) == ("", "")


def test_a_preset_keeps_data_that_are_at_hand(
    editor: ExperimentEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETSKETCH_DATA", raising=False)
    editor.apply_preset("article")
    assert editor.experiment.data.dataset == "generated"
    assert [layer.size for layer in editor.experiment.network.hidden] == [64, 64]
    assert (editor.preset_name, editor.changed_from) == ("", "article")  # it is MNIST that it speaks of


@pytest.mark.parametrize("before", ["hills", "iris", "little-gpt-adds"])
def test_a_preset_for_pictures_does_not_keep_points_tables_or_texts(
    editor: ExperimentEditor, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    monkeypatch.delenv("NETSKETCH_DATA", raising=False)
    for preset in ("first-try", "article"):  # one that names no data, and one whose data are not here
        editor.apply_preset(before)
        editor.apply_preset(preset)
        assert editor.experiment.data.dataset == "generated"
    editor.edit("data.dataset", "my-digits")
    editor.apply_preset("first-try")
    assert editor.experiment.data.dataset == "my-digits"


def test_leaving_the_digits_of_a_preset(editor: ExperimentEditor) -> None:
    assert editor.experiment.data.variation != Experiment().data.variation
    editor.apply_preset("wide")
    assert editor.experiment.data.variation == Experiment().data.variation


def test_leaving_the_few_images_of_a_preset(editor: ExperimentEditor) -> None:
    editor.apply_preset("overfit")
    assert editor.experiment.data.train_count == 500
    editor.apply_preset("first-try")
    assert editor.experiment.data.train_count == 0
    assert editor.experiment == Experiment.model_validate(editor.experiment.model_dump())


@pytest.mark.parametrize(("path", "value"), [("data.plane.noise", 0.4), ("data.validation_share", 0.5)])
def test_what_points_were_like_is_left_with_their_preset(
    editor: ExperimentEditor, path: str, value: float
) -> None:
    editor.apply_preset("spiral")
    editor.edit(path, value)
    editor.apply_preset("iris")
    assert (editor.preset_name, editor.experiment.get(path)) == ("iris", Experiment().get(path))


def test_each_layer_added_moved_or_taken_out_is_undone_by_itself(editor: ExperimentEditor) -> None:
    states = ["8", "lstm4,8", "lstm4,8,8", "lstm5,8,8", "lstm6,8,8", "lstm6,8"]
    for words in states:
        assert editor.edit("network.hidden", words)
    found = []
    while editor.undo_stack.canUndo():
        editor.undo_stack.undo()
        found.append(editor.experiment.network.summary)
    assert found[:4] == ["lstm6-8-8", "lstm4-8-8", "lstm4-8", "8"]  # of the units the whole way is one step
    while editor.undo_stack.canRedo():
        editor.undo_stack.redo()
    assert editor.experiment.network.summary == "lstm6-8"


def test_what_was_refused_can_be_taken_back_alone(editor: ExperimentEditor) -> None:
    editor.edit("network.hidden", "8,8")
    told: list[tuple[object, ...]] = []
    editor.problems_changed.connect(told.append)
    assert not editor.edit("network.hidden", "8,lstm4")
    assert not editor.edit("training.epochs", 0)
    editor.forget_refused()
    assert editor.problems == told[-1] == ()
    assert editor.experiment.network.summary == "8-8"


@pytest.mark.parametrize(
    ("path", "sound", "refused"), [("training.epochs", 7, 0), ("network.hidden", "8,8", "8,0")]
)
def test_undo_of_a_setting_takes_what_was_refused_at_it_along(
    editor: ExperimentEditor, path: str, sound: object, refused: object
) -> None:
    editor.edit(path, sound)
    assert not editor.edit(path, refused)
    editor.edit("training.batch_size", 33)
    editor.undo_stack.undo()
    assert editor.problems  # of another setting
    editor.undo_stack.undo()
    assert editor.problems == ()
    assert editor.mend_first() is None


def test_a_preset_and_settings_are_set_up_as_one(editor: ExperimentEditor) -> None:
    before, count = editor.experiment, editor.undo_stack.count()
    editor.set_up("cnn", {"training.epochs": 7}, "set up")
    assert editor.experiment.network == load_preset("cnn").network
    assert editor.experiment.training.epochs == 7
    assert editor.undo_stack.count() == count + 1
    assert editor.undo_stack.undoText() == "set up"
    with pytest.raises(ConfigError):
        editor.set_up("wide", {"training.epochs": 0}, "set up")
    assert editor.experiment.network == load_preset("cnn").network
    editor.undo_stack.undo()
    assert editor.experiment == before


def test_a_preset_is_at_work_whatever_the_data(editor: ExperimentEditor) -> None:
    editor.apply_preset("cnn")
    editor.edit("data.dataset", "fashion-mnist")
    assert (editor.preset_name, editor.preset_at_work) == ("", "cnn")
    editor.edit("training.seed", 5)
    assert editor.preset_at_work == "cnn"
    editor.edit("training.epochs", 3)
    assert editor.preset_at_work == ""
