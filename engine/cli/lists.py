"""The commands that list what there is: ``presets`` and ``datasets``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.cli.columns import cells, left
from engine.cli.interrupt import Interrupt
from engine.cli.progress import PreparationProgress
from engine.config import list_presets
from engine.errors import DataError
from engine.inputs.feature import names_of
from engine.language import said
from engine.numbers import parse_number
from engine.words import Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from engine.cli.output import Output
    from engine.config import DataConfig
    from engine.data.datasets import DatasetInfo
    from engine.data.importing.choices import Choices

MOST_REJECTED = 20  # lines; as JSON all of them
STATES = Phrase("built in"), Phrase("here"), Phrase("to be fetched"), Phrase("empty")  # of a data set


def list_all_presets(output: Output) -> None:
    """Say each preset's name, title and explanation; as JSON its experiment, too."""
    presets = [preset for preset in list_presets() if preset.is_sound]
    width = max(cells(preset.name) for preset in presets)
    for preset in presets:
        output.record(
            name=preset.name,
            title=preset.title,
            explanation=preset.explanation,
            experiment=preset.experiment.model_dump(mode="json"),
        )
        output.line(f"{left(preset.name, width)}  {said(Phrase(preset.explanation))}")


def list_all_datasets(output: Output) -> None:
    """Say each data set's name, whether it is here, and what it is."""
    from engine.data import datasets

    infos = datasets.names()
    width = max(cells(info.name) for info in infos)
    room = max(cells(said(state)) for state in STATES)
    for info in infos:
        available = datasets.is_available(info.name)
        output.record(
            name=info.name,
            title=info.title,
            description=info.description,
            kind=info.kind,
            needs_download=info.needs_download,
            available=available,
        )
        state = said(_state(info, available))
        output.line(f"{left(info.name, width)}  {left(state, room)}  {said(Phrase(info.description))}")


def import_dataset(path: Path, name: str, choices: Choices, output: Output) -> None:
    """Make a data set of a person's own images or table and say what was used and what was not.

    Raises:
        DataError: If there are no usable images or they cannot be kept.
        Cancelled: If Ctrl-C was pressed.
    """
    from engine.data import datasets
    from engine.data.import_set import import_set

    taken = {info.name for info in datasets.names()}
    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        report = import_set(
            path,
            name=name,
            taken=taken,
            how=choices.preparation,
            value_range=choices.value_range,
            label_column=choices.label_column,
            transposed=choices.transposed,
            progress=progress,
            cancelled=interrupt,
        )
    output.record(
        name=report.name,
        title=report.title,
        count=report.count,
        classes=report.classes,
        preparation=report.preparation,
        values=report.values,
        features=report.features,
        notes=report.notes,
        rejected=[{"name": item.name, "why": item.why} for item in report.rejected],
    )
    for item in report.rejected[:MOST_REJECTED]:
        output.line(Phrase("not used: {name}: {why}", name=item.name, why=item.why))
    if len(report.rejected) > MOST_REJECTED:
        output.line(Phrase("not used: {count:,} more", count=len(report.rejected) - MOST_REJECTED))
    for note in report.notes:
        output.line(Phrase("note: {sentence}", sentence=note))
    if report.is_text:
        output.line(
            Phrase(
                "{name} is here: a text of {count:,} characters, {alphabet:,} different ones.",
                name=report.name,
                count=report.count,
                alphabet=len(report.classes),
            )
        )
        return
    if report.features:
        output.line(
            Phrase(
                "{name} is here: {count:,} rows of {features:,} features, {classes} classes.",
                name=report.name,
                count=report.count,
                features=len(report.features),
                classes=len(report.classes),
            )
        )
        return
    output.line(Phrase("values {range}", range=report.values))
    output.line(
        Phrase(
            "{name} is here: {count:,} images of {classes} classes.",
            name=report.name,
            count=report.count,
            classes=len(report.classes),
        )
    )


def parsed_range(words: tuple[str, str] | None) -> tuple[float, float] | None:
    """Read the values of black and white.

    Raises:
        DataError: If one of them is no number.
    """
    if words is None:
        return None
    black, white = map(parse_number, words)
    if black is None or white is None:
        raise DataError(
            "“{black} {white}” are no two numbers.", remedy="Name black and white as “0 255”.",
            black=words[0], white=words[1],
        )  # fmt: skip
    return black, white


def fetch_dataset(name: str, output: Output) -> None:
    """Fetch a data set and say how large it is.

    Raises:
        DataError: If there is no such data set, or it cannot be fetched.
        Cancelled: If Ctrl-C was pressed.
    """
    from engine.data import datasets

    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        train = datasets.load(name, part="train", progress=progress, cancelled=interrupt)
        test = datasets.load(name, part="test", progress=progress, cancelled=interrupt)
    output.record(
        name=name,
        available=True,
        train_count=len(train),
        test_count=len(test),
        classes=train.classes,
        image_shape=train.image_shape,
        features=names_of(train.features),
    )
    if train.features:
        output.line(
            Phrase(
                "{name} is here: {train_count:,} rows to train and {test_count:,} to test, of {features} features and "
                "{classes} classes.",
                name=name,
                train_count=len(train),
                test_count=len(test),
                features=len(train.features),
                classes=len(train.classes),
            )
        )
        return
    if train.kind == "text":
        output.line(
            Phrase(
                "{name} is here: {train_count:,} texts to train and {test_count:,} to test, of {width} characters at "
                "most and {alphabet:,} different ones.",
                name=name,
                train_count=len(train),
                test_count=len(test),
                width=train.image_shape[0],
                alphabet=len(train.classes),
            )
        )
        return
    _, height, width = train.image_shape
    output.line(
        Phrase(
            "{name} is here: {train_count:,} training and {test_count:,} test images of {height}×{width}, "
            "{classes} classes.",
            name=name,
            train_count=len(train),
            test_count=len(test),
            height=height,
            width=width,
            classes=len(train.classes),
        )
    )


def export_dataset(
    name: str, path: Path, form: str, output: Output, config: DataConfig | None = None
) -> None:
    """Write a data set to files and say which.

    Args:
        name: Of the data set.
        path: Where to write it.
        form: In which form.
        output: Where to say so.
        config: Which digits are drawn, where the program draws them.

    Raises:
        DataError: If there is no such data set or form, or it cannot be written.
        FileWriteError: If nothing can be written there.
        Cancelled: If Ctrl-C was pressed.
    """
    from engine.data import datasets
    from engine.data.exporting.registry import check_kind, export, format_named

    with Interrupt(lambda: None) as interrupt, PreparationProgress(output) as progress:
        format_named(form).check(path)  # what is wrong is better told before anything is downloaded
        info = datasets.info_of(name)
        if info is not None:
            check_kind(format_named(form), name, info.kind)
        data = datasets.load(name, part="all", config=config, progress=progress, cancelled=interrupt)
        written = export(data, path, form, progress=progress, cancelled=interrupt)
    output.record(name=name, format=form, paths=[str(each) for each in written], count=len(data))
    paths = Phrase.joined(map(str, written), ", ")
    told = (
        Phrase("{count:,} texts are in {paths}.", count=len(data), paths=paths)
        if data.kind == "text"
        else Phrase("{count:,} images are in {paths}.", count=len(data), paths=paths)
    )
    output.line(told)


def _state(info: DatasetInfo, available: bool) -> Phrase:
    built_in, here, to_be_fetched, empty = STATES
    if info.is_built_in:
        return built_in
    if available:
        return here
    return to_be_fetched if info.needs_download else empty
