"""Writing on: the seed decides, the temperature sharpens, and the likeliest answer is the exact one."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.config import NetworkConfig
from engine.data.text.task import END
from engine.errors import DataError
from engine.inference.writer import Writer, writes
from engine.models.build import build

CLASSES = (END, "a", "b", "c", " ")
CONTEXT = 6


@pytest.fixture(params=["embedding8,attention2", "embedding8,lstm6"])
def writer(request: pytest.FixtureRequest) -> Writer:
    return writer_of(request.param)


def writer_of(words: str, classes: tuple[str, ...] = CLASSES) -> Writer:
    network = NetworkConfig(hidden=words)
    model = build(network, image_shape=(CONTEXT, len(classes)), classes=len(classes), seed=3).eval()
    with torch.no_grad():
        model.get_submodule("output").weight.mul_(8)
    return Writer(model.requires_grad_(False), classes, CONTEXT)


def test_what_comes_next_is_told_of_every_character(writer: Writer) -> None:
    found = writer.next("ab")
    assert found.shape == (len(CLASSES),)
    assert found.sum() == pytest.approx(1)
    assert not np.allclose(found, writer.next("ba"))


def test_of_a_long_text_the_last_characters_count(writer: Writer) -> None:
    np.testing.assert_array_equal(writer.next("cccabcabc"), writer.next("abcabc"))
    assert not np.array_equal(writer.next("abcabc"), writer.next("cbcabc"))


def test_the_seed_decides_what_is_written() -> None:
    writer = writer_of("embedding8,attention2", ("a", "b", "c", " "))
    texts = ["".join(writer.write("ab", 30, 1.0, seed)) for seed in (1, 1, 2)]
    assert texts[0] == texts[1] != texts[2]
    assert len(texts[0]) == 30


def test_at_temperature_zero_each_is_the_likeliest_whatever_the_seed() -> None:
    writer = writer_of("embedding8,attention2", ("a", "b", "c", " "))
    text = "".join(writer.write("ab", 10, 0.0, 1))
    assert text == "".join(writer.write("ab", 10, 0.0, 2))
    written = "ab"
    for sign in text:
        assert sign == "abc "[int(writer.next(written).argmax())]
        written += sign


@pytest.mark.parametrize("temperature", [-1.0, float("nan"), float("inf")])
def test_a_temperature_that_is_none_is_refused(writer: Writer, temperature: float) -> None:
    with pytest.raises(DataError, match="is no temperature"):
        next(writer.write("ab", 10, temperature))


def test_a_high_temperature_writes_what_is_less_likely() -> None:
    writer = writer_of("embedding8,lstm6", ("a", "b", "c", " "))
    likely = [0.0, 0.0]
    for place, temperature in enumerate((0.3, 5.0)):
        written = "ab"
        for sign in writer.write("ab", 60, temperature, 4):
            likely[place] += float(np.log(writer.next(written)["abc ".index(sign)]))
            written += sign
    assert likely[0] > likely[1]


def test_an_answer_ends_at_the_end_sign_and_says_how_sure_it_is() -> None:
    class Fixed(torch.nn.Module):
        """Says “b”, then the end, each with probability 3/4."""

        def forward(self, places: torch.Tensor) -> torch.Tensor:
            said = torch.zeros(1, places.shape[1], 3).log_softmax(-1)
            wanted = 1 if places[0, -1] == 2 else 0
            said[0, -1] = torch.full((3,), 0.125).log()
            said[0, -1, wanted] = np.log(0.75)
            return said

    writer = Writer(Fixed(), (END, "b", "="), 5)
    assert "".join(writer.write("=", 9, 0.0)) == "b"
    answer = writer.answer("=")
    assert answer.text == "b"
    assert answer.probability == pytest.approx(0.75**2, rel=1e-6)


def test_attention_is_that_of_each_layer_and_looks_back() -> None:
    writer = writer_of("embedding8,attention2,lstm6,attention3")
    first, second = writer.attention("abca")
    assert first.shape == (2, 4, 4)
    assert second.shape == (3, 4, 4)
    for seen in (first, second):
        np.testing.assert_allclose(seen.sum(-1), 1, rtol=1e-5)
        assert not np.triu(seen, 1).any()
    assert not writer_of("lstm6").attention("ab")


@pytest.mark.parametrize("prompt", ["", "abd", f"a{END}"])
def test_what_it_cannot_go_on_from_is_said(writer: Writer, prompt: str) -> None:
    for ask in (writer.next, writer.answer, writer.attention, lambda text: next(writer.write(text, 3))):
        with pytest.raises(DataError) as caught:
            ask(prompt)
        assert caught.value.remedy


def test_which_networks_write() -> None:
    of_text = build(NetworkConfig(hidden="lstm6"), image_shape=(6, 5), classes=5)
    of_images = build(NetworkConfig(hidden="lstm6"), image_shape=(1, 6, 5), classes=5)
    assert writes(of_text)
    assert not writes(of_images)
