"""A step that is looked at is the run's own, and its numbers are autograd's and torch.optim's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest
import torch
from torch.nn import functional

from engine.config import Experiment, OptimizerName
from engine.layers.modules import use_generator
from engine.models.build import build
from engine.runtime import generator
from engine.training import TrainingControl, TrainingFinished, train
from engine.training.flat import FlatModel
from engine.training.precision import multiplies_bfloat16
from engine.training.run import Run
from engine.training.step_trace import StepTrace

if TYPE_CHECKING:
    from engine.data.dataset import Split
    from tests.engine.training.microscope.conftest import Traced, Tracing

DENSE = {
    "plain": {},
    "dropout": {
        "network.hidden": ({"size": 8, "dropout": 0.4}, {"size": 6, "activation": "tanh", "dropout": 0.2})
    },
    "batch norm": {"network.batch_norm": True},
    "batch norm and dropout": {"network.batch_norm": True, "network.hidden": ({"size": 8, "dropout": 0.3},)},
    "label smoothing": {"training.label_smoothing": 0.2},
    "weight decay": {"training.weight_decay": 0.05},
    "clipping": {"training.gradient_clipping": 0.3},
    "all": {
        "training.label_smoothing": 0.1,
        "training.weight_decay": 0.02,
        "training.gradient_clipping": 0.5,
        "training.schedule": "cosine",
        "training.warm_up_steps": 3,
        "network.hidden": (
            {"size": 8, "activation": "gelu", "dropout": 0.3},
            {"size": 5, "activation": "silu"},
        ),
    },
    "no hidden layer": {"network.hidden": ()},
}
OTHERS = {
    "convolution": {"network.hidden": ("conv4", {"size": 6, "dropout": 0.2})},
    "varied": {"data.augmentation.enabled": True, "network.hidden": ({"size": 6, "dropout": 0.2},)},
    "attacked": {"training.adversary": "fgsm", "network.hidden": ({"size": 6, "dropout": 0.2},)},
    "attacked in many steps": {"training.adversary": "pgd", "network.batch_norm": True},
    "private": {"training.privacy_noise": 1.0, "training.optimizer": "sgd"},
    "every activation": {
        "network.hidden": tuple(
            {"size": 5, "activation": name}
            for name in ("relu", "leaky_relu", "tanh", "sigmoid", "gelu", "silu", "identity")
        )
    },
}
TORCH: dict[OptimizerName, Callable[..., torch.optim.Optimizer]] = {
    OptimizerName.SGD: lambda p, rate, decay: torch.optim.SGD(p, rate, weight_decay=decay),
    OptimizerName.MOMENTUM: lambda p, rate, decay: torch.optim.SGD(p, rate, momentum=0.9, weight_decay=decay),
    OptimizerName.NESTEROV: lambda p, rate, decay: torch.optim.SGD(
        p, rate, momentum=0.9, nesterov=True, weight_decay=decay
    ),
    OptimizerName.ADAM: lambda p, rate, decay: torch.optim.Adam(p, rate, weight_decay=decay),
    OptimizerName.ADAMW: lambda p, rate, decay: torch.optim.AdamW(p, rate, weight_decay=decay),
    OptimizerName.RMSPROP: lambda p, rate, decay: torch.optim.RMSprop(p, rate, weight_decay=decay),
}
KEPT = {"momentum": "momentum_buffer", "mean": "exp_avg", "square": ("exp_avg_sq", "square_avg")}
CLOSE = {"rtol": 3e-4, "atol": 3e-6}  # one that follows the other for twenty steps, in float32


def same(first: dict[str, torch.Tensor], second: dict[str, torch.Tensor]) -> bool:
    return first.keys() == second.keys() and all(torch.equal(first[name], second[name]) for name in first)


@pytest.mark.parametrize("settings", [*DENSE.values(), *OTHERS.values()], ids=[*DENSE, *OTHERS])
def test_a_run_that_is_looked_at_is_the_same_to_the_bit(
    experiment: Experiment,
    traced: Tracing,
    final_state: Callable[..., dict[str, torch.Tensor]],
    settings: dict[str, object],
) -> None:
    watched = experiment.with_(**settings)
    found = traced(watched)
    assert same(found.final, final_state(watched))
    last = found.traces[-1]
    assert last.place.step == len(found.traces) or settings.get("training.privacy_noise")
    name = "output.weight"
    np.testing.assert_array_equal(last.layers[-1].weights.after, found.final[name].numpy())


class Oracle:
    """The same run by a plain loop of torch: its module, its optimiser, its autograd, and nothing of training."""

    def __init__(self, experiment: Experiment, data: Split, first: dict[str, torch.Tensor]) -> None:
        self.training = experiment.training
        self.model = build(
            experiment.network, image_shape=data.train.image_shape, classes=len(data.classes)
        ).train()
        self.model.load_state_dict(first)
        use_generator(self.model, generator(experiment.training.seed, "dropout"))
        self.parameters = dict(self.model.named_parameters())
        kind = TORCH[experiment.training.optimizer]
        self.optimizer = kind(
            list(self.parameters.values()),
            experiment.training.learning_rate,
            experiment.training.weight_decay,
        )

    def step(self, trace: StepTrace) -> tuple[dict[str, torch.Tensor], float]:
        """Do the step; return ∂L/∂z of each linear layer, and the loss."""
        sums: dict[str, torch.Tensor] = {}

        def keep(name: str) -> Callable[..., None]:
            def hook(_module: object, _given: object, made: torch.Tensor) -> None:
                made.retain_grad()
                sums[name] = made

            return hook

        linears = {
            name.removesuffix(".linear"): part
            for name, part in self.model.named_modules()
            if isinstance(part, torch.nn.Linear)
        }
        handles = [part.register_forward_hook(keep(name)) for name, part in linears.items()]
        labels = torch.from_numpy(trace.judgement.labels)
        logits = self.model(torch.from_numpy(trace.examples))
        self.optimizer.zero_grad()
        functional.cross_entropy(logits, labels, label_smoothing=self.training.label_smoothing).backward()
        for handle in handles:
            handle.remove()
        loss = float(functional.cross_entropy(logits.detach(), labels))
        self.gradients = {name: p.grad.clone() for name, p in self.parameters.items() if p.grad is not None}
        if self.training.gradient_clipping:
            torch.nn.utils.clip_grad_norm_(self.parameters.values(), self.training.gradient_clipping)
        self.used = {name: p.grad.clone() for name, p in self.parameters.items() if p.grad is not None}
        for group in self.optimizer.param_groups:
            group["lr"] = trace.rule.rate.now
        self.optimizer.step()
        found = {name: tensor.grad for name, tensor in sums.items() if tensor.grad is not None}
        return found, loss

    def kept(self, parameter: str, what: str) -> np.ndarray:
        state, names = self.optimizer.state[self.parameters[parameter]], KEPT[what]
        return next(
            state[name] for name in ([names] if isinstance(names, str) else names) if name in state
        ).numpy()


def compared(found: Traced, oracle: Oracle) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Go through all numbers of all steps: what they are, the trace's, the oracle's."""
    for trace in found.traces:
        sums, loss = oracle.step(trace)
        yield "loss", np.array(trace.judgement.loss), np.array(loss)
        for layer in trace.layers:
            yield "δ", layer.deltas / trace.size, sums[layer.name].numpy()
            prefix = layer.name if layer.is_output else f"{layer.name}.linear"
            changes = [(f"{prefix}.weight", layer.weights)]
            if layer.normed is None:
                # Batch normalisation takes a bias out again: its gradient is rounding alone, which Adam makes whole
                # steps of.
                changes.append((f"{prefix}.bias", layer.biases))
            for name, change in changes:
                yield "gradient", change.gradient, oracle.gradients[name].numpy()
                yield "used", change.used, oracle.used[name].numpy()
                yield "after", change.after, oracle.parameters[name].detach().numpy()
                for what, (_, after) in change.kept.items():
                    yield what, after, oracle.kept(name, what)


@pytest.mark.parametrize("optimizer", OptimizerName)
@pytest.mark.parametrize("settings", DENSE.values(), ids=DENSE)
def test_every_number_is_that_of_autograd_and_torch_optim(
    experiment: Experiment,
    split: Split,
    traced: Tracing,
    settings: dict[str, object],
    optimizer: OptimizerName,
) -> None:
    watched = experiment.with_(**settings, **{"training.optimizer": optimizer, "training.epochs": 1})
    found = traced(watched)
    assert len(found.traces) == 7
    largest: dict[str, float] = {}
    for what, ours, theirs in compared(found, Oracle(watched, split, found.states[0])):
        np.testing.assert_allclose(ours, theirs, **CLOSE, err_msg=what)
        largest[what] = max(largest.get(what, 0.0), float(np.abs(ours - theirs).max()))
    print("largest difference", *(f"{what} {apart:.1e}" for what, apart in largest.items()))


@pytest.mark.parametrize("settings", [*DENSE.values(), *OTHERS.values()], ids=[*DENSE, *OTHERS])
def test_the_numbers_of_a_step_hang_together(
    experiment: Experiment, traced: Tracing, settings: dict[str, object]
) -> None:
    """z is the sum, δ follows from what arrives, and ∂L/∂w is the mean of δ · a, in every kind of training."""
    trace = traced(experiment.with_(**settings, **{"training.epochs": 1})).traces[2]
    for layer in trace.layers:
        sums = layer.inputs @ layer.weights.before.T + layer.biases.before
        np.testing.assert_allclose(layer.sums, sums, rtol=1e-3, atol=1e-5)
        mean = layer.deltas.T @ layer.inputs / trace.size
        np.testing.assert_allclose(layer.weights.gradient, mean, rtol=1e-3, atol=1e-6)
        np.testing.assert_allclose(layer.biases.gradient, layer.deltas.mean(axis=0), rtol=1e-3, atol=1e-6)
        if layer.is_output:
            target = trace.judgement.probabilities - trace.judgement.targets
            np.testing.assert_allclose(layer.deltas, target, rtol=1e-3, atol=1e-6)
        elif layer.normed is None:
            mask = 1.0 if layer.mask is None else layer.mask
            np.testing.assert_allclose(
                layer.deltas, layer.arriving * mask * layer.slopes, rtol=1e-3, atol=1e-6
            )
    for layer, after in zip(trace.layers, trace.layers[1:], strict=False):
        np.testing.assert_array_equal(layer.outputs, after.inputs)
        np.testing.assert_allclose(layer.arriving, after.deltas @ after.weights.before, rtol=1e-3, atol=1e-6)


def test_dropout_drops_the_same_units_again_for_the_loss_after(
    experiment: Experiment, traced: Tracing
) -> None:
    """A rate of next to nothing changes no loss: with other units dropped it would."""
    still = experiment.with_(
        **{
            "network.hidden": ({"size": 8, "dropout": 0.5},),
            "training.learning_rate": 1e-12,
            "training.optimizer": "sgd",
        }
    )
    for trace in traced(still).traces:
        mask = trace.layers[0].mask
        assert mask is not None
        assert set(np.unique(mask)) == {0.0, 2.0}
        np.testing.assert_allclose(trace.judgement.losses_after, trace.judgement.losses, rtol=1e-5, atol=1e-6)


def test_steps_make_the_loss_of_their_own_batch_smaller(experiment: Experiment, traced: Tracing) -> None:
    gentle = experiment.with_(**{"training.optimizer": "sgd", "training.learning_rate": 0.05})
    traces = traced(gentle).traces
    assert all(trace.judgement.loss_after < trace.judgement.loss for trace in traces)
    assert traces[1].layers[0].weights.before.tolist() == traces[0].layers[0].weights.after.tolist()


def test_layers_that_are_not_dense_are_left_out(experiment: Experiment, traced: Tracing) -> None:
    trace = traced(experiment.with_(**OTHERS["convolution"])).traces[0]
    assert [layer.name for layer in trace.layers] == ["hidden_2", "output"]
    assert [layer.before for layer in trace.layers] == ["hidden_1", "hidden_2"]


@pytest.mark.skipif(not multiplies_bfloat16(), reason="this processor has no bfloat16")
def test_rounded_products_are_the_run_s_own_as_well(
    experiment: Experiment, traced: Tracing, final_state: Callable[..., dict[str, torch.Tensor]]
) -> None:
    rounded = experiment.with_(**{"training.precision": "bfloat16", "network.hidden": ("conv4", 6)})
    assert same(traced(rounded).final, final_state(rounded))


def test_weights_that_are_held_are_said_to_be(experiment: Experiment, split: Split, traced: Tracing) -> None:
    found = traced(experiment)
    start = {name: tensor.clone() for name, tensor in found.states[0].items()}
    start["hidden_1.linear.weight"][:, ::2] = 0
    held = traced(experiment.with_(**{"training.held": "zeros"}), start=start).traces[0]
    change = held.layers[0].weights
    assert change.held is not None
    np.testing.assert_array_equal(change.held, change.before == 0)
    assert (change.after[change.held] == 0).all()
    assert (change.used[change.held] == 0).all()
    assert change.gradient[change.held].any()
    assert not held.layers[0].biases.held.any()  # type: ignore[union-attr]


def test_without_the_wish_nothing_is_written_down(experiment: Experiment, split: Split) -> None:
    from engine.training import StepTraced, TrainingControl, train

    control = TrainingControl()
    control.step_batch()
    for event in train(experiment, split, control):
        assert not isinstance(event, StepTraced)
        if control.paused:
            control.stop()


def test_parts_of_a_vector_are_its_parameters(experiment: Experiment) -> None:
    flat = FlatModel(build(experiment.network, image_shape=(1, 6, 6), classes=4))
    parts = flat.parts_of(flat.weights)
    assert parts.keys() == dict(flat.model.named_parameters()).keys()
    assert all(torch.equal(parts[name], p.detach()) for name, p in flat.model.named_parameters())


def test_one_step_asked_for_amid_several_leaves_none_of_them_out(
    experiment: Experiment,
    split: Split,
    final_state: Callable[..., dict[str, torch.Tensor]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = experiment.with_(**{"training.epochs": 30})
    control, decided = TrainingControl(), Run._stretch
    control.traces_steps = True
    amid: list[int] = []

    def pressed_meanwhile(run: Run) -> int:
        steps = decided(run)
        if steps > 1:
            amid.append(steps)
            control.step_batch()
        return steps

    monkeypatch.setattr(Run, "_stretch", pressed_meanwhile)
    monkeypatch.setattr(TrainingControl, "step_done", lambda self, **_: self.resume())
    *_, end = train(wanted, split, control)
    monkeypatch.undo()

    assert amid
    assert isinstance(end, TrainingFinished)
    assert same(end.last_state, final_state(wanted))
