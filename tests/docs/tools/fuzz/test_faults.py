"""Faults are in the structure of a file: what surrounds them is right, so that they are not refused at the door."""

from __future__ import annotations

import json
import random
import struct
import zipfile
import zlib
from io import BytesIO

import pytest

from docs.tools.fuzz import sound
from docs.tools.fuzz.faults import json_text, pictures, zips
from docs.tools.fuzz.faults.registry import spoilt
from docs.tools.fuzz.kinds import data_files, picture_files


def test_most_spoilt_json_is_json_still() -> None:
    text = sound.json_bytes({"a": [1, {"b": None}], "c": "d"})
    readable = 0
    for number in range(100):
        changed = json_text.in_json(text, random.Random(number))
        assert changed != text
        try:
            json.loads(changed)
        except (ValueError, RecursionError):
            continue
        readable += 1
    assert readable > 60


def test_json_is_written_as_it_was_read() -> None:
    text = '{"a":[1,2.5,"x\\ud800",null,true,{}],"b":{"c":[]}}'
    assert json_text.written(json_text.read(text)) == text


def test_most_chunks_of_a_picture_have_right_sums() -> None:
    whole = picture_files.Png().sound["drawing.png"]
    right = wrong = 0
    for number in range(30):
        data = pictures.in_png(whole, random.Random(number))
        place = 8
        while place + 12 <= len(data):
            (length,) = struct.unpack_from(">I", data, place)
            content = data[place + 4 : place + 8 + length]
            is_right = data[place + 8 + length : place + 12 + length] == struct.pack(
                ">I", zlib.crc32(content)
            )
            right, wrong = right + is_right, wrong + (not is_right)
            if not is_right:
                break
            place += 12 + length
    assert right > 3 * wrong > 0


def test_zips_hold_what_they_held_beside_the_fault() -> None:
    whole = data_files.zipped({"a.txt": b"one", "b/c.txt": b"two"})
    kept = 0
    for number in range(60):
        data = zips.in_zip(whole, random.Random(number), lambda name, content, chance: content + b"!")
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                kept += archive.read("a.txt") in (b"one", b"one!")
        except (
            zipfile.BadZipFile,
            KeyError,
            ValueError,
            NotImplementedError,
            RuntimeError,
            EOFError,
            OSError,
        ):
            continue
        except zlib.error:
            continue
    assert kept > 30


@pytest.mark.parametrize(
    "name", ["a.json", "a.csv", "a.png", "a.npy", "a.zip", "a.safetensors", "a-idx1-ubyte", "a"]
)
@pytest.mark.parametrize("data", [b"", b"x", bytes(40)])
def test_what_is_not_what_it_is_called_gets_faults_all_the_same(name: str, data: bytes) -> None:
    for number in range(10):
        assert isinstance(spoilt(name, data, random.Random(number)), bytes)
