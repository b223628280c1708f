"""The part of a script that trains: optimiser, schedule, the loop, and when it ends."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from engine.choices import Adversary, OptimizerName, Precision, Schedule
from engine.deploy.code.attack import attacking_lines
from engine.deploy.code.layout import plain
from engine.deploy.code.privacy import end_of_budget_lines, per_epoch, private_batch_lines
from engine.training.private.promise import is_private
from engine.training.schedules import averaged_epochs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import TrainingConfig

OPTIMIZERS = {
    OptimizerName.SGD: "SGD",
    OptimizerName.MOMENTUM: "SGD",
    OptimizerName.NESTEROV: "SGD",
    OptimizerName.ADAM: "Adam",
    OptimizerName.ADAMW: "AdamW",
    OptimizerName.RMSPROP: "RMSprop",
}
HAIR = (
    1e-9  # by which the rise of a cycle is shortened: torch divides by zero where it takes exactly one step
)
WITH_MOMENTUM = (OptimizerName.MOMENTUM, OptimizerName.NESTEROV)


def optimizer_line(config: TrainingConfig) -> str:
    """Return the line that makes the optimiser."""
    further = [f"lr={config.learning_rate:g}"]
    if config.optimizer in WITH_MOMENTUM and config.momentum:
        further.append(f"momentum={config.momentum:g}")
        further += ["nesterov=True"] * (config.optimizer is OptimizerName.NESTEROV)
    if config.weight_decay or config.optimizer is OptimizerName.ADAMW:  # AdamW has some by itself
        further.append(f"weight_decay={config.weight_decay:g}")
    return (
        f"optimizer = torch.optim.{OPTIMIZERS[config.optimizer]}(network.parameters(), {', '.join(further)})"
    )


def warm_up(config: TrainingConfig) -> str:
    """Return how many steps the learning rate rises, as an expression of ``steps``; empty for none."""
    if config.warm_up_steps:
        return str(config.warm_up_steps)
    return f"round({config.warm_up:g} * steps)" if config.warm_up else ""


def schedule_lines(config: TrainingConfig) -> list[str]:
    """Return the lines that make ``scheduler``, which goes on with every step; none where the rate is constant."""
    rise = warm_up(config)
    if config.schedule is Schedule.CONSTANT and not rise:
        return []
    every = per_epoch(config)
    lines = [f"steps = {config.epochs} * {every}"]
    if config.schedule is Schedule.STEP:
        lines = [f"per_epoch = {every}", f"steps = {config.epochs} * per_epoch"][: 1 + bool(rise)]
    made = "scheduler = torch.optim.lr_scheduler."
    if config.schedule is Schedule.ONE_CYCLE:
        return [*lines, *_one_cycle(config, made)]
    lowered = f"{config.schedule_factor:g} ** (step // per_epoch // {config.schedule_period})"
    if not rise:
        made += (
            f"StepLR(optimizer, {config.schedule_period} * per_epoch, gamma={config.schedule_factor:g})"
            if config.schedule is Schedule.STEP
            else "CosineAnnealingLR(optimizer, steps)"
        )
        return [*lines, made]
    lines += [
        f"rise = {rise}",
        "",
        "",
        "def factor(step):",
        '    """Say what the learning rate is multiplied by."""',
    ]
    if config.schedule is Schedule.COSINE:
        lines += [
            "    if step >= rise:",
            "        return (1 + math.cos(math.pi * (step - rise) / max(1, steps - rise))) / 2",
            "    return (step + 1) / (rise + 1)",
        ]
    else:
        fall = f" * {lowered}" if config.schedule is Schedule.STEP else ""
        lines.append(f"    return min(1, (step + 1) / (rise + 1)){fall}")
    return [*lines, "", "", f"{made}LambdaLR(optimizer, factor)"]


def _one_cycle(config: TrainingConfig, made: str) -> Iterator[str]:
    share = "total_steps=steps"
    may_be_one = config.warm_up_steps == 1 or bool(config.warm_up and not config.warm_up_steps)
    less = f" - {HAIR:g}" if may_be_one else ""
    if config.warm_up_steps:
        yield f"rise = {config.warm_up_steps}{less}"
        yield f"steps = max(steps, {config.warm_up_steps + 1})  # a run of fewer does not reach the full height"
        share += ", pct_start=rise / steps"
    elif config.warm_up:
        share += f", pct_start={config.warm_up:g}{less}"
    yield f"{made}OneCycleLR("
    if less:
        yield "    # a hair less: of a rise of one step exactly it would divide by zero"
    yield f"    optimizer, max_lr={config.learning_rate:g}, {share}, cycle_momentum=False"
    yield ")"


def teacher_lines(config: TrainingConfig) -> list[str]:
    """Return the lines that ask the teacher, which the script has not and says so; none without one."""
    if not config.teacher:
        return []
    name = plain(PurePath(config.teacher).name)[:40]
    return [
        "def teacher(images):",
        '    """Return the logits (B, classes) of the teacher for images of bytes (B, C, H, W)."""',
        f'    raise NotImplementedError("put your model in here: that of “{name}” is no part of this script")',
        "",
        "",
        "taught = torch.cat([teacher(part) for part in x_train.split(500)])",
    ]


def cross_entropy(logits: str, labels: str, further: str = "", *, per_place: bool = False) -> str:
    """Return the cross-entropy as an expression; of text that of all characters that are asked."""
    if per_place:
        return f"F.cross_entropy({logits}.mT, {labels}, ignore_index=-1{further})"
    return f"F.cross_entropy({logits}, {labels}{further})"


def rightness(logits: str, labels: str, *, per_place: bool = False) -> str:
    """Return which examples are right, as an expression: of text those of which all that is asked is."""
    if per_place:
        return f"exact({logits}, {labels})"
    return f"({logits}.argmax(1) == {labels})"


def loss_lines(config: TrainingConfig, *, per_place: bool = False) -> list[str]:
    """Return the lines that make the loss of a batch from its logits."""
    smoothed = f", label_smoothing={config.label_smoothing:g}" if config.label_smoothing else ""
    lines = [f"loss = {cross_entropy('logits', 'y_train[batch]', smoothed, per_place=per_place)}"]
    if config.teacher:
        share, heat = f"{config.teacher_share:g}", f"{config.teacher_temperature:g}"
        lines += [
            f"found = F.log_softmax(logits / {heat}, dim=1)",
            f"wanted = F.softmax(taught[batch] / {heat}, dim=1)",
            'apart = F.kl_div(found, wanted, reduction="batchmean")',
            f"loss = (1 - {share}) * loss + {share} * {heat}**2 * apart",
        ]
    return lines


def loop_lines(
    config: TrainingConfig,
    *,
    varied: bool,
    normalized: bool,
    measures_plain: bool,
    validates: bool,
    per_place: bool = False,
) -> list[str]:
    """Return the lines of training, up to the weights that are kept.

    Args:
        config: How long, in which steps, and when to stop.
        varied: Whether training images are varied.
        normalized: Whether the network normalises over the batch, which one image alone has no deviation for.
        measures_plain: Whether it measures what normalisation answers with on examples as they are.
        validates: Whether there are validation images.
        per_place: Whether the network answers at every place of a text.
    """
    keeps = bool(config.early_stopping and config.keep_best)
    raw = config.epochs - averaged_epochs(config)  # epochs whose weights are not averaged
    scheduled = bool(schedule_lines(config))
    told = not validates
    lines = []
    if config.averaging:
        lines.append("average = torch.optim.swa_utils.AveragedModel(network, use_buffers=True)")
    if config.early_stopping:
        lines.append("best_epoch, best_loss = 0, math.inf")
        lines += ["best = copy.deepcopy(network.state_dict())"] * keeps
    lines += [f"for epoch in range(1, {config.epochs + 1}):", "    network.train()"]
    if 0 < config.averaging and raw + 1 < config.epochs:
        lines += [
            f"    if epoch > {raw + 1}:",
            "        network.load_state_dict(own)  # steps go on from them",
        ]
    lines += ["    total = right = 0"] * told
    images = "varied(x_train[batch])" if varied else "x_train[batch]"
    lines += (
        private_batch_lines(images, told=told)
        if is_private(config)
        else _batch_lines(config, images, normalized=normalized, per_place=per_place)
    )
    if config.gradient_clipping:
        lines.append(f"        nn.utils.clip_grad_norm_(network.parameters(), {config.gradient_clipping:g})")
    lines.append("        optimizer.step()")
    lines += ["        scheduler.step()"] * scheduled
    if config.averaging:
        lines += [f"        if epoch > {raw}:", "            average.update_parameters(network)"]
    averages = [
        f"    if epoch > {raw}:  # from here on the mean of the weights answers",
        "        own = copy.deepcopy(network.state_dict())",
        "        network.load_state_dict(average.module.state_dict())",
        *["        measure_plain()"] * measures_plain,
    ] * bool(config.averaging)
    remeasured = [
        "    measure_plain()"
    ] * measures_plain  # of the steps' own weights, which an adversary attacks
    if told:
        if not is_private(config):
            told_loss = cross_entropy("logits.detach()", "y_train[batch]", per_place=per_place)
            lines.append(
                f"        total += {told_loss}.item() * len(batch)"
                if config.label_smoothing or config.teacher
                else "        total += loss.item() * len(batch)"
            )
        lines += [
            f"        right += {rightness('logits', 'y_train[batch]', per_place=per_place)}.sum().item()",
            "    loss, accuracy = total / len(x_train), right / len(x_train)",
            *remeasured,
            *averages,
        ]
    else:
        lines += [*remeasured, *averages]
        lines.append("    loss, accuracy = measured(x_validation, y_validation)")
    what = "training" if told else "validation"
    lines.append(f'    print(f"epoch {{epoch}}: {what} loss {{loss:.4f}}, accuracy {{accuracy:.2%}}")')
    lines += end_of_budget_lines(config) if is_private(config) else []
    if config.early_stopping:
        lines += ["    if loss < best_loss:", "        best_epoch, best_loss = epoch, loss"]
        lines += ["        best = copy.deepcopy(network.state_dict())"] * keeps
    if config.target_accuracy:
        lines.append(f"    if accuracy >= {config.target_accuracy:g}:")
        lines += ["        best = network.state_dict()  # those that reached it are kept"] * keeps
        lines.append("        break")
    if config.early_stopping:
        lines += [f"    if epoch - best_epoch >= {config.early_stopping}:", "        break"]
    lines += ["network.load_state_dict(best)"] * keeps
    return lines


def _batch_lines(config: TrainingConfig, images: str, *, normalized: bool, per_place: bool) -> list[str]:
    """Return the lines of a step, up to its gradients; ``images`` is what the batch's are, as an expression."""
    lines = [f"    for batch in torch.randperm(len(x_train)).split({config.batch_size}):"]
    if normalized:
        lines += [
            "        if len(batch) == 1:  # has no deviation for batch normalisation",
            "            continue",
        ]
    if config.adversary is not Adversary.OFF:
        lines += [f"        {line}" for line in attacking_lines(config, images)]
        images = "images"
    answered = f"logits = network(prepared({images}))"
    if config.precision is Precision.BFLOAT16:
        lines.append("        with torch.autocast(x_train.device.type, torch.bfloat16):")
        answered = f"    {answered}.float()"
    return [
        *lines,
        f"        {answered}",
        *(f"        {line}" for line in loss_lines(config, per_place=per_place)),
        "        optimizer.zero_grad()",
        "        loss.backward()",
    ]


def plain_statistics_lines(examples: int) -> list[str]:
    """Return the lines that measure what batch normalisation answers with on some training examples as they are."""
    return [
        "@torch.no_grad()",
        "def measure_plain():",
        '    """Measure what batch normalisation answers with on examples as they are, one layer after the other."""',
        "    def measure(norm, inputs):",
        "        others = [place for place in range(inputs[0].dim()) if place != 1]",
        "        norm.running_mean.copy_(inputs[0].mean(others))",
        "        norm.running_var.copy_(inputs[0].var(others))",
        "",
        "    norms = [part for part in network.modules() if isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d))]",
        "    hooks = [norm.register_forward_pre_hook(measure) for norm in norms]",
        '    generator = torch.Generator("cpu").manual_seed(0)',
        '    order = torch.randperm(len(x_train), generator=generator, device="cpu")',
        f"    chosen = order[:{examples}].sort().values.to(x_train.device)",
        "    network.eval()",
        "    network(prepared(x_train[chosen]))",
        "    for hook in hooks:",
        "        hook.remove()",
    ]


EXACT = [
    "def exact(logits, labels):",
    '    """Return whether every character that is asked is the likeliest one; so a greedy answer is exact."""',
    "    return ((logits.argmax(2) == labels) | (labels < 0)).all(1)",
]


def measured_lines(*, per_place: bool = False) -> list[str]:
    """Return the lines that measure the network on examples."""
    loss = cross_entropy("logits", "labels", per_place=per_place)
    right = rightness("logits", "labels", per_place=per_place)
    return [
        *([*EXACT, "", ""] if per_place else []),
        "@torch.no_grad()",
        "def measured(images, labels):",
        '    """Return the mean loss, and which share is right."""',
        "    network.eval()",
        "    logits = torch.cat([network(prepared(part)) for part in images.split(500)])",
        *([f"    loss = {loss}"] if per_place else []),
        f"    return {'loss' if per_place else loss}.item(), {right}.float().mean().item()",
    ]
