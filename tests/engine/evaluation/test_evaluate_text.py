"""A model that goes on with text, measured: without a word written, and as it writes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.errors import Cancelled
from engine.evaluation import evaluate_text as module
from engine.evaluation.evaluate_text import evaluate_text
from engine.goals import characters
from engine.inference.writer import Writer
from engine.models.at_once import note_numbers
from engine.models.build import build
from tests.engine.training.texts import CLASSES, EXPERIMENT, WIDTH, reversed_words


def network() -> torch.nn.Sequential:
    return build(
        EXPERIMENT.network, image_shape=(WIDTH, len(CLASSES)), classes=len(CLASSES), goal=characters.GOAL
    )


def test_wrong_answers_are_those_that_the_model_writes() -> None:
    model, words = network(), reversed_words(30)
    report = evaluate_text(model, words)
    writer = Writer(model.eval(), CLASSES, WIDTH)
    assert len(report.wrong) == len(report.mistakes) > 10
    for wrong in report.wrong:
        answer = writer.answer(wrong.question)
        assert answer.text != wrong.right
        assert wrong.said[: len(answer.text)] == answer.text[: len(wrong.said)]
    exact = [writer.answer(f"{word}=").text == word[::-1] for word in ("ab", "abc")]
    assert not all(exact)


def test_many_wrong_answers_are_written_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    model, words = network(), reversed_words(30)
    whole = evaluate_text(model, words)
    sizes: list[int] = []
    written = module._written

    def noted(*given: object) -> list[module.WrongAnswer]:
        sizes.append(len(given[2]))  # type: ignore[arg-type]
        return written(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "_written", noted)
    note_numbers(model, 2**24)  # so that four go through at once
    parts = evaluate_text(model, words)
    assert max(sizes) == 4
    assert [each.said for each in parts.wrong] == [each.said for each in whole.wrong]
    np.testing.assert_array_equal(parts.mistakes, whole.mistakes)


def test_writing_them_can_be_given_up() -> None:
    model, words = network(), reversed_words(30)
    asked = iter([False])  # once before the only batch, and then while they are written
    with pytest.raises(Cancelled):
        evaluate_text(model, words, cancelled=lambda: next(asked, True))
