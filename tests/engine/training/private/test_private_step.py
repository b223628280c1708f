"""Private steps: shortened gradients against torch.func and Opacus, noise by its moments, and any size of batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.config import Activation, Experiment
from engine.data.dataset import Split
from engine.training.learner import Learner
from engine.training.private import private_pass
from engine.training.private.private_step import PrivateStep

CPU = torch.device("cpu")
PRIVATE = {"training.privacy_noise": 1.0, "training.privacy_clip": 0.5}
FORMS = [
    {"network.hidden": ()},
    *({"network.hidden": ({"size": 7, "activation": name}, {"size": 5, "activation": name})} for name in Activation),
    {"training.label_smoothing": 0.3},
    {"training.privacy_clip": 100.0},
]  # fmt: skip


def private_learner(experiment: Experiment, split: Split, *, noisy: bool = False, **changes: Any) -> Learner:
    learner = Learner(experiment.with_(**PRIVATE | changes), split, CPU)
    assert isinstance(learner._step, PrivateStep)
    if not noisy:
        learner._step._veil = learner._step._veil._replace(deviation=0.0)
    return learner


def batch_of(learner: Learner, split: Split) -> tuple[Tensor, Tensor]:
    """Images in [0, 1] and labels of the first step."""
    chosen = learner._indices_of_step[0].numpy()
    images = torch.from_numpy(np.asarray(split.train.images)[chosen]).float() / 255
    images = images.unsqueeze(1) if images.ndim == 3 else images.permute(0, 3, 1, 2)
    return images, torch.from_numpy(split.train.labels[chosen])


def by_torch_func(
    model: nn.Module, images: Tensor, labels: Tensor, smoothing: float, clip: float
) -> dict[str, Tensor]:
    def loss(weights: dict[str, Tensor], image: Tensor, label: Tensor) -> Tensor:
        logits = torch.func.functional_call(model, weights, (image.unsqueeze(0),))
        return functional.cross_entropy(logits, label.unsqueeze(0), label_smoothing=smoothing)

    weights = {name: weight.detach() for name, weight in model.named_parameters()}
    each = torch.func.vmap(torch.func.grad(loss), in_dims=(None, 0, 0))(weights, images, labels)
    lengths = torch.sqrt(sum(gradient.flatten(1).square().sum(1) for gradient in each.values()))
    factors = (clip / (lengths + 1e-6)).clamp(max=1.0)
    return {name: torch.einsum("b,b...->...", factors, gradient) for name, gradient in each.items()}


@pytest.mark.parametrize("shape", [(6, 6), (6, 5, 3)])
@pytest.mark.parametrize("changes", FORMS, ids=str)
def test_sums_of_shortened_gradients_are_torch_funcs(
    experiment: Experiment, make_split: Callable[..., Split], changes: dict[str, Any], shape: tuple[int, ...]
) -> None:
    split = make_split(shape=shape)
    learner = private_learner(experiment, split, **changes)
    learner.begin_epoch()
    learner.steps(0, [0.0])
    config = learner._config
    expected = by_torch_func(
        learner.flat.model, *batch_of(learner, split), config.label_smoothing, config.privacy_clip
    )
    for name, gradient in expected.items():
        ours = learner.flat.gradient_of(name) * config.batch_size
        torch.testing.assert_close(ours, gradient, rtol=1e-4, atol=1e-6)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_sums_of_shortened_gradients_are_those_of_opacus(experiment: Experiment, split: Split) -> None:
    from opacus.grad_sample import GradSampleModule
    from opacus.optimizers import DPOptimizer

    learner = private_learner(experiment, split)
    learner.begin_epoch()
    learner.steps(0, [0.0])
    images, labels = batch_of(learner, split)
    layers: list[nn.Module] = [nn.Flatten()]
    for module in learner.flat.model.modules():
        if isinstance(module, nn.Linear):
            layers += [nn.Linear(module.in_features, module.out_features), nn.ReLU()]
            layers[-2].load_state_dict(module.state_dict())
    plain = GradSampleModule(nn.Sequential(*layers[:-1]))
    size = learner._config.batch_size
    optimizer = DPOptimizer(
        torch.optim.SGD(plain.parameters(), lr=0.0),
        noise_multiplier=0.0, max_grad_norm=0.5, expected_batch_size=size, loss_reduction="mean",
    )  # fmt: skip
    functional.cross_entropy(plain(images), labels).backward()
    optimizer.pre_step()
    ours = [learner.flat.gradient_of(name) for name, _ in learner.flat.model.named_parameters()]
    for gradient, parameter in zip(ours, plain.parameters(), strict=True):
        torch.testing.assert_close(gradient, parameter.grad, rtol=1e-4, atol=1e-6)


def test_no_image_moves_the_sum_further_than_the_clip(experiment: Experiment, split: Split) -> None:
    learner = private_learner(experiment, split, **{"training.privacy_clip": 0.01})
    learner.begin_epoch()
    for step, size in enumerate(learner.sizes):
        learner.steps(step, [0.0])
        assert float(learner.flat.gradients.norm()) * 10 <= 0.01 * size * (1 + 1e-5)


def test_noise_has_its_deviation_and_lies_on_weights_alone(experiment: Experiment, split: Split) -> None:
    gradients = []
    for noisy in (False, True):
        learner = private_learner(experiment, split, noisy=noisy, **{"network.hidden": (200,)})
        learner.begin_epoch()
        learner.steps(0, [0.0])
        gradients.append(learner.flat.gradients.clone())
    noise = gradients[1] - gradients[0]
    between = torch.ones_like(noise)
    for _, there in learner.flat.beside(between):
        there.zero_()
    assert not noise[between.bool()].any()
    drawn = noise[~between.bool()]
    assert float(drawn.std()) == pytest.approx(1.0 * 0.5 / 10, rel=0.05)  # σ C by the expected batch
    assert abs(float(drawn.mean())) < 4 * 0.05 / len(drawn) ** 0.5


def test_a_step_without_images_takes_noise_alone(experiment: Experiment, split: Split) -> None:
    learner = private_learner(experiment, split, noisy=True)
    before = learner.flat.weights.clone()
    empty = torch.empty(0, dtype=torch.int64)
    loss = torch.full((), 7.0)
    learner._step.run([empty], [empty], [loss], [empty], [0.01])
    assert learner.flat.gradients.any()
    assert not torch.equal(learner.flat.weights, before)
    assert float(loss) == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"data.augmentation.enabled": True},
        {"network.hidden": ({"size": 9, "dropout": 0.4, "activation": "tanh"},)},
        {"training.optimizer": "momentum", "training.gradient_clipping": 1.0},
    ],
    ids=str,
)
def test_the_rest_of_training_goes_with_it_and_seeds_decide_it(
    experiment: Experiment, split: Split, changes: dict[str, Any]
) -> None:
    weights = []
    for seed in (1, 1, 2):
        learner = private_learner(experiment, split, noisy=True, **changes | {"training.seed": seed})
        for _ in range(2):
            learner.begin_epoch()
            learner.steps(0, [0.01] * learner.steps_per_epoch)
            losses, correct = learner.results(0, learner.steps_per_epoch)
            assert np.isfinite(losses).all()
            assert (correct <= learner.sizes).all()
            learner.end_epoch()
        weights.append(learner.flat.weights.clone())
    assert torch.equal(weights[0], weights[1])
    assert not torch.equal(weights[0], weights[2])


def test_dropout_is_in_the_lengths(experiment: Experiment, split: Split) -> None:
    """With a clip that never binds, sums are those of ordinary steps on the same images."""
    changes = {"network.hidden": ({"size": 9, "dropout": 0.4},), "training.privacy_clip": 1000.0}
    private = private_learner(experiment, split, **changes)
    private.begin_epoch()
    plain = Learner(experiment.with_(**{"network.hidden": changes["network.hidden"]}), split, CPU)
    plain._step = type(plain._step)(
        plain.flat, plain._train, {int(private.sizes[0])}, plain._optimizer, dropout=plain._chance.dropout
    )
    plain.flat.load(private.flat.copy())
    plain._step.read_normalization()
    private.steps(0, [0.0])
    size = int(private.sizes[0])
    room = torch.zeros(()), torch.zeros(size, dtype=torch.int64)
    plain._step.run(
        [private._indices_of_step[0]], [private._labels_of_step[0]], *([each] for each in room), [0.0]
    )
    torch.testing.assert_close(private.flat.gradients * 10, plain.flat.gradients * size, rtol=1e-4, atol=1e-6)
    torch.testing.assert_close(private._losses[0], room[0])
    assert torch.equal(private._answers_of_step[0], room[1])


def test_more_images_than_were_expected_find_room(experiment: Experiment, split: Split) -> None:
    learner = private_learner(experiment, split)
    many = torch.arange(64)
    answers = torch.zeros(64, dtype=torch.int64)
    learner._step.run([many], [learner._train.labels], [torch.zeros(())], [answers], [0.0])
    assert len(learner._step._room.images) >= 64


def test_the_script_gives_what_plain_python_gives(
    experiment: Experiment, split: Split, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = []
    for is_plain in (False, True):
        if is_plain:
            monkeypatch.setattr("engine.training.private.private_step.scripted", torch.inference_mode())
        learner = private_learner(experiment, split, noisy=True)
        learner.begin_epoch()
        learner.steps(0, [0.01] * learner.steps_per_epoch)
        weights.append(learner.flat.weights.clone())
    assert torch.equal(*weights)
    assert private_pass.run_private_steps.__module__.endswith("private_pass")
