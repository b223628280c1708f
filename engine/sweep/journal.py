"""Reads the journal of a sweep: what Optuna wrote about each trial, without loading Optuna.

Its journal is a line of JSON for each thing that happened. Only what is needed here is read of it: which trials there
are, their states, and the attributes that this program gives them. As in Optuna, nothing changes a trial that has come
to its end; a worker that was thought dead and tells its result all the same is not counted twice.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

from engine.errors import ConfigError
from engine.foreign_bytes import json_of, reading
from engine.regular_file import open_regular
from engine.storage.foreign_text import NAME, SENTENCES, writable
from engine.sweep.trial import UNREADABLE, Trial, TrialState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

# Optuna's numbers for what happened, and for the states of a trial.
CREATE_TRIAL, SET_STATE, SET_ATTRIBUTE = 4, 6, 8
RUNNING, COMPLETE, PRUNED, FAIL, WAITING = range(5)
STATES = {
    RUNNING: TrialState.RUNNING,
    COMPLETE: TrialState.DONE,
    PRUNED: TrialState.ENDED_EARLY,
    FAIL: TrialState.LOST,
    WAITING: TrialState.WAITING,
}
# What this program notes of a trial.
VALUES, WORKER, RUN, AGAIN_OF, TOLD = "values", "worker", "run", "again_of", "told"
MOST_BYTES = 2**30
MOST_TRIALS = 100_000
LARGEST = 2**63  # of a number that others wrote: what is larger cannot be told, nor drawn


@dataclass(slots=True)
class Noted:
    """What a storage has of a trial.

    Attributes:
        number: From 0.
        state: One of Optuna's numbers.
        attributes: What this program noted of it.
        began: When it was begun; None while it waits.
    """

    number: int
    state: int = RUNNING
    attributes: dict[str, Any] = field(default_factory=dict)
    began: datetime | None = None

    @property
    def again_of(self) -> int | None:
        """The number of the lost trial that it does again, or None."""
        again = self.attributes.get(AGAIN_OF)
        return again if type(again) is int and 0 <= again < self.number else None

    def trial(self, again_by: int | None = None, *, in_shares: bool = True, least: float = 0.0) -> Trial:
        """Return it as this program has it; what cannot be is left out, for others may have written it.

        A trial that came to something that no trial can come to is said to be unreadable, and has failed.

        Args:
            again_by: Number of the trial that does it again, or None.
            in_shares: Whether its goal is the measure of what its network gives, 1 at best.
            least: The least that this measure can be.
        """
        told = self.attributes.get(TOLD)
        told = told if isinstance(told, dict) else {}
        state = STATES[self.state]
        if self.state in (PRUNED, FAIL) and told.get("state") == TrialState.FAILED:
            state = TrialState.FAILED
        if not _can_be(told, in_shares=in_shares, least=least):
            told = {"failure": str(UNREADABLE)}
            state = TrialState.FAILED if state in (TrialState.DONE, TrialState.ENDED_EARLY) else state
        values = self.attributes.get(VALUES)
        return Trial(
            number=self.number,
            state=state,
            values={str(path)[:NAME]: value for path, value in values.items() if _is_plain(value)}
            if isinstance(values, dict)
            else {},
            goal=_number(told, "goal"),
            accuracy=_number(told, "accuracy"),
            loss=_number(told, "loss"),
            seconds=_number(told, "seconds") or 0.0,
            parameters=_count(told, "parameters"),
            epochs=_count(told, "epochs"),
            run=_text(self.attributes.get(RUN), NAME),
            worker=_text(self.attributes.get(WORKER), NAME).partition("~")[0],
            began=self.began,
            again_of=self.again_of,
            again_by=again_by,
            failure=_text(told.get("failure"), SENTENCES),
        )

    def to_row(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return asdict(self) | {"began": self.began.isoformat() if self.began else None}

    @classmethod
    def of_row(cls, row: Mapping[str, Any]) -> Self:
        """Return what a row of JSON notes.

        Raises:
            Exception: Whatever it stumbles over, if the row is none; ``reading`` makes one error of it.
        """
        number = row["number"]
        if type(number) is not int or not 0 <= number < MOST_TRIALS:
            raise ValueError("no number of a trial")
        return cls(number, _state(row["state"]), dict(row["attributes"]), _moment(row["began"]))


class Journal:
    """The journal of one sweep; what was read is not read again.

    Args:
        path: The file; it need not exist yet.
        in_shares: Whether the goal of its trials is the measure of what networks give, 1 at best.
        least: The least that this measure can be.
    """

    def __init__(self, path: Path, *, in_shares: bool = True, least: float = 0.0) -> None:
        self.path = path
        self._in_shares, self._least = in_shares, least
        self._place = 0
        self._stamp: tuple[int, int] | None = None
        self._noted: list[Noted] = []
        self._trials: list[Trial] = []
        self._changed: set[int] = set()
        self._again: dict[int, int] = {}  # the trial that does a lost one again, by the number of that
        self._told: tuple[Trial, ...] = ()

    def trials(self) -> tuple[Trial, ...]:
        """Return all trials by number; the very same tuple where nothing was written since.

        Raises:
            ConfigError: If the file is damaged.
            OSError: If it cannot be read.
        """
        try:
            state = self.path.stat()
        except FileNotFoundError:
            return ()
        if self._stamp == (state.st_ino, state.st_size):
            return self._told
        if self._stamp is not None and (state.st_ino != self._stamp[0] or state.st_size < self._place):
            # another file, or its end was mended
            self._place, self._noted, self._trials, self._again = 0, [], [], {}
        with open_regular(self.path) as file:
            file.seek(self._place)
            lines = file.read(MOST_BYTES)
        whole = lines.rfind(b"\n") + 1  # the last line may be half written
        self._changed = set()
        known = len(self._noted)
        try:
            with reading(self._refusal):
                for line in lines[:whole].splitlines():
                    self._take(json_of(line, finite=False))
        except ConfigError:
            del self._noted[known:]  # whoever looks again reads the same lines again
            raise
        self._place += whole
        self._stamp = (state.st_ino, self._place)
        for number in sorted(self._changed):
            trial = self._noted[number].trial(
                self._again.get(number), in_shares=self._in_shares, least=self._least
            )
            self._trials[number : number + 1] = [trial]
        if self._changed:
            self._told = tuple(self._trials)
        return self._told

    def _take(self, line: Mapping[str, Any]) -> None:
        what = line["op_code"]
        if what == CREATE_TRIAL:
            if len(self._noted) >= MOST_TRIALS:
                raise ValueError("too many trials")
            attributes = dict(line.get("user_attrs", {}))
            state, began = _state(line.get("state", RUNNING)), _moment(line.get("datetime_start"))
            noted = Noted(len(self._noted), state, attributes, began)
            self._noted.append(noted)
            self._note_changed(noted)
        elif what in (SET_STATE, SET_ATTRIBUTE):
            noted = self._noted[line["trial_id"]]
            if noted.state not in (RUNNING, WAITING):
                return
            if what == SET_ATTRIBUTE:
                noted.attributes.update(line["user_attr"])
            elif not (line["state"] == noted.state == RUNNING):
                noted.state = _state(line["state"])
                noted.began = _moment(line.get("datetime_start")) or noted.began
            self._note_changed(noted)

    def _note_changed(self, noted: Noted) -> None:
        self._changed.add(noted.number)
        if noted.again_of is not None and self._again.get(noted.again_of) != noted.number:
            self._again[noted.again_of] = noted.number
            self._changed.add(noted.again_of)

    def _refusal(self, error: BaseException) -> ConfigError:
        return ConfigError(
            "The journal of the sweep is damaged.",
            cause="A line of “{path}” cannot be read: {reason}.",
            remedy="Begin a new sweep; the runs of this one are in the library all the same.",
            path=self.path,
            reason=str(error)[:100] or type(error).__name__,
        )


def trials_of(noted: Iterable[Noted], *, in_shares: bool, least: float) -> tuple[Trial, ...]:
    """Return trials as this program has them, each lost one with that which does it again.

    Args:
        noted: What a storage has of them.
        in_shares: Whether the goal of its trials is the measure of what networks give, 1 at best.
        least: The least that this measure can be.
    """
    found = tuple(noted)
    again = {item.again_of: item.number for item in found}
    return tuple(item.trial(again.get(item.number), in_shares=in_shares, least=least) for item in found)


def _can_be(told: Mapping[str, Any], *, in_shares: bool, least: float) -> bool:
    """Tell whether what was noted of a trial can be what one comes to: measures of at most 1, and numbers."""
    for name in ("goal", "accuracy", "loss"):
        value = _number(told, name)
        if value is None and told.get(name) is not None:
            return False
        if (
            value is not None
            and (name == "accuracy" or (name == "goal" and in_shares))
            and not least <= value <= 1
        ):
            return False
    return True


def _state(value: object) -> int:
    if type(value) is not int or value not in STATES:
        raise ValueError("no state of a trial")
    return value


def _moment(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _is_plain(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, bool | int | float) and -LARGEST <= value <= LARGEST)


def _number(told: Mapping[str, Any], name: str) -> float | None:
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not -LARGEST <= value <= LARGEST:
        return None
    return float(value)


def _count(told: Mapping[str, Any], name: str) -> int:
    value = told.get(name)
    return value if type(value) is int and 0 <= value <= LARGEST else 0


def _text(value: object, most: int) -> str:
    return writable(value, most) if isinstance(value, str) else ""
