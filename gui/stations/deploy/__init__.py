"""The Deploy station: the model leaves the lab, as a file or as a service, and answers outside as it did inside."""

from gui.stations.deploy.station import DeployStation

__all__ = ["DeployStation"]
