"""The same in Keras' words, where the experiment is a plain dense network and has nothing that takes long to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.choices import Activation, Adversary, OptimizerName, Precision, Schedule
from engine.config import label_of
from engine.deploy.code.data import data_imports, data_lines
from engine.deploy.code.layout import in_order, plain, spaced
from engine.deploy.code.pytorch import DATA
from engine.inputs.registry import kind_of
from engine.layers.dense import DenseLayer
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import Experiment, TrainingConfig
    from engine.deploy.code.pytorch import Subject

NAMES = ("initializers", "layers")  # of Keras, where they are used
OPTIMIZERS = {
    OptimizerName.SGD: "SGD({rate})",
    OptimizerName.MOMENTUM: "SGD({rate}, momentum={momentum:g})",
    OptimizerName.NESTEROV: "SGD({rate}, momentum={momentum:g}, nesterov=True)",
    OptimizerName.ADAM: "Adam({rate})",
    OptimizerName.ADAMW: "AdamW({rate}, weight_decay={decay:g})",
    OptimizerName.RMSPROP: "RMSprop({rate}, rho=0.99)",
}


def keras_obstacle(experiment: Experiment) -> Phrase:
    """Return in a sentence why an experiment is not told in Keras' words; an empty one if it is."""
    for layer in experiment.network.hidden:
        if layer.keras(experiment.network) is None:
            return Phrase(layer.no_keras)
    for path in _untold(experiment):
        return Phrase("This setting is not told in Keras' words: {setting}.", setting=Phrase(label_of(path)))
    return Phrase("")


def keras_script(subject: Subject) -> str:
    """Return the script of an experiment that has no obstacle."""
    subject.check()
    experiment, shape = subject.experiment, subject.image_shape
    config, network = experiment.training, experiment.network
    output = DenseLayer(size=subject.classes, activation=Activation.IDENTITY)
    plain_network = network.model_copy(update={"batch_norm": False})
    layers = [line for layer in network.hidden for line in layer.keras(network) or ()]
    layers += output.keras(plain_network)
    kind = kind_of(shape)
    body = [
        f"keras.utils.set_random_seed({config.seed})",
        "",
        DATA[kind.name],
        *data_lines(experiment.data, shape, tensors=False),
        *_statistics(shape),
        "",
        "# The network",
        "network = keras.Sequential(",
        "    [",
        f"        keras.Input({shape}),",
        *(f"        {line}," for line in _first_lines(shape)),
        *(f"        {line}," for line in layers),
        "    ]",
        ")",
        "",
        "# Training",
        *_rate(config),
        "network.compile(",
        f"    optimizer=keras.optimizers.{_optimizer(config)},",
        "    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),",
        '    metrics=["accuracy"],',
        ")",
        "network.fit(",
        "    x_train,",
        "    y_train,",
        f"    batch_size={config.batch_size},",
        f"    epochs={config.epochs},",
        *["    validation_data=(x_validation, y_validation),"] * (experiment.data.validation_share > 0),
        *_stopping(config, "val_loss" if experiment.data.validation_share else "loss"),
        "    verbose=2,",
        ")",
        "",
        "# The test",
        "_, accuracy = network.evaluate(x_test, y_test, batch_size=500, verbose=0)",
        'print(f"test accuracy {accuracy:.2%}")',
    ]
    imports = data_imports(experiment.data) | {"import keras"}
    names = [
        name
        for name in ("initializers", "layers")
        if any(f" {name}." in line or f"={name}." in line for line in body)
    ]
    imports.add(f"from keras import {', '.join(names)}")
    head = f'"""A network learns from “{plain(experiment.data.dataset)}”, in Keras. Written by NetSketch."""'
    return "\n".join([head, "", *in_order(imports), "", *spaced(body), ""])


def _statistics(shape: tuple[int, ...]) -> list[str]:
    """Return the lines that find mean and deviation of the pixels, or of each feature."""
    if kind_of(shape).has_features:
        return ["mean, deviation = x_train.mean(0), x_train.std(0)", "deviation[deviation == 0] = 1"]
    over = "" if shape[0] == 1 else "(0, 2, 3)"
    return [f"mean, deviation = (x_train / 255).mean({over}), (x_train / 255).std({over})"]


def _first_lines(shape: tuple[int, ...]) -> list[str]:
    """Return the layers that bring what comes in to mean 0 and deviation 1, and images into a row."""
    normal = "layers.Normalization(mean=mean, variance=deviation**2, axis={axis})"
    if kind_of(shape).has_features:
        return [normal.format(axis=-1)]
    return [
        "layers.Rescaling(1 / 255)",
        normal.format(axis=None if shape[0] == 1 else 1),
        "layers.Flatten()",
    ]


def _untold(experiment: Experiment) -> Iterator[str]:
    """Name the settings that are used and not told, by their paths."""
    config, network = experiment.training, experiment.network
    is_used = {
        "data.augmentation.enabled": experiment.data.augmentation.enabled,
        "training.weight_decay": config.weight_decay and config.optimizer is not OptimizerName.ADAMW,
        "training.label_smoothing": config.label_smoothing,
        "training.averaging": config.averaging,
        "training.plain_statistics": config.plain_statistics and any(map(network.normalizes, network.hidden)),
        "training.teacher": config.teacher,
        "training.privacy_epsilon": config.privacy_epsilon,
        "training.privacy_noise": config.privacy_noise,
        "training.adversary": config.adversary is not Adversary.OFF,
        "training.warm_up": config.warm_up,
        "training.warm_up_steps": config.warm_up_steps,
        "training.schedule": config.schedule is Schedule.ONE_CYCLE,
        "training.target_accuracy": config.target_accuracy,
        "training.precision": config.precision is Precision.BFLOAT16,
    }
    return (path for path, used in is_used.items() if used)


def _rate(config: TrainingConfig) -> Iterator[str]:
    """Go through the lines that make the schedule of the learning rate; none where it is constant."""
    per_epoch = f"-(-len(x_train) // {config.batch_size})"
    if config.schedule is Schedule.COSINE:
        yield f"steps = {config.epochs} * {per_epoch}"
        yield f"rate = keras.optimizers.schedules.CosineDecay({config.learning_rate:g}, steps)"
    elif config.schedule is Schedule.STEP:
        yield f"steps = {config.schedule_period} * {per_epoch}"
        yield "rate = keras.optimizers.schedules.ExponentialDecay("
        yield f"    {config.learning_rate:g}, steps, decay_rate={config.schedule_factor:g}, staircase=True"
        yield ")"


def _optimizer(config: TrainingConfig) -> str:
    rate = f"{config.learning_rate:g}" if config.schedule is Schedule.CONSTANT else "rate"
    if config.gradient_clipping:
        rate += f", global_clipnorm={config.gradient_clipping:g}"
    return OPTIMIZERS[config.optimizer].format(rate=rate, momentum=config.momentum, decay=config.weight_decay)


def _stopping(config: TrainingConfig, measure: str) -> Iterator[str]:
    if config.early_stopping:
        best = ", restore_best_weights=True" if config.keep_best else ""
        how = f'monitor="{measure}", patience={config.early_stopping}{best}'
        yield f"    callbacks=[keras.callbacks.EarlyStopping({how})],"
