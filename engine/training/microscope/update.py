"""How one weight changes, line by line as one would on paper, for each rule of ``engine/training/optimizers.py``.

What the optimiser keeps and the new weight are the run's own numbers; what lies between follows from them by the line's
formula. A test works out every line of every rule again and compares it with what the optimiser did.

Source: those of ``engine/training/optimizers.py``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.training.rule_numbers import BETAS, EPSILON, SQUARES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from engine.training.step_trace import Change, RuleTrace

_NAME = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of arithmetic.

    Attributes:
        result: The sign of what comes out, such as ``m′``.
        formula: How, with signs in braces: ``{β₁}·{m} + (1 − {β₁})·{g}``.
        values: The number of each sign.
        value: What comes out.
        about: What it is, one of ``LINES``.
    """

    result: str
    formula: str
    values: Mapping[str, float]
    value: float
    about: str

    @property
    def in_signs(self) -> str:
        """The formula with its signs."""
        return _NAME.sub(r"\1", self.formula)

    def in_numbers(self, written: Callable[[float], str]) -> str:
        """Return the formula with its numbers; one below 0 stands in brackets.

        Args:
            written: How a number is written.
        """

        def filled(found: re.Match[str]) -> str:
            value = self.values[found[1]]
            return f"({written(value)})" if value < 0 else written(value)

        return _NAME.sub(filled, self.formula)


LINES = (
    "held", "private", "clipped", "decayed", "pull", "momentum", "ahead", "mean", "square", "mean_corrected",
    "square_corrected", "weight",
)  # fmt: skip
"""What lines are about, in the order in which they may come."""


def update_lines(rule: RuleTrace, change: Change, place: tuple[int, ...]) -> list[Line]:
    """Return how one weight changed, from its gradient g to its new value w′.

    Args:
        rule: By which rule.
        change: The weights that it is one of.
        place: Which of them, an index of its arrays.
    """
    return list(_lines(rule, change, place))


def _lines(rule: RuleTrace, change: Change, place: tuple[int, ...]) -> Iterator[Line]:
    before, after = float(change.before[place]), float(change.after[place])
    if change.held is not None and bool(change.held[place]):
        yield Line("w′", "{w}", {"w": before}, after, "held")
        return
    sign, gradient = "g", float(change.used[place])
    if rule.is_private:
        sign = "ĝ"
        yield Line(sign, "{g}", {"g": gradient}, gradient, "private")
    elif rule.clipping:
        values = {"g": float(change.gradient[place]), "c": rule.factor}
        sign = "ĝ"
        yield Line(sign, "{g}·{c}", values, gradient, "clipped")
    weight, rate = before, rule.rate.now
    if rule.weight_decay and rule.kind == "adamw":
        values = {"w": before, "η": rate, "λ": rule.weight_decay}
        weight = before * (1 - rate * rule.weight_decay)
        yield Line("ŵ", "{w}·(1 − {η}·{λ})", values, weight, "pull")
    elif rule.weight_decay:
        values = {sign: gradient, "λ": rule.weight_decay, "w": before}
        gradient += rule.weight_decay * before
        yield Line("d", f"{{{sign}}} + {{λ}}·{{w}}", values, gradient, "decayed")
        sign = "d"
    moved = {"w" if weight == before else "ŵ": weight, "η": rate}
    if rule.kind == "sgd":
        yield from _sgd(rule, change, place, sign, gradient, moved, after)
    elif rule.kind == "rmsprop":
        first, then = (float(array[place]) for array in change.kept["square"])
        values = {"ρ": SQUARES, "s": first, sign: gradient}
        yield Line("s′", f"{{ρ}}·{{s}} + (1 − {{ρ}})·{{{sign}}}²", values, then, "square")
        values = {**moved, sign: gradient, "s′": then, "ε": EPSILON}
        yield Line("w′", f"{{w}} − {{η}}·{{{sign}}} / (√{{s′}} + {{ε}})", values, after, "weight")
    else:
        yield from _adam(rule, change, place, sign, gradient, moved, after)


def _sgd(
    rule: RuleTrace,
    change: Change,
    place: tuple[int, ...],
    sign: str,
    gradient: float,
    moved: dict[str, float],
    after: float,
) -> Iterator[Line]:
    step = gradient
    if rule.momentum:
        first, then = (float(array[place]) for array in change.kept["momentum"])
        values = {"μ": rule.momentum, "v": first, sign: gradient}
        yield Line("v′", f"{{μ}}·{{v}} + {{{sign}}}", values, then, "momentum")
        before, sign, step = sign, "v′", then
        if rule.nesterov:
            values = {before: gradient, "μ": rule.momentum, "v′": then}
            sign, step = "n", gradient + rule.momentum * then
            yield Line("n", f"{{{before}}} + {{μ}}·{{v′}}", values, step, "ahead")
    yield Line("w′", f"{{w}} − {{η}}·{{{sign}}}", {**moved, sign: step}, after, "weight")


def _adam(
    rule: RuleTrace,
    change: Change,
    place: tuple[int, ...],
    sign: str,
    gradient: float,
    moved: dict[str, float],
    after: float,
) -> Iterator[Line]:
    first, second = BETAS
    mean_before, mean = (float(array[place]) for array in change.kept["mean"])
    values = {"β₁": first, "m": mean_before, sign: gradient}
    yield Line("m′", f"{{β₁}}·{{m}} + (1 − {{β₁}})·{{{sign}}}", values, mean, "mean")
    square_before, square = (float(array[place]) for array in change.kept["square"])
    values = {"β₂": second, "v": square_before, sign: gradient}
    yield Line("v′", f"{{β₂}}·{{v}} + (1 − {{β₂}})·{{{sign}}}²", values, square, "square")
    count = float(rule.count)
    mean_hat, square_hat = mean / (1 - first**count), square / (1 - second**count)
    values = {"m′": mean, "β₁": first, "t": count}
    yield Line("m*", "{m′} / (1 − {β₁}^{t})", values, mean_hat, "mean_corrected")
    values = {"v′": square, "β₂": second, "t": count}
    yield Line("v*", "{v′} / (1 − {β₂}^{t})", values, square_hat, "square_corrected")
    weight = next(iter(moved))
    values = {**moved, "m*": mean_hat, "v*": square_hat, "ε": EPSILON}
    yield Line("w′", f"{{{weight}}} − {{η}}·{{m*}} / (√{{v*}} + {{ε}})", values, after, "weight")
