"""Settings of the evaluation: when a model is good enough."""

from __future__ import annotations

from engine.settings import Settings, setting


class EvaluationConfig(Settings):
    """What is asked of a trained network."""

    gate: float = setting(
        0.97, ge=0, le=1, label="Pass mark", zero="off",
        help="The accuracy on the test examples that a network must reach to pass; 0.97 is 97\u00a0%. It decides "
        "nothing in training, but whether the model is said to be good enough.",
    )  # fmt: skip
