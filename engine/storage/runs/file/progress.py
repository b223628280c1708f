"""How far a run is: a part of its header, folded from the lines of its history. Without torch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from engine.storage.foreign_text import Sentences
from engine.training.events import FinishReason
from engine.training.thread_course import MOST_CHANGES, going_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PAUSED, FAILED = "paused", "failed"  # beside the values of FinishReason, how a run may stand
RESUMED = "resumed"  # takes the former back
REASONS = (*(reason.value for reason in FinishReason), PAUSED, FAILED)


def _finite_or_none(value: object) -> object:
    """Take what is not a number, as a network that diverged is measured, for nothing measured."""
    return None if isinstance(value, float) and not math.isfinite(value) else value


MOST_WHOLE = 2**53  # what every reader of JSON can hold
MOST_SECONDS = 1e10  # three hundred years

Count = Annotated[int, Field(ge=0, le=MOST_WHOLE)]
# Of a number it is R², which is below 0 where always saying the mean would be better.
Share = Annotated[Annotated[float, Field(le=1)] | None, BeforeValidator(_finite_or_none)]
Amount = Annotated[Annotated[float, Field(ge=0)] | None, BeforeValidator(_finite_or_none)]
Loss = Annotated[float | None, BeforeValidator(_finite_or_none)]


class Part(BaseModel):
    """Base of what the header is made of: unknown entries are passed over, as a later version may have some."""

    model_config = ConfigDict(frozen=True, extra="ignore", allow_inf_nan=False, defer_build=True)


class Progress(Part):
    """How far a run is.

    Attributes:
        epoch: Epochs finished.
        epochs: Epochs planned.
        step: Steps done.
        steps_per_epoch: Steps in one epoch.
        seconds: Seconds of training, pauses left out.
        best_epoch: The epoch marked best, counted from 1; 0 for none.
        validation_accuracy: Highest share right on the validation images, or None.
        accuracy_epoch: The epoch that reached it, counted from 1; 0 where that is not known.
        validation_loss: Loss on them of the best epoch, or None.
        kept_epoch: The epoch whose weights the run ended with, where these are not its last ones; 0 where they are.
        privacy_spent: ε of a private training so far; None of another.
        reason: Why it ended, or that it is paused or failed: one of ``REASONS``; None while it has not.
        message: What was said at its end.
        history_bytes: Size of the history when this was written.
        robust_accuracy: Highest share right on attacked validation images, or None without an adversary.
        robust_epoch: The epoch that reached it, counted from 1; 0 for none.
        threads: How many threads did the steps, from which on; empty where that is not known.
    """

    epoch: Count = 0
    epochs: Count = 0
    step: Count = 0
    steps_per_epoch: Count = 0
    seconds: Annotated[float, Field(ge=0, le=MOST_SECONDS)] = 0.0
    best_epoch: Count = 0
    validation_accuracy: Share = None
    accuracy_epoch: Count = 0
    validation_loss: Loss = None
    kept_epoch: Count = 0
    privacy_spent: Amount = None
    reason: Annotated[str, Field(pattern=f"^({'|'.join(REASONS)})$")] | None = None
    message: Sentences = ""
    history_bytes: Count = 0
    robust_accuracy: Share = None
    robust_epoch: Count = 0
    threads: Annotated[tuple[tuple[Count, Count], ...], Field(max_length=MOST_CHANGES)] = ()

    @property
    def best_step(self) -> int:
        """The last step of the epoch marked best; 0 for none."""
        return self.best_epoch * self.steps_per_epoch

    @property
    def agrees(self) -> bool:
        """Whether its numbers can be those of one run: no epoch is named that was not finished."""
        named = (self.best_epoch, self.accuracy_epoch, self.robust_epoch, self.kept_epoch)
        return max(named) <= self.epoch <= self.step

    def after(self, line: Mapping[str, Any]) -> Self:
        """Return the progress once a whole line of the history is taken in."""
        return self.after_all((line,))

    def after_all(self, lines: Iterable[Mapping[str, Any]], upto: int | None = None) -> Self:
        """Return the progress once lines of the history are taken in.

        Args:
            lines: Of the history, each whole.
            upto: The step that a run is gone on with from: of epochs behind it nothing will stand; None for all.
        """
        now = self.model_dump()
        for line in _standing(lines, upto):
            now |= _changes(now, line)
        return type(self).model_validate(now, strict=True)


def _changes(now: Mapping[str, Any], line: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a line changes in a progress."""
    event = line["event"]
    if event == "started":
        step, length = line.get("first_step", 0), line["steps_per_epoch"]
        epoch = step // max(1, length)
        begun = {"epochs": line["epochs"], "steps_per_epoch": length, "step": step, "epoch": epoch}
        begun["threads"] = going_on(now["threads"], step + 1, line["threads"])
        if now["best_epoch"] > epoch:
            begun |= {"best_epoch": 0, "validation_loss": None}
        if max(now["best_epoch"], now["accuracy_epoch"]) > epoch:
            begun |= {"validation_accuracy": None, "accuracy_epoch": 0}
        if now["robust_epoch"] > epoch:
            begun |= {"robust_accuracy": None, "robust_epoch": 0}
        return begun | {"reason": None, "message": "", "kept_epoch": 0}
    if event == "steps":
        step = line["first_step"] + len(line["loss"]) - 1
        return {"step": step, "seconds": line["seconds"], "reason": None}
    if event == "epoch":
        done = {name: line[name] for name in ("epoch", "step", "seconds")}
        done["privacy_spent"] = line.get("privacy_spent")
        if line["best"]:
            done |= {"best_epoch": line["epoch"], "validation_loss": line["validation_loss"]}
        for name, at in (("validation_accuracy", "accuracy_epoch"), ("robust_accuracy", "robust_epoch")):
            accuracy, best = line.get(name), now[name]
            if accuracy is not None and (best is None or accuracy > best):
                done |= {name: accuracy, at: line["epoch"]}
        return done
    if event == "finished":
        ended = {name: line[name] for name in ("step", "epoch", "seconds", "message", "reason")}
        ended["kept_epoch"] = line.get("kept_epoch", 0)
        ended["privacy_spent"] = line.get("privacy_spent", now["privacy_spent"])
        return ended | {"reason": PAUSED} if ended["reason"] == FinishReason.SUSPENDED.value else ended
    if event == "threads":
        return {"threads": going_on(now["threads"], line["step"], line["new"])}
    if event == FAILED:
        return {"reason": FAILED, "message": line["message"]}
    if event in (PAUSED, RESUMED):
        return {"reason": PAUSED if event == PAUSED else None}
    return {}


def _standing(lines: Iterable[Mapping[str, Any]], upto: int | None) -> list[Mapping[str, Any]]:
    """Return the lines of a history without the epochs that a later ``started`` takes back, or that follow ``upto``."""
    told: list[Mapping[str, Any]] = []
    least = math.inf if upto is None else upto  # the last step that stands, by what is told later
    for line in reversed(list(lines)):
        if line["event"] == "epoch" and line["step"] > least:
            continue
        if line["event"] == "started":
            least = min(least, line.get("first_step", 0))
        told.append(line)
    told.reverse()
    return told
