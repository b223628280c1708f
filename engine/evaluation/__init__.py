"""Station five of the way: how good a model is, where it errs, and whether the data were enough.

``measure`` measures and returns the report of the goal, of classes a ``Report``; ``calibration``, ``comparison`` and
``gate`` read more out of reports;
``learning_curve`` trains with fewer images to see what more would bring; ``fine_tune`` teaches a trained model new
drawings; ``marks`` keeps which images are thought to be mislabelled.
"""
