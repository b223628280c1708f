"""Faults of zips: names, sums, sizes and ways of packing that lie, and files in it with faults of their own."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from typing import TYPE_CHECKING

from docs.tools.fuzz.faults.plain import MOST, NUMBERS, in_bytes

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
# Where a number stands behind the signature of a local header, of one in the directory at the end, and of the end.
FIELDS = {
    LOCAL: ((4, "<H"), (6, "<H"), (8, "<H"), (14, "<I"), (18, "<I"), (22, "<I"), (26, "<H"), (28, "<H")),
    CENTRAL: ((6, "<H"), (8, "<H"), (10, "<H"), (12, "<I"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (30, "<H"),
              (32, "<H"), (38, "<I"), (42, "<I")),
    END: ((4, "<H"), (8, "<H"), (10, "<H"), (12, "<I"), (16, "<I"), (20, "<H")),
}  # fmt: skip
METHODS = (0, 1, 6, 8, 9, 12, 14, 93, 95, 97, 99, 0xFFFF)
MANY = 100  # members; LZMA takes megabytes anew for each
PACKING = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
NAMES = (
    "../outside", "/outside", "..\\outside", "a/../../outside", "C:\\outside", "./", "", "/", "a//b", "a\0b", "a" * 300,
    "a/" * 200 + "b.png", "con.png", "ä" * 100 + ".png", "\x1b[31m.png", "<b>x</b>.png", "\udc80.png", "__MACOSX/._a",
    "a" * 60_000, "0/\n.png", " .png", "images.npy", "experiment.json", "snapshots/step-99999999.safetensors",
)  # fmt: skip


def in_zip(data: bytes, chance: random.Random, spoil: Callable[[str, bytes, random.Random], bytes]) -> bytes:
    """Return a zip with a fault in one of its files, in what it says of them, or in its bytes.

    Args:
        data: A sound zip.
        chance: What decides.
        spoil: Puts a fault into a file of that name.
    """
    kind = chance.randrange(10)
    if kind == 0:
        return in_bytes(data, chance)
    if kind in (1, 2):
        return _with_lies(data, chance)
    members = _members(data)
    if kind == 3:
        _change_names(members, chance)
    elif kind == 4:
        _change_members(members, chance)
    elif members:
        for _ in range(chance.choice((1, 1, 2))):
            place = chance.randrange(len(members))
            name, content = members[place]
            members[place] = name, spoil(name, content, chance)
    is_large = len(members) > MANY or sum(len(content) for _, content in members) > MOST
    packed = _packed(members, zipfile.ZIP_DEFLATED if is_large else chance.choice(PACKING))
    return (_with_lies(packed, chance) if chance.random() < 0.1 else packed)[: 2 * MOST]


def _members(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename, archive.read(info)) for info in archive.infolist()]


def _packed(members: list[tuple[str, bytes]], packing: int) -> bytes:
    content = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(content, "w", packing) as archive:
        warnings.simplefilter("ignore")  # names that are there twice are meant
        for name, data in members:
            info = zipfile.ZipInfo("x", (2026, 1, 1, 0, 0, 0))
            info.filename = name  # as it stands; it would mend it
            info.compress_type = packing
            try:
                archive.writestr(info, data)
            except (UnicodeEncodeError, struct.error, zipfile.LargeZipFile):
                continue  # such a name cannot be written
    return content.getvalue()


def _change_names(members: list[tuple[str, bytes]], chance: random.Random) -> None:
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(members))
        name, content = members[place]
        new = chance.choice(
            (*NAMES, name.upper(), name + "/", name.replace("/", "\\"), name.rpartition("/")[2])
        )
        if chance.random() < 0.3:
            new = name.rpartition("/")[0] + "/" + new
        if chance.random() < 0.5:
            members[place] = new, content
        else:
            members.insert(place, (new, content))


def _change_members(members: list[tuple[str, bytes]], chance: random.Random) -> None:
    place = chance.randrange(len(members))
    name, content = members[place]
    match chance.randrange(6):
        case 0:
            del members[place]
        case 1:
            members.append((name, content))
        case 2:  # a thousandth goes in of what comes out
            members[place] = name, content + bytes(chance.choice((10**6, 10**7)))
        case 3:
            members += [(f"{name}{number}", b"") for number in range(chance.choice((100, 12_000)))]
        case 4:
            members[place] = name, b""
        case _:
            members.append((f"{name}.zip", _packed(members, zipfile.ZIP_DEFLATED)))


def _with_lies(data: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 3)):
        signature = chance.choice(list(FIELDS))
        places = _places(spoilt, signature)
        if not places:
            continue
        offset, form = chance.choice(FIELDS[signature])
        start = chance.choice(places) + offset
        size = struct.calcsize(form)
        if start + size > len(spoilt):
            continue
        (known,) = struct.unpack_from(form, spoilt, start)
        number = chance.choice((*NUMBERS, *METHODS, known + 1, known - 1, known * 3))
        struct.pack_into(form, spoilt, start, number & ((1 << 8 * size) - 1))
    return bytes(spoilt)


def _places(data: bytearray, signature: bytes) -> list[int]:
    places = []
    place = data.find(signature)
    while place >= 0:
        places.append(place)
        place = data.find(signature, place + 1)
    return places
