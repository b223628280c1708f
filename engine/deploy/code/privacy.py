"""The part of a script that hides what a single image gives, where the training is private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.training.private.accountant import MOST_NOISE
from engine.training.private.promise import DEVIATION, MEAN, is_private

if TYPE_CHECKING:
    from engine.config import TrainingConfig

SPENT = [
    "def spent(noise, steps):",
    '    """Return ε after some steps, by Rényi divergences of whole orders."""',
    "    found = []",
    "    for order in (*range(2, 64), 128, 256, 512, 1024):",
    "        i = torch.arange(order + 1, dtype=torch.float64)",
    "        ways = math.lgamma(order + 1) - torch.lgamma(i + 1) - torch.lgamma(order - i + 1)",
    "        terms = ways + i * math.log(rate) + (order - i) * math.log1p(-rate) + (i * i - i) / (2 * noise**2)",
    "        divergence = steps * torch.logsumexp(terms, 0).item() / (order - 1)",
    "        found.append(divergence + math.log1p(-1 / order) - math.log(delta * order) / (order - 1))",
    "    return min(found)",
]
STATISTICS = f"mean, deviation = {MEAN}, {DEVIATION}  # not measured: the training images are private"


def per_epoch(config: TrainingConfig) -> str:
    """Return how many steps an epoch takes, as an expression."""
    if is_private(config):
        return f"max(1, round(len(x_train) / {config.batch_size}))"
    return f"-(-len(x_train) // {config.batch_size})"


def privacy_lines(config: TrainingConfig) -> list[str]:
    """Return the lines that say how much noise there is and make gradients with it; none without privacy."""
    if not is_private(config):
        return []
    smoothed = f", label_smoothing={config.label_smoothing:g}" if config.label_smoothing else ""
    lines = [
        "# Privacy: no image moves a step further than a noise that hides it",
        f"rate = min(1 - 1e-9, {config.batch_size} / len(x_train))",
        f"delta, clip = {config.privacy_delta:g}, {config.privacy_clip:g}",
        "",
        "",
        *SPENT,
        "",
        "",
        f"per_epoch = {per_epoch(config)}",
    ]
    if config.privacy_noise:
        lines.append(f"noise = {config.privacy_noise:g}")
    else:
        lines += [
            "noise = 0.3",
            f"while spent(noise, {config.epochs} * per_epoch) > {config.privacy_epsilon:g}:",
            "    noise *= 1.01",
            f"    if noise > {MOST_NOISE:g}:",
            '        raise SystemExit("No noise is strong enough for this budget.")',
        ]
    return [
        *lines,
        "",
        "",
        "def loss_of_one(weights, image, label):",
        '    """Return the loss of an image (C, H, W)."""',
        "    logits = torch.func.functional_call(network, weights, (image[None],))",
        f"    return F.cross_entropy(logits, label[None]{smoothed})",
        "",
        "",
        'gradients_of = torch.func.vmap(torch.func.grad(loss_of_one), (None, 0, 0), randomness="different")',
        "",
        "",
        "def private_gradients(images, labels):",
        '    """Shorten the gradient of each image, add them up, add noise."""',
        "    weights = {name: weight.detach() for name, weight in network.named_parameters()}",
        "    each = gradients_of(weights, images, labels)",
        "    lengths = sum(part.flatten(1).square().sum(1) for part in each.values()).sqrt()",
        "    factors = (clip / (lengths + 1e-6)).clamp(max=1)",
        "    for name, weight in network.named_parameters():",
        '        total = torch.einsum("b,b...->...", factors, each[name])',
        f"        weight.grad = (total + noise * clip * torch.randn_like(weight)) / {config.batch_size}",
    ]


def private_batch_lines(images: str, *, told: bool) -> list[str]:
    """Return the lines of a step in the loop, up to its gradients.

    Args:
        images: What the images of a batch are, as an expression.
        told: Whether logits and loss are told of.
    """
    lines = [
        "    for _ in range(per_epoch):",
        "        batch = (torch.rand(len(x_train)) < rate).nonzero()[:, 0]  # each by chance",
        f"        images = prepared({images})",
        "        private_gradients(images, y_train[batch])",
    ]
    if told:
        lines += [
            "        logits = network(images).detach()",
            '        total += F.cross_entropy(logits, y_train[batch], reduction="sum").item()',
        ]
    return lines


def end_of_budget_lines(config: TrainingConfig) -> list[str]:
    """Return the lines that end a run before its budget is passed, or say what an epoch has cost."""
    if config.privacy_noise and config.privacy_epsilon:
        return [
            f"    if spent(noise, (epoch + 1) * per_epoch) > {config.privacy_epsilon:g}:",
            "        break",
        ]
    return ['    print(f"ε {spent(noise, epoch * per_epoch):.2f}")']
