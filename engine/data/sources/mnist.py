"""MNIST, the best-known handwritten digits: its files, their checksums and mirrors."""

from __future__ import annotations

from engine.data.sources.idx_source import IdxSource
from engine.data.sources.published_files import DataFile, FileSet
from engine.data.sources.source import DatasetInfo

INFO = DatasetInfo(
    "mnist",
    "MNIST",
    "60,000 handwritten digits to learn from and 10,000 to test with; the best-known data of the field.",
    needs_download=True,
)

SOURCE = IdxSource(
    INFO,
    FileSet(
        INFO.name,
        INFO.title,
        (
            DataFile(
                "train-images-idx3-ubyte",
                47_040_016,
                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                9_912_422,
            ),
            DataFile(
                "train-labels-idx1-ubyte",
                60_008,
                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                28_881,
            ),
            DataFile(
                "t10k-images-idx3-ubyte",
                7_840_016,
                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                1_648_877,
            ),
            DataFile(
                "t10k-labels-idx1-ubyte",
                10_008,
                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                4_542,
            ),
        ),
        (
            "https://ossci-datasets.s3.amazonaws.com/mnist/",
            "https://storage.googleapis.com/cvdf-datasets/mnist/",
            "https://raw.githubusercontent.com/fgnt/mnist/master/",
        ),
    ),
    tuple("0123456789"),
)
