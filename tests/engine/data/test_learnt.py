from __future__ import annotations

from dataclasses import replace

import numpy as np

from engine.config import DataConfig
from engine.data.dataset import Dataset, Split
from engine.data.learnt import Learnt, digest_of, fingerprint
from engine.data.same_images import image_digests
from tests.engine.training.texts import prose


def pictures(count: int, seed: int = 0) -> Dataset:
    images = np.random.default_rng(seed).integers(0, 256, (count, 5, 4)).astype(np.uint8)
    return Dataset("pictures", images, np.zeros(count, np.int64), ("a",))


def test_images_are_known_by_their_pixels() -> None:
    data = pictures(20)
    digests = image_digests(data.images)

    assert len(set(digests)) == 20
    assert image_digests(data.images[7:9]) == digests[7:9]
    assert image_digests(data.images[:0]) == []
    changed = data.images.copy()
    changed[3, 0, 0] ^= 1
    assert [a == b for a, b in zip(image_digests(changed), digests, strict=True)].index(False) == 3


def test_of_text_the_characters_count_and_of_pictures_no_names() -> None:
    words = prose(3)
    other = replace(words, classes=tuple(chr(ord(sign) + 1) for sign in words.classes))
    assert digest_of(words) != digest_of(other)
    assert fingerprint(Split(words, words, words)) != fingerprint(Split(other, other, other))
    data = pictures(3)
    assert digest_of(data) == digest_of(replace(data, classes=("b",))) == "302e596cf7a9cbe03b67beab5fdc22ee"
    assert fingerprint(Split(data, data, data)) == "2d4ef9271bb7c4b594bae8c9350e7814"  # as ever


def test_what_was_learnt_is_written_and_read_again() -> None:
    config = DataConfig(dataset="mnist", seed=3)
    learnt = Learnt().and_division(config, pictures(4)).and_drawings(pictures(2, seed=1).images)

    assert Learnt.read(learnt.to_json(), config) == learnt
    assert learnt.divisions[0].digest == digest_of(pictures(4))
    assert learnt.is_whole


def test_a_file_of_an_earlier_program_or_a_later_one_tells_its_own_data_alone() -> None:
    config = DataConfig(seed=3)
    for text in (None, "{", '{"divisions": [{"data": {"something": "new"}}]}'):
        found = Learnt.read(text, config)
        assert [item.data for item in found.divisions] == [config]
        assert not found.is_whole


def test_the_same_images_are_told_once_and_others_besides() -> None:
    config = DataConfig()
    once = Learnt().and_division(config)

    assert once.and_division(config) == once
    known = once.and_division(config, pictures(4))
    assert [item.digest for item in known.divisions] == [digest_of(pictures(4))]
    assert known.and_division(config) == known
    assert len(known.and_division(config, pictures(5)).divisions) == 2  # the files have changed since
    assert len(known.and_division(DataConfig(seed=1)).divisions) == 2
    varied = config.model_validate({"augmentation": {"enabled": True}})
    assert known.and_division(varied) == known, "which images there are does not hang on how they are varied"
