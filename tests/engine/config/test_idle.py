"""Settings that mean nothing beside the others say so."""

import pytest

from engine.choices import Schedule
from engine.config import TrainingConfig
from engine.config.idle import idle_because


@pytest.mark.parametrize(
    ("name", "idle", "counts"),
    [
        ("momentum", {"optimizer": "adam"}, {"optimizer": "nesterov"}),
        ("schedule_period", {"schedule": "cosine"}, {"schedule": "step"}),
        ("teacher_share", {"teacher": ""}, {"teacher": "large.safetensors"}),
        ("keep_best", {"early_stopping": 0}, {"early_stopping": 2}),
    ],
)
def test_a_setting_counts_only_beside_what_it_is_for(
    name: str, idle: dict[str, object], counts: dict[str, object]
) -> None:
    assert idle_because(TrainingConfig(**idle), name)
    assert not idle_because(TrainingConfig(**counts), name)


def test_it_is_said_beside_which_others_it_would_count() -> None:
    said = idle_because(TrainingConfig(), "momentum")

    assert said == (
        "It counts only where this is chosen: “Optimiser” (SGD with momentum, SGD with Nesterov momentum)."
    )
    assert (
        idle_because(TrainingConfig(), "teacher_share") == "It counts only where this is chosen: “Teacher”."
    )


def test_what_others_are_needed_for_are_settings_and_choices_of_theirs() -> None:
    for info in TrainingConfig.model_fields.values():
        for other, choices in info.only_with.items():
            kind = TrainingConfig.model_fields[other].annotation
            assert all(isinstance(choice, kind) for choice in choices)  # type: ignore[arg-type]
    assert not idle_because(TrainingConfig(schedule=Schedule.STEP), "epochs")
