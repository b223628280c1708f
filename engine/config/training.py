"""Settings of the training: how long, how fast, by which rule, and where."""

from __future__ import annotations

from engine.choices import (
    MAX_SEED,
    MOST_THREADS,
    Adversary,
    Device,
    Held,
    OptimizerName,
    Precision,
    Schedule,
)
from engine.settings import Settings, setting

WRITTEN_BY_PROGRAM = frozenset(
    {"early_stopping", "target_accuracy", "schedule_factor", "seed", "device", "threads"}
)
ADVERSARIES = (Adversary.FGSM, Adversary.PGD)


class TrainingConfig(Settings):
    """How the network is trained."""

    epochs: int = setting(
        10, ge=1, label="Epochs", unit="epochs", one="epoch", help="How many times every training example is seen.",
    )  # fmt: skip
    batch_size: int = setting(
        128, ge=1, label="Batch size", unit="examples", one="example", log=True,
        help="How many examples are averaged for one step. Small batches are noisy, large ones take fewer steps.",
    )  # fmt: skip
    learning_rate: float = setting(
        1e-3, gt=0, le=1000, label="Learning rate", log=True,
        help="How far each step goes along the gradient. Too high and the loss jumps about, too low and it crawls.",
    )  # fmt: skip
    optimizer: OptimizerName = setting(
        OptimizerName.ADAM, label="Optimiser", help="The rule that turns gradients into new weights.",
    )  # fmt: skip
    schedule: Schedule = setting(
        Schedule.CONSTANT, label="Schedule", help="How the learning rate changes over the run.",
    )  # fmt: skip
    momentum: float = setting(
        0.9, ge=0, lt=1, label="Momentum", rare=True, group="Optimiser",
        only_with={"optimizer": (OptimizerName.MOMENTUM, OptimizerName.NESTEROV)},
        help="How much of the last step is carried into the next; used by SGD with momentum and by Nesterov.",
    )  # fmt: skip
    weight_decay: float = setting(
        0.0, ge=0, lt=1, label="Weight decay", zero="off", rare=True, group="Optimiser", log=True,
        help="Pulls every weight towards zero a little in each step; it works against learning by heart.",
    )  # fmt: skip
    gradient_clipping: float = setting(
        0.0, ge=0, label="Gradient clipping", zero="off", rare=True, group="Optimiser", log=True,
        help="The largest length the gradient of one step may have; longer ones are shortened to it.",
    )  # fmt: skip
    label_smoothing: float = setting(
        0.0, ge=0, lt=1, label="Label smoothing", zero="off", rare=True, group="Optimiser",
        help="Takes this share of certainty away from the right answer and spreads it over all classes.",
    )  # fmt: skip
    averaging: float = setting(
        0.0, ge=0, le=1, label="Averaging of weights", zero="off", rare=True, group="Optimiser",
        help="Over this share of the run, at its end, the mean of the weights is taken, and the network answers with "
        "that: it is validated, shown and kept. 0.2 is the last fifth, in whole epochs. Steps go on from the weights "
        "themselves.",
    )  # fmt: skip
    plain_statistics: bool = setting(
        False, label="Statistics of plain examples", rare=True, group="Optimiser",
        help="For networks with batch normalisation: it answers with mean and deviation gathered in training, of "
        "varied examples where augmentation is on. With this they are measured anew at the end of each epoch, on "
        "training examples as they are: so the network will meet them. Steps learn the same, but attacks in "
        "adversarial training go by these numbers. Stopped amid an epoch, or too large for 100 examples at once, a "
        "network answers with those of its steps.",
    )  # fmt: skip
    held: Held = setting(
        Held.NOTHING, label="Held", rare=True, group="Optimiser",
        help="Where a trained model learns on, which of its weights stay as they are: those that are zero, so that a "
        "pruned network stays pruned, or all of them, so that biases, and scales and shifts of normalisation, learn "
        "alone. Training from the beginning holds none.",
    )  # fmt: skip
    schedule_period: int = setting(
        5, ge=1, label="Step every", unit="epochs", one="epoch", rare=True, group="Schedule",
        only_with={"schedule": (Schedule.STEP,)},
        help="With the step schedule: after this many epochs the learning rate is lowered.",
    )  # fmt: skip
    schedule_factor: float = setting(
        0.1, gt=0, le=1, label="Step factor", rare=True, group="Schedule",
        only_with={"schedule": (Schedule.STEP,)},
        help="With the step schedule: the learning rate is multiplied by this.",
    )  # fmt: skip
    warm_up: float = setting(
        0.0, ge=0, lt=1, label="Warm-up", zero="off", rare=True, group="Schedule",
        help="Over this share of the run the learning rate rises step by step to its full height, and then the "
        "schedule sets in; 0.1 is 10\u00a0%. One-cycle rises in any case: there this is the share of its rise, which "
        "else is 30\u00a0%.",
    )  # fmt: skip
    warm_up_steps: int = setting(
        0, ge=0, label="Warm-up steps", unit="steps", zero="by the share", rare=True, group="Schedule",
        help="How many steps the warm-up takes, however long the run is; they count in place of the share. Where the "
        "run has fewer, the learning rate does not reach its full height.",
    )  # fmt: skip
    teacher: str = setting(
        "", label="Teacher", zero="none", file=True, rare=True, group="Learning from a teacher", max_length=4096,
        help="A model file. The network then learns from what that model says of the training examples as well, beside "
        "their labels: how probable each class is, of each example as it is, also where examples are varied. The run "
        "keeps a copy of the teacher.",
    )  # fmt: skip
    teacher_share: float = setting(
        0.9, ge=0, le=1, label="Share of the teacher", rare=True, group="Learning from a teacher",
        only_with={"teacher": ()},
        help="How much what the teacher says counts, and the labels for the rest; 0.9 is 90\u00a0%. The loss that is "
        "shown is that of the labels alone.",
    )  # fmt: skip
    teacher_temperature: float = setting(
        4.0, gt=0, le=100, label="Temperature", rare=True, group="Learning from a teacher",
        only_with={"teacher": ()},
        help="What the logits of both are divided by when the network is compared with its teacher. Above 1 the "
        "classes that the teacher finds less probable count for more.",
    )  # fmt: skip
    privacy_epsilon: float = setting(
        0.0, ge=0, le=1000, label="Budget ε", zero="off", rare=True, group="Privacy",
        help="How much the model may tell of any one training example: the smaller, the less, and the noisier the "
        "training. 1 is strict, 8 is loose. The noise is worked out so that the whole run spends no more.",
    )  # fmt: skip
    privacy_noise: float = setting(
        0.0, ge=0, le=1000, label="Noise σ", zero="by the budget", rare=True, group="Privacy",
        help="How strong the noise on the gradients is, in lengths to which they are clipped. Given alone, the "
        "training is private without a limit; given with a budget, it ends before that is passed.",
    )  # fmt: skip
    privacy_delta: float = setting(
        1e-5, gt=0, le=0.1, label="Exception δ", log=True, rare=True, group="Privacy",
        only_with={"privacy_epsilon": (), "privacy_noise": ()},
        help="The probability with which the promise may fail. It should be well below one by the number of training "
        "examples.",
    )  # fmt: skip
    privacy_clip: float = setting(
        1.0, gt=0, le=1000, label="Clipping C", log=True, rare=True, group="Privacy",
        only_with={"privacy_epsilon": (), "privacy_noise": ()},
        help="The largest length that the gradient of a single example may have in a private training; longer ones are "
        "shortened to it. The noise grows with it.",
    )  # fmt: skip
    adversary: Adversary = setting(
        Adversary.OFF, label="Adversary", rare=True, group="Hardening",
        help="Changes training images so that the network reads them wrong, before it learns from them: with one step "
        "along the sign of the gradient, or with many small ones, from a random beginning within reach. One step is "
        "cheap, but dense networks learn to blind it rather than to withstand. Training loss and accuracy are then "
        "those of the changed images.",
    )  # fmt: skip
    adversary_strength: float = setting(
        0.3, gt=0, le=1, label="Strength", rare=True, group="Hardening", only_with={"adversary": ADVERSARIES},
        help="How much the adversary may change any pixel; 1 is from black to white. It grows from nothing to this "
        "over the first third of the run.",
    )  # fmt: skip
    adversary_steps: int = setting(
        5, ge=1, le=1000, label="Steps", unit="steps", one="step", rare=True, group="Hardening",
        only_with={"adversary": (Adversary.PGD,)},
        help="How many steps the adversary of many steps takes for each batch; each costs as much as learning from it.",
    )  # fmt: skip
    adversary_share: float = setting(
        1.0, gt=0, le=1, label="Share of the examples", rare=True, group="Hardening",
        only_with={"adversary": ADVERSARIES},
        help="Which share of each batch the adversary changes; the network learns from the rest as they are.",
    )  # fmt: skip
    early_stopping: int = setting(
        0, ge=0, label="Early stopping", unit="epochs", one="epoch", zero="off", rare=True, group="Stopping",
        help="Stop when the validation loss has not improved for this many epochs; without validation examples, the "
        "training loss.",
    )  # fmt: skip
    keep_best: bool = setting(
        True, label="Keep the best epoch", rare=True, group="Stopping", only_with={"early_stopping": ()},
        help="With early stopping: at the end the weights of the best epoch are kept and saved, the one with the "
        "lowest validation loss, and not those of the last. A run that reaches its target accuracy, or that you stop, "
        "keeps the weights it ended with.",
    )  # fmt: skip
    target_accuracy: float = setting(
        0.0, ge=0, le=1, label="Target accuracy", zero="off", rare=True, group="Stopping",
        help="Stop as soon as the validation accuracy reaches this share; 0.95 is 95\u00a0%. Where a number is asked "
        "for it is R² that is to reach it.",
    )  # fmt: skip
    seed: int = setting(
        0, ge=0, le=MAX_SEED, label="Seed", rare=True, group="Machine",
        help="Decides the first weights and the order of the examples. The same seed, with as many threads, gives the "
        "same run.",
    )  # fmt: skip
    device: Device = setting(
        Device.AUTO, label="Device", rare=True, group="Machine",
        help="Where the arithmetic is done. Automatic uses a graphics card only where the network is large enough "
        "to gain from it.",
    )  # fmt: skip
    precision: Precision = setting(
        Precision.AUTO, label="Numerical precision", rare=True, group="Machine",
        help="In which numbers the products of a step are done. bfloat16 has two to three digits and takes half the "
        "time where the processor or the card is made for it; weights, their changes and all that is told stay "
        "float32. Automatic takes it for convolutions and wide dense layers, and on a card, where that is known to be "
        "faster.",
    )  # fmt: skip
    threads: int = setting(
        0, ge=0, le=MOST_THREADS, label="Threads", unit="threads", one="thread", zero="automatic", rare=True,
        group="Machine",
        help="How many processor threads do the steps. Automatic tries some at the beginning and takes the fastest "
        "number; where other work then slows the steps, one thread does them. The run keeps which it was, and is gone "
        "on with, or done again, by the same. With 1 the seed alone decides every number of a run.",
    )  # fmt: skip

    @classmethod
    def as_meant(cls, values: object) -> object:
        """Let a file that an earlier program wrote, which kept the last epoch after early stopping, mean that still.

        Such a file holds every setting there was then; one that a person wrote by hand holds a few.
        """
        if isinstance(values, dict) and "keep_best" not in values and WRITTEN_BY_PROGRAM <= values.keys():
            values = values | {"keep_best": not values["early_stopping"]}
        return values
