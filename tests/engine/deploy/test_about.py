"""What an exported network says of itself: the same figures wherever they are read."""

from __future__ import annotations

import pytest

from engine.deploy.about import About
from engine.deploy.web.page import about_of


@pytest.mark.parametrize(
    ("accuracy", "mark", "sentence"),
    [
        (None, 0.97, "Not measured yet: nobody knows how many of the test examples this model reads."),
        (0.5, 0.0, "No pass mark is set. The model read 50.00\u00a0% of the test examples."),
        (0.97, 0.97, "Passed: the model read 97.00\u00a0% of the test examples, the pass mark is 97\u00a0%."),
        (
            0.96996,
            0.97,
            "Not passed: the model read 96.996\u00a0% of the test examples, the pass mark is 97\u00a0%.",
        ),
        (
            0.9713,
            0.97135,
            "Not passed: the model read 97.13\u00a0% of the test examples, the pass mark is 97.135\u00a0%.",
        ),
    ],
)
def test_whether_it_passes_is_seen_by_the_figures(accuracy: float | None, mark: float, sentence: str) -> None:
    about = About(("a", "b"), (1, 28, 28), "8", accuracy, mark)
    assert about.sentence == sentence
    told = about_of(about)
    if accuracy is not None:
        assert f"{told['accuracy']}\u00a0%" in sentence
    if about.verdict is not None:
        assert f"{told['mark']}\u00a0%" in sentence


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (0.0, "No pass mark is set. Exact answers (test examples): 99.00\u00a0%."),
        (0.97, "Passed. Exact answers (test examples): 99.00\u00a0%; the pass mark is 97\u00a0%."),
        (0.995, "Not passed. Exact answers (test examples): 99.00\u00a0%; the pass mark is 99.5\u00a0%."),
    ],
)
def test_what_is_no_share_of_examples_is_told_beside_its_value(mark: float, sentence: str) -> None:
    assert About(("a", "b"), (7, 2), "8", 0.99, mark, goal="characters").sentence == sentence
