"""Fashion-MNIST, pictures of clothes in MNIST's form: its files, their checksums and mirrors."""

from __future__ import annotations

from engine.data.sources.idx_source import IdxSource
from engine.data.sources.published_files import DataFile, FileSet
from engine.data.sources.source import DatasetInfo

INFO = DatasetInfo(
    "fashion-mnist",
    "Fashion-MNIST",
    "60,000 pictures of clothes, shoes and bags and 10,000 to test with; harder than digits.",
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
                "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888",
                26_421_880,
            ),
            DataFile(
                "train-labels-idx1-ubyte",
                60_008,
                "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9",
                29_515,
            ),
            DataFile(
                "t10k-images-idx3-ubyte",
                7_840_016,
                "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b",
                4_422_102,
            ),
            DataFile(
                "t10k-labels-idx1-ubyte",
                10_008,
                "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34",
                5_148,
            ),
        ),
        (
            "https://fashion-mnist.s3.eu-central-1.amazonaws.com/",
            "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/",
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
        ),
    ),
    (
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
)
