"""The part of a script that reads its data and divides them, as this program does."""

from __future__ import annotations

import shlex
from operator import attrgetter
from typing import TYPE_CHECKING

from engine.config.variation import VariationConfig
from engine.data.sources.idx_source import IdxSource
from engine.data.sources.registry import SOURCES
from engine.inputs.registry import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.config import DataConfig

HEADERS = 16, 8  # bytes in front of the images, and of the labels, of an IDX file
# Flags of ``datasets export`` by what they set, for drawn digits, points on a plane and texts.
OF_DIGITS = {"generated_count": "generated-count", "seed": "data-seed"}  # beside ``vary-…``
OF_PLANES = {
    "plane.count": "points",
    "plane.noise": "point-noise",
    "plane.features": "features",
    "seed": "data-seed",
}


OF_TEXT = {
    "text.count": "made-up",
    "text.digits": "digits",
    "text.letters": "letters",
    "text.signs": "signs",
    "text.context": "context",
    "seed": "data-seed",
}


def data_imports(config: DataConfig) -> set[str]:
    """Return what the lines of ``data_lines`` import."""
    packed = {"import gzip"} if _published(config.dataset) else set()
    return {"import argparse", "from pathlib import Path", "import numpy as np"} | packed


def data_lines(config: DataConfig, image_shape: tuple[int, ...], *, tensors: bool) -> list[str]:
    """Return the lines that leave ``x_train``, ``y_train``, ``x_validation`` …: images ``(N, C, H, W)`` of bytes.

    Args:
        config: Which data, and how they are divided.
        image_shape: ``(C, H, W)`` of an image.
        tensors: Whether they are to be PyTorch's tensors rather than NumPy's arrays.
    """
    source = _published(config.dataset)
    lines = (
        _of_one_file(config, image_shape, tensors)
        if source is None
        else _of_idx_files(config.dataset, source, image_shape, tensors)
    )
    return [*lines, *_division(config)]


def export_command(config: DataConfig) -> str:
    """Return the command that writes the file which a script reads, for data that are not published as files."""
    words = ["netsketch", "datasets", "export", config.dataset, _file_name(config.dataset)]
    flags = _flags_of(config.dataset)
    default = type(config)()
    for path, flag in flags.items():
        value, usual = (attrgetter(path)(each) for each in (config, default))
        if value != usual:
            words += [f"--{flag}", _word(value)]
    return shlex.join(words)


def _flags_of(dataset: str) -> dict[str, str]:
    """Return the settings that decide what the program draws for a data set, each with its flag."""
    info = next((source.info for source in SOURCES if source.info.name == dataset), None)
    if info is not None and info.has_plane:
        return OF_PLANES
    if info is not None and info.text:
        return {path: flag for path, flag in OF_TEXT.items() if path == "seed" or path[5:] in info.text}
    if info is None or not info.has_drawn_digits:
        return {}
    return OF_DIGITS | {f"variation.{name}": f"vary-{name}" for name in VariationConfig.model_fields}


def _word(value: object) -> str:
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _published(name: str) -> IdxSource | None:
    """Return the source of data that are published as four single files; None of others."""
    found = next((source for source in SOURCES if source.info.name == name), None)
    return found if isinstance(found, IdxSource) and found.files.archive is None else None


def _file_name(name: str) -> str:
    plain = (letter if (letter.isascii() and letter.isalnum()) or letter in "-_" else "-" for letter in name)
    return "".join(plain) + ".npz"


def _place(default: str, what: str) -> Iterator[str]:
    yield "parser = argparse.ArgumentParser()"
    yield f'parser.add_argument("--data", type=Path, default="{default}", help="{what}")'
    yield "data = parser.parse_args().data"


def _of_idx_files(name: str, source: IdxSource, image_shape: tuple[int, ...], tensors: bool) -> Iterator[str]:
    yield from _place(name, "the folder of the four files")
    yield "if not data.is_dir():"
    yield '    parser.error(f"there is no folder {data}; the files are at "'
    yield f'                 "{source.files.mirrors[0]}")'
    yield from ("", "")
    yield "def read(name, header):"
    yield '    """Return the bytes behind the header of an IDX file."""'
    if tensors:
        yield "    content = gzip.decompress((data / name).read_bytes())"
        yield "    return torch.tensor(np.frombuffer(content, np.uint8, offset=header))"
    else:
        yield "    return np.frombuffer(gzip.decompress((data / name).read_bytes()), np.uint8, offset=header)"
    yield from ("", "")
    names = [f"{file.name}.gz" for file in source.files.files]
    pairs = zip(("images", "x_test"), ("labels", "y_test"), names[::2], names[1::2], strict=True)
    for images, labels, of_images, of_labels in pairs:
        yield f'{images} = read("{of_images}", {HEADERS[0]}){_shaped(image_shape)}'
        yield f'{labels} = read("{of_labels}", {HEADERS[1]}){".long()" if tensors else ""}'


def _of_one_file(config: DataConfig, image_shape: tuple[int, ...], tensors: bool) -> Iterator[str]:
    yield from _place(_file_name(config.dataset), "the file of the images")
    yield "if not data.is_file():"
    yield '    parser.error(f"there is no file {data}; it is written by "'
    yield f"                 {export_command(config)!a})"
    yield "with np.load(data) as file:"
    yield '    images, labels, is_test = file["images"], file["labels"], file["is_test"]'
    images = (
        "np.moveaxis(images, 3, 1)" if len(image_shape) == 3 and image_shape[0] > 1 else "images"
    )  # colours lie behind each other there
    if kind_of(image_shape).per_place:
        yield "images, labels = torch.tensor(images.astype(np.int64)), torch.tensor(labels)"
    elif tensors:
        yield f"images, labels = torch.tensor({images}){_shaped(image_shape)}, torch.tensor(labels)"
    else:
        yield f"images = {images}{_shaped(image_shape)}"
    yield "x_test, y_test = images[is_test], labels[is_test]"
    yield "images, labels = images[~is_test], labels[~is_test]"


def _shaped(image_shape: tuple[int, ...]) -> str:
    return f".reshape(-1, {', '.join(map(str, image_shape))})"


def _division(config: DataConfig) -> Iterator[str]:
    """Go through the lines that divide images to learn from and to validate, as ``split_indices`` does."""
    some = f"[:{config.train_count}]" if config.train_count else ""
    yield f"order = np.random.default_rng({config.seed}).permutation(len(labels)){some}"
    if config.validation_share:
        yield f"kept_back = max(1, round({config.validation_share:g} * len(order)))"
        yield "x_validation, y_validation = images[order[:kept_back]], labels[order[:kept_back]]"
        yield "x_train, y_train = images[order[kept_back:]], labels[order[kept_back:]]"
    else:
        yield "x_train, y_train = images[order], labels[order]"
