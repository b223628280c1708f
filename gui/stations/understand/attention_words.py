"""Attention in words: how sharply a head looks, and its sum as a textbook writes it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from engine.layers.attention import EVEN
from gui.look.words import listed, percent
from gui.stations.understand.neuron_words import FIRM, FIRST_TERMS, bracket, more_terms
from gui.stations.understand.scene import number_words
from gui.widgets.token_words import token_words

if TYPE_CHECKING:
    from engine.insight.attention import Attention
    from engine.insight.heads import HeadSum

_tr = partial(QCoreApplication.translate, "UnderstandPage")

WIDELY, SHARPLY = 0.9, 0.5  # shares of the largest entropy


def count_words(tokens: float) -> str:
    """Return about how many tokens are looked at: “3.4”, and “12” where decimals say nothing."""
    return number_words(tokens, 1 if tokens < 9.95 else 0)


def sharpness(entropy: float, spread: float, count: int) -> tuple[str, str]:
    """Return in a sentence how sharply a head looks, and in a few words where there is no room for it.

    Args:
        entropy: Of the largest there is, 0 to 1.
        spread: At about how many tokens it looks.
        count: How many there are.
    """
    if count == 1:
        return "", ""  # said above all
    if entropy >= EVEN:  # what the doctor of training calls uniform
        words = _tr(
            "This head looks at all {count} tokens alike, or nearly so: it can hardly tell them apart."
        )
    elif entropy >= WIDELY:
        words = _tr("This head spreads its look widely, over about {spread} of {count} tokens.")
    elif entropy > SHARPLY:
        words = _tr("This head looks at about {spread} of {count} tokens, at some far more than at others.")
    else:
        words = _tr("This head looks sharply: at about {spread} of {count} tokens.")
    values = {"spread": count_words(spread), "count": count}
    return words.format(**values), _tr("Looks at about {spread} of {count} tokens.").format(**values)


def formula(found: HeadSum, seen: Attention) -> str:
    """Return what a token takes, step by step, in a few lines of HTML: of the token from which it takes most.

    Args:
        found: The sum.
        seen: Whose it is.
    """
    first, *others = found.most(FIRST_TERMS)
    size = found.size
    with np.errstate(over="ignore", invalid="ignore"):  # of a network that has diverged
        products = found.query * found.keys[first]
    shown = [int(place) for place in abs(products).argsort()[::-1][:2]]
    dot = " + ".join(
        f"{bracket(float(found.query[place]))}{FIRM}·{FIRM}{bracket(float(found.keys[first][place]))}"
        for place in shown
    )
    if size > len(shown):
        more = more_terms(size - len(shown))
        dot += f" + … <small>({more})</small>"
    powers = " + ".join(_power(float(found.scores[token])) for token in (first, *others))
    mixed = " + ".join(
        f"{percent(float(found.shares[token]), 0)}{FIRM}·{FIRM}<i>v</i><sub>{_index(seen, token)}</sub>"
        for token in (first, *others)
    )
    rest = " + …" if seen.count > 1 + len(others) else ""
    result = listed(
        (number_words(float(number)) for number in found.result[:FIRST_TERMS]),
        goes_on=size > FIRST_TERMS,
    )
    whose = _tr("with {token}").format(token=token_words(seen, first))
    times, product = f"{FIRM}·{FIRM}", number_words(float(found.dots[first]))
    score, share = number_words(float(found.scores[first])), percent(float(found.shares[first]))
    lines = [
        f"<i>q</i>{times}<i>k</i> = {dot} = <b>{product}</b> <small>({whose})</small>",
        f"{product} / √{size} = {product} / {number_words(size**0.5)} = <b>{score}</b>",
        f"softmax: {_power(float(found.scores[first]))} / ({powers}{rest}) = <b>{share}</b>",
        f"<i>H</i> = {mixed}{rest} = <b>({result})</b>",
    ]
    return "".join(f"<p style='margin: 0 0 3px 0'>{line}</p>" for line in lines)


def _power(score: float) -> str:
    return f"e<sup>{number_words(score)}</sup>"


def _index(seen: Attention, token: int) -> str:
    """Return a token's place as an index: row and column, or its step."""
    row, column = divmod(token, seen.grid[1])
    return f"{row + 1},{column + 1}" if min(seen.grid) > 1 else str(token + 1)
