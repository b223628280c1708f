"""Are there enough data? The error of one network against the number of images it learns from."""
