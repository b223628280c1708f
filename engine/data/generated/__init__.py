"""Built-in digits: drawn by our own stroke models of the ten digits, so that no file and no network is needed."""

from engine.data.generated.generate import CLASSES, dataset, generate, labels_of
from engine.data.generated.skeletons import SKELETONS, Skeleton
from engine.data.generated.variation import Variation

__all__ = ["CLASSES", "SKELETONS", "Skeleton", "Variation", "dataset", "generate", "labels_of"]
