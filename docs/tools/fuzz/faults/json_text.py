"""Faults of JSON: values, names and lists exchanged for what no program wrote, in a text that mostly is JSON still."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from docs.tools.fuzz.faults.plain import MOST, in_bytes

if TYPE_CHECKING:
    import random

NUMBERS = (
    "1e400", "-1e400", "NaN", "Infinity", "-Infinity", "-1", "-5", "-7", "0", "-0.0", "1.5", "1e-400", "1e308", "2",
    "1000", "100000", "1000000000", "2147483647", "2147483648", "4294967296", "9007199254740992",
    "9007199254740993", "9223372036854775807", "9223372036854775808", "18446744073709551616",
    "-9223372036854775809", "1" + "0" * 400, "9" * 5000, "0." + "1" * 3000,
)  # fmt: skip
TEXTS = (
    "", " ", "\0", "a\0b", "\ud800", "a\udc80", "<b>bold</b><img src=file:///etc/hostname>", "\x1b[31m\x1b]0;title\x07",
    "../../outside", "/outside", "..", "~", "CON", "=cmd|' /C calc'!A0", "@SUM(1)", "a" * 300, "a" * 100_000, "ü" * 200,
    "\u202egnp.exe", "{0}{name}%s%n", "\r\n", "True", "null", "1", "1e400", "-1", "9" * 5000, "2026-13-45T99:99:99Z",
    "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+23:59", "1969-12-31T23:59:59Z", "cuda:99", "dense", "conv",
)  # fmt: skip
OTHERS = ("null", "true", "false", "[]", "{}", "[[]]", "[null]", '""', '{"":{}}')
COUNTS = (2, 3, 20, 1000, 20_000, 100_000)


class Raw(str):
    """A piece of the text as it stands, JSON or not."""

    __slots__ = ()


class Pair(list[Any]):
    """A name and its value in an object."""


class Pairs(list[Pair]):
    """An object as the list of its names and values; a name may be there twice."""


def in_json(data: bytes, chance: random.Random) -> bytes:
    """Return JSON with one to three faults; what is no JSON gets faults of bytes."""
    try:
        return _spoilt(data.decode(), chance).encode(errors="surrogatepass")[:MOST]
    except (ValueError, RecursionError):
        return in_bytes(data, chance)


def in_lines(data: bytes, chance: random.Random) -> bytes:
    """Return lines of JSON with faults in some, or with lines left out, doubled and exchanged."""
    lines = data.splitlines()
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(lines)) if lines else 0
        match chance.randrange(10):
            case 0 if lines:
                del lines[place]
            case 1 if lines:
                lines.insert(chance.randint(0, len(lines)), lines[place])
            case 2 if lines:
                most = max(1, MOST // (len(lines[place]) + 1))
                lines[place:place] = [lines[place]] * min(chance.choice(COUNTS), most)
            case 3:
                chance.shuffle(lines)
            case 4:
                lines.insert(
                    place, chance.choice((b"", b"[" * 100_000, b"\0" * 1000, b"x" * 10**6, b'"', b"{}"))
                )
            case _ if lines:
                lines[place] = in_json(lines[place], chance).replace(b"\n", b" ")
            case _:
                lines.append(b"{}")
    end = chance.choice((b"\n", b"\n", b"\n", b"", b"\n" * 5000))
    return (b"\n".join(lines) + end)[:MOST]


def spoil(tree: list[Any], chance: random.Random) -> None:
    """Put one fault into what is below a list that holds the whole alone."""
    slots = list(_slots(tree))
    place, index = chance.choice(slots)
    value = place[index]
    if (
        isinstance(value, str)
        and not isinstance(value, Raw)
        and value[:1] in ("{", "[")
        and chance.random() < 0.9
    ):
        place[index] = _spoilt(value, chance)  # JSON within a text
        return
    match chance.randrange(10):
        case 0 | 1:
            place[index] = Raw(chance.choice(NUMBERS))
        case 2:
            place[index] = chance.choice(TEXTS)
        case 3:
            place[index] = Raw(chance.choice(OTHERS))
        case 4:
            place[index] = Raw(_large(chance))
        case 5:
            _change_number(place, index, chance)
        case 6:
            other, at = chance.choice(slots)
            place[index] = _copy(other[at])
        case _ if isinstance(value, Pairs):
            _change_names(value, chance)
        case _ if isinstance(value, list) and value:
            _change_list(value, chance)
        case _:
            _change_number(place, index, chance)


def written(value: Any) -> str:
    """Return a tree as text."""
    if isinstance(value, Raw):
        return str(value)
    if isinstance(value, Pairs):
        return "{" + ",".join(f"{json.dumps(name)}:{written(item)}" for name, item in value) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(written, value)) + "]"
    return json.dumps(value)


def read(text: str) -> Any:
    """Return JSON as a tree that ``written`` takes."""
    return json.loads(text, object_pairs_hook=lambda pairs: Pairs(map(Pair, pairs)))


def _spoilt(text: str, chance: random.Random) -> str:
    tree = [read(text)]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        spoil(tree, chance)
    return written(tree[0])


def _slots(tree: list[Any]) -> Any:
    waiting = [tree]
    while waiting:
        place = waiting.pop()
        indices = range(1, 2) if isinstance(place, Pair) else range(len(place))
        for index in indices:
            value = place[index]
            if isinstance(place, Pairs):
                waiting.append(value)
                continue
            yield place, index
            if isinstance(value, list) and len(value) < 1000:
                waiting.append(value)


def _copy(value: Any) -> Any:
    return read(written(value)) if isinstance(value, list) and not isinstance(value, Raw) else value


def _large(chance: random.Random) -> str:
    count = chance.choice((50, 500, 1000, 20_000, 100_000))
    return chance.choice(
        (
            "[" * count + "]" * count,
            "[" * count,
            '{"a":' * count + "1" + "}" * count,
            "[" + "0," * count + "0]",
            "[" + '"a",' * count + '"a"]',
            "[" + "{}," * count + "{}]",
            "{" + ",".join(f'"{number}":{number}' for number in range(count)) + "}",
            "1" * count,
            '"' + "\\u0041" * count + '"',
        )
    )


def _change_number(place: list[Any], index: int, chance: random.Random) -> None:
    value = place[index]
    if isinstance(value, bool) or not isinstance(value, int | float):
        place[index] = chance.choice((True, 0, 1, -1, 10**6, "0", None, [value], 0.5))
        return
    choices = (-value, value + 1, value - 1, value * 1000, value * 10**9, value / 7, str(value), [value], value + 0.5,
               bool(value), -10**9, 10**9)  # fmt: skip
    place[index] = chance.choice(choices)


def _change_names(pairs: Pairs, chance: random.Random) -> None:
    place = chance.randrange(len(pairs)) if pairs else 0
    match chance.randrange(6):
        case 0 | 1 if pairs:
            del pairs[place]
        case 2 if pairs:
            pairs[place][0] = chance.choice((*TEXTS, pairs[place][0] + "2"))
        case 3 if pairs:
            pairs.append(Pair([pairs[place][0], Raw(chance.choice((*NUMBERS, *OTHERS)))]))
        case 4 if len(pairs) > 1:
            other = chance.randrange(len(pairs))
            pairs[place][1], pairs[other][1] = pairs[other][1], pairs[place][1]
        case _:
            pairs.append(Pair([chance.choice(TEXTS), Raw(chance.choice((*NUMBERS, *OTHERS)))]))


def _change_list(values: list[Any], chance: random.Random) -> None:
    place = chance.randrange(len(values))
    match chance.randrange(5):
        case 0:
            del values[place]
        case 1:
            values.reverse()
        case 2:
            values.append(_copy(values[place]))
        case 3:
            values.append(Raw(chance.choice((*NUMBERS, *OTHERS))))
        case _:
            piece = Raw(written(values[place]))
            values[place:place] = [piece] * min(chance.choice(COUNTS), 1 + MOST // (len(piece) + 1))
