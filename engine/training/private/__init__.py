"""Training with differential privacy: what a run promises about each of its training images, and how it keeps it."""
