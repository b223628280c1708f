"""What a model betrays of the images it learnt from: can they be told from others by how it reads them?

Source: Yeom et al. 2018, "Privacy Risk in Machine Learning", arXiv:1709.01604, for the attack by loss;
Choquette-Choo et al. 2021, "Label-Only Membership Inference Attacks", arXiv:2007.14321, for asking about moved copies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.challenge.roc import FALSE_ALARMS, Roc, roc
from engine.data.learnt import Learnt
from engine.errors import Cancelled, ConfigError, DataError, ModelError
from engine.evaluation.belonging import check_belongs
from engine.evaluation.learnt_images import digests_of, known_digests
from engine.goals.registry import GOALS
from engine.inputs.registry import kind_of
from engine.training.private.promise import SPENT
from engine.words import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from torch import nn

    from engine.data.dataset import Dataset, Split
    from engine.storage.model_file import SavedModel

USUAL_COUNT, LEAST_COUNT, MOST_COUNT = 5000, 10, 20_000  # images of each kind
ENOUGH = 1000  # validation images, rather than more test images
SHOWN = 60  # of the most exposed images
BATCH = 512
STEPS = ((-1, 0), (1, 0), (0, -1), (0, 1))  # pixels down and right by which copies are moved
STRONGER = Phrase(
    "Stronger attacks exist, which train models of their own to compare with. This is the least that the model gives "
    "away, and no proof of privacy."
)


@dataclass(frozen=True, slots=True, eq=False)
class ExposedImage:
    """A training image, and how the model reads it.

    Attributes:
        image: ``(H, W)`` or ``(H, W, C)`` uint8.
        label: Its class.
        sure: How probable the model finds that class, 0 to 1.
        sure_moved: The same of copies moved by one pixel, the mean of four.
        unlike: Of the images that it has not learnt from, the share with a smaller such difference, 0 to 1.
    """

    image: NDArray[np.uint8]
    label: int
    sure: float
    sure_moved: float
    unlike: float


@dataclass(frozen=True, slots=True)
class Budget:
    """What a private training promised.

    Attributes:
        epsilon: ε that it spent.
        delta: δ, the probability for which nothing is promised.
    """

    epsilon: float
    delta: float

    @property
    def most_found(self) -> float:
        """The share of the training images that any attack finds at most, with 1 % false alarms."""
        return private_bound(self.epsilon, self.delta, FALSE_ALARMS)

    @property
    def sentence(self) -> Phrase:
        """What that means."""
        return Phrase(
            "It was trained privately and spent ε {epsilon:.3g} at δ {delta:g}: whoever has its weights, and not its "
            "seed, finds at most {share:.1%} of the training images with 1\u00a0% false alarms, by whatever attack.",
            epsilon=self.epsilon,
            delta=self.delta,
            share=self.most_found,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Exposure:
    """What was found out.

    Attributes:
        loss: What the loss tells: the model was asked once about each image.
        moved: What the difference to copies moved by one pixel tells: it was asked five times.
        count: Of how many images it learnt from, and as many others, class by class.
        part: Which those others are, ``validation`` or ``test``.
        is_known: Whether it has certainly learnt from none of the others.
        exposed: Training images, from the most exposed on: by how much more probable the model finds their class as
            they are than moved by a pixel. Its loss alone would only show those that are easy for every model.
        classes: Names of the classes.
        budget: What was promised while it was trained; None where nothing was.
    """

    loss: Roc
    moved: Roc
    count: int
    part: str
    is_known: bool
    exposed: tuple[ExposedImage, ...]
    classes: tuple[str, ...]
    budget: Budget | None = None

    @property
    def sentences(self) -> tuple[Phrase, ...]:
        """What was found, plainly, and what it does not say."""
        budget = Phrase("") if self.budget is None else self.budget.sentence
        found = _of_loss(self.loss), _of_moved(self.moved), self._unknown()
        return tuple(filter(None, (*found, budget, STRONGER)))

    def _unknown(self) -> Phrase:
        if self.is_known:
            return Phrase("")
        return Phrase("Whether the model learnt from some of the examples that count as unseen is not known.")


def exposure(
    saved: SavedModel,
    split: Split,
    *,
    count: int = USUAL_COUNT,
    seed: int = 0,
    progress: Callable[[str, float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Exposure:
    """Try to tell the images that a model learnt from apart from others.

    Which it learnt from is known by their pixels (``Learnt``), so also where it learnt from several divisions, and a
    picture that is in two parts of the data counts as learnt. The others are validation images where there are a
    thousand, or as many as are wanted, for they come from the same source as the training images; else test images.
    Images are taken as they are, also where the training varied them.

    Args:
        saved: The model.
        split: Data it was trained on.
        count: How many images of each kind at most.
        seed: Decides which.
        progress: Told what is done and which share of it.
        cancelled: Asked before each batch whether to give up.

    Raises:
        ConfigError: If ``count`` is out of bounds.
        ModelError: If the model does not fit the data.
        DataError: If too few images are known to be learnt, or not to be.
        Cancelled: If ``cancelled`` says so.
    """
    check_count(count)
    refusal = kind_of(saved.image_shape).no_exposure or GOALS[saved.goal].no_exposure
    if refusal:
        raise ModelError("The model cannot be asked what it betrays.", cause=refusal)
    check_belongs(saved, saved.classes, split)
    learnt = saved.learnt or Learnt.assumed(saved.experiment.data)
    at_hand = {saved.experiment.data.images: split}
    known, is_known = known_digests(learnt, at_hand, progress=progress, cancelled=cancelled)
    inside, outside, part = _chosen(split, known, count, seed)
    model = _model(saved)
    told = [
        _read(model, data, number / 2, progress, cancelled) for number, data in enumerate((inside, outside))
    ]
    (first, first_moved, *sure), (second, second_moved, *others) = told
    drops, usual = sure[0] - sure[1], np.sort(others[0] - others[1])
    exposed = tuple(
        ExposedImage(
            inside.images[index],
            int(inside.labels[index]),
            float(sure[0][index]),
            float(sure[1][index]),
            float(np.searchsorted(usual, drops[index], "left") / len(usual)),
        )
        for index in np.argsort(-drops, kind="stable")[:SHOWN]
    )
    spent = saved.results.get(SPENT)
    return Exposure(
        roc(first, second, seed=seed),
        roc(first - first_moved, second - second_moved, seed=seed),
        len(inside),
        part,
        is_known,
        exposed,
        saved.classes,
        None if spent is None else Budget(spent, saved.experiment.training.privacy_delta),
    )


def check_count(count: int) -> None:
    """See that so many images of each kind can be compared.

    Raises:
        ConfigError: If they cannot.
    """
    if not LEAST_COUNT <= count <= MOST_COUNT:
        raise ConfigError(
            "Comparing {count:,} images of each kind is not possible.",
            remedy="Choose {least:,} to {most:,} of them.",
            count=count,
            least=LEAST_COUNT,
            most=MOST_COUNT,
        )


def private_bound(epsilon: float, delta: float, false_alarms: float) -> float:
    """Return which share any attack at most finds of a model trained with differential privacy.

    Source: Kairouz, Oh & Viswanath 2015, "The Composition Theorem for Differential Privacy", arXiv:1311.0776.

    Args:
        epsilon: The budget.
        delta: Beside it.
        false_alarms: The share of false alarms that is taken into account.
    """
    grown = np.exp(min(epsilon, 700.0))
    return float(min(1.0, grown * false_alarms + delta, 1 - (1 - delta - false_alarms) / grown))


def _chosen(split: Split, known: set[str], count: int, seed: int) -> tuple[Dataset, Dataset, str]:
    """Return as many images that were learnt as others, class by class, and which part the others are of."""
    parts = {"train": split.train, "validation": split.validation, "test": split.test}
    seen = {
        name: np.fromiter((digest in known for digest in digests_of(data)), np.bool_, len(data))
        for name, data in parts.items()
    }
    wanted = min(count, int(seen["train"].sum()))
    validation, test = (int((~seen[name]).sum()) for name in ("validation", "test"))
    part = "validation" if validation >= min(wanted, ENOUGH, max(test, 1)) else "test"
    inside, outside = np.flatnonzero(seen["train"]), np.flatnonzero(~seen[part])
    generator = np.random.default_rng(seed)
    inside, outside = generator.permutation(inside), generator.permutation(outside)
    own, other = parts["train"].labels[inside], parts[part].labels[outside]
    there = [min(int((own == each).sum()), int((other == each).sum())) for each in range(len(split.classes))]
    share = min(1.0, wanted / max(1, sum(there)))
    takes = [round(share * each) for each in there]
    if sum(takes) < LEAST_COUNT:
        raise DataError(
            "There are too few examples to compare.",
            cause="{seen:,} images of these data are known to be learnt by the model, {unseen:,} others are known.",
            remedy="Choose the data it was trained on, with examples set aside for validation or testing.",
            seen=len(inside),
            unseen=len(outside),
        )
    first, second = (
        np.concatenate([rows[labels == each][:take] for each, take in enumerate(takes)])
        for rows, labels in ((inside, own), (outside, other))
    )
    return parts["train"].subset(np.sort(first)), parts[part].subset(np.sort(second)), part


def _model(saved: SavedModel) -> nn.Module:
    from engine.models.build import build_with

    model = build_with(
        *(saved.experiment.network, saved.state), image_shape=saved.image_shape, classes=len(saved.classes)
    )
    return model.eval()


def _read(
    model: nn.Module,
    data: Dataset,
    begun: float,
    progress: Callable[[str, float], None] | None,
    cancelled: Callable[[], bool] | None,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return of each image the logit of its class, that of copies moved, and both as probabilities, each ``(N,)``."""
    from engine.models.at_once import portions

    found = np.empty((4, len(data)))
    for part in portions(model, len(data), BATCH):
        if cancelled is not None and cancelled():
            raise Cancelled
        images, labels = data.images[part], data.labels[part]
        copies = [_odds(model, copy, labels) for copy in (images, *_moved(images))]  # (5, B)
        moved = np.array(copies[1:])
        found[:, part] = copies[0], moved.mean(0), _sigmoid(copies[0]), _sigmoid(moved).mean(0)
        if progress is not None:
            progress(Phrase("Asking the model"), begun + 0.5 * part.stop / len(data))
    return found[0], found[1], found[2], found[3]


def _moved(images: NDArray[np.uint8]) -> list[NDArray[np.uint8]]:
    """Return copies ``(B, H, W)`` or ``(B, H, W, C)`` moved by one pixel; what comes in is as the edge was."""
    ends = [(0, 0), (1, 1), (1, 1), *[(0, 0)] * (images.ndim - 3)]
    padded = np.pad(images, ends, mode="edge")
    height, width = images.shape[1:3]
    return [padded[:, 1 - down : 1 - down + height, 1 - right : 1 - right + width] for down, right in STEPS]


def _odds(model: nn.Module, images: NDArray[np.uint8], labels: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the logarithm of the odds of the right class, ``(B,)``: the lower the loss the higher, and without ties.

    The loss is ``log(1 + exp(-odds))``. Of images learnt by heart it is 0 in ordinary numbers, hundreds of them alike.
    """
    import torch

    from engine.evaluation.evaluate import model_input

    with torch.inference_mode():
        logits = model(model_input(images)).double()  # (B, classes)
    right = torch.from_numpy(labels.copy())[:, None]
    own = logits.gather(1, right)[:, 0]
    rest = logits.scatter(1, right, -torch.inf).logsumexp(1)
    odds: NDArray[np.float64] = (own - rest).numpy()
    return odds


def _sigmoid(odds: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.exp(-np.logaddexp(0.0, -odds)))


def _of_loss(found: Roc) -> Phrase:
    told = {"auc": found.auc, "low": found.interval.low, "high": found.interval.high}
    if found.tells:
        return Phrase(
            "The loss tells images that it learnt from apart from others: in {auc:.1%} of all pairs ({low:.1%} to "
            "{high:.1%} with 95\u00a0% confidence) the learnt one has the lower loss, where guessing is right in half "
            "of them.",
            **told,
        )
    return Phrase(
        "By the loss this attack cannot tell images that it learnt from apart from others: in {auc:.1%} of all pairs "
        "({low:.1%} to {high:.1%} with 95\u00a0% confidence) the learnt one has the lower loss, and guessing is right "
        "in half of them.",
        **told,
    )


def _of_moved(found: Roc) -> Phrase:
    told = {"auc": found.auc, "low": found.interval.low, "high": found.interval.high}
    if found.tells:
        return Phrase(
            "How much surer it is of an image than of copies moved by a pixel tells them apart: it is more for the "
            "learnt image in {auc:.1%} of all pairs ({low:.1%} to {high:.1%}).",
            **told,
        )
    return Phrase(
        "How much surer it is of an image than of copies moved by a pixel does not tell them apart: it is more for the "
        "learnt image in {auc:.1%} of all pairs ({low:.1%} to {high:.1%}).",
        **told,
    )
