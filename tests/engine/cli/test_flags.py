from __future__ import annotations

from engine.cli.flags import FLAGS
from engine.config import (
    AugmentationConfig,
    DataConfig,
    EvaluationConfig,
    NetworkConfig,
    PlaneConfig,
    TextConfig,
    TrainingConfig,
    VariationConfig,
)
from engine.layers import LAYER_KINDS, PLAIN


def test_every_setting_has_a_flag() -> None:
    paths = {flag.path for flag in FLAGS}
    sections = (
        ("data", DataConfig), ("data.augmentation", AugmentationConfig),
        ("data.plane", PlaneConfig), ("data.text", TextConfig), ("data.variation", VariationConfig),
        ("network", NetworkConfig), ("training", TrainingConfig),
        ("evaluation", EvaluationConfig),
    )  # fmt: skip
    for section, settings in sections:
        names = set(settings.model_fields) - {"augmentation", "plane", "text", "variation", "held"}
        assert paths >= {f"{section}.{name}" for name in names}
    assert paths >= {f"layer.{name}" for name in PLAIN.model_fields if name not in ("kind", PLAIN.counted)}
    for name, kind in LAYER_KINDS.items():
        of_its_own = set(kind.model_fields) - set(PLAIN.model_fields) - {kind.counted}
        assert paths >= {f"{name}.{field}" for field in of_its_own}
    assert len({flag.name for flag in FLAGS}) == len(FLAGS)
