"""EMNIST, handwritten letters made as MNIST was: two of its data sets, which lie in one archive.

Source: G. Cohen, S. Afshar, J. Tapson and A. van Schaik 2017, “EMNIST: an extension of MNIST to handwritten letters”.
The images lie transposed in their files; labels of letters run from 1 to 26; those of ``balanced`` stand for the
letters and digits that ``emnist-balanced-mapping.txt`` names, of which those that look the same in upper and lower case
are one.
"""

from __future__ import annotations

from engine.data.sources.idx_source import IdxSource
from engine.data.sources.published_archive import Archive
from engine.data.sources.published_files import DataFile, FileSet
from engine.data.sources.source import DatasetInfo

ARCHIVE = Archive(
    "gzip.zip",
    561_753_746,
    "fb9bb67e33772a9cc0b895e4ecf36d2cf35be8b709693c3564cea2a019fcda8e",  # MD5 58c8d27c78d21e728a6bc7b3cc06412e
    (
        "https://biometrics.nist.gov/cs_links/EMNIST/",
        "https://www.itl.nist.gov/iaui/vip/cs_links/EMNIST/",
    ),
)
HEADERS = 16, 8  # bytes in front of the images, and of the labels
PIXELS = 28 * 28


def _files(name: str, counts: tuple[int, int], sums: tuple[str, str, str, str]) -> tuple[DataFile, ...]:
    """Return the four files of a data set.

    Args:
        name: As in their names.
        counts: Of training and of test images.
        sums: SHA-256 of each file as the archive packs it.
    """
    of_images, of_labels = HEADERS
    sizes = [size for count in counts for size in (of_images + PIXELS * count, of_labels + count)]
    names = [
        f"emnist-{name}-{part}-{kind}"
        for part in ("train", "test")
        for kind in ("images-idx3-ubyte", "labels-idx1-ubyte")
    ]
    return tuple(
        DataFile(file, size, packed_sha256=packed)
        for file, size, packed in zip(names, sizes, sums, strict=True)
    )


def _source(info: DatasetInfo, files: tuple[DataFile, ...], classes: str, first_label: int) -> IdxSource:
    found = FileSet(info.name, info.title, files, archive=ARCHIVE, folder="emnist", inner="gzip")
    return IdxSource(info, found, tuple(classes), transposed=True, first_label=first_label)


LETTERS = _source(
    DatasetInfo(
        "emnist-letters",
        "EMNIST letters",
        "124,800 handwritten letters of 26 classes, each in upper and lower case, and 20,800 to test with. "
        "The archive that is downloaded has 562 MB. They fill 24 of 28 pixels and are centred by their edges, where "
        "the pad prepares drawings as MNIST’s: 20 pixels, centred by mass. With its switch Centre off it comes nearer.",
        needs_download=True,
    ),
    _files(
        "letters",
        (124_800, 20_800),
        (
            "6288f418a917e007bf5fddb823a2dc7a5c6a35031401b93292a539cb12bd881f",
            "9759af91ea6bccdf07a6040fd085861f2ec88e37f7c3f5760f6feb57106fbe5c",
            "50f0e93d75b99b463e9760b8345866f22587fa2c2fba472730a5ba09c693412d",
            "924955c31fe7fd809b7303b5c0141282955f4b8390c74cdfd5d80435e0f4b4cb",
        ),
    ),
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    1,
)

BALANCED = _source(
    DatasetInfo(
        "emnist-balanced",
        "EMNIST balanced",
        "112,800 handwritten digits and letters of 47 classes and 18,800 to test with; letters that look the same in "
        "upper and lower case are one class. The archive that is downloaded has 562 MB. They fill 24 of 28 pixels and "
        "are centred by their edges, where the pad prepares drawings as MNIST’s: 20 pixels, centred by mass. With its "
        "switch Centre off it comes nearer.",
        needs_download=True,
    ),
    _files(
        "balanced",
        (112_800, 18_800),
        (
            "74295e75e4e9fa2c102147460ee7eb763653d5132d883a84fb88932bfb8d2db4",
            "b46d41e5156a0a8aaaa4d18979fdd1588850fa8571018acffd5d93b325a7d6ed",
            "117fc12b015e37ea98bfb2cbba3f77c3782c056cdbd219b87abfc8661d7135db",
            "a67cac948379b67270b9a4d0a01c8ec661598accf2f2b1964340b7c83cb175cd",
        ),
    ),
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt",
    0,
)
