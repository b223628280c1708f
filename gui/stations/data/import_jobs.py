"""What runs in the background when images of one's own come in or go out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gui.tasks.worker import Job, Post, Progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.data.exporting import ExportKind
    from engine.data.imported_sets import ImportReport
    from engine.data.importing.item import Rejected
    from engine.data.my_digits import MyDigits


@dataclass(frozen=True, slots=True, eq=False)
class SetMade:
    """There is a new data set."""

    report: ImportReport


@dataclass(frozen=True, slots=True, eq=False)
class TakenIn:
    """Images are in My Digits.

    Attributes:
        ids: What they are called there.
        rejected: What could not be used, and why.
    """

    ids: tuple[str, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Exported:
    """My Digits are written to these files or this folder."""

    paths: tuple[Path, ...]


def make_set_job(path: Path, cancelled: Callable[[], bool]) -> Job:
    """Make a data set of a folder or file."""

    def job(post: Post) -> None:
        from engine.data import datasets
        from engine.data.imported_sets import import_set

        taken = {info.name for info in datasets.names()}
        report = import_set(path, taken=taken, progress=_telling(post), cancelled=cancelled)
        post(SetMade(report))

    return job


def take_in_job(path: Path, cancelled: Callable[[], bool]) -> Job:
    """Add labelled images to My Digits."""

    def job(post: Post) -> None:
        from engine.data.importing.images import find_images
        from engine.data.importing.prepare import prepare
        from engine.data.my_digits import KeptDrawing, my_digits

        found = find_images(path, progress=_telling(post), cancelled=cancelled)
        images, used, rejected, _ = prepare(found.items, progress=_telling(post), cancelled=cancelled)
        drawings = [
            KeptDrawing("", item.label, (), image=image) for item, image in zip(used, images, strict=True)
        ]
        post(TakenIn(tuple(my_digits().add_all(drawings)), (*found.rejected, *rejected)))

    return job


def export_job(store: MyDigits, path: Path, kind: ExportKind, cancelled: Callable[[], bool]) -> Job:
    """Write My Digits to files."""

    def job(post: Post) -> None:
        from engine.data.exporting import export

        post(Exported(export(store.dataset(), path, kind, progress=_telling(post), cancelled=cancelled)))

    return job


def _telling(post: Post) -> Callable[[str, float], None]:
    def tell(text: str, share: float) -> None:
        post(Progress(text, share))

    return tell
