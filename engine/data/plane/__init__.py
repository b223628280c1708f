"""Points on a plane: the shapes they come in, and what of a point a network is told."""

from engine.data.plane.features import plane_features
from engine.data.plane.ground import Plane, is_plane, plane_of

__all__ = ["Plane", "is_plane", "plane_features", "plane_of"]
