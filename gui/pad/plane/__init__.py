"""The pad for points on a plane."""
