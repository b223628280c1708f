"""Settings inside settings, reached by longer paths."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from engine.config import Experiment, VariationConfig, field_at, label_of
from engine.errors import ConfigError


def test_a_longer_path_changes_one_setting_alone() -> None:
    before = Experiment()
    after = before.with_(**{"data.variation.slant": 2.5, "training.epochs": 3})
    assert after.data.variation == VariationConfig(slant=2.5)
    assert after.get("data.variation.slant") == 2.5
    assert before.data.variation == VariationConfig()
    assert after.with_(**{"data.variation.slant": 1.0, "training.epochs": 10}) == before


def test_a_whole_section_can_be_put_back() -> None:
    wild = Experiment().with_(**{"data.variation.slant": 3, "data.variation.warp": 0})
    assert wild.with_(**{"data.variation": VariationConfig()}) == Experiment()


def test_what_is_wrong_is_told_by_path_and_label() -> None:
    with pytest.raises(ConfigError, match="Slant must be at most 3") as caught:
        Experiment().with_(**{"data.variation.slant": 4})
    assert [problem.path for problem in caught.value.problems] == ["data.variation.slant"]


@pytest.mark.parametrize(
    "path", ["data.variation.slope", "data.slant", "data.variation.slant.more", "data.seed.slant"]
)
def test_a_path_that_leads_nowhere_is_named(path: str) -> None:
    with pytest.raises(ConfigError, match=path):
        Experiment().with_(**{path: 1})
    with pytest.raises(KeyError):
        field_at(path)


def test_fields_and_labels_of_longer_paths() -> None:
    assert field_at("data.variation.warp") is VariationConfig.model_fields["warp"]
    assert label_of("data.variation.warp") == "Elastic warp"
    assert label_of("data.variation") == "Variation"


def test_variations_survive_a_file_and_older_files_have_none() -> None:
    wild = Experiment().with_(**{"data.variation.tremor": 0.25})
    assert Experiment.model_validate_json(wild.model_dump_json()) == wild
    older = Experiment().model_dump()
    del older["data"]["variation"]
    assert Experiment.model_validate(older) == Experiment()
    with pytest.raises(ValidationError):
        Experiment.model_validate({"data": {"variation": {"slope": 1}}})


def test_files_of_earlier_programs_keep_the_last_epoch_after_early_stopping() -> None:
    def written_then(**training: Any) -> Experiment:
        description = Experiment().with_(**training).model_dump(mode="json")
        del description["training"]["keep_best"]
        return Experiment.model_validate_json(json.dumps(description))

    assert not written_then(**{"training.early_stopping": 3}).training.keep_best
    assert written_then() == Experiment()  # where nothing stopped early, nothing has changed
    by_hand = Experiment.model_validate({"training": {"early_stopping": 3}})
    assert by_hand.training.keep_best
    assert Experiment().with_(**{"training.early_stopping": 3}).training.keep_best
