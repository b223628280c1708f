"""Does one step of a run, and writes all its numbers down.

The step itself is done by what does all steps of the run, so that its weights are to the bit those of a run that
nobody looks at. Before, autograd does the same step on the same batch, with the same units dropped, and is listened to;
all that it changed is undone. What dense networks find by hand differs from that by rounding alone, and the weights and
what the optimiser keeps are those of the step itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional

from engine.goals.registry import CLASSES
from engine.training.microscope.watching import Heard, slopes, watched
from engine.training.optimizers import prepare_gradients
from engine.training.step_trace import (
    Change,
    Judgement,
    LayerTrace,
    RuleTrace,
    StepTrace,
    TeacherTrace,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.training.learner import CloseStep, Learner
    from engine.training.step_trace import Place, Rate


def trace_step(learner: Learner, place: Place, rate: Rate, strengths: Sequence[float]) -> StepTrace | None:
    """Do one step and return all its numbers.

    Args:
        learner: Does it; its epoch has begun.
        place: Where in the run it is.
        rate: The learning rate.
        strengths: How much an adversary may change a pixel, one number; empty without one.

    Returns:
        The numbers; None where chance gave the step no image, or the network is to give no classes.
    """
    close = learner.closely(place.position)
    if not len(close.indices) or learner.goal is not CLASSES:
        learner.steps(place.position, [rate.now], strengths)
        return None
    flat, model = learner.flat, learner.flat.model
    with learner.undone() as before, watched(model) as (heard, given):
        loss, answers = flat.weights.new_empty(()), torch.empty_like(close.labels)
        close.step.find_gradients(close.indices, close.labels, loss, answers, *strengths[:1])
        gradient = flat.gradients.clone()
        slopes_of = {layer.name: slopes(layer) for layer in heard}
    weights = flat.weights.clone()
    learner.steps(place.position, [rate.now], strengths)
    if learner.promise is None:
        used, held = gradient.clone(), close.rule.held
        prepare_gradients(close.rule._replace(gradients=[used]), learner.clipping)
    else:
        used, held = flat.gradients.clone(), []
    after = learner.states()
    # The same units are dropped again.
    with learner.undone(before.chance.dropout), torch.no_grad(), learner.rounding():
        logits_after = model(given[0])
    vectors = {"before": weights, "gradient": gradient, "used": used, "after": flat.weights}
    parts = {name: flat.parts_of(vector) for name, vector in vectors.items()}
    kept = {
        name: (flat.parts_of(before.optimizer[name]), flat.parts_of(tensor))
        for name, tensor in after.optimizer.items()
        if name in ("momentum", "mean", "square")
    }
    are_held = flat.parts_of(held[1]) if held else {}
    layers = tuple(
        _layer(
            layer,
            slopes_of[layer.name],
            *(_change(f"{layer.prefix}{name}", parts, kept, are_held) for name in ("weight", "bias")),
        )
        for layer in heard
    )
    count = after.optimizer.get("count")
    rule = RuleTrace(
        kind=close.rule.kind,
        rate=rate,
        momentum=close.rule.momentum,
        nesterov=close.rule.nesterov,
        weight_decay=close.rule.weight_decay,
        clipping=0.0 if learner.promise is not None else learner.clipping,
        length=float(torch.linalg.vector_norm(_without(gradient, held))),
        count=place.step if count is None else int(count),
        is_private=learner.promise is not None,
    )
    judgement = _judgement(
        heard[-1].tensors["sums"].float(), logits_after.float(), close, learner.label_smoothing
    )
    return StepTrace(place, close.indices.cpu().numpy().copy(), _array(given[0]), layers, judgement, rule)


def _without(gradient: Tensor, held: list[Tensor]) -> Tensor:
    return gradient * held[0] if held else gradient


def _judgement(logits: Tensor, logits_after: Tensor, close: CloseStep, smoothing: float) -> Judgement:
    classes = logits.shape[1]
    targets = functional.one_hot(close.labels, classes).float() * (1 - smoothing) + smoothing / classes
    teacher = None
    if close.taught is not None:
        taught = close.taught
        teacher = TeacherTrace(
            wanted=_array(taught.probabilities[close.indices]),
            likely=_array(torch.softmax(logits / taught.temperature, 1)),
            share=taught.share,
            temperature=taught.temperature,
        )
    return Judgement(
        labels=close.labels.cpu().numpy().copy(),
        probabilities=_array(torch.softmax(logits, 1)),
        targets=_array(targets),
        losses=_array(functional.cross_entropy(logits, close.labels, reduction="none")),
        losses_after=_array(functional.cross_entropy(logits_after, close.labels, reduction="none")),
        teacher=teacher,
    )


def _layer(heard: Heard, slope: Tensor | None, weights: Change, biases: Change) -> LayerTrace:
    seen = heard.tensors
    size = len(seen["sums"])
    has_norm = hasattr(heard.part, "norm")
    described = getattr(heard.part, "described_by", None)
    is_output = heard.function is None
    return LayerTrace(
        name=heard.name,
        before=heard.before,
        activation="" if is_output or described is None else described.activation.value,
        inputs=_array(seen["given"]),
        sums=_array(seen["sums"]),
        normed=_array(seen["before_f"]) if has_norm else None,
        slopes=None if slope is None else _array(slope),
        mask=_array(seen["mask"]) if "mask" in seen else None,
        outputs=_array(seen["sums" if is_output else "made"]),
        arriving=_array(seen["sums_gradient" if is_output else "made_gradient"] * size),
        deltas=_array(seen["sums_gradient"] * size),
        weights=weights,
        biases=biases,
    )


def _change(
    name: str,
    parts: Mapping[str, Mapping[str, Tensor]],
    kept: Mapping[str, tuple[Mapping[str, Tensor], Mapping[str, Tensor]]],
    held: Mapping[str, Tensor],
) -> Change:
    return Change(
        **{what: _array(vectors[name]) for what, vectors in parts.items()},
        kept={what: (_array(first[name]), _array(then[name])) for what, (first, then) in kept.items()},
        held=held[name].cpu().numpy().copy() if name in held else None,
    )


def _array(tensor: Tensor) -> NDArray[np.float32]:
    """Return a copy on the CPU that nobody else holds."""
    return tensor.detach().to("cpu", torch.float32, copy=True).numpy()
