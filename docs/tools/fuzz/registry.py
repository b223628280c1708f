"""The kinds of files that are tried: a new one is one class in ``kinds`` and one line in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docs.tools.fuzz.kinds import (
    captions,
    data_files,
    drawn,
    home,
    lessons,
    picture_files,
    published,
    requests,
    runs,
    settings,
    sweeps,
    tables,
    teachers,
    texts,
    weights,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docs.tools.fuzz.kind import Kind

KINDS: tuple[Kind, ...] = (
    data_files.Table(),
    data_files.PackedTable(),
    data_files.Arrays(),
    data_files.IdxPair(),
    data_files.Pictures(),
    data_files.Zipped(),
    data_files.Nested(),
    published.Cifar10(),
    published.Emnist(),
    tables.FeatureTable(),
    tables.KeptTable(),
    texts.TextFile(),
    texts.KeptText(),
    picture_files.Png(),
    picture_files.ScriptPng(),
    picture_files.ColourPng(),
    picture_files.Jpeg(),
    picture_files.Gif(),
    picture_files.Bmp(),
    picture_files.Tiff(),
    picture_files.Webp(),
    picture_files.Ppm(),
    picture_files.Tga(),
    picture_files.Ico(),
    picture_files.Jpeg2000(),
    weights.Model(),
    weights.CheckpointFile(),
    weights.SnapshotFile(),
    teachers.TeacherFile(),
    captions.CaptionFile(),
    runs.Run(),
    runs.RunArchive(),
    sweeps.SweepFolder(),
    settings.ExperimentFile(),
    settings.PresetFile(),
    settings.PreferencesFile(),
    settings.RecentExportsFile(),
    settings.Texts(),
    lessons.LessonFile(),
    home.ImportedSet(),
    home.Drawings(),
    home.PointsOfOnesOwn(),
    home.MarkedImages(),
    home.KnownFiles(),
    drawn.DrawnDigits(),
    drawn.KeptDoubt(),
    requests.Requests(),
)


def named(names: Sequence[str]) -> tuple[Kind, ...]:
    """Return the kinds of these names; all without a name.

    Raises:
        KeyError: There is none of that name.
    """
    known = {kind.name: kind for kind in KINDS}
    return tuple(known[name] for name in names) if names else KINDS
