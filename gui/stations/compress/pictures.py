"""The two pictures of a study, and its numbers as they are saved: against the amount, and against bytes."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.compress.registry import METHODS
from gui.look.words import labelled, listed, percent, size_words, translate_engine
from gui.stations.compress.words import amount_words, method_title, trial_words
from gui.widgets.point_plot import Look, Mark, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.compress.method import Amount, Method
    from engine.compress.trial import Trial
    from gui.stations.compress.study import Study

    Table = tuple[list[str], list[list[object]]]

ORIGINAL = Look("cross", -1)
METHOD_LOOKS = (("circle", 1), ("square", 0), ("triangle", 2), ("diamond", 3))
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
ROUND = (1, 2, 5)

_tr = partial(QCoreApplication.translate, "Compress")


def along_of(kind: Amount, amount: float) -> float:
    """Return where an amount lies, 0 to 1: the mildest at the left, the harshest at the right."""
    along = (amount - kind.low) / (kind.high - kind.low)
    return 1 - along if is_falling(kind) else along


def amount_at(kind: Amount, along: float) -> float:
    """Return which amount lies at a place, 0 to 1."""
    return kind.low + (1 - along if is_falling(kind) else along) * (kind.high - kind.low)


def is_falling(kind: Amount) -> bool:
    """Whether less of it is harsher, as of bits."""
    return kind.steps[0] > kind.steps[-1]


def amount_picture(study: Study, method: Method, amount: float, epochs: int) -> Picture | None:
    """Return how accuracy falls with the amount of a method: now, and after so many epochs of fine-tuning."""
    kind = method.amount
    if study.original is None or study.original.validation is None:
        return None
    form, colour = _form_of(method.name)
    now, tuned = (Look(form, colour, is_hollow=is_now, is_joined=True) for is_now in (True, False))
    looks = ((now, _tr("now")), (tuned, _tr("after fine-tuning")))
    found = [(0, at, point.validation) for at, point in sorted(study.points_of(method).items())]
    found += [(1, t.amount, t.validation) for t in study.tuned(method, epochs) if epochs and t.validation]
    marks = [
        Mark(
            looks[which][0],
            along_of(kind, at),
            measure.accuracy,
            labelled(listed((amount_words(kind, at), looks[which][1])), percent(measure.accuracy)),
            at,
        )
        for which, at, measure in found
    ]
    if kind.is_share:
        ticks = [(along_of(kind, at), percent(at, 0)) for at in TICKS]
    else:
        ticks = [(along_of(kind, at), str(round(at))) for at in kind.steps]
    measured = study.original.validation
    level = (measured.accuracy, *measured.interval)
    title, missing = translate_engine(kind.title), len(study.missing(method))
    if missing:
        title = _tr("{title}: {count} more to measure").format(title=title, count=missing)
    return Picture(marks, looks, ticks, title, level, _tr("original"), along_of(kind, amount))


def size_picture(study: Study, chosen: Trial | None) -> Picture | None:
    """Return how accuracy goes with bytes: of the original, of what was tried, hollow what was only measured."""
    original = study.original
    if original is None:
        return None
    names = list(METHODS)
    found: list[tuple[Look, int, float, str, object, bool]] = []
    for (name, options), points in study.points.items():
        for point in points.values():
            words = _tr("{method}, {amount}, not fine-tuned").format(
                method=method_title(name, dict(options)),
                amount=amount_words(METHODS[name].amount, point.amount),
            )
            look = Look(*_form_of(name), is_hollow=True)
            found.append(
                (look, point.size, point.validation.accuracy, words, (name, options, point.amount), False)
            )
    for trial in (*study.trials, original):
        if trial.validation is not None:
            look = _look_of(trial.method)
            share = trial.validation.accuracy
            found.append((look, trial.size, share, trial_words(trial), trial, trial is chosen))
    sizes = [max(1, size) for _, size, *_ in found]
    low, high = math.log10(min(sizes) / 1.2), math.log10(max(sizes) * 1.2)

    def along(size: int) -> float:
        return (math.log10(max(1, size)) - low) / (high - low)

    marks = [
        Mark(
            look,
            along(size),
            share,
            labelled(words, listed((percent(share), size_words(size)))),
            meant,
            is_chosen,
        )
        for look, size, share, words, meant, is_chosen in found
    ]
    seen = {name for (name, _), points in study.points.items() if points} | {
        trial.method for trial in study.trials
    }
    legend = [(ORIGINAL, _tr("original"))]
    legend += [(_look_of(name), translate_engine(METHODS[name].title)) for name in names if name in seen]
    rounds = [round(first * 10**power) for power in range(int(low), int(high) + 1) for first in ROUND]
    ticks = [(along(size), size_words(size)) for size in rounds if 0 <= along(size) <= 1]
    return Picture(marks, legend, ticks, _tr("packed and gzipped"))


def _look_of(method: str) -> Look:
    if not method:
        return ORIGINAL
    return Look(*_form_of(method))


def _form_of(method: str) -> tuple[str, int]:
    """Return form and colour by which a method is known in both pictures."""
    return METHOD_LOOKS[list(METHODS).index(method) % len(METHOD_LOOKS)]


def amount_table(study: Study, method: Method, epochs: int) -> Table:
    """Return the numbers of the first picture."""
    rows: list[list[object]] = [
        [amount, 0, point.validation.right, point.validation.count, point.size]
        for amount, point in sorted(study.points_of(method).items())
    ]
    for trial in study.tuned(method, epochs) if epochs else []:
        if trial.validation is not None:
            right, count = trial.validation.right, trial.validation.count
            rows.append([trial.amount, trial.finetune, right, count, trial.size])
    return ["amount", "epochs", "right", "images", "bytes"], rows


def trial_table(trials: Sequence[Trial]) -> Table:
    """Return what was tried, in figures."""
    heads = ["method", "options", "amount", "epochs", "right", "images", "scratch_right"]
    return [*heads, "bytes", "milliseconds", "seconds"], [_row(trial) for trial in trials]


def _row(trial: Trial) -> list[object]:
    options = " ".join(f"{name}={value}" for name, value in trial.options.items())
    right = ["", ""] if trial.validation is None else [trial.validation.right, trial.validation.count]
    scratch = "" if trial.control is None else trial.control.right
    figures = [trial.size, float(f"{trial.milliseconds:.4g}"), float(f"{trial.seconds:.4g}")]
    return [trial.method or "original", options, trial.amount, trial.finetune, *right, scratch, *figures]
