"""The arithmetic of a phase, written out with its numbers as one would on paper: HTML for a label."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from engine.training.microscope.terms import arriving_terms, gradient_terms, strongest, sum_terms
from engine.training.microscope.update import update_lines
from gui.look import theme
from gui.look.plain import escaped
from gui.stations.train.microscope.phases import Stage
from gui.stations.train.microscope.words import (
    activation_name,
    column_title,
    number,
    unit_name,
    unit_title,
    weight_title,
    whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from engine.training.microscope.terms import Term
    from engine.training.microscope.update import Line
    from gui.stations.train.microscope.scene import Scene

_tr = partial(QCoreApplication.translate, "Microscope")

FEW_TERMS = 20  # of a sum are all written
MOST_TERMS = 8  # of a longer one are written; the others are added up
MOST_CLASSES = 12


def paper(scene: Scene) -> str:
    """Return the arithmetic of the phase, of the unit or weight that was chosen."""
    writers: dict[Stage, Callable[[Scene], list[str]]] = {
        Stage.BATCH: _batch,
        Stage.FORWARD: _forward,
        Stage.LOSS: _loss,
        Stage.BACKWARD: _backward,
        Stage.GRADIENT: _gradient,
        Stage.UPDATE: _update,
        Stage.AFTER: _after,
    }
    return "".join(writers[scene.phase.stage](scene))


# The phases


def _batch(scene: Scene) -> list[str]:
    place, trace = scene.trace.place, scene.trace
    words = _tr("Step {step}: epoch {epoch}, batch {batch} of {batches}").format(
        step=whole(place.step),
        epoch=whole(place.epoch),
        batch=whole(place.position + 1),
        batches=whole(place.steps_per_epoch),
    )
    lines = [_head(words)]
    example = _tr("Training example {number}, class “{label}”").format(
        number=whole(int(trace.indices[scene.example]) + 1),
        label=unit_name(scene, len(scene.layers), scene.label),
    )
    lines.append(_line(escaped(example)))
    inputs, count = scene.values(0), scene.units(0)
    places = scene.shown(0, FEW_TERMS)
    is_input = scene.layers[0].before == "input"
    raw = trace.examples[scene.example].reshape(-1)  # as the data have it, pixels in [0, 1]
    rows = []
    for unit in places:
        given = (number(float(raw[unit])),) if is_input else ()
        rows.append((escaped(unit_name(scene, 0, unit)), *given, number(float(inputs[unit]))))
    heads = ("<i>x</i>", "<i>a</i>") if is_input else ("<i>a</i>",)
    lines.append(_table((escaped(column_title(scene, 0)), *heads), rows))
    if count > len(places):
        lines.append(
            _note(
                _tr("The strongest {shown} of {total}.").format(shown=whole(len(places)), total=whole(count))
            )
        )
    if is_input:
        lines.append(_note(_tr("Brought to mean 0 and deviation 1, which is the network's first part.")))
    else:
        lines.append(_note(_tr("What the layers before give on; only layers that see all of it are shown.")))
    return lines


def _forward(scene: Scene) -> list[str]:
    column, unit = scene.phase.column, scene.path[scene.phase.column]
    layer, example = scene.layers[column - 1], scene.example
    terms = sum_terms(layer, example, unit)
    bias, total = float(layer.biases.before[unit]), float(layer.sums[example, unit])
    added = f"{number(sum(term.product for term in terms))} + {_bracketed(bias)}"
    lines = [_head(unit_title(scene, column, unit)), _line("<i>z</i> = Σ <i>w</i>·<i>a</i> + <i>b</i>")]
    lines.append(_line(f"= {added} = <b>{number(total)}</b>"))
    table = _sum_table(scene, terms, column - 1, ("<i>w</i>", "<i>a</i>", "<i>w</i>·<i>a</i>"))
    if layer.is_output:
        return [*lines, table]
    inner, made = total, float(layer.outputs[example, unit])
    if layer.normed is not None:
        inner = float(layer.normed[example, unit])
        lines.append(_line(f"<i>n</i> = {_tr('batch normalisation')}(<i>z</i>) = {number(inner)}"))
    name = escaped(activation_name(layer.activation))
    if layer.mask is None:
        return [*lines, _line(f"<i>a</i> = {name}({number(inner)}) = <b>{number(made)}</b>"), table]
    factor = float(layer.mask[example, unit])
    lines.append(_line(f"<i>a</i> = {name}({number(inner)})·{number(factor)} = <b>{number(made)}</b>"))
    return [*lines, _note(_dropped_words(factor)), table]


def _loss(scene: Scene) -> list[str]:
    judgement, example, last = scene.trace.judgement, scene.example, len(scene.layers)
    logits, probabilities = scene.layers[-1].sums[example], judgement.probabilities[example]
    lines = [_line("<i>p</i> = exp(<i>z</i>) / Σ exp(<i>z</i>)")]
    places = scene.shown(last, MOST_CLASSES)
    rows = []
    for place in places:
        name = escaped(unit_name(scene, last, place))
        right = place == scene.label
        row = (name, number(float(logits[place])), number(float(probabilities[place])))
        rows.append(tuple(f"<b>{cell}</b>" for cell in row) if right else row)
    lines.append(_table((_tr("class"), "<i>z</i>", "<i>p</i>"), rows))
    chance = float(probabilities[scene.label])
    loss = number(float(judgement.losses[example]))
    lines.append(_line(f"ℓ = −log {number(chance)} = <b>{loss}</b>"))
    mean = number(judgement.loss)
    words = _tr("mean of the batch of {count}").format(count=whole(scene.trace.size))
    lines.append(_line(f"<i>L</i> = <b>{mean}</b> <small>({escaped(words)})</small>"))
    if judgement.is_smoothed:
        target = number(float(judgement.targets[example, scene.label]))
        words = _tr(
            "With label smoothing {target} should come out of the right class, and not 1; δ follows that."
        )
        lines.append(_note(words.format(target=target)))
    if judgement.teacher is not None:
        lines.append(_note(_tr("A teacher counts as well: δ is drawn to what it finds probable, too.")))
    return lines


def _backward(scene: Scene) -> list[str]:
    column = scene.phase.column
    unit = scene.path[column]
    lines = [_head(unit_title(scene, column, unit))]
    if column == len(scene.layers):
        return lines + _output_delta(scene, unit)
    layer, after, example = scene.layers[column - 1], scene.layers[column], scene.example
    terms = arriving_terms(after, example, unit)
    arriving, delta = float(layer.arriving[example, unit]), float(layer.deltas[example, unit])
    lines.append(_line(f"∂ℓ/∂<i>a</i> = Σ <i>w</i>·δ = {number(arriving)}"))
    table = _sum_table(scene, terms, column + 1, ("<i>w</i>", "δ", "<i>w</i>·δ"))
    slope = 1.0 if layer.slopes is None else float(layer.slopes[example, unit])
    factors, signs = [number(arriving), _bracketed(slope)], ["∂ℓ/∂<i>a</i>", "<i>f</i>′(<i>z</i>)"]
    if layer.mask is not None:
        factors.insert(1, number(float(layer.mask[example, unit])))
        signs.insert(1, "<i>k</i>")
    if layer.normed is None:
        lines.append(_line(f"δ = {' · '.join(signs)}"))
        lines.append(_line(f"= {' · '.join(factors)} = <b>{number(delta)}</b>"))
    else:
        inner = arriving * slope * (1.0 if layer.mask is None else float(layer.mask[example, unit]))
        signs[-1] = "<i>f</i>′(<i>n</i>)"
        lines.append(_line(f"∂ℓ/∂<i>n</i> = {' · '.join(signs)} = {' · '.join(factors)} = {number(inner)}"))
        lines.append(_line(f"δ = <b>{number(delta)}</b>"))
        lines.append(_note(_tr("Batch normalisation lets all examples of the batch take part in this δ.")))
    if slope == 0 and layer.normed is None:
        lines.append(
            _note(_tr("The activation function is flat here: nothing goes further back through this unit."))
        )
    if layer.mask is not None:
        lines.append(_note(_dropped_words(float(layer.mask[example, unit]))))
    return [*lines, table]


def _output_delta(scene: Scene, unit: int) -> list[str]:
    judgement, example = scene.trace.judgement, scene.example
    chance, target = float(judgement.probabilities[example, unit]), float(judgement.targets[example, unit])
    delta = number(float(scene.layers[-1].deltas[example, unit]))
    teacher = judgement.teacher
    plain = f"{number(chance)} − {number(target)}"
    if teacher is None:
        return [_line("δ = <i>p</i> − <i>y</i>"), _line(f"= {plain} = <b>{delta}</b>")]
    likely, wanted = (float(array[example, unit]) for array in (teacher.likely, teacher.wanted))
    share, heat = number(teacher.share), number(teacher.temperature)
    return [
        _line(
            "δ = (1 − <i>s</i>)·(<i>p</i> − <i>y</i>) + <i>s</i>·<i>T</i>·(<i>p</i><sub>T</sub> − <i>q</i>)"
        ),
        _line(
            f"= (1 − {share})·({plain}) + {share}·{heat}·({number(likely)} − {number(wanted)}) = <b>{delta}</b>"
        ),
        _note(_tr("q is what the teacher finds probable at its temperature T, and s its share.")),
    ]


def _gradient(scene: Scene) -> list[str]:
    layer, trace = scene.layer, scene.trace
    terms = gradient_terms(layer, scene.unit, scene.source)
    own = terms[scene.example]
    mean = float(layer.weights.gradient[scene.unit, scene.source])
    lines = [_head(weight_title(scene))]
    lines.append(_line("∂ℓ/∂<i>w</i> = ∂ℓ/∂<i>z</i> · ∂<i>z</i>/∂<i>w</i> = δ · <i>a</i>"))
    lines.append(
        _line(f"= {_bracketed(own.first)} · {_bracketed(own.second)} = <b>{number(own.product)}</b>")
    )
    total = number(sum(term.product for term in terms))
    lines.append(
        _line(f"∂<i>L</i>/∂<i>w</i> = Σ δ·<i>a</i> / {whole(trace.size)} = {total} / {whole(trace.size)}")
    )
    lines.append(_line(f"= <b>{number(mean)}</b>"))
    slope = number(float(layer.biases.gradient[scene.unit]))
    lines.append(_line(f"∂<i>L</i>/∂<i>b</i> = Σ δ / {whole(trace.size)} = {slope}"))

    def name(place: int) -> str:
        return ("▸ " if place == scene.example else "") + whole(place + 1)

    return [*lines, _terms_table(terms, name, (_tr("example"), "δ", "<i>a</i>", "δ·<i>a</i>"))]


def _update(scene: Scene) -> list[str]:
    layer, rule = scene.layer, scene.trace.rule
    place = scene.unit, scene.source
    lines = [_head(weight_title(scene))]
    gradient = float(layer.weights.gradient[place])
    lines.append(_line(f"<i>g</i> = ∂<i>L</i>/∂<i>w</i> = {number(gradient)}"))
    if rule.clipping:
        lines.append(_note(_clipped_words(rule.length, rule.clipping, rule.factor)))
    for line in update_lines(rule, layer.weights, place):
        lines += _update_line(line)
    before, after = float(layer.weights.before[place]), float(layer.weights.after[place])
    moved = _tr("The weight goes from {before} to {after}.").format(
        before=number(before, 5), after=number(after, 5)
    )
    lines.append(_line(f"<b>{escaped(moved)}</b>"))
    first, then = (float(array[scene.unit]) for array in (layer.biases.before, layer.biases.after))
    slope = number(float(layer.biases.gradient[scene.unit]))
    words = _tr("The bias of the unit, with ∂L/∂b = {gradient}, goes from {before} to {after} likewise.")
    lines.append(_note(words.format(gradient=slope, before=number(first, 5), after=number(then, 5))))
    if layer.normed is not None:
        words = _tr(
            "Batch normalisation has a scale and a shift for each unit; they learn by the same rule, unshown."
        )
        lines.append(_note(words))
    if scene.layers[0].before != "input":
        lines.append(_note(_tr("The layers before learn by the same rule; only dense layers are shown.")))
    if rule.rate.now != rule.rate.base:
        words = _tr("The schedule makes {now} of the learning rate {base} in this step.")
        lines.append(_note(words.format(now=number(rule.rate.now), base=number(rule.rate.base))))
    return lines


def _after(scene: Scene) -> list[str]:
    judgement, example = scene.trace.judgement, scene.example
    first, then = float(judgement.losses[example]), float(judgement.losses_after[example])
    rows = [
        (_tr("before"), number(judgement.loss, 5), number(first, 5)),
        (_tr("after"), f"<b>{number(judgement.loss_after, 5)}</b>", f"<b>{number(then, 5)}</b>"),
        (_tr("change"), number(judgement.loss_after - judgement.loss), number(then - first)),
    ]
    heads = ("", _tr("whole batch"), _tr("this example"))
    better = int((judgement.losses_after < judgement.losses).sum())
    words = _tr("{count} of {total} examples cost less than before.").format(
        count=whole(better), total=whole(scene.trace.size)
    )
    lines = [_line("<i>L</i> = Σ −log <i>p</i> / <i>B</i>"), _table(heads, rows), _line(escaped(words))]
    if any(layer.mask is not None for layer in scene.layers):
        lines.append(_note(_tr("The same units are switched off both times.")))
    return lines


# Their parts


def _update_line(line: Line) -> list[str]:
    words = {
        "held": _tr("Held: this weight stays as it is."),
        "private": _tr("Shortened example by example, with noise: what the private training lets out."),
        "clipped": _tr("shortened"),
        "decayed": _tr("with weight decay"),
        "pull": _tr("pulled towards 0 by weight decay"),
        "momentum": _tr("what is carried on"),
        "ahead": _tr("looked ahead"),
        "mean": _tr("mean of the gradients"),
        "square": _tr("mean of their squares"),
        "mean_corrected": _tr("corrected for its start at 0"),
        "square_corrected": _tr("corrected likewise"),
        "weight": _tr("new weight"),
    }[line.about]
    if line.about in ("held", "private"):
        return [_note(words), _line(f"{_sign(line.result)} = <b>{number(line.value, 5)}</b>")]
    numbers = _powers(line.in_numbers(number))
    return [
        _line(f"{_sign(line.result)} = {_powers(line.in_signs)} <small>({escaped(words)})</small>"),
        _line(f"&nbsp;&nbsp;= {numbers} = <b>{number(line.value, 5)}</b>"),
    ]


def _sign(sign: str) -> str:
    return f"<i>{sign}</i>"


def _powers(formula: str) -> str:
    """Return a formula with what stands behind ``^`` raised."""
    before, raised, rest = formula.partition("^")
    if not raised:
        return formula
    power, bracket, after = rest.partition(")")
    return f"{before}<sup>{power}</sup>{bracket}{after}"


def _sum_table(scene: Scene, terms: Sequence[Term], column: int, heads: tuple[str, str, str]) -> str:
    def name(place: int) -> str:
        return escaped(unit_name(scene, column, place))

    return _terms_table(terms, name, (escaped(column_title(scene, column)), *heads))


def _terms_table(terms: Sequence[Term], name: Callable[[int], str], heads: Sequence[str]) -> str:
    """Return the terms of a sum, a row each; of a long one the strongest, and what the others add together."""
    few, rest = strongest(terms, len(terms) if len(terms) <= FEW_TERMS else MOST_TERMS)
    rows = [(name(place), *map(number, (first, second, first * second))) for place, first, second in few]
    if len(few) < len(terms):
        others = _tr("{count} others").format(count=whole(len(terms) - len(few)))
        rows.append((escaped(others), "", "", number(rest)))
    return _table(heads, rows)


def _bracketed(value: float) -> str:
    return f"({number(value)})" if value < 0 else number(value)


def _dropped_words(factor: float) -> str:
    if factor == 0:
        return _tr("Dropout switches this unit off for this example.")
    return _tr("Dropout leaves this unit on, and scales it by k = {factor}.").format(factor=number(factor))


def _clipped_words(length: float, limit: float, factor: float) -> str:
    if factor == 1:
        words = _tr("The gradient of all weights is {length} long, which is within the limit of {limit}.")
        return words.format(length=number(length), limit=number(limit))
    words = _tr(
        "The gradient of all weights is {length} long; to be {limit}, it is taken times c = {factor}."
    )
    return words.format(length=number(length), limit=number(limit), factor=number(factor))


def _head(words: str) -> str:
    return f"<p style='margin: 0 0 5px 0'><b>{escaped(words)}</b></p>"


def _line(markup: str) -> str:
    return f"<p style='margin: 0 0 4px 0'>{markup}</p>"


def _note(words: str) -> str:
    color = theme.current().text_muted
    return f"<p style='margin: 2px 0 4px 0; color: {color}'>{escaped(words)}</p>"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    color = theme.current().text_muted
    cells = "".join(
        f"<td align='{'right' if place else 'left'}' style='color: {color}'>{head}</td>"
        for place, head in enumerate(heads)
    )
    lines = [f"<tr>{cells}</tr>"]
    for row in rows:
        inner = "".join(
            f"<td align='{'right' if place else 'left'}'>{cell}</td>" for place, cell in enumerate(row)
        )
        lines.append(f"<tr>{inner}</tr>")
    return f"<table cellspacing='0' cellpadding='2' style='margin: 2px 0 5px 0'>{''.join(lines)}</table>"
