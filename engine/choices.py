"""The choices that some settings offer, and their names as people read them."""

from __future__ import annotations

from enum import StrEnum

MOST = 2**31 - 1
"""The largest number a setting can be: what a number field of the window holds. Beyond 2⁵³ a file would not hold it."""
MOST_REAL = 1e9
"""The same of numbers that need not be whole."""
MAX_SEED = MOST
MOST_THREADS = 1024
MOST_LAYERS = 300  # the form has a row for each, and is there in a moment
PLAIN_EXAMPLES = 1000
"""On how many training examples batch normalisation is measured as they are: with more, hardly an answer changes."""
LEAST_PLAIN_EXAMPLES = 100
"""Of fewer a network reads worse than by what its steps have gathered."""


class PlaneFeature(StrEnum):
    """What a network is told of a point on the plane."""

    X = "x"
    Y = "y"
    X_SQUARED = "x²"
    Y_SQUARED = "y²"
    PRODUCT = "x·y"
    SIN_X = "sin x"
    SIN_Y = "sin y"


class LabelTask(StrEnum):
    """What a network is to find in the label of a table."""

    AUTOMATIC = "as_found"  # choices of one value share a label
    CLASSES = "classes"
    NUMBER = "number"


class SortedSigns(StrEnum):
    """What is to be put in order."""

    LETTERS = "letters"
    DIGITS = "digits"


class Activation(StrEnum):
    """The function applied after a hidden layer."""

    RELU = "relu"
    LEAKY_RELU = "leaky_relu"
    TANH = "tanh"
    SIGMOID = "sigmoid"
    GELU = "gelu"
    SILU = "silu"
    IDENTITY = "identity"


class Initialisation(StrEnum):
    """How the first weights are drawn."""

    KAIMING = "kaiming"
    XAVIER = "xavier"
    NORMAL = "normal"


class Padding(StrEnum):
    """What happens at the edges of an image that a filter slides over."""

    SAME = "same"
    VALID = "valid"


class Pooling(StrEnum):
    """What 2 × 2 numbers behind a convolution become."""

    NONE = "none"
    MAX = "max"
    AVERAGE = "average"


class Reading(StrEnum):
    """In which order a recurrent layer reads an image."""

    ROWS = "rows"
    COLUMNS = "columns"


class Direction(StrEnum):
    """Which way a recurrent layer goes through its steps."""

    ONE = "one"
    BOTH = "both"


class Returns(StrEnum):
    """What a recurrent layer gives on."""

    AUTOMATIC = "automatic"
    LAST_STATE = "last_state"
    SEQUENCE = "sequence"


class Looks(StrEnum):
    """Which tokens a token looks at."""

    AUTOMATIC = "automatic"
    ALL = "all"
    BEFORE = "before"


class TokenPooling(StrEnum):
    """What becomes of the tokens, or steps, of a sequence."""

    MEAN = "mean"
    LAST = "last"
    FIRST = "first"


class OptimizerName(StrEnum):
    """The rule that turns gradients into new weights."""

    SGD = "sgd"
    MOMENTUM = "momentum"
    NESTEROV = "nesterov"
    ADAM = "adam"
    ADAMW = "adamw"
    RMSPROP = "rmsprop"


class Held(StrEnum):
    """Which weights training leaves as they are."""

    NOTHING = "nothing"
    ZEROS = "zeros"
    WEIGHTS = "weights"


class Adversary(StrEnum):
    """Which attack changes the training images before the network learns from them."""

    OFF = "off"
    FGSM = "fgsm"
    PGD = "pgd"


class Schedule(StrEnum):
    """How the learning rate changes over a run."""

    CONSTANT = "constant"
    STEP = "step"
    COSINE = "cosine"
    ONE_CYCLE = "one_cycle"


class Device(StrEnum):
    """Where the arithmetic is done."""

    AUTO = "auto"
    CPU = "cpu"
    CUDA = "cuda"
    MPS = "mps"


class Precision(StrEnum):
    """In which numbers the products of a training step are done."""

    AUTO = "auto"
    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"


CHOICE_LABELS: dict[StrEnum, str] = {
    **{feature: feature.value for feature in PlaneFeature},
    SortedSigns.LETTERS: "letters",
    SortedSigns.DIGITS: "figures",
    Activation.RELU: "ReLU",
    Activation.LEAKY_RELU: "Leaky ReLU",
    Activation.TANH: "tanh",
    Activation.SIGMOID: "sigmoid",
    Activation.GELU: "GELU",
    Activation.SILU: "SiLU",
    Activation.IDENTITY: "identity",
    Initialisation.KAIMING: "Kaiming",
    Initialisation.XAVIER: "Xavier",
    Initialisation.NORMAL: "normal",
    Padding.SAME: "same",
    Padding.VALID: "valid",
    Pooling.NONE: "no pool",
    Pooling.MAX: "max pool",
    Pooling.AVERAGE: "avg pool",
    LabelTask.AUTOMATIC: "automatic",
    LabelTask.CLASSES: "a class",
    LabelTask.NUMBER: "a number",
    Reading.ROWS: "row by row",
    Reading.COLUMNS: "column by column",
    Direction.ONE: "one way",
    Direction.BOTH: "both ways",
    Returns.AUTOMATIC: "what fits",
    Returns.LAST_STATE: "the last state",
    Returns.SEQUENCE: "the state after every step",
    Looks.AUTOMATIC: "what fits",
    Looks.ALL: "all tokens",
    Looks.BEFORE: "those before it, and itself",
    TokenPooling.MEAN: "the mean",
    TokenPooling.LAST: "the last token",
    TokenPooling.FIRST: "the first token",
    OptimizerName.SGD: "SGD",
    OptimizerName.MOMENTUM: "SGD with momentum",
    OptimizerName.NESTEROV: "SGD with Nesterov momentum",
    OptimizerName.ADAM: "Adam",
    OptimizerName.ADAMW: "AdamW",
    OptimizerName.RMSPROP: "RMSprop",
    Held.NOTHING: "nothing",
    Held.ZEROS: "weights that are zero",
    Held.WEIGHTS: "all weights",
    Adversary.OFF: "off",
    Adversary.FGSM: "one step (FGSM)",
    Adversary.PGD: "many steps (PGD)",
    Schedule.CONSTANT: "constant",
    Schedule.STEP: "step",
    Schedule.COSINE: "cosine",
    Schedule.ONE_CYCLE: "one-cycle",
    Device.AUTO: "automatic",
    Device.CPU: "CPU",
    Device.CUDA: "CUDA (NVIDIA)",
    Device.MPS: "MPS (Apple)",
    Precision.AUTO: "automatic",
    Precision.FLOAT32: "float32",
    Precision.BFLOAT16: "bfloat16",
}
