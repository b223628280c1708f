from __future__ import annotations

import json
import math
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import RunError
from engine.inputs.feature import MOST_FEATURES, features_of
from engine.storage.foreign_features import written_features
from engine.storage.runs.file.header import RunHeader, read_header, stored_header
from engine.storage.runs.file.progress import Progress
from engine.training.events import FinishReason
from tests.engine.storage.runs.written import header_of, lines_of, text_of, write_run

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
TOLD = (
    *(
        "first_step",
        "loss",
        "epoch",
        "epochs",
        "steps_per_epoch",
        "seconds",
        "step",
        "reason",
        "message",
        "best",
    ),
    *("validation_accuracy", "validation_loss"),
)


NO_ADVERSARY = {"robust_accuracy": None, "robust_epoch": 0}  # no run of then had one


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return write_run(tmp_path / "article-1")


def put(run: Path, **entries: Any) -> None:
    header = json.loads((run / "run.json").read_bytes())
    progress = entries.pop("progress", {})
    (run / "run.json").write_text(json.dumps(header | entries | {"progress": header["progress"] | progress}))


def appended(run: Path, *lines: dict[str, Any], end: bytes = b"") -> Progress:
    with (run / "history.jsonl").open("ab") as file:
        file.write(text_of(list(lines)) + end)
    return read_header(run).progress


def test_what_was_written_is_read(run: Path) -> None:
    header = read_header(run)
    told = json.loads((run / "run.json").read_bytes())
    assert header.model_dump(mode="json") == told | {
        "created": "2026-01-02T03:04:05Z",
        "results": told["results"]
        | {"train_accuracy": None, "privacy_spent": None},  # no run of then was measured on it, or advised on
        "advice": [],
        "sweep": "",  # no run of then was a trial of one
        "ranks": 1,
        "progress": told["progress"] | {"privacy_spent": None, "threads": []} | NO_ADVERSARY,
        "precision": "float32",  # and all there was
        "goal": "classes",
    }
    (run / "run.json").write_bytes(header.to_json())
    assert read_header(run) == header


def test_as_many_features_as_there_may_be_are_read(run: Path) -> None:
    """With long names, in letters that take three bytes each."""
    name = "量" * 90
    features = features_of(
        np.zeros((1, MOST_FEATURES), np.float32), [f"{name}{n}" for n in range(MOST_FEATURES)]
    )
    put(run, image_shape=[MOST_FEATURES], features=written_features(features))
    assert (run / "run.json").stat().st_size > 4 * 2**20
    assert read_header(run).image_shape == (MOST_FEATURES,)


def test_it_is_written_as_it_was_with_what_a_later_version_put_in(run: Path) -> None:
    put(run, later={"entry": [1]}, results={"test_accuracy": None})
    told = json.loads((run / "run.json").read_bytes()) | {"advice": []}
    told["progress"] |= NO_ADVERSARY
    told["later"] = told.pop("later")
    assert stored_header(run).to_json() == json.dumps(told, separators=(",", ":")).encode() + b"\n"


def test_the_folder_says_the_id(run: Path) -> None:
    assert read_header(run.rename(run.with_name("Kopie von article-1"))).id == "Kopie von article-1"


def test_every_reason_of_training_is_known(run: Path) -> None:
    for reason in FinishReason:
        told = appended(run, lines_of(3, ended=reason.value)[-1])
        assert told.reason == ("paused" if reason is FinishReason.SUSPENDED else reason.value)


# ---------------------------------------------------------------- the history knows more


def test_a_killed_run_is_as_far_as_its_history(run: Path) -> None:
    put(run, progress={"reason": None, "epoch": 1, "step": 4, "best_epoch": 1, "validation_accuracy": 0.5,
                       "validation_loss": 3.0, "history_bytes": len(text_of(lines_of(3)[:3]))})  # fmt: skip
    history = (run / "history.jsonl").read_bytes()
    (run / "history.jsonl").write_bytes(history[:-30])  # amid the last line, which tells of the end

    told = read_header(run).progress
    assert (told.epoch, told.step, told.best_epoch, told.seconds, told.reason) == (3, 12, 3, 1.5, None)
    assert (told.validation_accuracy, told.validation_loss) == (1 - 0.5 / 3, 1.0)

    (run / "history.jsonl").write_bytes(history)
    assert read_header(run).progress.reason == "completed"


def test_without_a_header_settings_and_history_are_enough(run: Path) -> None:
    (run / "run.json").unlink()
    header = read_header(run)
    assert (header.progress.epoch, header.progress.reason) == (3, "completed")
    (run / "history.jsonl").unlink()
    assert read_header(run).progress == Progress()
    (run / "experiment.json").unlink()
    with pytest.raises(RunError, match=r"run\.json"):
        read_header(run)


def test_gone_on_with(run: Path) -> None:
    told = appended(run, *lines_of(5, first=4, ended=None))
    assert (told.epoch, told.epochs, told.step, told.best_epoch, told.reason) == (5, 5, 20, 5, None)
    assert told.validation_accuracy == 0.9
    assert told.validation_loss == 0.6  # of the epoch that is marked best


def test_gone_on_with_from_before_takes_back_what_followed(run: Path) -> None:
    started, _steps, *_ = lines_of(9, first=3)  # after epoch 2
    told = appended(run, started)
    assert (told.epoch, told.epochs, told.step, told.best_epoch, told.reason) == (2, 9, 8, 2, None)
    assert (told.validation_accuracy, told.validation_loss) == (0.75, 1.5)


def test_paused_resumed_and_failed(run: Path) -> None:
    assert appended(run, {"event": "paused", "step": 12}).reason == "paused"
    assert appended(run, {"event": "resumed", "step": 12}).reason is None
    told = appended(run, {"event": "failed", "message": "The disk is full."})
    assert (told.reason, told.message) == ("failed", "The disk is full.")


def test_broken_lines_are_passed_over(run: Path) -> None:
    before = read_header(run).progress
    garbage = b'\xff\n\n[1]\n"x"\n{"event": 3}\n{"event": "epoch", "epoch": []}\n' + b"[" * 200_000 + b"\n"
    told = appended(run, end=garbage + b'{"event": "steps", "first_step": 13, "loss": [1, nu')
    assert told.step == before.step
    told = appended(run, {"event": "steps", "first_step": 13, "loss": [1, None], "seconds": None}, end=b"\n{")
    assert (told.step, told.seconds) in {(12, 1.5), (14, 1.5)}  # the torn line before it swallows it


def test_nan_is_no_result(run: Path) -> None:
    header = header_of("article-1")
    header["results"] = {"test_accuracy": math.nan, "test_loss": math.inf}
    header["progress"]["validation_loss"] = math.nan
    (run / "run.json").write_text(json.dumps(header))
    (run / "history.jsonl").unlink()
    read = read_header(run)
    assert (read.results.test_accuracy, read.results.test_loss, read.progress.validation_loss) == (
        None, None, None,
    )  # fmt: skip


# ---------------------------------------------------------------- garbage


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b"3", b"\xff\xfe\x00", b"{}", b"[" * 100_000, b" " * (2**22 + 1), b'{"format": 1}',
    ],
)  # fmt: skip
def test_a_header_that_is_none(run: Path, data: bytes) -> None:
    (run / "run.json").write_bytes(data)
    with pytest.raises(RunError, match="damaged"):
        read_header(run)
    assert (run / "run.json").read_bytes() == data


@pytest.mark.parametrize(
    "entries",
    [
        {"format": 0}, {"format": "1"}, {"id": None}, {"created": "yesterday"}, {"created": "2026-01-02T03:04:05"},
        {"created": "0001-01-01T00:00:00+14:00"}, {"created": 5}, {"preset": 3}, {"parent": "a-1"},
        {"parent": {"step": 3}},
        {"classes": "0123"}, {"classes": [1]}, {"image_shape": [28, 28]}, {"image_shape": [1, -28, 28]},
        {"counts": [1, 2, 3]}, {"parameters": -1}, {"parameters": 10**30}, {"progress": {"step": 1.5}},
        {"progress": {"reason": "bored"}}, {"progress": {"validation_accuracy": 1.5}}, {"progress": {"epoch": True}},
        {"results": {"test_accuracy": "good"}}, {"progress": {"seconds": -1}}, {"versions": {"torch": 2}},
    ],
    ids=str,
)  # fmt: skip
def test_entries_that_are_none(run: Path, entries: dict[str, Any]) -> None:
    put(run, **entries)
    with pytest.raises(RunError, match=next(iter(entries))):
        read_header(run)


def test_newer_ones(run: Path) -> None:
    put(run, format=2, classes={"new": "form"})
    with pytest.raises(RunError, match="newer NetSketch"):
        read_header(run)
    put(run, format=1, classes=["0"], later="entry")
    assert read_header(run).format == 1


@given(entries=st.dictionaries(st.sampled_from([*RunHeader.model_fields]), JSON))
def test_any_entries_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, entries: Any) -> None:
    folder = tmp_path_factory.getbasetemp() / "any-1"
    folder.mkdir(exist_ok=True)
    (folder / "run.json").write_text(json.dumps(header_of("any-1") | entries))
    with suppress(RunError):
        header = read_header(folder)
        assert RunHeader.model_validate_json(header.to_json()) == header


@given(
    lines=st.lists(
        st.fixed_dictionaries(
            {"event": st.sampled_from("started steps epoch paused resumed finished failed rate".split())},
            optional=dict.fromkeys(TOLD, JSON),
        ),
        max_size=6,
    )
)
def test_any_history_leaves_a_progress_of_the_right_form(
    tmp_path_factory: pytest.TempPathFactory, lines: Any
) -> None:
    folder = tmp_path_factory.getbasetemp() / "any-2"
    folder.mkdir(exist_ok=True)
    (folder / "run.json").write_text(json.dumps(header_of("any-2", reason=None)))
    (folder / "history.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    progress = read_header(folder).progress
    assert Progress.model_validate_json(progress.model_dump_json(), strict=True) == progress


def test_what_the_system_refuses(run: Path) -> None:
    (run / "run.json").unlink()
    (run / "run.json").mkdir()
    with pytest.raises(RunError, match="The system says"):
        read_header(run)


def test_each_best_figure_has_an_epoch_of_its_own(run: Path) -> None:
    told = lines_of(3)
    for line, loss, accuracy in zip(told[2:7:2], (0.9, 0.4, 0.5), (0.5, 0.6, 0.73), strict=True):
        line |= {"validation_loss": loss, "validation_accuracy": accuracy, "best": line["epoch"] < 3}
    progress = Progress().after_all(told)
    assert (progress.validation_accuracy, progress.accuracy_epoch) == (0.73, 3)
    assert (progress.validation_loss, progress.best_epoch) == (0.4, 2)
    # Gone on with from the end of the second epoch, the third one's figures are no longer known.
    progress = progress.after(lines_of(4, first=3, ended=None)[0])
    assert (progress.validation_accuracy, progress.accuracy_epoch, progress.best_epoch) == (None, 0, 2)


def test_the_best_under_attack_has_an_epoch_of_its_own_too(run: Path) -> None:
    told = lines_of(3)
    for line, attacked in zip(told[2:7:2], (0.1, 0.3, 0.2), strict=True):
        line["robust_accuracy"] = attacked
    progress = Progress().after_all(told)
    assert (progress.robust_accuracy, progress.robust_epoch) == (0.3, 2)
    progress = progress.after(lines_of(4, first=2, ended=None)[0])
    assert (progress.robust_accuracy, progress.robust_epoch) == (None, 0)


def test_of_a_run_of_an_earlier_program_the_epoch_of_the_best_accuracy_is_not_known(run: Path) -> None:
    told = json.loads((run / "run.json").read_bytes())
    for name in ("accuracy_epoch", "kept_epoch"):
        del told["progress"][name]
    (run / "run.json").write_text(json.dumps(told))
    progress = read_header(run).progress
    assert (progress.validation_accuracy, progress.accuracy_epoch, progress.kept_epoch) == (0.9, 0, 0)


def test_classes_can_be_shown_whatever_a_file_calls_them(run: Path) -> None:
    put(run, classes=["7\x1b[2J\n", "x" * 300])

    first, second = read_header(run).classes
    assert first == r"7\x1b[2J\n"
    assert len(second) < 100
