"""Fine-tuning that is kept as a run, and a disk that does not take it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from engine.atomic import FileWriteError
from engine.compress.keeping import Keeping
from engine.compress.registry import method_named
from engine.compress.trial import Trial, attempt
from engine.folders import runs_folder
from engine.storage import model_file
from engine.storage.runs.library import RunLibrary
from tests.engine.compress.models import digits, trained

if TYPE_CHECKING:
    from engine.errors import NetSketchError
    from engine.words import Phrase


@dataclass
class Complaints:
    told: list[str] = field(default_factory=list)

    def __call__(self, sentence: Phrase, error: NetSketchError | None) -> None:
        self.told.append(sentence.partition(".")[0])


def tuned(keeping: Keeping) -> Trial:
    follow = keeping.following(trained(), digits())
    *_, last = attempt(trained(), method_named("prune"), 0.5, digits(), finetune=1, test=True, follow=follow)
    assert isinstance(last, Trial)
    return last


def test_it_is_a_run_of_that_name_and_of_what_was_measured() -> None:
    complaints = Complaints()
    for name in ("half", "half (2)"):
        keeping = Keeping("half", complaints)
        trial = tuned(keeping)
        run = keeping.close(trial)
        assert run is not None
        saved = model_file.load(RunLibrary().open(run).model_path)
        assert saved.results["test_accuracy"] == trial.saved.results["test_accuracy"]
        [summary] = [each for each in RunLibrary().summaries() if each.id == run]
        assert summary.name == name
    assert complaints.told == []


def test_what_is_forgotten_leaves_nothing() -> None:
    keeping = Keeping("half", Complaints())
    tuned(keeping)
    assert len(RunLibrary().summaries()) == 1
    keeping.forget()
    assert RunLibrary().summaries() == ()


def test_it_is_fine_tuned_where_no_run_can_be_made() -> None:
    runs_folder().parent.mkdir(parents=True, exist_ok=True)
    runs_folder().write_text("in the way")
    complaints = Complaints()
    keeping = Keeping("half", complaints)
    trial = tuned(keeping)
    assert trial.validation is not None
    assert keeping.close(trial) is None
    assert complaints.told == ["The run is not kept in the library"]
    keeping.forget()


def test_a_run_without_its_name_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_told: object) -> None:
        raise FileWriteError("It cannot be written.")

    monkeypatch.setattr(RunLibrary, "rename", refuse)
    complaints = Complaints()
    keeping = Keeping("half", complaints)
    run = keeping.close(tuned(keeping))
    assert [each.id for each in RunLibrary().summaries()] == [run]
    assert complaints.told == [f"The run {run} could not be given a name"]
