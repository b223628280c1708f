"""What is asked of each attack of the registry."""

import pytest
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from engine.attacks.registry import ATTACKS, attack_named
from engine.errors import Cancelled, ConfigError
from engine.models.at_once import MOST_AT_ONCE, note_numbers

EVERY = pytest.mark.parametrize("name", ATTACKS)


@EVERY
def test_it_starts_from_what_is_given_and_stays_among_images(
    name: str, network: nn.Module, images: Tensor
) -> None:
    attack, before = attack_named(name), images.clone()
    labels = network(images).argmax(1)
    for strength in (0, attack.strength.usual, attack.strength.high):
        for generator in (None, torch.Generator().manual_seed(2)):
            changed = attack.perturb(network, images, labels, strength, steps=3, generator=generator)
            assert changed.shape == images.shape
            assert float(changed.min()) >= 0
            assert float(changed.max()) <= 1
            assert not changed.requires_grad
            if strength == 0:
                assert torch.equal(changed, images)
            else:
                assert not torch.equal(changed, images)
    assert torch.equal(images, before)


@EVERY
def test_no_image_is_no_trouble(name: str, network: nn.Module, images: Tensor) -> None:
    attack = attack_named(name)
    nothing = torch.empty(0, dtype=torch.int64)
    for aims in (None, nothing):
        assert len(attack.perturb(network, images[:0], nothing, attack.strength.usual, aims=aims)) == 0


@EVERY
def test_the_same_start_leads_to_the_same(name: str, network: nn.Module, images: Tensor) -> None:
    attack, labels = attack_named(name), network(images).argmax(1)
    once, again = (
        attack.perturb(
            network, images, labels, attack.strength.usual, generator=torch.Generator().manual_seed(3)
        )
        for _ in range(2)
    )
    assert torch.equal(once, again)


@EVERY
def test_the_loss_rises_or_falls_to_the_aim_where_the_model_is_known(
    name: str, network: nn.Module, images: Tensor
) -> None:
    attack = attack_named(name)
    labels = network(images).argmax(1)
    strength = 2 if attack.strength.is_whole else 0.1 * attack.strength.high
    changed = attack.perturb(network, images, labels, strength)
    aims = (labels + 1) % 3
    aimed = attack.perturb(network, images, labels, strength, aims=aims)
    more = cross_entropy(network(changed), labels) > cross_entropy(network(images), labels) + 0.05
    nearer = cross_entropy(network(aimed), aims) < cross_entropy(network(images), aims) - 0.05
    assert (bool(more), bool(nearer)) == (attack.uses_gradients,) * 2


@EVERY
def test_each_image_is_attacked_by_itself(name: str, network: nn.Module, images: Tensor) -> None:
    attack, labels = attack_named(name), network(images).argmax(1)
    strength = attack.strength.usual
    together = attack.perturb(network, images, labels, strength)
    if attack.uses_gradients:
        for number in (0, 7):
            one = slice(number, number + 1)
            alone = attack.perturb(network, images[one], labels[one], strength)
            torch.testing.assert_close(alone, together[one], atol=1e-5, rtol=0)


@EVERY
def test_no_more_images_go_through_a_large_network_at_once_than_the_memory_allows(
    name: str, network: nn.Module, images: Tensor
) -> None:
    attack, labels = attack_named(name), network(images).argmax(1)
    whole = attack.perturb(network, images, labels, attack.strength.usual, steps=3)
    sizes: list[int] = []
    network.register_forward_pre_hook(lambda _model, given: sizes.append(len(given[0])))
    note_numbers(network, MOST_AT_ONCE // 16)
    parted = attack.perturb(network, images, labels, attack.strength.usual, steps=3)
    assert max(sizes, default=0) <= 20  # as many as it was given
    torch.testing.assert_close(parted, whole, atol=1e-4, rtol=0)
    if attack.uses_gradients:
        assert min(sizes) <= 8


@EVERY
def test_it_gives_up_when_asked(name: str, network: nn.Module, images: Tensor) -> None:
    attack = attack_named(name)
    labels = network(images).argmax(1)
    if attack.has_steps:
        with pytest.raises(Cancelled):
            attack.perturb(network, images, labels, attack.strength.usual, cancelled=lambda: True)


@EVERY
def test_a_strength_that_is_none_is_refused(name: str) -> None:
    attack = attack_named(name)
    limits = attack.strength
    assert 0 < limits.usual <= limits.high
    assert limits.steps[0] == 0
    assert list(limits.steps) == sorted(limits.steps)
    for strength in limits.steps:
        attack.check(strength)
    for wrong in (-1, limits.high + 1, float("nan"), *([1.5] if limits.is_whole else [])):
        with pytest.raises(ConfigError):
            attack.check(wrong)
