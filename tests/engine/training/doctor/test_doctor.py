from __future__ import annotations

import math
import subprocess
import sys
from collections.abc import Callable, Iterable

import numpy as np
import pytest
import torch

from engine.config import Experiment, Schedule
from engine.data.dataset import Split
from engine.training import (
    EpochDone,
    FinishReason,
    LearningRateChanged,
    ModelSnapshot,
    StepsDone,
    TrainingFinished,
    TrainingStarted,
    train,
)
from engine.training.doctor.data_check import check_data
from engine.training.doctor.doctor import Doctor
from engine.training.doctor.findings import Finding, FindingKind, LayerProbe, LayerProbes

CHANCE = math.log(10)
STARTED = TrainingStarted(10, 100, 6400, 640, 1000, "cpu", 1)


def steps(losses: Iterable[float], first: int = 1) -> StepsDone:
    values = np.array(list(losses), np.float32)
    return StepsDone(first, values, np.zeros_like(values), np.zeros_like(values), 1, 0.0)


def epoch(
    number: int, loss: float, accuracy: float, validation: tuple[float, float] | None, rate: float = 0.001
) -> EpochDone:
    validation_loss, validation_accuracy = validation or (None, None)
    return EpochDone(
        number, 100 * number, loss, accuracy, validation_loss, validation_accuracy, rate, 0.0, False
    )


def found_in(*events: object, experiment: Experiment | None = None) -> tuple[Finding, ...]:
    doctor = Doctor(experiment or Experiment())
    for event in (STARTED, *events):
        doctor.add(event)
    return doctor.findings


def kinds(findings: Iterable[Finding]) -> list[FindingKind]:
    return [finding.kind for finding in findings]


# The course


def test_a_run_that_ended_for_a_number_that_is_none_has_diverged() -> None:
    found = found_in(steps([2, 5, 90]), TrainingFinished(FinishReason.DIVERGED, 3, 0, 0.0, {}))

    assert kinds(found) == [FindingKind.DIVERGED]
    assert found[0].changes == {"training.learning_rate": 1e-4, "training.gradient_clipping": 1.0}


def test_a_real_run_that_diverges_is_found(split: Split, experiment: Experiment) -> None:
    linear = ({"size": 8, "activation": "identity"},) * 3
    wild = experiment.with_(
        **{"network.hidden": linear, "training.optimizer": "sgd", "training.learning_rate": 1000}
    )
    doctor = Doctor(wild, split)
    for event in train(wild, split):
        doctor.add(event)

    (found,) = (finding for finding in doctor.findings if finding.kind is FindingKind.DIVERGED)
    assert found.changes["training.learning_rate"] == pytest.approx(100)


def test_a_loss_that_stays_far_above_guessing_has_diverged_though_finite() -> None:
    far = [2.3] * 5 + [9.0] * 200

    assert kinds(found_in(steps(far), epoch(1, 9.0, 0.1, None))) == [FindingKind.DIVERGED]


def test_a_lower_rate_set_by_hand_heals_the_finding() -> None:
    doctor = Doctor(Experiment().with_(**{"training.learning_rate": 0.5}))
    assert kinds(doctor.add(steps([2.3, 700.0] + [2.4] * 60))) == [FindingKind.RATE_TOO_HIGH]
    assert doctor.add(steps([2.4] * 10, first=63)) == ()

    doctor.add(LearningRateChanged(73, 0.5, 0.001))
    doctor.add(steps(np.linspace(2.3, 0.5, 100), first=73))

    assert doctor.findings == ()


def test_a_batch_of_a_few_images_is_not_thrown_up_by_weights_that_hardly_move() -> None:
    first, last = ({"hidden_1.sums.weight": torch.full((4, 4), value)} for value in (1.0, 1.001))
    losses = [2.3, 4.0] + [2.3] * 400

    assert kinds(found_in(ModelSnapshot(0, 0, first), steps(losses), ModelSnapshot(402, 1, last))) == [
        FindingKind.RATE_TOO_LOW
    ]


def test_a_rate_that_still_warms_up_is_not_called_too_low() -> None:
    first, last = ({"hidden_1.sums.weight": torch.full((4, 4), value)} for value in (1.0, 1.001))

    def found(warm_up: float, count: int = 400, steps_asked: int = 0) -> list[FindingKind]:
        asked = Experiment().with_(**{"training.warm_up": warm_up, "training.warm_up_steps": steps_asked})
        events = (ModelSnapshot(0, 0, first), steps([2.3] * count), ModelSnapshot(count, 1, last))
        return kinds(found_in(*events, experiment=asked))

    assert found(0.0) == found(0.5, 501) == [FindingKind.RATE_TOO_LOW]
    assert found(0.5) == []
    assert found(0.0, steps_asked=450) == []
    assert found(0.0, 501, steps_asked=450) == [FindingKind.RATE_TOO_LOW]


def test_a_new_run_begins_with_a_clean_sheet() -> None:
    doctor = Doctor(Experiment())
    doctor.add(steps([2.3, 700.0] + [2.4] * 60))
    assert doctor.findings

    doctor.add(STARTED)

    assert doctor.findings == ()


def test_overfitting_says_since_when() -> None:
    found = found_in(
        epoch(1, 0.5, 0.85, (0.6, 0.8)), epoch(2, 0.2, 0.95, (0.55, 0.82)),
        epoch(3, 0.1, 0.98, (0.6, 0.82)), epoch(4, 0.02, 1.0, (0.7, 0.82)),
    )  # fmt: skip

    assert kinds(found) == [FindingKind.OVERFITTING]
    assert "epoch 2" in found[0].evidence
    assert "100.0\u00a0%" in found[0].evidence
    assert "82.0\u00a0%" in found[0].evidence


@pytest.mark.parametrize(
    ("settings", "change"),
    [
        ({"data.train_count": 500}, {"data.train_count": 0}),
        ({}, {"data.augmentation.enabled": True}),
        ({"data.augmentation.enabled": True}, {"training.early_stopping": 3}),
        ({"data.augmentation.enabled": True, "training.early_stopping": 4}, {}),
    ],
)
def test_the_remedy_against_overfitting_is_one_not_yet_taken(
    settings: dict[str, object], change: dict[str, object]
) -> None:
    events = [epoch(n, 0.01, 1.0, (0.5 + n / 10, 0.8)) for n in (1, 2, 3, 4)]

    assert found_in(*events, experiment=Experiment().with_(**settings))[0].changes == change


@pytest.mark.parametrize(
    ("since", "train", "rise", "is_found"),
    [
        (1, 0.95, 1.1, False),  # an epoch after the best one is no sign yet
        (2, 0.95, 1.1, True),
        (2, 0.9, 1.1, True),  # 0.9 less 0.8, whatever floating point makes of it
        (2, 0.8999, 1.1, False),
        (2, 0.85, 1.5, True),  # a smaller gap counts where the validation loss has risen by half
        (2, 0.85, 1.49, False),
        (2, 0.8499, 1.5, False),
    ],
)
def test_overfitting_is_said_from_its_bounds_on(
    since: int, train: float, rise: float, is_found: bool
) -> None:
    best = epoch(1, 0.5, 0.8, (0.5, 0.8))
    later = [epoch(1 + n, 0.1, train, (0.5 * rise, 0.8)) for n in range(1, since + 1)]

    assert (FindingKind.OVERFITTING in kinds(found_in(best, *later))) == is_found


HINDERED = ({"network.hidden": ({"size": 64, "dropout": 0.5},)}, {"data.augmentation.enabled": True})


@pytest.mark.parametrize("settings", HINDERED)
def test_a_gap_is_seen_through_what_makes_learning_hard(settings: dict[str, object]) -> None:
    """Read with half the units gone 82 %, read plainly 99 %: the latter is what was learnt."""
    doctor = Doctor(Experiment().with_(**settings))
    for event in (STARTED, *(epoch(n, 0.5, 0.82, (0.5 + n / 10, 0.8)) for n in range(1, 5))):
        doctor.add(event)
    assert FindingKind.OVERFITTING not in kinds(doctor.findings)
    doctor.add_probe(probes(step=300, right=253))  # of weights before the newest epoch's
    assert FindingKind.OVERFITTING not in kinds(doctor.findings)

    doctor.add_probe(probes(step=400, right=253))

    (found,) = doctor.findings
    assert found.kind is FindingKind.OVERFITTING
    assert "98.8\u00a0% of 256 training examples, tried as they are, and 80.0\u00a0%" in found.evidence


@pytest.mark.parametrize("settings", HINDERED)
def test_a_loss_that_rests_as_learning_is_made_hard_is_no_plateau(settings: dict[str, object]) -> None:
    flat = [epoch(n, 0.7, 0.8, (0.1, 0.96)) for n in range(1, 7)]
    doctor = Doctor(Experiment().with_(**settings))
    for event in (STARTED, *flat):
        doctor.add(event)

    doctor.add_probe(probes(step=600, right=253))

    assert doctor.findings == ()


def test_a_loss_that_rests_while_much_is_wrong_is_a_plateau() -> None:
    flat = [epoch(n, 0.7, 0.8, (0.7, 0.8)) for n in range(1, 7)]

    assert kinds(found_in(*flat)) == [FindingKind.PLATEAU]
    assert kinds(found_in(*flat[:3])) == []


def test_a_loss_that_rests_as_all_is_learnt_or_the_rate_fades_is_none() -> None:
    learnt = [epoch(n, 0.01, 0.99, (0.05, 0.98)) for n in range(1, 7)]
    faded = [epoch(n, 0.7, 0.8, (0.7, 0.8), rate=0.1**n) for n in range(1, 7)]
    schedule = Experiment().with_(**{"training.schedule": Schedule.COSINE})

    assert found_in(*learnt) == found_in(*faded, experiment=schedule) == ()


def test_the_remedy_against_a_plateau_is_a_network_that_can_be_built() -> None:
    hidden = ({"kind": "conv", "channels": 4}, {"size": 8})
    experiment = Experiment().with_(**{"network.hidden": hidden})
    flat = [epoch(n, 0.7, 0.8, (0.7, 0.8)) for n in range(1, 7)]

    changed = experiment.with_(**found_in(*flat, experiment=experiment)[0].changes)

    assert [layer.summary for layer in changed.network.hidden] == ["conv8", "16"]


# The layers


def probes(
    step: int = 100, loss: float = 2.0, answer: float = 0.2, right: int | None = None, **layer: float
) -> LayerProbes:
    usual = {"dead": 0.0, "saturated": 0.0, "gradient_norm": 1.0, "gradient_size": 0.01, "weight_norm": 5.0}
    first = LayerProbe("hidden_1", "relu", 64, **{**usual, **layer})
    last = LayerProbe("output", "", 10, **usual)
    answers = np.full(10, (1 - answer) / 9)
    answers[3] = answer
    return LayerProbes(step, (first, last), loss, answers, np.full(10, 0.1), right, 256)


@pytest.mark.parametrize(
    ("seen", "kind"),
    [
        (probes(), None),
        (probes(dead=0.8), FindingKind.DEAD_UNITS),
        (probes(dead=0.8, gradient_size=1e-7), FindingKind.DEAD_UNITS),  # through which no gradient goes
        (probes(saturated=0.9), FindingKind.SATURATED_UNITS),
        (probes(saturated=0.9, loss=0.2), None),  # it learns all the same
        (probes(gradient_size=1e-7), FindingKind.VANISHING_GRADIENTS),
        (probes(gradient_size=1e-7, loss=0.01), None),  # nothing left to learn
        (probes(gradient_norm=1e5), FindingKind.EXPLODING_GRADIENTS),
        (probes(answer=1.0), FindingKind.ONE_CLASS),
        (probes(answer=1.0, step=5), None),  # the first steps settle yet
    ],
)
def test_what_the_layers_show(seen: LayerProbes, kind: FindingKind | None) -> None:
    doctor = Doctor(Experiment())
    doctor.add(STARTED)
    doctor.add(steps(np.linspace(2.3, 1.0, 100)))

    found = doctor.add_probe(seen)

    assert kinds(found) == ([] if kind is None else [kind])
    for finding in found:
        Experiment().with_(**finding.changes)
        assert finding.what
        assert finding.remedy
        assert any(letter.isdigit() for letter in finding.evidence)


def test_vanishing_gradients_are_mended_by_what_the_layers_have() -> None:
    def remedy(hidden: str, initialisation: str = "normal", **settings: object) -> dict[str, object]:
        network = {"network.hidden": hidden, "network.initialisation": initialisation}
        doctor = Doctor(Experiment().with_(**network, **settings))
        doctor.add(STARTED)
        doctor.add(steps(np.linspace(2.3, 1.0, 100)))
        (found,) = doctor.add_probe(probes(gradient_size=1e-7))
        assert ("ReLU" in found.remedy) == ("network.batch_norm" in found.changes)
        return dict(found.changes)

    assert remedy("lstm8,gru8") == {"network.initialisation": "kaiming"}
    assert remedy("lstm8,8")["network.batch_norm"] is True
    assert remedy("lstm8,gru8", "kaiming") == {}  # what is there already is not advised
    assert remedy("8,8", "kaiming", **{"network.batch_norm": True}) == {}


@pytest.mark.parametrize(
    ("bound", "changed"),
    [
        (0.0, "training.gradient_clipping"),
        (5.0, "training.gradient_clipping"),
        (1.0, "training.learning_rate"),
    ],
)
def test_exploding_gradients_are_bound_or_where_they_are_the_rate_is_lowered(
    bound: float, changed: str
) -> None:
    experiment = Experiment().with_(**{"training.gradient_clipping": bound})
    doctor = Doctor(experiment)
    doctor.add(STARTED)
    doctor.add(steps(np.linspace(2.3, 1.0, 100)))
    (found,) = doctor.add_probe(probes(gradient_norm=1e5))
    assert list(found.changes) == [changed]
    assert experiment.with_(**found.changes) != experiment


def test_the_layer_is_named() -> None:
    doctor = Doctor(Experiment())
    doctor.add(steps(np.linspace(2.3, 1.0, 100)))
    (found,) = doctor.add_probe(probes(dead=0.8))

    assert found.layer == "hidden_1"
    assert "hidden layer 1" in found.what
    assert found.evidence == "80\u00a0% of its 64 units."


@pytest.mark.parametrize(("rate", "setting"), [(0.001, "network.hidden"), (0.03, "training.learning_rate")])
def test_the_remedy_against_dead_units_is_a_lower_rate_where_it_is_high(rate: float, setting: str) -> None:
    doctor = Doctor(Experiment().with_(**{"training.learning_rate": rate}))
    doctor.add(steps(np.linspace(2.3, 1.0, 100)))
    (found,) = doctor.add_probe(probes(dead=0.8))

    assert list(found.changes) == [setting]


@pytest.mark.parametrize(
    ("batch_norm", "setting", "word"),
    [(False, "network.batch_norm", "batch normalisation"), (True, "network.hidden", "ReLU")],
)
def test_the_remedy_against_saturated_units_is_what_is_not_there_yet(
    batch_norm: bool, setting: str, word: str
) -> None:
    doctor = Doctor(Experiment().with_(**{"network.batch_norm": batch_norm}))
    doctor.add(steps(np.linspace(2.3, 1.8, 100)))
    (found,) = doctor.add_probe(probes(saturated=0.9))

    assert list(found.changes) == [setting]
    assert word in found.remedy


def test_a_cause_is_said_and_not_what_follows_from_it() -> None:
    doctor = Doctor(Experiment())
    doctor.add(steps([2.3, 700.0] + [2.4] * 60))
    doctor.add_probe(probes(dead=1.0, answer=1.0))

    assert kinds(doctor.findings) == [FindingKind.RATE_TOO_HIGH]


@pytest.mark.parametrize(
    ("layer", "kind"), [("dead", FindingKind.DEAD_UNITS), ("saturated", FindingKind.SATURATED_UNITS)]
)
def test_a_rate_is_not_blamed_where_units_cannot_learn(layer: str, kind: FindingKind) -> None:
    doctor = Doctor(Experiment())
    weights = {"hidden_1.sums.weight": torch.ones(4, 4)}
    doctor.add(steps([2.3] * 400))
    doctor.add(ModelSnapshot(0, 0, weights))
    doctor.add(ModelSnapshot(400, 1, weights))
    assert kinds(doctor.findings) == [FindingKind.RATE_TOO_LOW]
    doctor.add_probe(probes(step=400, **{layer: 0.8}))

    assert kinds(doctor.findings) == [kind]


def test_a_run_that_is_over_in_a_moment_is_judged_by_its_end() -> None:
    """Between its first weights and its last none was looked at: a fast machine tells of no others."""
    first, last = ({"hidden_1.sums.weight": torch.full((4, 4), value)} for value in (1.0, 1.01))

    def found(end: dict[str, torch.Tensor], loss: float = 2.2) -> list[FindingKind]:
        finished = TrainingFinished(FinishReason.COMPLETED, 400, 4, 0.1, end)
        return kinds(found_in(ModelSnapshot(0, 0, first), steps([loss] * 400), finished))

    assert found(last) == [FindingKind.RATE_TOO_LOW]
    assert found(last, loss=CHANCE * 0.51) == [FindingKind.RATE_TOO_LOW]
    assert found(last, loss=CHANCE * 0.49) == []
    assert found({"hidden_1.sums.weight": torch.full((4, 4), 1.13)}) == []


@pytest.mark.parametrize(("end", "kind"), [(1.01, FindingKind.RATE_TOO_LOW), (1.5, FindingKind.PLATEAU)])
def test_a_short_run_that_rests_is_not_told_to_go_slower_where_it_crawls(
    end: float, kind: FindingKind
) -> None:
    """Few images make few steps; what a rest means is told by how far the weights went."""
    first, last = ({"hidden_1.sums.weight": torch.full((4, 4), value)} for value in (1.0, end))
    epochs = [epoch(number, 2.29, 0.1, (2.29, 0.1)) for number in range(1, 6)]
    finished = TrainingFinished(FinishReason.COMPLETED, 25, 5, 0.1, last)

    found = found_in(ModelSnapshot(0, 0, first), steps([2.29] * 25), *epochs, finished)

    assert kinds(found) == [kind]


def test_a_network_that_only_guesses_has_learnt_nothing_by_heart_and_whether_it_crawls_is_not_known() -> None:
    epochs = [epoch(number, 2.29, 0.12, (2.29 + number / 100, 0.0)) for number in range(1, 6)]
    first, last = (
        ModelSnapshot(0, 0, {"hidden_1.sums.weight": torch.full((4, 4), end)}) for end in (1.0, 2.0)
    )

    # Before it is known how far the weights went, a crawl might be taken for a rest
    assert found_in(first, steps([2.29] * 6), *epochs) == ()
    assert kinds(found_in(first, steps([2.29] * 6), *epochs, last)) == [FindingKind.PLATEAU]
    nothing = ModelSnapshot(0, 0, {"hidden_1.sums.weight": torch.zeros(4, 4)})  # no share of it is known
    assert kinds(found_in(nothing, steps([2.29] * 6), *epochs, last)) == [FindingKind.PLATEAU]


@pytest.mark.parametrize(("train", "is_found"), [(0.2, False), (0.32, False), (0.33, True)])
def test_what_is_hardly_learnt_is_not_learnt_by_heart(train: float, is_found: bool) -> None:
    """Among a hundred images mere guessing is right more often by chance, and a wide gap is no wonder."""
    epochs = [epoch(number, 2.2, train, (2.29 + number / 100, 0.08)) for number in range(1, 5)]

    assert (FindingKind.OVERFITTING in kinds(found_in(*epochs))) == is_found


def test_a_look_that_comes_late_is_passed_over() -> None:
    doctor = Doctor(Experiment())
    doctor.add(steps(np.linspace(2.3, 1.0, 100)))
    doctor.add_probe(probes(step=200))

    assert doctor.add_probe(probes(step=100, dead=0.9)) == ()


# The data


def test_data_that_are_well_are_not_spoken_of(make_split: Callable[..., Split]) -> None:
    assert check_data(Experiment(), make_split(400)) == ()


def test_a_batch_larger_than_the_set_is_found(make_split: Callable[..., Split]) -> None:
    experiment = Experiment().with_(**{"training.batch_size": 512})
    (found,) = check_data(experiment, make_split(400))

    assert found.kind is FindingKind.BATCH_TOO_LARGE
    assert found.changes == {"training.batch_size": 32}


def test_too_few_images_are_found(make_split: Callable[..., Split]) -> None:
    experiment = Experiment().with_(**{"training.batch_size": 8})

    assert kinds(check_data(experiment, make_split(40))) == [FindingKind.TOO_FEW_IMAGES]


def test_an_imbalance_is_found_and_told_as_the_run_begins(make_split: Callable[..., Split]) -> None:
    split = make_split(1000)
    kept = np.concatenate(
        [np.flatnonzero(split.train.labels != 2), np.flatnonzero(split.train.labels == 2)[:30]]
    )
    lopsided = Split(split.train.subset(kept), split.validation, split.test)

    (found,) = Doctor(Experiment(), lopsided).add(STARTED)

    assert found.kind is FindingKind.IMBALANCED
    assert "“c” has 30" in found.evidence


def test_the_doctor_is_there_before_torch() -> None:
    code = "import sys, engine.training.doctor; sys.exit('torch' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
